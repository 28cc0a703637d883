/* SPDX-License-Identifier: MIT */
#include "input/builder.h"

static int is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

void builder_open(struct builder *b, enum slant_role role)
{
	builder_close(b);
	b->open = 1;
	b->role = role;
	b->begin = SLANT_NONE;
	b->space = 0;
}

static void begin_text(struct builder *b, uint64_t source)
{
	if (!b->open)
		builder_open(b, SLANT_ROLE_BODY);
	if (b->begin == SLANT_NONE) {
		if (b->text.length > 0) {
			segments_add(&b->map, b->text.length, source, 1);
			buffer_add(&b->text, "\n\n", 2);
		}
		b->begin = (uint32_t)b->text.length;
	} else if (b->space) {
		segments_add(&b->map, b->text.length, b->space_at, 1);
		buffer_byte(&b->text, ' ');
	}
	b->space = 0;
}

void builder_copy(struct builder *b, const char *bytes, size_t n, uint64_t source)
{
	for (size_t i = 0; i < n;) {
		size_t k = i;
		if (is_space(bytes[i])) {
			if (!b->space)
				b->space_at = source + i;
			b->space = 1;
			i++;
			continue;
		}
		while (k < n && !is_space(bytes[k]))
			k++;
		begin_text(b, source + i);
		segments_add(&b->map, b->text.length, source + i, 0);
		buffer_add(&b->text, bytes + i, k - i);
		i = k;
	}
}

void builder_frozen(struct builder *b, const char *bytes, size_t n, uint64_t source)
{
	if (n == 1 && is_space(bytes[0])) {
		builder_copy(b, bytes, n, source);
		return;
	}
	begin_text(b, source);
	segments_add(&b->map, b->text.length, source, 1);
	buffer_add(&b->text, bytes, n);
}

void builder_close(struct builder *b)
{
	if (b->open && b->begin != SLANT_NONE)
		*vector_push(&b->blocks) = (struct text_block){.start = b->begin, .end = (uint32_t)b->text.length, .role = b->role};
	b->open = 0;
	b->begin = SLANT_NONE;
}

void builder_finish(struct builder *b, struct article *a)
{
	builder_close(b);
	a->text = arena_copy(a->arena, b->text.data ? b->text.data : "", b->text.length);
	a->length = (uint32_t)b->text.length;
	a->map = segments_keep(&b->map, a->arena, &a->map_count);
	struct text_block *blocks = arena_alloc(a->arena, (b->blocks.count + 1) * sizeof *blocks);
	if (b->blocks.count)
		memcpy(blocks, b->blocks.items, b->blocks.count * sizeof *blocks);
	a->blocks = blocks;
	a->block_count = b->blocks.count;
	buffer_free(&b->text);
	vector_free(&b->blocks);
}
