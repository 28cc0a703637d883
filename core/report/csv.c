/* SPDX-License-Identifier: MIT */
#include "report/csv.h"
#include "base/buffer.h"
#include "base/json.h"

#include <string.h>

static void begin(struct csv *c)
{
	if (c->filled)
		buffer_byte(c->out, ',');
	c->filled = 1;
}

static int is_formula(char first)
{
	return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r' || first == '\n';
}

static void put_text(struct csv *c, const char *s, size_t n)
{
	int quote = 0;
	for (size_t i = 0; i < n; i++)
		quote |= s[i] == ',' || s[i] == '"' || s[i] == '\r' || s[i] == '\n';
	begin(c);
	if (quote)
		buffer_byte(c->out, '"');
	if (n > 0 && is_formula(s[0]))
		buffer_byte(c->out, '\'');
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"')
			buffer_byte(c->out, '"');
		if (s[i] != '\0') /* no table has it */
			buffer_byte(c->out, s[i]);
	}
	if (quote)
		buffer_byte(c->out, '"');
}

void csv_text(struct csv *c, const char *s)
{
	put_text(c, s ? s : "", s ? strlen(s) : 0);
}

void csv_int(struct csv *c, json_int_t n)
{
	begin(c);
	buffer_int(c->out, n);
}

void csv_value(struct csv *c, const json_t *v)
{
	if (json_is_string(v)) {
		put_text(c, json_string_value(v), json_string_length(v));
	} else if (json_is_integer(v)) {
		csv_int(c, json_integer_value(v));
	} else if (json_is_boolean(v)) {
		csv_int(c, json_is_true(v));
	} else {
		begin(c);
		if (json_is_real(v)) {
			struct json_writer w;
			json_writer_init(&w, c->out);
			json_put_value(&w, NULL, v);
		}
	}
}

/* Calls `each` for every name of a list by spaces. */
static void each_name(struct csv *c, const char *names, void (*each)(struct csv *, const char *, const json_t *),
		      const json_t *object)
{
	char name[64];
	for (size_t n; *names != '\0'; names += n + (names[n] == ' ')) {
		n = strcspn(names, " ");
		size_t kept = n < sizeof name - 1 ? n : sizeof name - 1;
		memcpy(name, names, kept);
		name[kept] = '\0';
		each(c, name, object);
	}
}

static void put_member(struct csv *c, const char *name, const json_t *object)
{
	csv_value(c, json_object_get(object, name));
}

static void put_name(struct csv *c, const char *name, const json_t *object)
{
	(void)object;
	csv_text(c, name);
}

void csv_members(struct csv *c, const json_t *object, const char *names)
{
	each_name(c, names, put_member, object);
}

void csv_end(struct csv *c)
{
	buffer_add(c->out, "\r\n", 2);
	c->filled = 0;
}

void csv_head(struct csv *c, const char *names)
{
	each_name(c, names, put_name, NULL);
	csv_end(c);
}
