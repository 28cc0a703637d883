/* SPDX-License-Identifier: MIT */
#include "compare/methods.h"
#include "compare/tree.h"

/* Names are those of "method" in the comparison; docs/methods.md says more of each. */
static const struct {
	const char *name, *text, *source;
} methods[] = {
	{"rate", "Findings per 1,000 words of the voice named; words of the other voices are not counted.", NULL},
	{"poisson", "Exact 95 % interval for a rate in one article: which rates would give a count like this one.",
	 "Garwood 1936"},
	{"wilson", "95 % score interval for a share of k in n.", "Wilson 1927"},
	{"student", "95 % interval for a mean, taking its values as independent.", "Student 1908"},
	{"voice", "Whose words: the writer's (narrator), between quotation marks (quoted), told after a source "
	 "(reported), or marked as not the writer's own (distanced).", NULL},
	{"not_found", "The article speaks of the thing in other words. \"not_mentioned\": no word for it was found.", NULL},
	{"scope", "Figures describe these texts. Different wording can follow from different facts; the comparison "
	 "does not judge which word is right.", NULL},
};

json_t *methods_json(void)
{
	json_t *list = json_array();
	for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
		json_t *m = json_object();
		tree_text(m, "name", methods[i].name);
		tree_text(m, "text", methods[i].text);
		tree_text(m, "source", methods[i].source);
		json_array_append_new(list, m);
	}
	return list;
}
