/* SPDX-License-Identifier: MIT */
/* The text of a marked-up file, put together block by block, each byte with its place
 * in the source. White space between words becomes one space; blocks stand apart by an
 * empty line. */
#ifndef SLANT_INPUT_BUILDER_H
#define SLANT_INPUT_BUILDER_H

#include "base/buffer.h"
#include "base/vector.h"
#include "input/segments.h"

struct builder {
	struct buffer text;
	struct segments map;
	VECTOR(struct text_block) blocks;
	uint32_t begin;    /* of the open block */
	int open, space;   /* space: white space waits for the next word */
	uint64_t space_at; /* where it stood */
	enum slant_role role;
};

void builder_open(struct builder *, enum slant_role role);
/* Copy source bytes that stand in the text as they are. */
void builder_copy(struct builder *, const char *bytes, size_t n, uint64_t source);
/* A character that is not what stands at its place in the source. */
void builder_frozen(struct builder *, const char *bytes, size_t n, uint64_t source);
/* End the block; one without a character is dropped. */
void builder_close(struct builder *);
/* Move text, map and blocks into the article. */
void builder_finish(struct builder *, struct article *);

#endif
