/* SPDX-License-Identifier: MIT */
/* Quotations that stand alone: "..., Orme said. '...'": the same person goes on. */
#include "attribution.h"

static uint32_t paragraph_of(const struct reader *r, uint32_t token)
{
	return r->d->sentences[r->t[token].sentence].paragraph;
}

/* Does a sentence begin with this quotation? */
static int opens_sentence(const struct reader *r, const slant_quotation *q)
{
	uint32_t open = q->first_token - 1;
	return open == first_of(r, r->t[open].sentence);
}

/* Only the end of the sentence with the cue stands between the two. */
static int follows(const struct reader *r, const struct record *c, const slant_quotation *last, const slant_quotation *q)
{
	uint32_t open = q->first_token - 1, from = r->t[last->end_token ? last->end_token - 1 : 0].sentence;
	uint32_t sentence = c->sentence > from ? c->sentence : from;
	return paragraph_of(r, open) == paragraph_of(r, c->group) && r->t[open].sentence <= sentence + 1;
}

void quoted_join(struct reader *r)
{
	uint32_t last = SLANT_NONE;
	for (uint32_t q = 0; q < r->d->quotation_count; q++) {
		const slant_quotation *x = &r->d->quotations[q];
		if (x->parent != SLANT_NONE || x->first_token == 0)
			continue;
		if (r->spoken[q]) {
			last = q;
			continue;
		}
		if (last == SLANT_NONE || !opens_sentence(r, x))
			continue;
		struct record *c = &r->records[r->spoken[last] - 1];
		if (!follows(r, c, &r->d->quotations[last], x))
			continue;
		content_add_quotation(r, c, q);
		last = q;
	}
}
