/* SPDX-License-Identifier: MIT */
/* One article as it came in: its text in UTF-8, what each stretch of it is, its
 * metadata, and the way back from every byte of the text to the file as given. */
#ifndef SLANT_INPUT_ARTICLE_H
#define SLANT_INPUT_ARTICLE_H

#include "base/arena.h"
#include "text/document.h"

#include <stddef.h>
#include <stdint.h>

/* Any of these may be NULL: unknown. */
struct article_meta {
	const char *id, *source, *outlet, *story, *title, *author, *date, *url, *genre, *language;
};

/* From `text` on, text bytes and source bytes run side by side until the next
 * segment; a segment whose text is not a copy of the source (an entity, a
 * repaired byte) has `frozen` 1: all its text bytes point at `source`. */
struct source_segment {
	uint32_t text;
	uint32_t frozen;
	uint64_t source;
};

struct article {
	struct article_meta meta;
	const char *text; /* valid UTF-8 with a NUL behind it */
	uint32_t length;
	const struct text_block *blocks; /* NULL: find them in the text */
	uint32_t block_count;
	const struct disclosure *disclosures;
	uint32_t disclosure_count;
	const struct text_note *notes; /* "encoding repaired" ... */
	uint32_t note_count;
	const char *source;       /* what lines and columns count in: the file decoded to UTF-8 (inflated; JSONL: the text field) */
	size_t source_length;
	const struct source_segment *map; /* text to source; NULL: they are the same bytes */
	uint32_t map_count;
	const struct source_segment *byte_map; /* source to the bytes as given; NULL: they are the same */
	uint32_t byte_map_count;
	struct arena *arena;      /* holds all of the above */
};

/* Where a byte of the text stands in the source. line and column are 1-based,
 * column in code points of the source. Cheap when asked in rising order. */
struct source_position {
	uint64_t byte, line, column;
};
struct source_cursor { /* zero before the first use with an article */
	uint64_t at, line, column; /* at: in the decoded source */
	uint32_t segment, byte_segment;
};
struct source_position article_position(const struct article *, struct source_cursor *, uint32_t text_byte);

#endif
