/* SPDX-License-Identifier: MIT */
#include "input/html.h"

#include "base/vector.h"
#include "input/page_rules.h"

#include <string.h>
#include <strings.h>

static void judge(struct page_fact *f, const GumboNode *node)
{
	const GumboElement *e = &node->v.element;
	enum part tag = part_of_tag(e->tag), names = part_of_names(e);
	int form = e->tag == GUMBO_TAG_FORM; /* some sites wrap the whole page in one */
	f->likely = (uint8_t)((tag == PART_LIKELY) | (names == PART_LIKELY) << 1);
	f->left_out[0] = f->left_out[1] = tag == PART_SKIP;
	if (form)
		f->left_out[1] = 0;
	if ((tag == PART_SKIP && !form) || names == PART_LIKELY || e->tag == GUMBO_TAG_BODY || e->tag == GUMBO_TAG_HTML)
		return;
	f->left_out[0] |= names == PART_SKIP || names == PART_UNLIKELY || tag == PART_UNLIKELY;
	f->left_out[1] |= tag == PART_UNLIKELY || strncasecmp(attribute_of(e, "id"), "comment", 7) == 0;
}

static void weigh_text(const char *s, struct page_weight *w)
{
	for (; *s; s++) {
		w->text += ((unsigned char)*s & 0xc0) != 0x80 && *s != ' ' && *s != '\n' && *s != '\t' && *s != '\r';
		w->commas += *s == ',';
	}
}

static void add(struct page_weight *to, const struct page_weight *part)
{
	to->text += part->text;
	to->links += part->links;
	to->commas += part->commas;
}

static void read(struct page_facts *facts, GumboNode *node)
{
	uint32_t me = facts->count++;
	if (me == facts->size) {
		facts->size = facts->size ? facts->size * 2 : 1024;
		facts->items = mem_resize(facts->items, facts->size * sizeof *facts->items);
	}
	facts->items[me] = (struct page_fact){0};
	node->parse_flags = (GumboParseFlags)me;
	judge(&facts->items[me], node);
	const GumboVector *children = &node->v.element.children;
	for (unsigned i = 0; i < children->length; i++) {
		GumboNode *child = children->data[i];
		struct page_weight text = {0};
		if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA) {
			weigh_text(child->v.text.text, &text);
			add(&facts->items[me].weight[0], &text);
			add(&facts->items[me].weight[1], &text);
		} else if (child->type == GUMBO_NODE_ELEMENT) {
			read(facts, child);
			const struct page_fact *f = &facts->items[child->parse_flags];
			for (int lenient = 0; lenient < 2; lenient++)
				if (!f->left_out[lenient])
					add(&facts->items[me].weight[lenient], &f->weight[lenient]);
		}
	}
	if (node->v.element.tag == GUMBO_TAG_A)
		for (int lenient = 0; lenient < 2; lenient++)
			facts->items[me].weight[lenient].links = facts->items[me].weight[lenient].text;
}

void page_facts_read(struct page_facts *facts, GumboNode *root)
{
	*facts = (struct page_facts){0};
	read(facts, root);
}

void page_facts_free(struct page_facts *facts)
{
	free(facts->items);
}

const struct page_fact *page_fact(const struct page_facts *facts, const GumboNode *element)
{
	return &facts->items[element->parse_flags];
}

int page_leaves_out(const struct page_facts *facts, const GumboNode *node, int lenient)
{
	if (node->type != GUMBO_NODE_ELEMENT)
		return node->type == GUMBO_NODE_COMMENT || node->type == GUMBO_NODE_TEMPLATE;
	return page_fact(facts, node)->left_out[lenient];
}
