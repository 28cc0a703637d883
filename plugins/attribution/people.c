/* SPDX-License-Identifier: MIT */
/* Who the sources are over the article: "al-Hayya" is the Khalil al-Hayya named before, "he"
 * the person who spoke or acted last, "who" what the relative clause belongs to. */
#include "attribution.h"

#include <string.h>

/* Names of several words, by their last word: the first place in the article. */
struct names {
	const struct reader *r;
	uint32_t *slots; /* index of the name's last token, + 1 */
	struct span *spans;
	uint32_t mask;
};

static uint32_t hash_token(const struct reader *r, uint32_t i)
{
	uint32_t hash = 2166136261u;
	for (uint32_t k = r->t[i].start; k < r->t[i].end; k++)
		hash = (hash ^ (uint8_t)r->d->text[k]) * 16777619u;
	return hash;
}

static int same_token(const struct reader *r, uint32_t a, uint32_t b)
{
	uint32_t n = r->t[a].end - r->t[a].start;
	return n == r->t[b].end - r->t[b].start && memcmp(r->d->text + r->t[a].start, r->d->text + r->t[b].start, n) == 0;
}

static uint32_t find_slot(const struct names *n, uint32_t last)
{
	uint32_t i = hash_token(n->r, last) & n->mask;
	while (n->slots[i] && !same_token(n->r, n->slots[i] - 1, last))
		i = (i + 1) & n->mask;
	return i;
}

static int is_plain_capital(const struct reader *r, uint32_t i)
{
	return is_capital(r, i) && !is(r, i, W_CLOSED | W_TITLE | W_PERSON | W_INSTITUTION | W_OUTLET);
}

/* Particles, points of initials and hyphens that hold a name together. */
static int holds_name(const struct reader *r, uint32_t i)
{
	const slant_token *t = &r->t[i];
	return (t->kind == SLANT_MARK && mark(r, i) == 0 && t->word == SLANT_PERIOD) ||
	       (t->kind == SLANT_WORD && !(t->flags & SLANT_CAPITAL) && t->end - t->start <= 3 && !is(r, i, W_AND | W_PREPOSITION | W_AUXILIARY | W_TO) &&
		(t[1].flags & SLANT_JOINED));
}

static void collect(struct names *n)
{
	const struct reader *r = n->r;
	uint32_t count = r->d->token_count;
	for (uint32_t i = 0; i + 1 < count; i++) {
		if (!is_plain_capital(r, i))
			continue;
		uint32_t end = i + 1;
		while (end < count && r->t[end].sentence == r->t[i].sentence &&
		       (is_plain_capital(r, end) || (end + 1 < count && holds_name(r, end) && is_plain_capital(r, end + 1))))
			end++;
		if (end - i > 1) {
			uint32_t slot = find_slot(n, end - 1);
			if (!n->slots[slot]) {
				n->slots[slot] = end;
				n->spans[slot] = (struct span){i, end};
			}
		}
		i = end - 1;
	}
}

static void open_names(struct names *n, struct reader *r)
{
	uint32_t size = 64;
	while (size < r->d->token_count / 2)
		size *= 2;
	n->r = r;
	n->mask = size - 1;
	n->slots = r->sink->host->alloc(r->sink, size * sizeof *n->slots);
	n->spans = r->sink->host->alloc(r->sink, size * sizeof *n->spans);
	collect(n);
}

/* The full name that ends in these words, or the words themselves. */
static struct span full_name(const struct names *n, struct span s)
{
	const struct reader *r = n->r;
	uint32_t slot = find_slot(n, s.end - 1);
	if (!n->slots[slot])
		return s;
	struct span full = n->spans[slot];
	uint32_t words = s.end - s.first;
	if (words == 2 && is(r, s.first, W_TITLE))
		words = 1;
	if (full.end - full.first < words)
		return s;
	for (uint32_t k = 1; k <= words; k++)
		if (!same_token(r, s.end - k, full.end - k))
			return s;
	return full;
}

/* ---- pronouns ---- */

static int is_person(const char *type)
{
	return strcmp(type, "named_person") == 0 || strcmp(type, "unnamed_person") == 0;
}

static int fits(const struct reader *r, uint32_t pronoun, const char *type)
{
	if (is(r, pronoun, W_HE | W_SHE))
		return is_person(type);
	if (is(r, pronoun, W_THEY))
		return strcmp(type, "unnamed_group") == 0 || strcmp(type, "vague_collective") == 0 || strcmp(type, "named_institution") == 0;
	return strcmp(type, "named_institution") == 0 || strcmp(type, "document") == 0 || strcmp(type, "outlet") == 0;
}

/* The subject of a sentence before the pronoun, when a pronoun of this kind can stand for it. */
static struct span subject_before(const struct reader *r, uint32_t sentence, uint32_t pronoun)
{
	uint32_t end = last_of(r, sentence) < pronoun ? last_of(r, sentence) : pronoun;
	struct span s = source_subject(r, sentence, end);
	if (!is_some(s) || s.end >= end || is(r, s.first, W_SUBJECT | W_RELATIVE))
		return (struct span){0, 0};
	int plain = is_capital(r, s.end - 1) || is(r, s.end - 1, W_PERSON | W_INSTITUTION | W_TITLE);
	return plain && fits(r, pronoun, names_type(r, s)) ? s : (struct span){0, 0};
}

static const struct record *record_before(const struct reader *r, const struct record *c, uint32_t pronoun)
{
	const struct record *best = NULL;
	for (const struct record *k = r->records; k < c; k++)
		if (k->taken && is_some(k->speaker) && k->type && k->group < c->group && fits(r, pronoun, k->type))
			best = k;
	return best;
}

/* Nearest first: a subject of this or the two sentences before, but not further off than the last speaker. */
static struct span antecedent(const struct reader *r, const struct names *n, const struct record *c, uint32_t pronoun)
{
	const struct record *last = record_before(r, c, pronoun);
	uint32_t sentence = c->sentence, stop = last ? last->sentence : 0;
	for (uint32_t k = 0; k < 3 && sentence >= stop + (k > 0); k++, sentence--) {
		struct span s = subject_before(r, sentence, pronoun);
		if (is_some(s))
			return full_name(n, names_short(r, s));
		if (sentence == 0)
			break;
	}
	return last ? last->speaker : (struct span){0, 0};
}

static struct span relative_antecedent(const struct reader *r, uint32_t pronoun)
{
	uint32_t low = first_of(r, r->t[pronoun].sentence), end = pronoun;
	if (end > low && mark(r, end - 1) == SLANT_COMMA)
		end--;
	return end > low ? phrases_before(r, end, low) : (struct span){0, 0};
}

static void resolve(struct reader *r, const struct names *n, struct record *c)
{
	uint32_t first = c->source.first;
	c->type = names_type(r, c->source);
	if (strcmp(c->type, "pronoun") != 0) {
		c->speaker = names_short(r, c->source);
		if (strcmp(c->type, "named_person") == 0)
			c->speaker = full_name(n, c->speaker);
		return;
	}
	if (is(r, first, W_I))
		return;
	struct span s = is(r, first, W_RELATIVE) ? relative_antecedent(r, first) : antecedent(r, n, c, first);
	if (!is_some(s))
		return;
	const char *type = names_type(r, s);
	c->speaker = names_short(r, s);
	if (strcmp(type, "named_person") == 0)
		c->speaker = full_name(n, c->speaker);
	c->type = is(r, first, W_RELATIVE) ? type : c->type;
}

void people_resolve(struct reader *r)
{
	struct names n;
	open_names(&n, r);
	for (uint32_t i = 0; i < r->record_count; i++)
		if (r->records[i].taken && is_some(r->records[i].source))
			resolve(r, &n, &r->records[i]);
}
