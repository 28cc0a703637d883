/* SPDX-License-Identifier: MIT */
#include "input/markdown.h"

#include "base/error.h"
#include "input/builder.h"
#include "input/entity.h"

#include <md4c.h>
#include <stdlib.h>
#include <strings.h>

struct reading {
	struct article *article;
	struct builder *builder;
	const char *text; /* behind the front matter */
	uint32_t nesting, max_nesting;
	unsigned quotes, code, image; /* open elements of this kind */
	int had_headline;
	uint64_t last; /* source place of the last character: where synthetic ones are put */
};

static uint64_t place(struct reading *r, const MD_CHAR *text, size_t n)
{
	const struct article *a = r->article;
	if (text >= a->source && text + n <= a->source + a->source_length)
		r->last = (uint64_t)(text - a->source);
	return r->last;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct reading *r = context;
	if (++r->nesting > r->max_nesting)
		return -1;
	switch (type) {
	case MD_BLOCK_QUOTE: r->quotes++; break;
	case MD_BLOCK_CODE: case MD_BLOCK_HTML: r->code++; break;
	case MD_BLOCK_H: {
		int headline = ((MD_BLOCK_H_DETAIL *)detail)->level == 1 && !r->had_headline;
		r->had_headline |= headline;
		builder_open(r->builder, headline ? SLANT_ROLE_HEADLINE : SLANT_ROLE_SUBHEADING);
		break;
	}
	case MD_BLOCK_P: case MD_BLOCK_LI: case MD_BLOCK_TD: case MD_BLOCK_TH:
		builder_open(r->builder, r->quotes ? SLANT_ROLE_QUOTE_BLOCK : SLANT_ROLE_BODY);
		break;
	default: break;
	}
	return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct reading *r = context;
	(void)detail;
	r->nesting--;
	if (type == MD_BLOCK_QUOTE)
		r->quotes--;
	if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML)
		r->code--;
	builder_close(r->builder);
	return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
	struct reading *r = context;
	(void)detail;
	r->code += type == MD_SPAN_CODE;
	r->image += type == MD_SPAN_IMG; /* what stands for a picture is not said in the text */
	return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context)
{
	struct reading *r = context;
	(void)detail;
	r->code -= type == MD_SPAN_CODE;
	r->image -= type == MD_SPAN_IMG;
	return 0;
}

static int text(MD_TEXTTYPE type, const MD_CHAR *s, MD_SIZE n, void *context)
{
	struct reading *r = context;
	char decoded[32];
	size_t length;
	if (r->code || r->image)
		return 0;
	uint64_t at = place(r, s, n);
	switch (type) {
	case MD_TEXT_HTML: case MD_TEXT_CODE: break;
	case MD_TEXT_BR: case MD_TEXT_SOFTBR: builder_frozen(r->builder, " ", 1, at); break;
	case MD_TEXT_NULLCHAR: builder_frozen(r->builder, "\xef\xbf\xbd", 3, at); break;
	case MD_TEXT_ENTITY:
		length = entity_decode(s, n, decoded);
		if (length)
			builder_frozen(r->builder, decoded, length, at);
		else
			builder_copy(r->builder, s, n, at);
		break;
	default: builder_copy(r->builder, s, n, at);
	}
	if (at == r->last && type == MD_TEXT_NORMAL)
		r->last = at + n;
	return 0;
}

/* ---- front matter: "key: value" lines between two lines of "---" ---- */

static void set_field(struct article *a, const char *key, size_t key_length, const char *value, size_t n)
{
	struct article_meta *m = &a->meta;
	const struct {
		const char *key, **field;
	} keys[] = {{"title", &m->title}, {"headline", &m->title}, {"author", &m->author}, {"byline", &m->author},
		    {"authors", &m->author}, {"date", &m->date}, {"published", &m->date}, {"outlet", &m->outlet},
		    {"publication", &m->outlet}, {"publisher", &m->outlet}, {"url", &m->url}, {"story", &m->story},
		    {"genre", &m->genre}, {"category", &m->genre}, {"lang", &m->language}, {"language", &m->language},
		    {"id", &m->id}};
	while (n && (*value == ' ' || *value == '\t'))
		value++, n--;
	while (n && (value[n - 1] == ' ' || value[n - 1] == '\r' || value[n - 1] == '\t'))
		n--;
	if (n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n - 1] == value[0])
		value++, n -= 2;
	for (size_t i = 0; n && i < sizeof keys / sizeof *keys; i++)
		if (strlen(keys[i].key) == key_length && strncasecmp(keys[i].key, key, key_length) == 0 && *keys[i].field == NULL)
			*keys[i].field = arena_copy(a->arena, value, n);
}

static int is_fence(const char *line, size_t n)
{
	while (n && (line[n - 1] == '\r' || line[n - 1] == ' '))
		n--;
	return n == 3 && memcmp(line, "---", 3) == 0;
}

/* Bytes of the front matter, 0 when there is none. */
static size_t front_matter(struct article *a)
{
	const char *s = a->source, *end = s + a->source_length, *line = s;
	for (int number = 0; line < end; number++) {
		const char *newline = memchr(line, '\n', (size_t)(end - line));
		size_t n = (size_t)((newline ? newline : end) - line);
		if (number == 0 && !is_fence(line, n))
			return 0;
		if (number > 0 && is_fence(line, n))
			return (size_t)(line - s) + n + (newline != NULL);
		if (newline == NULL)
			return 0;
		line = newline + 1;
	}
	return 0;
}

static void read_fields(struct article *a, size_t length)
{
	const char *line = a->source, *end = line + length;
	while (line < end) {
		const char *newline = memchr(line, '\n', (size_t)(end - line));
		const char *stop = newline ? newline : end;
		const char *colon = memchr(line, ':', (size_t)(stop - line));
		if (colon != NULL)
			set_field(a, line, (size_t)(colon - line), colon + 1, (size_t)(stop - colon - 1));
		line = stop + 1;
	}
}

int markdown_read(struct article *a, const char *name, uint32_t max_nesting, struct error *error)
{
	static const MD_PARSER parser = {
		.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH,
		.enter_block = enter_block, .leave_block = leave_block,
		.enter_span = enter_span, .leave_span = leave_span, .text = text,
	};
	struct builder builder = {.begin = SLANT_NONE};
	size_t skip = front_matter(a);
	struct reading r = {.article = a, .builder = &builder, .text = a->source + skip, .max_nesting = max_nesting, .last = skip};
	read_fields(a, skip);
	int result = md_parse(r.text, (MD_SIZE)(a->source_length - skip), &parser, &r);
	builder_finish(&builder, a);
	if (result != 0)
		return error_set(error, ERROR_INPUT, "%s: nested more than %u deep (--max-nesting)", name, max_nesting);
	return 0;
}
