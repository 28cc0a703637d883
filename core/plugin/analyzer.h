/* SPDX-License-Identifier: MIT */
/* One analyzer of a run, opened: the parts that setup.c, sink.c, plain.c and host.c share. */
#ifndef SLANT_PLUGIN_ANALYZER_H
#define SLANT_PLUGIN_ANALYZER_H

#include "base/vector.h"
#include "plugin/host.h"
#include "plugin/loader.h"

struct analyzer {
	struct module module;
	slant_plugin plugin; /* a checked copy; for a lexicon without code made up by plain.c */
	int plain;           /* 1: a lexicon without code */
	int opened;
	void *state;
	uint32_t group;               /* of the matcher, or SLANT_NONE */
	int64_t *option_numbers;      /* by option */
	const char **option_texts;
	VECTOR(slant_rule) rules;     /* declared, then dynamic */
	VECTOR(char *) owned;         /* strings of ours */
	int runs, reported;
	int failed;                   /* open() did not succeed: why is in `message` */
	const char *message;
	struct metric_plan *metrics;
	uint32_t metric_count;
};

struct host {
	VECTOR(struct analyzer) analyzers; /* in running order */
	struct plugin_result *results;     /* what each article starts from */
	VECTOR(char *) refused;       /* messages */
	VECTOR(char *) refused_stems; /* file names without ending */
	const struct matcher *matcher;
	struct vocabulary *vocabulary;
};

/* Services of the host; the same table in open() and analyze(). */
extern const slant_host host_table;

/* setup.c: options from their texts; ERROR_USAGE names option and range. */
int setup_options(struct analyzer *, const struct host_options *, struct error *);
/* Copy the declared rules, call open(), look up what the metrics name. 0, or -1 with `failed` and `message` set. */
int setup_open(struct host *, struct analyzer *);

/* sink.c: one plugin over one document. */
void sink_run(const struct host *, uint32_t plugin, const struct matches *, struct results *);

/* plain.c: a lexicon that names no existing plugin becomes one. */
void plain_make(struct host *, struct analyzer *, const char *name);
int plain_analyze(const struct host *, const struct analyzer *, slant_sink *);

/* order.c: by name, but behind what `after` names. Returns how many could be placed:
 * the rest, at the end, wait for each other. */
uint32_t order_analyzers(struct host *);

/* trial.c: open a foreign plugin in a process of its own first; a crash there costs nothing. */
int trial_run(struct host *, const struct module *, const struct host_options *, struct error *);

/* host.c: load, check and open one. */
int analyzer_load(struct host *, struct analyzer *, const struct host_options *, struct error *);
void analyzer_free(struct analyzer *);
/* A string that lives as long as the analyzer. */
const char *analyzer_own(struct analyzer *, char *string);

#endif
