/* SPDX-License-Identifier: MIT */
#include "text/chars.h"
#include "base/utf8.h"
#include "slantwise/plugin.h"

#include <utf8proc.h>

#define S BYTE_SPACE
#define D BYTE_DIGIT
#define U BYTE_UPPER
#define L BYTE_LOWER
#define H BYTE_HIGH
#define S8 S, S, S, S, S, S, S, S
#define U8 U, U, U, U, U, U, U, U
#define L8 L, L, L, L, L, L, L, L
#define H8 H, H, H, H, H, H, H, H
#define H64 H8, H8, H8, H8, H8, H8, H8, H8

const uint8_t byte_class[256] = {
	S8, S8, S8, S8,
	S, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* space to / */
	D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0, /* 0 to ? */
	0, U, U, U, U, U, U, U, U8, U8, U, U, U, 0, 0, 0, 0, 0, /* @ to _ */
	0, L, L, L, L, L, L, L, L8, L8, L, L, L, 0, 0, 0, 0, S, /* ` to DEL */
	H64, H64,
};

static enum char_kind by_category(uint32_t c)
{
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return CHAR_UPPER;
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
		return CHAR_LOWER;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return CHAR_JOINER;
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return CHAR_DIGIT;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
	case UTF8PROC_CATEGORY_CC:
		return CHAR_SPACE;
	case UTF8PROC_CATEGORY_CF:
		return CHAR_INVISIBLE;
	default:
		return CHAR_MARK;
	}
}

enum char_kind char_kind(uint32_t c)
{
	switch (c) {
	case 0x27: case 0x2018: case 0x2019: case 0x201b: case 0x2bc: case 0xff07:
		return CHAR_APOSTROPHE;
	case 0x2d: case 0x2010: case 0x2011: case 0x2212:
		return CHAR_HYPHEN;
	case 0x200b: case 0xad:
		return CHAR_INVISIBLE;
	case 0xfeff: /* a byte-order mark, wherever it stands, is no part of a word */
		return CHAR_SPACE;
	default:
		break;
	}
	if (c >= 0x2012 && c <= 0x2027) /* dashes, quotation marks, bullets, ellipsis */
		return CHAR_MARK;
	return by_category(c);
}

static uint32_t mark_by_category(uint32_t c)
{
	switch (utf8proc_category((utf8proc_int32_t)c)) {
	case UTF8PROC_CATEGORY_PD: return SLANT_DASH;
	case UTF8PROC_CATEGORY_PS: return SLANT_OPEN_BRACKET;
	case UTF8PROC_CATEGORY_PE: return SLANT_CLOSE_BRACKET;
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF: return SLANT_STRAY_QUOTE;
	default: return SLANT_OTHER_MARK;
	}
}

uint32_t char_mark(uint32_t c)
{
	switch (c) {
	case ',': case 0x60c: case 0x3001: case 0xff0c: return SLANT_COMMA;
	case '.': case 0x6d4: case 0x964: case 0x3002: case 0xff0e: case 0xff61: return SLANT_PERIOD;
	case '?': case 0x61f: case 0xff1f: return SLANT_QUESTION;
	case '!': case 0x203c: case 0xff01: return SLANT_EXCLAMATION;
	case 0x2026: return SLANT_ELLIPSIS;
	case ':': case 0xff1a: return SLANT_COLON;
	case ';': case 0x61b: case 0xff1b: return SLANT_SEMICOLON;
	case '/': return SLANT_SLASH;
	case '(': case '[': case '{': return SLANT_OPEN_BRACKET;
	case ')': case ']': case '}': return SLANT_CLOSE_BRACKET;
	case '"': case '\'': case '`':
	case 0x2018: case 0x2019: case 0x201a: case 0x201b: case 0x201c: case 0x201d: case 0x201e: case 0x201f:
	case 0xff02: case 0xff07: case 0x300c: case 0x300d: case 0x300e: case 0x300f:
		return SLANT_STRAY_QUOTE;
	default: return c < 0x80 ? SLANT_OTHER_MARK : mark_by_category(c);
	}
}

static enum quote_shape quote_of(uint32_t c, enum quote_family *family)
{
	*family = FAMILY_DOUBLE;
	switch (c) {
	case '"': case 0xff02: return QUOTE_STRAIGHT;
	case 0x201c: case 0x201f: return QUOTE_LEFT;
	case 0x201d: return QUOTE_RIGHT;
	case 0x201e: return QUOTE_LOW;
	default: break;
	}
	*family = FAMILY_SINGLE;
	switch (c) {
	case '\'': case '`': case 0xff07: return QUOTE_STRAIGHT;
	case 0x2018: case 0x201b: return QUOTE_LEFT;
	case 0x2019: return QUOTE_RIGHT;
	case 0x201a: return QUOTE_LOW;
	default: break;
	}
	*family = c == 0xab || c == 0xbb ? FAMILY_GUILLEMET : c == 0x2039 || c == 0x203a ? FAMILY_ANGLE : FAMILY_CORNER;
	switch (c) {
	case 0xab: case 0x2039: case 0x300c: case 0x300e: return QUOTE_LEFT;
	case 0xbb: case 0x203a: case 0x300d: case 0x300f: return QUOTE_RIGHT;
	default: return QUOTE_NONE;
	}
}

enum quote_shape char_quote(const char *s, size_t n, enum quote_family *family)
{
	if (n == 2 && s[0] == s[1] && (s[0] == '`' || s[0] == '\'')) {
		*family = FAMILY_TICKS;
		return s[0] == '`' ? QUOTE_LEFT : QUOTE_STRAIGHT;
	}
	unsigned length;
	uint32_t c = utf8_get(s, &length);
	return length == n ? quote_of(c, family) : QUOTE_NONE;
}

unsigned char_line_end(const char *s, size_t n)
{
	switch ((unsigned char)s[0]) {
	case '\r': return n > 1 && s[1] == '\n' ? 2 : 1;
	case '\n': case '\v': case '\f': return 1;
	case 0xc2: return n > 1 && (unsigned char)s[1] == 0x85 ? 2 : 0;
	case 0xe2:
		return n > 2 && (unsigned char)s[1] == 0x80 && ((unsigned char)s[2] & 0xfe) == 0xa8 ? 3 : 0;
	default: return 0;
	}
}
