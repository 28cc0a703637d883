/* SPDX-License-Identifier: MIT */
/* Marks every capitalised word and uses every service once, for the test of records. */
#include <slantwise/plugin.h>

#include <string.h>

enum { METRIC_COUNT, METRIC_SHARE, METRIC_MEAN, METRIC_KINDS, METRIC_LEMMAS, METRIC_PAIRS, METRIC_OWN, METRIC_OWN_MEAN, METRIC_OWN_KINDS };

struct prepared {
	uint32_t the, late;
	int64_t least;
};

static int open_it(slant_setup *setup, void **state)
{
	static struct prepared p; /* one program opens it once */
	p.the = setup->host->word(setup, "THE");
	p.late = setup->host->rule(setup, "late", "declared while opening");
	p.least = setup->host->option_int(setup, "least");
	if (setup->host->word(setup, "two words") != SLANT_NONE || setup->host->word(setup, "the") != p.the)
		return slant_refuse(setup, "words are not what they should be");
	if (setup->host->word(setup, "'s") == SLANT_NONE)
		return slant_refuse(setup, "a clitic is a word too");
	*state = &p;
	return 0;
}

static void put_data(slant_sink *sink, const slant_token *t, const char *text)
{
	const slant_host *h = sink->host;
	h->data_int(sink, "length", t->end - t->start);
	h->data_bool(sink, "joined", t->flags & SLANT_JOINED);
	h->data_text(sink, "word", text + t->start, t->end - t->start);
	h->data_span(sink, "source", t->start, t->end, "pronoun");
	h->data_range(sink, "place", t->start, t->end);
	h->data_object(sink, "cue");
	h->data_int(sink, "strength", 3);
	h->data_array(sink, "chain");
	h->data_object(sink, NULL);
	h->data_span(sink, "source", t->start, t->end, NULL);
	h->data_end(sink);
	h->data_text(sink, NULL, "\"\\\n\t", 4);
	h->data_end(sink);
	h->data_end(sink);
	h->data_place(sink, "verb", t->start, t->end);
	h->data_text(sink, "lemma", "be", 2);
	h->data_end(sink);
	h->data_array(sink, "none");
	h->data_end(sink);
}

static int put_word(const struct prepared *p, const slant_document *document, slant_sink *sink, const slant_token *t)
{
	uint32_t rule = t->word == p->the ? p->late : 0;
	if (sink->host->finding(sink, rule, t->start, t->end) != 0)
		return -1;
	put_data(sink, t, document->text);
	sink->host->metric(sink, METRIC_OWN, NULL, 1, 2);
	sink->host->metric(sink, METRIC_OWN_MEAN, NULL, t->end - t->start, 1);
	sink->host->metric(sink, METRIC_OWN_KINDS, rule ? "late" : "early", 1, 0);
	return 0;
}

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	const struct prepared *p = state;
	for (uint32_t i = 0; i < document->token_count; i++) {
		const slant_token *t = &document->tokens[i];
		if (t->kind == SLANT_WORD && (t->flags & SLANT_CAPITAL) && t->end - t->start >= p->least &&
		    put_word(p, document, sink, t) != 0)
			return -1;
	}
	if (document->length > 0)
		sink->host->note(sink, 0, document->length, "%u tokens", document->token_count);
	return 0;
}

static const slant_rule rules[] = {{"early", "declared in the descriptor", 0, 0}, {NULL, NULL, 0, 0}};
static const slant_option options[] = {{"least", "shortest word in bytes", SLANT_OPTION_INT, 1, 1, 99, NULL}, {NULL, NULL, 0, 0, 0, 0, NULL}};
static const slant_metric metrics[] = {
	[METRIC_COUNT] = {"words", "x", SLANT_RATE, "findings", "*", NULL, NULL},
	[METRIC_SHARE] = {"late_share", "x", SLANT_SHARE, "findings", "late", "early,late", NULL},
	[METRIC_MEAN] = {"strength", "x", SLANT_MEAN, "points", "*", NULL, "cue.strength"},
	[METRIC_KINDS] = {"types", "x", SLANT_DISTRIBUTION, "findings", "*", NULL, "source.type"},
	[METRIC_LEMMAS] = {"lemmas", "x", SLANT_DISTRIBUTION, "findings", "*", NULL, "verb.lemma"},
	[METRIC_PAIRS] = {"pairs", "x", SLANT_DISTRIBUTION, "findings", "*", NULL, "rule+length"},
	[METRIC_OWN] = {"own_share", "x", SLANT_SHARE, "words", NULL, NULL, NULL},
	[METRIC_OWN_MEAN] = {"own_mean", "x", SLANT_MEAN, "bytes", NULL, NULL, NULL},
	[METRIC_OWN_KINDS] = {"own_kinds", "x", SLANT_DISTRIBUTION, "findings", NULL, NULL, NULL},
	{NULL, NULL, 0, NULL, NULL, NULL, NULL},
};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "everything",
	.version = "1",
	.summary = "capitalised words, for tests",
	.rules = rules,
	.options = options,
	.metrics = metrics,
	.open = open_it,
	.analyze = analyze,
};

SLANT_REGISTER(plugin)
