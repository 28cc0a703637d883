/* SPDX-License-Identifier: MIT */
/* Which quotation marks belong together. Marks are paired paragraph by paragraph
 * with a small stack; shape and neighbours say whether a mark can open or close. An
 * opening mark without its partner quotes the rest of its paragraph at most: where
 * the same kind opens again before, up to there. Single marks, which look like
 * apostrophes, quote only when both ends are there. */
#include "text/build.h"
#include "text/chars.h"

/* Quotations inside quotations: three levels are read in good prose, the rest is noise. */
#define DEEPEST 8

struct mark {
	uint32_t token;
	uint32_t partner;    /* index of the closing mark, or SLANT_NONE */
	uint32_t limit;      /* of an opening mark left alone: where the same kind opens again (token), or SLANT_NONE */
	uint8_t shape, family;
	uint8_t opens, closes; /* what its neighbours allow */
	uint8_t role;          /* enum mark_role */
	uint8_t next_closes;   /* single marks: the next one that can do either closes */
};

enum mark_role { MARK_STRAY, MARK_OPEN, MARK_CLOSE, MARK_APOSTROPHE };

struct pairing {
	struct build *b;
	const struct build_paragraph *p;
	struct mark *marks;
	uint32_t count;
	uint32_t stack[DEEPEST], depth;
	uint32_t open[QUOTE_FAMILIES]; /* how many of the stack */
};

/* ---- what the neighbours say ---- */

static int is_quote(const slant_token *t)
{
	return t->kind == SLANT_MARK && t->word == SLANT_STRAY_QUOTE;
}

/* Something that may stand right before an opening mark. */
static int leads_in(const slant_token *t)
{
	return t->kind == SLANT_MARK && t->word != SLANT_PERIOD && t->word != SLANT_COMMA &&
	       t->word != SLANT_QUESTION && t->word != SLANT_EXCLAMATION && t->word != SLANT_CLOSE_BRACKET;
}

/* Something that may stand right behind a closing mark. */
static int leads_out(const struct build *b, const slant_token *t)
{
	return t->kind == SLANT_MARK ? t->word != SLANT_OPEN_BRACKET || b->text[t->start] == '['
				     : (t->flags & SLANT_CLITIC) != 0;
}

static void look_around(const struct pairing *pr, struct mark *m)
{
	const slant_token *t = &pr->b->tokens.items[m->token];
	int first = m->token == pr->p->first_token, last = m->token + 1 == pr->p->end_token;
	int spaced = first || t->flags & SLANT_SPACED;
	int space_behind = last || t[1].flags & SLANT_SPACED;
	m->opens = (uint8_t)((spaced || leads_in(t - 1)) && !space_behind);
	m->closes = (uint8_t)(!spaced && (space_behind || leads_out(pr->b, t + 1)));
}

/* The word right behind: an elision ("'tis") or a year without its century ("'90s"). */
static int starts_elision(const struct pairing *pr, const struct mark *m)
{
	const slant_token *t = &pr->b->tokens.items[m->token];
	if (m->token + 1 >= pr->p->end_token || t[1].flags & SLANT_SPACED || !is_word(&t[1]))
		return 0;
	char c = pr->b->text[t[1].start];
	if (c >= '0' && c <= '9')
		return t[1].end - t[1].start <= 3;
	return (build_sorts(pr->b, &t[1]) & WORD_ELISION) != 0;
}

/* "the dogs' owners": an s before, and a later mark that can close instead. */
static int is_possessive(const struct pairing *pr, const struct mark *m)
{
	const slant_token *t = &pr->b->tokens.items[m->token];
	if (m->token == pr->p->first_token || !is_word(t - 1) || t->flags & SLANT_SPACED)
		return 0;
	char c = pr->b->text[t->start - 1];
	return (c == 's' || c == 'S') && m->next_closes && m->token + 1 < pr->p->end_token && is_word(t + 1);
}

static int behind_number(const struct pairing *pr, const struct mark *m)
{
	const slant_token *t = &pr->b->tokens.items[m->token];
	return m->token > pr->p->first_token && !(t->flags & SLANT_SPACED) && t[-1].kind == SLANT_NUMBER;
}

/* ---- pairing ---- */

static void push(struct pairing *pr, uint32_t i)
{
	struct mark *m = &pr->marks[i];
	for (uint32_t d = pr->depth; d > 0; d--) {
		struct mark *below = &pr->marks[pr->stack[d - 1]];
		if (below->family == m->family && below->limit == SLANT_NONE)
			below->limit = m->token;
	}
	if (pr->depth == DEEPEST)
		return;
	pr->stack[pr->depth++] = i;
	pr->open[m->family]++;
}

/* Pair with the last open one of the family. What was opened since stays alone. A
 * single mark never reaches across a double one: it is an apostrophe then. */
static int close_with(struct pairing *pr, uint32_t i)
{
	uint8_t family = pr->marks[i].family;
	if (pr->open[family] == 0)
		return 0;
	uint32_t d = pr->depth;
	while (pr->marks[pr->stack[d - 1]].family != family) {
		if (family == FAMILY_SINGLE)
			return 0;
		d--;
	}
	struct mark *opening = &pr->marks[pr->stack[d - 1]];
	opening->partner = i;
	opening->role = MARK_OPEN;
	pr->marks[i].role = MARK_CLOSE;
	while (pr->depth >= d)
		pr->open[pr->marks[pr->stack[--pr->depth]].family]--;
	return 1;
}

/* Shape of the open mark of this family nearest to the top; QUOTE_NONE when none is open. */
static int open_shape(const struct pairing *pr, uint8_t family)
{
	for (uint32_t d = pr->depth; d > 0 && pr->open[family]; d--)
		if (pr->marks[pr->stack[d - 1]].family == family)
			return pr->marks[pr->stack[d - 1]].shape;
	return QUOTE_NONE;
}

static void pair_straight(struct pairing *pr, uint32_t i)
{
	const struct mark *m = &pr->marks[i];
	int open = pr->open[m->family] > 0;
	/* 6" and 12": inches, unless it is the mark that an open quotation waits for */
	if (m->closes && behind_number(pr, m) && (!open || m->next_closes))
		return;
	if (open && (m->closes || !m->opens))
		close_with(pr, i);
	else if (m->opens)
		push(pr, i);
	else if (!m->closes) { /* white space on both sides, or letters: it opens when nothing is open */
		const slant_token *t = &pr->b->tokens.items[m->token];
		if (t->flags & SLANT_SPACED && m->token + 1 < pr->p->end_token)
			push(pr, i);
	}
}

static void pair_left(struct pairing *pr, uint32_t i)
{
	const struct mark *m = &pr->marks[i];
	int open = open_shape(pr, m->family);
	/* “ closes what „ opened, « what » opened; and whatever the writer opened when it cannot open here */
	if ((open == QUOTE_LOW || open == QUOTE_RIGHT || (open != QUOTE_NONE && !m->opens)) && m->closes && !m->opens)
		close_with(pr, i);
	else
		push(pr, i);
}

static void pair_right(struct pairing *pr, uint32_t i)
{
	const struct mark *m = &pr->marks[i];
	if (close_with(pr, i))
		return;
	if (m->opens && !m->closes) /* ”so” and »so« */
		push(pr, i);
}

static void pair_single(struct pairing *pr, uint32_t i)
{
	struct mark *m = &pr->marks[i];
	int low = open_shape(pr, FAMILY_SINGLE) == QUOTE_LOW;
	if (m->shape == QUOTE_LOW || (m->opens && m->shape != QUOTE_RIGHT && !(low && m->closes))) {
		if (!starts_elision(pr, m) || (m->next_closes && m->shape == QUOTE_LEFT))
			push(pr, i);
		else
			m->role = MARK_APOSTROPHE;
	} else if (m->closes && pr->open[FAMILY_SINGLE] && !is_possessive(pr, m)) {
		if (!close_with(pr, i))
			m->role = MARK_APOSTROPHE;
	} else
		m->role = MARK_APOSTROPHE;
}

static void pair(struct pairing *pr, uint32_t i)
{
	const struct mark *m = &pr->marks[i];
	if (m->family == FAMILY_SINGLE)
		pair_single(pr, i);
	else if (m->shape == QUOTE_STRAIGHT)
		pair_straight(pr, i);
	else if (m->shape == QUOTE_LEFT)
		pair_left(pr, i);
	else if (m->shape == QUOTE_LOW)
		push(pr, i);
	else
		pair_right(pr, i);
}

/* ---- what was left open ---- */

/* The paragraph begins with an opening mark of this family. */
static int begins_with(const struct build *b, const struct build_paragraph *p, uint8_t family)
{
	enum quote_family has;
	if (p->first_token == p->end_token)
		return 0;
	const slant_token *t = &b->tokens.items[p->first_token];
	if (!is_quote(t))
		return 0;
	enum quote_shape shape = char_quote(b->text + t->start, t->end - t->start, &has);
	return shape != QUOTE_NONE && has == family;
}

static int passes_over(const struct build_paragraph *p)
{
	return p->role == SLANT_ROLE_BOILERPLATE || p->role == SLANT_ROLE_DUPLICATE || p->role == SLANT_ROLE_CAPTION ||
	       p->role == SLANT_ROLE_CREDIT;
}

/* Does the speech go on in the next paragraph? Advertisements and captions may stand between. */
static int goes_on(const struct pairing *pr, uint8_t family)
{
	const struct build *b = pr->b;
	const struct build_paragraph *end = b->paragraphs.items + b->paragraphs.count;
	for (const struct build_paragraph *p = pr->p + 1; p < end && p < pr->p + 5; p++)
		if (!passes_over(p))
			return begins_with(b, p, family);
	return 0;
}

static void settle_open(struct pairing *pr, struct build_paragraph *p)
{
	for (uint32_t d = 0; d < pr->depth; d++) {
		struct mark *m = &pr->marks[pr->stack[d]];
		int on = d == 0 && goes_on(pr, m->family);
		if (m->family == FAMILY_SINGLE && !(on && m->token == p->first_token && m->shape != QUOTE_STRAIGHT))
			m->role = MARK_APOSTROPHE;
		else if (!m->opens)
			continue;
		else {
			m->role = MARK_OPEN;
			if (on)
				m->limit = SLANT_NONE;
			p->continued |= (uint8_t)on;
			if (!on)
				build_note(pr->b, pr->b->tokens.items[m->token].start,
					   pr->b->tokens.items[m->token].end, "unbalanced quotation marks");
		}
	}
}

/* ---- the quotations themselves ---- */

struct writing {
	uint32_t stack[DEEPEST + 1], depth;  /* indexes of quotations */
	uint32_t limits[DEEPEST + 1];        /* token at which an unclosed one ends */
};

static void end_quotation(struct build *b, struct writing *w, uint32_t token, int closed)
{
	slant_quotation *q = &b->quotations.items[w->stack[--w->depth]];
	const slant_token *last = &b->tokens.items[token - 1];
	q->end_token = token;
	q->unclosed = (uint8_t)!closed;
	q->end = last->end;
	q->outer_end = closed ? b->tokens.items[token].end : q->end;
}

static void begin_quotation(struct build *b, struct writing *w, const struct mark *m, uint32_t end_token)
{
	const slant_token *t = &b->tokens.items[m->token];
	slant_quotation *q = arena_push(b->arena, &b->quotations, 16);
	*q = (slant_quotation){
		.start = m->token + 1 < end_token ? t[1].start : t->end,
		.outer_start = t->start,
		.first_token = m->token + 1,
		.parent = w->depth ? w->stack[w->depth - 1] : SLANT_NONE,
		.next = SLANT_NONE,
		.single = m->family == FAMILY_SINGLE || m->family == FAMILY_ANGLE,
	};
	w->limits[w->depth] = m->partner != SLANT_NONE ? SLANT_NONE : m->limit != SLANT_NONE ? m->limit : end_token;
	w->stack[w->depth++] = b->quotations.count - 1;
}

static void name_mark(slant_token *t, const struct mark *m)
{
	static const uint8_t ids[] = {SLANT_STRAY_QUOTE, SLANT_OPEN_QUOTE, SLANT_CLOSE_QUOTE, SLANT_OTHER_MARK};
	t->word = ids[m->role];
}

/* Gives every token its quotation; a mark has that around its own. */
static void write_quotations(struct pairing *pr)
{
	struct build *b = pr->b;
	struct writing w = {.depth = 0};
	uint32_t next = 0;
	for (uint32_t i = pr->p->first_token; i < pr->p->end_token; i++) {
		slant_token *t = &b->tokens.items[i];
		while (w.depth && w.limits[w.depth - 1] == i)
			end_quotation(b, &w, i, 0);
		const struct mark *m = next < pr->count && pr->marks[next].token == i ? &pr->marks[next++] : NULL;
		if (m != NULL && m->role == MARK_CLOSE) {
			while (w.depth > 1 && w.limits[w.depth - 1] != SLANT_NONE)
				end_quotation(b, &w, i, 0);
			end_quotation(b, &w, i, 1);
		}
		t->quotation = w.depth ? w.stack[w.depth - 1] : SLANT_NONE;
		if (m != NULL) {
			name_mark(t, m);
			if (m->role == MARK_OPEN)
				begin_quotation(b, &w, m, pr->p->end_token);
		}
	}
	while (w.depth)
		end_quotation(b, &w, pr->p->end_token, 0);
}

/* ---- one paragraph after the other ---- */

/* An empty pair quotes nothing. */
static void drop_empty(struct pairing *pr)
{
	for (uint32_t i = 0; i < pr->count; i++) {
		struct mark *m = &pr->marks[i];
		if (m->role == MARK_OPEN && m->partner != SLANT_NONE && pr->marks[m->partner].token == m->token + 1)
			m->role = pr->marks[m->partner].role = MARK_STRAY;
		else if (m->role == MARK_OPEN && m->partner == SLANT_NONE &&
			 (m->token + 1 == pr->p->end_token || m->limit == m->token + 1))
			m->role = MARK_STRAY;
	}
}

static void look_ahead(struct pairing *pr)
{
	int closes[QUOTE_FAMILIES] = {0};
	for (uint32_t i = pr->count; i > 0; i--) {
		struct mark *m = &pr->marks[i - 1];
		look_around(pr, m);
		m->next_closes = (uint8_t)closes[m->family];
		if (m->opens || m->closes)
			closes[m->family] = m->closes && !m->opens;
	}
}

static uint32_t collect(struct pairing *pr)
{
	const struct build *b = pr->b;
	uint32_t count = 0;
	for (uint32_t i = pr->p->first_token; i < pr->p->end_token; i++) {
		const slant_token *t = &b->tokens.items[i];
		enum quote_family family;
		if (!is_quote(t))
			continue;
		enum quote_shape shape = char_quote(b->text + t->start, t->end - t->start, &family);
		if (shape != QUOTE_NONE)
			pr->marks[count++] = (struct mark){.token = i, .partner = SLANT_NONE, .limit = SLANT_NONE,
							   .shape = (uint8_t)shape, .family = (uint8_t)family};
	}
	return count;
}

static void do_paragraph(struct build *b, struct build_paragraph *p)
{
	struct pairing pr = {.b = b, .p = p};
	pr.marks = arena_alloc(b->arena, p->quotes * sizeof *pr.marks);
	pr.count = collect(&pr);
	look_ahead(&pr);
	for (uint32_t i = 0; i < pr.count; i++)
		pair(&pr, i);
	settle_open(&pr, p);
	drop_empty(&pr);
	write_quotations(&pr);
}

/* The unclosed quotation that the paragraph before ended with goes on in the first one here. */
static void link_next(struct build *b, uint32_t *waiting, const struct build_paragraph *p, uint32_t first)
{
	if (*waiting != SLANT_NONE && b->quotations.count > first &&
	    b->quotations.items[first].first_token == p->first_token + 1)
		b->quotations.items[*waiting].next = first;
	*waiting = SLANT_NONE;
	for (uint32_t i = first; p->continued && i < b->quotations.count; i++)
		if (b->quotations.items[i].unclosed && b->quotations.items[i].parent == SLANT_NONE)
			*waiting = i;
}

void quotations_find(struct build *b)
{
	uint32_t waiting = SLANT_NONE;
	for (uint32_t i = 0; i < b->paragraphs.count; i++) {
		struct build_paragraph *p = &b->paragraphs.items[i];
		uint32_t first = b->quotations.count;
		if (p->quotes && p->role != SLANT_ROLE_BOILERPLATE)
			do_paragraph(b, p);
		if (!passes_over(p))
			link_next(b, &waiting, p, first);
	}
}
