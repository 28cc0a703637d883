/* SPDX-License-Identifier: MIT */
/* What went wrong, told once where it was seen: a sentence with file, place and
 * reason. Functions of the core take an `error *` last (never NULL) and return -1
 * or NULL when they filled it; callers may put context in front; only cli prints. */
#ifndef SLANT_BASE_ERROR_H
#define SLANT_BASE_ERROR_H

#include <stdint.h>

/* The exit status that this kind of fault asks for. */
enum error_kind {
	ERROR_NONE = 0,
	ERROR_USAGE = 2,  /* usage or configuration, lexicons */
	ERROR_INPUT = 3,  /* an input could not be read */
	ERROR_PLUGIN = 4, /* a plugin failed */
	ERROR_OUTPUT = 5  /* output could not be written */
};

struct error {
	enum error_kind kind;
	char text[1000]; /* "FILE:LINE:COLUMN: reason; what to do next" */
};

/* Both return -1. */
int error_set(struct error *, enum error_kind, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Put "context: " in front. */
int error_prefix(struct error *, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
