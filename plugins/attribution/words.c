/* SPDX-License-Identifier: MIT */
/* Closed classes of English: words that show where a phrase begins and ends. Open
 * classes (verbs, offices, institutions) are in the lexicon. */
#include "attribution.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	uint32_t bits;
	const char *words;
} classes[] = {
	{W_BE, "is are was were be been being am 're 'm isn't aren't wasn't weren't ain't"},
	{W_HAVE, "has have had having 've hasn't haven't hadn't"},
	{W_DO, "do does did don't doesn't didn't"},
	{W_MODAL, "will would shall should may might must can could cannot 'll 'd won't wouldn't shouldn't couldn't can't mustn't"},
	{W_NOT, "not never isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't couldn't "
		"can't cannot"},
	{W_TO, "to"},
	{W_ADVERB, "also later then now even still just once again often always already soon instead rather long so far too further "
		   "twice sometimes yesterday today tomorrow all both only first ever yet elsewhere meanwhile however earlier "
		   "afterward afterwards thus therefore perhaps maybe indeed separately"},
	{W_DETERMINER, "the a an this that these those his her its their my our your some any each every no another such several "
		       "many few most more much both all other"},
	{W_POSSESSIVE, "his her its their my our your whose"},
	{W_PREPOSITION, "of in on at by for with from about into over after before during under against between among through "
			"without within toward towards upon despite since until near amid across behind beyond via per than as like "
			"off out up onto inside outside alongside following including regarding concerning unlike besides except"},
	{W_OF, "of for from with"},
	{W_BY, "by"},
	{W_AS, "as"},
	{W_RELATIVE, "who which that whom"},
	{W_AND, "and or but nor"},
	{W_CONJUNCTION, "because although though if when whereas unless while so where until since whether yet lest once"},
	{W_THAT, "that"},
	{W_WH, "whether if how why what who when where which whom whose"},
	{W_SUBJECT, "he she they we i it you"},
	{W_OBJECT, "him her them us me it you himself herself themselves itself ourselves myself"},
	{W_PLURAL, "they we i you these those many some most few several both all who people others which that"},
	{W_TIME, "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight afternoon morning "
		 "evening night week month year january february march april june july august september october november "
		 "december last next recently earlier later"},
};

static void add_words(slant_setup *setup, const char *list, uint32_t bits, uint32_t **table, uint32_t *size)
{
	char word[32];
	for (const char *w = list; *w != '\0'; w += strspn(w, " ")) {
		size_t n = strcspn(w, " ");
		memcpy(word, w, n);
		word[n] = '\0';
		w += n;
		uint32_t id = setup->host->word(setup, word);
		if (id == SLANT_NONE || *table == NULL)
			continue;
		if (id >= *size) {
			uint32_t more = id + 256;
			uint32_t *bigger = realloc(*table, more * sizeof *bigger);
			if (bigger != NULL)
				memset(bigger + *size, 0, (more - *size) * sizeof *bigger);
			else
				free(*table);
			*table = bigger;
			*size = more;
		}
		if (*table != NULL)
			(*table)[id] |= bits;
	}
}

uint32_t *words_load(slant_setup *setup, uint32_t *limit)
{
	uint32_t size = setup->host->word_limit(setup) + 512;
	uint32_t *table = calloc(size, sizeof *table);
	for (size_t i = 0; table != NULL && i < sizeof classes / sizeof *classes; i++)
		add_words(setup, classes[i].words, classes[i].bits, &table, &size);
	*limit = size;
	return table;
}

int words_end(const struct reader *r, uint32_t token, const char *ending)
{
	const slant_token *t = &r->t[token];
	size_t n = strlen(ending);
	if (t->kind != SLANT_WORD || t->end - t->start < n + 2)
		return 0;
	return memcmp(r->d->text + t->end - n, ending, n) == 0;
}

int mark_stops(uint32_t m)
{
	return m == SLANT_PERIOD || m == SLANT_QUESTION || m == SLANT_EXCLAMATION || m == SLANT_SEMICOLON;
}

int mark_bounds(uint32_t m)
{
	return mark_stops(m) || m == SLANT_COMMA || m == SLANT_COLON || m == SLANT_DASH || m == SLANT_OPEN_QUOTE ||
	       m == SLANT_CLOSE_QUOTE || m == SLANT_STRAY_QUOTE || m == SLANT_OPEN_BRACKET || m == SLANT_CLOSE_BRACKET;
}
