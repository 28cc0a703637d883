/* SPDX-License-Identifier: MIT */
/* What a reader should know before any number: which articles are hard to compare
 * with the others, and how far the comparison reaches. */
#include "base/json.h"
#include "compare/scope.h"
#include "compare/tree.h"

#include <string.h>
#include <strings.h>

#define SHORT_WORDS 250     /* an interval of a rate is then wider than most differences */
#define SECOND_HAND_PLACES 3

static json_t *warn(json_t *list, const char *kind, const char *message)
{
	json_t *w = json_object();
	tree_text(w, "kind", kind);
	tree_text(w, "message", message);
	json_array_append_new(list, w);
	return w;
}

static void name_article(json_t *warning, const struct view *v)
{
	json_array_append_new(tree_array(warning, "articles"), json_integer(v->index));
}

/* One warning for all articles for which `is` says so. */
static void warn_where(json_t *list, const struct scope *s, int (*is)(const struct view *), const char *kind,
		       const char *message)
{
	json_t *w = NULL;
	for (uint32_t i = 0; i < s->count; i++)
		if (is(s->views[i])) {
			if (w == NULL)
				w = warn(list, kind, message);
			name_article(w, s->views[i]);
		}
}

/* ---- genre ---- */

static const json_t *disclosure(const struct view *v, const char *kind)
{
	const json_t *list = json_object_get(json_object_get(v->record, "structure"), "disclosures"), *d;
	size_t i;
	json_array_foreach(list, i, d)
		if (strcmp(json_get_text(d, "kind", ""), kind) == 0)
			return d;
	return NULL;
}

const char *view_genre(const struct view *v)
{
	return v->genre ? v->genre : json_get_text(disclosure(v, "genre_tag"), "text", NULL);
}

static int holds(const char *text, const char *word)
{
	for (size_t n = strlen(word); text != NULL && *text != '\0'; text++)
		if (strncasecmp(text, word, n) == 0)
			return 1;
	return 0;
}

int view_is_opinion(const struct view *v)
{
	static const char *const words[] = {"opinion", "editorial", "op-ed", "column", "comment", "analysis", "essay", "letter"};
	const char *genre = view_genre(v);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (holds(genre, words[i]))
			return 1;
	return disclosure(v, "author_affiliation") != NULL;
}

static int is_news(const struct view *v)
{
	return !view_is_opinion(v);
}

static void warn_genre(json_t *list, const struct scope *s)
{
	uint32_t opinion = 0;
	for (uint32_t i = 0; i < s->count; i++)
		opinion += !is_news(s->views[i]);
	if (opinion > 0 && opinion < s->count)
		warn(list, "mixed_genre", "Opinion or analysis and news are compared here. They follow different rules: "
		     "an author of opinion speaks in the first person and weighs words on purpose.");
	warn_where(list, s, view_is_opinion, "opinion", "By its own label or author note: opinion or analysis.");
}

/* ---- others ---- */

static int is_short(const struct view *v)
{
	return v->words < SHORT_WORDS;
}

static int is_second_hand(const struct view *v)
{
	uint32_t places = 0;
	for (uint32_t i = 0; i < v->finding_count; i++)
		places += strcmp(v->findings[i].plugin, "attribution") == 0 && strcmp(v->findings[i].rule, "secondhand") == 0;
	return places >= SECOND_HAND_PLACES || disclosure(v, "syndication") != NULL;
}

static int has_no_text(const struct view *v)
{
	return v->text == NULL;
}

static int has_failed_plugin(const struct view *v)
{
	const json_t *list = json_object_get(v->record, "plugins"), *p;
	size_t i;
	json_array_foreach(list, i, p) {
		const char *status = json_get_text(p, "status", "ok");
		if (strcmp(status, "failed") == 0 || strcmp(status, "timed_out") == 0)
			return 1;
	}
	return 0;
}

static int one_article_a_group(const struct scope *s)
{
	return s->group_count == s->count;
}

static int languages_differ(const struct scope *s)
{
	const char *first = NULL;
	for (uint32_t i = 0; i < s->count; i++) {
		const char *language = json_get_text(json_object_get(s->views[i]->record, "article"), "language", NULL);
		if (first == NULL)
			first = language;
		else if (language != NULL && strncmp(first, language, 2) != 0)
			return 1;
	}
	return 0;
}

static int lexicons_differ(const struct scope *s)
{
	for (uint32_t i = 1; i < s->count; i++)
		if (!json_equal(json_object_get(json_object_get(s->views[i]->record, "run"), "lexicons"),
				json_object_get(json_object_get(s->views[0]->record, "run"), "lexicons")))
			return 1;
	return 0;
}

json_t *scope_warnings(const struct scope *s)
{
	json_t *list = json_array();
	if (one_article_a_group(s))
		warn(list, "one_article_an_outlet", "Each outlet is here with one article: what is said holds for these "
		     "articles only, not for their outlets.");
	warn_genre(list, s);
	warn_where(list, s, is_second_hand, "second_hand",
		   "Much of it is told after another outlet; its wording may be that outlet's.");
	warn_where(list, s, is_short, "short", "Fewer than 250 words: a single word more or less changes every rate.");
	warn_where(list, s, has_failed_plugin, "plugin_failed", "An analyzer failed on this article; its figures are missing.");
	warn_where(list, s, has_no_text, "no_text", "The record was written without its text: what needs the text is left out.");
	if (languages_differ(s))
		warn(list, "mixed_language", "The articles are in different languages: words and rates cannot be compared.");
	if (lexicons_differ(s))
		warn(list, "mixed_lexicons", "The records were made with different lexicons: counts may differ for that reason.");
	return list;
}
