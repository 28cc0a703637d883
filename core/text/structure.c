/* SPDX-License-Identifier: MIT */
/* The phrases of a structure file and their matching. A phrase is a few words, with
 *   #      a number          *    any word or mark     ...  up to six of them
 *   @name  a word with a capital that is no function word
 *   a|b    either word       : , ( | / – and the like stand for themselves
 * Words are compared folded. Phrases are found by their first word, so that their
 * number costs nothing; long paragraphs are looked at only where they begin. */
#include "text/structure.h"
#include "base/error.h"
#include "base/json.h"
#include "base/utf8.h"
#include "text/build.h"
#include "text/chars.h"
#include "text/roles.h"
#include "text/vocabulary.h"

#include <stdlib.h>

/* Longer paragraphs are prose: only their beginning and a bracket at their end are looked at. */
#define SHORT_WORDS 40
#define WIDEST_GAP 6

enum piece_kind { PIECE_WORD, PIECE_MARK, PIECE_NUMBER, PIECE_NAME, PIECE_ANY, PIECE_GAP };

struct piece {
	enum piece_kind kind;
	char *words;    /* PIECE_WORD: alternatives, folded, each with a NUL behind it, and one more at the end;
			 * PIECE_MARK: the mark itself */
	uint32_t mark;  /* PIECE_MARK: its id */
};

enum phrase_at { AT_WHOLE, AT_STARTS, AT_ENDS, AT_ANYWHERE, AT_BRACKET };
static const char *const AT_NAMES[] = {"whole", "starts", "ends", "anywhere", "bracket"};
enum phrase_place { PLACE_ANY, PLACE_TOP, PLACE_END };
static const char *const PLACE_NAMES[] = {"any", "top", "end"};

struct rule {
	int role;             /* -1: a disclosure only */
	const char *discloses;
	int at, place;
	uint32_t max_words;
	int no_stop;          /* 1: a paragraph that ends like a sentence is none */
	int prose;            /* 1: only a paragraph that ends like a sentence */
	uint32_t in;          /* disclosures: bits of the roles that they stand in */
};

struct phrase {
	uint32_t first_piece, piece_count;
	uint32_t rule;
	uint32_t next; /* phrase with the same first word, or SLANT_NONE */
};

/* Where phrases of a set may begin: with the paragraph or its bracket, the same in the last paragraphs only, anywhere. */
enum { STARTING, BELOW, INSIDE, PLACES };
enum first { FIRST_MARK, FIRST_NUMBER, FIRST_NAME, FIRSTS };

struct heads { /* first phrases of chains */
	uint32_t lengths[256];   /* by first byte: bits of the lengths of words that begin phrases */
	VECTOR(uint32_t) words;  /* by id - SLANT_FIRST_WORD */
	uint32_t others[FIRSTS]; /* of phrases that begin with no certain word */
};

struct structure {
	VECTOR(struct rule) rules;
	VECTOR(struct phrase) phrases;
	VECTOR(struct piece) pieces;
	struct vocabulary *first_words;
	struct heads heads[2][PLACES]; /* [1]: of rules that give a role; [0]: of those that only disclose */
	uint32_t disclosing;     /* bits of the roles that some rule finds disclosures in */
};

/* ---- reading ---- */

static int name_index(const char *const *names, size_t count, const char *name)
{
	for (size_t i = 0; name != NULL && i < count; i++)
		if (strcmp(names[i], name) == 0)
			return (int)i;
	return -1;
}

static void read_words(struct piece *p, const char *s, size_t n)
{
	char *out = p->words = mem_alloc(4 * n + 3);
	p->kind = PIECE_WORD;
	for (size_t at = 0; at < n;) {
		size_t length = 0;
		while (at + length < n && s[at + length] != '|')
			length++;
		out += text_fold(s + at, length, out) + 1;
		at += length + 1;
	}
	*out = '\0';
}

static void read_piece(struct structure *st, const char *s, size_t n)
{
	struct piece *p = vector_push(&st->pieces);
	*p = (struct piece){0};
	unsigned length;
	uint32_t c = utf8_get(s, &length);
	enum char_kind kind = char_kind(c);
	if (n == 1 && *s == '#')
		p->kind = PIECE_NUMBER;
	else if (n == 1 && *s == '*')
		p->kind = PIECE_ANY;
	else if (n == 3 && strncmp(s, "...", 3) == 0)
		p->kind = PIECE_GAP;
	else if (n == 5 && strncmp(s, "@name", 5) == 0)
		p->kind = PIECE_NAME;
	else if (length == n && (kind == CHAR_MARK || kind == CHAR_HYPHEN)) {
		p->kind = PIECE_MARK;
		p->words = mem_copy_n(s, n);
		p->mark = kind == CHAR_HYPHEN ? SLANT_DASH : char_mark(c);
	} else
		read_words(p, s, n);
}

static struct heads *heads_for(struct structure *st, uint32_t rule)
{
	const struct rule *r = &st->rules.items[rule];
	return &st->heads[r->role >= 0][r->at == AT_ENDS || r->at == AT_ANYWHERE ? INSIDE
					: r->place == PLACE_END ? BELOW : STARTING];
}

/* The head of the chain that phrases with this first piece are in. */
static uint32_t *head_of(struct structure *st, struct heads *heads, const struct piece *first, const char *word)
{
	if (first->kind != PIECE_WORD)
		return &heads->others[first->kind == PIECE_MARK ? FIRST_MARK
				      : first->kind == PIECE_NUMBER ? FIRST_NUMBER : FIRST_NAME];
	uint32_t id = vocabulary_add(st->first_words, word, strlen(word)) - SLANT_FIRST_WORD;
	uint32_t length = (uint32_t)(strlen(word) < 31 ? strlen(word) : 31);
	heads->lengths[(unsigned char)word[0]] |= 1u << length;
	while (heads->words.count <= id)
		*vector_push(&heads->words) = SLANT_NONE;
	return &heads->words.items[id];
}

/* One more phrase of the pieces from `first` on, found by `word` when it begins with words. */
static void add_phrase(struct structure *st, uint32_t first, uint32_t rule, const char *word)
{
	uint32_t *head = head_of(st, heads_for(st, rule), &st->pieces.items[first], word);
	struct phrase *p = vector_push(&st->phrases);
	*p = (struct phrase){.first_piece = first, .piece_count = st->pieces.count - first, .rule = rule, .next = *head};
	*head = st->phrases.count - 1;
}

static int read_phrase(struct structure *st, const char *s, uint32_t rule)
{
	uint32_t first = st->pieces.count;
	while (s != NULL && *s != '\0') {
		size_t n = strcspn(s, " ");
		read_piece(st, s, n);
		s += n + (s[n] == ' ');
	}
	if (st->pieces.count == first)
		return -1;
	const char *words = st->pieces.items[first].words;
	if (st->pieces.items[first].kind != PIECE_WORD)
		add_phrase(st, first, rule, NULL);
	else
		for (; *words != '\0'; words += strlen(words) + 1)
			add_phrase(st, first, rule, words);
	return 0;
}

static uint32_t read_roles(const json_t *list)
{
	uint32_t bits = 0;
	const json_t *item;
	size_t i;
	json_array_foreach(list, i, item) {
		int role = role_from_name(json_string_value(item) ? json_string_value(item) : "");
		bits |= role >= 0 ? 1u << role : 0;
	}
	return bits;
}

static int read_rule(struct structure *st, const json_t *json, const char *place, struct error *error)
{
	const char *role = json_get_text(json, "role", NULL);
	struct rule *r = vector_push(&st->rules);
	*r = (struct rule){
		.role = role ? role_from_name(role) : -1,
		.discloses = json_get_text(json, "discloses", NULL),
		.at = name_index(AT_NAMES, 5, json_get_text(json, "at", "starts")),
		.place = name_index(PLACE_NAMES, 3, json_get_text(json, "place", "any")),
		.max_words = (uint32_t)json_get_int(json, "max_words", SHORT_WORDS),
		.no_stop = json_is_true(json_object_get(json, "no_stop")),
		.prose = json_is_true(json_object_get(json, "prose")),
		.in = read_roles(json_object_get(json, "in")),
	};
	if (r->at < 0 || r->place < 0 || (role ? r->role < 0 : r->discloses == NULL || r->in == 0))
		return error_set(error, ERROR_USAGE, "%s: \"at\", \"place\", \"role\", \"discloses\" or \"in\" "
				 "is none of the names that structure files know", place);
	st->disclosing |= r->in;
	const json_t *phrases = json_object_get(json, "phrases"), *phrase;
	size_t i;
	json_array_foreach(phrases, i, phrase)
		if (read_phrase(st, json_string_value(phrase), st->rules.count - 1) < 0)
			return error_set(error, ERROR_USAGE, "%s.phrases[%zu]: a phrase is wanted", place, i);
	return 0;
}

struct structure *structure_read(const json_t *json, const char *path, struct error *error)
{
	struct structure *st = mem_alloc(sizeof *st);
	st->first_words = vocabulary_new();
	for (int i = 0; i < 2 * PLACES * FIRSTS; i++)
		st->heads[i / PLACES / FIRSTS][i / FIRSTS % PLACES].others[i % FIRSTS] = SLANT_NONE;
	const json_t *rules = json_object_get(json, "rules"), *rule;
	size_t i;
	json_array_foreach(rules, i, rule) {
		char place[300];
		snprintf(place, sizeof place, "%.250s: rules[%zu]", path, i);
		if (read_rule(st, rule, place, error) < 0) {
			structure_free(st);
			return NULL;
		}
	}
	vocabulary_freeze(st->first_words);
	return st;
}

void structure_free(struct structure *st)
{
	if (st == NULL)
		return;
	for (uint32_t i = 0; i < st->pieces.count; i++)
		free(st->pieces.items[i].words);
	vector_free(&st->pieces);
	vector_free(&st->phrases);
	vector_free(&st->rules);
	for (int i = 0; i < 2 * PLACES; i++)
		vector_free(&st->heads[i / PLACES][i % PLACES].words);
	vocabulary_free(st->first_words);
	free(st);
}

/* ---- matching ---- */

static int is_one_of(const struct build *b, const slant_token *t, const char *words)
{
	char folded[4 * LONGEST_LISTED + 1];
	if (!is_word(t) || build_fold(b, t, folded) == 0)
		return 0;
	for (; *words != '\0'; words += strlen(words) + 1)
		if (strcmp(words, folded) == 0)
			return 1;
	return 0;
}

static int piece_fits(const struct build *b, const struct piece *p, const slant_token *t)
{
	switch (p->kind) {
	case PIECE_WORD: return is_one_of(b, t, p->words);
	case PIECE_MARK:
		return t->kind == SLANT_MARK && t->word == p->mark &&
		       (p->mark != SLANT_OTHER_MARK || strncmp(b->text + t->start, p->words, strlen(p->words)) == 0);
	case PIECE_NUMBER: return t->kind == SLANT_NUMBER;
	case PIECE_NAME:
		return t->kind == SLANT_WORD && t->flags & SLANT_CAPITAL && !(build_sorts(b, t) & WORD_FUNCTION);
	default: return 1;
	}
}

/* End token of the pieces matched from token `at` on, or SLANT_NONE. One gap widens at most six times a level. */
static uint32_t pieces_match(const struct build *b, const struct piece *p, uint32_t count, uint32_t at, uint32_t end)
{
	for (; count > 0; p++, count--) {
		if (p->kind == PIECE_GAP) {
			for (uint32_t skip = 0; skip <= WIDEST_GAP && at + skip <= end; skip++) {
				uint32_t found = pieces_match(b, p + 1, count - 1, at + skip, end);
				if (found != SLANT_NONE)
					return found;
			}
			return SLANT_NONE;
		}
		if (at >= end || !piece_fits(b, p, &b->tokens.items[at]))
			return SLANT_NONE;
		at++;
	}
	return at;
}

/* Does the end of the match suit the rule? Marks behind it ("...", ":") are no more words. */
static int end_suits(const struct build *b, const struct rule *r, uint32_t at, uint32_t end)
{
	if (r->at != AT_WHOLE && r->at != AT_ENDS)
		return 1;
	while (at < end && !is_word(&b->tokens.items[at]))
		at++;
	return at == end;
}

static int is_near_end(const struct build *b, uint32_t paragraph)
{
	return paragraph > 0 && paragraph + 4 >= b->paragraphs.count;
}

static int place_suits(const struct build *b, const struct rule *r, uint32_t paragraph)
{
	switch (r->place) {
	case PLACE_TOP: return paragraph < 8;
	case PLACE_END: return is_near_end(b, paragraph);
	default: return 1;
	}
}

static int paragraph_suits(const struct build *b, const struct rule *r, uint32_t paragraph)
{
	const struct build_paragraph *p = &b->paragraphs.items[paragraph];
	if (r->role < 0 ? !(r->in >> p->role & 1) : p->role != SLANT_ROLE_BODY)
		return 0;
	if (p->words > r->max_words || !place_suits(b, r, paragraph))
		return 0;
	return !(r->no_stop && paragraph_ends_with_stop(b, p)) && !(r->prose && !paragraph_ends_with_stop(b, p));
}

struct try {
	struct build *b;
	uint32_t paragraph;
	uint32_t bracket; /* token of the bracket that the paragraph ends with, or SLANT_NONE */
};

static int start_suits(const struct try *t, const struct rule *r, uint32_t at)
{
	const struct build_paragraph *p = &t->b->paragraphs.items[t->paragraph];
	switch (r->at) {
	case AT_WHOLE: case AT_STARTS: return at == p->first_token;
	case AT_BRACKET: return t->bracket != SLANT_NONE && at == t->bracket + 1;
	default: return 1;
	}
}

static void add_disclosure(struct build *b, const char *kind, uint32_t start, uint32_t end)
{
	struct disclosure *d = arena_push(b->arena, &b->disclosures, 4);
	*d = (struct disclosure){.kind = kind, .start = start, .end = end};
}

/* The words of the match, marks around them ("– Analysis") left out. */
static void disclose_match(struct build *b, const char *kind, uint32_t at, uint32_t end)
{
	while (at < end && !is_word(&b->tokens.items[at]))
		at++;
	while (end > at && !is_word(&b->tokens.items[end - 1]))
		end--;
	if (end > at)
		add_disclosure(b, kind, b->tokens.items[at].start, b->tokens.items[end - 1].end);
}

static void apply(const struct try *t, const struct rule *r, uint32_t at, uint32_t end)
{
	struct build_paragraph *p = &t->b->paragraphs.items[t->paragraph];
	if (r->role < 0) {
		disclose_match(t->b, r->discloses, at, end);
		return;
	}
	p->role = (uint8_t)r->role;
	if (r->at == AT_BRACKET) {
		p->end_core = t->bracket;
		if (t->bracket == p->first_token)
			p->role = SLANT_ROLE_CREDIT;
	}
	if (r->discloses != NULL)
		add_disclosure(t->b, r->discloses, p->start, p->end);
}

/* Phrases linked from `phrase` on, at this token; 1 when one was applied. */
static int try_chain(const struct try *t, uint32_t phrase, uint32_t at)
{
	const struct structure *st = t->b->language->structure;
	uint32_t end = t->b->paragraphs.items[t->paragraph].end_token;
	for (; phrase != SLANT_NONE; phrase = st->phrases.items[phrase].next) {
		const struct phrase *ph = &st->phrases.items[phrase];
		const struct rule *r = &st->rules.items[ph->rule];
		if (!start_suits(t, r, at) || !paragraph_suits(t->b, r, t->paragraph))
			continue;
		uint32_t stop = pieces_match(t->b, st->pieces.items + ph->first_piece, ph->piece_count, at, end);
		if (stop == SLANT_NONE || !end_suits(t->b, r, stop, end))
			continue;
		apply(t, r, at, stop);
		return 1;
	}
	return 0;
}

/* Could this token be the certain word (or mark, or number) that a phrase begins with? */
static inline int may_begin(const struct try *t, const struct heads *heads, const slant_token *token)
{
	unsigned char c = (unsigned char)t->b->text[token->start];
	uint32_t length = token->end - token->start < 31 ? token->end - token->start : 31;
	if (token->kind != SLANT_WORD)
		return heads->others[token->kind == SLANT_MARK ? FIRST_MARK : FIRST_NUMBER] != SLANT_NONE;
	return c >= 0x80 || heads->lengths[byte_class[c] & BYTE_UPPER ? c | 0x20 : c] >> length & 1;
}

/* Chains of phrases that may begin with this token. */
static int try_heads(const struct try *t, const struct heads *heads, uint32_t at)
{
	const slant_token *token = &t->b->tokens.items[at];
	if (!may_begin(t, heads, token))
		return token->kind == SLANT_WORD && try_chain(t, heads->others[FIRST_NAME], at);
	if (token->kind != SLANT_WORD)
		return try_chain(t, heads->others[token->kind == SLANT_MARK ? FIRST_MARK : FIRST_NUMBER], at);
	char folded[4 * LONGEST_LISTED + 1];
	size_t n = build_fold(t->b, token, folded);
	uint32_t id = n ? vocabulary_find(t->b->language->structure->first_words, folded, n) : SLANT_WORD_UNKNOWN;
	if (id != SLANT_WORD_UNKNOWN && id - SLANT_FIRST_WORD < heads->words.count &&
	    try_chain(t, heads->words.items[id - SLANT_FIRST_WORD], at))
		return 1;
	return try_chain(t, heads->others[FIRST_NAME], at);
}

/* Token of the bracket that the paragraph ends with, when it is not far away. */
static uint32_t last_bracket(const struct build *b, const struct build_paragraph *p)
{
	uint32_t at = p->end_token - 1;
	if (at > p->first_token && b->tokens.items[at].word == SLANT_PERIOD)
		at--;
	if (b->tokens.items[at].word != SLANT_CLOSE_BRACKET)
		return SLANT_NONE;
	for (uint32_t few = 0; at > p->first_token && few < 30; few++)
		if (b->tokens.items[--at].word == SLANT_OPEN_BRACKET)
			return at;
	return SLANT_NONE;
}

static void try_paragraph(struct build *b, uint32_t paragraph, const struct heads *heads)
{
	const struct build_paragraph *p = &b->paragraphs.items[paragraph];
	struct try t = {.b = b, .paragraph = paragraph, .bracket = last_bracket(b, p)};
	if (try_heads(&t, &heads[STARTING], p->first_token))
		return;
	if (is_near_end(b, paragraph) && try_heads(&t, &heads[BELOW], p->first_token))
		return;
	if (t.bracket != SLANT_NONE && try_heads(&t, &heads[STARTING], t.bracket + 1))
		return;
	if (p->words > SHORT_WORDS || p->end_token - p->first_token > 4 * SHORT_WORDS)
		return;
	int names = heads[INSIDE].others[FIRST_NAME] != SLANT_NONE;
	for (uint32_t at = p->first_token; at < p->end_token; at++)
		if ((names || may_begin(&t, &heads[INSIDE], &b->tokens.items[at])) && try_heads(&t, &heads[INSIDE], at))
			return;
}

void structure_phrases(struct build *b, uint32_t paragraph)
{
	if (b->language->structure != NULL)
		try_paragraph(b, paragraph, b->language->structure->heads[1]);
}

void structure_disclosures(struct build *b, uint32_t paragraph)
{
	if (b->language->structure != NULL && b->language->structure->disclosing >> b->paragraphs.items[paragraph].role & 1)
		try_paragraph(b, paragraph, b->language->structure->heads[0]);
}
