/* SPDX-License-Identifier: MIT */
#include "compare/catalogue.h"
#include "base/json.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct catalogue {
	json_t *by_lexicon; /* lexicon -> id -> entry */
	json_t *by_id;      /* id -> entry of the first lexicon that has it */
};

static void add_lexicon(struct catalogue *c, const json_t *lexicon)
{
	json_t *entries = json_object(), *entry;
	size_t i;
	json_array_foreach(json_object_get(lexicon, "entries"), i, entry) {
		const char *id = json_get_text(entry, "id", NULL);
		if (id == NULL)
			continue;
		json_object_set(entries, id, entry);
		if (json_object_get(c->by_id, id) == NULL)
			json_object_set(c->by_id, id, entry);
	}
	json_object_set_new(c->by_lexicon, json_get_text(lexicon, "name", ""), entries);
}

struct catalogue *catalogue_new(const json_t *lexicons)
{
	struct catalogue *c = mem_alloc(sizeof *c);
	const json_t *lexicon;
	size_t i;
	c->by_lexicon = json_object();
	c->by_id = json_object();
	json_array_foreach(lexicons, i, lexicon)
		add_lexicon(c, lexicon);
	return c;
}

void catalogue_free(struct catalogue *c)
{
	if (c == NULL)
		return;
	json_decref(c->by_lexicon);
	json_decref(c->by_id);
	free(c);
}

const json_t *catalogue_concept(const struct catalogue *c, const char *lexicon, const char *concept_id)
{
	if (lexicon != NULL)
		return json_object_get(json_object_get(c->by_lexicon, lexicon), concept_id);
	return json_object_get(c->by_id, concept_id);
}

const json_t *catalogue_variant(const json_t *entry, const char *variant)
{
	const json_t *v;
	size_t i;
	json_array_foreach(json_object_get(entry, "variants"), i, v)
		if (strcmp(json_get_text(v, "id", ""), variant) == 0)
			return v;
	return NULL;
}
