/* SPDX-License-Identifier: MIT */
/* What the analyzers saw in one article: findings with their data, voices,
 * metrics, the state of each plugin. Everything lives in the article's arena. */
#ifndef SLANT_RESULTS_RESULTS_H
#define SLANT_RESULTS_RESULTS_H

#include "base/arena.h"
#include "slantwise/plugin.h"
#include "text/document.h"

#include <stddef.h>
#include <stdint.h>

/* `data` is a list of these, in the order given; objects, places (objects
 * that begin with a span) and arrays are closed by DATUM_END. */
enum datum_kind { DATUM_INT, DATUM_BOOL, DATUM_TEXT, DATUM_SPAN, DATUM_RANGE, DATUM_OBJECT, DATUM_PLACE, DATUM_ARRAY, DATUM_END };
struct slant_datum {
	const struct slant_datum *next;
	const char *key; /* NULL in arrays */
	uint32_t kind;
	uint32_t start, end; /* span, range, place */
	int64_t number;
	const char *text; /* text; the type of a span, or NULL */
	size_t length;
};

struct finding {
	slant_finding seen; /* what other plugins see: start, end, rule, rule_name, data */
	const struct slant_datum *last;
	uint32_t plugin; /* index into results.plugins */
	uint32_t order;  /* of emission */
	uint32_t id;     /* "f1", "f2" ... in text order; 0 for one that is not reported; set by record_write */
	const char *given_speaker; /* what the plugin said, or NULL */
	int8_t given_voice;        /* enum slant_voice, -1: the rule's, or none */
	uint8_t certain;
	/* filled when voices are resolved */
	uint8_t role, voice;
	const char *speaker; /* NULL: unknown */
};

/* A stretch that is not the narrator's, innermost wins already: they do not overlap. */
struct voice_span {
	uint32_t start, end;
	uint8_t voice, certain;
	const char *speaker; /* or NULL */
	const struct finding *by; /* NULL: quotation marks alone */
};

enum plugin_status { PLUGIN_OK, PLUGIN_FAILED, PLUGIN_TIMED_OUT, PLUGIN_DISABLED, PLUGIN_UNSUPPORTED };
struct plugin_result {
	const slant_plugin *plugin; /* NULL for one that could not be loaded, or a lexicon analyzer */
	const char *name, *version;
	enum plugin_status status;
	const char *kind, *message; /* "crash" | "timeout" | "memory" | "protocol" | "invalid", or NULL */
	int reported;               /* 0: runs (voice provider) but --plugin leaves it out */
	struct finding **findings;  /* in order of emission */
	uint32_t finding_count, finding_size;
	const slant_rule *rules;    /* declared and dynamic, rule_count of them */
	uint32_t rule_count;
	const struct metric_plan *metrics; /* made once by metrics_plan, metric_count of them */
	uint32_t metric_count;
};

/* A declared metric with the names it mentions looked up. */
struct metric_plan {
	const slant_metric *declared;
	const uint8_t *in, *of; /* by rule: 1 when it is counted; NULL: every rule */
	const char *lexicon;    /* only findings whose data say this lexicon, or NULL */
};

struct metric_value { /* one call of a plugin that computes itself; the host's own are made when the record is written */
	uint32_t plugin, metric;
	const char *label;
	int64_t k, n;
};

struct results {
	struct arena *arena;
	const struct document *document;
	struct plugin_result *plugins;
	uint32_t plugin_count;
	const struct voice_span *voices;
	uint32_t voice_count;
	uint32_t words_by_voice[SLANT_VOICES];
	struct metric_value *metrics;
	uint32_t metric_count, metric_size;
	struct text_note *notes;
	uint32_t note_count, note_size;
};

void results_init(struct results *, struct arena *, const struct document *, uint32_t plugin_count);
struct finding *results_add_finding(struct results *, uint32_t plugin, uint32_t rule, uint32_t start, uint32_t end);
struct slant_datum *results_add_datum(struct results *, struct finding *, enum datum_kind, const char *key);
void results_add_metric(struct results *, uint32_t plugin, uint32_t metric, const char *label, int64_t k, int64_t n);
void results_add_note(struct results *, uint32_t start, uint32_t end, const char *severity, const char *message);

/* What a metric's rules mean for these rules; name of a rule that is not there in *unknown, or NULL. */
struct metric_plan *metrics_plan(const slant_metric *metrics, uint32_t count, const slant_rule *rules,
				 uint32_t rule_count, const char **unknown);
void metrics_plan_free(struct metric_plan *, uint32_t count);

static inline int datum_opens(const struct slant_datum *d)
{
	return d->kind == DATUM_OBJECT || d->kind == DATUM_PLACE || d->kind == DATUM_ARRAY;
}

/* The datum at a key, or at a path of keys ("cue.strength"), of `data`; NULL when there is none. */
const struct slant_datum *datum_find(const struct slant_datum *data, const char *path);
/* The text at a path, or the type of a span at "PATH.type"; NULL when there is none. */
const char *datum_text(const struct slant_datum *data, const char *path);
/* The one behind it on the same level, or NULL. */
const struct slant_datum *datum_skip(const struct slant_datum *);

/* The voice that a finding gives to its span (enum slant_voice), or -1. */
int finding_voice(const struct results *, const struct finding *);

/* Once, after all plugins ran: who speaks where (design section 5), then role,
 * voice and speaker of every finding, and the words of each voice. */
void voices_resolve(struct results *);

#endif
