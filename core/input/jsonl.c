/* SPDX-License-Identifier: MIT */
#include "input/jsonl.h"

#include "base/error.h"
#include "base/utf8.h"

#include <string.h>

#define MAX_NESTING 64

struct pull {
	const char *start, *at, *end;
	const char *why; /* set when something is wrong at `at` */
};

static int wrong(struct pull *p, const char *why)
{
	if (p->why == NULL)
		p->why = why;
	return -1;
}

static void skip_space(struct pull *p)
{
	while (p->at < p->end && (*p->at == ' ' || *p->at == '\t' || *p->at == '\n' || *p->at == '\r'))
		p->at++;
}

static int take(struct pull *p, char c, const char *why)
{
	skip_space(p);
	if (p->at == p->end || *p->at != c)
		return wrong(p, why);
	p->at++;
	return 0;
}

static int hex4(const char *s, uint32_t *out)
{
	*out = 0;
	for (int i = 0; i < 4; i++) {
		char c = s[i];
		uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
				 : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10)
				 : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A' + 10)
							: 16;
		if (digit == 16)
			return -1;
		*out = *out << 4 | digit;
	}
	return 0;
}

/* Behind "\u": one code point, a pair of surrogates joined. */
static int unicode_escape(struct pull *p, uint32_t *c)
{
	uint32_t low;
	if (p->end - p->at < 4 || hex4(p->at, c) != 0)
		return wrong(p, "\\u wants four hexadecimal digits");
	p->at += 4;
	if (*c >= 0xdc00 && *c < 0xe000)
		return wrong(p, "a low surrogate without the high one before it");
	if (*c < 0xd800 || *c >= 0xdc00)
		return 0;
	if (p->end - p->at < 6 || p->at[0] != '\\' || p->at[1] != 'u' || hex4(p->at + 2, &low) != 0 || low < 0xdc00 || low >= 0xe000)
		return wrong(p, "a high surrogate without the low one behind it");
	p->at += 6;
	*c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);
	return 0;
}

static char *put(char *out, uint32_t c)
{
	if (c < 0x80)
		*out++ = (char)c;
	else if (c < 0x800) {
		*out++ = (char)(0xc0 | c >> 6);
		*out++ = (char)(0x80 | (c & 0x3f));
	} else if (c < 0x10000) {
		*out++ = (char)(0xe0 | c >> 12);
		*out++ = (char)(0x80 | (c >> 6 & 0x3f));
		*out++ = (char)(0x80 | (c & 0x3f));
	} else {
		*out++ = (char)(0xf0 | c >> 18);
		*out++ = (char)(0x80 | (c >> 12 & 0x3f));
		*out++ = (char)(0x80 | (c >> 6 & 0x3f));
		*out++ = (char)(0x80 | (c & 0x3f));
	}
	return out;
}

static int escape(struct pull *p, char **out)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	uint32_t c;
	if (p->at == p->end)
		return wrong(p, "the string does not end");
	if (*p->at == 'u') {
		p->at++;
		if (unicode_escape(p, &c) != 0)
			return -1;
		*out = put(*out, c);
		return 0;
	}
	const char *which = *p->at ? strchr(from, *p->at) : NULL;
	if (which == NULL)
		return wrong(p, "no such escape");
	*(*out)++ = to[which - from];
	p->at++;
	return 0;
}

/* A string; unescaped into the arena when `into` is not NULL (an escape is never shorter than what it stands for). */
static int string(struct pull *p, struct arena *arena, const char **into, size_t *length)
{
	if (take(p, '"', "expected a string") != 0)
		return -1;
	const char *close = p->at;
	while (close < p->end && *close != '"')
		close += *close == '\\' && close + 1 < p->end ? 2 : 1;
	if (close >= p->end)
		return wrong(p, "the string does not end");
	char *text = arena_alloc(arena, (size_t)(close - p->at) + 1), *out = text;
	while (p->at < close) {
		size_t plain = 0, left = (size_t)(close - p->at);
		while (plain < left && p->at[plain] != '\\' && (unsigned char)p->at[plain] >= 0x20)
			plain++;
		memcpy(out, p->at, plain);
		out += plain;
		p->at += plain;
		if (p->at == close)
			break;
		if (*p->at != '\\')
			return wrong(p, "a control character must be escaped");
		p->at++;
		if (escape(p, &out) != 0)
			return -1;
	}
	p->at = close + 1;
	*out = '\0';
	*into = text;
	*length = (size_t)(out - text);
	return 0;
}

static int literal(struct pull *p)
{
	static const char *const words[] = {"true", "false", "null"};
	for (int i = 0; i < 3; i++) {
		size_t n = strlen(words[i]);
		if ((size_t)(p->end - p->at) >= n && memcmp(p->at, words[i], n) == 0) {
			p->at += n;
			return 0;
		}
	}
	return wrong(p, "expected a value");
}

static size_t digits(struct pull *p)
{
	const char *from = p->at;
	while (p->at < p->end && *p->at >= '0' && *p->at <= '9')
		p->at++;
	return (size_t)(p->at - from);
}

static int number(struct pull *p)
{
	if (*p->at == '-')
		p->at++;
	if (digits(p) == 0)
		return wrong(p, "expected a number");
	if (p->at < p->end && *p->at == '.') {
		p->at++;
		if (digits(p) == 0)
			return wrong(p, "expected digits behind the point");
	}
	if (p->at < p->end && (*p->at == 'e' || *p->at == 'E')) {
		p->at++;
		if (p->at < p->end && (*p->at == '+' || *p->at == '-'))
			p->at++;
		if (digits(p) == 0)
			return wrong(p, "expected an exponent");
	}
	return 0;
}

/* Any value but a string that is wanted: checked for form and passed over. */
static int pass(struct pull *p, struct arena *arena)
{
	char closing[MAX_NESTING];
	unsigned depth = 0;
	const char *ignored;
	size_t n;
	do {
		skip_space(p);
		if (p->at == p->end)
			return wrong(p, "the line ends inside a value");
		char c = *p->at;
		if (c == '{' || c == '[') {
			if (depth == MAX_NESTING)
				return wrong(p, "nested too deeply");
			closing[depth++] = c == '{' ? '}' : ']';
			p->at++;
			skip_space(p);
			if (p->at < p->end && *p->at == closing[depth - 1]) {
				p->at++;
				depth--;
			} else {
				if (c == '{' && (string(p, arena, &ignored, &n) != 0 || take(p, ':', "expected ':'") != 0))
					return -1;
				continue;
			}
		} else if (c == '"' ? string(p, arena, &ignored, &n) != 0 : c == '-' || (c >= '0' && c <= '9') ? number(p) != 0 : literal(p) != 0)
			return -1;
		while (depth > 0) { /* a value has ended: comma or closing brackets */
			skip_space(p);
			if (p->at < p->end && *p->at == closing[depth - 1]) {
				p->at++;
				depth--;
				continue;
			}
			if (take(p, ',', "expected ',' or a closing bracket") != 0)
				return -1;
			if (closing[depth - 1] == '}' && (string(p, arena, &ignored, &n) != 0 || take(p, ':', "expected ':'") != 0))
				return -1;
			break;
		}
	} while (depth > 0);
	return 0;
}

struct field {
	const char *key;
	const char **text;
	int seen;
};

/* 0 taken; 1 a record; -1 wrong. */
static int member(struct pull *p, struct article *a, struct field *fields, size_t field_count)
{
	const char *key, *value;
	size_t n, m;
	if (string(p, a->arena, &key, &n) != 0 || take(p, ':', "expected ':'") != 0)
		return -1;
	skip_space(p);
	if (strcmp(key, "format") == 0 && p->at < p->end && *p->at == '"') {
		if (string(p, a->arena, &value, &m) != 0)
			return -1;
		return strcmp(value, "slantwise-article/1") == 0;
	}
	for (size_t i = 0; i < field_count; i++) {
		if (strcmp(key, fields[i].key) != 0)
			continue;
		if (fields[i].seen++)
			return wrong(p, "the key stands here a second time");
		if (p->at < p->end && *p->at == 'n')
			return literal(p);
		if (p->at == p->end || *p->at != '"')
			return wrong(p, "expected a string");
		if (string(p, a->arena, fields[i].text, &m) != 0)
			return -1;
		if (strcmp(key, "text") == 0)
			a->source_length = m;
		else if (strlen(*fields[i].text) != m)
			return wrong(p, "a NUL character in metadata");
		return 0;
	}
	return pass(p, a->arena);
}

static int object(struct pull *p, struct article *a, struct field *fields, size_t field_count)
{
	if (take(p, '{', "expected an object {...}") != 0)
		return -1;
	skip_space(p);
	if (p->at < p->end && *p->at == '}') {
		p->at++;
		return 0;
	}
	for (;;) {
		int result = member(p, a, fields, field_count);
		if (result != 0)
			return result;
		skip_space(p);
		if (p->at < p->end && *p->at == '}') {
			p->at++;
			return 0;
		}
		if (take(p, ',', "expected ',' or '}'") != 0)
			return -1;
		skip_space(p);
	}
}

enum jsonl_result jsonl_parse(const char *name, uint64_t line, const char *json, size_t n, struct article *a,
			      struct error *error)
{
	struct article_meta *m = &a->meta;
	struct field fields[] = {{"id", &m->id, 0}, {"text", &a->source, 0}, {"outlet", &m->outlet, 0},
				 {"story", &m->story, 0}, {"title", &m->title, 0}, {"author", &m->author, 0},
				 {"date", &m->date, 0}, {"url", &m->url, 0}, {"genre", &m->genre, 0},
				 {"language", &m->language, 0}};
	struct pull p = {.start = json, .at = json, .end = json + n};
	size_t valid = utf8_valid(json, n);
	a->source = NULL;
	if (valid != n) {
		error_set(error, ERROR_INPUT, "%s:%llu:%zu: not UTF-8", name, (unsigned long long)line, valid + 1);
		return JSONL_BAD;
	}
	int result = object(&p, a, fields, sizeof fields / sizeof *fields);
	if (result == 1)
		return JSONL_RECORD;
	skip_space(&p);
	if (result == 0 && p.at != p.end)
		result = wrong(&p, "something stands behind the object");
	if (result == 0 && a->source == NULL)
		result = wrong(&p, "the object has no \"text\"");
	if (result == 0)
		return JSONL_ARTICLE;
	error_set(error, ERROR_INPUT, "%s:%llu:%zu: %s", name, (unsigned long long)line, (size_t)(p.at - p.start) + 1, p.why);
	return JSONL_BAD;
}
