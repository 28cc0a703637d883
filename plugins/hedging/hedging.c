/* SPDX-License-Identifier: MIT */
/* hedging: how sure the text sounds.
 *
 * Cues and the contexts in which they are something else are in the lexicon
 * "hedging". What a list of words cannot say is settled here, by the condition that an
 * entry names in its attribute `when`. */
#include <slantwise/plugin.h>

#include <stdlib.h>
#include <string.h>

#define HEDGES "modal,probability,appearance,approximation,weasel,uncertainty"
#define BOOSTERS "certainty,intensifier,superlative,impersonal"

enum { RULE_FIRST_BOOSTER = 6, RULE_COUNT = 10 };
static const slant_rule rules[] = {
	{"modal", "possibility by a modal verb: may, might, could", 0, 0},
	{"probability", "degree of chance: likely, possible, perhaps", 0, 0},
	{"appearance", "evidence that points without proving: seem, appear, suggest", 0, 0},
	{"approximation", "inexact figure or degree: about 40, almost, somewhat", 0, 0},
	{"weasel", "claim of nobody in particular: some say, widely believed, reportedly", 0, 0},
	{"uncertainty", "said to be open or unknown: whether, unclear, believed to", 0, 0},
	{"certainty", "doubt ruled out: clearly, undoubtedly, of course", 0, 0},
	{"intensifier", "force added: very, utterly, unprecedented", 0, 0},
	{"superlative", "top or bottom of a scale: the deadliest, most serious", 0, 0},
	{"impersonal", "certainty nobody is named for: it is clear that", 0, 0},
	{NULL, NULL, 0, 0},
};

enum { METRIC_MIXED = 3 };
static const slant_metric metrics[] = {
	{"hedges", "hedging cues of all kinds", SLANT_RATE, "findings", HEDGES, NULL, NULL},
	{"boosters", "boosting cues of all kinds", SLANT_RATE, "findings", BOOSTERS, NULL, NULL},
	{"kinds", "cues by kind", SLANT_DISTRIBUTION, "findings", "*", NULL, "rule"},
	{"mixed_sentences", "sentences that hold a hedge and a booster, of all sentences with a cue", SLANT_SHARE, "sentences", NULL, NULL, NULL},
	{NULL, NULL, 0, NULL, NULL, NULL, NULL},
};

enum condition { ALWAYS, NOT_NAME, SUPERLATIVE };

struct cue {
	uint32_t rule;
	enum condition when;
};

struct hedging {
	const slant_entry *entries;
	struct cue *cues;       /* one an entry */
	uint32_t determiners[16]; /* words before a superlative */
	uint32_t determiner_count;
};

static const char *attribute(const slant_entry *e, const char *name)
{
	for (uint32_t i = 0; i < e->attribute_count; i++)
		if (strcmp(e->attributes[i].name, name) == 0)
			return e->attributes[i].text;
	return NULL;
}

static int read_cue(slant_setup *setup, const slant_entry *e, struct cue *cue)
{
	const char *when = attribute(e, "when");
	cue->rule = 0;
	while (rules[cue->rule].name != NULL && strcmp(rules[cue->rule].name, e->rule) != 0)
		cue->rule++;
	if (rules[cue->rule].name == NULL)
		return slant_refuse(setup, "lexicon %s, entry %s: hedging has no rule '%s'", e->lexicon, e->concept_id, e->rule);
	cue->when = when == NULL                           ? ALWAYS
		    : strcmp(when, "not_name") == 0    ? NOT_NAME
		    : strcmp(when, "superlative") == 0 ? SUPERLATIVE
						       : (enum condition)-1;
	if ((int)cue->when == -1)
		return slant_refuse(setup, "lexicon %s, entry %s: hedging has no condition '%s'; known are not_name, superlative",
				    e->lexicon, e->concept_id, when);
	return 0;
}

static void close_hedging(void *state)
{
	struct hedging *h = state;
	if (h != NULL)
		free(h->cues);
	free(h);
}

static int open_hedging(slant_setup *setup, void **state)
{
	static const char *const determiners[] = {"the", "its", "his", "her", "their", "our", "my", "your", "this", "that", "'s"};
	struct hedging *h = calloc(1, sizeof *h);
	if (h == NULL)
		return slant_refuse(setup, "out of memory");
	uint32_t count = setup->host->entries(setup, &h->entries);
	h->cues = calloc(count ? count : 1, sizeof *h->cues);
	for (uint32_t i = 0; i < count; i++)
		if (read_cue(setup, &h->entries[i], &h->cues[i]) != 0) {
			close_hedging(h);
			return -1;
		}
	for (size_t i = 0; i < sizeof determiners / sizeof *determiners; i++)
		h->determiners[h->determiner_count++] = setup->host->word(setup, determiners[i]);
	*state = h;
	return 0;
}

static const slant_token *token_at(const slant_document *d, uint32_t i, uint32_t sentence)
{
	return i < d->token_count && d->tokens[i].sentence == sentence ? &d->tokens[i] : NULL;
}

/* "May 5", "in May", "Theresa May": a capital inside a sentence, or a number behind it. */
static int is_name(const slant_document *d, const slant_hit *hit)
{
	const slant_token *t = &d->tokens[hit->first_token];
	const slant_sentence *s = &d->sentences[t->sentence];
	const slant_token *next = token_at(d, hit->end_token, t->sentence);
	if (!(t->flags & SLANT_CAPITAL))
		return 0;
	if (next != NULL && next->kind == SLANT_NUMBER)
		return 1;
	return hit->first_token != s->first_token && (hit->first_token == 0 || d->tokens[hit->first_token - 1].word != SLANT_OPEN_QUOTE);
}

/* "the most serious", "its best": a determiner or a possessive stands before it. Long
 * terms ("of all time") need none. */
static int is_superlative(const struct hedging *h, const slant_document *d, const slant_hit *hit)
{
	if (hit->end_token - hit->first_token > 1 || hit->first_token == 0)
		return 1;
	uint32_t before = d->tokens[hit->first_token - 1].word;
	if (before == SLANT_WORD_NUMBER)
		return 1;
	for (uint32_t i = 0; i < h->determiner_count; i++)
		if (h->determiners[i] == before)
			return 1;
	return 0;
}

static int holds(const struct hedging *h, const slant_document *d, const slant_hit *hit)
{
	switch (h->cues[hit->entry].when) {
	case NOT_NAME: return !is_name(d, hit);
	case SUPERLATIVE: return is_superlative(h, d, hit);
	default: return 1;
	}
}

static int ends_clause(uint32_t word)
{
	return word == SLANT_COMMA || word == SLANT_PERIOD || word == SLANT_QUESTION || word == SLANT_EXCLAMATION ||
	       word == SLANT_COLON || word == SLANT_SEMICOLON || word == SLANT_DASH || word == SLANT_CLOSE_QUOTE ||
	       word == SLANT_CLOSE_BRACKET;
}

/* What the cue speaks of, as far as marks show it: from the cue to the end of its clause. */
static uint32_t clause_end(const slant_document *d, const slant_hit *hit)
{
	uint32_t sentence = d->tokens[hit->first_token].sentence, end = hit->end;
	for (uint32_t i = hit->end_token; i < d->sentences[sentence].end_token && !ends_clause(d->tokens[i].word); i++)
		end = d->tokens[i].end;
	return end;
}

static int put(const struct hedging *h, const slant_document *d, slant_sink *sink, const slant_hit *hit)
{
	const struct cue *cue = &h->cues[hit->entry];
	int hedge = cue->rule < RULE_FIRST_BOOSTER;
	uint32_t end = clause_end(d, hit);
	if (sink->host->finding(sink, cue->rule, hit->start, hit->end) != 0)
		return -1;
	sink->host->data_text(sink, "polarity", hedge ? "hedge" : "boost", 5);
	sink->host->data_text(sink, "cue", h->entries[hit->entry].concept_id, strlen(h->entries[hit->entry].concept_id));
	if (end > hit->end)
		sink->host->data_range(sink, "covers", hit->start, end);
	return 0;
}

/* Sentences with cues of both polarities, of those with any. */
struct tally {
	uint32_t sentence;
	int hedge, boost;
	int64_t mixed, marked;
};

static void end_sentence(struct tally *t)
{
	t->mixed += t->hedge && t->boost;
	t->marked += t->hedge || t->boost;
	t->hedge = t->boost = 0;
}

static int analyze(const void *state, const slant_document *d, slant_sink *sink)
{
	const struct hedging *h = state;
	const slant_hit *hits;
	uint32_t count = sink->host->hits(sink, &hits), taken = 0;
	struct tally tally = {.sentence = SLANT_NONE};
	for (uint32_t i = 0; i < count; i++) {
		if (hits[i].start < taken || !holds(h, d, &hits[i]))
			continue;
		taken = hits[i].end;
		if (put(h, d, sink, &hits[i]) != 0)
			return -1;
		uint32_t sentence = d->tokens[hits[i].first_token].sentence;
		if (sentence != tally.sentence)
			end_sentence(&tally);
		tally.sentence = sentence;
		if (h->cues[hits[i].entry].rule < RULE_FIRST_BOOSTER)
			tally.hedge = 1;
		else
			tally.boost = 1;
	}
	end_sentence(&tally);
	sink->host->metric(sink, METRIC_MIXED, NULL, tally.mixed, tally.marked);
	return 0;
}

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "hedging",
	.version = "1.0.0",
	.summary = "hedges and boosters: how sure the text sounds",
	.languages = NULL,
	.rules = rules,
	.metrics = metrics,
	.open = open_hedging,
	.analyze = analyze,
	.close = close_hedging,
};

SLANT_REGISTER(plugin)
