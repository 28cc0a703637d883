/* SPDX-License-Identifier: MIT */
/* Which hits are cues: a verb must stand where a verb can stand. Nouns that look like
 * verbs ("plan", "state", "claims") are told by the word before them. */
#include "attribution.h"

/* A colon behind a name is a cue without a word. */
static const struct entry colon = {
	.lemma = ":", .class = "neutral", .strength = 3, .frames = F_THAT | F_CLAUSE | F_QUOTE, .kind = KIND_COLON,
};

static uint32_t group_start(const struct reader *r, uint32_t verb, uint32_t low)
{
	uint32_t i = verb;
	while (i > low && (is(r, i - 1, W_AUXILIARY | W_TO) || words_adverb(r, i - 1)))
		i--;
	return i;
}

static int group_has(const struct reader *r, const struct record *c, uint64_t classes)
{
	for (uint32_t i = c->group; i < c->verb; i++)
		if (is(r, i, classes))
			return 1;
	return 0;
}

static int is_plural_noun(const struct reader *r, uint32_t token)
{
	return is(r, token, W_PLURAL) ||
	       (words_end(r, token, "s") && !words_end(r, token, "ss") && !words_end(r, token, "ous") && !is_possessive_mark(r, token));
}

/* Could the word be the end of a subject? */
static int ends_subject(const struct reader *r, uint32_t token)
{
	uint32_t m = mark(r, token);
	if (m)
		return m == SLANT_COMMA || m == SLANT_CLOSE_QUOTE || m == SLANT_CLOSE_BRACKET || m == SLANT_DASH;
	return !is(r, token, W_POSSESSIVE | W_PREPOSITION | W_CONJUNCTION | W_TO) && !is_possessive_mark(r, token) &&
	       (!is(r, token, W_DETERMINER) || is(r, token, W_RELATIVE | W_PLURAL | W_OBJECT));
}

static int opens_content(const struct reader *r, uint32_t token, uint32_t end)
{
	return token < end && (is(r, token, W_THAT | W_WH | W_DETERMINER | W_SUBJECT | W_TO) || mark(r, token) == SLANT_OPEN_QUOTE);
}

/* Are most words of the sentence written with capitals, as in a headline? */
static int is_title_case(const struct reader *r, uint32_t first, uint32_t end)
{
	uint32_t capitals = 0, words = 0;
	for (uint32_t i = first; i < end; i++)
		if (r->t[i].kind == SLANT_WORD && r->t[i].end - r->t[i].start > 3) {
			words++;
			capitals += is_capital(r, i) != 0;
		}
	return capitals * 4 >= words * 3;
}

/* Part of a compound ("so-called", "better-than-expected") or of a name ("United States"). */
static int is_no_verb(const struct reader *r, const struct record *c, uint32_t low, uint32_t high)
{
	if (r->t[c->verb].flags & SLANT_JOINED)
		return c->entry->kind != KIND_DESIGNATION;
	if (c->end < high && (r->t[c->end].flags & SLANT_JOINED))
		return 1;
	return is_capital(r, c->verb) && c->verb > low && is_capital(r, c->verb - 1) && !is_title_case(r, low, high);
}

/* "backed this week by": only time may stand between. */
static int by_follows(const struct reader *r, uint32_t i, uint32_t high)
{
	while (i < high && (is(r, i, W_TIME) || words_adverb(r, i) || (is(r, i, W_DETERMINER) && i + 1 < high && is(r, i + 1, W_TIME))))
		i++;
	return i < high && is(r, i, W_BY);
}

/* "his claims", "Ardun's claims", "the claims": no verb. */
static int behind_determiner(const struct reader *r, const struct record *c, uint32_t low)
{
	if (c->verb == low || c->group < c->verb)
		return 0;
	uint32_t before = c->verb - 1;
	return (is(r, before, W_DETERMINER) && !is(r, before, W_RELATIVE | W_PLURAL | W_OBJECT)) || is(r, before, W_POSSESSIVE) ||
	       is_possessive_mark(r, before);
}

/* Base form: behind an auxiliary, or behind a plural ("officials say"). */
static int reads_as_base(const struct reader *r, const struct record *c, uint32_t low, uint32_t high)
{
	if (group_has(r, c, W_MODAL | W_DO | W_TO))
		return 1;
	if (c->group == low || !ends_subject(r, c->group - 1))
		return 0;
	uint32_t subject = c->group - 1;
	if (!is_plural_noun(r, subject)) /* "some in the crowd say that" */
		return !c->entry->noun_too && !mark(r, subject) && opens_content(r, c->end, high);
	return !c->entry->noun_too || opens_content(r, c->end, high) || is(r, subject, W_SUBJECT);
}

/* "a serious and recognized partner": a plain noun follows what a conjunction joins. */
static int is_adjective(const struct reader *r, const struct record *c, uint32_t before, uint32_t high)
{
	return is(r, before, W_AND) && c->end < high && !mark(r, c->end) && !is_capital(r, c->end) && !(r->classes[c->end] & W_CLOSED) &&
	       !(c->entry->frames & F_CLAUSE);
}

static int reads_as_verb(const struct reader *r, struct record *c)
{
	uint32_t low = low_of(r, c), high = high_of(r, c), subject = c->group > low ? c->group - 1 : c->group;
	int be = group_has(r, c, W_BE), have = group_has(r, c, W_HAVE);
	if (is_no_verb(r, c, low, high) || behind_determiner(r, c, low))
		return 0;
	c->infinitive = (uint8_t)group_has(r, c, W_TO);
	switch (c->form) {
	case SLANT_FORM_BASE:
		return reads_as_base(r, c, low, high);
	case SLANT_FORM_PRESENT_3:
	case SLANT_FORM_PLURAL:
		if (c->group == low || be || have || group_has(r, c, W_MODAL | W_DO | W_TO) || !ends_subject(r, subject))
			return 0;
		if (is(r, subject, W_DETERMINER) && !is(r, subject, W_SUBJECT | W_RELATIVE))
			return 0; /* "those guarantees" */
		if (c->entry->noun_too && c->end < high && is(r, c->end, W_AUXILIARY))
			return 0; /* "its figures are" */
		return !c->entry->noun_too || opens_content(r, c->end, high) || is_capital(r, subject) || is(r, subject, W_SUBJECT | W_RELATIVE);
	case SLANT_FORM_ING:
		c->ing = (uint8_t)!be;
		return be || c->group == low || !is(r, subject, W_OF) || is(r, subject, W_CONJUNCTION);
	case SLANT_FORM_PARTICIPLE:
		c->passive = (uint8_t)!have;
		return be || have || by_follows(r, c->end, high);
	default:
		c->passive = (uint8_t)(be || by_follows(r, c->end, high));
		return be || have || (c->group > low && ends_subject(r, subject) && !is_adjective(r, c, subject, high));
	}
}

/* "is confident that": with a form of be. */
static int reads_as_adjective(const struct reader *r, struct record *c)
{
	return group_has(r, c, W_BE) && !is_no_verb(r, c, low_of(r, c), high_of(r, c));
}

/* "his claim that", "a simple message:", "their promise to". */
static int reads_as_noun(const struct reader *r, const struct record *c)
{
	uint32_t next = c->end, high = high_of(r, c);
	if (next >= high || is_no_verb(r, c, low_of(r, c), high))
		return 0;
	if (mark(r, next) == SLANT_COLON || (is(r, next, W_THAT) && next + 1 < high && !is(r, next + 1, W_AUXILIARY | W_VERB)))
		return 1;
	return ((c->entry->frames & F_INFINITIVE) && is(r, next, W_TO)) || ((c->entry->frames & F_OF) && is(r, next, W_PREPOSITION));
}

static int reads(const struct reader *r, struct record *c)
{
	switch (c->entry->kind) {
	case KIND_VERB:
	case KIND_DESIGNATION:
	case KIND_ADJECTIVE:
		c->group = group_start(r, c->verb, low_of(r, c));
		c->negated = (uint8_t)group_has(r, c, W_NOT);
		c->modal = (uint8_t)group_has(r, c, W_MODAL);
		return c->entry->kind == KIND_ADJECTIVE ? reads_as_adjective(r, c) : reads_as_verb(r, c);
	case KIND_NOUN: return reads_as_noun(r, c);
	case KIND_ACCORDING:
	case KIND_VIEW:
	case KIND_AGENTLESS: return 1;
	default: return 0;
	}
}

static struct record *add(struct reader *r, const struct entry *e, uint32_t token, uint32_t end)
{
	struct record *c = &r->records[r->record_count];
	*c = (struct record){.entry = e, .sentence = r->t[token].sentence, .group = token, .verb = token, .end = end};
	return c;
}

/* "Orme: “We stay”", and in headlines "Orme: Harbour Will Stay". */
static int is_colon_cue(const struct reader *r, uint32_t token)
{
	uint32_t sentence = r->t[token].sentence, first = first_of(r, sentence), name = 0;
	const slant_paragraph *p = &r->d->paragraphs[r->d->sentences[sentence].paragraph];
	if (!p->analyzed || token == first || token - first > 8 || token + 1 >= last_of(r, sentence))
		return 0;
	if (p->role == SLANT_ROLE_BODY && mark(r, token + 1) != SLANT_OPEN_QUOTE)
		return 0;
	for (uint32_t i = first; i < token; i++) {
		if (words_bound(mark(r, i)) || is(r, i, W_LABEL) || phrases_finite(r, i))
			return 0;
		name |= is_capital(r, i) && !is(r, i, W_DETERMINER | W_PREPOSITION | W_WH);
	}
	return name != 0;
}

/* Colons before this token, where no other cue stands in their sentence. */
static void add_colons(struct reader *r, uint32_t *at, uint32_t before)
{
	for (; *at < r->colon_count && r->colons[*at] < before; (*at)++) {
		uint32_t token = r->colons[*at];
		int alone = r->record_count == 0 || r->records[r->record_count - 1].sentence != r->t[token].sentence;
		if (alone && r->t[token].quotation == SLANT_NONE && is_colon_cue(r, token)) {
			add(r, &colon, token, token + 1);
			r->record_count++;
		}
	}
}

static int can_be_cue(const struct reader *r, const slant_hit *hit, uint32_t free)
{
	const slant_token *t = &r->t[hit->first_token];
	return hit->first_token >= free && t->quotation == SLANT_NONE && r->a->entries[hit->entry].kind < KIND_CLASS &&
	       r->d->paragraphs[r->d->sentences[t->sentence].paragraph].analyzed;
}

void cues_find(struct reader *r)
{
	uint32_t colons = 0, free = 0;
	for (uint32_t i = 0; i < r->hit_count; i++) {
		const slant_hit *hit = &r->hits[i];
		if (!can_be_cue(r, hit, free))
			continue;
		add_colons(r, &colons, hit->first_token);
		struct record *c = add(r, &r->a->entries[hit->entry], hit->first_token, hit->end_token);
		c->form = hit->form;
		if (!reads(r, c))
			continue;
		if (c->entry->kind == KIND_VERB || c->entry->kind == KIND_DESIGNATION)
			r->classes[c->verb] |= W_CUE;
		r->record_count++;
		free = c->end;
	}
	add_colons(r, &colons, r->d->token_count);
}
