/* SPDX-License-Identifier: MIT */
/* What a character is to the text layer. ASCII by table; the rest by its Unicode
 * category, the common punctuation first, since it stands in every article. */
#ifndef SLANT_TEXT_CHARS_H
#define SLANT_TEXT_CHARS_H

#include <stddef.h>
#include <stdint.h>

/* Bits of ascii_class: what a byte is. */
#define BYTE_LOWER 0x01u
#define BYTE_UPPER 0x02u
#define BYTE_DIGIT 0x04u
#define BYTE_SPACE 0x08u /* and control characters */
#define BYTE_HIGH 0x10u  /* part of a code point beyond ASCII */
#define BYTE_LETTER (BYTE_LOWER | BYTE_UPPER)
#define BYTE_WORD (BYTE_LETTER | BYTE_DIGIT)

extern const uint8_t byte_class[256];

enum char_kind {
	CHAR_SPACE,      /* white space, line ends, control characters, byte-order mark */
	CHAR_LOWER,      /* a letter that is not upper case; also of scripts without case */
	CHAR_UPPER,
	CHAR_JOINER,     /* combining mark: belongs to the letter before */
	CHAR_DIGIT,      /* decimal digits, fractions, superscript figures */
	CHAR_INVISIBLE,  /* soft hyphen, zero-width characters: inside a word nothing at all */
	CHAR_APOSTROPHE, /* one that is an apostrophe between letters: ' ’ ʼ ‘ ` ＇ */
	CHAR_HYPHEN,     /* joins two words when it stands between letters */
	CHAR_MARK        /* everything else; see char_mark */
};

enum char_kind char_kind(uint32_t code_point);

/* The mark id (slantwise/plugin.h) of a code point that is no letter or digit. */
uint32_t char_mark(uint32_t code_point);

/* How a quotation mark stands by its shape. */
enum quote_shape {
	QUOTE_NONE,
	QUOTE_STRAIGHT, /* " ' : both ways */
	QUOTE_LEFT,     /* “ ‘ « ‹ `` 「 : opens; “ and ‘ also close what „ and ‚ opened */
	QUOTE_RIGHT,    /* ” ’ » › 」 : closes; opens in »this« and ”this” manner */
	QUOTE_LOW       /* „ ‚ : opens only */
};

/* Which marks belong together: a quotation is closed by a mark of its own family. */
enum quote_family {
	FAMILY_DOUBLE,    /* " “ ” „ and fullwidth */
	FAMILY_SINGLE,    /* ' ‘ ’ ‚ */
	FAMILY_TICKS,     /* `` '' */
	FAMILY_GUILLEMET, /* « » */
	FAMILY_ANGLE,     /* ‹ › */
	FAMILY_CORNER,    /* 「」 『』 */
	QUOTE_FAMILIES
};

/* Shape and family of the quotation mark that is the token [start, end) of the text. */
enum quote_shape char_quote(const char *s, size_t n, enum quote_family *);

/* Length of the line end at s (0 when there is none): LF, CR, CRLF, NEL, LS, PS, VT, FF. */
unsigned char_line_end(const char *s, size_t n);

#endif
