/* SPDX-License-Identifier: MIT */
/* The inside of a language, for the units of this layer. Strings are borrowed from
 * the JSON, which lives as long as the language. */
#ifndef SLANT_TEXT_LANGUAGE_DATA_H
#define SLANT_TEXT_LANGUAGE_DATA_H

#include "base/vector.h"

#include <jansson.h>
#include <stdint.h>

struct error;
struct structure;
struct vocabulary;

/* What a word is to the sentence splitter and its neighbours. */
enum word_sort {
	WORD_TITLE_ABBREVIATION = 0x01, /* "mr": a name follows */
	WORD_NEVER_ENDS = 0x02,         /* "e.g", "vs": the sentence goes on */
	WORD_MAY_END = 0x04,            /* "inc", "u.s" */
	WORD_ENDS_BEFORE_CAPITAL = 0x08,              /* "a.m": ends one before most capitals */
	WORD_BEFORE_NUMBER = 0x10,      /* "no", "sept" */
	WORD_FUNCTION = 0x20,           /* "the", "he": with a capital behind a stop, a sentence begins */
	WORD_AFTER_CLOCK = 0x40,        /* "tuesday", "est": belongs to the time before it */
	WORD_SPEECH = 0x80,             /* "said": what stands before it was spoken */
	WORD_ELISION = 0x100,           /* "tis": its apostrophe is no quotation mark */
	WORD_TITLE = 0x200,             /* "president" */
	WORD_NUMBER_WORD = 0x400,       /* months and the like behind "9." in languages that write ordinals so */
	WORD_NEEDS_CAPITAL = 0x800,     /* listed with a capital ("Mass"): an abbreviation only so */
	WORD_NUMERAL = 0x800,           /* "twenty" */
	WORD_ABBREVIATION = 0x1f
};

struct inflect_rule {
	const char *after; /* the end of the word: letters, C (consonant), V (vowel), ^ (its beginning), C* */
	const char *add, *front;
	const char *not_begins; /* prefixes of words that the rule leaves alone */
	uint32_t strip; /* bytes taken off first */
	int doubles;    /* 1: only for words that double their last letter */
};

struct inflect_set { /* how one form is made */
	int form;    /* enum slant_form */
	int all;     /* 1: every rule that fits gives a form; 0: the first */
	VECTOR(struct inflect_rule) rules;
	const json_t *irregular; /* word -> list of forms, instead of the rules */
};

struct inflection {
	VECTOR(struct inflect_set) sets;
	const json_t *irregular;       /* word -> [past and participle] or [past, participle]; forms by spaces */
	const json_t *prefixes;        /* "over": overcome as come */
	const char *doubling_pattern;  /* words of this shape double */
	struct vocabulary *doubling, *doubling_both;
};

struct language {
	json_t *json, *structure_json;
	const char *tag;
	struct vocabulary *words; /* every word of the lists */
	uint32_t *sorts;          /* enum word_sort bits by word id */
	int ordinal_stop;         /* "am 9. September": a stop behind a number makes it an ordinal */
	const char *vowels;
	struct inflection kinds[3]; /* nouns, verbs, adjectives */
	struct structure *structure;
};

/* Bits of a folded word; 0 when the language does not list it. */
uint32_t language_sorts(const struct language *, const char *folded, size_t n);

/* Read the part "inflection" of a language file. -1 with the place of the fault. */
int inflection_read(struct language *, const char *path, struct error *);
void inflection_free(struct language *);

#endif
