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

/* The element that holds the main text (page_main.c): the container whose paragraphs
 * weigh most, after the readability heuristics of Arc90; NULL when there is no text. */
const GumboNode *page_find_main(const GumboNode *root, int lenient);

/* Characters of text and of links below a node, parts that are skipped left out. */
struct page_weight {
	uint32_t text, links, commas;
};
struct page_weight page_weigh(const GumboNode *, int lenient);
/* 1 when the element is left out of the text. Lenient: what classes and ids say is
 * passed over, but for readers' comments; for pages whose whole content stands in a
 * container of a doubtful name ("has-sidebar"). */
int page_leaves_out(const GumboNode *, int lenient);

#endif
