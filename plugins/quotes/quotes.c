/* SPDX-License-Identifier: MIT */
/* quotes: what a pair of quotation marks does.
 *
 * Marks are paired by the core. Whether they hold speech, a piece of it, a word held at
 * arm's length, a word as a word or the name of a work is settled here: first by what
 * the attribution analyzer found around them, then by the words before them (lexicon
 * "quotes"), then by the shape of what they hold. */
#include <slantwise/plugin.h>

#include <stdlib.h>
#include <string.h>

enum { DIRECT, PARTIAL, SCARE, TERM, TITLE };
static const slant_rule rules[] = {
	{"direct", "speech or writing quoted as a whole", 1, SLANT_VOICE_QUOTED},
	{"partial", "a piece of somebody's words inside a sentence of the writer", 1, SLANT_VOICE_QUOTED},
	{"scare", "a word held at a distance", 1, SLANT_VOICE_DISTANCED},
	{"term", "a word spoken of as a word, or what something is called", 1, SLANT_VOICE_DISTANCED},
	{"title", "name of a work or a thing", 0, 0},
	{NULL, NULL, 0, 0},
};

static const slant_metric metrics[] = {
	{"quotations", "speech between marks, whole or in pieces", SLANT_RATE, "findings", "direct,partial", NULL, NULL},
	{"kinds", "marks by what they do", SLANT_DISTRIBUTION, "findings", "*", NULL, "rule"},
	{NULL, NULL, 0, NULL, NULL, NULL, NULL},
};

struct quotes {
	uint8_t *rules; /* by entry: the rule it points to */
};

static void close_quotes(void *state)
{
	struct quotes *q = state;
	if (q != NULL)
		free(q->rules);
	free(q);
}

static int open_quotes(slant_setup *setup, void **state)
{
	const slant_entry *entries;
	struct quotes *q = calloc(1, sizeof *q);
	if (q == NULL)
		return slant_refuse(setup, "out of memory");
	uint32_t count = setup->host->entries(setup, &entries);
	q->rules = calloc(count + 1, 1);
	for (uint32_t i = 0; i < count; i++) {
		uint8_t rule = DIRECT;
		while (rules[rule].name != NULL && strcmp(rules[rule].name, entries[i].rule) != 0)
			rule++;
		if (rules[rule].name == NULL) {
			close_quotes(q);
			return slant_refuse(setup, "lexicon %s, entry %s: quotes has no rule '%s'", entries[i].lexicon,
					    entries[i].concept_id, entries[i].rule);
		}
		q->rules[i] = rule;
	}
	*state = q;
	return 0;
}

/* What is known about each quotation of an article. */
struct sight {
	const slant_document *d;
	slant_sink *sink;
	const struct quotes *q;
	const slant_finding **by; /* by quotation: the attribution around it, or NULL */
	uint8_t *told;            /* by quotation: reported already, as a part */
	uint8_t *cue;             /* by token: rule + 1 of a cue that ends right before it */
};

static int is_whole(const slant_finding *f)
{
	return strcmp(f->rule_name, "direct") == 0;
}

static int is_content(const slant_finding *f)
{
	return is_whole(f) || strcmp(f->rule_name, "mixed") == 0 || strcmp(f->rule_name, "indirect") == 0;
}

/* The shortest attribution around each quotation: findings come in text order. */
static void read_attributions(struct sight *s)
{
	uint32_t count, first = 0;
	const slant_finding *list = s->sink->host->findings(s->sink, "attribution", &count, NULL);
	for (uint32_t q = 0; q < s->d->quotation_count; q++) {
		const slant_quotation *x = &s->d->quotations[q];
		for (uint32_t i = first; i < count; i++) {
			const slant_finding *f = &list[i];
			if (!is_content(f) || f->start > x->start || f->end < x->end)
				continue;
			if (s->by[q] == NULL || f->end - f->start < s->by[q]->end - s->by[q]->start)
				s->by[q] = f;
		}
	}
}

static void read_cues(struct sight *s)
{
	const slant_hit *hits;
	uint32_t count = s->sink->host->hits(s->sink, &hits);
	for (uint32_t i = 0; i < count; i++)
		if (hits[i].end_token < s->d->token_count)
			s->cue[hits[i].end_token] = (uint8_t)(s->q->rules[hits[i].entry] + 1);
}

/* ---- shape ---- */

struct shape {
	uint32_t words, capitals, small;
	int begins_capital, ends_stop, ends_comma, opens_sentence, led_in; /* led in: a comma, colon or dash stands before */
};

static int is_stop(uint32_t word)
{
	return word == SLANT_PERIOD || word == SLANT_QUESTION || word == SLANT_EXCLAMATION || word == SLANT_ELLIPSIS ||
	       word == SLANT_DASH || word == SLANT_SEMICOLON;
}

static struct shape shape_of(const struct sight *s, const slant_quotation *q)
{
	struct shape h = {0};
	const slant_token *t = s->d->tokens;
	for (uint32_t i = q->first_token; i < q->end_token; i++) {
		if (t[i].kind == SLANT_MARK)
			continue;
		h.words++;
		if (t[i].flags & SLANT_CAPITAL)
			h.capitals++;
		else if (t[i].end - t[i].start > 3)
			h.small++; /* of more than three letters: titles have small "of", "the" */
	}
	if (q->first_token >= q->end_token)
		return h;
	uint32_t open = q->first_token - 1;
	h.begins_capital = (t[q->first_token].flags & SLANT_CAPITAL) != 0;
	h.ends_stop = is_stop(t[q->end_token - 1].word);
	h.ends_comma = t[q->end_token - 1].word == SLANT_COMMA;
	h.opens_sentence = s->d->sentences[t[open].sentence].first_token == open;
	h.led_in = open > 0 && (t[open - 1].word == SLANT_COMMA || t[open - 1].word == SLANT_COLON || t[open - 1].word == SLANT_DASH || t[open - 1].word == SLANT_SEMICOLON ||
				t[open - 1].word == SLANT_CLOSE_QUOTE);
	return h;
}

/* Marks around speech nobody is named for: a sentence of its own. */
static int looks_direct(const struct shape *h)
{
	if (h->opens_sentence)
		return h->ends_stop || h->ends_comma;
	if (h->led_in && h->ends_stop && (h->words > 4 || h->begins_capital))
		return 1;
	return h->begins_capital && h->ends_stop && h->words > 4 && h->small > 0;
}

static int rule_by_shape(const struct sight *s, const slant_quotation *q)
{
	struct shape h = shape_of(s, q);
	uint32_t open = q->first_token ? q->first_token - 1 : 0;
	if (s->cue[open] && h.words < 8)
		return s->cue[open] - 1;
	if (looks_direct(&h))
		return DIRECT;
	if (h.capitals > 1 && h.small == 0)
		return TITLE;
	return h.words > 4 ? PARTIAL : SCARE;
}

/* ---- telling ---- */

static void put_span(const struct sight *s, const slant_finding *from, const char *key)
{
	uint32_t start, end;
	if (from != NULL && s->sink->host->get_span(from, key, &start, &end))
		s->sink->host->data_span(s->sink, key, start, end, NULL);
}

static const char *reason_of(int rule, int attributed, int cued)
{
	if (attributed)
		return "attributed";
	if (cued)
		return "cue_before";
	return rule == DIRECT ? "sentence" : rule == TITLE ? "capitals" : "short";
}

/* The quotations of one interrupted speech: those inside the same direct attribution. */
static uint32_t last_part(const struct sight *s, uint32_t q)
{
	uint32_t last = q;
	for (uint32_t k = q + 1; s->by[q] && is_whole(s->by[q]) && k < s->d->quotation_count && s->d->quotations[k].start < s->by[q]->end; k++)
		if (s->by[k] == s->by[q] && s->d->quotations[k].parent == s->d->quotations[q].parent)
			last = k;
	return last;
}

static void put_parts(struct sight *s, uint32_t q, uint32_t last)
{
	const slant_host *h = s->sink->host;
	if (last == q)
		return;
	h->data_array(s->sink, "parts");
	for (uint32_t k = q; k <= last; k++)
		if (s->by[k] == s->by[q] && s->d->quotations[k].parent == s->d->quotations[q].parent) {
			h->data_range(s->sink, NULL, s->d->quotations[k].start, s->d->quotations[k].end);
			s->told[k] = 1;
		}
	h->data_end(s->sink);
}

static int put(struct sight *s, uint32_t q)
{
	const slant_host *h = s->sink->host;
	const slant_quotation *x = &s->d->quotations[q];
	const slant_finding *f = s->by[q];
	int nested = x->parent != SLANT_NONE;
	int attributed = f != NULL && !nested;
	int rule = attributed ? (is_whole(f) ? DIRECT : PARTIAL) : rule_by_shape(s, x);
	uint32_t last = attributed && rule == DIRECT ? last_part(s, q) : q;
	if (h->finding(s->sink, (uint32_t)rule, x->start, s->d->quotations[last].end) != 0)
		return -1;
	const char *reason = reason_of(rule, attributed, s->cue[x->first_token ? x->first_token - 1 : 0] != 0);
	h->data_text(s->sink, "reason", reason, strlen(reason));
	if (attributed) {
		put_span(s, f, "source");
		put_span(s, f, "cue");
	}
	put_parts(s, q, last);
	return 0;
}

static int analyze(const void *state, const slant_document *d, slant_sink *sink)
{
	struct sight s = {d, sink, state, NULL, NULL, NULL};
	s.by = sink->host->alloc(sink, (d->quotation_count + 1) * sizeof *s.by);
	s.told = sink->host->alloc(sink, d->quotation_count + 1);
	s.cue = sink->host->alloc(sink, d->token_count + 1);
	read_attributions(&s);
	read_cues(&s);
	for (uint32_t q = 0; q < d->quotation_count; q++)
		if (!s.told[q] && d->quotations[q].start < d->quotations[q].end && put(&s, q) != 0)
			return -1;
	return 0;
}

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "quotes",
	.version = "1.0.0",
	.summary = "what quotation marks do: speech, a piece of it, distance, a term, a title",
	.after = "attribution",
	.rules = rules,
	.metrics = metrics,
	.open = open_quotes,
	.analyze = analyze,
	.close = close_quotes,
};

SLANT_REGISTER(plugin)
