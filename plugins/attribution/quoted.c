/* SPDX-License-Identifier: MIT */
/* Quotations that stand alone. "..., Orme said. “...”": the same person goes on. A
 * quotation behind a sentence that reports somebody's words is taken for his, too. */
#include "attribution.h"

static uint32_t sentence_of(const struct reader *r, const slant_quotation *q)
{
	return r->t[q->first_token - 1].sentence;
}

static uint32_t paragraph_of(const struct reader *r, uint32_t sentence)
{
	return r->d->sentences[sentence].paragraph;
}

/* Does a sentence begin with this quotation? */
static int opens_sentence(const struct reader *r, const slant_quotation *q)
{
	return q->first_token - 1 == first_of(r, sentence_of(r, q));
}

/* Only the end of the sentence with the cue stands between the two. */
static int follows(const struct reader *r, const struct record *c, const slant_quotation *last, const slant_quotation *q)
{
	uint32_t from = r->t[last->end_token ? last->end_token - 1 : 0].sentence;
	uint32_t sentence = c->sentence > from ? c->sentence : from;
	return paragraph_of(r, sentence_of(r, q)) == paragraph_of(r, c->sentence) && sentence_of(r, q) <= sentence + 1;
}

/* Does the paragraph hold nothing but this quotation? */
static int fills_paragraph(const struct reader *r, const slant_quotation *q)
{
	const slant_paragraph *p = &r->d->paragraphs[paragraph_of(r, sentence_of(r, q))];
	uint32_t end = r->d->sentences[p->end_sentence - 1].end_token;
	return q->first_token - 1 == first_of(r, p->first_sentence) && q->end_token + 2 >= end;
}

/* The last record with speech before this quotation, near enough to be its own. */
static const struct record *speaks_before(const struct reader *r, const slant_quotation *q)
{
	uint32_t sentence = sentence_of(r, q), paragraph = paragraph_of(r, sentence);
	int whole = fills_paragraph(r, q);
	const struct record *best = NULL;
	for (uint32_t k = 0; k < r->record_count && r->records[k].sentence < sentence; k++)
		if (r->records[k].taken && is_some(r->records[k].source))
			best = &r->records[k];
	if (best == NULL || !(best->entry->frames & F_QUOTE))
		return NULL;
	uint32_t where = paragraph_of(r, best->sentence);
	if (where == paragraph)
		return best->sentence + 1 == sentence ? best : NULL;
	return whole && where + 1 == paragraph && (best->marked || best->sentence + 1 == sentence) ? best : NULL;
}

static void carry(struct reader *r, const struct record *from, uint32_t q)
{
	if (r->record_count == r->record_size)
		return;
	struct record *c = &r->records[r->record_count++];
	*c = *from;
	c->first_part = c->last_part = c->marked = 0;
	c->taken = c->uncertain = 1;
	c->chain_count = 0;
	parts_add_quotation(r, c, q);
}

static uint32_t join(struct reader *r, uint32_t last, uint32_t q)
{
	const slant_quotation *x = &r->d->quotations[q];
	struct record *c = last == SLANT_NONE ? NULL : &r->records[r->spoken[last] - 1];
	if (c != NULL && follows(r, c, &r->d->quotations[last], x)) {
		parts_add_quotation(r, c, q);
		return q;
	}
	const struct record *from = speaks_before(r, x);
	if (from == NULL)
		return last;
	carry(r, from, q);
	return q;
}

/* A stop inside the marks: speech, and not a word between marks that begins a sentence. */
static int is_speech(const struct reader *r, const slant_quotation *q)
{
	uint32_t m = q->end_token > q->first_token ? mark(r, q->end_token - 1) : 0;
	return words_stop(m) || m == SLANT_COMMA || m == SLANT_ELLIPSIS || m == SLANT_DASH || q->unclosed;
}

void quoted_join(struct reader *r)
{
	uint32_t last = SLANT_NONE;
	for (uint32_t q = 0; q < r->d->quotation_count; q++) {
		const slant_quotation *x = &r->d->quotations[q];
		if (x->parent != SLANT_NONE || x->first_token == 0)
			continue;
		if (r->spoken[q])
			last = q;
		else if (opens_sentence(r, x) && is_speech(r, x) && r->d->paragraphs[paragraph_of(r, sentence_of(r, x))].analyzed)
			last = join(r, last, q);
	}
}
