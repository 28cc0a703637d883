/* SPDX-License-Identifier: MIT */
/* Bytes of a file or of standard input, inflated when they are gzip, with limits:
 * what a small file inflates to is counted, not trusted. */
#ifndef SLANT_INPUT_READER_H
#define SLANT_INPUT_READER_H

#include <stddef.h>
#include <stdint.h>

struct buffer;
struct error;
struct reader;

/* "-" is standard input. Directories, devices, sockets and FIFOs are refused by name. */
struct reader *reader_open(const char *path, struct error *);
void reader_close(struct reader *);

/* Up to n bytes that come next, without taking them; *got < n only at the end. NULL on a read error. */
const char *reader_peek(struct reader *, size_t n, size_t *got, struct error *);

/* All that is left, at most `limit` bytes. -1: error. */
int reader_all(struct reader *, struct buffer *, size_t limit, struct error *);

/* The next line without its end (LF or CRLF), in the buffer (cleared first). 1 a line, 0 the
 * end, -1 an error; a line over `limit` is skipped to its end, reported, and reading may go on. */
int reader_line(struct reader *, struct buffer *, size_t limit, struct error *);
uint64_t reader_line_number(const struct reader *); /* of the line read last, from 1 */
/* 1 when an error ended the stream (nothing more will come). */
int reader_broken(const struct reader *);

#endif
