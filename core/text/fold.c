/* SPDX-License-Identifier: MIT */
#include "text/tokenize.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/chars.h"

#include <string.h>
#include <utf8proc.h>

#define SHORT 64 /* bytes of a word that fit on the stack; nearly all do */
#define EXPANSION 18 /* code points that one may become (utf8proc documents it) */

static size_t fold_ascii(const char *word, size_t n, char *out)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)word[i];
		if (c >= 0x80)
			return SIZE_MAX;
		out[i] = (char)(byte_class[c] & BYTE_UPPER ? c | 0x20 : c);
	}
	return n;
}

/* What is compared as something else: apostrophes as ', hyphens as -, invisible characters not at all (0). */
static uint32_t plain(uint32_t c)
{
	switch (char_kind(c)) {
	case CHAR_APOSTROPHE: return '\'';
	case CHAR_HYPHEN: return '-';
	case CHAR_INVISIBLE: return 0;
	default: return c;
	}
}

static size_t put(uint32_t c, char *out)
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
}

static int mark_class(utf8proc_int32_t c)
{
	return utf8proc_get_property(c)->combining_class;
}

/* Composing wants combining marks in canonical order, which decomposing one by one
 * does not give. No language stacks more than MOST marks on a letter; beyond that
 * they stay as they are, so that a heap of marks costs no more than other text. */
static void order_marks(utf8proc_int32_t *points, size_t count)
{
	enum { MOST = 16 };
	for (size_t i = 1; i < count; i++) {
		int here = mark_class(points[i]);
		size_t least = i > MOST ? i - MOST : 0;
		for (size_t k = i; here != 0 && k > least && mark_class(points[k - 1]) > here; k--) {
			utf8proc_int32_t swap = points[k];
			points[k] = points[k - 1];
			points[k - 1] = swap;
		}
	}
}

static size_t fold_unicode(const char *word, size_t n, char *out, utf8proc_int32_t *points, size_t room)
{
	int boundary = 0;
	size_t count = 0;
	for (size_t i = 0; i < n;) {
		unsigned length;
		uint32_t c = plain(utf8_get(word + i, &length));
		i += length;
		if (c == 0)
			continue;
		count += (size_t)utf8proc_decompose_char((utf8proc_int32_t)c, points + count,
							 (utf8proc_ssize_t)(room - count),
							 UTF8PROC_CASEFOLD | UTF8PROC_DECOMPOSE, &boundary);
	}
	order_marks(points, count);
	utf8proc_ssize_t composed = utf8proc_normalize_utf32(points, (utf8proc_ssize_t)count, UTF8PROC_COMPOSE);
	size_t length = 0;
	for (utf8proc_ssize_t i = 0; i < composed && length + 4 <= 4 * n; i++)
		length += put(plain((uint32_t)points[i]), out + length);
	return length;
}

size_t text_fold(const char *word, size_t n, char *out)
{
	size_t length = fold_ascii(word, n, out);
	if (length == SIZE_MAX) {
		utf8proc_int32_t points[SHORT * EXPANSION];
		utf8proc_int32_t *room = n <= SHORT ? points : mem_alloc((n + 1) * EXPANSION * sizeof *room);
		length = fold_unicode(word, n, out, room, (n <= SHORT ? SHORT : n + 1) * EXPANSION);
		if (room != points)
			free(room);
	}
	out[length] = '\0';
	return length;
}
