/* SPDX-License-Identifier: MIT */
/* agency: who does what to whom, and where the doer is left out.
 *
 * Reads clauses by word classes (lexicon "agency"), without a parser: a form of be or
 * get and a participle make a passive; verbs and nouns of harm are looked at with the
 * phrases around them. Categories after Moreno-Medina et al. 2025. */
#include "classes.h"

#include <stdlib.h>
#include <string.h>

enum { PASSIVE_AGENTLESS, PASSIVE_AGENT, PASSIVE_INSTRUMENT, NOMINALIZATION, DEATH_VERB, ACTIVE_HARM };
static const slant_rule rules[] = {
	{"passive_agentless", "passive without a doer in the clause: was arrested", 0, 0},
	{"passive_agent", "passive with its doer: was arrested by police", 0, 0},
	{"passive_instrument", "passive with a means in place of a doer: was killed by a bomb, in a strike", 0, 0},
	{"nominalization", "violence as a noun or a state: the bombardment, half-ruins", 0, 0},
	{"death_verb", "death told as happening to the one who dies: died, lost their lives", 0, 0},
	{"active_harm", "verb of harm in the active, with its doer: guards shot two men", 0, 0},
	{NULL, NULL, 0, 0},
};

static const slant_metric metrics[] = {
	{"passives", "passives of all kinds", SLANT_RATE, "findings", "passive_agentless,passive_agent,passive_instrument", NULL, NULL},
	{"agentless_share", "passives without a doer in the clause, of all passives", SLANT_SHARE, "findings", "passive_agentless",
	 "passive_agentless,passive_agent,passive_instrument", NULL},
	{"forms", "places by form", SLANT_DISTRIBUTION, "findings", "*", NULL, "rule"},
	{NULL, NULL, 0, NULL, NULL, NULL, NULL},
};

/* How far to look from the auxiliary: "has not yet been formally and publicly charged". */
#define MAX_ADVERBS 4

static void close_agency(void *state)
{
	struct agency *a = state;
	if (a != NULL)
		free(a->classes);
	free(a);
}

static int open_agency(slant_setup *setup, void **state)
{
	struct agency *a = calloc(1, sizeof *a);
	if (a == NULL)
		return slant_refuse(setup, "out of memory");
	uint32_t count = setup->host->entries(setup, &a->entries);
	a->classes = calloc(count ? count : 1, sizeof *a->classes);
	for (uint32_t i = 0; a->classes != NULL && i < count; i++) {
		a->classes[i] = class_from_name(a->entries[i].rule);
		if (a->classes[i] == 0) {
			slant_refuse(setup, "lexicon %s, entry %s: agency has no word class '%s'", a->entries[i].lexicon,
				     a->entries[i].concept_id, a->entries[i].rule);
			close_agency(a);
			return -1;
		}
	}
	*state = a;
	return 0;
}

static void put_phrase(const struct clauses *c, const char *key, uint32_t first, uint32_t end)
{
	c->sink->host->data_span(c->sink, key, c->d->tokens[first].start, c->d->tokens[end - 1].end, NULL);
}

static int has_instrument(const struct clauses *c, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
		if (has_class(c, i, CLASS_INSTRUMENT))
			return 1;
	return 0;
}

/* "killed in a strike": the means stands behind "in" or "with". */
static int instrument_after(const struct clauses *c, uint32_t participle, uint32_t *first, uint32_t *end)
{
	uint32_t at = participle + 1;
	if (at >= c->d->token_count || c->d->tokens[at].sentence != c->d->tokens[participle].sentence || !phrase_after(c, at, first, end))
		return 0;
	return has_instrument(c, *first, *end);
}

static int put_passive(const struct clauses *c, uint32_t auxiliary, uint32_t participle)
{
	uint32_t first, end, means, means_end, subject, subject_end;
	int agent = agent_after(c, participle, &first, &end);
	int by_means = agent && has_instrument(c, first, end < first + 4 ? end : first + 4);
	int in_means = !agent && has_class(c, participle, CLASS_HARM) && instrument_after(c, participle, &means, &means_end);
	uint32_t rule = by_means || in_means ? PASSIVE_INSTRUMENT : agent ? PASSIVE_AGENT : PASSIVE_AGENTLESS;
	if (c->sink->host->finding(c->sink, rule, c->d->tokens[auxiliary].start, c->d->tokens[participle].end) != 0)
		return -1;
	if (agent)
		put_phrase(c, "agent", first, end);
	if (in_means)
		put_phrase(c, "instrument", means, means_end);
	if (subject_before(c, auxiliary, &subject, &subject_end))
		put_phrase(c, "patient", subject, subject_end);
	if (has_class(c, participle, CLASS_HARM))
		c->sink->host->data_bool(c->sink, "harm", 1);
	return 0;
}

/* The participle of the group that begins with this auxiliary, or SLANT_NONE. */
static uint32_t participle_after(const struct clauses *c, uint32_t auxiliary)
{
	const slant_sentence *s = &c->d->sentences[c->d->tokens[auxiliary].sentence];
	uint32_t at = auxiliary + 1, end;
	for (int n = 0; at < s->end_token && n < MAX_ADVERBS && is_adverb(c, at) && !is_participle(c, at); n++)
		at++;
	if (at < s->end_token && c->d->tokens[at].word == SLANT_OPEN_QUOTE) /* been "lost" */
		at++;
	for (end = at; end + 1 < s->end_token && (c->d->tokens[end + 1].flags & SLANT_JOINED); end++)
		; /* custom-designed, re-routed: the last part decides */
	if (at >= s->end_token || !is_participle(c, end))
		return SLANT_NONE;
	return end;
}

/* "was concerned about" is a state, "was divided by the river" something done. */
static int is_state(const struct clauses *c, uint32_t participle)
{
	uint32_t first, end;
	return has_class(c, participle, CLASS_STATE) && !agent_after(c, participle, &first, &end);
}

/* "Is he wanted?", "where was the child born": one phrase between auxiliary and participle. */
static uint32_t participle_of_question(const struct clauses *c, uint32_t auxiliary)
{
	const slant_sentence *s = &c->d->sentences[c->d->tokens[auxiliary].sentence];
	uint32_t at = auxiliary + 1;
	int asks = 0;
	for (uint32_t i = s->end_token; i > s->first_token && i + 3 > s->end_token; i--)
		asks |= c->d->tokens[i - 1].word == SLANT_QUESTION;
	int opens = auxiliary == s->first_token || (auxiliary - s->first_token <= 2 && has_class(c, s->first_token, CLASS_BOUNDARY));
	if (!asks || !opens || !has_class(c, auxiliary, CLASS_BE))
		return SLANT_NONE;
	for (; at < s->end_token && at - auxiliary < 6 && !is_clause_mark(c->d->tokens[at].word); at++)
		if (at > auxiliary + 1 && is_participle(c, at) && !has_class(c, at, CLASS_STATE))
			return at;
	return SLANT_NONE;
}

static int is_analyzed(const struct clauses *c, uint32_t token)
{
	return c->d->paragraphs[c->d->sentences[c->d->tokens[token].sentence].paragraph].analyzed;
}

static int is_capital_or_possessive(const struct clauses *c, uint32_t token)
{
	const slant_token *t = &c->d->tokens[token];
	return (t->flags & SLANT_CLITIC) || (t->flags & SLANT_CAPITAL);
}

/* "Israeli strikes", "the army's siege": a name or a possessive right before the noun says whose it is. */
static int doer_before_noun(const struct clauses *c, uint32_t noun, uint32_t *first, uint32_t *end)
{
	const slant_sentence *s = &c->d->sentences[c->d->tokens[noun].sentence];
	uint32_t at = noun;
	while (at > s->first_token && noun - at < 3 && !is_capital_or_possessive(c, at - 1) && !bounds_phrase(c, at - 1))
		at--;
	if (at == s->first_token || !is_capital_or_possessive(c, at - 1) || at - 1 == s->first_token)
		return 0;
	*end = at;
	if (c->d->tokens[*end - 1].flags & SLANT_CLITIC)
		at--;
	*first = at - (at > s->first_token);
	while (*first > s->first_token && (c->d->tokens[*first - 1].flags & SLANT_CAPITAL) && *first - 1 > s->first_token)
		(*first)--;
	return *first < *end;
}

static int put_harm_noun(const struct clauses *c, const slant_hit *hit)
{
	uint32_t first, end;
	int doer = doer_before_noun(c, hit->first_token, &first, &end);
	if (!doer && hit->end_token < c->d->token_count && has_class(c, hit->end_token, CLASS_BY) &&
	    c->d->tokens[hit->end_token].sentence == c->d->tokens[hit->first_token].sentence)
		doer = phrase_after(c, hit->end_token + 1, &first, &end);
	if (c->sink->host->finding(c->sink, NOMINALIZATION, hit->start, hit->end) != 0)
		return -1;
	if (doer)
		put_phrase(c, "agent", first, end);
	return 0;
}

static int put_death(const struct clauses *c, const slant_hit *hit)
{
	uint32_t first, end;
	if (c->sink->host->finding(c->sink, DEATH_VERB, hit->start, hit->end) != 0)
		return -1;
	if (subject_before(c, hit->first_token, &first, &end))
		put_phrase(c, "patient", first, end);
	return 0;
}

/* Is the verb a finite active one? A participle behind be or get is a passive, one right
 * behind a noun without an object ("people killed in") a reduced passive. */
static int put_harm_verb(const struct clauses *c, const slant_hit *hit, const uint8_t *in_passive)
{
	uint32_t subject, subject_end, object, object_end;
	uint32_t before = hit->first_token ? hit->first_token - 1 : 0;
	if (in_passive[hit->first_token] || hit->form == SLANT_FORM_PARTICIPLE)
		return 0;
	if (has_class(c, before, CLASS_DETERMINER) || (c->d->tokens[before].flags & SLANT_CLITIC)) /* "the wounded dog" */
		return 0;
	int past = hit->form == SLANT_FORM_PAST_OR_PARTICIPLE || hit->form == SLANT_FORM_PAST;
	int has_object = phrase_after(c, hit->end_token, &object, &object_end);
	int has_subject = subject_before(c, hit->first_token, &subject, &subject_end);
	int infinitive = hit->form == SLANT_FORM_BASE && has_class(c, before, CLASS_AUXILIARY);
	int finite = past || hit->form == SLANT_FORM_PRESENT_3 || infinitive;
	if (!finite || !has_object || !(has_subject || infinitive))
		return 0;
	if (c->sink->host->finding(c->sink, ACTIVE_HARM, hit->start, hit->end) != 0)
		return -1;
	if (has_subject)
		put_phrase(c, "agent", subject, subject_end);
	put_phrase(c, "patient", object, object_end);
	return 0;
}

static int find_passives(const struct clauses *c, uint8_t *in_passive)
{
	for (uint32_t i = 0; i < c->d->token_count; i++) {
		if (!is_passive_auxiliary(c, i) || !is_analyzed(c, i))
			continue;
		uint32_t participle = participle_after(c, i);
		if (participle == SLANT_NONE)
			participle = participle_of_question(c, i);
		if (participle == SLANT_NONE || is_state(c, participle))
			continue;
		if (put_passive(c, i, participle) != 0)
			return -1;
		memset(in_passive + i, 1, participle + 1 - i);
	}
	return 0;
}

static int put_hit(const struct agency *a, const struct clauses *c, const slant_hit *hit, const uint8_t *in_passive)
{
	uint32_t class = a->classes[hit->entry];
	if (class & CLASS_DEATH)
		return put_death(c, hit);
	if (class & (CLASS_HARM_NOUN | CLASS_HARM_STATE))
		return put_harm_noun(c, hit);
	return class & CLASS_HARM ? put_harm_verb(c, hit, in_passive) : 0;
}

static int analyze(const void *state, const slant_document *d, slant_sink *sink)
{
	const struct agency *a = state;
	const slant_hit *hits;
	uint32_t count = sink->host->hits(sink, &hits), taken = 0;
	struct clauses c = {d, sink, sink->host->alloc(sink, (d->token_count + 1) * sizeof *c.classes)};
	uint8_t *in_passive = sink->host->alloc(sink, d->token_count + 1);
	for (uint32_t i = 0; i < count; i++)
		for (uint32_t t = hits[i].first_token; t < hits[i].end_token; t++)
			c.classes[t] |= a->classes[hits[i].entry];
	if (find_passives(&c, in_passive) != 0)
		return -1;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t class = a->classes[hits[i].entry];
		if (!(class & (CLASS_DEATH | CLASS_HARM | CLASS_HARM_NOUN | CLASS_HARM_STATE)) || hits[i].start < taken)
			continue;
		if ((class & CLASS_HARM_NOUN) && in_passive[hits[i].first_token])
			continue;
		if (put_hit(a, &c, &hits[i], in_passive) != 0)
			return -1;
		taken = hits[i].end;
	}
	return 0;
}

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "agency",
	.version = "1.0.0",
	.summary = "who acts and who merely suffers: passives, death and harm verbs, violence as a noun",
	.rules = rules,
	.metrics = metrics,
	.open = open_agency,
	.analyze = analyze,
	.close = close_agency,
};

SLANT_REGISTER(plugin)
