/* SPDX-License-Identifier: MIT */
/* What a plugin can do with a document: findings, their data, metrics, notes. All
 * that it says is checked here; the first thing that is wrong ends its part in
 * this article, and what it found there is dropped. */
#include "plugin/analyzer.h"
#include "plugin/check.h"
#include "plugin/services.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <limits.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define MAX_DEPTH 16              /* of objects and arrays in `data` */
#define MAX_FINDINGS 1000000u     /* of one plugin in one article */
#define MAX_NUMBER ((int64_t)1 << 53) /* beyond, readers of JSON lose digits */

struct sink {
	slant_sink seen; /* first: plugins hold a pointer to it */
	const struct host *host;
	const struct analyzer *analyzer;
	uint32_t plugin;
	const struct matches *matches;
	struct results *results;
	struct finding *finding; /* begun last, or NULL */
	int muted;               /* the last one began where no findings are made */
	uint32_t depth;
	const struct slant_datum *open[MAX_DEPTH]; /* containers; NULL stands for `data` itself */
	int failed;
	const char *kind, *message;
	uint32_t paragraph; /* where the last finding was: the next is near */
};

static struct sink *mine(slant_sink *s)
{
	return (struct sink *)(void *)s;
}

static int stop(struct sink *s, const char *kind, const char *format, ...) __attribute__((format(printf, 3, 4)));
static int stop(struct sink *s, const char *kind, const char *format, ...)
{
	char text[600];
	va_list list;
	if (s->failed)
		return -1;
	va_start(list, format);
	vsnprintf(text, sizeof text, format, list);
	va_end(list);
	s->failed = 1;
	s->kind = kind;
	s->message = arena_copy(s->results->arena, text, strlen(text));
	return -1;
}

#define INVALID(s, ...) stop(s, "invalid", __VA_ARGS__)

/* ---- spans ---- */

static int inside_code_point(const slant_document *d, uint32_t at)
{
	return ((unsigned char)d->text[at] & 0xc0) == 0x80;
}

static int check_span(struct sink *s, const char *what, uint32_t start, uint32_t end)
{
	const slant_document *d = &s->results->document->seen;
	if (end < start)
		return INVALID(s, "%s: the span %u to %u ends before it starts", what, start, end);
	if (end > d->length)
		return INVALID(s, "%s: the span %u to %u lies outside the text of %u bytes", what, start, end, d->length);
	if (inside_code_point(d, start) || inside_code_point(d, end))
		return INVALID(s, "%s: the span %u to %u cuts a character", what, start, end);
	return 0;
}

/* Findings mostly come in rising order: look around the last place, then everywhere. */
static int analyzed_at(struct sink *s, uint32_t at)
{
	const slant_document *d = &s->results->document->seen;
	if (s->paragraph >= d->paragraph_count || d->paragraphs[s->paragraph].start > at)
		s->paragraph = 0;
	if (s->paragraph < d->paragraph_count && d->paragraphs[s->paragraph].end <= at) {
		uint32_t low = s->paragraph, high = d->paragraph_count;
		while (low < high) {
			uint32_t middle = low + (high - low) / 2;
			if (d->paragraphs[middle].end <= at)
				low = middle + 1;
			else
				high = middle;
		}
		s->paragraph = low;
	}
	return s->paragraph < d->paragraph_count && d->paragraphs[s->paragraph].start <= at &&
	       d->paragraphs[s->paragraph].analyzed;
}

/* ---- findings ---- */

static int close_finding(struct sink *s)
{
	if (s->depth > 0)
		return INVALID(s, "rule %s: an object or array of its data is not closed", s->finding->seen.rule_name);
	s->finding = NULL;
	s->muted = 0;
	return 0;
}

int sink_finding(slant_sink *seen, uint32_t rule, uint32_t start, uint32_t end)
{
	struct sink *s = mine(seen);
	if (s->failed || close_finding(s) != 0)
		return -1;
	if (rule >= s->analyzer->rules.count)
		return INVALID(s, "a finding of rule number %u, which is not declared", rule);
	if (check_span(s, s->analyzer->rules.items[rule].name, start, end) != 0)
		return -1;
	if (!analyzed_at(s, start)) {
		s->muted = 1;
		return 0;
	}
	if (s->results->plugins[s->plugin].finding_count == MAX_FINDINGS)
		return INVALID(s, "more than %u findings in one article", MAX_FINDINGS);
	s->finding = results_add_finding(s->results, s->plugin, rule, start, end);
	return 0;
}

/* The finding that a data call belongs to; NULL when there is nothing to do. */
static struct finding *current(struct sink *s)
{
	if (!s->failed && !s->muted && s->finding == NULL)
		INVALID(s, "data before the first finding");
	return s->failed || s->muted ? NULL : s->finding;
}

static int key_is_new(struct sink *s, const struct finding *f, const char *key)
{
	const struct slant_datum *in = s->depth > 0 ? s->open[s->depth - 1] : NULL;
	if (in != NULL && in->kind == DATUM_PLACE &&
	    (strcmp(key, "start") == 0 || strcmp(key, "end") == 0 || strcmp(key, "text") == 0))
		return 0; /* the host writes these */
	for (const struct slant_datum *d = in ? in->next : f->seen.data; d != NULL; d = datum_skip(d))
		if (d->key == key || strcmp(d->key, key) == 0)
			return 0;
	return 1;
}

static struct slant_datum *add(slant_sink *seen, enum datum_kind kind, const char *key)
{
	struct sink *s = mine(seen);
	struct finding *f = current(s);
	if (f == NULL)
		return NULL;
	int in_array = s->depth > 0 && s->open[s->depth - 1]->kind == DATUM_ARRAY;
	if (in_array != (key == NULL))
		INVALID(s, "rule %s: %s", f->seen.rule_name, in_array ? "a key inside an array" : "data without a key");
	else if (key != NULL && !key_is_new(s, f, key))
		INVALID(s, "rule %s: the key %s is given twice", f->seen.rule_name, key);
	return s->failed ? NULL : results_add_datum(s->results, f, kind, key);
}

void sink_data_int(slant_sink *seen, const char *key, int64_t value)
{
	struct slant_datum *d = add(seen, DATUM_INT, key);
	if (d == NULL)
		return;
	if (value > MAX_NUMBER || value < -MAX_NUMBER)
		INVALID(mine(seen), "the number %lld is too large", (long long)value);
	d->number = value;
}

void sink_data_bool(slant_sink *seen, const char *key, int value)
{
	struct slant_datum *d = add(seen, DATUM_BOOL, key);
	if (d != NULL)
		d->number = value != 0;
}

static const char *copy_text(struct sink *s, const char *text, size_t n)
{
	if (text == NULL || utf8_valid(text, n) != n) {
		INVALID(s, "a text is not valid UTF-8");
		return "";
	}
	return arena_copy(s->results->arena, text, n);
}

void sink_data_text(slant_sink *seen, const char *key, const char *value, size_t length)
{
	struct slant_datum *d = add(seen, DATUM_TEXT, key);
	if (d == NULL)
		return;
	d->text = copy_text(mine(seen), value, length);
	d->length = length;
}

static void add_place(slant_sink *seen, enum datum_kind kind, const char *key, uint32_t start, uint32_t end,
		      const char *type)
{
	struct slant_datum *d = add(seen, kind, key);
	if (d == NULL || check_span(mine(seen), key ? key : "data", start, end) != 0)
		return;
	d->start = start;
	d->end = end;
	d->text = type;
}

void sink_data_span(slant_sink *seen, const char *key, uint32_t start, uint32_t end, const char *type)
{
	add_place(seen, DATUM_SPAN, key, start, end, type);
}

void sink_data_range(slant_sink *seen, const char *key, uint32_t start, uint32_t end)
{
	add_place(seen, DATUM_RANGE, key, start, end, NULL);
}

static struct slant_datum *open_container(slant_sink *seen, enum datum_kind kind, const char *key)
{
	struct sink *s = mine(seen);
	if (s->depth == MAX_DEPTH) {
		INVALID(s, "data nested deeper than %d", MAX_DEPTH);
		return NULL;
	}
	struct slant_datum *d = add(seen, kind, key);
	if (d != NULL)
		s->open[s->depth++] = d;
	return d;
}

void sink_data_place(slant_sink *seen, const char *key, uint32_t start, uint32_t end)
{
	struct slant_datum *d = open_container(seen, DATUM_PLACE, key);
	if (d == NULL || check_span(mine(seen), key ? key : "data", start, end) != 0)
		return;
	d->start = start;
	d->end = end;
}

void sink_data_object(slant_sink *seen, const char *key)
{
	open_container(seen, DATUM_OBJECT, key);
}

void sink_data_array(slant_sink *seen, const char *key)
{
	open_container(seen, DATUM_ARRAY, key);
}

void sink_data_end(slant_sink *seen)
{
	struct sink *s = mine(seen);
	struct finding *f = current(s);
	if (f == NULL)
		return;
	if (s->depth == 0) {
		INVALID(s, "data_end() without an open object or array");
		return;
	}
	results_add_datum(s->results, f, DATUM_END, NULL);
	s->depth--;
}

void sink_voice(slant_sink *seen, int voice, int certain)
{
	struct sink *s = mine(seen);
	struct finding *f = current(s);
	if (f == NULL)
		return;
	if (voice < 0 || voice >= SLANT_VOICES) {
		INVALID(s, "voice %d, which there is not", voice);
		return;
	}
	f->given_voice = (int8_t)voice;
	f->certain = certain != 0;
}

void sink_speaker(slant_sink *seen, const char *name, size_t length)
{
	struct finding *f = current(mine(seen));
	if (f != NULL && length > 0)
		f->given_speaker = copy_text(mine(seen), name, length);
}

/* ---- metrics ---- */

void sink_metric(slant_sink *seen, uint32_t metric, const char *label, int64_t k, int64_t n)
{
	struct sink *s = mine(seen);
	if (s->failed)
		return;
	if (metric >= s->analyzer->metric_count || s->analyzer->metrics[metric].declared->rules != NULL) {
		INVALID(s, "metric number %u is not one that it declared to compute itself", metric);
		return;
	}
	const slant_metric *m = s->analyzer->metrics[metric].declared;
	if ((m->kind == SLANT_DISTRIBUTION) != (label != NULL))
		INVALID(s, "metric %s: a label belongs to a distribution, and to nothing else", m->name);
	else if (k > INT_MAX || k < -INT_MAX || n > INT_MAX || n < -INT_MAX)
		INVALID(s, "metric %s: the number is too large", m->name);
	else
		results_add_metric(s->results, s->plugin, metric, label ? copy_text(s, label, strlen(label)) : NULL, k, n);
}

/* ---- other plugins ---- */

static uint32_t find_plugin(const struct host *host, const char *name)
{
	for (uint32_t i = 0; i < host->analyzers.count; i++)
		if (strcmp(host->analyzers.items[i].plugin.name, name) == 0)
			return i;
	return SLANT_NONE;
}

const slant_finding *sink_findings(slant_sink *seen, const char *plugin, uint32_t *count, int *failed)
{
	struct sink *s = mine(seen);
	uint32_t other = find_plugin(s->host, plugin);
	*count = 0;
	if (!check_lists(s->analyzer->plugin.after, plugin))
		INVALID(s, "reads findings of %s without naming it in `after`", plugin);
	int ran = !s->failed && other != SLANT_NONE && other < s->plugin && s->results->plugins[other].status == PLUGIN_OK;
	if (failed != NULL)
		*failed = !ran;
	if (!ran || s->results->plugins[other].finding_count == 0)
		return NULL;
	const struct plugin_result *p = &s->results->plugins[other];
	slant_finding *list = arena_alloc(s->results->arena, p->finding_count * sizeof *list);
	for (uint32_t i = 0; i < p->finding_count; i++)
		list[i] = p->findings[i]->seen;
	*count = p->finding_count;
	return list;
}

int64_t sink_get_int(const slant_finding *f, const char *key, int64_t missing)
{
	const struct slant_datum *d = datum_find(f->data, key);
	return d != NULL && (d->kind == DATUM_INT || d->kind == DATUM_BOOL) ? d->number : missing;
}

const char *sink_get_text(const slant_finding *f, const char *key)
{
	return datum_text(f->data, key);
}

int sink_get_span(const slant_finding *f, const char *key, uint32_t *start, uint32_t *end)
{
	const struct slant_datum *d = datum_find(f->data, key);
	if (d == NULL || (d->kind != DATUM_SPAN && d->kind != DATUM_RANGE && d->kind != DATUM_PLACE))
		return 0;
	*start = d->start;
	*end = d->end;
	return 1;
}

/* ---- the rest ---- */

uint32_t sink_hits(slant_sink *seen, const slant_hit **hits)
{
	struct sink *s = mine(seen);
	*hits = NULL;
	if (s->analyzer->group == SLANT_NONE)
		return 0;
	*hits = s->matches->groups[s->analyzer->group].hits;
	return s->matches->groups[s->analyzer->group].count;
}

void *sink_alloc(slant_sink *seen, size_t size)
{
	return arena_zero(mine(seen)->results->arena, size);
}

static const char *format_text(struct arena *arena, const char *prefix, const char *format, va_list list)
{
	char text[600];
	vsnprintf(text, sizeof text, format, list);
	char *clean = services_clean(text);
	const char *copy = arena_printf(arena, "%s%s%s", prefix, *prefix ? ": " : "", clean);
	free(clean);
	return copy;
}

void sink_note(slant_sink *seen, uint32_t start, uint32_t end, const char *format, ...)
{
	struct sink *s = mine(seen);
	va_list list;
	if (s->failed || check_span(s, "note", start, end) != 0)
		return;
	va_start(list, format);
	const char *text = format_text(s->results->arena, s->analyzer->plugin.name, format, list);
	va_end(list);
	results_add_note(s->results, start, end, "note", text);
}

int sink_fail(slant_sink *seen, const char *format, ...)
{
	struct sink *s = mine(seen);
	va_list list;
	if (s->failed)
		return -1;
	va_start(list, format);
	s->message = format_text(s->results->arena, "", format, list);
	va_end(list);
	s->failed = 1;
	return -1;
}

/* ---- running ---- */

/* A plugin that sets a locale would change how others read and write numbers. */
static void restore_locale(void)
{
	if (strcmp(setlocale(LC_ALL, NULL), "C") != 0)
		setlocale(LC_ALL, "C");
}

static void call(struct sink *s)
{
	const struct analyzer *a = s->analyzer;
	int result = a->plain ? plain_analyze(s->host, a, &s->seen)
			      : a->plugin.analyze(a->state, &s->results->document->seen, &s->seen);
	restore_locale();
	if (!s->failed && close_finding(s) == 0 && result != 0)
		INVALID(s, "analyze() returned %d without saying why", result);
}

void sink_run(const struct host *host, uint32_t plugin, const struct matches *matches, struct results *results)
{
	struct plugin_result *p = &results->plugins[plugin];
	struct sink s = {.seen = {.host = &host_table}, .host = host, .analyzer = &host->analyzers.items[plugin],
			 .plugin = plugin, .matches = matches, .results = results};
	uint32_t notes = results->note_count;
	call(&s);
	if (!s.failed)
		return;
	p->status = PLUGIN_FAILED;
	p->kind = s.kind;
	p->message = s.message;
	p->finding_count = 0;
	results->note_count = notes;
}

const slant_host host_table = {
	.abi = SLANT_ABI,
	.size = sizeof(slant_host),
	.word = setup_word,
	.word_limit = setup_word_limit,
	.entries = setup_entries,
	.rule = setup_rule,
	.option_int = setup_option_int,
	.option_text = setup_option_text,
	.refuse = setup_refuse,
	.hits = sink_hits,
	.finding = sink_finding,
	.data_int = sink_data_int,
	.data_bool = sink_data_bool,
	.data_text = sink_data_text,
	.data_span = sink_data_span,
	.data_range = sink_data_range,
	.data_object = sink_data_object,
	.data_array = sink_data_array,
	.data_end = sink_data_end,
	.voice = sink_voice,
	.speaker = sink_speaker,
	.metric = sink_metric,
	.findings = sink_findings,
	.get_int = sink_get_int,
	.get_text = sink_get_text,
	.get_span = sink_get_span,
	.alloc = sink_alloc,
	.note = sink_note,
	.fail = sink_fail,
	.data_place = sink_data_place,
};
