/* SPDX-License-Identifier: MIT */
/* What the parts of the attribution analyzer share: the words of an article with
 * their classes, the cues found in it, and what is being put together around a cue.
 *
 * A document is read from left to right without a parser. cues.c says which hits of
 * the lexicon are cues in their place, source.c who stands before or behind a cue,
 * content.c how far reaches what he is made to say, quoted.c what quotation marks add,
 * names.c who he is. Tokens are indices into document->tokens; ranges are half open. */
#ifndef SLANT_ATTRIBUTION_H
#define SLANT_ATTRIBUTION_H

#include <slantwise/plugin.h>

/* What a word can be. The lower ones are closed classes of the language (words.c), the
 * upper ones come from the lexicon. */
enum word_class {
	W_BE = 1 << 0, W_HAVE = 1 << 1, W_DO = 1 << 2, W_MODAL = 1 << 3, W_TO = 1 << 4, W_NOT = 1 << 5,
	W_ADVERB = 1 << 6, W_DETERMINER = 1 << 7, W_POSSESSIVE = 1 << 8, W_PREPOSITION = 1 << 9,
	W_RELATIVE = 1 << 10, W_AND = 1 << 11, W_CONJUNCTION = 1 << 12, W_THAT = 1 << 13, W_WH = 1 << 14,
	W_SUBJECT = 1 << 15, W_OBJECT = 1 << 16, W_TIME = 1 << 17, W_OF = 1 << 18, W_BY = 1 << 19,
	W_TITLE = 1 << 20, W_PERSON = 1 << 21, W_COLLECTIVE = 1 << 22, W_INSTITUTION = 1 << 23,
	W_DOCUMENT = 1 << 24, W_OUTLET = 1 << 25, W_CUE = 1 << 26, W_PLURAL = 1 << 27, W_AS = 1 << 28
};
#define W_AUXILIARY (W_BE | W_HAVE | W_DO | W_MODAL)

/* What an entry of the lexicon is for. */
enum kind {
	KIND_VERB, KIND_ACCORDING, KIND_VIEW, KIND_NOUN, KIND_ADJECTIVE, KIND_AGENTLESS, KIND_APPEARANCE,
	KIND_DESIGNATION, KIND_CLASS, /* only a word class */
	KIND_POSITION, KIND_SECONDHAND, KIND_UNDERCUT, KIND_ENDORSED, KIND_METHOD, KIND_UNSURE, KIND_PARAPHRASE
};

/* Frames of a verb: what may stand around it. */
enum frame {
	F_THAT = 1, F_CLAUSE = 2, F_QUOTE = 4, F_WH = 8, F_INFINITIVE = 16, F_OBJECT = 32, F_ADDRESSEE = 64,
	F_AFTER = 128, F_ING = 256
};

struct entry {
	uint8_t kind, noun_too;
	uint16_t frames;
	uint32_t bits; /* word class of its first word */
	int strength;
	const char *lemma, *class;
};

struct attribution {
	const slant_entry *seen;
	struct entry *entries;
	uint32_t *classes; /* by word id */
	uint32_t limit;
};

struct span {
	uint32_t first, end; /* tokens; empty: none */
};

struct range {
	uint32_t start, end; /* bytes */
};

#define MAX_PARTS 16

/* One cue and what belongs to it. */
struct record {
	const struct entry *entry;
	uint32_t sentence;
	uint32_t group, verb, end; /* verb group begins; the cue's word; behind it */
	uint8_t form, passive, negated, modal, ing, infinitive, inverted, taken, carried, closed;
	struct span source;
	uint32_t antecedent; /* record whose source is the subject of this one too, or SLANT_NONE */
	struct range parts[MAX_PARTS];
	uint32_t part_count;
	uint32_t chain[3], chain_count; /* records of those who relay it */
	const char *type;
	const char *speaker;
	uint32_t speaker_length;
};

struct reader {
	const struct attribution *a;
	const slant_document *d;
	const slant_token *t;
	slant_sink *sink;
	uint32_t *classes;       /* one a token */
	uint32_t *hit_at;        /* cue hit that begins at this token, + 1 */
	uint32_t *quotation_at;  /* of the token that is its mark, + 1 */
	const slant_hit *hits;
	struct record *records;
	uint32_t record_count;
	uint8_t *covered; /* by token: content of an attribution */
	uint32_t *spoken; /* by quotation: the record that says it, + 1 */
	uint32_t *before; /* by quotation: the one of an earlier paragraph that goes on in it, + 1 */
};

/* ---- words.c ---- */

/* The closed classes, by word id; NULL when memory is out. */
uint32_t *words_load(slant_setup *, uint32_t *limit);
int words_end(const struct reader *, uint32_t token, const char *ending);

static inline int is(const struct reader *r, uint32_t token, uint32_t classes)
{
	return (r->classes[token] & classes) != 0;
}
static inline uint32_t mark(const struct reader *r, uint32_t token)
{
	return r->t[token].word < SLANT_FIRST_WORD && r->t[token].kind == SLANT_MARK ? r->t[token].word : 0;
}
static inline uint32_t last_of(const struct reader *r, uint32_t sentence)
{
	return r->d->sentences[sentence].end_token;
}
static inline uint32_t first_of(const struct reader *r, uint32_t sentence)
{
	return r->d->sentences[sentence].first_token;
}
static inline int is_adverb(const struct reader *r, uint32_t token)
{
	return is(r, token, W_ADVERB | W_NOT) || words_end(r, token, "ly");
}
static inline int is_capital(const struct reader *r, uint32_t token)
{
	return r->t[token].kind == SLANT_WORD && (r->t[token].flags & SLANT_CAPITAL);
}
static inline int is_possessive_mark(const struct reader *r, uint32_t token)
{
	return (r->t[token].flags & SLANT_CLITIC) && !is(r, token, W_AUXILIARY);
}
/* Ends a sentence or a main clause: . ! ? ; */
int mark_stops(uint32_t mark);
/* A sign at which no phrase goes on. */
int mark_bounds(uint32_t mark);

/* ---- cues.c ---- */
uint32_t cues_find(struct reader *); /* fills records */

/* ---- source.c ---- */
/* Noun phrase that ends before `end`, not beginning before `low`. */
struct span source_before(const struct reader *, uint32_t end, uint32_t low);
/* The one that begins at `first` and does not reach `high`. */
struct span source_after(const struct reader *, uint32_t first, uint32_t high);

/* ---- content.c ---- */
void content_find(struct reader *);
/* A quotation with what it goes on in, over paragraphs, as parts of the record. */
void content_add_quotation(const struct reader *, struct record *, uint32_t quotation);

/* ---- quoted.c ---- */
/* Quotations that stand alone behind one that has a speaker. */
void quoted_join(struct reader *);

/* ---- names.c ---- */
void names_resolve(struct reader *);

#endif
