/* SPDX-License-Identifier: MIT */
#include "input/page_rules.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

struct name_rule {
	const char *part_of_name; /* stands in a class or id, at the beginning of a word of it */
	enum part part;
	const char *reason;
};

static const struct name_rule names[] = {
	{"articlebody", PART_LIKELY, "schema.org's name of the text"},
	{"article-body", PART_LIKELY, "usual name of the text"},
	{"article__body", PART_LIKELY, "usual name of the text"},
	{"article-content", PART_LIKELY, "usual name of the text"},
	{"article-text", PART_LIKELY, "usual name of the text"},
	{"story-body", PART_LIKELY, "usual name of the text"},
	{"storytext", PART_LIKELY, "usual name of the text"},
	{"entry-content", PART_LIKELY, "WordPress themes name the text so"},
	{"post-content", PART_LIKELY, "blog themes name the text so"},
	{"post-body", PART_LIKELY, "blog themes name the text so"},
	{"post__content", PART_LIKELY, "blog themes name the text so"},
	{"td-post-content", PART_LIKELY, "blog themes name the text so"},
	{"body-copy", PART_LIKELY, "usual name of the text"},
	{"content-body", PART_LIKELY, "usual name of the text"},
	{"comment", PART_UNLIKELY, "readers, not the writer"},
	{"disqus", PART_UNLIKELY, "a comment service"},
	{"respond", PART_UNLIKELY, "the form for comments"},
	{"share", PART_UNLIKELY, "buttons"},
	{"sharing", PART_UNLIKELY, "buttons"},
	{"social", PART_UNLIKELY, "buttons"},
	{"addthis", PART_UNLIKELY, "buttons"},
	{"follow", PART_UNLIKELY, "buttons"},
	{"related", PART_UNLIKELY, "other articles"},
	{"recommend", PART_UNLIKELY, "other articles"},
	{"recirc", PART_UNLIKELY, "other articles"},
	{"read-more", PART_UNLIKELY, "other articles"},
	{"readmore", PART_UNLIKELY, "other articles"},
	{"more-stories", PART_UNLIKELY, "other articles"},
	{"most-read", PART_UNLIKELY, "other articles"},
	{"popular", PART_UNLIKELY, "other articles"},
	{"trending", PART_UNLIKELY, "other articles"},
	{"outbrain", PART_UNLIKELY, "paid links"},
	{"taboola", PART_UNLIKELY, "paid links"},
	{"teaser", PART_UNLIKELY, "other articles"},
	{"newsletter", PART_UNLIKELY, "a subscription box"},
	{"subscri", PART_UNLIKELY, "a subscription box"},
	{"signup", PART_UNLIKELY, "a subscription box"},
	{"sign-up", PART_UNLIKELY, "a subscription box"},
	{"promo", PART_UNLIKELY, "advertising"},
	{"advert", PART_UNLIKELY, "advertising"},
	{"sponsor", PART_UNLIKELY, "advertising"},
	{"banner", PART_UNLIKELY, "advertising"},
	{"cookie", PART_UNLIKELY, "a notice of the site"},
	{"consent", PART_UNLIKELY, "a notice of the site"},
	{"gdpr", PART_UNLIKELY, "a notice of the site"},
	{"sidebar", PART_UNLIKELY, "beside the text"},
	{"breadcrumb", PART_UNLIKELY, "navigation"},
	{"menu", PART_UNLIKELY, "navigation"},
	{"nav", PART_UNLIKELY, "navigation"},
	{"pagination", PART_UNLIKELY, "navigation"},
	{"pager", PART_UNLIKELY, "navigation"},
	{"masthead", PART_UNLIKELY, "the head of the site"},
	{"footer", PART_UNLIKELY, "the foot of the site"},
	{"widget", PART_UNLIKELY, "something else that the site puts in"},
	{"modal", PART_UNLIKELY, "opens over the page"},
	{"popup", PART_UNLIKELY, "opens over the page"},
	{"tooltip", PART_UNLIKELY, "opens over the page"},
	{"toolbar", PART_UNLIKELY, "buttons"},
	{"tags", PART_UNLIKELY, "keywords"},
	{"tag-list", PART_UNLIKELY, "keywords"},
	{"author-bio", PART_UNLIKELY, "about the writer, not by the writer"},
	{"author-box", PART_UNLIKELY, "about the writer, not by the writer"},
	{"about-the-author", PART_UNLIKELY, "about the writer, not by the writer"},
	{"byline", PART_UNLIKELY, "metadata"},
	{"dateline", PART_UNLIKELY, "metadata"},
	{"timestamp", PART_UNLIKELY, "metadata"},
	{"post-meta", PART_UNLIKELY, "metadata"},
	{"entry-meta", PART_UNLIKELY, "metadata"},
	{"article-meta", PART_UNLIKELY, "metadata"},
	{"copyright", PART_UNLIKELY, "a notice of the site"},
	{"disclaimer", PART_UNLIKELY, "a notice of the site"},
	{"hidden", PART_UNLIKELY, "not shown"},
	{"screen-reader", PART_UNLIKELY, "not shown"},
	{"visually-hidden", PART_UNLIKELY, "not shown"},
	{"sr-only", PART_UNLIKELY, "not shown"},
	{"print-only", PART_UNLIKELY, "not shown"},
	{"skip-link", PART_UNLIKELY, "not shown"},
	{"jp-relatedposts", PART_UNLIKELY, "other articles"},
	{"wp-caption-text", PART_UNKNOWN, "a caption; told by its tag"},
};

static int begins_word(const char *value, const char *at)
{
	return at == value || !isalnum((unsigned char)at[-1]) || (islower((unsigned char)at[-1]) && isupper((unsigned char)*at));
}

/* Every element of a page is asked, so names are compared only where a word of the value begins. */
static enum part part_of_value(const char *value)
{
	enum part best = PART_UNKNOWN;
	for (const char *at = value; *at; at++) {
		if (!isalpha((unsigned char)*at) || !begins_word(value, at))
			continue;
		char first = (char)tolower((unsigned char)*at);
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (names[i].part_of_name[0] == first &&
			    strncasecmp(at, names[i].part_of_name, strlen(names[i].part_of_name)) == 0) {
				if (names[i].part == PART_LIKELY)
					return PART_LIKELY;
				best = names[i].part;
			}
	}
	return best;
}

const char *attribute_of(const GumboElement *e, const char *name)
{
	const GumboAttribute *a = gumbo_get_attribute(&e->attributes, name);
	return a ? a->value : "";
}

enum part part_of_names(const GumboElement *e)
{
	static const char *const skipped_roles[] = {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "toolbar", NULL};
	const char *role = attribute_of(e, "role"), *prop = attribute_of(e, "itemprop");
	for (int i = 0; skipped_roles[i] != NULL; i++)
		if (strcasecmp(role, skipped_roles[i]) == 0)
			return PART_SKIP;
	if (strcasestr(prop, "articleBody") != NULL)
		return PART_LIKELY;
	if (gumbo_get_attribute(&e->attributes, "hidden") != NULL || strcasestr(attribute_of(e, "style"), "display:none") != NULL ||
	    strcasestr(attribute_of(e, "style"), "display: none") != NULL)
		return PART_SKIP;
	enum part by_class = part_of_value(attribute_of(e, "class"));
	enum part by_id = part_of_value(attribute_of(e, "id"));
	if (by_class == PART_LIKELY || by_id == PART_LIKELY)
		return PART_LIKELY;
	return by_class != PART_UNKNOWN ? by_class : by_id;
}

enum part part_of_tag(GumboTag tag)
{
	switch (tag) {
	case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_HEAD:
	case GUMBO_TAG_NAV: case GUMBO_TAG_FOOTER: case GUMBO_TAG_FORM: case GUMBO_TAG_BUTTON: case GUMBO_TAG_SELECT:
	case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_IFRAME: case GUMBO_TAG_SVG: case GUMBO_TAG_OBJECT: case GUMBO_TAG_EMBED:
	case GUMBO_TAG_CANVAS: case GUMBO_TAG_VIDEO: case GUMBO_TAG_AUDIO: case GUMBO_TAG_INPUT: case GUMBO_TAG_LABEL:
	case GUMBO_TAG_CODE:
		return PART_SKIP;
	case GUMBO_TAG_ASIDE:
		return PART_UNLIKELY;
	case GUMBO_TAG_ARTICLE: case GUMBO_TAG_MAIN:
		return PART_LIKELY;
	default:
		return PART_UNKNOWN;
	}
}

int is_block_tag(GumboTag tag)
{
	switch (tag) {
	case GUMBO_TAG_P: case GUMBO_TAG_DIV: case GUMBO_TAG_SECTION: case GUMBO_TAG_ARTICLE: case GUMBO_TAG_MAIN: case GUMBO_TAG_H1:
	case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_LI:
	case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION:
	case GUMBO_TAG_TABLE: case GUMBO_TAG_TR: case GUMBO_TAG_TD: case GUMBO_TAG_TH: case GUMBO_TAG_TBODY: case GUMBO_TAG_PRE:
	case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_DD: case GUMBO_TAG_HEADER: case GUMBO_TAG_ASIDE: case GUMBO_TAG_HR:
	case GUMBO_TAG_ADDRESS: case GUMBO_TAG_CENTER: case GUMBO_TAG_DETAILS: case GUMBO_TAG_SUMMARY: case GUMBO_TAG_BODY:
	case GUMBO_TAG_HTML:
		return 1;
	default:
		return 0;
	}
}
