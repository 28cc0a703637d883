/* SPDX-License-Identifier: MIT */
#include "base/json.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"

#include <math.h>
#include <stdio.h>

json_t *json_parse(const char *name, const char *text, size_t n, int kind, struct error *error)
{
	json_error_t why;
	if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		n -= 3;
	}
	json_t *value = json_loadb(text, n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &why);
	if (value == NULL)
		error_set(error, (enum error_kind)kind, "%s:%d:%d: not valid JSON: %s", name, why.line, why.column, why.text);
	return value;
}

json_t *json_read_file(const char *path, int kind, struct error *error)
{
	struct buffer bytes = {0};
	json_t *value = NULL;
	if (file_read(path, &bytes, SIZE_MAX, error) == 0)
		value = json_parse(path, bytes.data, bytes.length, kind, error);
	else
		error->kind = (enum error_kind)kind;
	buffer_free(&bytes);
	return value;
}

const char *json_get_text(const json_t *object, const char *key, const char *missing)
{
	const char *s = json_string_value(json_object_get(object, key));
	return s ? s : missing;
}

int64_t json_get_int(const json_t *object, const char *key, int64_t missing)
{
	const json_t *v = json_object_get(object, key);
	return json_is_integer(v) ? json_integer_value(v) : missing;
}

void json_writer_init(struct json_writer *w, struct buffer *out)
{
	*w = (struct json_writer){.out = out};
}

/* Characters that cannot stand in a JSON string as they are: 1; '<' in HTML: 2. */
static const uint8_t special[256] = {
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	['"'] = 1, ['\\'] = 1, [0x7f] = 1, ['<'] = 2,
};

#define EACH(byte) (0x0101010101010101u * (byte))
#define ZERO_IN(x) (((x) - EACH(1)) & ~(x) & EACH(0x80))

/* Eight characters at once: does none of them need a closer look? */
static int plain_eight(const char *s)
{
	uint64_t w;
	memcpy(&w, s, sizeof w);
	return (((w - EACH(0x20)) & ~w & EACH(0x80)) | ZERO_IN(w ^ EACH('"')) | ZERO_IN(w ^ EACH('\\')) |
		ZERO_IN(w ^ EACH(0x7f)) | ZERO_IN(w ^ EACH('<'))) == 0;
}

static void escape_one(struct buffer *b, unsigned char c)
{
	switch (c) {
	case '"': buffer_add(b, "\\\"", 2); break;
	case '\\': buffer_add(b, "\\\\", 2); break;
	case '\n': buffer_add(b, "\\n", 2); break;
	case '\r': buffer_add(b, "\\r", 2); break;
	case '\t': buffer_add(b, "\\t", 2); break;
	default: buffer_printf(b, "\\u%04x", c);
	}
}

void json_escape(struct buffer *b, const char *s, size_t n, int html)
{
	const uint8_t mask = html ? 3 : 1;
	size_t from = 0, i = 0;
	while (i < n) {
		while (n - i >= 8 && plain_eight(s + i))
			i += 8;
		for (size_t stop = n - i > 8 ? i + 8 : n; i < stop; i++)
			if (special[(unsigned char)s[i]] & mask) {
				buffer_add(b, s + from, i - from);
				escape_one(b, (unsigned char)s[i]);
				from = i + 1;
			}
	}
	buffer_add(b, s + from, n - from);
}

/* Nearly always a short name of our own. */
static void put_key(struct buffer *b, const char *key)
{
	uint8_t odd = 0;
	size_t n = 0;
	for (; key[n] != '\0'; n++)
		odd |= special[(unsigned char)key[n]];
	buffer_reserve(b, n + 3);
	b->data[b->length++] = '"';
	if (odd)
		json_escape(b, key, n, 0);
	else {
		memcpy(b->data + b->length, key, n);
		b->length += n;
	}
	buffer_add(b, "\":", 2);
}

static void begin(struct json_writer *w, const char *key)
{
	uint64_t bit = (uint64_t)1 << w->depth;
	if (w->filled & bit)
		buffer_byte(w->out, ',');
	w->filled |= bit;
	if (key != NULL)
		put_key(w->out, key);
}

void json_open(struct json_writer *w, const char *key, char bracket)
{
	begin(w, key);
	buffer_byte(w->out, bracket);
	w->depth++;
	w->filled &= ~((uint64_t)1 << w->depth);
}

void json_close(struct json_writer *w, char bracket)
{
	buffer_byte(w->out, bracket);
	w->depth--;
}

void json_put_text(struct json_writer *w, const char *key, const char *s, size_t n)
{
	begin(w, key);
	buffer_byte(w->out, '"');
	json_escape(w->out, s, n, 0);
	buffer_byte(w->out, '"');
}

void json_put_string(struct json_writer *w, const char *key, const char *s)
{
	if (s != NULL)
		json_put_text(w, key, s, strlen(s));
}

void json_put_int(struct json_writer *w, const char *key, int64_t value)
{
	begin(w, key);
	buffer_int(w->out, value);
}

void json_put_bool(struct json_writer *w, const char *key, int value)
{
	json_put_raw(w, key, value ? "true" : "false", value ? 4 : 5);
}

void json_put_null(struct json_writer *w, const char *key)
{
	json_put_raw(w, key, "null", 4);
}

void json_put_fixed(struct json_writer *w, const char *key, double value, int digits)
{
	char text[400];
	if (!isfinite(value)) {
		json_put_null(w, key);
		return;
	}
	int n = snprintf(text, sizeof text, "%.*f", digits, value);
	for (int i = 0; i < n; i++) /* the decimal point of every locale */
		if (text[i] == ',')
			text[i] = '.';
	if (digits > 0) {
		while (n > 1 && text[n - 1] == '0')
			n--;
		if (text[n - 1] == '.')
			n--;
	}
	if (n == 2 && text[0] == '-' && text[1] == '0')
		json_put_raw(w, key, "0", 1);
	else
		json_put_raw(w, key, text, (size_t)n);
}

void json_put_raw(struct json_writer *w, const char *key, const char *json, size_t n)
{
	begin(w, key);
	buffer_add(w->out, json, n);
}

static int append(const char *bytes, size_t n, void *out)
{
	buffer_add(out, bytes, n);
	return 0;
}

void json_put_value(struct json_writer *w, const char *key, const json_t *value)
{
	begin(w, key);
	json_dump_callback(value, append, w->out, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
}
