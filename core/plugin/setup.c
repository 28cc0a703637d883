/* SPDX-License-Identifier: MIT */
/* What a plugin can ask for while it opens. */
#include "plugin/analyzer.h"
#include "plugin/check.h"
#include "plugin/services.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/memory.h"
#include "text/tokenize.h"
#include "text/vocabulary.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct setup {
	slant_setup seen; /* first: plugins hold a pointer to it */
	struct host *host;
	struct analyzer *analyzer;
	int refused;
};

static struct setup *mine(slant_setup *s)
{
	return (struct setup *)(void *)s;
}

/* ---- words ---- */

/* The only token of a text, or what follows a letter when it is a clitic ("'s"). */
static int single_token(struct arena *arena, const struct vocabulary *v, const char *text, slant_token *token)
{
	slant_token *tokens;
	uint32_t n = (uint32_t)strlen(text);
	if (tokenize(v, text, n, arena, &tokens) == 1) {
		*token = tokens[0];
		return 1;
	}
	const char *behind = arena_printf(arena, "x%s", text);
	if (tokenize(v, behind, n + 1, arena, &tokens) != 2 || !(tokens[1].flags & SLANT_CLITIC))
		return 0;
	*token = tokens[1];
	return 1;
}

uint32_t setup_word(slant_setup *seen, const char *word)
{
	struct vocabulary *v = mine(seen)->host->vocabulary;
	struct arena arena;
	slant_token token;
	uint32_t id = SLANT_NONE;
	arena_init(&arena);
	if (single_token(&arena, v, word, &token)) {
		char *folded = arena_alloc(&arena, 4 * strlen(word) + 1);
		size_t n = text_fold(word, strlen(word), folded);
		id = token.kind == SLANT_MARK ? token.word : vocabulary_add(v, folded, n);
	}
	arena_free(&arena);
	return id;
}

uint32_t setup_word_limit(slant_setup *seen)
{
	return vocabulary_limit(mine(seen)->host->vocabulary);
}

uint32_t setup_entries(slant_setup *seen, const slant_entry **entries)
{
	struct setup *s = mine(seen);
	*entries = NULL;
	return s->analyzer->group == SLANT_NONE ? 0 : matcher_entries(s->host->matcher, s->analyzer->group, entries);
}

/* ---- rules ---- */

/* Names of concepts become rules by the hundred: found by sorting would be quicker
 * still, but this runs once. */
static uint32_t find_rule(const struct analyzer *a, const char *name)
{
	for (uint32_t i = 0; i < a->rules.count; i++)
		if (strcmp(a->rules.items[i].name, name) == 0)
			return i;
	return SLANT_NONE;
}

uint32_t setup_rule(slant_setup *seen, const char *name, const char *summary)
{
	struct analyzer *a = mine(seen)->analyzer;
	uint32_t rule = find_rule(a, name);
	if (rule != SLANT_NONE)
		return rule;
	if (!check_name(name)) {
		setup_refuse(seen, "rule '%s': a name may hold lower-case letters, digits and _ only", name);
		return SLANT_NONE;
	}
	slant_rule *r = vector_push(&a->rules);
	*r = (slant_rule){.name = analyzer_own(a, mem_copy(name)), .summary = analyzer_own(a, mem_copy(summary ? summary : ""))};
	return a->rules.count - 1;
}

int setup_refuse(slant_setup *seen, const char *format, ...)
{
	struct setup *s = mine(seen);
	char text[600];
	va_list list;
	va_start(list, format);
	vsnprintf(text, sizeof text, format, list);
	va_end(list);
	if (!s->refused)
		s->analyzer->message = analyzer_own(s->analyzer, services_clean(text));
	s->refused = 1;
	return -1;
}

/* ---- options ---- */

static const slant_option *find_option(slant_setup *seen, const char *name, uint32_t *index)
{
	const slant_option *options = mine(seen)->analyzer->plugin.options;
	for (*index = 0; options != NULL && options[*index].name != NULL; ++*index)
		if (strcmp(options[*index].name, name) == 0)
			return &options[*index];
	setup_refuse(seen, "asks for the option %s, which it does not declare", name);
	return NULL;
}

int64_t setup_option_int(slant_setup *seen, const char *name)
{
	uint32_t i;
	return find_option(seen, name, &i) ? mine(seen)->analyzer->option_numbers[i] : 0;
}

const char *setup_option_text(slant_setup *seen, const char *name)
{
	uint32_t i;
	return find_option(seen, name, &i) ? mine(seen)->analyzer->option_texts[i] : "";
}

static int read_bool(const char *text, int64_t *value)
{
	static const char *const words[] = {"false", "true", "no", "yes", "off", "on", "0", "1"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(text, words[i]) == 0) {
			*value = i % 2;
			return 0;
		}
	return -1;
}

static int read_int(const char *text, const slant_option *o, int64_t *value)
{
	char *end;
	errno = 0;
	long long number = strtoll(text, &end, 10);
	if (errno != 0 || end == text || *end != '\0' || *text == ' ')
		return -1;
	if (o->min != o->max && (number < o->min || number > o->max))
		return -1;
	*value = number;
	return 0;
}

static int set_option(struct analyzer *a, uint32_t i, const char *text, struct error *error)
{
	const slant_option *o = &a->plugin.options[i];
	const char *plugin = a->plugin.name;
	if (o->kind == SLANT_OPTION_TEXT)
		a->option_texts[i] = analyzer_own(a, mem_copy(text));
	else if (o->kind == SLANT_OPTION_BOOL && read_bool(text, &a->option_numbers[i]) != 0)
		return error_set(error, ERROR_USAGE, "option %s.%s: '%s' is neither true nor false", plugin, o->name, text);
	else if (o->kind == SLANT_OPTION_INT && read_int(text, o, &a->option_numbers[i]) != 0)
		return o->min == o->max
			? error_set(error, ERROR_USAGE, "option %s.%s: '%s' is no whole number", plugin, o->name, text)
			: error_set(error, ERROR_USAGE, "option %s.%s: '%s' is no whole number from %lld to %lld", plugin,
				    o->name, text, (long long)o->min, (long long)o->max);
	return 0;
}

int setup_options(struct analyzer *a, const struct host_options *given, struct error *error)
{
	uint32_t count = check_count_options(a->plugin.options);
	a->option_numbers = mem_alloc((count + 1) * sizeof *a->option_numbers);
	a->option_texts = mem_alloc((count + 1) * sizeof *a->option_texts);
	for (uint32_t i = 0; i < count; i++) {
		const slant_option *o = &a->plugin.options[i];
		a->option_numbers[i] = o->number;
		a->option_texts[i] = o->text ? o->text : "";
		const char *text = given->option ? given->option(given->context, a->plugin.name, o->name) : NULL;
		if (text != NULL && set_option(a, i, text, error) != 0)
			return -1;
	}
	return 0;
}

/* ---- opening ---- */

static int fail(struct analyzer *a, char *message)
{
	a->failed = 1;
	a->message = analyzer_own(a, message);
	return -1;
}

static int call_open(struct host *host, struct analyzer *a)
{
	struct setup s = {.seen = {.host = &host_table}, .host = host, .analyzer = a};
	if (a->plugin.open == NULL)
		return 0;
	int result = a->plugin.open(&s.seen, &a->state);
	a->opened = result == 0;
	if (result == 0 && !s.refused)
		return 0;
	a->failed = 1;
	if (!s.refused)
		a->message = "open() failed without saying why";
	return -1;
}

static int plan_metrics(struct analyzer *a)
{
	const char *unknown;
	char text[200];
	a->metric_count = check_count_metrics(a->plugin.metrics);
	a->metrics = metrics_plan(a->plugin.metrics, a->metric_count, a->rules.items, a->rules.count, &unknown);
	if (unknown == NULL)
		return 0;
	snprintf(text, sizeof text, "a metric names the rule '%.*s', which is not declared", (int)strcspn(unknown, ","), unknown);
	return fail(a, mem_copy(text));
}

int setup_open(struct host *host, struct analyzer *a)
{
	uint32_t count = check_count_rules(a->plugin.rules);
	for (uint32_t i = 0; i < count; i++)
		*vector_push(&a->rules) = a->plugin.rules[i];
	a->group = matcher_group(host->matcher, a->plugin.name);
	return call_open(host, a) != 0 || plan_metrics(a) != 0 ? -1 : 0;
}
