/* SPDX-License-Identifier: MIT */
/* The process that runs plugins over articles. It may end at any moment: what is
 * needed to say why is in memory that its supervisor sees too. */
#ifndef SLANT_RUN_WORKER_H
#define SLANT_RUN_WORKER_H

#include "plugin/host.h"

struct engine;

struct slot { /* shared */
	struct host_watch watch;
	_Atomic uint64_t batch; /* at hand */
	_Atomic uint32_t item;  /* and the article in it */
	_Atomic uint32_t steps; /* frames FRAME_STEP that the supervisor has seen from this process */
};

/* In front of the articles of a task, followed by its faults. */
struct task {
	uint32_t item_count, fault_count;
	uint64_t careful; /* a frame after every plugin call: whose bytes were strange can be told */
};

/* One fault, as it travels. */
struct task_fault {
	uint32_t item, plugin, status, unused;
	char kind[16], message[112];
};

/* The status of a worker that could not write to its supervisor. */
#define WORKER_CUT_OFF 97

struct worker_limits {
	size_t memory; /* bytes of address space, 0: none */
	int printed;   /* descriptor for what plugins print, -1: nowhere */
	int supervisor; /* its process */
};

/* Reads tasks from the socket and writes replies until it is closed. */
_Noreturn void worker_main(const struct engine *, int socket, struct slot *, const struct worker_limits *);

#endif
