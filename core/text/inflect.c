/* SPDX-License-Identifier: MIT */
/* Forms of words by the rules and tables of a language file. A rule looks at the
 * end of the word, takes letters off and adds others; the first that fits makes
 * the form, unless the set says `all` (German plurals cannot be told from the word). */
#include "base/error.h"
#include "base/json.h"
#include "slantwise/plugin.h"
#include "text/language.h"
#include "text/language_data.h"
#include "text/vocabulary.h"

#include <string.h>

#define LONGEST 120 /* bytes of a word that is inflected */

static const char *const FORMS[] = {"base", "plural", "present_3", "past", "participle", "past_or_participle",
				    "ing", "comparative", "superlative"};
static const char *const KINDS[] = {"noun", "verb", "adjective"};

/* ---- reading ---- */

static int form_from_name(const char *name)
{
	for (size_t i = 0; name != NULL && i < sizeof FORMS / sizeof *FORMS; i++)
		if (strcmp(name, FORMS[i]) == 0)
			return (int)i;
	return -1;
}

static int read_rule(struct inflect_set *set, const json_t *json)
{
	struct inflect_rule *r = vector_push(&set->rules);
	*r = (struct inflect_rule){
		.after = json_get_text(json, "after", ""),
		.add = json_get_text(json, "add", ""),
		.front = json_get_text(json, "front", ""),
		.not_begins = json_get_text(json, "not_begins", NULL),
		.strip = (uint32_t)json_get_int(json, "strip", 0),
		.doubles = json_is_true(json_object_get(json, "double")),
	};
	return json_is_object(json) && strlen(r->add) < 20 && strlen(r->front) < 20 && r->strip < 20 ? 0 : -1;
}

static int read_set(struct inflection *kind, const json_t *json, const char *place, struct error *error)
{
	struct inflect_set *set = vector_push(&kind->sets);
	*set = (struct inflect_set){
		.form = form_from_name(json_get_text(json, "form", NULL)),
		.all = json_is_true(json_object_get(json, "all")),
		.irregular = json_object_get(json, "irregular"),
	};
	if (set->form < 0)
		return error_set(error, ERROR_USAGE, "%s: \"form\" is none of base, plural, present_3, past, "
				 "participle, past_or_participle, ing, comparative, superlative", place);
	const json_t *rules = json_object_get(json, "rules"), *rule;
	size_t i;
	json_array_foreach(rules, i, rule)
		if (read_rule(set, rule) < 0)
			return error_set(error, ERROR_USAGE, "%s.rules[%zu]: not a rule", place, i);
	return 0;
}

static struct vocabulary *read_word_list(const json_t *list)
{
	const json_t *item;
	size_t i;
	struct vocabulary *v = vocabulary_new();
	json_array_foreach(list, i, item)
		if (json_is_string(item))
			vocabulary_add(v, json_string_value(item), json_string_length(item));
	vocabulary_freeze(v);
	return v;
}

static int read_kind(struct inflection *kind, const json_t *json, const char *path, const char *name, struct error *error)
{
	const json_t *sets = json_object_get(json, "forms"), *set;
	size_t i;
	kind->irregular = json_object_get(json, "irregular");
	kind->prefixes = json_object_get(json, "prefixes");
	const json_t *doubling = json_object_get(json, "doubling");
	kind->doubling_pattern = json_get_text(doubling, "pattern", NULL);
	kind->doubling = read_word_list(json_object_get(doubling, "words"));
	kind->doubling_both = read_word_list(json_object_get(doubling, "both"));
	json_array_foreach(sets, i, set) {
		char place[300];
		snprintf(place, sizeof place, "%.200s: inflection.%s.forms[%zu]", path, name, i);
		if (read_set(kind, set, place, error) < 0)
			return -1;
	}
	return 0;
}

int inflection_read(struct language *l, const char *path, struct error *error)
{
	const json_t *json = json_object_get(l->json, "inflection");
	l->vowels = json_get_text(json, "vowels", "aeiou");
	for (size_t i = 0; i < 3; i++) {
		const json_t *kind = json_object_get(json, KINDS[i]);
		if (kind != NULL && read_kind(&l->kinds[i], kind, path, KINDS[i], error) < 0)
			return -1;
	}
	return 0;
}

void inflection_free(struct language *l)
{
	for (size_t i = 0; i < 3; i++) {
		struct inflection *kind = &l->kinds[i];
		for (uint32_t k = 0; k < kind->sets.count; k++)
			vector_free(&kind->sets.items[k].rules);
		vector_free(&kind->sets);
		vocabulary_free(kind->doubling);
		vocabulary_free(kind->doubling_both);
	}
}

/* ---- making forms ---- */

struct making {
	const struct language *language;
	const struct inflection *kind;
	const char *word; /* the base form as asked for */
	void (*form)(void *, const char *, int);
	void *context;
	char made[64][2 * LONGEST]; /* a form that equals an earlier one is not given again */
	int count;
};

static void give(struct making *m, const char *form, int slant_form)
{
	for (int i = 0; i < m->count; i++)
		if (strcmp(m->made[i], form) == 0)
			return;
	if (m->count == 64)
		return;
	snprintf(m->made[m->count++], sizeof m->made[0], "%s", form);
	m->form(m->context, form, slant_form);
}

/* Forms separated by spaces, a prefix in front of each. */
static void give_list(struct making *m, const char *prefix, size_t prefix_length, const char *list, int slant_form)
{
	while (*list != '\0') {
		size_t n = strcspn(list, " ");
		char whole[2 * LONGEST];
		snprintf(whole, sizeof whole, "%.*s%.*s", (int)prefix_length, prefix, (int)n, list);
		give(m, whole, slant_form);
		list += n + (list[n] == ' ');
	}
}

static int is_vowel(const struct language *l, char c)
{
	return strchr(l->vowels, c) != NULL;
}

static int class_fits(const struct language *l, char want, char c)
{
	if (want == 'V')
		return is_vowel(l, c);
	return want == 'C' ? c >= 'a' && c <= 'z' && !is_vowel(l, c) : want == c;
}

/* Does the pattern fit the word's end? Both are read from behind. */
static int fits(const struct language *l, const char *pattern, const char *word, size_t n)
{
	for (size_t p = strlen(pattern); p > 0; p--) {
		char want = pattern[p - 1];
		if (want == '^')
			return n == 0;
		if (want == '*') {
			want = pattern[--p - 1];
			while (n > 0 && class_fits(l, want, word[n - 1]))
				n--;
		} else if (n == 0 || !class_fits(l, want, word[n - 1]))
			return 0;
		else
			n--;
	}
	return 1;
}

/* One of several patterns, separated by |. */
static int fits_any(const struct language *l, const char *patterns, const char *word, size_t n)
{
	for (;;) {
		size_t length = strcspn(patterns, "|");
		char one[40];
		snprintf(one, sizeof one, "%.*s", (int)length, patterns);
		if (fits(l, one, word, n))
			return 1;
		if (patterns[length] == '\0')
			return 0;
		patterns += length + 1;
	}
}

/* One of several beginnings, separated by |. */
static int begins_any(const char *prefixes, const char *word)
{
	while (prefixes != NULL && *prefixes != '\0') {
		size_t n = strcspn(prefixes, "|");
		if (strncmp(word, prefixes, n) == 0)
			return 1;
		prefixes += n + (prefixes[n] == '|');
	}
	return 0;
}

static int in(const struct vocabulary *v, const char *word, size_t n)
{
	return v != NULL && vocabulary_find(v, word, n) != SLANT_WORD_UNKNOWN;
}

static int doubles(const struct making *m, size_t n)
{
	const char *shape = m->kind->doubling_pattern;
	return in(m->kind->doubling, m->word, n) || in(m->kind->doubling_both, m->word, n) ||
	       (shape != NULL && fits_any(m->language, shape, m->word, n));
}

static void apply(struct making *m, const struct inflect_rule *r, size_t n, int form)
{
	char made[2 * LONGEST];
	if (r->strip > n)
		return;
	const char *again = r->doubles ? m->word + n - 1 : "";
	snprintf(made, sizeof made, "%s%.*s%.1s%s", r->front, (int)(n - r->strip), m->word, again, r->add);
	give(m, made, form);
}

static void by_rules(struct making *m, const struct inflect_set *set)
{
	size_t n = strlen(m->word);
	int both = in(m->kind->doubling_both, m->word, n);
	for (uint32_t i = 0; i < set->rules.count; i++) {
		const struct inflect_rule *r = &set->rules.items[i];
		if ((r->doubles && !doubles(m, n)) || begins_any(r->not_begins, m->word) ||
		    !fits_any(m->language, r->after, m->word, n))
			continue;
		apply(m, r, n, set->form);
		if (!set->all && !(r->doubles && both))
			return;
	}
}

/* The entry of a table for the word, or for what is behind one of the prefixes. */
static const json_t *table_entry(const struct making *m, const json_t *table, size_t *prefix_length)
{
	const json_t *found = json_object_get(table, m->word), *item;
	size_t i;
	*prefix_length = 0;
	if (found != NULL)
		return found;
	json_array_foreach(m->kind->prefixes, i, item) {
		size_t n = json_string_length(item);
		if (strncmp(m->word, json_string_value(item), n) != 0)
			continue;
		found = json_object_get(table, m->word + n);
		if (found != NULL) {
			*prefix_length = n;
			return found;
		}
	}
	return NULL;
}

static int from_table(struct making *m, const json_t *table, int form)
{
	size_t prefix, i;
	const json_t *list = table_entry(m, table, &prefix), *item;
	if (list == NULL)
		return 0;
	json_array_foreach(list, i, item)
		if (json_is_string(item))
			give_list(m, m->word, prefix, json_string_value(item), form);
	return 1;
}

/* "write": ["wrote", "written"]; "say": ["said"] serves as both. */
static int strong_verb(struct making *m)
{
	size_t prefix;
	const json_t *list = table_entry(m, m->kind->irregular, &prefix);
	if (list == NULL)
		return 0;
	const char *past = json_string_value(json_array_get(list, 0));
	const char *participle = json_string_value(json_array_get(list, 1));
	if (past != NULL)
		give_list(m, m->word, prefix, past, participle ? SLANT_FORM_PAST : SLANT_FORM_PAST_OR_PARTICIPLE);
	if (participle != NULL)
		give_list(m, m->word, prefix, participle, SLANT_FORM_PARTICIPLE);
	return 1;
}

static int is_past(int form)
{
	return form == SLANT_FORM_PAST || form == SLANT_FORM_PARTICIPLE || form == SLANT_FORM_PAST_OR_PARTICIPLE;
}

void language_inflect(const struct language *l, char kind, const char *folded,
		      void (*form)(void *context, const char *folded, int slant_form), void *context)
{
	const struct inflection *how = &l->kinds[kind == 'n' ? 0 : kind == 'v' ? 1 : 2];
	struct making m; /* not filled with zeros: the forms are 15 kB, and a lexicon has a hundred thousand words */
	m.language = l;
	m.kind = how;
	m.word = folded;
	m.form = form;
	m.context = context;
	m.count = 0;
	size_t n = strlen(folded);
	if (n == 0 || n > LONGEST) {
		form(context, folded, SLANT_FORM_BASE);
		return;
	}
	give(&m, folded, SLANT_FORM_BASE);
	int strong = strong_verb(&m);
	for (uint32_t i = 0; i < how->sets.count; i++) {
		const struct inflect_set *set = &how->sets.items[i];
		if (strong && is_past(set->form))
			continue;
		if (!from_table(&m, set->irregular, set->form))
			by_rules(&m, set);
	}
}
