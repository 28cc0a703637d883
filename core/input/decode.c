/* SPDX-License-Identifier: MIT */
#include "input/decode.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "base/vector.h"

typedef VECTOR(struct source_segment) segments;

static void add_segment(segments *map, size_t text, size_t source, int frozen)
{
	struct source_segment *s = vector_push(map);
	*s = (struct source_segment){.text = (uint32_t)text, .frozen = (uint32_t)frozen, .source = source};
}

static void add_note(struct article *a, uint32_t at, const char *message)
{
	struct text_note *notes = arena_alloc(a->arena, (a->note_count + 1) * sizeof *notes);
	if (a->note_count)
		memcpy(notes, a->notes, a->note_count * sizeof *notes);
	notes[a->note_count++] = (struct text_note){.start = at, .end = at, .severity = "warning", .message = message};
	a->notes = notes;
}

static int refuse_binary(const struct article *a, const char *name, struct error *error)
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
	};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (a->source_length >= kinds[i].n && memcmp(a->source, kinds[i].magic, kinds[i].n) == 0)
			return error_set(error, ERROR_INPUT, "%s: looks binary: %s", name, kinds[i].what);
	const char *nul = a->source_length ? memchr(a->source, '\0', a->source_length) : NULL;
	if (nul != NULL)
		return error_set(error, ERROR_INPUT, "%s: looks binary: a NUL byte at byte %zu", name, (size_t)(nul - a->source));
	return 0;
}

/* Copy with U+FFFD for every byte that is no UTF-8. */
static void repair(struct article *a, size_t from)
{
	struct buffer out = {0};
	segments map = {0};
	size_t bad = 0, at = from, first_bad = 0;
	add_segment(&map, 0, from, 0);
	while (at < a->source_length) {
		size_t good = utf8_valid(a->source + at, a->source_length - at);
		buffer_add(&out, a->source + at, good);
		at += good;
		if (at == a->source_length)
			break;
		if (bad++ == 0)
			first_bad = out.length;
		add_segment(&map, out.length, at, 1);
		buffer_add(&out, "\xef\xbf\xbd", 3);
		add_segment(&map, out.length, ++at, 0);
	}
	a->text = arena_copy(a->arena, out.data ? out.data : "", out.length);
	a->length = (uint32_t)out.length;
	struct source_segment *kept = arena_alloc(a->arena, map.count * sizeof *kept);
	memcpy(kept, map.items, map.count * sizeof *kept);
	a->map = kept;
	a->map_count = map.count;
	if (bad > 0)
		add_note(a, (uint32_t)first_bad, arena_printf(a->arena, "encoding repaired: %zu bytes are not UTF-8 and are shown as U+FFFD", bad));
	buffer_free(&out);
	vector_free(&map);
}

int decode_article(struct article *a, const char *name, int strip_mark, struct error *error)
{
	if (refuse_binary(a, name, error) != 0)
		return -1;
	if (a->source_length > UINT32_MAX / 4)
		return error_set(error, ERROR_INPUT, "%s: larger than an article can be (1 GiB)", name);
	size_t from = strip_mark && a->source_length >= 3 && memcmp(a->source, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	if (from == 0 && utf8_valid(a->source, a->source_length) == a->source_length) {
		a->text = a->source;
		a->length = (uint32_t)a->source_length;
		return 0;
	}
	repair(a, from);
	return 0;
}
