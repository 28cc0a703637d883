/* SPDX-License-Identifier: MIT */
/* Both ends are this program, on one machine, in one run: lengths and structures as
 * they are in memory, strings with their NUL. */
#include "run/parcel.h"
#include "base/buffer.h"
#include "run/frame.h"

#include <string.h>

#define ABSENT UINT64_MAX
#define META (sizeof(struct article_meta) / sizeof(char *))

static void put_count(struct buffer *b, uint64_t n)
{
	buffer_add(b, &n, sizeof n);
}

static void put_bytes(struct buffer *b, const void *bytes, uint64_t n)
{
	put_count(b, n);
	buffer_add(b, bytes, n);
	buffer_byte(b, '\0');
	frame_align(b);
}

static void put_text(struct buffer *b, const char *s)
{
	if (s == NULL)
		put_count(b, ABSENT);
	else
		put_bytes(b, s, strlen(s));
}

static void put_map(struct buffer *b, const struct source_segment *map, uint32_t count)
{
	put_count(b, map == NULL ? ABSENT : count);
	put_bytes(b, map, count * sizeof *map);
}

/* A field more in an article must come along here. */
_Static_assert(sizeof(struct article) == (META + 15) * 8 || sizeof(void *) != 8, "see parcel_pack and parcel_open");

void parcel_pack(struct buffer *b, const struct article *a)
{
	const char *meta[META];
	memcpy(meta, &a->meta, sizeof meta);
	for (size_t i = 0; i < META; i++)
		put_text(b, meta[i]);
	put_bytes(b, a->text, a->length);
	put_count(b, a->blocks == NULL ? ABSENT : a->block_count);
	put_bytes(b, a->blocks, a->block_count * sizeof *a->blocks);
	put_count(b, a->disclosure_count);
	for (uint32_t i = 0; i < a->disclosure_count; i++) {
		put_count(b, (uint64_t)a->disclosures[i].start << 32 | a->disclosures[i].end);
		put_text(b, a->disclosures[i].kind);
	}
	put_count(b, a->note_count);
	for (uint32_t i = 0; i < a->note_count; i++) {
		put_count(b, (uint64_t)a->notes[i].start << 32 | a->notes[i].end);
		put_text(b, a->notes[i].severity);
		put_text(b, a->notes[i].message);
	}
	int same = a->source == a->text && a->source_length == a->length;
	put_count(b, same ? ABSENT : 0);
	if (!same)
		put_bytes(b, a->source, a->source_length);
	put_map(b, a->map, a->map_count);
	put_map(b, a->byte_map, a->byte_map_count);
}

static uint64_t get_count(const char **at)
{
	uint64_t n;
	memcpy(&n, *at, sizeof n);
	*at += sizeof n;
	return n;
}

static const char *get_bytes(const char **at, uint64_t *n)
{
	*n = get_count(at);
	if (*n == ABSENT)
		return NULL;
	const char *bytes = *at;
	*at += (*n + 1 + 7) & ~(uint64_t)7;
	return bytes;
}

static const char *get_text(const char **at)
{
	uint64_t n;
	return get_bytes(at, &n);
}

/* An array of plain structures, or NULL when there was none. */
static const void *get_array(const char **at, uint32_t *count)
{
	uint64_t n = get_count(at), size;
	const char *bytes = get_bytes(at, &size);
	*count = n == ABSENT ? 0 : (uint32_t)n;
	return n == ABSENT ? NULL : bytes;
}

static void get_disclosures(const char **at, struct article *a)
{
	a->disclosure_count = (uint32_t)get_count(at);
	struct disclosure *list = arena_alloc(a->arena, (a->disclosure_count + 1) * sizeof *list);
	for (uint32_t i = 0; i < a->disclosure_count; i++) {
		uint64_t place = get_count(at);
		list[i] = (struct disclosure){get_text(at), (uint32_t)(place >> 32), (uint32_t)place};
	}
	a->disclosures = list;
}

static void get_notes(const char **at, struct article *a)
{
	a->note_count = (uint32_t)get_count(at);
	struct text_note *list = arena_alloc(a->arena, (a->note_count + 1) * sizeof *list);
	for (uint32_t i = 0; i < a->note_count; i++) {
		uint64_t place = get_count(at);
		list[i] = (struct text_note){(uint32_t)(place >> 32), (uint32_t)place, NULL, NULL};
		list[i].severity = get_text(at);
		list[i].message = get_text(at);
	}
	a->notes = list;
}

size_t parcel_open(const char *bytes, struct arena *arena, struct article *a)
{
	const char *at = bytes, *meta[META];
	uint64_t n;
	*a = (struct article){.arena = arena};
	for (size_t i = 0; i < META; i++)
		meta[i] = get_text(&at);
	memcpy(&a->meta, meta, sizeof meta);
	a->text = get_bytes(&at, &n);
	a->length = (uint32_t)n;
	a->blocks = get_array(&at, &a->block_count);
	get_disclosures(&at, a);
	get_notes(&at, a);
	a->source = a->text;
	a->source_length = a->length;
	if (get_count(&at) != ABSENT) {
		a->source = get_bytes(&at, &n);
		a->source_length = n;
	}
	a->map = get_array(&at, &a->map_count);
	a->byte_map = get_array(&at, &a->byte_map_count);
	return (size_t)(at - bytes);
}
