/* SPDX-License-Identifier: MIT */
/* subjectivity: words that evaluate, move or picture where a plainer word would do.
 *
 * Word families, their weights and the contexts in which a word is something else are
 * in the lexicons "subjectivity_*". What depends on the neighbourhood is settled here:
 * names, negation, intensifiers, and words so weak that they count only in company. */
#include <slantwise/plugin.h>

#include <stdlib.h>
#include <string.h>

static const slant_rule rules[] = {
	{"evaluative", "praise or blame: heroic, absurd, disastrous", 0, 0},
	{"emotive", "feeling named or stirred: outrage, slam, horrific", 0, 0},
	{"metaphor", "one thing told as another: firestorm, flood of people, war on", 0, 0},
	{"pejorative", "a name that runs down its bearer: crony, goon, mouthpiece", 0, 0},
	{"euphemism", "a softer name: collateral damage, put to sleep", 0, 0},
	{NULL, NULL, 0, 0},
};

static const slant_metric metrics[] = {
	{"marks", "evaluative, emotive, metaphoric, pejorative and euphemistic words", SLANT_RATE, "findings", "*", NULL, NULL},
	{"kinds", "marks by kind", SLANT_DISTRIBUTION, "findings", "*", NULL, "rule"},
	{"weight", "mean weight of the marks", SLANT_MEAN, "findings", "*", NULL, "weight"},
	{NULL, NULL, 0, NULL, NULL, NULL, NULL},
};

enum { MAX_WEIGHT = 3 };
enum condition { ALWAYS, COMPANY, ANY_CASE };

struct cue {
	uint32_t rule;
	enum condition when;
};

/* What a neighbour does to a mark; one byte a word. */
enum neighbour { PLAIN, NEGATION, INTENSIFIER, FILLER };

struct subjectivity {
	const slant_entry *entries;
	struct cue *cues;    /* one an entry */
	uint8_t *neighbours; /* by word id */
	uint32_t word_limit;
};

/* A hit that is neither a name nor taken, with the weight its neighbours leave it. */
struct mark {
	const slant_hit *hit;
	int weight;
};

struct place {
	uint32_t start, end;
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
		return slant_refuse(setup, "lexicon %s, entry %s: subjectivity has no rule '%s'", e->lexicon, e->concept_id, e->rule);
	if (when == NULL)
		cue->when = ALWAYS;
	else if (strcmp(when, "company") == 0)
		cue->when = COMPANY;
	else if (strcmp(when, "any_case") == 0)
		cue->when = ANY_CASE;
	else
		return slant_refuse(setup, "lexicon %s, entry %s: subjectivity has no condition '%s'; known are company, any_case",
				    e->lexicon, e->concept_id, when);
	return 0;
}

static void close_subjectivity(void *state)
{
	struct subjectivity *s = state;
	if (s != NULL) {
		free(s->cues);
		free(s->neighbours);
	}
	free(s);
}

static const struct {
	enum neighbour kind;
	const char *word;
} neighbour_words[] = {
	{NEGATION, "not"}, {NEGATION, "never"}, {NEGATION, "no"}, {NEGATION, "nor"}, {NEGATION, "neither"},
	{NEGATION, "hardly"}, {NEGATION, "without"}, {NEGATION, "isn't"}, {NEGATION, "wasn't"}, {NEGATION, "aren't"},
	{NEGATION, "weren't"}, {NEGATION, "don't"}, {NEGATION, "doesn't"}, {NEGATION, "didn't"}, {NEGATION, "won't"},
	{INTENSIFIER, "very"}, {INTENSIFIER, "so"}, {INTENSIFIER, "too"}, {INTENSIFIER, "deeply"}, {INTENSIFIER, "utterly"},
	{INTENSIFIER, "utter"}, {INTENSIFIER, "totally"}, {INTENSIFIER, "completely"}, {INTENSIFIER, "truly"},
	{INTENSIFIER, "absolutely"}, {INTENSIFIER, "extremely"}, {INTENSIFIER, "incredibly"}, {INTENSIFIER, "highly"},
	{INTENSIFIER, "wildly"}, {INTENSIFIER, "grossly"}, {INTENSIFIER, "sheer"}, {INTENSIFIER, "simply"},
	{INTENSIFIER, "downright"}, {INTENSIFIER, "profoundly"}, {INTENSIFIER, "hugely"}, {INTENSIFIER, "increasingly"},
	{FILLER, "a"}, {FILLER, "an"}, {FILLER, "any"}, {FILLER, "be"}, {FILLER, "been"}, {FILLER, "the"},
};

static int open_neighbours(slant_setup *setup, struct subjectivity *s)
{
	enum { COUNT = sizeof neighbour_words / sizeof *neighbour_words };
	uint32_t ids[COUNT];
	for (size_t i = 0; i < COUNT; i++)
		ids[i] = setup->host->word(setup, neighbour_words[i].word);
	s->word_limit = setup->host->word_limit(setup);
	s->neighbours = calloc(s->word_limit ? s->word_limit : 1, 1);
	if (s->neighbours == NULL)
		return slant_refuse(setup, "out of memory");
	for (size_t i = 0; i < COUNT; i++)
		if (ids[i] < s->word_limit)
			s->neighbours[ids[i]] = (uint8_t)neighbour_words[i].kind;
	return 0;
}

static int open_subjectivity(slant_setup *setup, void **state)
{
	struct subjectivity *s = calloc(1, sizeof *s);
	if (s == NULL)
		return slant_refuse(setup, "out of memory");
	*state = s;
	uint32_t count = setup->host->entries(setup, &s->entries);
	s->cues = calloc(count ? count : 1, sizeof *s->cues);
	int bad = s->cues == NULL ? slant_refuse(setup, "out of memory") : 0;
	for (uint32_t i = 0; i < count && !bad; i++)
		bad = read_cue(setup, &s->entries[i], &s->cues[i]);
	if (!bad)
		bad = open_neighbours(setup, s);
	if (bad) {
		close_subjectivity(s);
		*state = NULL;
	}
	return bad;
}

/* Titles and headlines give every word a capital; capitals say nothing there. */
static int is_title_case(const slant_document *d, uint32_t sentence)
{
	const slant_sentence *s = &d->sentences[sentence];
	uint32_t words = 0, capitals = 0;
	if (d->paragraphs[s->paragraph].role == SLANT_ROLE_HEADLINE)
		return 1;
	for (uint32_t i = s->first_token; i < s->end_token; i++) {
		words += d->tokens[i].kind == SLANT_WORD;
		capitals += d->tokens[i].kind == SLANT_WORD && (d->tokens[i].flags & SLANT_CAPITAL);
	}
	return 3 * capitals >= 2 * words;
}

/* A capital inside a sentence: "the Radical Party". */
static int is_name(const slant_document *d, const slant_hit *hit)
{
	const slant_token *t = &d->tokens[hit->first_token];
	if (!(t->flags & SLANT_CAPITAL) || hit->first_token == d->sentences[t->sentence].first_token)
		return 0;
	uint32_t before = d->tokens[hit->first_token - 1].word;
	if (before == SLANT_OPEN_QUOTE || before == SLANT_STRAY_QUOTE || before == SLANT_COLON || before == SLANT_OPEN_BRACKET)
		return 0;
	return !is_title_case(d, t->sentence);
}

static enum neighbour neighbour(const struct subjectivity *s, const slant_document *d, uint32_t sentence, uint32_t token)
{
	const slant_token *t = &d->tokens[token];
	return t->sentence == sentence && t->word < s->word_limit ? (enum neighbour)s->neighbours[t->word] : PLAIN;
}

/* The words before it, back over articles and intensifiers: "not a very brutal". An
 * intensifier adds one, a negation takes one. */
static int moved_weight(const struct subjectivity *s, const slant_document *d, const slant_hit *hit)
{
	uint32_t sentence = d->tokens[hit->first_token].sentence;
	int weight = s->entries[hit->entry].weight, more = 0;
	for (uint32_t i = hit->first_token, steps = 0; i > 0 && steps < 3; steps++) {
		enum neighbour kind = neighbour(s, d, sentence, --i);
		if (kind == NEGATION)
			return weight - 1;
		if (kind == PLAIN)
			break;
		more |= kind == INTENSIFIER && i + 1 == hit->first_token;
	}
	return weight + more > MAX_WEIGHT ? MAX_WEIGHT : weight + more;
}

/* Places that loaded_terms holds with weight; their sentences are marked. */
static uint32_t taken_places(const slant_document *d, slant_sink *sink, struct place **places, uint8_t *marked)
{
	uint32_t count, kept = 0, sentence = 0;
	const slant_finding *found = sink->host->findings(sink, "loaded_terms", &count, NULL);
	*places = count ? sink->host->alloc(sink, count * sizeof **places) : NULL;
	if (*places == NULL)
		return 0;
	for (uint32_t i = 0; i < count; i++) {
		if (sink->host->get_int(&found[i], "weight", 0) <= 0)
			continue;
		(*places)[kept++] = (struct place){found[i].start, found[i].end};
		if (sentence < d->sentence_count && found[i].start < d->sentences[sentence].start)
			sentence = 0;
		while (sentence < d->sentence_count && d->sentences[sentence].end <= found[i].start)
			sentence++;
		if (sentence < d->sentence_count)
			marked[sentence] = 1;
	}
	return kept;
}

static int is_taken(const struct place *places, uint32_t count, const slant_hit *hit)
{
	for (uint32_t i = 0; i < count && places[i].start < hit->end; i++)
		if (places[i].end > hit->start)
			return 1;
	return 0;
}

static int put(const struct subjectivity *s, slant_sink *sink, const struct mark *mark)
{
	const slant_entry *e = &s->entries[mark->hit->entry];
	if (sink->host->finding(sink, s->cues[mark->hit->entry].rule, mark->hit->start, mark->hit->end) != 0)
		return -1;
	sink->host->data_int(sink, "weight", mark->weight);
	sink->host->data_text(sink, "family", e->concept_id, strlen(e->concept_id));
	return 0;
}

/* Hits that count, in order; the sentence of each that needs no company is marked. */
static uint32_t weigh(const struct subjectivity *s, const slant_document *d, slant_sink *sink, struct mark *marks, uint8_t *marked)
{
	const slant_hit *hits;
	struct place *places;
	uint32_t count = sink->host->hits(sink, &hits), kept = 0, taken = 0;
	uint32_t place_count = taken_places(d, sink, &places, marked), first_place = 0;
	for (uint32_t i = 0; i < count; i++) {
		enum condition when = s->cues[hits[i].entry].when;
		int weight = moved_weight(s, d, &hits[i]);
		while (first_place < place_count && places[first_place].end <= hits[i].start)
			first_place++;
		if (hits[i].start < taken || weight <= 0 ||
		    (place_count > 0 && is_taken(places + first_place, place_count - first_place, &hits[i])) ||
		    (when != ANY_CASE && is_name(d, &hits[i])))
			continue;
		taken = hits[i].end;
		marks[kept++] = (struct mark){&hits[i], weight};
		if (when != COMPANY || weight > s->entries[hits[i].entry].weight)
			marked[d->tokens[hits[i].first_token].sentence] = 1;
	}
	return kept;
}

static int analyze(const void *state, const slant_document *d, slant_sink *sink)
{
	const struct subjectivity *s = state;
	const slant_hit *hits;
	uint32_t count = sink->host->hits(sink, &hits);
	if (count == 0)
		return 0;
	struct mark *marks = sink->host->alloc(sink, count * sizeof *marks);
	uint8_t *marked = sink->host->alloc(sink, d->sentence_count + 1);
	if (marks == NULL || marked == NULL)
		return slant_fail(sink, "out of memory");
	uint32_t kept = weigh(s, d, sink, marks, marked);
	for (uint32_t i = 0; i < kept; i++)
		if (marked[d->tokens[marks[i].hit->first_token].sentence] && put(s, sink, &marks[i]) != 0)
			return -1;
	return 0;
}

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "subjectivity",
	.version = "1.0.0",
	.summary = "words that evaluate, move or picture, by kind and weight",
	.languages = NULL,
	.after = "loaded_terms",
	.rules = rules,
	.metrics = metrics,
	.open = open_subjectivity,
	.analyze = analyze,
	.close = close_subjectivity,
};

SLANT_REGISTER(plugin)
