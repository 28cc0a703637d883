/* SPDX-License-Identifier: MIT */
#include "input/html.h"

#include "base/error.h"
#include "base/utf8.h"
#include "input/builder.h"
#include "input/page_rules.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

struct page {
	struct article *article;
	struct builder *builder;
	struct page_facts facts;
	const GumboNode *headline;
	unsigned quotes;
	int lenient;
};

/* ---- text with its places: raw source beside what the parser made of it ---- */

static size_t reference_length(const char *raw, size_t n)
{
	size_t i = 1;
	while (i < n && i < 40 && (isalnum((unsigned char)raw[i]) || raw[i] == '#'))
		i++;
	return i < n && raw[i] == ';' ? i + 1 : i;
}

static void add_text(struct page *p, const char *decoded, const GumboStringPiece *raw)
{
	const char *source = p->article->source, *r = raw->data, *end = raw->data + raw->length;
	if (r < source || end > source + p->article->source_length) {
		builder_copy(p->builder, decoded, strlen(decoded), 0);
		return;
	}
	while (*decoded && r < end) {
		size_t n = 0;
		while (r + n < end && decoded[n] && r[n] == decoded[n] && r[n] != '&')
			n++;
		if (n) {
			builder_copy(p->builder, decoded, n, (uint64_t)(r - source));
			decoded += n;
			r += n;
			continue;
		}
		unsigned length;
		utf8_get(decoded, &length);
		size_t skip = *r == '&' && r + 1 < end ? reference_length(r, (size_t)(end - r)) : 1;
		if (*r == '\r' && *decoded == '\n') /* the parser makes one line end of two bytes */
			skip = r + 1 < end && r[1] == '\n' ? 2 : 1;
		if (*r == '&' && *decoded == '&') /* an ampersand that begins no reference */
			skip = r + 5 <= end && memcmp(r, "&amp;", 5) == 0 ? 5 : r + 4 <= end && memcmp(r, "&amp", 4) == 0 ? 4 : 1;
		builder_frozen(p->builder, decoded, length, (uint64_t)(r - source));
		decoded += length;
		r += skip;
	}
	if (*decoded)
		builder_frozen(p->builder, decoded, strlen(decoded), (uint64_t)(end > raw->data ? end - 1 - source : 0));
}

/* ---- blocks ---- */

static int is_heading(GumboTag tag)
{
	return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4 || tag == GUMBO_TAG_H5 ||
	       tag == GUMBO_TAG_H6;
}

static enum slant_role role_of(const struct page *p, const GumboNode *node)
{
	GumboTag tag = node->v.element.tag;
	if (is_heading(tag))
		return node == p->headline || tag == GUMBO_TAG_H1 ? SLANT_ROLE_HEADLINE : SLANT_ROLE_SUBHEADING;
	if (tag == GUMBO_TAG_FIGCAPTION || strcasestr(attribute_of(&node->v.element, "class"), "caption") != NULL)
		return SLANT_ROLE_CAPTION;
	return p->quotes ? SLANT_ROLE_QUOTE_BLOCK : SLANT_ROLE_BODY;
}

/* Lists of links and lone links between paragraphs lead elsewhere. */
static int is_link_block(const struct page *p, const GumboNode *node)
{
	GumboTag tag = node->v.element.tag;
	struct page_weight w = page_fact(&p->facts, node)->weight[p->lenient];
	if (w.text == 0 || is_heading(tag))
		return w.text == 0 || w.links * 10 > w.text * 9;
	if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_LI)
		return w.links * 2 > w.text;
	if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION)
		return w.links * 10 > w.text * 8;
	return 0;
}

static void walk_node(struct page *p, const GumboNode *node);

static void walk_children(struct page *p, const GumboNode *node)
{
	const GumboVector *children = &node->v.element.children;
	for (unsigned i = 0; i < children->length; i++)
		walk_node(p, children->data[i]);
}

static void walk_block(struct page *p, const GumboNode *node)
{
	GumboTag tag = node->v.element.tag;
	if (is_link_block(p, node))
		return;
	p->quotes += tag == GUMBO_TAG_BLOCKQUOTE;
	builder_open(p->builder, role_of(p, node));
	walk_children(p, node);
	builder_close(p->builder);
	p->quotes -= tag == GUMBO_TAG_BLOCKQUOTE;
	if (p->quotes == 0 || tag != GUMBO_TAG_BLOCKQUOTE)
		builder_open(p->builder, p->quotes ? SLANT_ROLE_QUOTE_BLOCK : SLANT_ROLE_BODY);
}

/* Two line breaks in a row end a paragraph, one is a space. */
static int begins_paragraph(const GumboNode *br)
{
	const GumboVector *siblings = &br->parent->v.element.children;
	for (size_t i = br->index_within_parent + 1; i < siblings->length; i++) {
		const GumboNode *next = siblings->data[i];
		if (next->type == GUMBO_NODE_WHITESPACE)
			continue;
		return next->type == GUMBO_NODE_ELEMENT && next->v.element.tag == GUMBO_TAG_BR;
	}
	return 0;
}

static void walk_node(struct page *p, const GumboNode *node)
{
	switch (node->type) {
	case GUMBO_NODE_TEXT: case GUMBO_NODE_WHITESPACE: case GUMBO_NODE_CDATA:
		add_text(p, node->v.text.text, &node->v.text.original_text);
		return;
	case GUMBO_NODE_ELEMENT:
		break;
	default:
		return;
	}
	GumboTag tag = node->v.element.tag;
	if (page_leaves_out(&p->facts, node, p->lenient) || (tag == GUMBO_TAG_H1 && node == p->headline))
		return;
	if (tag == GUMBO_TAG_BR) {
		if (begins_paragraph(node))
			builder_open(p->builder, p->quotes ? SLANT_ROLE_QUOTE_BLOCK : SLANT_ROLE_BODY);
		else
			builder_frozen(p->builder, " ", 1, node->v.element.start_pos.offset);
	} else if (is_block_tag(tag))
		walk_block(p, node);
	else
		walk_children(p, node);
}

static const GumboNode *first_heading(const struct page *p, const GumboNode *node)
{
	if (node->type != GUMBO_NODE_ELEMENT || part_of_tag(node->v.element.tag) == PART_SKIP)
		return NULL;
	if (node->v.element.tag == GUMBO_TAG_H1 && page_fact(&p->facts, node)->weight[1].text > 10)
		return node;
	for (unsigned i = 0; i < node->v.element.children.length; i++) {
		const GumboNode *found = first_heading(p, node->v.element.children.data[i]);
		if (found != NULL)
			return found;
	}
	return NULL;
}

/* Tags that open more than they close, void elements and those that close by themselves
 * left aside: deeper than any page, and the parser would build it. */
static int too_deep(const char *s, size_t n, uint32_t limit)
{
	static const char *const alone[] = {"br", "img", "input", "meta", "link", "hr", "p", "li", "td", "tr", "th", "option", "dt", "dd", "source",
					    "wbr", "area", "col", "!", "?", NULL};
	uint64_t depth = 0;
	for (size_t i = 0; i + 1 < n; i++) {
		if (s[i] != '<')
			continue;
		if (s[i + 1] == '/') {
			depth -= depth > 0;
			continue;
		}
		int counts = isalpha((unsigned char)s[i + 1]) != 0;
		for (int k = 0; counts && alone[k] != NULL; k++) {
			size_t m = strlen(alone[k]);
			counts = !(i + 1 + m < n && strncasecmp(s + i + 1, alone[k], m) == 0 && !isalnum((unsigned char)s[i + 1 + m]));
		}
		depth += (uint64_t)counts;
		if (depth > (uint64_t)limit * 8)
			return 1;
	}
	return 0;
}

static uint32_t depth_of(const GumboNode *node, uint32_t limit)
{
	uint32_t deepest = 0;
	if (node->type != GUMBO_NODE_ELEMENT || limit == 0)
		return 1;
	for (unsigned i = 0; i < node->v.element.children.length; i++) {
		uint32_t d = depth_of(node->v.element.children.data[i], limit - 1);
		deepest = d > deepest ? d : deepest;
	}
	return deepest + 1;
}

int html_read(struct article *a, const char *name, uint32_t max_nesting, struct error *error)
{
	if (too_deep(a->source, a->source_length, max_nesting))
		return error_set(error, ERROR_INPUT, "%s: nested more than %u deep (--max-nesting)", name, max_nesting);
	GumboOptions options = kGumboDefaultOptions;
	options.max_errors = 0;
	GumboOutput *output = gumbo_parse_with_options(&options, a->source, a->source_length);
	struct builder builder = {.begin = SLANT_NONE};
	struct page page = {.article = a, .builder = &builder};
	int result = 0;
	if (depth_of(output->root, max_nesting + 1) > max_nesting)
		result = error_set(error, ERROR_INPUT, "%s: nested more than %u deep (--max-nesting)", name, max_nesting);
	else {
		page_read_meta(a, output->root);
		page_facts_read(&page.facts, output->root);
		const GumboNode *main_text = page_find_main(&page.facts, output->root, 0);
		const GumboNode *other = page_find_main(&page.facts, output->root, 1);
		/* a strict reading that leaves a fifth of what a lenient one finds has thrown the article away */
		if (other != NULL && (main_text == NULL || page_fact(&page.facts, main_text)->weight[0].text * 5 < page_fact(&page.facts, other)->weight[1].text)) {
			main_text = other;
			page.lenient = 1;
		}
		page.headline = first_heading(&page, output->root);
		if (page.headline != NULL) {
			builder_open(&builder, SLANT_ROLE_HEADLINE);
			walk_children(&page, page.headline);
			builder_close(&builder);
		}
		if (main_text != NULL)
			walk_children(&page, main_text);
	}
	page_facts_free(&page.facts);
	builder_finish(&builder, a);
	gumbo_destroy_output(&options, output);
	return result;
}
