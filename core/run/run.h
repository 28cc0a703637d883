/* SPDX-License-Identifier: MIT */
/* Articles in, records out, in order, in batches that a worker can take. */
#ifndef SLANT_RUN_RUN_H
#define SLANT_RUN_RUN_H

#include "input/input.h"
#include "plugin/host.h"
#include "results/record.h"

struct buffer;
struct error;

/* All that is prepared once and then only read. */
struct engine;

struct engine_options {
	const char *lexicon_dir;              /* shipped lexicons and languages */
	const char *const *lexicons;          /* --lexicon files, NULL-terminated, or NULL */
	struct host_options host;
	struct record_options record;
	const char *version;
	const char *config_sha256;
};

struct engine *engine_new(const struct engine_options *, struct error *);
void engine_free(struct engine *);
const struct host *engine_host(const struct engine *);
const struct lexicons *engine_lexicons(const struct engine *);
const struct languages *engine_languages(const struct engine *);

/* One article to one record line, added to `out`; uses up memory of the article's
 * arena. 0, or 1 when a plugin failed on it. */
int engine_analyze(const struct engine *, const struct article *, const struct host_article *how, struct buffer *out);

/* What happened over a whole run. */
struct run_report {
	uint64_t articles;        /* records given out */
	uint64_t unreadable;      /* inputs */
	uint64_t plugin_failures; /* articles on which a plugin failed */
};

struct run_options {
	unsigned jobs;        /* worker processes */
	int in_process;       /* none: analyze here, where a plugin that crashes ends the program; jobs is ignored */
	unsigned timeout;     /* milliseconds that one plugin may take for one article, 0: any time */
	size_t memory_limit;  /* address space of a worker in bytes, 0: none of its own */
	/* Each record in input order, as a line with its end; a record that was input is
	 * given out as it came. -1 stops the run (error filled). */
	int (*record)(void *context, const char *line, size_t n, struct error *);
	/* An input that could not be read. */
	void (*bad)(void *context, const struct error *);
	/* What plugins printed, as it came: any bytes, not to be trusted; or NULL to drop it. */
	void (*printed)(void *context, const char *bytes, size_t n);
	void *context;
};
/* One job, 10 seconds, 4 GiB. */
void run_options_init(struct run_options *);

int run_articles(const struct engine *, struct input *, const struct run_options *, struct run_report *,
		 struct error *);

#endif
