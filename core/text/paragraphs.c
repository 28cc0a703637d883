/* SPDX-License-Identifier: MIT */
/* Paragraphs of plain text. Blank lines separate them. A single line end is harder:
 * saved pages have one paragraph a line, mails and old archives break lines at a
 * fixed width. Lines longer than a screen are paragraphs. Otherwise a line end is a
 * break where the line ends a sentence or where the next word would still have
 * fitted on the line, so that somebody ended it on purpose. */
#include "text/build.h"
#include "base/utf8.h"
#include "text/chars.h"

/* No program that breaks lines by itself makes them longer (code points). */
#define LONGEST_WRAPPED 120
/* With fewer lines than this the width says nothing about why a line ends. */
#define ENOUGH_LINES 3
/* Nobody breaks text at so small a width. */
#define LONGEST_LISTED_LINE 30

struct line {
	uint32_t start, end;   /* without white space around it */
	uint32_t indent;       /* bytes of white space before it */
	uint32_t width;        /* code points; 0: blank */
	uint32_t first_word;   /* code points of its first word */
	uint8_t stops;         /* ends with . ! ? and closing marks */
	uint8_t lower;         /* begins with a lower-case letter */
	uint8_t item;          /* begins with a bullet or a number, as lists do */
};

struct lines {
	ARENA_LIST(struct line) list;
	uint32_t width;        /* the longest */
};

static uint32_t space_bytes(const char *s, uint32_t at, uint32_t end)
{
	unsigned char c = (unsigned char)s[at];
	if (c < 0x80)
		return byte_class[c] == BYTE_SPACE;
	unsigned length;
	enum char_kind k = char_kind(utf8_get(s + at, &length));
	return at + length <= end && (k == CHAR_SPACE || k == CHAR_INVISIBLE) ? length : 0;
}

static void trim(const char *s, uint32_t *start, uint32_t *end)
{
	for (uint32_t n; *start < *end && (n = space_bytes(s, *start, *end)) > 0;)
		*start += n;
	while (*end > *start) {
		uint32_t last = *end - 1;
		while (last > *start && ((unsigned char)s[last] & 0xc0) == 0x80)
			last--;
		if (space_bytes(s, last, *end) != *end - last)
			break;
		*end = last;
	}
}

/* Closing marks are passed over: a stop may stand before them. */
static int ends_with_stop(const char *s, uint32_t start, uint32_t end)
{
	for (int few = 0; end > start && few < 8; few++) {
		uint32_t last = end - 1;
		while (last > start && ((unsigned char)s[last] & 0xc0) == 0x80)
			last--;
		unsigned length;
		uint32_t c = utf8_get(s + last, &length), mark;
		if (char_kind(c) != CHAR_MARK && char_kind(c) != CHAR_APOSTROPHE)
			return 0;
		mark = char_mark(c);
		if (mark == SLANT_PERIOD || mark == SLANT_QUESTION || mark == SLANT_EXCLAMATION || mark == SLANT_ELLIPSIS)
			return 1;
		if (mark != SLANT_STRAY_QUOTE && mark != SLANT_CLOSE_BRACKET)
			return 0;
		end = last;
	}
	return 0;
}

static int begins_item(const char *s, uint32_t start, uint32_t end)
{
	uint32_t at = start;
	if (at < end && s[at] == '(')
		at++;
	while (at < end && at - start < 5 && byte_class[(unsigned char)s[at]] & BYTE_WORD)
		at++;
	if (at > start && at + 1 < end && (s[at] == '.' || s[at] == ')') && at - start <= 4)
		return s[at + 1] == ' ' || s[at + 1] == ')';
	unsigned length;
	uint32_t c = start < end ? utf8_get(s + start, &length) : 0;
	return (c == '*' || c == '-' || c == 0x2022 || c == 0x2023 || c == 0x25e6 || c == 0x2043 || c == 0x25cf ||
		c == 0x25aa || c == 0xb7) && start + 1 < end && space_bytes(s, start + length, end) > 0;
}

static void describe(struct line *l, const char *s)
{
	unsigned length;
	uint32_t word = l->start;
	uint32_t bytes = l->end - l->start;
	l->width = bytes > 4 * LONGEST_WRAPPED ? bytes : (uint32_t)utf8_count(s + l->start, bytes);
	if (l->width == 0)
		return;
	while (word < l->end && word - l->start < 200 && space_bytes(s, word, l->end) == 0)
		word++;
	l->first_word = (uint32_t)utf8_count(s + l->start, word - l->start);
	l->stops = (uint8_t)ends_with_stop(s, l->start, l->end);
	l->lower = char_kind(utf8_get(s + l->start, &length)) == CHAR_LOWER;
	l->item = (uint8_t)begins_item(s, l->start, l->end);
}

/* Does the text have line ends other than LF? Nearly none has, and LF alone is found fastest. */
static int has_odd_ends(const char *s, uint32_t length)
{
	static const char last_bytes[] = {'\r', '\v', '\f', (char)0x85, (char)0xa8, (char)0xa9};
	for (size_t i = 0; i < sizeof last_bytes; i++)
		for (const char *at = s; (at = memchr(at, last_bytes[i], (size_t)(s + length - at))) != NULL; at++) {
			uint32_t lead = (unsigned char)*at < 0x80 ? 0 : (unsigned char)*at == 0x85 ? 1 : 2;
			if ((uint32_t)(at - s) >= lead && char_line_end(at - lead, lead + 1))
				return 1;
		}
	return 0;
}

static uint32_t line_end_at(const char *s, uint32_t at, uint32_t length, int odd)
{
	if (!odd) {
		const char *end = memchr(s + at, '\n', length - at);
		return end ? (uint32_t)(end - s) : length;
	}
	while (at < length && (((unsigned char)s[at] >= 0x20 && (unsigned char)s[at] < 0x80) ||
			       !char_line_end(s + at, length - at)))
		at++;
	return at;
}

static void read_lines(struct build *b, struct lines *lines)
{
	int odd = has_odd_ends(b->text, b->length);
	for (uint32_t at = 0; at < b->length;) {
		uint32_t end = line_end_at(b->text, at, b->length, odd);
		struct line *l = arena_push(b->arena, &lines->list, b->length / 200 + 8);
		*l = (struct line){.start = at, .end = end};
		trim(b->text, &l->start, &l->end);
		l->indent = l->start - at;
		describe(l, b->text);
		if (l->width > lines->width)
			lines->width = l->width;
		at = end < b->length ? end + char_line_end(b->text + end, b->length - end) : end;
	}
}

static void add_paragraph(struct build *b, uint32_t start, uint32_t end)
{
	struct build_paragraph *p = arena_push(b->arena, &b->paragraphs, b->length / 300 + 8);
	*p = (struct build_paragraph){.start = start, .end = end, .role = SLANT_ROLE_BODY};
}

/* The next word would have gone beyond the width. */
static int is_full(const struct line *l, uint32_t width)
{
	return l->width + 1 + l[1].first_word > width;
}

/* How many lines of this block (non-blank lines in a row) look broken by width, and how many end sentences. */
static int looks_wrapped(const struct line *l, uint32_t count, uint32_t width)
{
	uint32_t full = 0, stops = 0;
	for (uint32_t i = 0; i + 1 < count; i++) {
		full += (uint32_t)is_full(&l[i], width);
		stops += l[i].stops;
	}
	return count >= ENOUGH_LINES && full * 2 > count - 1 && stops * 2 <= count - 1;
}

/* Is the end of this line a break, given that no line is long? */
static int breaks(const struct line *l, uint32_t width, int wrapped)
{
	if (l[1].item || (l[1].indent > l->indent + 1 && l->stops))
		return 1;
	if (l[1].lower)
		return 0;
	if (l->stops)
		return !(wrapped && is_full(l, width));
	return !is_full(l, width) || (!wrapped && l->width * 2 > width && width > 40);
}

/* Among paragraphs of one line each: a long line without a stop or colon, and a small letter behind it. */
static int runs_on(const char *s, const struct line *l)
{
	return l->width * 2 > LONGEST_WRAPPED && !l->stops && s[l->end - 1] != ':' && l[1].lower && !l[1].item;
}

/* Three short lines or more, and no sentence ends: names of things, one a line. */
static int looks_listed(const struct line *l, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (l[i].stops || l[i].width > LONGEST_LISTED_LINE)
			return 0;
	return count >= ENOUGH_LINES;
}

static void split_block(struct build *b, const struct lines *lines, uint32_t first, uint32_t end)
{
	const struct line *l = lines->list.items;
	int long_lines = lines->width > LONGEST_WRAPPED || looks_listed(l + first, end - first);
	int wrapped = !long_lines && looks_wrapped(l + first, end - first, lines->width);
	uint32_t start = l[first].start;
	for (uint32_t i = first; i < end; i++) {
		if (i + 1 < end && (long_lines ? runs_on(b->text, &l[i]) : !breaks(&l[i], lines->width, wrapped)))
			continue;
		add_paragraph(b, start, l[i].end);
		if (i + 1 < end)
			start = l[i + 1].start;
	}
}

void paragraphs_find(struct build *b)
{
	struct lines lines = {0};
	read_lines(b, &lines);
	uint32_t first = 0;
	for (uint32_t i = 0; i <= lines.list.count; i++) {
		if (i < lines.list.count && lines.list.items[i].width > 0)
			continue;
		if (i > first)
			split_block(b, &lines, first, i);
		first = i + 1;
	}
}
