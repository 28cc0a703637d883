/* SPDX-License-Identifier: MIT */
#include "run/frame.h"
#include "base/buffer.h"

#include <string.h>

#define MARK 0x54574c53u /* "SLWT" */
#define LARGEST ((uint64_t)1 << 36)

/* Eight bytes a step in four lanes: it must cost little beside the analysis. */
static uint64_t sum(uint64_t h, const void *bytes, size_t n)
{
	const char *at = bytes;
	uint64_t lanes[4] = {h, h ^ 1, h ^ 2, h ^ 3}, word;
	for (; n >= 32; n -= 32, at += 32)
		for (int i = 0; i < 4; i++) {
			memcpy(&word, at + 8 * i, 8);
			lanes[i] = (lanes[i] ^ word) * 0x9e3779b97f4a7c15u;
			lanes[i] ^= lanes[i] >> 29;
		}
	for (; n >= 8; n -= 8, at += 8) {
		memcpy(&word, at, 8);
		lanes[0] = (lanes[0] ^ word) * 0x9e3779b97f4a7c15u;
		lanes[0] ^= lanes[0] >> 29;
	}
	for (int i = 1; i < 4; i++)
		lanes[0] = (lanes[0] ^ lanes[i]) * 0x9e3779b97f4a7c15u;
	return lanes[0] ^ lanes[0] >> 32;
}

static uint64_t frame_sum(struct frame f, const void *contents)
{
	f.checksum = 0;
	return sum(sum(MARK, &f, sizeof f), contents, f.length);
}

void frame_align(struct buffer *b)
{
	buffer_add(b, "\0\0\0\0\0\0\0", -b->length & 7);
}

size_t frame_begin(struct buffer *b, enum frame_kind kind, uint64_t batch, uint32_t item)
{
	size_t place = b->length;
	struct frame f = {.mark = MARK, .kind = kind, .batch = batch, .item = item};
	buffer_add(b, &f, sizeof f);
	return place;
}

void frame_end(struct buffer *b, size_t place, int failed)
{
	struct frame f;
	uint64_t used = b->length - place - sizeof f;
	frame_align(b);
	memcpy(&f, b->data + place, sizeof f);
	f.used = used;
	f.length = b->length - place - sizeof f;
	f.failed = failed != 0;
	f.checksum = frame_sum(f, b->data + place + sizeof f);
	memcpy(b->data + place, &f, sizeof f);
}

ptrdiff_t frame_check(const void *bytes, size_t n, uint64_t batch, struct frame *f)
{
	uint32_t mark = MARK;
	/* Stray bytes are seen at once, not when as many have come as they seem to promise. */
	if (memcmp(bytes, &mark, n < 4 ? n : 4) != 0)
		return -1;
	if (n < sizeof *f)
		return 0;
	memcpy(f, bytes, sizeof *f);
	if (f->kind >= FRAME_KINDS || f->batch != batch || f->length > LARGEST || f->used > f->length || f->length % 8 != 0)
		return -1;
	if (n < sizeof *f + f->length)
		return 0;
	if (frame_sum(*f, (const char *)bytes + sizeof *f) != f->checksum)
		return -1;
	return (ptrdiff_t)(sizeof *f + f->length);
}
