/* SPDX-License-Identifier: MIT */
#include "input/article.h"

#include <string.h>

static uint64_t source_byte(const struct article *a, struct source_cursor *c, uint32_t byte)
{
	if (a->map == NULL)
		return byte;
	if (c->segment >= a->map_count || a->map[c->segment].text > byte)
		c->segment = 0;
	while (c->segment + 1 < a->map_count && a->map[c->segment + 1].text <= byte)
		c->segment++;
	const struct source_segment *s = &a->map[c->segment];
	return s->frozen ? s->source : s->source + (byte - s->text);
}

/* LF, CRLF and CR alone end a line. */
static int ends_line(const struct article *a, uint64_t i)
{
	return a->source[i] == '\n' || (a->source[i] == '\r' && (i + 1 == a->source_length || a->source[i + 1] != '\n'));
}

struct source_position article_position(const struct article *a, struct source_cursor *c, uint32_t text_byte)
{
	uint64_t target = source_byte(a, c, text_byte);
	if (target > a->source_length)
		target = a->source_length;
	if (c->line == 0 || target < c->byte) {
		/* a byte-order mark takes no column: editors do not show it */
		c->byte = a->source_length >= 3 && target >= 3 && memcmp(a->source, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
		c->line = c->column = 1;
	}
	for (; c->byte < target; c->byte++) {
		if (ends_line(a, c->byte)) {
			c->line++;
			c->column = 1;
		} else if (((unsigned char)a->source[c->byte] & 0xc0) != 0x80)
			c->column++;
	}
	/* inside a code point: its continuation bytes were not counted, its first byte was */
	return (struct source_position){.byte = target, .line = c->line, .column = c->column};
}
