/* SPDX-License-Identifier: MIT */
#include "input/html.h"

#include "base/buffer.h"
#include "input/page_rules.h"

#include <jansson.h>
#include <string.h>
#include <strings.h>

static void set(struct article *a, const char **field, const char *value)
{
	while (value != NULL && (*value == ' ' || *value == '\n' || *value == '\t' || *value == '\r'))
		value++;
	if (*field != NULL || value == NULL || *value == '\0')
		return;
	size_t n = strlen(value);
	while (n && strchr(" \n\t\r", value[n - 1]) != NULL)
		n--;
	*field = arena_copy(a->arena, value, n);
}

static void read_meta_tag(struct article *a, const GumboElement *e)
{
	struct article_meta *m = &a->meta;
	const char *name = attribute_of(e, "name"), *property = attribute_of(e, "property"), *content = attribute_of(e, "content");
	const struct {
		const char *name, **field;
	} rows[] = {{"og:title", &m->title}, {"twitter:title", &m->title}, {"og:site_name", &m->outlet}, {"og:url", &m->url},
		    {"article:published_time", &m->date}, {"date", &m->date}, {"pubdate", &m->date}, {"dc.date", &m->date},
		    {"author", &m->author}, {"article:author", &m->author}, {"dc.creator", &m->author}, {"byl", &m->author},
		    {"article:section", &m->genre}, {"application-name", &m->outlet}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcasecmp(name, rows[i].name) == 0 || strcasecmp(property, rows[i].name) == 0)
			if (!(rows[i].field == &m->author && strstr(content, "://") != NULL)) /* a profile, not a name */
				set(a, rows[i].field, content);
}

/* The name in a string, an object or the first of a list. */
static const char *name_in(const json_t *v)
{
	if (json_is_array(v))
		v = json_array_get(v, 0);
	if (json_is_object(v))
		v = json_object_get(v, "name");
	return json_string_value(v);
}

static int is_article(const json_t *v)
{
	const json_t *type = json_object_get(v, "@type");
	if (json_is_array(type))
		type = json_array_get(type, 0);
	const char *name = json_string_value(type);
	return name != NULL && (strstr(name, "Article") != NULL || strstr(name, "Posting") != NULL);
}

static void read_linked_data(struct article *a, const json_t *v, int depth)
{
	struct article_meta *m = &a->meta;
	size_t i;
	json_t *item;
	if (depth > 4)
		return;
	if (json_is_array(v)) {
		json_array_foreach((json_t *)v, i, item)
			read_linked_data(a, item, depth + 1);
		return;
	}
	if (json_is_object(v) && json_object_get(v, "@graph") != NULL)
		read_linked_data(a, json_object_get(v, "@graph"), depth + 1);
	if (!is_article(v))
		return;
	set(a, &m->title, json_string_value(json_object_get(v, "headline")));
	set(a, &m->date, json_string_value(json_object_get(v, "datePublished")));
	set(a, &m->author, name_in(json_object_get(v, "author")));
	set(a, &m->outlet, name_in(json_object_get(v, "publisher")));
	set(a, &m->genre, name_in(json_object_get(v, "articleSection")));
	set(a, &m->language, json_string_value(json_object_get(v, "inLanguage")));
}

static const char *text_of(const GumboNode *node)
{
	const GumboVector *children = &node->v.element.children;
	for (unsigned i = 0; i < children->length; i++) {
		const GumboNode *child = children->data[i];
		if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA)
			return child->v.text.text;
	}
	return "";
}

static void read_script(struct article *a, const GumboNode *node)
{
	if (strcasecmp(attribute_of(&node->v.element, "type"), "application/ld+json") != 0)
		return;
	const char *text = text_of(node);
	json_t *v = json_loadb(text, strlen(text), JSON_DISABLE_EOF_CHECK, NULL); /* a page's own faults are passed over */
	read_linked_data(a, v, 0);
	json_decref(v);
}

/* In document order; the first that says a thing is believed, but linked data and <meta> before the rest. */
static void visit(struct article *a, const GumboNode *node, int weak)
{
	if (node->type != GUMBO_NODE_ELEMENT)
		return;
	const GumboElement *e = &node->v.element;
	if (!weak && e->tag == GUMBO_TAG_META)
		read_meta_tag(a, e);
	if (!weak && e->tag == GUMBO_TAG_SCRIPT)
		read_script(a, node);
	if (!weak && e->tag == GUMBO_TAG_HTML)
		set(a, &a->meta.language, attribute_of(e, "lang"));
	if (weak && e->tag == GUMBO_TAG_TIME)
		set(a, &a->meta.date, attribute_of(e, "datetime"));
	if (weak && e->tag == GUMBO_TAG_TITLE && node->parent->v.element.tag == GUMBO_TAG_HEAD)
		set(a, &a->meta.title, text_of(node));
	if (weak && e->tag == GUMBO_TAG_LINK && strcasecmp(attribute_of(e, "rel"), "canonical") == 0)
		set(a, &a->meta.url, attribute_of(e, "href"));
	if (weak && strcasecmp(attribute_of(e, "rel"), "author") == 0)
		set(a, &a->meta.author, text_of(node));
	for (unsigned i = 0; i < e->children.length; i++)
		visit(a, e->children.data[i], weak);
}

void page_read_meta(struct article *a, const GumboNode *root)
{
	visit(a, root, 0);
	visit(a, root, 1);
}
