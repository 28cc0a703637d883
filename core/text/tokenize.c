/* SPDX-License-Identifier: MIT */
/* One pass, byte by byte by table; only what is not ASCII is decoded. The id of a
 * word is looked up as soon as its end is known, while its bytes are at hand. */
#include "text/tokenize.h"
#include "base/arena.h"
#include "base/utf8.h"
#include "text/chars.h"
#include "text/vocabulary.h"
#include "text/vocabulary_data.h"

#include <string.h>

/* No word anybody asks for is longer; what is (in a text without spaces) is not looked up. */
#define LONGEST_WORD 256

struct scan {
	const struct vocabulary *words;
	const unsigned char *s;
	uint32_t at, end;
	uint8_t flags; /* of the next token */
	struct arena *arena;
	struct token_list *out;
};

/* Bytes to a token: texts have one in five or six. */
#define BYTES_A_TOKEN 4

static __attribute__((noinline)) void more_room(struct scan *sc)
{
	struct token_list *out = sc->out;
	uint32_t least = (sc->end - sc->at) / BYTES_A_TOKEN + 16;
	uint32_t size = out->size * 2 > least ? out->size * 2 : least;
	slant_token *items = arena_alloc(sc->arena, (size_t)size * sizeof *items);
	if (out->count)
		memcpy(items, out->items, out->count * sizeof *items);
	out->items = items;
	out->size = size;
}

static inline void emit(struct scan *sc, uint32_t start, uint32_t end, uint32_t word, unsigned kind, unsigned flags)
{
	struct token_list *out = sc->out;
	if (out->count == out->size)
		more_room(sc);
	out->items[out->count++] = (slant_token){
		.start = start, .end = end, .word = word, .sentence = SLANT_NONE, .quotation = SLANT_NONE,
		.kind = (uint8_t)kind, .flags = (uint8_t)(flags | sc->flags)};
	out->words += kind != SLANT_MARK && ((flags | sc->flags) & (SLANT_CLITIC | SLANT_JOINED)) == 0;
	out->quotes += word == SLANT_STRAY_QUOTE;
	sc->flags = 0;
	sc->at = end;
}

static enum char_kind kind_at(const struct scan *sc, uint32_t at, unsigned *length)
{
	*length = 1;
	if (at >= sc->end)
		return CHAR_SPACE;
	return char_kind(utf8_get((const char *)sc->s + at, length));
}

static int is_letter(enum char_kind k)
{
	return k == CHAR_LOWER || k == CHAR_UPPER;
}

/* 1 when a letter or digit stands at `at`, invisible characters before it not counted. */
static int word_goes_on(const struct scan *sc, uint32_t at)
{
	for (int few = 0; few < 4 && at < sc->end; few++) {
		if (sc->s[at] < 0x80)
			return (byte_class[sc->s[at]] & BYTE_WORD) != 0;
		unsigned length;
		enum char_kind k = kind_at(sc, at, &length);
		if (k != CHAR_INVISIBLE)
			return is_letter(k) || k == CHAR_DIGIT || k == CHAR_JOINER;
		at += length;
	}
	return 0;
}

/* ---- words ---- */

struct run { /* a word while it is read */
	uint32_t start, at;
	uint32_t since_stop; /* letters since the start or the last inner stop */
	unsigned bits;       /* BYTE_ bits of what was seen */
	unsigned capitals;   /* upper-case letters */
	unsigned stops;      /* inner ones so far */
	int folded;          /* 1: ASCII only, so OR 0x20 folds it */
};

static uint32_t word_id(const struct scan *sc, uint32_t start, uint32_t end, int ascii)
{
	const char *s = (const char *)sc->s + start;
	size_t n = end - start;
	if (n > LONGEST_WORD)
		return SLANT_WORD_UNKNOWN;
	if (ascii && n <= KEY_BYTES) {
		struct word_key k = sc->end - start >= KEY_BYTES ? key_read(s, n) : key_of(s, n);
		k.low |= key_low_bytes(0x2020202020202020u, n);
		if (n > 8)
			k.high |= key_low_bytes(0x2020202020202020u, n - 8);
		return vocabulary_find_key(sc->words, k, n);
	}
	char folded[4 * LONGEST_WORD + 1];
	return vocabulary_find(sc->words, folded, text_fold(s, n, folded));
}

/* "U.S": a stop between single letters belongs to the word, and so does the last one then. */
static int takes_stop(const struct scan *sc, const struct run *r)
{
	if (r->since_stop != 1)
		return 0;
	if (r->at + 1 >= sc->end)
		return r->stops > 0;
	unsigned length;
	enum char_kind next = kind_at(sc, r->at + 1, &length);
	if (!is_letter(next))
		return r->stops > 0;
	if (r->at + 1 + length >= sc->end)
		return 1;
	unsigned ignored;
	enum char_kind after = kind_at(sc, r->at + 1 + length, &ignored);
	return !is_letter(after) && after != CHAR_DIGIT && after != CHAR_JOINER;
}

/* Length of a clitic's letters behind an apostrophe: s re ve ll d m, and then no letter. */
static uint32_t clitic(const struct scan *sc, uint32_t at)
{
	uint32_t left = sc->end - at;
	char c = left > 0 ? (char)(sc->s[at] | 0x20) : 0, d = left > 1 ? (char)(sc->s[at + 1] | 0x20) : 0;
	uint32_t n = c == 's' || c == 'd' || c == 'm' ? 1
		     : (c == 'r' && d == 'e') || (c == 'v' && d == 'e') || (c == 'l' && d == 'l') ? 2 : 0;
	return n && !word_goes_on(sc, at + n) ? n : 0;
}

/* At an apostrophe of `length` bytes: 1 when the word goes on behind it. */
static int passes_apostrophe(const struct scan *sc, struct run *r, unsigned length)
{
	uint32_t next = r->at + length;
	unsigned ignored;
	enum char_kind k = kind_at(sc, next, &ignored);
	if (!is_letter(k) || clitic(sc, next))
		return 0;
	r->at = next;
	return 1;
}

/* One step beyond what the table knows: 0 when the word ends here. */
static int step_unicode(const struct scan *sc, struct run *r)
{
	unsigned length;
	switch (kind_at(sc, r->at, &length)) {
	case CHAR_UPPER:
		r->bits |= BYTE_UPPER;
		r->capitals++;
		r->since_stop++;
		break;
	case CHAR_LOWER:
		r->bits |= BYTE_LOWER;
		r->since_stop++;
		break;
	case CHAR_DIGIT:
		r->bits |= BYTE_DIGIT;
		r->since_stop++;
		break;
	case CHAR_JOINER:
		break;
	case CHAR_INVISIBLE:
		if (!word_goes_on(sc, r->at + length))
			return 0;
		break;
	case CHAR_APOSTROPHE:
		r->folded = 0;
		return passes_apostrophe(sc, r, length);
	default:
		return 0;
	}
	r->folded = 0;
	r->at += length;
	return 1;
}

static int step_mark(const struct scan *sc, struct run *r)
{
	switch (sc->s[r->at]) {
	case '\'':
		return passes_apostrophe(sc, r, 1);
	case '.':
		if (!takes_stop(sc, r))
			return 0;
		r->at++;
		r->stops++;
		r->since_stop = 0;
		return r->at < sc->end && (byte_class[sc->s[r->at]] & BYTE_LETTER || sc->s[r->at] >= 0x80) &&
		       word_goes_on(sc, r->at);
	default:
		return sc->s[r->at] >= 0x80 && step_unicode(sc, r);
	}
}

static inline void read_word(const struct scan *sc, struct run *r)
{
	do {
		while (r->at < sc->end) {
			unsigned c = byte_class[sc->s[r->at]];
			if ((c & BYTE_WORD) == 0)
				break;
			r->bits |= c;
			r->capitals += c >> 1 & 1;
			r->since_stop++;
			r->at++;
		}
	} while (r->at < sc->end && step_mark(sc, r));
}

static unsigned case_flags(const struct scan *sc, const struct run *r)
{
	unsigned length, flags = 0;
	unsigned char c = sc->s[r->start];
	if (c < 0x80 ? byte_class[c] & BYTE_UPPER : kind_at(sc, r->start, &length) == CHAR_UPPER)
		flags |= SLANT_CAPITAL;
	if (r->capitals >= 2 && (r->bits & BYTE_LOWER) == 0)
		flags |= SLANT_ALLCAPS;
	return flags;
}

static int scan_clitic(struct scan *sc)
{
	unsigned length;
	if (sc->at >= sc->end || (sc->s[sc->at] != '\'' && sc->s[sc->at] < 0x80) ||
	    kind_at(sc, sc->at, &length) != CHAR_APOSTROPHE)
		return 0;
	uint32_t letters = clitic(sc, sc->at + length);
	if (letters == 0)
		return 0;
	char folded[4] = {'\''};
	for (uint32_t i = 0; i < letters; i++)
		folded[1 + i] = (char)(sc->s[sc->at + length + i] | 0x20);
	emit(sc, sc->at, sc->at + length + letters, vocabulary_find(sc->words, folded, letters + 1), SLANT_WORD,
	     SLANT_CLITIC);
	return 1;
}

/* A hyphen between letters or digits: pass it, and say so to the next word. */
static void scan_hyphen(struct scan *sc)
{
	unsigned length;
	if (sc->at >= sc->end || (sc->s[sc->at] != '-' && sc->s[sc->at] < 0x80) ||
	    kind_at(sc, sc->at, &length) != CHAR_HYPHEN || !word_goes_on(sc, sc->at + length))
		return;
	sc->at += length;
	sc->flags |= SLANT_JOINED;
}

static void scan_tail(struct scan *sc)
{
	while (scan_clitic(sc)) /* "I'd've" has two */
		;
	scan_hyphen(sc);
}

/* ---- the common case: up to 15 ASCII letters and digits, and then no mark that could belong to them ---- */

#define EACH(byte) (0x0101010101010101u * (byte))

/* The high bit of every byte that is no ASCII letter or digit. */
static inline uint64_t not_word(uint64_t x)
{
	uint64_t low = x & EACH(0x7f), folded = low | EACH(0x20);
	uint64_t letter = (folded + EACH(0x80 - 'a')) & ~(folded + EACH(0x7f - 'z'));
	uint64_t digit = (low + EACH(0x80 - '0')) & ~(low + EACH(0x7f - '9'));
	return (~(letter | digit) | x) & EACH(0x80);
}

static inline uint32_t half_key(const char *s, uint64_t *k)
{
	uint64_t x = key_load(s), ends = not_word(x);
	uint32_t n = ends ? (uint32_t)__builtin_ctzll(ends) / 8 : 8;
	*k = key_low_bytes(x | EACH(0x20), n);
	return n;
}

/* Length of the run (at most 16) and its folded key; 17 bytes must be readable. */
static inline uint32_t run_key(const char *s, struct word_key *k)
{
	uint32_t n = half_key(s, &k->low);
	k->high = 0;
	return n < 8 ? n : 8 + half_key(s + 8, &k->high);
}

/* A capital first: are there two, and no small letter? */
static unsigned capital_flags(const unsigned char *s, uint32_t n)
{
	unsigned bits = 0, capitals = 0;
	for (uint32_t i = 0; i < n; i++) {
		bits |= byte_class[s[i]];
		capitals += byte_class[s[i]] >> 1 & 1;
	}
	return capitals >= 2 && (bits & BYTE_LOWER) == 0 ? SLANT_CAPITAL | SLANT_ALLCAPS : SLANT_CAPITAL;
}

/* Reads plain words and the single spaces between them, as long as there are any. Kept
 * in local variables: this loop is most of the work of reading a text. */
static void scan_plain_words(struct scan *sc)
{
	const struct vocabulary *words = sc->words;
	const unsigned char *s = sc->s;
	if (sc->out->items == NULL) /* no room yet: the general way makes it */
		return;
	uint32_t at = sc->at, last = sc->end > KEY_BYTES ? sc->end - KEY_BYTES : 0, joined = 0;
	slant_token *next = sc->out->items + sc->out->count, *full = sc->out->items + sc->out->size;
	unsigned flags = sc->flags;
	while (at < last && next < full && byte_class[s[at]] & BYTE_LETTER) {
		struct word_key k;
		uint32_t n = run_key((const char *)s + at, &k);
		unsigned char behind = s[at + n];
		if (n == KEY_BYTES || behind >= 0x80 || behind == '\'' || behind == '-' || (behind == '.' && n == 1))
			break;
		joined += flags / SLANT_JOINED & 1;
		if (!(s[at] & 0x20))
			flags |= n > 1 && s[at + 1] >= 'a' ? SLANT_CAPITAL : capital_flags(s + at, n);
		*next++ = (slant_token){.start = at, .end = at + n, .word = vocabulary_find_key(words, k, n),
					.sentence = SLANT_NONE, .quotation = SLANT_NONE, .kind = SLANT_WORD,
					.flags = (uint8_t)flags};
		flags = behind == ' ' ? SLANT_SPACED : 0;
		at += n + (behind == ' ');
	}
	uint32_t count = (uint32_t)(next - sc->out->items);
	sc->out->words += count - sc->out->count - joined;
	sc->out->count = count;
	sc->at = at;
	sc->flags = (uint8_t)flags;
}

static void scan_word(struct scan *sc)
{
	struct run r = {.start = sc->at, .at = sc->at, .folded = 1};
	read_word(sc, &r);
	emit(sc, r.start, r.at, word_id(sc, r.start, r.at, r.folded), SLANT_WORD, case_flags(sc, &r));
	sc->out->items[sc->out->count - 1].reserved = r.stops > 0 && r.since_stop == 0 ? TOKEN_OWN_STOP : 0;
	scan_tail(sc);
}

/* ---- numbers ---- */

static int digit_at(const struct scan *sc, uint32_t at, unsigned *length)
{
	*length = 1;
	if (at >= sc->end)
		return 0;
	if (sc->s[at] < 0x80)
		return byte_class[sc->s[at]] == BYTE_DIGIT;
	return kind_at(sc, at, length) == CHAR_DIGIT;
}

static void scan_number(struct scan *sc)
{
	uint32_t at = sc->at;
	unsigned length, next;
	int plain = 1; /* digits and nothing else */
	while (digit_at(sc, at, &length)) {
		at += length;
		if (at + 1 < sc->end && (sc->s[at] == '.' || sc->s[at] == ',' || sc->s[at] == ':') &&
		    digit_at(sc, at + 1, &next)) {
			at++;
			plain = 0;
		}
	}
	if (plain && word_goes_on(sc, at)) { /* "9th", "1990s" */
		scan_word(sc);
		return;
	}
	uint32_t id = word_id(sc, sc->at, at, 0);
	emit(sc, sc->at, at, id == SLANT_WORD_UNKNOWN ? SLANT_WORD_NUMBER : id, SLANT_NUMBER, 0);
	scan_tail(sc);
}

/* ---- marks ---- */

/* End of a row of dots: "...", or ". . ." with single spaces; ". ..." is a stop and an ellipsis. */
static uint32_t dots_end(const struct scan *sc)
{
	uint32_t at = sc->at + 1, end = at, dots = 1;
	for (; at < sc->end && sc->s[at] == '.'; dots++)
		end = ++at;
	while (at + 1 < sc->end && sc->s[at] == ' ' && sc->s[at + 1] == '.') {
		unsigned char next = at + 2 < sc->end ? sc->s[at + 2] : ' ';
		if (next == '.' || (dots == 1 && !(byte_class[next] & BYTE_SPACE)))
			break;
		at += 2;
		end = at;
		dots++;
	}
	return dots > 1 ? end : sc->at + 1;
}

static uint32_t same_end(const struct scan *sc)
{
	uint32_t at = sc->at + 1;
	while (at < sc->end && sc->s[at] == sc->s[sc->at])
		at++;
	return at;
}

static int space_at(const struct scan *sc, uint32_t at)
{
	return at >= sc->end || byte_class[sc->s[at]] & BYTE_SPACE;
}

/* A hyphen that joins nothing: a dash when it is typed as one, else just a mark ("pre- and post-war", "-5"). */
static uint32_t lone_hyphen(const struct scan *sc, uint32_t end)
{
	return sc->flags & SLANT_SPACED && (space_at(sc, end) || byte_class[sc->s[end]] & BYTE_LETTER) ? SLANT_DASH
												       : SLANT_OTHER_MARK;
}

static void scan_ascii_mark(struct scan *sc)
{
	unsigned char c = sc->s[sc->at];
	uint32_t id = char_mark(c), end = sc->at + 1;
	switch (c) {
	case '.':
		end = dots_end(sc);
		id = end - sc->at > 1 ? SLANT_ELLIPSIS : SLANT_PERIOD;
		break;
	case '-':
		end = same_end(sc);
		id = end - sc->at > 1 ? SLANT_DASH : lone_hyphen(sc, end);
		break;
	case '\'': case '`':
		end = sc->at + 1 < sc->end && sc->s[sc->at + 1] == c ? sc->at + 2 : sc->at + 1;
		break;
	case '"': case '(': case ')': case '[': case ']': case '{': case '}': case '$':
		break;
	default:
		end = same_end(sc);
	}
	emit(sc, sc->at, end, id, SLANT_MARK, 0);
}

static void scan_unicode(struct scan *sc)
{
	unsigned length;
	uint32_t c = utf8_get((const char *)sc->s + sc->at, &length);
	switch (char_kind(c)) {
	case CHAR_SPACE:
		sc->at += length;
		sc->flags |= SLANT_SPACED;
		break;
	case CHAR_INVISIBLE:
	case CHAR_JOINER: /* a mark with no letter to stand on */
		sc->at += length;
		break;
	case CHAR_LOWER:
	case CHAR_UPPER:
		scan_word(sc);
		break;
	case CHAR_DIGIT:
		scan_number(sc);
		break;
	case CHAR_HYPHEN:
		emit(sc, sc->at, sc->at + length, lone_hyphen(sc, sc->at + length), SLANT_MARK, 0);
		break;
	default:
		emit(sc, sc->at, sc->at + length, char_mark(c), SLANT_MARK, 0);
	}
}

void token_list_reserve(struct token_list *list, struct arena *arena, uint32_t bytes)
{
	list->size = bytes / BYTES_A_TOKEN + 16;
	list->items = arena_alloc(arena, (size_t)list->size * sizeof *list->items);
}

void tokenize_range(const struct vocabulary *words, const char *text, uint32_t start, uint32_t end,
		    struct arena *arena, struct token_list *out)
{
	struct scan sc = {.words = words, .s = (const unsigned char *)text, .at = start, .end = end,
			  .flags = SLANT_SPACED, .arena = arena, .out = out};
	while (sc.at < end) {
		unsigned c = byte_class[sc.s[sc.at]];
		if (c & BYTE_LETTER) {
			uint32_t before = sc.at;
			scan_plain_words(&sc);
			if (sc.at == before)
				scan_word(&sc);
		} else if (c & BYTE_SPACE) {
			sc.at++;
			sc.flags |= SLANT_SPACED;
		} else if (c & BYTE_DIGIT)
			scan_number(&sc);
		else if (c & BYTE_HIGH)
			scan_unicode(&sc);
		else
			scan_ascii_mark(&sc);
	}
}

uint32_t tokenize(const struct vocabulary *words, const char *text, uint32_t n, struct arena *arena, slant_token **tokens)
{
	struct token_list list = {0};
	tokenize_range(words, text, 0, n, arena, &list);
	*tokens = list.items;
	return list.count;
}
