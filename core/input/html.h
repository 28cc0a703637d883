/* SPDX-License-Identifier: MIT */
/* A web page to an article: metadata, and the main text found among the rest. */
#ifndef SLANT_INPUT_HTML_H
#define SLANT_INPUT_HTML_H

#include "input/article.h"

#include <gumbo.h>

struct error;

/* article->source is decoded. Navigation, related links, comments, notices and
 * subscription boxes are left out; headings, captions and quotes keep their roles.
 * Elements nested more deeply than max_nesting are refused. */
int html_read(struct article *, const char *name, uint32_t max_nesting, struct error *);

/* From <html lang>, <meta>, Open Graph, JSON-LD, <time> and <title> into article->meta
 * (page_meta.c). */
void page_read_meta(struct article *, const GumboNode *root);

/* What is known of each element of a page, worked out once: a page is asked about it
 * again and again. Numbers are kept in the nodes' parse_flags, which nothing reads after
 * parsing. */
struct page_weight {
	uint32_t text, links, commas; /* characters of text and of links, parts that are left out not counted */
};
struct page_facts {
	struct page_fact {
		uint8_t left_out[2], likely; /* [0] strict, [1] lenient; likely: its tag or name speaks for it */
		struct page_weight weight[2];
	} *items;
	uint32_t count, size;
};
void page_facts_read(struct page_facts *, GumboNode *root);
void page_facts_free(struct page_facts *);
const struct page_fact *page_fact(const struct page_facts *, const GumboNode *element);

/* 1 when the node is left out of the text. Lenient: what classes and ids say is
 * passed over, but for readers' comments; for pages whose whole content stands in a
 * container of a doubtful name ("has-sidebar"). */
int page_leaves_out(const struct page_facts *, const GumboNode *, int lenient);

/* The element that holds the main text (page_main.c): the container whose paragraphs
 * weigh most, after the readability heuristics of Arc90; NULL when there is no text. */
const GumboNode *page_find_main(const struct page_facts *, const GumboNode *root, int lenient);

#endif
