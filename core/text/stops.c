/* SPDX-License-Identifier: MIT */
/* Does a stop (. ! ? or ellipsis) end its sentence? What stands before and behind it
 * decides, word lists of the language helping. */
#include "text/place.h"

/* ---- what belongs to the stop ---- */

/* Numbers of notes: "end.[7]", "end. [7]", "end).10" and "end. 8 The". Returns the token after them. */
static uint32_t pass_note(const struct place *p, uint32_t i)
{
	while (i + 2 < p->end && first_char(p, i) == '[' && token(p, i + 1)->kind == SLANT_NUMBER &&
	       token(p, i + 2)->word == SLANT_CLOSE_BRACKET)
		i += 3;
	if (i + 1 >= p->end || i != p->stop + 1 || i < 2 || token(p, i)->kind != SLANT_NUMBER || letters(p, i) > 3)
		return i;
	int behind_text = token(p, i - 2)->word != SLANT_WORD_NUMBER && !spaced(p, i - 1) && token(p, i - 2)->word != SLANT_OTHER_MARK;
	if (!behind_text || !spaced(p, i + 1) || !is_capital(p, i + 1))
		return i;
	return !spaced(p, i) || (is_lower(p, i - 2) && sorts(p, i + 1) & WORD_FUNCTION) ? i + 1 : i;
}

/* ":)" */
static int is_smiley(const struct place *p, uint32_t i)
{
	const slant_token *t = token(p, i);
	return (t->word == SLANT_COLON || t->word == SLANT_SEMICOLON) && i + 1 < p->end &&
	       token(p, i + 1)->word == SLANT_CLOSE_BRACKET && !spaced(p, i + 1);
}

/* A mark that the sentence takes along, though a space may stand before it: "? ?", « so ». */
static int closes_too(const struct place *p, uint32_t i)
{
	const slant_token *t = token(p, i);
	if (t->word == SLANT_CLOSE_QUOTE)
		return 1;
	if (spaced(p, i))
		return t->word == SLANT_QUESTION || t->word == SLANT_EXCLAMATION;
	return t->word == SLANT_CLOSE_BRACKET || is_stop(t) ||
	       (t->word == SLANT_STRAY_QUOTE && (i + 1 == p->end || spaced(p, i + 1)));
}

static uint32_t pass_closing(struct place *p, uint32_t i)
{
	for (; i < p->end; i++) {
		p->quote_closed |= token(p, i)->word == SLANT_CLOSE_QUOTE;
		p->bracket_closed |= token(p, i)->word == SLANT_CLOSE_BRACKET && !spaced(p, i);
		if (is_smiley(p, i))
			i++;
		else if (!closes_too(p, i))
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

/* ---- what the neighbours say ---- */

/* An address of the web begins small wherever it stands. */
static int is_address(const struct place *p, uint32_t i)
{
	const char *s = p->b->text + token(p, i)->start;
	uint32_t n = letters(p, i);
	return (n == 4 && strncmp(s, "http", 4) == 0) || (n == 5 && strncmp(s, "https", 5) == 0) ||
	       (n == 3 && strncmp(s, "www", 3) == 0);
}

/* The quotation that just closed was spoken by what follows: '"Why?" Anna Mertens asked.' */
static int speaker_follows(const struct place *p)
{
	uint32_t i = p->word;
	for (int few = 0; few < 5 && i < p->end && is_capital(p, i) && !(sorts(p, i) & WORD_FUNCTION); few++)
		i++;
	return i > p->word && is_lower(p, i) && sorts(p, i) & WORD_SPEECH;
}

/* A word that would not have its capital inside a sentence. */
static int starts_sentence(const struct place *p)
{
	return is_capital(p, p->word) && sorts(p, p->word) & WORD_FUNCTION;
}

/* A word as sentences begin with: a capital and then small letters, or a function word. */
static int looks_first(const struct place *p, uint32_t i)
{
	if (!is_capital(p, i) || token(p, i)->flags & SLANT_ALLCAPS)
		return 0;
	return letters(p, i) > 1 || sorts(p, i) & WORD_FUNCTION;
}

/* "end.Next": no space, but the shape of two sentences, and of no address ("www.name.Net") or name ("Y!J"). */
static int space_forgotten(const struct place *p)
{
	if (p->stop == p->sentence || p->next != p->word || p->next != p->stop + 1 || spaced(p, p->stop))
		return 0;
	uint32_t before = p->stop - 1, behind = p->word + 1, sort = sorts(p, p->word);
	int plain = is_lower(p, before) ? letters(p, before) > 1 && (before == p->sentence || spaced(p, before))
					: is_word(token(p, before)) && sort & (WORD_FUNCTION | WORD_TITLE_ABBREVIATION);
	if (!plain || !looks_first(p, p->word))
		return 0;
	return behind >= p->end || spaced(p, behind) || token(p, behind)->word == SLANT_COMMA ||
	       token(p, behind)->flags & SLANT_CLITIC || sort & WORD_TITLE_ABBREVIATION;
}

/* ---- the decisions ---- */

static int opens_bracket(const struct place *p)
{
	return token(p, p->next)->word == SLANT_OPEN_BRACKET;
}

static int after_question(const struct place *p)
{
	if (opens_bracket(p) && p->word < p->end && token(p, p->word)->kind == SLANT_NUMBER)
		return 0; /* "Harbour! (1965)": a title */
	if (is_lower(p, p->word) && !is_address(p, p->word))
		return token(p, p->stop)->word == SLANT_QUESTION && !p->quote_closed && !p->bracket_closed &&
		       p->next == p->word;
	return !(p->quote_closed && speaker_follows(p));
}

static uint32_t count_dots(const struct place *p)
{
	uint32_t dots = 0;
	for (uint32_t i = token(p, p->stop)->start; i < token(p, p->stop)->end; i++)
		dots += p->b->text[i] == '.';
	return dots;
}

static int after_ellipsis(const struct place *p)
{
	if (p->stop == p->sentence || first_char(p, p->stop - 1) == '[')
		return 0; /* the sentence begins with it; "[...]" stands for what is left out */
	if (p->word < p->end && is_address(p, p->word))
		return 1;
	if (!is_capital(p, p->word))
		return 0;
	/* with a space before it words are left out in the middle, unless a stop is added; "I" has its capital anywhere */
	return !spaced(p, p->stop) || count_dots(p) > 3 || (letters(p, p->word) > 1 && starts_sentence(p));
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

/* In a line of capitals they tell nothing. */
static int all_capitals(const struct place *p)
{
	return p->word < p->end && token(p, p->word)->flags & SLANT_ALLCAPS && is_word(token(p, p->sentence)) &&
	       token(p, p->sentence)->flags & SLANT_ALLCAPS;
}

static int after_abbreviation(const struct place *p, uint32_t sort)
{
	int number = p->word < p->end && token(p, p->word)->kind == SLANT_NUMBER;
	if (sort & (WORD_TITLE_ABBREVIATION | WORD_NEVER_ENDS) || first_char(p, p->next) == '&' || all_capitals(p))
		return 0;
	if (sort & WORD_BEFORE_NUMBER)
		return !number;
	if (sort & WORD_ENDS_BEFORE_CAPITAL) /* "At 5 a.m." is no sentence yet */
		return is_capital(p, p->word) && !(sorts(p, p->word) & WORD_AFTER_CLOCK) &&
		       !(p->stop <= p->sentence + 2 && sorts(p, p->sentence) & WORD_FUNCTION);
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

/* Abbreviations are often consonants only. */
static int has_vowel(const struct place *p, uint32_t i)
{
	const slant_token *t = token(p, i);
	const char *vowels = p->b->language->vowels;
	for (uint32_t at = t->start; vowels != NULL && at < t->end; at++)
		if (strchr(vowels, p->b->text[at] | 0x20) != NULL || p->b->text[at] == 'y' || (unsigned char)p->b->text[at] >= 0x80)
			return 1;
	return vowels == NULL;
}

/* Small letters begin sentences in hasty writing. The word before is an ordinary one
 * then, and none of the abbreviations that no list is long enough for. */
static int before_lower(const struct place *p)
{
	uint32_t before = p->stop - 1;
	if (is_address(p, p->word))
		return 1;
	if (p->word + 1 < p->end && token(p, p->word + 1)->word == SLANT_CLOSE_BRACKET)
		return 0; /* "b)": an item of the same sentence */
	if (!is_word(token(p, before)))
		return opens_bracket(p);
	if (p->quote_closed || p->bracket_closed || sorts(p, before) & WORD_ABBREVIATION || token(p, before)->kind == SLANT_NUMBER)
		return 0;
	return is_lower(p, before) && letters(p, before) > 2 && has_vowel(p, before);
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
	if (p->quote_closed && token(p, p->next)->word == SLANT_DASH)
		return 0; /* the name behind a motto */
	uint32_t before = p->stop - 1;
	if (is_lower(p, p->word))
		return before_lower(p);
	if (spaced(p, p->stop) || p->quote_closed)
		return 1;
	if (!is_word(token(p, before))) /* "N°. 5" */
		return !(token(p, before)->word == SLANT_OTHER_MARK && token(p, p->next)->kind == SLANT_NUMBER);
	if (token(p, before)->kind == SLANT_NUMBER)
		return after_number(p);
	sort = sorts(p, before) & WORD_ABBREVIATION;
	if (sort)
		return after_abbreviation(p, sort);
	if (is_item_marker(p))
		return 0;
	if (letters(p, before) == 1 && is_capital(p, before))
		return after_initial(p);
	/* "(b. 1950)": small letters stand for words */
	return !(letters(p, before) == 1 && is_lower(p, before) &&
		 (token(p, p->next)->kind == SLANT_NUMBER || token(p, before - 1)->word == SLANT_OPEN_BRACKET));
}

int stop_ends_sentence(struct place *p)
{
	const slant_token *t = token(p, p->stop);
	p->quote_closed = p->bracket_closed = 0;
	p->next = pass_closing(p, p->stop + 1);
	if (p->next >= p->end)
		return 1;
	p->word = first_word(p);
	if (!spaced(p, p->next))
		return t->word != SLANT_ELLIPSIS && t->kind == SLANT_MARK && space_forgotten(p);
	if (t->word == SLANT_QUESTION || t->word == SLANT_EXCLAMATION)
		return after_question(p);
	return t->word == SLANT_ELLIPSIS ? after_ellipsis(p) : after_period(p);
}
