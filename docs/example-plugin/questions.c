/* SPDX-License-Identifier: MIT */
/* questions: who asks questions in an article.
 *
 * A question in the writer's own voice ("But who will pay?") steers the reader; one
 * in a quotation is somebody's. This analyzer only marks the questions: whose voice
 * each has, the host knows. It also looks at the first word, since a question that
 * begins with "who" or "why" asks for something else than one that can be answered
 * with yes or no. */
#include <slantwise/plugin.h>

#include <stdlib.h>

/* What open() prepares and analyze() reads. No globals: several processes may run. */
struct questions {
	uint32_t words[8]; /* ids of "who", "what" ... */
	uint32_t count;
	int64_t shortest;
};

enum { RULE_OPEN, RULE_YES_NO };

static int open_questions(slant_setup *setup, void **state)
{
	static const char *const openers[] = {"who", "what", "when", "where", "why", "how", "which", "whose"};
	struct questions *q = calloc(1, sizeof *q);
	if (q == NULL)
		return slant_refuse(setup, "out of memory");
	for (; q->count < 8; q->count++)
		q->words[q->count] = setup->host->word(setup, openers[q->count]);
	q->shortest = setup->host->option_int(setup, "shortest");
	*state = q;
	return 0;
}

static void close_questions(void *state)
{
	free(state);
}

static int is_opener(const struct questions *q, uint32_t word)
{
	for (uint32_t i = 0; i < q->count; i++)
		if (q->words[i] == word)
			return 1;
	return 0;
}

/* Where the question that ends with this mark begins: behind the one before, or where
 * the quotation opens in which it stands ("Who knows?" she asked). */
static uint32_t first_of(const slant_document *document, uint32_t from, uint32_t mark)
{
	uint32_t quotation = document->tokens[mark].quotation;
	if (quotation != SLANT_NONE && document->quotations[quotation].first_token > from)
		from = document->quotations[quotation].first_token;
	while (from < mark && document->tokens[from].kind == SLANT_MARK)
		from++;
	return from;
}

static int put_question(const struct questions *q, const slant_document *document, slant_sink *sink, uint32_t from,
			uint32_t mark)
{
	const slant_token *first = &document->tokens[from];
	uint32_t rule = is_opener(q, first->word) ? RULE_OPEN : RULE_YES_NO;
	if (mark - from < q->shortest)
		return 0;
	if (sink->host->finding(sink, rule, first->start, document->tokens[mark].end) != 0)
		return -1; /* refused: the host knows why */
	sink->host->data_span(sink, "first", first->start, first->end, NULL);
	sink->host->data_int(sink, "tokens", mark - from);
	return 0;
}

static int analyze(const void *state, const slant_document *document, slant_sink *sink)
{
	for (uint32_t i = 0; i < document->sentence_count; i++) {
		const slant_sentence *sentence = &document->sentences[i];
		uint32_t from = sentence->first_token;
		if (!document->paragraphs[sentence->paragraph].analyzed)
			continue;
		for (uint32_t t = from; t < sentence->end_token; t++) {
			if (document->tokens[t].word != SLANT_QUESTION)
				continue;
			if (put_question(state, document, sink, first_of(document, from, t), t) != 0)
				return -1;
			from = t + 1;
		}
	}
	return 0;
}

static const slant_rule rules[] = {
	[RULE_OPEN] = {"open", "a question that begins with who, what, when, where, why, how, which or whose", 0, 0},
	[RULE_YES_NO] = {"yes_no", "any other question", 0, 0},
	{NULL, NULL, 0, 0},
};

static const slant_option options[] = {
	{"shortest", "words and marks that a question must have", SLANT_OPTION_INT, 2, 1, 100, NULL},
	{NULL, NULL, 0, 0, 0, 0, NULL},
};

static const slant_metric metrics[] = {
	{"questions", "questions, per 1,000 words of each voice", SLANT_RATE, "findings", "*", NULL, NULL},
	{"open_share", "open questions among all questions", SLANT_SHARE, "findings", "open", "*", NULL},
	{NULL, NULL, 0, NULL, NULL, NULL, NULL},
};

static const slant_plugin plugin = {
	SLANT_PLUGIN_HEAD,
	.name = "questions",
	.version = "1.0.0",
	.summary = "who asks questions, and which",
	.rules = rules,
	.options = options,
	.metrics = metrics,
	.open = open_questions,
	.analyze = analyze,
	.close = close_questions,
};

SLANT_REGISTER(plugin)
