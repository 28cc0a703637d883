/* SPDX-License-Identifier: MIT */
/* Where results go: standard output, or a file that appears only when complete. */
#ifndef SLANT_CLI_OUTPUT_H
#define SLANT_CLI_OUTPUT_H

#include "base/buffer.h"

struct error;

struct output {
	const char *path; /* "-": standard output */
	char *beside;     /* written here until it is complete */
	int fd;
	struct buffer waiting;
};

/* path NULL or "-": standard output. ERROR_OUTPUT. */
int output_open(struct output *, const char *path, struct error *);
int output_add(struct output *, const char *bytes, size_t n, struct error *);
/* Write what waits and put the file in its place; with `keep` 0 a file is removed instead. */
int output_close(struct output *, int keep, struct error *);

#endif
