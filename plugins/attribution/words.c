/* SPDX-License-Identifier: MIT */
/* Closed classes of English: words that show where a phrase begins and ends. Open
 * classes (cues, offices, institutions) are in the lexicon. */
#include "attribution.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	uint64_t bits;
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
		   "afterward afterwards back here there thus therefore perhaps maybe indeed separately"},
	{W_DETERMINER, "the a an this that these those his her its their my our your some any each every no another such several "
		       "many few most more much both all other"},
	{W_POSSESSIVE, "his her its their my our your whose"},
	{W_PREPOSITION, "of in on at by for with from about into over after before during under against between among through "
			"without within toward towards upon despite since until near amid across behind beyond via per than as like "
			"off out up onto inside outside alongside following including regarding concerning unlike besides except"},
	{W_OF, "of for from with"},
	{W_BY, "by"},
	{W_IN, "in"},
	{W_AS, "as"},
	{W_SUCH, "such like including"},
	{W_RELATIVE, "who which that whom"},
	{W_AND, "and or but nor"},
	{W_CONJUNCTION, "because although though if when whereas unless while so where until since whether yet lest once"},
	{W_THAT, "that"},
	{W_WH, "whether if how why what who when where which whom whose"},
	{W_WHEN, "when where"},
	{W_SUBJECT, "he she they we i it you"},
	{W_HE, "he him his himself"},
	{W_SHE, "she her herself"},
	{W_THEY, "they them their"},
	{W_IT, "it its itself"},
	{W_I, "i we me us my our"},
	{W_ONE, "one someone somebody another"},
	{W_OBJECT, "him her them us me it you himself herself themselves itself ourselves myself"},
	{W_PLURAL, "they we i you these those many some most few several both all who people others which that"},
	{W_VERB, "went came made took gave got kept led fell won lost ran met held left became began brought built bought caught chose "
		 "drew drove ate fought flew grew heard hid hit hurt kept laid lay meant paid put rose sat sent shook shot sold "
		 "spent stood stole struck taught threw understood wore goes comes makes takes gives gets keeps leads falls wins "
		 "loses runs meets holds leaves becomes begins brings remains seems appears lies stands sits turns moves helps "
		 "works lives needs uses allows includes faces follows plays spoke broke drew cut set let slept swept woke"},
	{W_NO_ADVERB, "family rally ally reply supply assembly anomaly monopoly fly july italy early elderly daily weekly ugly"},
	{W_LABEL, "opinion analysis video live watch exclusive explainer update updated breaking review editorial commentary listen photos "
		  "photo note correction read more related q"},
	{W_TIME, "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight afternoon morning "
		 "evening night week month year january february march april june july august september october november "
		 "december last next recently earlier later"},
};

/* Room for one more word id; the table keeps what it holds. */
static int make_room(uint64_t **table, uint32_t *size, uint32_t id)
{
	if (id < *size)
		return 1;
	uint32_t more = id + 256;
	uint64_t *bigger = realloc(*table, more * sizeof *bigger);
	if (bigger == NULL)
		return 0;
	memset(bigger + *size, 0, (more - *size) * sizeof *bigger);
	*table = bigger;
	*size = more;
	return 1;
}

static int add_words(slant_setup *setup, const char *list, uint64_t bits, uint64_t **table, uint32_t *size)
{
	char word[32];
	for (const char *w = list; *w != '\0'; w += strspn(w, " ")) {
		size_t n = strcspn(w, " ");
		memcpy(word, w, n);
		word[n] = '\0';
		w += n;
		uint32_t id = setup->host->word(setup, word);
		if (id == SLANT_NONE)
			continue;
		if (!make_room(table, size, id))
			return 0;
		(*table)[id] |= bits;
	}
	return 1;
}

uint64_t *words_load(slant_setup *setup, uint32_t *limit)
{
	uint32_t size = setup->host->word_limit(setup) + 512;
	uint64_t *table = calloc(size, sizeof *table);
	for (size_t i = 0; table != NULL && i < sizeof classes / sizeof *classes; i++)
		if (!add_words(setup, classes[i].words, classes[i].bits, &table, &size)) {
			free(table);
			return NULL;
		}
	*limit = size;
	return table;
}

/* A point inside a sentence, before a word or a comma, belongs to an abbreviation: "Mr. Orme". */
static uint8_t mark_of(const struct reader *r, uint32_t i)
{
	const slant_token *t = &r->t[i];
	if (t->word == SLANT_PERIOD && i + 1 < r->d->token_count && t[1].sentence == t->sentence &&
	    (t[1].kind != SLANT_MARK || t[1].word == SLANT_COMMA))
		return 0;
	return (uint8_t)t->word;
}

/* 's behind a pronoun is a verb, behind a noun a possessive. */
static uint64_t clitic_classes(const struct reader *r, uint32_t i)
{
	if (i == 0 || r->d->text[r->t[i].end - 1] != 's' || r->t[i].end - r->t[i].start < 2)
		return 0;
	return r->classes[i - 1] & (W_SUBJECT | W_RELATIVE | W_WH) ? W_BE | W_HAVE : 0;
}

void words_read(struct reader *r)
{
	const uint64_t *table = r->a->classes;
	uint32_t limit = r->a->limit, sentence = SLANT_NONE;
	for (uint32_t i = 0; i < r->d->token_count; i++) {
		uint32_t word = r->t[i].word;
		r->classes[i] = word < limit ? table[word] : 0;
		if (r->t[i].kind == SLANT_MARK) {
			r->marks[i] = mark_of(r, i);
			if (word == SLANT_COLON && r->t[i].sentence != sentence) { /* the first of a sentence */
				sentence = r->t[i].sentence;
				r->colons[r->colon_count++] = i;
			}
		} else if (r->t[i].flags & SLANT_CLITIC)
			r->classes[i] |= clitic_classes(r, i);
	}
}

int words_end(const struct reader *r, uint32_t token, const char *ending)
{
	const slant_token *t = &r->t[token];
	size_t n = strlen(ending);
	if (t->kind != SLANT_WORD || t->end - t->start < n + 2)
		return 0;
	return memcmp(r->d->text + t->end - n, ending, n) == 0;
}

/* "Kelly" ends like an adverb and is none. */
int words_adverb(const struct reader *r, uint32_t token)
{
	if (is(r, token, W_ADVERB | W_NOT))
		return 1;
	return words_end(r, token, "ly") && !is(r, token, W_NO_ADVERB) &&
	       (!is_capital(r, token) || token == first_of(r, r->t[token].sentence));
}

/* A time that is told, and not the first part of a phrase ("the October meeting"). */
int words_time(const struct reader *r, uint32_t token)
{
	return is(r, token, W_TIME) && !is(r, token - 1, W_DETERMINER | W_PREPOSITION | W_TIME) && !is_possessive_mark(r, token - 1);
}

int words_stop(uint32_t m)
{
	return m == SLANT_PERIOD || m == SLANT_QUESTION || m == SLANT_EXCLAMATION || m == SLANT_SEMICOLON;
}

int words_bound(uint32_t m)
{
	return words_stop(m) || m == SLANT_COMMA || m == SLANT_COLON || m == SLANT_DASH || m == SLANT_OPEN_QUOTE ||
	       m == SLANT_CLOSE_QUOTE || m == SLANT_STRAY_QUOTE || m == SLANT_OPEN_BRACKET || m == SLANT_CLOSE_BRACKET;
}
