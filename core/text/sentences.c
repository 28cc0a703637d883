/* SPDX-License-Identifier: MIT */
/* Where sentences end. Every stop is a candidate, and so is every item of a list in
 * one line. Quotations do not hold sentences together: what is quoted is split like
 * the rest, closing marks stay with the sentence that they close. */
#include "text/place.h"

static void add_sentence(struct build *b, uint32_t paragraph, uint32_t first, uint32_t end)
{
	slant_sentence *s = arena_push(b->arena, &b->sentences, b->length / 80 + 8);
	*s = (slant_sentence){.start = b->tokens.items[first].start, .end = b->tokens.items[end - 1].end,
			      .first_token = first, .end_token = end, .paragraph = paragraph};
	for (slant_token *t = b->tokens.items + first, *last = b->tokens.items + end; t < last; t++) {
		t->sentence = b->sentences.count - 1;
		t->reserved = 0;
	}
}

/* A stop, or a word that ends with one. */
static int is_candidate(const slant_token *t)
{
	return is_stop(t) || t->reserved == TOKEN_OWN_STOP;
}

static void split(struct build *b, uint32_t paragraph)
{
	const struct build_paragraph *bp = &b->paragraphs.items[paragraph];
	struct place p = {.b = b, .sentence = bp->first_token, .end = bp->end_token};
	p.list = items_begin(&p, p.sentence);
	const slant_token *tokens = b->tokens.items;
	for (uint32_t i = bp->first_token; i < bp->end_token;) {
		if (p.list.style == LIST_NONE)
			while (i < bp->end_token && !is_candidate(&tokens[i]))
				i++;
		if (i == bp->end_token)
			break;
		int item = p.list.style != LIST_NONE && items_next(&p, i);
		if (!item && !is_candidate(&tokens[i])) {
			i++;
			continue;
		}
		uint32_t cut = i, seen = i + 1;
		p.stop = i;
		if (!item) {
			cut = stop_ends_sentence(&p) ? p.next : SLANT_NONE;
			seen = p.next; /* marks that belong to this stop are no stops of their own */
		}
		if (cut == SLANT_NONE || cut == p.sentence) {
			i = seen;
			continue;
		}
		add_sentence(b, paragraph, p.sentence, cut);
		p.sentence = cut;
		if (p.list.style == LIST_NONE && cut < p.end)
			p.list = items_begin(&p, cut);
		i = cut > i ? cut : i + 1;
	}
	if (p.sentence < bp->end_token)
		add_sentence(b, paragraph, p.sentence, bp->end_token);
}

void sentences_find(struct build *b)
{
	for (uint32_t i = 0; i < b->paragraphs.count; i++)
		split(b, i);
}
