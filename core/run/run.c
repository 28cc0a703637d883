/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "run/run.h"
#include "run/pool.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"

static int give_record(const struct run_options *o, struct run_report *report, const char *line, size_t n,
		       struct error *error)
{
	report->articles++;
	return o->record(o->context, line, n, error);
}

/* A record that was input: its line as it came, with an end. */
static int give_line(const struct run_options *o, struct run_report *report, struct buffer *out, const char *line,
		     size_t n, struct error *error)
{
	buffer_clear(out);
	buffer_add(out, line, n);
	buffer_byte(out, '\n');
	return give_record(o, report, out->data, out->length, error);
}

static void tell_bad(const struct run_options *o, struct run_report *report, const struct error *why)
{
	report->unreadable++;
	if (o->bad != NULL)
		o->bad(o->context, why);
}

static int run_here(const struct engine *e, struct input *in, const struct run_options *o, struct run_report *report,
		 struct error *error)
{
	static const struct host_article usual;
	struct arena arena;
	struct buffer out = {0};
	struct article article;
	const char *line;
	size_t n;
	int result = 0;
	arena_init(&arena);
	while (result == 0) {
		struct error why = {0};
		arena_reset(&arena);
		enum input_result got = input_next(in, &arena, &article, &line, &n, &why);
		if (got == INPUT_END)
			break;
		if (got == INPUT_BAD)
			tell_bad(o, report, &why);
		else if (got == INPUT_RECORD)
			result = give_line(o, report, &out, line, n, error);
		else {
			buffer_clear(&out);
			report->plugin_failures += (uint64_t)engine_analyze(e, &article, &usual, &out);
			result = give_record(o, report, out.data, out.length, error);
		}
	}
	buffer_free(&out);
	arena_free(&arena);
	return result;
}

void run_options_init(struct run_options *o)
{
	*o = (struct run_options){.jobs = 1, .timeout = 10000, .memory_limit = (size_t)4 << 30};
#ifdef SLANT_STATIC_PLUGINS /* one process, also where there is no fork */
	o->in_process = 1;
#endif
}

int run_articles(const struct engine *e, struct input *in, const struct run_options *o, struct run_report *report,
		 struct error *error)
{
	*report = (struct run_report){0};
	return o->in_process ? run_here(e, in, o, report, error) : pool_run(e, in, o, report, error);
}
