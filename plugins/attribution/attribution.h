/* SPDX-License-Identifier: MIT */
/* What the parts of the attribution analyzer share: the words of an article with
 * their classes, the cues found in it, and what is put together around each.
 *
 * An article is read from left to right without a parser. cues.c says which hits of the
 * lexicon are cues in their place, source.c who stands before a cue, left.c, right.c and
 * insert.c where the content is, extent.c how far it reaches, quoted.c what quotations
 * that stand alone belong to, chains.c who relays whom, names.c who a source is. Tokens
 * are indices into document->tokens; ranges are half open. */
#ifndef SLANT_ATTRIBUTION_H
#define SLANT_ATTRIBUTION_H

#include <slantwise/plugin.h>

/* What a word can be. The lower ones are closed classes of the language (words.c), the
 * upper ones come from the lexicon. */
#define W_BIT(n) ((uint64_t)1 << (n))
#define W_BE W_BIT(0)
#define W_HAVE W_BIT(1)
#define W_DO W_BIT(2)
#define W_MODAL W_BIT(3)
#define W_TO W_BIT(4)
#define W_NOT W_BIT(5)
#define W_ADVERB W_BIT(6)
#define W_DETERMINER W_BIT(7)
#define W_POSSESSIVE W_BIT(8)
#define W_PREPOSITION W_BIT(9)
#define W_RELATIVE W_BIT(10)
#define W_AND W_BIT(11)
#define W_CONJUNCTION W_BIT(12)
#define W_THAT W_BIT(13)
#define W_WH W_BIT(14)
#define W_WHEN W_BIT(15)
#define W_SUBJECT W_BIT(16) /* pronouns that can be subjects */
#define W_OBJECT W_BIT(17)  /* ... objects */
#define W_TIME W_BIT(18)
#define W_OF W_BIT(19) /* prepositions that keep a noun phrase together */
#define W_BY W_BIT(20)
#define W_AS W_BIT(21)
#define W_IN W_BIT(22)
#define W_PLURAL W_BIT(23)
#define W_VERB W_BIT(24)      /* verbs that are no cues */
#define W_NO_ADVERB W_BIT(25) /* in -ly */
#define W_HE W_BIT(26)
#define W_SHE W_BIT(27)
#define W_THEY W_BIT(28)
#define W_IT W_BIT(29)
#define W_I W_BIT(30)
#define W_ONE W_BIT(31)
#define W_SUCH W_BIT(32) /* "such", "like", "including": a named example follows */
#define W_LABEL W_BIT(33) /* opens headlines, names nobody: "Opinion:" */
#define W_CLOSED (W_BIT(34) - 1) /* any of them */
#define W_TITLE W_BIT(40)
#define W_PERSON W_BIT(41)
#define W_COLLECTIVE W_BIT(42)
#define W_INSTITUTION W_BIT(43)
#define W_DOCUMENT W_BIT(44)
#define W_OUTLET W_BIT(45)
#define W_CUE W_BIT(46) /* a verb that is a cue in its place */
#define W_AUXILIARY (W_BE | W_HAVE | W_DO | W_MODAL)

/* What an entry of the lexicon is for. */
enum kind {
	KIND_VERB, KIND_ACCORDING, KIND_VIEW, KIND_NOUN, KIND_ADJECTIVE, KIND_AGENTLESS, KIND_DESIGNATION, KIND_COLON,
	KIND_CLASS, /* only a word class */
	KIND_POSITION, KIND_SECONDHAND, KIND_UNDERCUT, KIND_ENDORSED, KIND_METHOD, KIND_PARAPHRASE
};

/* Frames of a cue: what may stand around it; the letters of the lexicon, in this order. */
#define FRAME_LETTERS "tcsqwioaprfk"
enum frame {
	F_THAT = 1, F_CLAUSE = 2, F_PRONOUN_CLAUSE = 4, F_QUOTE = 8, F_WH = 16, F_INFINITIVE = 32, F_OBJECT = 64,
	F_ADDRESSEE = 128, F_AFTER = 256, F_AFTER_MARKS = 512, F_OF = 1024, F_COMPLEMENT = 2048
};

struct entry {
	uint64_t bits; /* word class of its last word */
	const char *lemma, *class;
	int strength;
	uint16_t frames;
	uint8_t kind, noun_too;
};

struct attribution {
	const slant_entry *seen;
	struct entry *entries;
	uint64_t *classes; /* by word id */
	uint32_t limit;
};

struct span {
	uint32_t first, end; /* tokens; empty: none */
};

struct part {
	uint32_t start, end; /* bytes */
	uint32_t next;       /* index + 1 of the next one of the record, 0: none */
};

struct link { /* who relays, and the words that say so */
	struct span source, cue;
	const struct entry *entry;
};

#define MAX_CHAIN 3

/* One cue and what belongs to it. */
struct record {
	const struct entry *entry;
	uint32_t sentence;
	uint32_t group, verb, end; /* verb group begins; the cue's word; behind it */
	uint8_t form, passive, negated, modal, ing, infinitive;
	uint8_t taken;     /* it has content and is told */
	uint8_t marked;    /* its content began as a quotation */
	uint8_t uncertain; /* the frame is a weak sign */
	struct span source, addressee;
	uint32_t first_part, last_part; /* index + 1 */
	struct link chain[MAX_CHAIN];
	uint32_t chain_count;
	const char *type;
	struct span speaker; /* the words by which the source should be called */
};

struct reader {
	const struct attribution *a;
	const slant_document *d;
	const slant_token *t;
	slant_sink *sink;
	const slant_hit *hits;
	uint32_t hit_count, cue_count; /* cues: hits that can be one */
	uint64_t *classes;      /* one a token */
	uint8_t *marks;         /* one a token: the mark it is, 0 for words and for points of abbreviations */
	uint32_t *begins;       /* by token: the record whose source or cue begins here, + 1 */
	uint32_t *quotation_at; /* of the token that is its mark, + 1 */
	uint8_t *covered;       /* by token: content of an attribution */
	uint32_t *spoken;       /* by quotation: the record that says it, + 1 */
	uint32_t *before;       /* by quotation: the one of an earlier paragraph that goes on in it, + 1 */
	uint32_t *colons;       /* their tokens */
	uint32_t colon_count;
	struct record *records;
	uint32_t record_count, record_size;
	struct part *parts;
	uint32_t part_count, part_size;
};

/* ---- entries.c ---- */
int entries_load(slant_setup *, struct attribution *);

/* ---- words.c ---- */
/* The closed classes, by word id; NULL when memory is out. */
uint64_t *words_load(slant_setup *, uint32_t *limit);
/* Classes and marks of the tokens. */
void words_read(struct reader *);
int words_end(const struct reader *, uint32_t token, const char *ending);
/* Ends a sentence or a main clause: . ! ? ; */
int words_stop(uint32_t mark);
/* A sign at which no phrase goes on. */
int words_bound(uint32_t mark);

static inline int is(const struct reader *r, uint32_t token, uint64_t classes)
{
	return (r->classes[token] & classes) != 0;
}
static inline uint32_t mark(const struct reader *r, uint32_t token)
{
	return r->marks[token];
}
static inline uint32_t last_of(const struct reader *r, uint32_t sentence)
{
	return r->d->sentences[sentence].end_token;
}
static inline uint32_t first_of(const struct reader *r, uint32_t sentence)
{
	return r->d->sentences[sentence].first_token;
}
static inline uint32_t low_of(const struct reader *r, const struct record *c)
{
	return first_of(r, c->sentence);
}
static inline uint32_t high_of(const struct reader *r, const struct record *c)
{
	return last_of(r, c->sentence);
}
static inline int is_some(struct span s)
{
	return s.end > s.first;
}
static inline int is_capital(const struct reader *r, uint32_t token)
{
	return r->t[token].kind == SLANT_WORD && (r->t[token].flags & SLANT_CAPITAL);
}
static inline int is_possessive_mark(const struct reader *r, uint32_t token)
{
	return (r->t[token].flags & SLANT_CLITIC) && !is(r, token, W_AUXILIARY);
}
int words_adverb(const struct reader *, uint32_t token);
int words_time(const struct reader *, uint32_t token);

/* ---- cues.c ---- */
void cues_find(struct reader *); /* fills records */

/* ---- phrases.c ---- */
/* May a finite verb stand here? */
int phrases_finite(const struct reader *, uint32_t token);
/* Noun phrase that ends before `end`, not beginning before `low`. */
struct span phrases_before(const struct reader *, uint32_t end, uint32_t low);
/* The one that begins at `first` and does not reach `high`. */
struct span phrases_after(const struct reader *, uint32_t first, uint32_t high);
/* The same with an apposition or relative clause up to the end of the clause. */
struct span source_after(const struct reader *, uint32_t first, uint32_t high);

/* ---- source.c ---- */
/* Does a stretch lead in ("In Ardun", "When asked") rather than name somebody? */
int source_leads_in(const struct reader *, uint32_t first, uint32_t end);
/* First phrase of a sentence, up to its verb; nothing from `end` on. */
struct span source_subject(const struct reader *, uint32_t sentence, uint32_t end);
/* Who does what the cue's verb says, from what stands before it. */
struct span source_find(const struct reader *, uint32_t record);

/* ---- parts.c ---- */
/* Add what stands between two tokens, without loose marks at its ends. */
void parts_add(struct reader *, struct record *, uint32_t first, uint32_t end);
/* A quotation with what it goes on in, over paragraphs. */
void parts_add_quotation(struct reader *, struct record *, uint32_t quotation);
/* The quotation whose opening or closing mark (`kind`) this token is, or NULL. */
const slant_quotation *parts_quotation(const struct reader *, uint32_t token, uint32_t kind);
/* Behind an opening mark: the token behind its closing one, at most `high`. */
uint32_t parts_behind(const struct reader *, uint32_t open, uint32_t high);

/* ---- extent.c ---- */
/* Where content that begins at `from` ends. `clause`: a whole clause and not an object. */
uint32_t extent_end(const struct reader *, const struct record *, uint32_t from, int clause);
/* Behind time, place and manner: "said on Tuesday". */
uint32_t extent_skip(const struct reader *, uint32_t from, uint32_t high);
/* The record whose source or cue begins at the token, or NULL. */
const struct record *extent_begins(const struct reader *, uint32_t token);

/* ---- left.c, right.c, insert.c ---- */
void left_find(struct reader *, uint32_t record);
void right_find(struct reader *, uint32_t record);
/* Cues that are put in or lead in: "according to", "in his view", "as she put it". */
void insert_find(struct reader *, uint32_t record);
/* Passives, designations, "quoted as saying". */
void passive_find(struct reader *, uint32_t record);

/* ---- content.c ---- */
void content_find(struct reader *);

/* ---- quoted.c ---- */
/* Quotations that stand alone behind one that has a speaker. */
void quoted_join(struct reader *);

/* ---- chains.c ---- */
void chains_find(struct reader *);

/* ---- names.c, people.c ---- */
/* Type of a source, and the words by which it should be called. */
const char *names_type(const struct reader *, struct span source);
struct span names_short(const struct reader *, struct span source);
void people_resolve(struct reader *);

/* ---- tell.c ---- */
enum { RULE_DIRECT, RULE_INDIRECT, RULE_MIXED, RULE_UNDERCUT, RULE_ENDORSED, RULE_AGENTLESS, RULE_SECONDHAND, RULE_METHOD,
       RULE_SINGLE_SOURCE, RULE_PARAPHRASE, RULE_UNSURE };
enum { METRIC_NAMED = 5, METRIC_UNNAMED, METRIC_SINGLE, METRIC_WORDS };
int tell_all(const struct reader *);

#endif
