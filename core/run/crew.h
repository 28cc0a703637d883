/* SPDX-License-Identifier: MIT */
/* Worker processes as their supervisor sees them. */
#ifndef SLANT_RUN_CREW_H
#define SLANT_RUN_CREW_H

#include "run/batch.h"
#include "run/worker.h"

#include <sys/types.h>

#define AHEAD 2 /* batches a worker has: one at work, one waiting, so that it never idles */

struct member {
	pid_t process;               /* 0: none */
	int socket, printed;         /* its descriptors, -1: none */
	struct slot *slot;
	struct batch *batches[AHEAD];
	uint32_t batch_count;
	struct buffer out, in;       /* on the way to it and from it */
	size_t sent;
	uint32_t calls;              /* of slot->watch when last looked at */
	size_t peak;                 /* bytes that the process before had in memory */
	int64_t since;               /* milliseconds, when `calls` last changed */
};

struct crew {
	const struct engine *engine;
	const struct run_options *options;
	struct member *members;
	uint32_t count;
	struct slot *slots; /* shared with the workers */
	pid_t earlier[64];  /* children that were there before us: not ours to end */
	uint32_t earlier_count;
	size_t printed;     /* bytes that plugins printed so far */
};

int crew_init(struct crew *, const struct engine *, const struct run_options *, struct error *);
void crew_end(struct crew *); /* all processes are gone afterwards */

/* End what plugins started and let go of, once their worker is gone. */
void crew_sweep(const struct crew *);

int member_start(struct crew *, struct member *, struct error *);
/* Has the process ended? Its socket may be open still, in the hands of what it started. */
int member_dead(const struct member *);
/* Its socket is closed: has it ended, or did something in it only close descriptors?
 * A process lets go of its files a moment before it can be asked for its status. */
int member_ended(const struct member *);
/* End it if it has not ended; its exit status. What was under way is forgotten. */
int member_stop(struct member *);

/* One more batch to work on. */
void member_assign(struct member *, struct batch *);
/* Everything that it still has, to be sent again to a new process. */
void member_resend(struct member *);
/* Send what can be sent without waiting. When it is gone, receiving will tell, behind
 * the last that it said. */
void member_send(struct member *);
/* Receive what is there. -1 when it is gone. */
int member_receive(struct member *);
/* Pass on what plugins printed. */
void member_print(struct crew *, struct member *);

#endif
