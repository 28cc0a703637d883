/* SPDX-License-Identifier: MIT */
/* Where sentences end. Every stop (. ! ? …) is a candidate; what stands before and
 * behind it decides, word lists of the language helping. Quotations do not hold
 * sentences together: what is quoted is split like the rest, closing marks stay with
 * the sentence that they close. */
#include "text/build.h"

/* What is known about one candidate. */
struct place {
	const struct build *b;
	uint32_t sentence;   /* first token of the sentence so far */
	uint32_t stop;       /* the stop (or the word that carries its own: "U.S.") */
	uint32_t next;       /* first token behind the stop and the marks that close with it */
	uint32_t word;       /* first word or number of what comes next, or `end` */
	uint32_t end;        /* of the paragraph */
	int quote_closed, bracket_closed;
};

static const slant_token *token(const struct place *p, uint32_t i)
{
	return &p->b->tokens.items[i];
}

static char first_char(const struct place *p, uint32_t i)
{
	return p->b->text[token(p, i)->start];
}

static int spaced(const struct place *p, uint32_t i)
{
	return (token(p, i)->flags & SLANT_SPACED) != 0;
}

static int is_stop(const slant_token *t)
{
	return t->word >= SLANT_PERIOD && t->word <= SLANT_ELLIPSIS;
}

/* ---- what belongs to the stop ---- */

/* "[7]" right behind a stop is a note. Returns the token after it. */
static uint32_t pass_note(const struct place *p, uint32_t i)
{
	while (i + 2 < p->end && token(p, i)->word == SLANT_OPEN_BRACKET && !spaced(p, i) &&
	       token(p, i + 1)->kind == SLANT_NUMBER && token(p, i + 2)->word == SLANT_CLOSE_BRACKET)
		i += 3;
	return i;
}

static uint32_t pass_closing(struct place *p, uint32_t i)
{
	for (; i < p->end; i++) {
		const slant_token *t = token(p, i);
		int tight = !(t->flags & SLANT_SPACED);
		if (t->word == SLANT_CLOSE_QUOTE) /* « so » closes with a space before it */
			p->quote_closed = 1;
		else if (t->word == SLANT_CLOSE_BRACKET && tight)
			p->bracket_closed = 1;
		else if (!(tight && (is_stop(t) || (t->word == SLANT_STRAY_QUOTE && (i + 1 == p->end || spaced(p, i + 1))))))
			break;
	}
	return pass_note(p, i);
}

/* The first word behind it; opening marks, dashes and bullets are passed. */
static uint32_t first_word(const struct place *p)
{
	uint32_t i = p->next;
	for (int few = 0; few < 5 && i < p->end && !is_word(token(p, i)) && !is_stop(token(p, i)); few++)
		i++;
	return i < p->end && is_word(token(p, i)) ? i : p->end;
}

/* ---- what the words say ---- */

static int is_capital(const struct place *p, uint32_t i)
{
	return i < p->end && token(p, i)->flags & SLANT_CAPITAL;
}

static int is_lower(const struct place *p, uint32_t i)
{
	return i < p->end && token(p, i)->kind == SLANT_WORD && !(token(p, i)->flags & SLANT_CAPITAL) &&
	       !(first_char(p, i) >= '0' && first_char(p, i) <= '9');
}

static uint32_t sorts(const struct place *p, uint32_t i)
{
	return i < p->end ? build_sorts(p->b, token(p, i)) : 0;
}

static uint32_t letters(const struct place *p, uint32_t i)
{
	return token(p, i)->end - token(p, i)->start;
}

/* The quotation that just closed was spoken by what follows: '"Why?" Anna Mertens asked.' */
static int speaker_follows(const struct place *p)
{
	for (uint32_t i = p->word, few = 0; i < p->end && few < 6 && is_word(token(p, i)); i++, few++) {
		if (sorts(p, i) & WORD_SPEECH)
			return i > p->word || is_lower(p, i);
		if (is_lower(p, i) && !(sorts(p, i) & WORD_FUNCTION))
			return 0;
	}
	return 0;
}

/* A word that would not have its capital inside a sentence. */
static int starts_sentence(const struct place *p)
{
	return is_capital(p, p->word) && sorts(p, p->word) & WORD_FUNCTION;
}

/* "end.Next": no space, but the shape of two sentences. */
static int space_forgotten(const struct place *p)
{
	if (p->stop == p->sentence || p->next != p->word || !is_word(token(p, p->stop - 1)) || spaced(p, p->stop))
		return 0;
	return is_lower(p, p->stop - 1) && letters(p, p->stop - 1) > 2 && is_capital(p, p->word) &&
	       letters(p, p->word) > 1 && !(token(p, p->word)->flags & SLANT_ALLCAPS) &&
	       (p->word + 1 >= p->end || spaced(p, p->word + 1) || !is_word(token(p, p->word + 1)));
}

/* ---- the decisions ---- */

static int after_question(const struct place *p)
{
	if (is_lower(p, p->word))
		return 0;
	return !(p->quote_closed && speaker_follows(p));
}

static int after_ellipsis(const struct place *p)
{
	if (!is_capital(p, p->word))
		return 0;
	/* with a space before it words are left out in the middle; "I" has its capital anywhere */
	return !spaced(p, p->stop) || (letters(p, p->word) > 1 && starts_sentence(p));
}

/* "1." and "a." in front of an item. */
static int is_item_marker(const struct place *p)
{
	uint32_t before = p->stop - 1;
	if (before != p->sentence && !(before == p->sentence + 1 && !is_word(token(p, p->sentence))))
		return 0;
	if (token(p, before)->kind == SLANT_NUMBER)
		return letters(p, before) <= 3;
	return letters(p, before) == 1 && !is_capital(p, before);
}

static int after_initial(const struct place *p)
{
	uint32_t before = p->stop - 1;
	if (starts_sentence(p) && !(before > p->sentence && is_capital(p, before - 1) && letters(p, before - 1) == 1))
		return 1;
	/* "Vitamin C. Next": an initial has a name before it, or begins the sentence, or a title */
	return !is_capital(p, p->word);
}

static int after_abbreviation(const struct place *p, uint32_t sort)
{
	int number = p->word < p->end && token(p, p->word)->kind == SLANT_NUMBER;
	if (sort & (WORD_TITLE_ABBREVIATION | WORD_NEVER_ENDS))
		return 0;
	if (sort & WORD_BEFORE_NUMBER)
		return !number;
	if (sort & WORD_CLOCK)
		return is_capital(p, p->word) && !(sorts(p, p->word) & WORD_AFTER_CLOCK);
	return starts_sentence(p) || (token(p, p->next)->word == SLANT_OPEN_QUOTE && is_capital(p, p->word));
}

static int after_number(const struct place *p)
{
	if (is_item_marker(p))
		return 0;
	/* "am 9. September": the stop makes it an ordinal */
	if (p->b->language->ordinal_stop && letters(p, p->stop - 1) <= 2)
		return starts_sentence(p) && !(sorts(p, p->word) & WORD_NUMBER_WORD);
	return 1;
}

/* Small letters begin sentences only in hasty writing; then the word before is an ordinary one. */
static int before_lower(const struct place *p)
{
	(void)p;
	return 0;
}

static int after_period(const struct place *p)
{
	const slant_token *t = token(p, p->stop);
	uint32_t sort;
	if (is_word(t)) { /* it has its own stop */
		if (is_lower(p, p->word))
			return 0;
		sort = sorts(p, p->stop);
		return after_abbreviation(p, sort & WORD_ABBREVIATION ? sort : WORD_MAY_END);
	}
	if (p->stop == p->sentence)
		return 1;
	uint32_t before = p->stop - 1;
	if (is_lower(p, p->word))
		return before_lower(p);
	if (spaced(p, p->stop) || !is_word(token(p, before)) || p->quote_closed)
		return 1;
	if (token(p, before)->kind == SLANT_NUMBER)
		return after_number(p);
	sort = sorts(p, before) & WORD_ABBREVIATION;
	if (sort)
		return after_abbreviation(p, sort);
	if (is_item_marker(p))
		return 0;
	if (letters(p, before) == 1 && is_capital(p, before))
		return after_initial(p);
	return 1;
}

static int ends_here(struct place *p)
{
	const slant_token *t = token(p, p->stop);
	p->quote_closed = p->bracket_closed = 0;
	p->next = pass_closing(p, p->stop + 1);
	if (p->next >= p->end)
		return 1;
	p->word = first_word(p);
	if (!spaced(p, p->next))
		return t->word == SLANT_PERIOD && space_forgotten(p);
	if (t->word == SLANT_QUESTION || t->word == SLANT_EXCLAMATION)
		return after_question(p);
	return t->word == SLANT_ELLIPSIS ? after_ellipsis(p) : after_period(p);
}

static void add_sentence(struct build *b, uint32_t paragraph, uint32_t first, uint32_t end)
{
	slant_sentence *s = arena_push(b->arena, &b->sentences, b->length / 80 + 8);
	*s = (slant_sentence){.start = b->tokens.items[first].start, .end = b->tokens.items[end - 1].end,
			      .first_token = first, .end_token = end, .paragraph = paragraph};
	for (uint32_t i = first; i < end; i++)
		b->tokens.items[i].sentence = b->sentences.count - 1;
}

/* A stop, or a word that ends with one. */
static int is_candidate(const struct build *b, const slant_token *t)
{
	if (t->kind == SLANT_MARK)
		return is_stop(t);
	return t->kind == SLANT_WORD && b->text[t->end - 1] == '.';
}

static void split(struct build *b, uint32_t paragraph)
{
	const struct build_paragraph *bp = &b->paragraphs.items[paragraph];
	struct place p = {.b = b, .sentence = bp->first_token, .end = bp->end_token};
	for (uint32_t i = bp->first_token; i < bp->end_token;) {
		p.stop = i;
		if (!is_candidate(b, &b->tokens.items[i]) || !ends_here(&p)) {
			i++;
			continue;
		}
		add_sentence(b, paragraph, p.sentence, p.next);
		p.sentence = i = p.next;
	}
	if (p.sentence < bp->end_token)
		add_sentence(b, paragraph, p.sentence, bp->end_token);
}

void sentences_find(struct build *b)
{
	for (uint32_t i = 0; i < b->paragraphs.count; i++)
		split(b, i);
}
