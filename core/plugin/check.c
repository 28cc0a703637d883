/* SPDX-License-Identifier: MIT */
#include "plugin/check.h"
#include "base/error.h"
#include "base/utf8.h"

#include <string.h>

#define INVALID(error, ...) error_set(error, ERROR_PLUGIN, __VA_ARGS__)

int check_name(const char *name)
{
	if (name == NULL || name[0] < 'a' || name[0] > 'z')
		return 0;
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");
	return name[n] == '\0' && n <= 64;
}

uint32_t check_count_rules(const slant_rule *rules)
{
	uint32_t n = 0;
	while (rules != NULL && rules[n].name != NULL)
		n++;
	return n;
}

uint32_t check_count_options(const slant_option *options)
{
	uint32_t n = 0;
	while (options != NULL && options[n].name != NULL)
		n++;
	return n;
}

uint32_t check_count_metrics(const slant_metric *metrics)
{
	uint32_t n = 0;
	while (metrics != NULL && metrics[n].name != NULL)
		n++;
	return n;
}

int check_lists(const char *list, const char *name)
{
	size_t want = strlen(name);
	while (list != NULL && *list != '\0') {
		list += strspn(list, ", ");
		size_t n = strcspn(list, ", ");
		if (n == want && memcmp(list, name, n) == 0)
			return 1;
		list += n;
	}
	return 0;
}

static int check_rules(const slant_plugin *p, struct error *error)
{
	for (uint32_t i = 0; i < check_count_rules(p->rules); i++) {
		const slant_rule *r = &p->rules[i];
		if (!check_name(r->name))
			return INVALID(error, "rule %u: its name may hold lower-case letters, digits and _ only", i);
		if (r->summary == NULL)
			return INVALID(error, "rule %s has no summary", r->name);
		if (r->gives_voice && (r->voice < 0 || r->voice >= SLANT_VOICES))
			return INVALID(error, "rule %s gives voice %d, which there is not", r->name, r->voice);
		for (uint32_t k = 0; k < i; k++)
			if (strcmp(p->rules[k].name, r->name) == 0)
				return INVALID(error, "rule %s is declared twice", r->name);
	}
	return 0;
}

static int check_options(const slant_plugin *p, struct error *error)
{
	for (uint32_t i = 0; i < check_count_options(p->options); i++) {
		const slant_option *o = &p->options[i];
		if (!check_name(o->name))
			return INVALID(error, "option %u: its name may hold lower-case letters, digits and _ only", i);
		if (o->summary == NULL)
			return INVALID(error, "option %s has no summary", o->name);
		if (o->kind < SLANT_OPTION_INT || o->kind > SLANT_OPTION_TEXT)
			return INVALID(error, "option %s has kind %d, which there is not", o->name, o->kind);
		if (o->kind == SLANT_OPTION_INT && o->min != o->max && (o->number < o->min || o->number > o->max))
			return INVALID(error, "option %s: its default lies outside its range", o->name);
		for (uint32_t k = 0; k < i; k++)
			if (strcmp(p->options[k].name, o->name) == 0)
				return INVALID(error, "option %s is declared twice", o->name);
	}
	return 0;
}

static int check_metrics(const slant_plugin *p, struct error *error)
{
	for (uint32_t i = 0; i < check_count_metrics(p->metrics); i++) {
		const slant_metric *m = &p->metrics[i];
		if (!check_name(m->name))
			return INVALID(error, "metric %u: its name may hold lower-case letters, digits and _ only", i);
		if (m->summary == NULL || m->unit == NULL)
			return INVALID(error, "metric %s needs a summary and a unit", m->name);
		if (m->kind < SLANT_COUNT || m->kind > SLANT_DISTRIBUTION)
			return INVALID(error, "metric %s has kind %d, which there is not", m->name, m->kind);
		if (m->kind == SLANT_MEAN && m->rules != NULL && m->key == NULL)
			return INVALID(error, "metric %s is a mean and names no key", m->name);
		for (uint32_t k = 0; k < i; k++)
			if (strcmp(p->metrics[k].name, m->name) == 0)
				return INVALID(error, "metric %s is declared twice", m->name);
	}
	return 0;
}

static int check_head(const slant_plugin *given, struct error *error)
{
	if (given->abi != SLANT_ABI)
		return INVALID(error, "is made for plugin interface %u, this program has %d; build it again", given->abi,
			       SLANT_ABI);
	/* Fields are only ever added at the end: a larger descriptor is a newer one of the same interface. */
	if (given->size < sizeof(slant_plugin))
		return INVALID(error, "its descriptor has %u bytes, at least %zu are needed", given->size,
			       sizeof(slant_plugin));
	return 0;
}

int check_plugin(const slant_plugin *given, slant_plugin *copy, struct error *error)
{
	if (given == NULL)
		return INVALID(error, "its entry function gave no descriptor");
	if (check_head(given, error) != 0)
		return -1;
	memcpy(copy, given, sizeof *copy);
	if (!check_name(copy->name))
		return INVALID(error, "its name may hold lower-case letters, digits and _ only, and begins with a letter");
	if (copy->version == NULL || copy->summary == NULL)
		return INVALID(error, "it needs a version and a summary");
	if (utf8_valid(copy->version, strlen(copy->version)) != strlen(copy->version))
		return INVALID(error, "its version is not UTF-8");
	if (copy->analyze == NULL)
		return INVALID(error, "it has no analyze()");
	return check_rules(copy, error) != 0 || check_options(copy, error) != 0 || check_metrics(copy, error) != 0 ? -1 : 0;
}
