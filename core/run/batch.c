/* SPDX-License-Identifier: MIT */
#include "run/batch.h"

#include "run/frame.h"
#include "run/parcel.h"

#include <stdlib.h>
#include <string.h>

#define MAX_TEXT ((size_t)256 * 1024)

static void put_text(struct batch *b, struct item *item, const char *text, size_t n)
{
	item->line = b->texts.length;
	item->line_size = n;
	buffer_add(&b->texts, text, n);
}

static void add_article(struct batch *b, const struct article *a)
{
	uint64_t index = b->items.count;
	struct item *item = vector_push(&b->items);
	*item = (struct item){.kind = ITEM_ARTICLE, .place = b->parcels.length};
	buffer_add(&b->parcels, &index, sizeof index);
	parcel_pack(&b->parcels, a);
	item->size = b->parcels.length - item->place;
}

static void add_line(struct batch *b, const char *line, size_t n)
{
	struct item *item = vector_push(&b->items);
	*item = (struct item){.kind = ITEM_LINE, .done = 1};
	put_text(b, item, line, n);
	buffer_byte(&b->texts, '\n');
	item->line_size++;
}

static void make_bad(struct batch *b, struct item *item, enum error_kind why, const char *message)
{
	*item = (struct item){.kind = ITEM_BAD, .done = 1, .why = why};
	put_text(b, item, message, strlen(message) + 1);
}

struct batch *batch_read(struct input *in, struct arena *arena, uint64_t number, uint32_t max_articles)
{
	struct batch *b = mem_alloc(sizeof *b);
	b->number = number;
	while (b->items.count < max_articles && b->parcels.length + b->texts.length < MAX_TEXT) {
		struct article article;
		struct error why = {0};
		const char *line;
		size_t n;
		arena_reset(arena);
		enum input_result got = input_next(in, arena, &article, &line, &n, &why);
		if (got == INPUT_END)
			break;
		if (got == INPUT_ARTICLE)
			add_article(b, &article);
		else if (got == INPUT_RECORD)
			add_line(b, line, n);
		else
			make_bad(b, vector_push(&b->items), why.kind, why.text);
	}
	if (b->items.count > 0)
		return b;
	batch_free(b);
	return NULL;
}

void batch_free(struct batch *b)
{
	buffer_free(&b->parcels);
	buffer_free(&b->texts);
	vector_free(&b->items);
	vector_free(&b->faults);
	free(b);
}

void batch_task(const struct batch *b, struct buffer *out)
{
	struct task task = {.fault_count = b->faults.count, .careful = (uint64_t)b->careful};
	for (uint32_t i = b->next; i < b->items.count; i++)
		task.item_count += !b->items.items[i].done;
	size_t place = frame_begin(out, FRAME_TASK, b->number, b->next);
	buffer_add(out, &task, sizeof task);
	buffer_add(out, b->faults.items, b->faults.count * sizeof *b->faults.items);
	for (uint32_t i = b->next; i < b->items.count; i++)
		if (!b->items.items[i].done)
			buffer_add(out, b->parcels.data + b->items.items[i].place, b->items.items[i].size);
	frame_end(out, place, 0);
}

void batch_reply(struct batch *b, uint32_t item, int failed, const char *line, size_t n)
{
	struct item *i = &b->items.items[item];
	put_text(b, i, line, n);
	i->done = 1;
	i->failed = failed;
}

void batch_lose(struct batch *b, uint32_t item, const char *reason)
{
	struct item *i = &b->items.items[item];
	struct arena arena;
	struct article a;
	struct buffer message = {0};
	arena_init(&arena);
	parcel_open(b->parcels.data + i->place + sizeof(uint64_t), &arena, &a);
	buffer_printf(&message, "%s: %s", a.meta.source ? a.meta.source : "an article", reason);
	make_bad(b, i, ERROR_PLUGIN, message.data);
	buffer_free(&message);
	arena_free(&arena);
}

int batch_finished(struct batch *b)
{
	while (b->next < b->items.count && b->items.items[b->next].done)
		b->next++;
	return b->next == b->items.count;
}

static void give_bad(const struct batch *b, const struct item *i, const struct run_options *o, struct run_report *report)
{
	struct error why;
	error_set(&why, i->why, "%s", b->texts.data + i->line);
	report->unreadable += i->why != ERROR_PLUGIN;
	report->plugin_failures += i->why == ERROR_PLUGIN;
	if (o->bad != NULL)
		o->bad(o->context, &why);
}

int batch_give(const struct batch *b, const struct run_options *o, struct run_report *report, struct error *error)
{
	for (uint32_t k = 0; k < b->items.count; k++) {
		const struct item *i = &b->items.items[k];
		if (i->kind == ITEM_BAD) {
			give_bad(b, i, o, report);
			continue;
		}
		report->articles++;
		report->plugin_failures += (uint64_t)i->failed;
		if (o->record(o->context, b->texts.data + i->line, i->line_size, error) != 0)
			return -1;
	}
	return 0;
}
