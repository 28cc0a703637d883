/* SPDX-License-Identifier: MIT */
/* Marks a span that ends in the middle of a character. */
#include <slantwise/plugin.h>

#include <string.h>

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	(void)state, (void)document, (void)sink;
	const char *accent = strstr(document->text, "\xc3\xa9");
	if (accent == NULL)
		return 0;
	uint32_t at = (uint32_t)(accent - document->text);
	return sink->host->finding(sink, 0, at, at + 1);
}

static const slant_rule rules[] = {{"seen", "a place", 0, 0}, {NULL, NULL, 0, 0}};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "bad_span",
	.version = "1",
	.summary = "a plugin that misbehaves, for tests",
	.rules = rules,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
