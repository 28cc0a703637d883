/* SPDX-License-Identifier: MIT */
/* Records come from files that anybody may have written: what the rest of the
 * program relies on (keys, types, places inside the text) is checked here once. */
#include "results/record.h"

#include "base/error.h"
#include "base/json.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

enum type { TEXT, WHOLE, BOOLEAN, OBJECT, LIST };

struct member {
	const char *key;
	enum type type;
	int required;
};

/* Where in the record we are, for messages, and how long its text is. */
struct reader {
	const char *name;
	uint64_t line;
	int64_t limit; /* code points; INT64_MAX without the text */
	struct error *error;
	char place[80];
};

static int refuse(struct reader *r, const char *key, const char *what)
{
	return error_set(r->error, ERROR_INPUT, "%s:%llu: not an article record: %s%s%s %s", r->name,
			 (unsigned long long)r->line, r->place, *r->place && *key ? "." : "", key, what);
}

static int has_type(const json_t *v, enum type type)
{
	switch (type) {
	case TEXT: return json_is_string(v);
	case WHOLE: return json_is_integer(v);
	case BOOLEAN: return json_is_boolean(v);
	case LIST: return json_is_array(v);
	default: return json_is_object(v);
	}
}

static int check_members(struct reader *r, const json_t *object, const struct member *members)
{
	static const char *const wants[] = {"must be a string", "must be a whole number", "must be true or false",
					    "must be an object", "must be an array"};
	if (!json_is_object(object))
		return refuse(r, "", "must be an object");
	for (const struct member *m = members; m->key != NULL; m++) {
		const json_t *v = json_object_get(object, m->key);
		if (v == NULL && m->required)
			return refuse(r, m->key, "is missing");
		if (v != NULL && !has_type(v, m->type))
			return refuse(r, m->key, wants[m->type]);
	}
	return 0;
}

static int check_place(struct reader *r, int64_t start, int64_t end)
{
	return start >= 0 && start <= end && end <= r->limit ? 0 : refuse(r, "", "lies outside the text");
}

static int check_span(struct reader *r, const json_t *object)
{
	return check_place(r, json_get_int(object, "start", -1), json_get_int(object, "end", -1));
}

static int check_list(struct reader *r, const char *name, const json_t *list, const struct member *members, int spans,
		      int (*further)(struct reader *, const json_t *))
{
	size_t i;
	json_t *item;
	json_array_foreach(list, i, item) {
		snprintf(r->place, sizeof r->place, "%s[%zu]", name, i);
		if (check_members(r, item, members) != 0 || (spans && check_span(r, item) != 0) ||
		    (further != NULL && further(r, item) != 0))
			return -1;
	}
	r->place[0] = '\0';
	return 0;
}

#define SPAN {"start", WHOLE, 1}, {"end", WHOLE, 1}
#define END {NULL, TEXT, 0}

static const struct member top[] = {
	{"format", TEXT, 1}, {"article", OBJECT, 1}, {"text", TEXT, 0}, {"structure", OBJECT, 1}, {"counts", OBJECT, 1},
	{"findings", LIST, 1}, {"metrics", LIST, 1}, {"plugins", LIST, 1}, {"diagnostics", LIST, 0}, {"run", OBJECT, 1}, END};
static const struct member article[] = {
	{"id", TEXT, 0}, {"source", TEXT, 0}, {"outlet", TEXT, 0}, {"story", TEXT, 0}, {"title", TEXT, 0},
	{"author", TEXT, 0}, {"date", TEXT, 0}, {"url", TEXT, 0}, {"genre", TEXT, 0}, {"language", TEXT, 0}, END};
static const struct member structure[] = {
	{"paragraphs", LIST, 0}, {"sentences", LIST, 0}, {"voices", LIST, 0}, {"disclosures", LIST, 0}, END};
static const struct member paragraph[] = {SPAN, {"role", TEXT, 0}, END};
static const struct member voice[] = {
	SPAN, {"voice", TEXT, 1}, {"speaker", TEXT, 0}, {"by", TEXT, 0}, {"certain", BOOLEAN, 0}, END};
static const struct member disclosure[] = {SPAN, {"kind", TEXT, 1}, {"text", TEXT, 0}, END};
static const struct member counts[] = {
	{"words", WHOLE, 1}, {"sentences", WHOLE, 1}, {"paragraphs", WHOLE, 1}, {"words_by_voice", OBJECT, 1}, END};
static const struct member words_by_voice[] = {
	{"narrator", WHOLE, 0}, {"quoted", WHOLE, 0}, {"reported", WHOLE, 0}, {"distanced", WHOLE, 0}, END};
static const struct member finding[] = {
	{"id", TEXT, 1}, {"plugin", TEXT, 1}, {"rule", TEXT, 1}, SPAN, {"byte", WHOLE, 0}, {"line", WHOLE, 0},
	{"column", WHOLE, 0}, {"text", TEXT, 0}, {"role", TEXT, 0}, {"voice", TEXT, 0}, {"speaker", TEXT, 0},
	{"data", OBJECT, 0}, END};
static const struct member metric[] = {
	{"plugin", TEXT, 1}, {"name", TEXT, 1}, {"voice", TEXT, 0}, {"kind", TEXT, 1}, {"unit", TEXT, 0},
	{"count", WHOLE, 0}, {"words", WHOLE, 0}, {"k", WHOLE, 0}, {"n", WHOLE, 0}, {"sum", WHOLE, 0},
	{"sum_squares", WHOLE, 0}, {"labels", OBJECT, 0}, END};
static const struct member plugin[] = {
	{"name", TEXT, 1}, {"version", TEXT, 0}, {"status", TEXT, 1}, {"kind", TEXT, 0}, {"message", TEXT, 0},
	{"metrics", OBJECT, 0}, END};
static const struct member diagnostic[] = {{"severity", TEXT, 1}, {"message", TEXT, 1}, END};
static const struct member run[] = {{"slantwise", TEXT, 0}, {"lexicons", LIST, 0}, {"config_sha256", TEXT, 0}, END};
static const struct member lexicon[] = {{"name", TEXT, 1}, {"version", TEXT, 0}, {"sha256", TEXT, 0}, END};

static int further_voice(struct reader *r, const json_t *v)
{
	const char *name = json_get_text(v, "voice", NULL);
	return name == NULL || voice_from_name(name) >= 0 ? 0 : refuse(r, "voice", "is none of the voices");
}

static int further_role(struct reader *r, const json_t *v)
{
	const char *name = json_get_text(v, "role", NULL);
	return name == NULL || role_from_name(name) >= 0 ? 0 : refuse(r, "role", "is none of the roles");
}

static int further_finding(struct reader *r, const json_t *v)
{
	return further_voice(r, v) != 0 || further_role(r, v) != 0 ? -1 : 0;
}

/* The sums that a kind of metric must have. */
static int further_metric(struct reader *r, const json_t *v)
{
	static const struct {
		const char *kind, *sums[3];
	} kinds[] = {
		{"count", {"count", NULL, NULL}},	{"rate", {"count", "words", NULL}},
		{"share", {"k", "n", NULL}},		{"mean", {"sum", "sum_squares", "n"}},
		{"distribution", {"labels", NULL, NULL}},
	};
	const char *kind = json_get_text(v, "kind", ""), *label;
	json_t *count;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		for (int s = 0; strcmp(kind, kinds[i].kind) == 0 && s < 3 && kinds[i].sums[s] != NULL; s++)
			if (json_object_get(v, kinds[i].sums[s]) == NULL)
				return refuse(r, kinds[i].sums[s], "is missing");
	json_object_foreach(json_object_get(v, "labels"), label, count)
		if (!json_is_integer(count))
			return refuse(r, "labels", "must hold whole numbers");
	return 0;
}

static int check_sentences(struct reader *r, const json_t *list)
{
	size_t i;
	json_t *item;
	json_array_foreach(list, i, item) {
		const json_t *start = json_array_get(item, 0), *end = json_array_get(item, 1);
		snprintf(r->place, sizeof r->place, "structure.sentences[%zu]", i);
		if (json_array_size(item) != 2 || !json_is_integer(start) || !json_is_integer(end))
			return refuse(r, "", "must be [start, end]");
		if (check_place(r, json_integer_value(start), json_integer_value(end)) != 0)
			return -1;
	}
	r->place[0] = '\0';
	return 0;
}

static int check_object(struct reader *r, const char *name, const json_t *object, const struct member *members)
{
	snprintf(r->place, sizeof r->place, "%s", name);
	if (check_members(r, object, members) != 0)
		return -1;
	r->place[0] = '\0';
	return 0;
}

static int check_record(struct reader *r, const json_t *record)
{
	if (check_members(r, record, top) != 0)
		return -1;
	if (strcmp(json_get_text(record, "format", ""), RECORD_FORMAT) != 0)
		return refuse(r, "format", "must be \"" RECORD_FORMAT "\"");
	const json_t *text = json_object_get(record, "text"), *s = json_object_get(record, "structure");
	r->limit = text ? (int64_t)utf8_count(json_string_value(text), json_string_length(text)) : INT64_MAX;
	const json_t *c = json_object_get(record, "counts"), *about = json_object_get(record, "run");
	return check_object(r, "article", json_object_get(record, "article"), article) != 0 ||
	       check_object(r, "structure", s, structure) != 0 || check_object(r, "counts", c, counts) != 0 ||
	       check_object(r, "counts.words_by_voice", json_object_get(c, "words_by_voice"), words_by_voice) != 0 ||
	       check_object(r, "run", about, run) != 0 ||
	       check_sentences(r, json_object_get(s, "sentences")) != 0 ||
	       check_list(r, "structure.paragraphs", json_object_get(s, "paragraphs"), paragraph, 1, further_role) != 0 ||
	       check_list(r, "structure.voices", json_object_get(s, "voices"), voice, 1, further_voice) != 0 ||
	       check_list(r, "structure.disclosures", json_object_get(s, "disclosures"), disclosure, 1, NULL) != 0 ||
	       check_list(r, "findings", json_object_get(record, "findings"), finding, 1, further_finding) != 0 ||
	       check_list(r, "metrics", json_object_get(record, "metrics"), metric, 0, further_metric) != 0 ||
	       check_list(r, "plugins", json_object_get(record, "plugins"), plugin, 0, NULL) != 0 ||
	       check_list(r, "diagnostics", json_object_get(record, "diagnostics"), diagnostic, 0, NULL) != 0 ||
	       check_list(r, "run.lexicons", json_object_get(about, "lexicons"), lexicon, 0, NULL) != 0 ? -1 : 0;
}

json_t *record_read(const char *name, uint64_t line, const char *json, size_t n, struct error *error)
{
	struct reader r = {.name = name, .line = line, .error = error};
	json_error_t why;
	/* A text may hold U+0000: it came from somebody's file. */
	json_t *record = json_loadb(json, n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &why);
	if (record == NULL) {
		error_set(error, ERROR_INPUT, "%s:%llu:%d: not valid JSON: %s", name, (unsigned long long)line, why.column,
			  why.text);
		return NULL;
	}
	if (check_record(&r, record) == 0)
		return record;
	json_decref(record);
	return NULL;
}
