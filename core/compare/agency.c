/* SPDX-License-Identifier: MIT */
/* The agency ledger: who does harm and who comes to harm, and whether the sentence
 * says who did it. It compares how harm to different people is told, not who did what. */
#include "base/json.h"
#include "base/memory.h"
#include "base/vector.h"
#include "compare/contrasts.h"
#include "compare/language_words.h"
#include "compare/metrics.h"
#include "compare/names.h"
#include "compare/tree.h"
#include "compare/words.h"
#include "text/document.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int is_harm(const struct view_finding *f)
{
	return strcmp(f->plugin, "agency") == 0 &&
	       (json_is_true(json_object_get(f->data, "harm")) || strcmp(f->rule, "active_harm") == 0 ||
		strcmp(f->rule, "death_verb") == 0);
}

/* "doer": the sentence says who; "instrument": only with what; "none". */
static const char *told(const struct view_finding *f)
{
	if (strcmp(f->rule, "passive_instrument") == 0)
		return "instrument";
	return json_object_get(f->data, "agent") ? "doer" : "none";
}

/* The word that says what somebody is, where no name does: the last one before a
 * small word follows ("gunmen who had hidden a bomb", "the two guards"). */
static uint32_t head_word(const struct view *v, uint32_t first, uint32_t end)
{
	uint32_t head = VIEW_NONE;
	for (uint32_t i = first; i < end; i++) {
		const struct view_token *t = &v->tokens[i];
		int small = t->kind != SLANT_WORD || language_is_function_word(v->language, t->word) ||
			    language_number(v->language, t->word) > 0;
		if (small && head != VIEW_NONE)
			break;
		if (!small)
			head = t->word;
	}
	return head;
}

/* What somebody is called in the ledger, so that mentions of one come together. */
static json_t *label_of(const struct scope *s, const struct view *v, const json_t *span)
{
	struct name n;
	uint32_t bytes, start = (uint32_t)json_get_int(span, "start", 0), end = (uint32_t)json_get_int(span, "end", 0);
	if (span == NULL)
		return NULL;
	if (v->token_count == 0)
		return json_copy(json_object_get(span, "text"));
	name_read(&n, v, start, end);
	if (n.count > 0 && n.capitals) {
		const char *text = name_text(&n, &bytes);
		return json_stringn_nocheck(text, bytes);
	}
	uint32_t head = head_word(v, view_token_at(v, start), view_token_at(v, end));
	return head == VIEW_NONE ? json_copy(json_object_get(span, "text")) : json_string_nocheck(words_text(s->words, head));
}

static json_t *entry_json(const struct scope *s, const struct view *v, const struct view_finding *f)
{
	json_t *e = json_object();
	tree_int(e, "article", v->index);
	tree_text(e, "finding", f->id);
	tree_text(e, "rule", f->rule);
	tree_text(e, "text", f->text);
	tree_text(e, "voice", voice_name(f->voice));
	tree_put(e, "agent", label_of(s, v, json_object_get(f->data, "agent")));
	tree_put(e, "patient", label_of(s, v, json_object_get(f->data, "patient")));
	tree_text(e, "agent_text", json_get_text(json_object_get(f->data, "agent"), "text", NULL));
	tree_text(e, "patient_text", json_get_text(json_object_get(f->data, "patient"), "text", NULL));
	tree_text(e, "told", told(f));
	return e;
}

/* Counts under one label: {"name", "n", "with_doer", "passages"}. */
static json_t *tally_for(json_t *list, const char *name)
{
	json_t *t;
	size_t i;
	json_array_foreach(list, i, t)
		if (strcmp(json_get_text(t, "name", ""), name) == 0)
			return t;
	t = json_pack("{s:s,s:i,s:i}", "name", name, "n", 0, "with_doer", 0);
	json_array_append_new(list, t);
	return t;
}

static void tally(json_t *group, const json_t *entry, const struct view *v, const struct view_finding *f)
{
	const char *agent = json_get_text(entry, "agent", NULL), *patient = json_get_text(entry, "patient", NULL);
	int with_doer = strcmp(json_get_text(entry, "told", ""), "doer") == 0;
	if (patient != NULL) {
		json_t *t = tally_for(tree_array(group, "harmed"), patient);
		tree_add(t, "n", 1);
		tree_add(t, "with_doer", with_doer);
		scope_refer(tree_array(t, "passages"), v, f);
	}
	if (agent != NULL && with_doer) {
		json_t *t = tally_for(tree_array(group, "doers"), agent);
		tree_add(t, "n", 1);
		tree_add(t, "with_doer", 1);
		scope_refer(tree_array(t, "passages"), v, f);
	}
	tree_add(group, "n", 1);
	tree_add(group, "with_doer", with_doer);
}

/* Within a group: is harm to one told with its doer more often than harm to another? */
static void compare_harmed(json_t *group)
{
	const json_t *harmed = json_object_get(group, "harmed"), *a, *b;
	json_t *list = tree_array(group, "asymmetries");
	size_t i, k;
	json_array_foreach(harmed, i, a)
		json_array_foreach(harmed, k, b) {
			int64_t n = json_get_int(a, "n", 0), m = json_get_int(b, "n", 0);
			if (k <= i || n < CONTRAST_FEWEST_EVENTS || m < CONTRAST_FEWEST_EVENTS)
				continue;
			int64_t x = json_get_int(a, "with_doer", 0), y = json_get_int(b, "with_doer", 0);
			struct contrast c = share_contrast((double)x, (double)n, (double)y, (double)m, METRIC_LEVEL);
			json_t *t = json_pack("{s:[s,s],s:[[I,I],[I,I]]}", "harmed", json_get_text(a, "name", ""),
					      json_get_text(b, "name", ""), "with_doer", x, n, y, m);
			tree_put(t, "difference", tree_real(c.value));
			tree_put(t, "interval", tree_interval(c.interval));
			tree_put(t, "p", tree_real(c.p));
			json_array_append_new(list, t);
		}
}

/* All tests of the ledger together are one family. */
static void adjust(json_t *groups)
{
	VECTOR(json_t *) tests = {0};
	json_t *group, *t;
	size_t i, k;
	json_array_foreach(groups, i, group)
		json_array_foreach(json_object_get(group, "asymmetries"), k, t)
			*vector_push(&tests) = t;
	double *p = mem_alloc((tests.count + 1) * sizeof *p), *q = mem_alloc((tests.count + 1) * sizeof *q);
	for (uint32_t n = 0; n < tests.count; n++)
		p[n] = json_real_value(json_object_get(tests.items[n], "p"));
	benjamini_hochberg(p, tests.count, q);
	for (uint32_t n = 0; n < tests.count; n++)
		tree_put(tests.items[n], "p_adjusted", tree_real(q[n]));
	free(p);
	free(q);
	vector_free(&tests);
}

json_t *scope_agency(const struct scope *s)
{
	json_t *list = json_array();
	for (uint32_t i = 0; i < s->group_count; i++) {
		json_t *group = json_pack("{s:i,s:i,s:i}", "group", (int)i, "n", 0, "with_doer", 0);
		for (uint32_t k = 0; k < s->groups[i].count; k++) {
			const struct view *v = s->groups[i].views[k];
			for (uint32_t n = 0; n < v->finding_count; n++)
				if (is_harm(&v->findings[n])) {
					json_t *entry = entry_json(s, v, &v->findings[n]);
					tree_append(group, "entries", entry);
					tally(group, entry, v, &v->findings[n]);
				}
		}
		compare_harmed(group);
		json_array_append_new(list, group);
	}
	adjust(list);
	return list;
}
