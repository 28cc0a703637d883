/* SPDX-License-Identifier: MIT */
#include "lexicon/term.h"

#include <string.h>

static int is_space(const char *s, const char *end, size_t *length)
{
	*length = 1;
	if (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r')
		return 1;
	*length = 2;
	return end - s >= 2 && memcmp(s, "\xc2\xa0", 2) == 0;
}

/* Letters and digits of ASCII, and whatever is not ASCII: whether that is a mark
 * is known once the term is tokenised. */
static int holds_word(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
			return 1;
	}
	return 0;
}

static const char *read_kind(struct term_piece *p)
{
	static const struct {
		const char *name;
		char kind;
	} kinds[] = {{"noun", 'n'}, {"verb", 'v'}, {"adj", 'a'}};
	const char *at = memchr(p->text, '@', p->length);
	if (at == NULL)
		return NULL;
	size_t left = (size_t)(p->text + p->length - at) - 1;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (left == strlen(kinds[i].name) && memcmp(at + 1, kinds[i].name, left) == 0)
			p->kind = kinds[i].kind;
	}
	if (p->kind == 0)
		return "unknown mark after '@' (there are @noun, @verb and @adj)";
	p->length = (uint16_t)(at - p->text);
	return NULL;
}

static const char *read_piece(struct term_piece *p)
{
	const char *fault;
	if (p->length > 0 && p->text[0] == '=') {
		p->exact = 1;
		p->text++;
		p->length--;
	}
	if ((fault = read_kind(p)) != NULL)
		return fault;
	if (p->length == 1 && p->text[0] == '#') {
		p->number = 1;
		return p->kind || p->exact ? "'#' takes no other mark" : NULL;
	}
	if (p->length > 0 && p->text[p->length - 1] == '*') {
		p->prefix = 1;
		p->length--;
		if (p->kind)
			return "a word with '*' takes no '@' mark";
		if (p->length < 2 || !holds_word(p->text + p->length - 1, 1))
			return "'*' must follow at least two letters";
	}
	if (p->length == 0)
		return "a word is missing between the marks";
	if (memchr(p->text, '*', p->length) != NULL)
		return "'*' may stand only at the end of a word";
	return NULL;
}

/* a|b|c in one place */
static const char *read_place(struct term *t, const char *s, size_t n)
{
	const char *end = s + n;
	for (;;) {
		const char *bar = memchr(s, '|', (size_t)(end - s));
		const char *stop = bar ? bar : end;
		if (t->count == TERM_MAX_PIECES)
			return "a term may have at most 64 words and alternatives";
		struct term_piece *p = &t->pieces[t->count++];
		*p = (struct term_piece){.text = s, .length = (uint16_t)(stop - s), .place = (uint8_t)t->places};
		const char *fault = read_piece(p);
		if (fault != NULL)
			return fault;
		if (bar == NULL)
			break;
		s = bar + 1;
	}
	t->places++;
	return NULL;
}

/* "..." or "...5": the words that may stand between, plus one; 0 for anything else. */
static int read_gap(const char *s, size_t n)
{
	unsigned words = 3;
	if (n < 3 || memcmp(s, "...", 3) != 0)
		return 0;
	if (n > 3) {
		words = 0;
		for (size_t i = 3; i < n && words <= TERM_MAX_GAP; i++) {
			if (s[i] < '0' || s[i] > '9')
				return -1;
			words = words * 10 + (unsigned)(s[i] - '0');
		}
	}
	return words == 0 || words > TERM_MAX_GAP ? -1 : (int)words + 1;
}

static const char *read_chunk(struct term *t, const char *s, size_t n, int *gap, unsigned *gaps)
{
	int words = read_gap(s, n);
	if (words < 0)
		return "a gap is '...' or '...N' with 1 to 10 words";
	if (words > 0) {
		if (t->places == 0 || *gap != 0)
			return "a gap must stand between words";
		if (++*gaps > TERM_MAX_GAPS)
			return "a term may have at most three gaps";
		*gap = words;
		return NULL;
	}
	t->gap[t->places] = (uint8_t)*gap;
	*gap = 0;
	return read_place(t, s, n);
}

static const char *read_all(struct term *t, const char *s, const char *end)
{
	int gap = 0;
	unsigned gaps = 0;
	size_t space;
	while (s < end) {
		if (is_space(s, end, &space)) {
			s += space;
			continue;
		}
		const char *from = s;
		while (s < end && !is_space(s, end, &space))
			s++;
		/* also room for gap[] behind the last place */
		if (t->places + 1 >= TERM_MAX_PIECES)
			return "a term may have at most 62 words";
		const char *fault = read_chunk(t, from, (size_t)(s - from), &gap, &gaps);
		if (fault != NULL)
			return fault;
	}
	if (gap != 0)
		return "a gap must stand between words";
	return NULL;
}

const char *term_parse(const char *text, size_t n, struct term *t)
{
	t->count = t->places = 0;
	if (n > TERM_MAX_BYTES)
		return "a term may have at most 500 bytes";
	const char *fault = read_all(t, text, text + n);
	if (fault != NULL)
		return fault;
	if (t->count == 0)
		return "a term may not be empty";
	for (uint32_t i = 0; i < t->count; i++) {
		if (holds_word(t->pieces[i].text, t->pieces[i].length))
			return NULL;
	}
	return "a term may not consist only of marks";
}

/* One alternative of each place: that of `chosen` where it stands, else the first. */
static size_t join(const struct term *t, uint32_t chosen, const char *gap, const char *number, char *out)
{
	size_t length = 0;
	uint32_t done = 0; /* places */
	for (uint32_t i = 0; i < t->count; i++) {
		const struct term_piece *p = &t->pieces[i];
		int wanted = chosen < t->count && t->pieces[chosen].place == p->place ? i == chosen : p->place == done;
		if (!wanted || p->place < done)
			continue;
		done = p->place + 1u;
		if (length > 0)
			out[length++] = ' ';
		if (t->gap[p->place]) {
			length += strlen(gap);
			memcpy(out + length - strlen(gap), gap, strlen(gap));
		}
		const char *text = p->number ? number : p->text;
		size_t n = p->number ? strlen(number) : p->length;
		memcpy(out + length, text, n);
		length += n;
	}
	out[length] = '\0';
	return length;
}

void term_plain(const char *text, size_t n, char *out)
{
	struct term t;
	if (term_parse(text, n, &t) != NULL)
		t.count = 0;
	join(&t, TERM_MAX_PIECES, "... ", "#", out);
}

void term_sample(const struct term *t, uint32_t chosen, char *out)
{
	join(t, chosen, "", "7", out);
}
