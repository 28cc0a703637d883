/* SPDX-License-Identifier: MIT */
/* JSON in (Jansson, for small things) and out (streamed into a buffer, for
 * records). Numbers are written as integers; fractions go through json_put_fixed,
 * since 0.1 must not become 0.10000000000000001. */
#ifndef SLANT_BASE_JSON_H
#define SLANT_BASE_JSON_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

struct buffer;
struct error;

/* Parse a whole text; duplicate keys refused. New reference, or NULL with
 * "NAME:LINE:COLUMN: reason" of the given kind (enum error_kind). */
json_t *json_parse(const char *name, const char *text, size_t n, int kind, struct error *);
/* The same for a file. */
json_t *json_read_file(const char *path, int kind, struct error *);
/* Borrowed string at key, or `missing`. */
const char *json_get_text(const json_t *object, const char *key, const char *missing);
int64_t json_get_int(const json_t *object, const char *key, int64_t missing);

/* ---- out ---- */

/* A writer puts commas where they belong. Depth is at most 62. */
struct json_writer {
	struct buffer *out;
	uint64_t filled; /* bit d: level d has a member already */
	unsigned depth;
};

void json_writer_init(struct json_writer *, struct buffer *out);
void json_open(struct json_writer *, const char *key, char bracket); /* '{' or '['; key NULL inside arrays */
void json_close(struct json_writer *, char bracket);                 /* '}' or ']' */
void json_put_text(struct json_writer *, const char *key, const char *s, size_t n); /* valid UTF-8 */
void json_put_string(struct json_writer *, const char *key, const char *s);         /* NULL: the key is left out */
void json_put_int(struct json_writer *, const char *key, int64_t);
void json_put_bool(struct json_writer *, const char *key, int);
void json_put_null(struct json_writer *, const char *key);
/* With so many digits behind the point, trailing zeros removed; not finite: null. */
void json_put_fixed(struct json_writer *, const char *key, double, int digits);
/* Ready-made JSON. */
void json_put_raw(struct json_writer *, const char *key, const char *json, size_t n);
/* A Jansson value, in its own key order. */
void json_put_value(struct json_writer *, const char *key, const json_t *);

/* The escaped form between quotation marks. `<` is written \u003c when html is
 * not 0, so that the text may stand in a <script> element. */
void json_escape(struct buffer *, const char *s, size_t n, int html);

#endif
