/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/utf8.h"
#include "lexicon/checker.h"
#include "lexicon/term.h"
#include "pattern/pattern.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define MAX_TEXT 4000u

struct brief brief(const char *s)
{
	struct brief b = {0};
	size_t n = strnlen(s, 60);
	n = utf8_valid(s, n);
	memcpy(b.text, s, n);
	return b;
}

void place_text(const struct place *p, const char *message, char *out, size_t size)
{
	char path[200] = "";
	size_t n = 0;
	if (p->entry >= 0)
		n += (size_t)snprintf(path + n, sizeof path - n, "entries[%ld]", p->entry);
	if (p->variant >= 0)
		n += (size_t)snprintf(path + n, sizeof path - n, ".variants[%ld]", p->variant);
	if (p->key != NULL)
		n += (size_t)snprintf(path + n, sizeof path - n, "%s%s", n ? "." : "", brief(p->key).text);
	if (p->item >= 0)
		snprintf(path + n, sizeof path - n, "[%ld]", p->item);
	snprintf(out, size, "%.400s: %s%s%s%s%s%s", p->file, path, path[0] ? ": " : "", message,
		 p->entry_id ? " (in " : "", p->entry_id ? brief(p->entry_id).text : "", p->entry_id ? ")" : "");
}

void check_fault(struct checker *c, const char *format, ...)
{
	char message[400], text[1000];
	va_list list;
	va_start(list, format);
	vsnprintf(message, sizeof message, format, list);
	va_end(list);
	place_text(&c->at, message, text, sizeof text);
	c->faults++;
	c->tell(c->context, text);
}

const char *check_type(const json_t *v)
{
	static const char *const names[] = {"an object", "a list", "a string", "a whole number", "a fraction", "true",
					    "false", "null"};
	return names[json_typeof(v)];
}

/* ---- values ---- */

static int is_id(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!((s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9') || s[i] == '_'))
			return 0;
	}
	return n > 0 && n <= 100;
}

static int text(struct checker *c, const json_t *v)
{
	if (!json_is_string(v))
		check_fault(c, "must be a string, not %s", check_type(v));
	else if (json_string_length(v) == 0)
		check_fault(c, "may not be empty");
	else if (json_string_length(v) > MAX_TEXT)
		check_fault(c, "may have at most %u bytes", MAX_TEXT);
	else
		return 1;
	return 0;
}

void check_text(struct checker *c, const json_t *v) { text(c, v); }

void check_id(struct checker *c, const json_t *v)
{
	if (text(c, v) && !is_id(json_string_value(v), json_string_length(v)))
		check_fault(c, "'%s': only lower-case letters, digits and _ are allowed, at most 100", brief(json_string_value(v)).text);
}

void check_format(struct checker *c, const json_t *v)
{
	if (text(c, v) && strcmp(json_string_value(v), "slantwise-lexicon/1") != 0)
		check_fault(c, "'%s' is not a format this program reads (slantwise-lexicon/1)", brief(json_string_value(v)).text);
}

void check_version(struct checker *c, const json_t *v)
{
	if (!text(c, v))
		return;
	const char *s = json_string_value(v);
	unsigned points = 0;
	size_t digits = 0, i;
	for (i = 0; s[i] && digits < 10; i++) {
		if (s[i] >= '0' && s[i] <= '9')
			digits++;
		else if (s[i] == '.' && digits > 0 && points < 2)
			points++, digits = 0;
		else
			break;
	}
	if (s[i] || points != 2 || digits == 0)
		check_fault(c, "'%s' must be three numbers such as 1.0.0", brief(s).text);
}

void check_language(struct checker *c, const json_t *v)
{
	if (!text(c, v))
		return;
	const char *s = json_string_value(v);
	size_t part = 0, first = 0, i;
	for (i = 0; s[i] && (s[i] & 0x80) == 0; i++) {
		int letter = (s[i] | 0x20) >= 'a' && (s[i] | 0x20) <= 'z';
		int digit = s[i] >= '0' && s[i] <= '9';
		if (s[i] == '-' && part > 0)
			part = 0, first = first ? first : i;
		else if ((letter || (digit && first)) && part < 8)
			part++;
		else
			break;
	}
	if (s[i] || part == 0 || (first ? first : i) < 2)
		check_fault(c, "'%s' is no language tag such as en or pt-BR", brief(s).text);
}

void check_bool(struct checker *c, const json_t *v)
{
	if (!json_is_boolean(v))
		check_fault(c, "must be true or false, not %s", check_type(v));
}

void check_weight(struct checker *c, const json_t *v)
{
	if (!json_is_integer(v))
		check_fault(c, "must be a whole number from 0 to 3, not %s", check_type(v));
	else if (json_integer_value(v) < 0 || json_integer_value(v) > 3)
		check_fault(c, "%lld: must be a whole number from 0 to 3", (long long)json_integer_value(v));
}

/* ---- lists ---- */

static void check_list(struct checker *c, const json_t *v, void (*item)(struct checker *, const json_t *))
{
	if (!json_is_array(v)) {
		check_fault(c, "must be a list, not %s", check_type(v));
		return;
	}
	if (json_array_size(v) == 0)
		check_fault(c, "may not be empty; leave the key out");
	for (size_t i = 0; i < json_array_size(v); i++) {
		c->at.item = (long)i;
		item(c, json_array_get(v, i));
	}
	c->at.item = -1;
}

void check_texts(struct checker *c, const json_t *v) { check_list(c, v, check_text); }

void check_term(struct checker *c, const json_t *v)
{
	struct term term;
	if (!json_is_string(v)) {
		check_fault(c, "must be a string, not %s", check_type(v));
		return;
	}
	const char *why = term_parse(json_string_value(v), json_string_length(v), &term);
	if (why != NULL)
		check_fault(c, "'%s': %s", brief(json_string_value(v)).text, why);
}

void check_terms(struct checker *c, const json_t *v) { check_list(c, v, check_term); }

void check_pattern(struct checker *c, const json_t *v)
{
	struct error error;
	if (!text(c, v))
		return;
	struct pattern *p = pattern_compile(json_string_value(v), &error);
	if (p == NULL)
		check_fault(c, "%.300s", error.text);
	pattern_free(p);
}

static void check_object(struct checker *, const json_t *, const char *what, const char *needed, ...);

static void check_source(struct checker *c, const json_t *v)
{
	if (json_is_string(v)) {
		if (strcmp(json_string_value(v), "usage") != 0)
			check_fault(c, "must be \"usage\" or an object that names a guide, not '%s'", brief(json_string_value(v)).text);
		return;
	}
	check_object(c, v, "\"usage\" or an object that names a guide", "guide", "guide", "entry", "year", NULL);
	const json_t *year = json_object_get(v, "year");
	if (json_is_object(v) && year != NULL && !json_is_integer(year) && !json_is_string(year))
		check_fault(c, "year must be a number or a string, not %s", check_type(year));
}

void check_sources(struct checker *c, const json_t *v) { check_list(c, v, check_source); }

static void check_change(struct checker *c, const json_t *v)
{
	check_object(c, v, "an object with version, date and change", "version", "version", "date", "change", NULL);
}

void check_history(struct checker *c, const json_t *v) { check_list(c, v, check_change); }

/* A small object of strings (a year may be a number): these keys and no others. */
static void check_object(struct checker *c, const json_t *v, const char *what, const char *needed, ...)
{
	const char *key;
	json_t *value;
	if (!json_is_object(v)) {
		check_fault(c, "must be %s, not %s", what, check_type(v));
		return;
	}
	if (json_object_get(v, needed) == NULL)
		check_fault(c, "the key \"%s\" is missing", needed);
	json_object_foreach((json_t *)(uintptr_t)v, key, value) {
		va_list keys;
		const char *known;
		va_start(keys, needed);
		while ((known = va_arg(keys, const char *)) != NULL && strcmp(known, key) != 0)
			;
		va_end(keys);
		if (known == NULL)
			check_fault(c, "unknown key \"%s\"", brief(key).text);
		else if (!json_is_string(value) && strcmp(key, "year") != 0)
			check_fault(c, "%s must be a string, not %s", brief(key).text, check_type(value));
	}
}

void check_attributes(struct checker *c, const json_t *v)
{
	const char *key;
	json_t *value;
	if (!json_is_object(v)) {
		check_fault(c, "must be an object, not %s", check_type(v));
		return;
	}
	json_object_foreach((json_t *)(uintptr_t)v, key, value) {
		if (!is_id(key, strlen(key)))
			check_fault(c, "'%s': only lower-case letters, digits and _ are allowed in a name", brief(key).text);
		if (!json_is_string(value) && !json_is_integer(value))
			check_fault(c, "%s must be a whole number or a string, not %s", brief(key).text, check_type(value));
	}
}
