/* SPDX-License-Identifier: MIT */
/* Inputs in order, in handfuls: what came in, and what became of it. */
#ifndef SLANT_RUN_BATCH_H
#define SLANT_RUN_BATCH_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/vector.h"
#include "run/run.h"
#include "run/worker.h"

enum item_kind { ITEM_ARTICLE, ITEM_LINE /* a record as it came */, ITEM_BAD /* not readable; or lost with its worker */ };

struct item {
	enum item_kind kind;
	int done, failed;   /* article: its record is there; a plugin failed on it */
	size_t place, size; /* article: the parcel in `parcels`; else text in `texts` */
	size_t line, line_size; /* its record in `texts` */
	enum error_kind why;
};

struct batch {
	uint64_t number;
	struct buffer parcels; /* of all articles, as they are sent */
	struct buffer texts;   /* records, lines and messages */
	VECTOR(struct item) items;
	uint32_t next;         /* first item that is not done */
	VECTOR(struct task_fault) faults;
	int careful, lost_once; /* see struct task; the worker ended outside plugins, on item `next` */
	int killed;             /* times that a worker was killed from outside while it had this */
	struct batch *after;
};

/* The next inputs, at most so many articles or so many bytes of text; NULL at the end. */
struct batch *batch_read(struct input *, struct arena *, uint64_t number, uint32_t max_articles);
void batch_free(struct batch *);

/* All that is not done yet, as a task frame. */
void batch_task(const struct batch *, struct buffer *);
/* A record came back. */
void batch_reply(struct batch *, uint32_t item, int failed, const char *line, size_t n);
/* The article cannot be analyzed at all; the reason goes behind its name. */
void batch_lose(struct batch *, uint32_t item, const char *reason);
/* Move `next` over what is done; 1 when that is all. */
int batch_finished(struct batch *);

/* Give everything to the caller, in order. */
int batch_give(const struct batch *, const struct run_options *, struct run_report *, struct error *);

#endif
