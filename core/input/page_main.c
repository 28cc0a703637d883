/* SPDX-License-Identifier: MIT */
#include "input/html.h"

#include "base/vector.h"
#include "input/page_rules.h"

struct candidate {
	const GumboNode *node;
	double score;
	uint32_t text; /* characters of its paragraphs */
};
typedef VECTOR(struct candidate) candidates;

/* One question: the page, and how it is read. */
struct search {
	const struct page_facts *facts;
	int lenient;
	candidates list;
};

static const struct page_weight *weight_of(const struct search *s, const GumboNode *node)
{
	return &page_fact(s->facts, node)->weight[s->lenient];
}

static struct candidate *candidate_of(struct search *s, const GumboNode *node)
{
	/* paragraphs of one container stand together: its entry is near the end */
	for (uint32_t i = s->list.count; i > 0; i--)
		if (s->list.items[i - 1].node == node)
			return &s->list.items[i - 1];
	uint8_t likely = page_fact(s->facts, node)->likely;
	struct candidate *c = vector_push(&s->list);
	*c = (struct candidate){.node = node, .score = (likely & 1 ? 10 : 0) + (likely & 2 ? 25 : 0)};
	return c;
}

static void credit(struct search *s, const GumboNode *paragraph, const struct page_weight *w)
{
	double score = 1 + w->commas + (w->text > 300 ? 3 : w->text / 100.0);
	const GumboNode *up = paragraph->parent;
	static const double shares[] = {1, 0.5, 0.25};
	for (int level = 0; level < 3 && up != NULL && up->type == GUMBO_NODE_ELEMENT; level++, up = up->parent) {
		struct candidate *c = candidate_of(s, up);
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

static int is_paragraph(const GumboNode *node)
{
	GumboTag tag = node->v.element.tag;
	return tag == GUMBO_TAG_P || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_BLOCKQUOTE ||
	       ((tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_ARTICLE) && !has_block_child(node));
}

static void look(struct search *s, const GumboNode *node)
{
	if (node->type != GUMBO_NODE_ELEMENT || page_leaves_out(s->facts, node, s->lenient))
		return;
	const struct page_weight *w = weight_of(s, node);
	if (w->text >= 25 && w->links * 2 < w->text && is_paragraph(node))
		credit(s, node, w);
	const GumboVector *children = &node->v.element.children;
	for (unsigned i = 0; i < children->length; i++)
		look(s, children->data[i]);
}

static const struct candidate *find(const struct search *s, const GumboNode *node)
{
	for (uint32_t i = 0; i < s->list.count; i++)
		if (s->list.items[i].node == node)
			return &s->list.items[i];
	return NULL;
}

/* Where the best container is one of several pieces of one text, a container around it
 * holds much more, and few links: its parent, or within five levels one whose tag or name
 * speaks for it. */
static const GumboNode *widen(const struct search *s, const GumboNode *node)
{
	const GumboNode *up = node->parent;
	for (int level = 0; level < 5 && up != NULL && up->type == GUMBO_NODE_ELEMENT && up->v.element.tag != GUMBO_TAG_BODY; level++) {
		const struct page_weight *inner = weight_of(s, node), *outer = weight_of(s, up);
		int speaks = page_fact(s->facts, up)->likely != 0 || (level == 0 && find(s, up) != NULL);
		if (speaks && outer->text * 4 >= inner->text * 5 && outer->links * 4 <= outer->text && outer->text <= inner->text * 4) {
			node = up;
			level = -1;
		}
		up = up->parent;
	}
	return node;
}

const GumboNode *page_find_main(const struct page_facts *facts, const GumboNode *root, int lenient)
{
	struct search s = {.facts = facts, .lenient = lenient};
	const GumboNode *best = NULL;
	double best_score = 0;
	look(&s, root);
	for (uint32_t i = 0; i < s.list.count; i++) {
		const struct page_weight *w = weight_of(&s, s.list.items[i].node);
		double score = w->text ? s.list.items[i].score * (1 - (double)w->links / w->text) : 0;
		if (score > best_score) {
			best_score = score;
			best = s.list.items[i].node;
		}
	}
	if (best != NULL)
		best = widen(&s, best);
	vector_free(&s.list);
	return best;
}
