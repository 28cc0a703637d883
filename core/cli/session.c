/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/session.h"

#include <stdio.h>
#include <string.h>

void session_fault(struct session *s, const struct error *error)
{
	fprintf(stderr, "slantwise: %s\n", error->text);
	s->status[error->kind] = 1;
}

static const char *option(void *config, const char *plugin, const char *name)
{
	return config_option(config, plugin, name);
}

static void collect(struct string_list *into, const char *const *more)
{
	for (; more != NULL && *more != NULL; more++)
		string_list_add(into, *more);
}

static void tell_refused(struct session *s)
{
	const char *const *messages;
	uint32_t n = host_refused(engine_host(s->engine), &messages);
	for (uint32_t i = 0; i < n; i++)
		fprintf(stderr, "slantwise: %s\n", messages[i]);
	if (n > 0)
		s->status[ERROR_PLUGIN] = 1;
}

int session_open(struct session *s, struct common_options *o)
{
	struct error error = {0};
	*s = (struct session){0};
	places_find(&s->places);
	s->config = config_load(o->config, &error);
	if (s->config == NULL)
		goto fault;
	string_list_add(&s->dirs, s->places.plugins);
	collect(&s->dirs, string_list_get(&o->plugin_dirs));
	collect(&s->lexicons, config_lexicons(s->config));
	collect(&s->lexicons, string_list_get(&o->lexicons));
	const struct engine_options options = {
		.lexicon_dir = s->places.lexicons,
		.lexicons = string_list_get(&s->lexicons),
		.host = {.dirs = string_list_get(&s->dirs),
			 .own_dirs = 1,
			 .report = string_list_get(&o->plugins),
			 .disabled = config_disabled(s->config),
			 .option = option,
			 .context = s->config},
		.record = {.no_text = o->no_text},
		.version = PACKAGE_VERSION,
		.config_sha256 = config_sha256(s->config),
	};
	s->engine = engine_new(&options, &error);
	if (s->engine == NULL)
		goto fault;
	o->input.languages = engine_languages(s->engine);
	tell_refused(s);
	return 0;
fault:
	session_fault(s, &error);
	return -1;
}

int session_close(struct session *s)
{
	static const int order[] = {ERROR_USAGE, ERROR_OUTPUT, ERROR_PLUGIN, ERROR_INPUT, 1};
	engine_free(s->engine);
	config_free(s->config);
	places_free(&s->places);
	vector_free(&s->dirs.items);
	vector_free(&s->lexicons.items);
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		if (s->status[order[i]])
			return order[i];
	return 0;
}

/* run_articles has one context; the commands have theirs. */
struct relay {
	struct session *session;
	int (*record)(void *, const char *, size_t, struct error *);
	void *context;
};

static void bad(void *relay, const struct error *error)
{
	session_fault(((struct relay *)relay)->session, error);
}

/* Bytes of a plugin on their way to a terminal: nothing there may act on them. */
static void printed(void *relay, const char *bytes, size_t n)
{
	(void)relay;
	fputs("slantwise: a plugin printed: ", stderr);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)bytes[i];
		if (c == '\n' && i + 1 < n)
			fputs("\nslantwise: a plugin printed: ", stderr);
		else if (c != '\n' && (c < 0x20 || c > 0x7e))
			fprintf(stderr, "\\x%02x", c);
		else if (c != '\n')
			fputc(c, stderr);
	}
	fputc('\n', stderr);
}

static int pass_on(void *relay, const char *line, size_t n, struct error *error)
{
	const struct relay *r = relay;
	return r->record(r->context, line, n, error);
}

int session_run(struct session *s, const struct common_options *o, char **operands, int count,
		int (*record)(void *, const char *, size_t, struct error *), void *context)
{
	struct error error = {0};
	struct run_report report = {0};
	struct relay relay = {s, record, context};
	struct input *input = input_open(&o->input, (const char *const *)operands, (size_t)count, &error);
	struct run_options run;
	run_options_init(&run);
	run.jobs = o->jobs;
	run.in_process |= o->in_process;
	run.timeout = o->plugin_seconds * 1000;
	run.memory_limit = (size_t)o->plugin_megabytes << 20;
	run.record = pass_on;
	run.bad = bad;
	run.printed = printed;
	run.context = &relay;
	int result = input ? run_articles(s->engine, input, &run, &report, &error) : -1;
	if (result != 0)
		session_fault(s, &error);
	if (report.plugin_failures > 0)
		s->status[ERROR_PLUGIN] = 1;
	input_close(input);
	return result;
}
