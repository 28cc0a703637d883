/* SPDX-License-Identifier: MIT */
/* Who a source is: its type, and the name under which it should be shown. */
#include "attribution.h"

static int has_class(const struct reader *r, struct span s, uint32_t classes)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (is(r, i, classes))
			return 1;
	return 0;
}

static int has_name(const struct reader *r, struct span s)
{
	for (uint32_t i = s.first; i < s.end; i++)
		if (is_capital(r, i) && !is(r, i, W_TITLE | W_PERSON | W_COLLECTIVE | W_DETERMINER | W_SUBJECT) &&
		    (i > s.first || i != first_of(r, r->t[i].sentence) || r->t[i].word == SLANT_WORD_UNKNOWN))
			return 1;
	return 0;
}

static const char *type_of(const struct reader *r, struct span s)
{
	uint32_t end = s.first;
	while (end < s.end && !mark_bounds(mark(r, end)) && !(end > s.first && is(r, end, W_PREPOSITION | W_RELATIVE)))
		end++;
	struct span head = {s.first, end > s.first ? end : s.end};
	if (head.end == head.first + 1 && is(r, head.first, W_SUBJECT | W_OBJECT | W_RELATIVE))
		return "pronoun";
	int name = has_name(r, head);
	if (has_class(r, head, W_OUTLET) && name)
		return "outlet";
	if (has_class(r, head, W_DOCUMENT) && !has_class(r, head, W_PERSON))
		return "document";
	if (has_class(r, head, W_INSTITUTION))
		return "named_institution";
	if (has_class(r, head, W_COLLECTIVE))
		return "vague_collective";
	if (name)
		return "named_person";
	if (has_class(r, head, W_PERSON))
		return words_end(r, head.end - 1, "s") ? "unnamed_group" : "unnamed_person";
	return words_end(r, head.end - 1, "s") ? "unnamed_group" : "unnamed_person";
}

void names_resolve(struct reader *r)
{
	for (uint32_t i = 0; i < r->record_count; i++) {
		struct record *c = &r->records[i];
		if (!c->taken || c->source.end == c->source.first)
			continue;
		c->type = type_of(r, c->source);
		c->speaker = r->d->text + r->t[c->source.first].start;
		c->speaker_length = r->t[c->source.end - 1].end - r->t[c->source.first].start;
	}
}
