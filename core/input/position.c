/* SPDX-License-Identifier: MIT */
#include "input/article.h"

/* Follow a map; `segment` remembers where the last question ended. */
static uint64_t follow(const struct source_segment *map, uint32_t count, uint32_t *segment, uint64_t at)
{
	if (map == NULL || count == 0)
		return at;
	if (*segment >= count || map[*segment].text > at)
		*segment = 0;
	while (*segment + 1 < count && map[*segment + 1].text <= at)
		(*segment)++;
	const struct source_segment *s = &map[*segment];
	return s->frozen ? s->source : s->source + (at - s->text);
}

/* LF, CRLF and CR alone end a line. */
static int ends_line(const struct article *a, uint64_t i)
{
	return a->source[i] == '\n' || (a->source[i] == '\r' && (i + 1 == a->source_length || a->source[i + 1] != '\n'));
}

struct source_position article_position(const struct article *a, struct source_cursor *c, uint32_t text_byte)
{
	uint64_t target = follow(a->map, a->map_count, &c->segment, text_byte);
	if (target > a->source_length)
		target = a->source_length;
	if (c->line == 0 || target < c->at) {
		c->at = 0;
		c->line = c->column = 1;
	}
	for (; c->at < target; c->at++) {
		if (ends_line(a, c->at)) {
			c->line++;
			c->column = 1;
		} else if (((unsigned char)a->source[c->at] & 0xc0) != 0x80)
			c->column++;
	}
	return (struct source_position){.byte = follow(a->byte_map, a->byte_map_count, &c->byte_segment, target),
					.line = c->line,
					.column = c->column};
}
