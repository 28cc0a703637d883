/* SPDX-License-Identifier: MIT */
/* What goes between a worker and its supervisor, in frames. A plugin can write to
 * any descriptor of its process, so nothing is believed that does not carry the
 * right mark, place in the sequence, length and checksum. */
#ifndef SLANT_RUN_FRAME_H
#define SLANT_RUN_FRAME_H

#include <stddef.h>
#include <stdint.h>

struct buffer;

enum frame_kind {
	FRAME_TASK,  /* to a worker: articles of a batch */
	FRAME_REPLY, /* from it: the record of one */
	FRAME_STEP,  /* from it, when it runs carefully: a plugin was called */
	FRAME_KINDS
};

struct frame {
	uint32_t mark, kind;
	uint64_t batch;
	uint32_t item, failed; /* reply: index in the batch; 1 when a plugin failed on it */
	uint64_t length;       /* of what follows, a multiple of 8 */
	uint64_t used;         /* how much of it is meant */
	uint64_t checksum;     /* of all of this, with 0 here, and of what follows */
};

/* Begin a frame at the end of the buffer: returns its place. Add its contents, then end it. */
size_t frame_begin(struct buffer *, enum frame_kind, uint64_t batch, uint32_t item);
void frame_end(struct buffer *, size_t place, int failed);

/* A whole frame at the front of these bytes? Its bytes with what follows; 0 when
 * more must come; -1 when this is no frame of that batch. */
ptrdiff_t frame_check(const void *bytes, size_t n, uint64_t batch, struct frame *);

/* Fill with zeros up to a multiple of 8, so that structures can be read in place. */
void frame_align(struct buffer *);

#endif
