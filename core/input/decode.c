/* SPDX-License-Identifier: MIT */
#include "input/decode.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "input/segments.h"

#include <ctype.h>
#include <iconv.h>
#include <strings.h>

void article_note(struct article *a, uint32_t at, const char *message)
{
	struct text_note *notes = arena_alloc(a->arena, (a->note_count + 1) * sizeof *notes);
	if (a->note_count)
		memcpy(notes, a->notes, a->note_count * sizeof *notes);
	notes[a->note_count++] = (struct text_note){.start = at, .end = at, .severity = "warning", .message = message};
	a->notes = notes;
}

static int refuse_binary(const char *bytes, size_t n, const char *name, struct error *error)
{
	static const struct {
		const char *magic;
		size_t n;
		const char *what;
	} kinds[] = {
		{"%PDF-", 5, "a PDF file; save its text first"},
		{"PK\x03\x04", 4, "a ZIP archive or an office document; save its text first"},
		{"\x7f" "ELF", 4, "a program"},
		{"\x89PNG", 4, "a picture"},
		{"\xff\xd8\xff", 3, "a picture"},
		{"GIF8", 4, "a picture"},
		{"\x1f\x8b", 2, "gzip data inside gzip data; unpack it once"},
	};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (n >= kinds[i].n && memcmp(bytes, kinds[i].magic, kinds[i].n) == 0)
			return error_set(error, ERROR_INPUT, "%s: looks binary: %s", name, kinds[i].what);
	return 0;
}

static void keep(struct article *a, struct buffer *out, struct segments *map)
{
	a->source = arena_copy(a->arena, out->data ? out->data : "", out->length);
	a->source_length = out->length;
	a->byte_map = segments_keep(map, a->arena, &a->byte_map_count);
	buffer_free(out);
}

/* U+FFFD for every byte that is no UTF-8; returns how many there were. */
static size_t repair(struct article *a, const char *bytes, size_t from, size_t n)
{
	struct buffer out = {0};
	struct segments map = {0};
	size_t bad = 0;
	segments_add(&map, 0, from, 0);
	for (size_t at = from; at < n;) {
		size_t good = utf8_valid(bytes + at, n - at);
		buffer_add(&out, bytes + at, good);
		at += good;
		if (at == n)
			break;
		bad++;
		segments_add(&map, out.length, at, 1);
		buffer_add(&out, "\xef\xbf\xbd", 3);
		segments_add(&map, out.length, ++at, 0);
	}
	keep(a, &out, &map);
	return bad;
}

/* What Windows-1252 has at 0x80 to 0x9f; five places are empty and become U+FFFD. */
static const uint16_t windows_1252[32] = {
	0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
	0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static void from_windows_1252(struct article *a, const char *bytes, size_t n)
{
	struct buffer out = {0};
	struct segments map = {0};
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)bytes[i];
		segments_add(&map, out.length, i, c >= 0x80);
		utf8_add(&out, c >= 0x80 && c < 0xa0 ? windows_1252[c - 0x80] : c);
	}
	keep(a, &out, &map);
}

static void from_utf16(struct article *a, const char *bytes, size_t from, size_t n, int big)
{
	struct buffer out = {0};
	struct segments map = {0};
	const unsigned char *u = (const unsigned char *)bytes;
	for (size_t i = from; i + 1 < n; i += 2) {
		uint32_t c = big ? (uint32_t)u[i] << 8 | u[i + 1] : (uint32_t)u[i + 1] << 8 | u[i];
		segments_add(&map, out.length, i, 1);
		if (c >= 0xd800 && c < 0xdc00 && i + 3 < n) {
			uint32_t low = big ? (uint32_t)u[i + 2] << 8 | u[i + 3] : (uint32_t)u[i + 3] << 8 | u[i + 2];
			if (low >= 0xdc00 && low < 0xe000) {
				c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
				i += 2;
			}
		}
		utf8_add(&out, c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
	}
	keep(a, &out, &map);
}

/* Most characters of European texts have one NUL byte in UTF-16: 1 little-endian, 2 big-endian, 0 neither. */
static int looks_utf16(const char *bytes, size_t n)
{
	size_t even = 0, odd = 0, looked = n < 4096 ? n : 4096;
	if (n < 8)
		return 0;
	for (size_t i = 0; i < looked; i++)
		if (bytes[i] == '\0')
			(*(i % 2 ? &odd : &even))++;
	if (odd * 5 > looked && even == 0)
		return 1;
	return even * 5 > looked && odd == 0 ? 2 : 0;
}

/* Another charset by iconv, a character at a time, so that every place is known. */
static int from_charset(struct article *a, const char *bytes, size_t n, const char *charset)
{
	iconv_t c = iconv_open("UTF-8", charset);
	struct buffer out = {0};
	struct segments map = {0};
	if (c == (iconv_t)-1)
		return -1;
	for (size_t i = 0; i < n;) {
		char made[16], *to = made, *from = (char *)(uintptr_t)(bytes + i);
		size_t room = sizeof made, length = 1, left = 1;
		while (iconv(c, &from, &left, &to, &room) == (size_t)-1 && length < 8 && i + length < n) {
			from = (char *)(uintptr_t)(bytes + i);
			to = made;
			room = sizeof made;
			left = ++length;
		}
		int failed = to == made || utf8_valid(made, (size_t)(to - made)) != (size_t)(to - made);
		segments_add(&map, out.length, i, 1);
		buffer_add(&out, failed ? "\xef\xbf\xbd" : made, failed ? 3 : (size_t)(to - made));
		i += failed ? 1 : length;
	}
	iconv_close(c);
	keep(a, &out, &map);
	return 0;
}

static int is_name_of(const char *charset, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcasecmp(charset, *names) == 0)
			return 1;
	return 0;
}

/* By what the file declares of itself; 0 when that served. */
static int by_declaration(struct article *a, const char *bytes, size_t n, const char *charset)
{
	static const char *const western[] = {"windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", NULL};
	static const char *const utf8[] = {"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", NULL};
	if (charset == NULL || is_name_of(charset, utf8))
		return -1;
	if (is_name_of(charset, western)) /* HTML means Windows-1252 by all of these */
		from_windows_1252(a, bytes, n);
	else if (from_charset(a, bytes, n, charset) != 0)
		return -1;
	return 0;
}

/* Bytes of broken and of whole sequences of UTF-8. */
static void weigh(const char *bytes, size_t n, size_t *broken, size_t *whole)
{
	*broken = *whole = 0;
	for (size_t i = 0; i < n;) {
		uint32_t c;
		unsigned length = utf8_decode(bytes + i, n - i, &c);
		*broken += length == 0;
		*whole += length > 1;
		i += length ? length : 1;
	}
}

int decode_article(struct article *a, const char *name, const char *bytes, size_t n, const char *charset, struct error *error)
{
	size_t broken, whole;
	if (n > UINT32_MAX / 4)
		return error_set(error, ERROR_INPUT, "%s: larger than an article can be (1 GiB)", name);
	if (n >= 4 && (memcmp(bytes, "\xff\xfe\0\0", 4) == 0 || memcmp(bytes, "\0\0\xfe\xff", 4) == 0))
		return error_set(error, ERROR_INPUT, "%s: UTF-32 is not read; save it as UTF-8", name);
	int utf16 = n >= 2 && memcmp(bytes, "\xff\xfe", 2) == 0 ? 1 : n >= 2 && memcmp(bytes, "\xfe\xff", 2) == 0 ? 2 : 0;
	if (utf16) {
		from_utf16(a, bytes, 2, n, utf16 == 2);
		return 0;
	}
	if (refuse_binary(bytes, n, name, error) != 0)
		return -1;
	const char *nul = n ? memchr(bytes, '\0', n) : NULL;
	if (nul != NULL) {
		utf16 = looks_utf16(bytes, n);
		if (utf16 == 0)
			return error_set(error, ERROR_INPUT, "%s: looks binary: a NUL byte at byte %zu", name, (size_t)(nul - bytes));
		from_utf16(a, bytes, 0, n, utf16 == 2);
		article_note(a, 0, "read as UTF-16, told by its NUL bytes");
		return 0;
	}
	size_t from = n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	if (utf8_valid(bytes + from, n - from) == n - from) {
		a->source = bytes + from;
		a->source_length = n - from;
		if (from) {
			struct segments map = {0};
			segments_add(&map, 0, from, 0);
			a->byte_map = segments_keep(&map, a->arena, &a->byte_map_count);
		}
		return 0;
	}
	if (from == 0 && by_declaration(a, bytes, n, charset) == 0)
		return 0;
	weigh(bytes + from, n - from, &broken, &whole);
	if (from == 0 && whole < broken) {
		from_windows_1252(a, bytes, n);
		article_note(a, 0, "not UTF-8: read as Windows-1252");
		return 0;
	}
	size_t bad = repair(a, bytes, from, n);
	article_note(a, 0, arena_printf(a->arena, "encoding repaired: %zu bytes are not UTF-8 and are shown as U+FFFD", bad));
	return 0;
}

int declared_charset(const char *bytes, size_t n, char out[40])
{
	size_t looked = n < 1024 ? n : 1024, i, k = 0;
	for (i = 0; i + 8 < looked && strncasecmp(bytes + i, "charset=", 8) != 0; i++)
		;
	if (i + 8 >= looked)
		return 0;
	for (i += 8; i < looked && (bytes[i] == '"' || bytes[i] == '\''); i++)
		;
	for (; i < looked && k < 39 && (isalnum((unsigned char)bytes[i]) || strchr("-_:.", bytes[i]) != NULL); i++)
		out[k++] = bytes[i];
	out[k] = '\0';
	return k > 0;
}
