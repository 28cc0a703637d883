/* SPDX-License-Identifier: MIT */
#include "classes.h"

#include <string.h>

uint32_t class_from_name(const char *name)
{
	static const struct {
		const char *name;
		uint32_t bits;
	} table[] = {
		{"be", CLASS_BE}, {"get", CLASS_GET}, {"adverb", CLASS_ADVERB}, {"auxiliary", CLASS_AUXILIARY},
		{"boundary", CLASS_BOUNDARY}, {"relative", CLASS_RELATIVE}, {"participle", CLASS_PARTICIPLE},
		{"no_participle", CLASS_NO_PARTICIPLE}, {"state", CLASS_STATE}, {"instrument", CLASS_INSTRUMENT},
		{"no_agent", CLASS_NO_AGENT}, {"by", CLASS_BY}, {"death_verb", CLASS_DEATH}, {"harm_verb", CLASS_HARM},
		{"harm_noun", CLASS_HARM_NOUN}, {"harm_state", CLASS_HARM_STATE}, {"pronoun", CLASS_PRONOUN},
		{"determiner", CLASS_DETERMINER},
	};
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (strcmp(name, table[i].name) == 0)
			return table[i].bits;
	return 0;
}

int has_class(const struct clauses *c, uint32_t token, uint32_t classes)
{
	return token < c->d->token_count && (c->classes[token] & classes) != 0;
}

/* The token's text ends with these bytes (lower case), and is longer than them by two. */
static int ends_with(const struct clauses *c, uint32_t token, const char *ending)
{
	const slant_token *t = &c->d->tokens[token];
	size_t n = strlen(ending);
	if (t->kind != SLANT_WORD || t->end - t->start < n + 2)
		return 0;
	for (size_t i = 0; i < n; i++)
		if ((c->d->text[t->end - n + i] | 0x20) != ending[i])
			return 0;
	return 1;
}

int is_participle(const struct clauses *c, uint32_t token)
{
	if (token >= c->d->token_count || has_class(c, token, CLASS_NO_PARTICIPLE))
		return 0;
	return has_class(c, token, CLASS_PARTICIPLE) || ends_with(c, token, "ed");
}

int is_adverb(const struct clauses *c, uint32_t token)
{
	return has_class(c, token, CLASS_ADVERB) || (token < c->d->token_count && ends_with(c, token, "ly"));
}

/* 's and 're show a verb behind a pronoun ("it's called"), a possessive behind a noun. */
static int is_contracted_be(const struct clauses *c, uint32_t token)
{
	const slant_token *t = &c->d->tokens[token];
	if (!(t->flags & SLANT_CLITIC) || token == 0 || !has_class(c, token - 1, CLASS_PRONOUN))
		return 0;
	char last = c->d->text[t->end - 1];
	return last == 's' || last == 'S' || last == 'm' || (last == 'e' && c->d->text[t->end - 2] == 'r');
}

int is_passive_auxiliary(const struct clauses *c, uint32_t token)
{
	return has_class(c, token, CLASS_BE | CLASS_GET) || is_contracted_be(c, token);
}

int is_clause_mark(uint32_t word)
{
	switch (word) {
	case SLANT_COMMA: case SLANT_PERIOD: case SLANT_QUESTION: case SLANT_EXCLAMATION: case SLANT_ELLIPSIS: case SLANT_COLON:
	case SLANT_SEMICOLON: case SLANT_DASH: case SLANT_OPEN_BRACKET: case SLANT_CLOSE_BRACKET: case SLANT_OPEN_QUOTE:
	case SLANT_CLOSE_QUOTE: case SLANT_STRAY_QUOTE:
		return 1;
	default:
		return 0;
	}
}

int bounds_phrase(const struct clauses *c, uint32_t token)
{
	return is_clause_mark(c->d->tokens[token].word) ||
	       has_class(c, token, CLASS_BOUNDARY | CLASS_AUXILIARY | CLASS_BE | CLASS_HARM | CLASS_DEATH | CLASS_RELATIVE);
}

int subject_before(const struct clauses *c, uint32_t token, uint32_t *first, uint32_t *end)
{
	const slant_sentence *s = &c->d->sentences[c->d->tokens[token].sentence];
	uint32_t at = token;
	while (at > s->first_token && (has_class(c, at - 1, CLASS_AUXILIARY | CLASS_BE) || is_adverb(c, at - 1)))
		at--;
	/* "the men who were shot": what the relative stands for; a comma may come between */
	if (at > s->first_token && has_class(c, at - 1, CLASS_RELATIVE)) {
		at--;
		if (at > s->first_token && c->d->tokens[at - 1].word == SLANT_COMMA)
			at--;
	}
	*end = at;
	while (at > s->first_token && !bounds_phrase(c, at - 1))
		at--;
	*first = at;
	return *first < *end;
}

int phrase_after(const struct clauses *c, uint32_t token, uint32_t *first, uint32_t *end)
{
	uint32_t stop = token < c->d->token_count ? c->d->sentences[c->d->tokens[token].sentence].end_token : token;
	*first = *end = token;
	while (*end < stop && *end - *first < 12 && !bounds_phrase(c, *end) && !has_class(c, *end, CLASS_BY))
		(*end)++;
	return *first < *end;
}

/* Digits say when or how many, not who. */
static int names_no_agent(const struct clauses *c, uint32_t token)
{
	const slant_token *t = &c->d->tokens[token];
	return t->kind == SLANT_NUMBER || has_class(c, token, CLASS_NO_AGENT) || ends_with(c, token, "ing");
}

int agent_after(const struct clauses *c, uint32_t participle, uint32_t *first, uint32_t *end)
{
	uint32_t stop = c->d->sentences[c->d->tokens[participle].sentence].end_token, at = participle + 1;
	while (at < stop && at - participle < 10 && !has_class(c, at, CLASS_BY)) {
		if (is_clause_mark(c->d->tokens[at].word) || has_class(c, at, CLASS_BOUNDARY | CLASS_AUXILIARY | CLASS_BE))
			return 0;
		at++;
	}
	if (at >= stop || !has_class(c, at, CLASS_BY) || at + 1 >= stop || names_no_agent(c, at + 1))
		return 0;
	*first = at + 1;
	/* the agent's own relative clauses belong to it; an opening quotation mark does not end it */
	for (at = *first; at < stop; at++)
		if (at > *first && is_clause_mark(c->d->tokens[at].word) && c->d->tokens[at].word != SLANT_OPEN_QUOTE)
			break;
	*end = at;
	return *first < *end;
}
