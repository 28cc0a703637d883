/* SPDX-License-Identifier: MIT */
#include "input/html.h"

#include "base/vector.h"
#include "input/page_rules.h"

#include <string.h>
#include <strings.h>

struct candidate {
	const GumboNode *node;
	double score;
	uint32_t text; /* characters of its paragraphs */
};
typedef VECTOR(struct candidate) candidates;

int page_leaves_out(const GumboNode *node, int lenient)
{
	if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE)
		return node->type == GUMBO_NODE_COMMENT;
	enum part tag = part_of_tag(node->v.element.tag);
	if (lenient && node->v.element.tag == GUMBO_TAG_FORM) /* some sites wrap the whole page in one */
		tag = PART_UNKNOWN;
	if (tag == PART_SKIP || node->type == GUMBO_NODE_TEMPLATE)
		return 1;
	enum part names = part_of_names(&node->v.element);
	if (names == PART_LIKELY || node->v.element.tag == GUMBO_TAG_BODY || node->v.element.tag == GUMBO_TAG_HTML)
		return 0;
	if (lenient)
		return strncasecmp(attribute_of(&node->v.element, "id"), "comment", 7) == 0 || tag == PART_UNLIKELY;
	return names == PART_SKIP || names == PART_UNLIKELY || tag == PART_UNLIKELY;
}

static void weigh_text(const char *s, struct page_weight *w, int in_link)
{
	for (; *s; s++) {
		int counts = ((unsigned char)*s & 0xc0) != 0x80 && !strchr(" \t\n\r", *s);
		w->text += (uint32_t)counts;
		w->links += (uint32_t)(counts && in_link);
		w->commas += *s == ',';
	}
}

static void weigh(const GumboNode *node, struct page_weight *w, int in_link, int lenient)
{
	if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA) {
		weigh_text(node->v.text.text, w, in_link);
		return;
	}
	if (node->type != GUMBO_NODE_ELEMENT || page_leaves_out(node, lenient))
		return;
	const GumboVector *children = &node->v.element.children;
	for (unsigned i = 0; i < children->length; i++)
		weigh(children->data[i], w, in_link || node->v.element.tag == GUMBO_TAG_A, lenient);
}

struct page_weight page_weigh(const GumboNode *node, int lenient)
{
	struct page_weight w = {0};
	weigh(node, &w, 0, lenient);
	return w;
}

static struct candidate *candidate_of(candidates *list, const GumboNode *node)
{
	/* paragraphs of one container stand together: its entry is near the end */
	for (uint32_t i = list->count; i > 0; i--)
		if (list->items[i - 1].node == node)
			return &list->items[i - 1];
	struct candidate *c = vector_push(list);
	*c = (struct candidate){.node = node};
	if (part_of_tag(node->v.element.tag) == PART_LIKELY)
		c->score += 10;
	if (part_of_names(&node->v.element) == PART_LIKELY)
		c->score += 25;
	return c;
}

static void credit(candidates *list, const GumboNode *paragraph, const struct page_weight *w)
{
	double score = 1 + w->commas + (w->text > 300 ? 3 : w->text / 100.0);
	const GumboNode *up = paragraph->parent;
	static const double shares[] = {1, 0.5, 0.25};
	for (int level = 0; level < 3 && up != NULL && up->type == GUMBO_NODE_ELEMENT; level++, up = up->parent) {
		struct candidate *c = candidate_of(list, up);
		c->score += score * shares[level];
		c->text += w->text;
	}
}

static int has_block_child(const GumboNode *node)
{
	const GumboVector *children = &node->v.element.children;
	for (unsigned i = 0; i < children->length; i++) {
		const GumboNode *child = children->data[i];
		if (child->type == GUMBO_NODE_ELEMENT && is_block_tag(child->v.element.tag))
			return 1;
	}
	return 0;
}

static void look(const GumboNode *node, candidates *list, int lenient)
{
	if (node->type != GUMBO_NODE_ELEMENT || page_leaves_out(node, lenient))
		return;
	GumboTag tag = node->v.element.tag;
	if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_BLOCKQUOTE ||
	    ((tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_ARTICLE) && !has_block_child(node))) {
		struct page_weight w = page_weigh(node, lenient);
		if (w.text >= 25 && w.links * 2 < w.text)
			credit(list, node, &w);
	}
	const GumboVector *children = &node->v.element.children;
	for (unsigned i = 0; i < children->length; i++)
		look(children->data[i], list, lenient);
}

static double settled_score(const struct candidate *c, int lenient)
{
	struct page_weight w = page_weigh(c->node, lenient);
	return w.text ? c->score * (1 - (double)w.links / w.text) : 0;
}

/* Where the best container is one of several pieces of one text, its parent holds much more. */
static const GumboNode *widen(const candidates *list, const GumboNode *node, int lenient)
{
	for (;;) {
		const struct candidate *mine = NULL, *up = NULL;
		for (uint32_t i = 0; i < list->count; i++) {
			if (list->items[i].node == node)
				mine = &list->items[i];
			if (list->items[i].node == node->parent)
				up = &list->items[i];
		}
		if (mine == NULL || up == NULL || node->parent->v.element.tag == GUMBO_TAG_BODY)
			return node;
		struct page_weight inner = page_weigh(node, lenient), outer = page_weigh(node->parent, lenient);
		if (up->text < mine->text * 1.25 || outer.links * 4 > outer.text || outer.text > inner.text * 4)
			return node;
		node = node->parent;
	}
}

const GumboNode *page_find_main(const GumboNode *root, int lenient)
{
	candidates list = {0};
	const GumboNode *best = NULL;
	double best_score = 0;
	look(root, &list, lenient);
	for (uint32_t i = 0; i < list.count; i++) {
		double score = settled_score(&list.items[i], lenient);
		if (score > best_score) {
			best_score = score;
			best = list.items[i].node;
		}
	}
	if (best != NULL)
		best = widen(&list, best, lenient);
	vector_free(&list);
	return best;
}
