/* SPDX-License-Identifier: MIT */
#include "results/metrics.h"
#include "base/json.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* ---- what a metric's rules mean, looked up once ---- */

static uint32_t rule_index(const slant_rule *rules, uint32_t count, const char *name, size_t n)
{
	for (uint32_t i = 0; i < count; i++)
		if (strncmp(rules[i].name, name, n) == 0 && rules[i].name[n] == '\0')
			return i;
	return SLANT_NONE;
}

static uint8_t *rule_set(const char *names, const slant_rule *rules, uint32_t count, const char **unknown)
{
	if (names == NULL || strcmp(names, "*") == 0)
		return NULL;
	uint8_t *set = mem_alloc(count ? count : 1);
	for (const char *at = names; *at != '\0';) {
		size_t n = strcspn(at, ",");
		uint32_t rule = rule_index(rules, count, at, n);
		if (rule == SLANT_NONE)
			*unknown = at;
		else
			set[rule] = 1;
		at += n + (at[n] == ',');
	}
	return set;
}

struct metric_plan *metrics_plan(const slant_metric *metrics, uint32_t count, const slant_rule *rules,
				 uint32_t rule_count, const char **unknown)
{
	struct metric_plan *plans = mem_alloc((count ? count : 1) * sizeof *plans);
	*unknown = NULL;
	for (uint32_t i = 0; i < count; i++) {
		plans[i].declared = &metrics[i];
		plans[i].in = rule_set(metrics[i].rules, rules, rule_count, unknown);
		plans[i].of = rule_set(metrics[i].of, rules, rule_count, unknown);
	}
	return plans;
}

void metrics_plan_free(struct metric_plan *plans, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		free((void *)plans[i].in);
		free((void *)plans[i].of);
	}
	free(plans);
}

/* ---- one article ---- */

#define ALL_VOICES SLANT_VOICES /* the voice of metrics that plugins compute themselves */

struct label {
	const char *text;
	int64_t count;
};

/* What is summed up for one entry of the record. */
struct cell {
	int64_t k, n, squares;
	struct label *labels; /* one an observation, merged when written */
	uint32_t label_count;
};

/* Sums stay at the limit instead of turning negative: only a broken plugin gets there. */
static int64_t plus(int64_t a, int64_t b)
{
	int64_t sum;
	if (!__builtin_add_overflow(a, b, &sum))
		return sum;
	return b > 0 ? INT64_MAX : INT64_MIN;
}

static int64_t times(int64_t a, int64_t b)
{
	int64_t product;
	if (!__builtin_mul_overflow(a, b, &product))
		return product;
	return (a < 0) == (b < 0) ? INT64_MAX : INT64_MIN;
}

static void observe(struct cell *c, int64_t value, int64_t times_seen)
{
	c->k = plus(c->k, times(value, times_seen));
	c->squares = plus(c->squares, times(times(value, value), times_seen));
	c->n = plus(c->n, times_seen);
}

static const char *label_at(struct arena *arena, const struct finding *f, const char *key)
{
	if (strcmp(key, "rule") == 0)
		return f->seen.rule_name;
	const char *text = datum_text(f->seen.data, key);
	if (text != NULL)
		return text;
	const struct slant_datum *d = datum_find(f->seen.data, key);
	if (d != NULL && (d->kind == DATUM_INT || d->kind == DATUM_BOOL))
		return arena_printf(arena, "%lld", (long long)d->number);
	return NULL;
}

/* "a+b": both labels, joined by a slash. */
static const char *label_of(struct arena *arena, const struct finding *f, const char *key)
{
	const char *plus_sign = strchr(key, '+');
	if (plus_sign == NULL)
		return label_at(arena, f, key);
	const char *first = label_at(arena, f, arena_copy(arena, key, (size_t)(plus_sign - key)));
	const char *second = label_of(arena, f, plus_sign + 1);
	return first && second ? arena_printf(arena, "%s/%s", first, second) : NULL;
}

static void count_label(struct cell *c, struct arena *arena, uint32_t room, const char *text, int64_t count)
{
	if (text == NULL)
		return;
	if (c->labels == NULL)
		c->labels = arena_alloc(arena, room * sizeof *c->labels);
	c->labels[c->label_count++] = (struct label){text, count};
}

static int from_lexicon(const struct finding *f, const char *lexicon)
{
	const struct slant_datum *d = datum_find(f->seen.data, "lexicon");
	return d != NULL && d->kind == DATUM_TEXT && strcmp(d->text, lexicon) == 0;
}

static void count_finding(struct cell *c, struct arena *arena, const struct metric_plan *plan, const struct finding *f,
			  uint32_t room)
{
	const slant_metric *m = plan->declared;
	if (m->kind == SLANT_SHARE && (plan->of == NULL || plan->of[f->seen.rule]))
		c->n++;
	if (plan->in != NULL && !plan->in[f->seen.rule])
		return;
	if (plan->lexicon != NULL && !from_lexicon(f, plan->lexicon))
		return;
	if (m->kind == SLANT_MEAN) {
		const struct slant_datum *d = m->key ? datum_find(f->seen.data, m->key) : NULL;
		if (d != NULL && d->kind == DATUM_INT)
			observe(c, d->number, 1);
	} else if (m->kind == SLANT_DISTRIBUTION)
		count_label(c, arena, room, label_of(arena, f, m->key ? m->key : "rule"), 1);
	else
		c->k++;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(((const struct label *)a)->text, ((const struct label *)b)->text);
}

static void write_labels(struct json_writer *w, struct cell *c)
{
	if (c->label_count > 1)
		qsort(c->labels, c->label_count, sizeof *c->labels, by_text);
	json_open(w, "labels", '{');
	for (uint32_t i = 0; i < c->label_count;) {
		int64_t count = 0;
		uint32_t from = i;
		for (; i < c->label_count && strcmp(c->labels[i].text, c->labels[from].text) == 0; i++)
			count = plus(count, c->labels[i].count);
		json_put_int(w, c->labels[from].text, count);
	}
	json_close(w, '}');
}

static void write_sums(struct json_writer *w, int kind, struct cell *c)
{
	switch (kind) {
	case SLANT_COUNT:
		json_put_int(w, "count", c->k);
		break;
	case SLANT_RATE:
		json_put_int(w, "count", c->k);
		json_put_int(w, "words", c->n);
		break;
	case SLANT_SHARE:
		json_put_int(w, "k", c->k);
		json_put_int(w, "n", c->n);
		break;
	case SLANT_MEAN:
		json_put_int(w, "sum", c->k);
		json_put_int(w, "sum_squares", c->squares);
		json_put_int(w, "n", c->n);
		break;
	default:
		write_labels(w, c);
	}
}

static void write_entry(struct json_writer *w, const char *plugin, const slant_metric *m, int voice, struct cell *c)
{
	static const char *const kinds[] = {"count", "rate", "share", "mean", "distribution"};
	json_open(w, NULL, '{');
	json_put_string(w, "plugin", plugin);
	json_put_string(w, "name", m->name);
	if (voice != SLANT_VOICE_NARRATOR)
		json_put_string(w, "voice", voice == ALL_VOICES ? "all" : voice_name(voice));
	json_put_string(w, "kind", kinds[m->kind]);
	json_put_string(w, "unit", m->unit);
	write_sums(w, m->kind, c);
	json_close(w, '}');
}

/* Nothing to take a share or a mean of, nothing to distribute. */
static int is_empty(int kind, const struct cell *c)
{
	return kind == SLANT_DISTRIBUTION ? c->label_count == 0 : (kind == SLANT_SHARE || kind == SLANT_MEAN) && c->n == 0;
}

/* A voice that neither speaks nor has findings says nothing; its entry would be
 * noise, as are empty sums of any voice but the narrator's, whose metrics are all there. */
static void write_by_voice(struct json_writer *w, const struct results *r, const struct plugin_result *p,
			   const struct metric_plan *plan, const uint32_t found[SLANT_VOICES])
{
	struct cell cells[SLANT_VOICES] = {{0}};
	for (uint32_t i = 0; i < p->finding_count; i++)
		count_finding(&cells[p->findings[i]->voice], r->arena, plan, p->findings[i],
			      found[p->findings[i]->voice]);
	for (int v = 0; v < SLANT_VOICES; v++) {
		if (r->words_by_voice[v] == 0 && found[v] == 0)
			continue;
		if (plan->declared->kind == SLANT_RATE)
			cells[v].n = r->words_by_voice[v];
		if (v == SLANT_VOICE_NARRATOR || !is_empty(plan->declared->kind, &cells[v]))
			write_entry(w, p->name, plan->declared, v, &cells[v]);
	}
}

/* One that the plugin computed itself: what it told, added up. */
static void write_told(struct json_writer *w, const struct results *r, uint32_t plugin, uint32_t metric,
		       const slant_metric *m)
{
	struct cell c = {0};
	for (uint32_t i = 0; i < r->metric_count; i++) {
		const struct metric_value *v = &r->metrics[i];
		if (v->plugin != plugin || v->metric != metric)
			continue;
		if (m->kind == SLANT_MEAN)
			observe(&c, v->k, v->n);
		else if (m->kind == SLANT_DISTRIBUTION)
			count_label(&c, r->arena, r->metric_count, v->label, v->k);
		else {
			c.k = plus(c.k, v->k);
			c.n = plus(c.n, v->n);
		}
	}
	if (r->document->words > 0 || c.k != 0 || c.n != 0 || c.label_count > 0)
		write_entry(w, r->plugins[plugin].name, m, ALL_VOICES, &c);
}

static void write_plugin(struct json_writer *w, const struct results *r, uint32_t plugin)
{
	const struct plugin_result *p = &r->plugins[plugin];
	uint32_t found[SLANT_VOICES] = {0};
	for (uint32_t i = 0; i < p->finding_count; i++)
		found[p->findings[i]->voice]++;
	for (uint32_t m = 0; m < p->metric_count; m++) {
		const struct metric_plan *plan = &p->metrics[m];
		if (plan->declared->rules != NULL)
			write_by_voice(w, r, p, plan, found);
		else
			write_told(w, r, plugin, m, plan->declared);
	}
}

void metrics_write(struct json_writer *w, const struct results *r)
{
	for (uint32_t i = 0; i < r->plugin_count; i++)
		if (r->plugins[i].reported && r->plugins[i].status == PLUGIN_OK)
			write_plugin(w, r, i);
}
