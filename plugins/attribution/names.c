/* SPDX-License-Identifier: MIT */
/* What kind of source a phrase names, and the words by which it should be called. */
#include "attribution.h"

static int has(const struct reader *r, struct span s, uint64_t classes)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (is(r, i, classes))
			return 1;
	return 0;
}

/* The phrase before its first comma, relative clause or preposition; behind the last
 * possessive ("Ardun's police" are the police). */
static struct span head_of(const struct reader *r, struct span s)
{
	uint32_t first = s.first, end = s.first;
	while (end < s.end && !(words_bound(mark(r, end)) && end > first) && !(end > s.first && is(r, end, W_PREPOSITION | W_RELATIVE))) {
		if (is_possessive_mark(r, end) && end + 1 < s.end)
			first = end + 1;
		end++;
	}
	return end > first ? (struct span){first, end} : s;
}

/* A capital that is part of a name: no pronoun, no article at the head of a sentence. */
static int is_name_word(const struct reader *r, uint32_t i)
{
	return is_capital(r, i) && !is(r, i, W_DETERMINER | W_SUBJECT | W_PREPOSITION | W_AND | W_CONJUNCTION | W_RELATIVE | W_COLLECTIVE);
}

/* "al", "bin", "van" inside a name; the point of an initial. */
static int joins_name(const struct reader *r, uint32_t i, uint32_t end)
{
	const slant_token *t = &r->t[i];
	if (i + 1 >= end || !is_name_word(r, i + 1))
		return 0;
	return (t->kind == SLANT_MARK && mark(r, i) == 0) || (t->kind == SLANT_WORD && t->end - t->start <= 3 && !is(r, i, W_AND | W_PREPOSITION));
}

/* The last run of name words in a phrase, behind titles. */
static struct span name_in(const struct reader *r, struct span s)
{
	struct span best = {0, 0};
	for (uint32_t i = s.first; i < s.end; i++) {
		if (!is_name_word(r, i) || is(r, i, W_TITLE | W_PERSON))
			continue;
		uint32_t end = i + 1;
		while (end < s.end && !is(r, end, W_TITLE | W_PERSON) && (is_name_word(r, end) || joins_name(r, end, s.end)))
			end++;
		if (i > s.first && (r->t[i].flags & SLANT_JOINED) && i - 1 >= s.first && r->t[i - 1].end - r->t[i - 1].start <= 3)
			i--; /* al-Hayya */
		best = (struct span){i, end};
		i = end;
	}
	return best;
}

static int is_all_capitals(const struct reader *r, struct span s)
{
	return s.end == s.first + 1 && (r->t[s.first].flags & SLANT_ALLCAPS);
}

/* A name without a word that says what it is. Persons take no article; a bare word at the
 * head of a sentence is a name when nothing before it makes it a noun. */
static const char *type_of_name(const struct reader *r, struct span head, struct span name)
{
	if (is(r, head.first, W_DETERMINER) && !is(r, head.first, W_POSSESSIVE))
		return words_end(r, name.end - 1, "s") ? "unnamed_group" : "named_institution";
	return is_all_capitals(r, name) ? "named_institution" : "named_person";
}

static const char *type_of_noun(const struct reader *r, struct span head)
{
	if (has(r, head, W_COLLECTIVE))
		return "vague_collective";
	if (is(r, head.first, W_ONE))
		return "unnamed_person";
	int plural = words_end(r, head.end - 1, "s") || is(r, head.end - 1, W_PLURAL);
	if (has(r, head, W_PERSON | W_TITLE))
		return plural ? "unnamed_group" : "unnamed_person";
	if (has(r, head, W_OUTLET))
		return "outlet";
	return plural ? "unnamed_group" : "unnamed_person";
}

/* "mediators such as Lidia Farro": a group with a named example. */
static int has_named_example(const struct reader *r, struct span s)
{
	for (uint32_t i = s.first + 1; i + 1 < s.end; i++)
		if (is(r, i, W_SUCH) && is_name_word(r, is(r, i + 1, W_AS) && i + 2 < s.end ? i + 2 : i + 1))
			return 1;
	return 0;
}

const char *names_type(const struct reader *r, struct span s)
{
	struct span head = head_of(r, s), name = name_in(r, head);
	uint32_t last = head.end - 1;
	if (s.end == s.first + 1 && is(r, s.first, W_SUBJECT | W_OBJECT | W_RELATIVE | W_POSSESSIVE))
		return "pronoun";
	if (is(r, last, W_PERSON) && !is_capital(r, last) && !has_named_example(r, s))
		return has(r, head, W_COLLECTIVE) ? "vague_collective" : words_end(r, last, "s") ? "unnamed_group" : "unnamed_person";
	if (is_some(name) && has(r, head, W_OUTLET) && !has(r, head, W_PERSON | W_TITLE))
		return "outlet";
	if (has(r, head, W_DOCUMENT) && !has(r, head, W_PERSON | W_TITLE))
		return "document";
	if (is_some(name) && has(r, (struct span){name.first > head.first ? head.first : name.first, name.end}, W_TITLE | W_PERSON) &&
	    name.end == head.end && !has(r, name, W_INSTITUTION))
		return "named_person";
	if (has(r, (struct span){head.end - 1, head.end}, W_INSTITUTION) || (is_some(name) && has(r, name, W_INSTITUTION)))
		return "named_institution";
	if (has_named_example(r, s))
		return "named_person";
	if (is_some(name) && name.end == head.end && !has(r, head, W_COLLECTIVE))
		return type_of_name(r, head, name);
	if (is_some(name) && name.end < head.end && mark(r, name.end) == SLANT_OPEN_BRACKET)
		return type_of_name(r, head, name); /* Orme (D-Ardun) */
	if (!is_some(name) && is_capital(r, head.first) && head.end == head.first + 1 && !has(r, head, W_PERSON | W_COLLECTIVE | W_PLURAL) &&
	    !words_end(r, head.first, "s"))
		return "named_person";
	return type_of_noun(r, head);
}

struct span names_short(const struct reader *r, struct span s)
{
	struct span head = head_of(r, s), name = name_in(r, head);
	uint32_t end = s.first;
	while (end < s.end && !(words_bound(mark(r, end)) && end > s.first))
		end++;
	struct span whole = {s.first, end > s.first ? end : s.end};
	if (!is_some(name) || has(r, whole, W_AND) || has(r, name, W_INSTITUTION | W_OUTLET) || name.end != head.end || is(r, head.first, W_DETERMINER))
		return whole;
	/* "Captain Reed": one name alone keeps its title */
	if (name.end - name.first == 1 && name.first > s.first && is(r, name.first - 1, W_TITLE))
		name.first--;
	return name;
}
