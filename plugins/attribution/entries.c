/* SPDX-License-Identifier: MIT */
/* The lexicon's entries, made ready: names of rules and letters of frames become bits. */
#include "attribution.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *rule;
	uint8_t kind;
	uint64_t bits;
} rule_kinds[] = {
	{"verb", KIND_VERB, 0}, {"according", KIND_ACCORDING, 0}, {"view_noun", KIND_VIEW, 0}, {"noun", KIND_NOUN, 0},
	{"adjective", KIND_ADJECTIVE, 0}, {"agentless", KIND_AGENTLESS, 0}, {"designation", KIND_DESIGNATION, 0},
	{"colon", KIND_COLON, 0}, {"person_title", KIND_CLASS, W_TITLE}, {"unnamed_person", KIND_CLASS, W_PERSON},
	{"collective", KIND_CLASS, W_COLLECTIVE}, {"institution", KIND_CLASS, W_INSTITUTION},
	{"document", KIND_CLASS, W_DOCUMENT}, {"outlet", KIND_CLASS, W_OUTLET}, {"position", KIND_POSITION, 0},
	{"secondhand", KIND_SECONDHAND, 0}, {"undercut", KIND_UNDERCUT, 0}, {"endorsed", KIND_ENDORSED, 0},
	{"method", KIND_METHOD, 0}, {"paraphrase", KIND_PARAPHRASE, 0},
};

static const slant_attribute *find_attribute(const slant_entry *e, const char *name)
{
	for (uint32_t i = 0; i < e->attribute_count; i++)
		if (strcmp(e->attributes[i].name, name) == 0)
			return &e->attributes[i];
	return NULL;
}

static const char *text_attribute(const slant_entry *e, const char *name, const char *missing)
{
	const slant_attribute *a = find_attribute(e, name);
	return a != NULL && a->text != NULL ? a->text : missing;
}

static int read_frames(slant_setup *setup, const slant_entry *e, struct entry *out)
{
	for (const char *letter = text_attribute(e, "frames", ""); *letter != '\0'; letter++) {
		const char *known = strchr(FRAME_LETTERS, *letter);
		if (known == NULL)
			return slant_refuse(setup, "lexicon %s, entry %s: attribution has no frame '%c'; known are %s", e->lexicon,
					    e->concept_id, *letter, FRAME_LETTERS);
		out->frames |= (uint16_t)(1u << (known - FRAME_LETTERS));
	}
	return 0;
}

static int read_entry(slant_setup *setup, const slant_entry *e, struct entry *out)
{
	const slant_attribute *strength = find_attribute(e, "strength");
	size_t i = 0, count = sizeof rule_kinds / sizeof *rule_kinds;
	while (i < count && strcmp(rule_kinds[i].rule, e->rule) != 0)
		i++;
	if (i == count)
		return slant_refuse(setup, "lexicon %s, entry %s: attribution has no rule '%s'", e->lexicon, e->concept_id, e->rule);
	out->kind = rule_kinds[i].kind;
	out->bits = rule_kinds[i].bits;
	out->lemma = text_attribute(e, "lemma", e->lemma);
	out->class = text_attribute(e, "class", "neutral");
	out->strength = strength ? (int)strength->number : 3;
	out->noun_too = find_attribute(e, "noun_too") != NULL;
	return read_frames(setup, e, out);
}

int entries_load(slant_setup *setup, struct attribution *a)
{
	uint32_t count = setup->host->entries(setup, &a->seen);
	a->entries = calloc(count ? count : 1, sizeof *a->entries);
	if (a->entries == NULL)
		return slant_refuse(setup, "out of memory");
	for (uint32_t i = 0; i < count; i++)
		if (read_entry(setup, &a->seen[i], &a->entries[i]) != 0)
			return -1;
	return 0;
}
