/* SPDX-License-Identifier: MIT */
/* Small texts are made of terms and examples and run through the matcher: what
 * ought to be found there and is not is told, with the reason. */
#include "base/json.h"
#include "lexicon/lint_terms.h"
#include "lexicon/run.h"
#include "lexicon/term.h"
#include "text/language.h"
#include "text/vocabulary.h"

#include <string.h>

struct prober {
	const struct linter *l;
	const struct matcher *m;
	const struct automaton *a;
	const struct vocabulary *words;
	const struct language *language;
	struct arena arena;
	/* of the last text */
	struct run run;
	struct hit_list *raw; /* by group, before contexts and nesting are looked at */
	uint64_t *anchors;      /* that the text itself holds */
	struct matches settled; /* with every anchor taken for present */
};

static void keep_raw(struct prober *p)
{
	p->raw = arena_alloc(&p->arena, (p->run.groups + 1) * sizeof *p->raw);
	for (uint32_t g = 0; g < p->run.groups; g++) {
		const struct hit_list *from = &p->run.hits[g];
		struct hit_list *to = &p->raw[g];
		*to = (struct hit_list){arena_alloc(&p->arena, (from->count + 1) * sizeof *to->items), from->count, from->count};
		if (from->count)
			memcpy(to->items, from->items, from->count * sizeof *to->items);
	}
}

/* A standfirst is analyzed and taken as it is: a body would be looked through for bylines and the like. */
static void probe(struct prober *p, const char *text, size_t n)
{
	struct document document;
	struct text_block block = {0, (uint32_t)n, SLANT_ROLE_STANDFIRST};
	arena_reset(&p->arena);
	const char *copy = arena_copy(&p->arena, text, n);
	document_build(&document, &p->arena, p->words, p->language, copy, (uint32_t)n, &block, 1);
	slant_document *seen = arena_alloc(&p->arena, sizeof *seen);
	*seen = document.seen;
	run_init(&p->run, p->m, p->a, seen, &p->arena);
	run_scan(&p->run);
	run_patterns(&p->run);
	keep_raw(p);
	size_t bytes = ((size_t)(p->a->anchors >> 6) + 1) * sizeof *p->anchors;
	p->anchors = p->run.anchors;
	p->run.anchors = arena_alloc(&p->arena, bytes);
	memset(p->run.anchors, 0xff, bytes);
	p->settled = (struct matches){.groups = arena_zero(&p->arena, (p->m->groups.count + 1) * sizeof *p->settled.groups)};
	run_settle(&p->run, &p->settled);
}

static const slant_hit *raw_hit(const struct prober *p, uint32_t unit)
{
	const struct hit_list *raw = &p->raw[p->a->units.items[unit].group];
	for (uint32_t i = 0; i < raw->count; i++) {
		if (raw->items[i].entry == unit)
			return &raw->items[i];
	}
	return NULL;
}

static int is_settled(const struct prober *p, uint32_t unit)
{
	const struct unit *u = &p->a->units.items[unit];
	const struct group_matches *g = &p->settled.groups[u->group];
	for (uint32_t i = 0; i < g->count; i++) {
		if (g->hits[i].entry == u->entry)
			return 1;
	}
	return 0;
}

static int in_either(const struct prober *p, const uint32_t lists[2], const slant_hit *h, int missing)
{
	int result = missing;
	for (int i = 0; i < 2; i++) {
		if (lists[i] == NO_LIST)
			continue;
		result = run_inside(&p->run, lists[i], h->start, h->end);
		if (result != missing)
			return result;
	}
	return result;
}

/* Whose hit lies around this one. */
static const char *hider(struct prober *p, uint32_t group, const slant_hit *h)
{
	const struct group_matches *g = &p->settled.groups[group];
	for (uint32_t i = 0; i < g->count; i++) {
		const slant_entry *e = &p->m->groups.items[group].entries.items[g->hits[i].entry];
		if (g->hits[i].start <= h->start && g->hits[i].end >= h->end)
			return arena_printf(&p->arena, "a longer term of %s%s%s hides it", e->concept_id,
					    e->variant[0] ? "." : "", e->variant);
	}
	return "a longer term hides it";
}

/* Why a unit's hit is not among those that count. */
static const char *reason(struct prober *p, uint32_t unit)
{
	const struct unit_context *c = &p->a->units.items[unit].context;
	const slant_hit *h = raw_hit(p, unit);
	if (h == NULL)
		return "no term matches";
	if (in_either(p, c->exclude, h, 0))
		return "an exclusion covers it";
	if (!in_either(p, c->only_in, h, 1))
		return "it stands in no phrase of only_in";
	return hider(p, p->a->units.items[unit].group, h);
}

/* ---- terms and examples of one unit ---- */

static const json_t *object_of(const struct prober *p, uint32_t unit)
{
	const struct unit *u = &p->a->units.items[unit];
	return lint_object(p->l, u->lexicon, u->position, u->variant);
}

static struct place place_of(const struct prober *p, uint32_t unit, int of_entry, const char *key, size_t item)
{
	const struct unit *u = &p->a->units.items[unit];
	struct place at = lint_place(p->l, u->lexicon, u->position, of_entry ? -1 : u->variant);
	at.key = key;
	at.item = (long)item;
	return at;
}

static int has_only_in(const struct unit_context *c)
{
	return c->only_in[0] != NO_LIST || c->only_in[1] != NO_LIST;
}

static int holds_anchor(const struct prober *p, uint32_t list)
{
	struct run r = p->run;
	r.anchors = p->anchors;
	return list != NO_LIST && run_anchored(&r, list);
}

static void try_terms(struct prober *p, uint32_t unit)
{
	const json_t *terms = json_object_get(object_of(p, unit), "terms");
	const struct unit_context *c = &p->a->units.items[unit].context;
	/* Those of the concept are meant for its other variants, too. */
	uint32_t list = c->anchors[p->a->units.items[unit].variant < 0 ? 0 : 1];
	int own_anchors = list != NO_LIST;
	for (size_t i = 0; i < json_array_size(terms); i++) {
		const char *text = json_string_value(json_array_get(terms, i));
		char sample[TERM_MAX_BYTES + 1];
		struct term term;
		if (term_parse(text, strlen(text), &term) != NULL)
			continue;
		term_sample(&term, TERM_MAX_PIECES, sample);
		probe(p, sample, strlen(sample));
		own_anchors &= holds_anchor(p, list);
		if (is_settled(p, unit) || has_only_in(c))
			continue;
		struct place at = place_of(p, unit, 0, "terms", i);
		lint_say(p->l, LINT_WARNING, &at, "'%s' can never count: %s", brief(text).text, reason(p, unit));
	}
	if (json_array_size(terms) == 0 || !own_anchors)
		return;
	struct place at = place_of(p, unit, 0, "anchors", 0);
	at.item = -1;
	lint_say(p->l, LINT_NOTE, &at, "every term holds one of its anchors itself: they never decide");
}

static void try_examples(struct prober *p, uint32_t unit)
{
	const json_t *examples = json_object_get(object_of(p, unit), "examples");
	for (size_t i = 0; i < json_array_size(examples); i++) {
		const json_t *example = json_array_get(examples, i);
		probe(p, json_string_value(example), json_string_length(example));
		if (is_settled(p, unit))
			continue;
		struct place at = place_of(p, unit, 0, "examples", i);
		lint_say(p->l, LINT_WARNING, &at, "'%s': %s", brief(json_string_value(example)).text, reason(p, unit));
	}
}

/* ---- lists of contexts, for the units [first, end) ---- */

/* Does a hit of one of the units stand in what this term of the list matches? */
static int context_applies(struct prober *p, const char *text, uint32_t list, uint32_t first, uint32_t end)
{
	struct term term;
	char sample[TERM_MAX_BYTES + 1];
	uint32_t group = p->a->units.items[first].group;
	if (term_parse(text, strlen(text), &term) != NULL)
		return 1;
	for (uint32_t chosen = 0; chosen < term.count; chosen++) {
		term_sample(&term, chosen, sample);
		probe(p, sample, strlen(sample));
		for (uint32_t i = 0; i < p->raw[group].count; i++) {
			const slant_hit *h = &p->raw[group].items[i];
			if (h->entry >= first && h->entry < end && run_inside(&p->run, list, h->start, h->end))
				return 1;
		}
	}
	return 0;
}

/* Forms and gaps are tried as they stand in the list, so this is worth a note and no more. */
static void try_exclusions(struct prober *p, uint32_t list, const json_t *terms, uint32_t first, uint32_t end, int of_entry)
{
	for (size_t i = 0; list != NO_LIST && i < json_array_size(terms); i++) {
		const char *text = json_string_value(json_array_get(terms, i));
		if (context_applies(p, text, list, first, end))
			continue;
		struct place at = place_of(p, first, of_entry, "exclude", i);
		lint_say(p->l, LINT_NOTE, &at, "'%s' excludes nothing: no term stands in it", brief(text).text);
	}
}

static void try_only_in(struct prober *p, uint32_t list, const json_t *terms, uint32_t first, uint32_t end, int of_entry)
{
	for (size_t i = 0; list != NO_LIST && i < json_array_size(terms); i++) {
		if (context_applies(p, json_string_value(json_array_get(terms, i)), list, first, end))
			return;
	}
	if (list == NO_LIST)
		return;
	struct place at = place_of(p, first, of_entry, "only_in", 0);
	at.item = -1;
	lint_say(p->l, LINT_WARNING, &at, "no term stands in any of these phrases: it can never count");
}

static void try_entry(struct prober *p, uint32_t first, uint32_t end)
{
	const struct unit *u = &p->a->units.items[first];
	const json_t *entry = lint_object(p->l, u->lexicon, u->position, -1);
	try_exclusions(p, u->context.exclude[0], json_object_get(entry, "exclude"), first, end, 1);
	try_only_in(p, u->context.only_in[0], json_object_get(entry, "only_in"), first, end, 1);
	for (uint32_t i = first; i < end; i++) {
		const struct unit_context *c = &p->a->units.items[i].context;
		try_terms(p, i);
		try_examples(p, i);
		try_exclusions(p, c->exclude[1], json_object_get(object_of(p, i), "exclude"), i, i + 1, 0);
		try_only_in(p, c->only_in[1], json_object_get(object_of(p, i), "only_in"), i, i + 1, 0);
	}
}

static int same_entry(const struct unit *a, const struct unit *b)
{
	return a->lexicon == b->lexicon && a->position == b->position;
}

void lint_reach(const struct linter *l, const struct matcher *m, const struct vocabulary *words)
{
	for (uint32_t i = 0; i < m->automata.count; i++) {
		struct prober p = {.l = l, .m = m, .a = m->automata.items[i], .words = words,
				   .language = languages_get(l->languages, m->automata.items[i]->language)};
		arena_init(&p.arena);
		for (uint32_t first = 0, end = 0; first < p.a->units.count; first = end) {
			while (end < p.a->units.count && same_entry(&p.a->units.items[first], &p.a->units.items[end]))
				end++;
			try_entry(&p, first, end);
		}
		arena_free(&p.arena);
	}
}
