/* SPDX-License-Identifier: MIT */
#include "report/report.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/json.h"
#include "compare/view.h"
#include "report/plain.h"
#include "text/document.h"

#include <string.h>

/* "47:12 “so-called partner” (quoted, The mayor)" */
static void put_place(struct buffer *b, const struct view_finding *f)
{
	buffer_printf(b, "    %lld:%lld  ", (long long)json_get_int(f->json, "line", 0),
		      (long long)json_get_int(f->json, "column", 0));
	if (f->text != NULL) {
		buffer_text(b, "“");
		plain_text(b, f->text);
		buffer_text(b, "”");
	}
	if (f->voice == SLANT_VOICE_NARRATOR)
		return;
	buffer_printf(b, " (%s", voice_name(f->voice));
	if (f->speaker != NULL) {
		buffer_text(b, ": ");
		plain_text(b, f->speaker);
	}
	buffer_byte(b, ')');
}

static void put_sentence(struct buffer *b, const struct view *v, const struct view_finding *f)
{
	if (v->text == NULL || f->sentence == VIEW_NONE)
		return;
	const struct view_sentence *s = &v->sentences[f->sentence];
	buffer_text(b, "        ");
	plain_wrap(b, v->text + s->byte, s->byte_end - s->byte, 8, 8, REPORT_WIDTH);
}

static void put_rule(struct buffer *b, const struct view *v, const char *plugin, const char *rule)
{
	uint32_t count = 0, last = VIEW_NONE;
	for (uint32_t i = 0; i < v->finding_count; i++)
		count += strcmp(v->findings[i].plugin, plugin) == 0 && strcmp(v->findings[i].rule, rule) == 0;
	buffer_printf(b, "  %s: %u\n", rule, count);
	for (uint32_t i = 0; i < v->finding_count; i++) {
		const struct view_finding *f = &v->findings[i];
		if (strcmp(f->plugin, plugin) != 0 || strcmp(f->rule, rule) != 0)
			continue;
		put_place(b, f);
		buffer_byte(b, '\n');
		if (f->sentence != last) /* several in one sentence show it once */
			put_sentence(b, v, f);
		last = f->sentence;
	}
}

static int seen_before(const struct view *v, uint32_t index)
{
	for (uint32_t i = 0; i < index; i++)
		if (strcmp(v->findings[i].plugin, v->findings[index].plugin) == 0 &&
		    strcmp(v->findings[i].rule, v->findings[index].rule) == 0)
			return 1;
	return 0;
}

static void put_plugin(struct buffer *b, const struct view *v, const json_t *plugin)
{
	const char *name = json_get_text(plugin, "name", ""), *status = json_get_text(plugin, "status", "ok");
	buffer_byte(b, '\n');
	plain_text(b, name);
	if (strcmp(status, "ok") != 0) {
		buffer_printf(b, ": %s", status);
		if (json_get_text(plugin, "message", NULL) != NULL) {
			buffer_text(b, ": ");
			plain_text(b, json_get_text(plugin, "message", ""));
		}
	}
	buffer_byte(b, '\n');
	for (uint32_t i = 0; i < v->finding_count; i++)
		if (strcmp(v->findings[i].plugin, name) == 0 && !seen_before(v, i))
			put_rule(b, v, name, v->findings[i].rule);
}

static void put_head(struct buffer *b, const struct view *v)
{
	plain_text(b, v->source ? v->source : v->id ? v->id : "article");
	if (v->outlet != NULL) {
		buffer_text(b, "  ");
		plain_text(b, v->outlet);
	}
	buffer_printf(b, "  %lld words, %lld of them the writer's own\n", (long long)v->words,
		      (long long)v->words_by_voice[SLANT_VOICE_NARRATOR]);
}

void report_article_text(struct buffer *b, const json_t *record)
{
	struct view v;
	struct error error;
	const json_t *plugin;
	size_t i;
	if (view_init(&v, (json_t *)record, 0, NULL, &error) != 0) {
		plain_text(b, error.text);
		buffer_byte(b, '\n');
		return;
	}
	put_head(b, &v);
	json_array_foreach(json_object_get(record, "plugins"), i, plugin)
		put_plugin(b, &v, plugin);
	buffer_byte(b, '\n');
	view_free(&v);
}
