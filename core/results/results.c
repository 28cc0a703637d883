/* SPDX-License-Identifier: MIT */
#include "results/results.h"

#include <string.h>

void results_init(struct results *r, struct arena *arena, const struct document *document, uint32_t plugin_count)
{
	*r = (struct results){.arena = arena, .document = document, .plugin_count = plugin_count};
	r->plugins = arena_zero(arena, plugin_count * sizeof *r->plugins);
}

/* Room for one more in an array that lives in the arena; what is outgrown stays there until the reset. */
static void *grow(struct arena *arena, void *items, uint32_t count, uint32_t *size, size_t item)
{
	if (count < *size)
		return items;
	*size = *size ? *size * 2 : 16;
	void *more = arena_alloc(arena, *size * item);
	if (count > 0)
		memcpy(more, items, count * item);
	return more;
}

struct finding *results_add_finding(struct results *r, uint32_t plugin, uint32_t rule, uint32_t start, uint32_t end)
{
	struct plugin_result *p = &r->plugins[plugin];
	struct finding *f = arena_zero(r->arena, sizeof *f);
	f->seen = (slant_finding){.start = start, .end = end, .rule = rule, .rule_name = p->rules[rule].name};
	f->plugin = plugin;
	f->order = p->finding_count;
	f->given_voice = -1;
	f->certain = 1;
	p->findings = grow(r->arena, p->findings, p->finding_count, &p->finding_size, sizeof *p->findings);
	p->findings[p->finding_count++] = f;
	return f;
}

struct slant_datum *results_add_datum(struct results *r, struct finding *f, enum datum_kind kind, const char *key)
{
	struct slant_datum *d = arena_zero(r->arena, sizeof *d);
	d->kind = kind;
	d->key = key;
	if (f->last != NULL)
		((struct slant_datum *)f->last)->next = d;
	else
		f->seen.data = d;
	f->last = d;
	return d;
}

void results_add_metric(struct results *r, uint32_t plugin, uint32_t metric, const char *label, int64_t k, int64_t n)
{
	r->metrics = grow(r->arena, r->metrics, r->metric_count, &r->metric_size, sizeof *r->metrics);
	r->metrics[r->metric_count++] = (struct metric_value){plugin, metric, label, k, n};
}

void results_add_note(struct results *r, uint32_t start, uint32_t end, const char *severity, const char *message)
{
	r->notes = grow(r->arena, r->notes, r->note_count, &r->note_size, sizeof *r->notes);
	r->notes[r->note_count++] = (struct text_note){start, end, severity, message};
}

const struct slant_datum *datum_skip(const struct slant_datum *d)
{
	uint32_t open = 0;
	do {
		if (datum_opens(d))
			open++;
		else if (d->kind == DATUM_END)
			open--;
		d = d->next;
	} while (open > 0 && d != NULL);
	return d != NULL && d->kind != DATUM_END ? d : NULL;
}

/* At path[0..length). */
static const struct slant_datum *find(const struct slant_datum *d, const char *path, size_t length)
{
	for (const char *end = path + length;;) {
		const char *point = memchr(path, '.', (size_t)(end - path));
		size_t n = (size_t)((point ? point : end) - path);
		while (d != NULL && !(d->key != NULL && strncmp(d->key, path, n) == 0 && d->key[n] == '\0'))
			d = datum_skip(d);
		if (d == NULL || point == NULL)
			return d;
		if ((d->kind != DATUM_OBJECT && d->kind != DATUM_PLACE) || d->next == NULL || d->next->kind == DATUM_END)
			return NULL;
		d = d->next;
		path += n + 1;
	}
}

const struct slant_datum *datum_find(const struct slant_datum *d, const char *path)
{
	return find(d, path, strlen(path));
}

const char *datum_text(const struct slant_datum *data, const char *path)
{
	size_t n = strlen(path);
	const struct slant_datum *d = find(data, path, n);
	if (d != NULL)
		return d->kind == DATUM_TEXT ? d->text : NULL;
	if (n < 6 || strcmp(path + n - 5, ".type") != 0)
		return NULL;
	d = find(data, path, n - 5);
	return d != NULL && d->kind == DATUM_SPAN ? d->text : NULL;
}

int finding_voice(const struct results *r, const struct finding *f)
{
	const slant_rule *rule = &r->plugins[f->plugin].rules[f->seen.rule];
	if (f->given_voice >= 0)
		return f->given_voice;
	return rule->gives_voice ? rule->voice : -1;
}
