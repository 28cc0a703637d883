/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "plugin/host.h"
#include "plugin/analyzer.h"
#include "plugin/check.h"
#include "plugin/services.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *services_clean(const char *text)
{
	size_t n = strlen(text);
	char *clean = mem_copy_n(text, n);
	for (size_t i = 0; i < n;) {
		size_t good = utf8_valid(clean + i, n - i);
		for (size_t k = i; k < i + good; k++)
			if ((unsigned char)clean[k] < 0x20 || clean[k] == 0x7f)
				clean[k] = ' ';
		i += good;
		if (i < n)
			clean[i++] = '?';
	}
	return clean;
}

const char *analyzer_own(struct analyzer *a, char *string)
{
	*vector_push(&a->owned) = string;
	return string;
}

static void end_code(struct analyzer *a)
{
	int saved = a->module.own ? -1 : loader_hush();
	if (a->opened && a->plugin.close != NULL)
		a->plugin.close(a->state);
	loader_close(&a->module);
	if (!a->module.own)
		loader_unhush(saved);
}

void analyzer_free(struct analyzer *a)
{
	if (a->plain) {
		free(a->state);
		free(a->metrics); /* its sets are NULL */
	} else {
		metrics_plan_free(a->metrics, a->metric_count);
		end_code(a);
	}
	free(a->option_numbers);
	free(a->option_texts);
	vector_free(&a->rules);
	for (uint32_t i = 0; i < a->owned.count; i++)
		free(a->owned.items[i]);
	vector_free(&a->owned);
	loader_free(&a->module);
}

int analyzer_load(struct host *host, struct analyzer *a, const struct host_options *options, struct error *error)
{
	const slant_plugin *given = loader_open(&a->module, error);
	if (given == NULL || check_plugin(given, &a->plugin, error) != 0 || setup_options(a, options, error) != 0)
		return -1;
	setup_open(host, a);
	return 0;
}

/* ---- loading all ---- */

static void refuse(struct host *h, const char *path, const struct error *why)
{
	struct buffer text = {0};
	buffer_printf(&text, "%s%s%s", path ? path : "", path ? ": " : "", why->text);
	*vector_push(&h->refused) = services_clean(text.data);
	buffer_free(&text);
}

static void refuse_analyzer(struct host *h, const struct analyzer *a, const struct error *why)
{
	refuse(h, a->module.path, why);
	*vector_push(&h->refused_stems) = mem_copy(a->module.stem);
}

/* Those behind the first `placed` wait for each other. */
static void refuse_circle(struct host *h, uint32_t placed)
{
	struct error why;
	struct buffer names = {0};
	for (uint32_t i = placed; i < h->analyzers.count; i++)
		buffer_printf(&names, "%s%s", names.length ? ", " : "", h->analyzers.items[i].plugin.name);
	if (names.length > 0)
		error_set(&why, ERROR_PLUGIN, "these plugins each want to run after another of them: %s", names.data);
	while (h->analyzers.count > placed) {
		struct analyzer *a = &h->analyzers.items[--h->analyzers.count];
		refuse_analyzer(h, a, &why);
		analyzer_free(a);
	}
	buffer_free(&names);
}

static const struct analyzer *find(const struct host *h, const char *name)
{
	for (uint32_t i = 0; i < h->analyzers.count; i++)
		if (strcmp(h->analyzers.items[i].plugin.name, name) == 0)
			return &h->analyzers.items[i];
	return NULL;
}

static int load_checked(struct host *h, struct analyzer *a, const struct host_options *options, struct error *error)
{
	if (loader_trust(&a->module, error) != 0)
		return -1;
	if (!a->module.own && !options->no_fork && trial_run(h, &a->module, options, error) != 0)
		return -1;
	int saved = a->module.own ? -1 : loader_hush();
	int result = analyzer_load(h, a, options, error);
	if (!a->module.own)
		loader_unhush(saved);
	if (result != 0)
		return -1;
	const struct analyzer *same = find(h, a->plugin.name);
	if (same != NULL)
		return error_set(error, ERROR_PLUGIN, "an analyzer named %s is loaded already, from %s", a->plugin.name,
				 same->module.path);
	return 0;
}

/* 0 also for one that is refused: only a wrong option value ends the run. */
static int load_module(struct host *h, struct module *m, const struct host_options *options, struct error *error)
{
	struct error why = {0};
	struct analyzer a = {.module = *m, .group = SLANT_NONE};
	if (load_checked(h, &a, options, &why) == 0) {
		*vector_push(&h->analyzers) = a;
		return 0;
	}
	if (why.kind == ERROR_USAGE)
		*error = why;
	else
		refuse_analyzer(h, &a, &why);
	analyzer_free(&a);
	return why.kind == ERROR_USAGE ? -1 : 0;
}

static int list_modules(struct host *h, const struct host_options *options, modules *list, struct error *error)
{
	loader_list_linked(list);
	for (uint32_t i = 0; !options->static_only && options->dirs != NULL && options->dirs[i] != NULL; i++) {
		int own = i < options->own_dirs;
		if (own && list->count > 0 && list->items[0].handle != NULL)
			continue; /* what would lie there is linked in */
		if (loader_list(options->dirs[i], own, list, error) == 0)
			continue;
		if (!own && error->kind == ERROR_USAGE)
			return -1;
		refuse(h, NULL, error);
	}
	return 0;
}

/* Whether a module of that file name was there but could not be used: its lexicons
 * must not turn into an analyzer of another meaning. */
static int was_refused(const struct host *h, const char *name)
{
	for (uint32_t i = 0; i < h->refused_stems.count; i++)
		if (strcmp(h->refused_stems.items[i], name) == 0)
			return 1;
	return 0;
}

static void add_plain(struct host *h)
{
	const char *const *names;
	uint32_t count = matcher_plugins(h->matcher, &names);
	for (uint32_t i = 0; i < count; i++)
		if (find(h, names[i]) == NULL && !was_refused(h, names[i])) {
			struct analyzer a;
			plain_make(h, &a, names[i]);
			*vector_push(&h->analyzers) = a;
		}
}

/* ---- who runs ---- */

static int listed(const char *const *names, const char *name)
{
	for (; names != NULL && *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return 1;
	return 0;
}

static int is_voice_provider(const struct analyzer *a)
{
	for (uint32_t i = 0; i < a->rules.count; i++)
		if (a->rules.items[i].gives_voice)
			return 1;
	return 0;
}

/* What runs: what is reported, what gives voices, and whose findings those read. From
 * the last backwards, since everybody stands behind what it reads. */
static void choose(struct host *h, const struct host_options *o)
{
	for (uint32_t i = h->analyzers.count; i-- > 0;) {
		struct analyzer *a = &h->analyzers.items[i];
		a->reported = o->report == NULL || listed(o->report, a->plugin.name);
		a->runs |= a->reported || is_voice_provider(a);
		for (uint32_t k = 0; a->runs && k < i; k++)
			h->analyzers.items[k].runs |= check_lists(a->plugin.after, h->analyzers.items[k].plugin.name);
	}
}

static int check_report(struct host *h, const struct host_options *o, struct error *error)
{
	for (const char *const *name = o->report; name != NULL && *name != NULL; name++)
		if (find(h, *name) == NULL && !was_refused(h, *name))
			return error_set(error, ERROR_USAGE, "there is no plugin '%s'; 'slantwise plugins list' names them", *name);
	return 0;
}

static void start_results(struct host *h, const struct host_options *o)
{
	h->results = mem_alloc((h->analyzers.count + 1) * sizeof *h->results);
	for (uint32_t i = 0; i < h->analyzers.count; i++) {
		struct analyzer *a = &h->analyzers.items[i];
		enum plugin_status status = listed(o->disabled, a->plugin.name) ? PLUGIN_DISABLED
					    : a->failed			       ? PLUGIN_FAILED
									       : PLUGIN_OK;
		h->results[i] = (struct plugin_result){
			.plugin = a->plain ? NULL : &a->plugin, .name = a->plugin.name, .version = a->plugin.version,
			.status = status, .message = status == PLUGIN_FAILED ? a->message : NULL, .reported = a->reported,
			.rules = a->rules.items, .rule_count = a->rules.count, .metrics = a->metrics,
			.metric_count = a->metric_count};
	}
}

struct host *host_new(const struct host_options *o, const struct matcher *matcher, struct vocabulary *vocabulary,
		      struct error *error)
{
	modules list = {0};
	struct host *h = mem_alloc(sizeof *h);
	h->matcher = matcher;
	h->vocabulary = vocabulary;
	int result = loader_init(error);
	uint32_t taken = 0;
	if (result == 0)
		result = list_modules(h, o, &list, error);
	for (; result == 0 && taken < list.count; taken++)
		result = load_module(h, &list.items[taken], o, error);
	while (taken < list.count)
		loader_free(&list.items[taken++]);
	if (result == 0) {
		add_plain(h);
		result = check_report(h, o, error);
	}
	vector_free(&list);
	if (result == 0) {
		refuse_circle(h, order_analyzers(h));
		choose(h, o);
		start_results(h, o);
		return h;
	}
	host_free(h);
	return NULL;
}

void host_free(struct host *h)
{
	if (h == NULL)
		return;
	for (uint32_t i = h->analyzers.count; i-- > 0;)
		analyzer_free(&h->analyzers.items[i]);
	vector_free(&h->analyzers);
	for (uint32_t i = 0; i < h->refused.count; i++)
		free(h->refused.items[i]);
	vector_free(&h->refused);
	for (uint32_t i = 0; i < h->refused_stems.count; i++)
		free(h->refused_stems.items[i]);
	vector_free(&h->refused_stems);
	free(h->results);
	free(h);
	loader_exit();
}

uint32_t host_count(const struct host *h)
{
	return h->analyzers.count;
}

const struct plugin_result *host_plugins(const struct host *h)
{
	return h->results;
}

const char *host_plugin_path(const struct host *h, uint32_t index)
{
	return h->analyzers.items[index].module.path;
}

uint32_t host_refused(const struct host *h, const char *const **messages)
{
	*messages = (const char *const *)h->refused.items;
	return h->refused.count;
}

/* ---- one article ---- */

static int same_primary(const char *list, const char *language)
{
	char tag[16];
	size_t n = strcspn(language, "-_");
	if (n >= sizeof tag)
		return 0;
	memcpy(tag, language, n);
	tag[n] = '\0';
	return check_lists(list, tag);
}

static int supported(const struct host *h, const struct analyzer *a, const slant_document *d)
{
	if (a->plugin.languages != NULL)
		return same_primary(a->plugin.languages, d->language);
	return a->group == SLANT_NONE || matcher_group_has_language(h->matcher, a->group, d->language);
}

/* What the plugin's state is before it is called, or instead. */
static void begin(const struct host *h, uint32_t i, const struct host_article *how, struct results *r)
{
	struct plugin_result *p = &r->plugins[i];
	*p = h->results[i];
	if (p->status == PLUGIN_OK && !supported(h, &h->analyzers.items[i], &r->document->seen))
		p->status = PLUGIN_UNSUPPORTED;
	for (uint32_t f = 0; f < how->fault_count; f++)
		if (how->faults[f].plugin == i) {
			p->status = how->faults[f].status;
			p->kind = how->faults[f].kind;
			p->message = how->faults[f].message;
		}
}

static void watched_run(const struct host *h, uint32_t i, const struct matches *matches, const struct host_article *how,
			struct results *r)
{
	if (how->watch != NULL) {
		how->watch->plugin = i;
		how->watch->calls++;
	}
	sink_run(h, i, matches, r);
	if (how->called != NULL)
		how->called(how->context);
	if (how->watch != NULL)
		how->watch->plugin = SLANT_NONE;
}

void host_analyze(const struct host *h, const struct document *document, const struct matches *matches,
		  const struct host_article *how, struct arena *arena, struct results *r)
{
	results_init(r, arena, document, h->analyzers.count);
	for (uint32_t i = 0; i < h->analyzers.count; i++) {
		begin(h, i, how, r);
		if (r->plugins[i].status == PLUGIN_OK && h->analyzers.items[i].runs)
			watched_run(h, i, matches, how, r);
	}
	voices_resolve(r);
}
