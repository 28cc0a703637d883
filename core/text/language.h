/* SPDX-License-Identifier: MIT */
/* What the text layer must know of a language, from lexicons/<tag>/language.json
 * (words) and lexicons/<tag>/structure.json (parts of an article): abbreviations,
 * function words, inflection rules, title words of persons, bylines and boilerplate.
 * Nothing of any language is written into the program. */
#ifndef SLANT_TEXT_LANGUAGE_H
#define SLANT_TEXT_LANGUAGE_H

#include <stddef.h>
#include <stdint.h>

struct error;
struct language;  /* one */
struct languages; /* all that were found */

/* Read <dir>/<tag>/language.json (and structure.json beside it, when it is there)
 * for every folder of `dir`, by name. */
struct languages *languages_load(const char *dir, struct error *);
void languages_free(struct languages *);

/* By primary tag ("en" for "en-GB"); the neutral language (no rules) when unknown, never NULL. */
const struct language *languages_get(const struct languages *, const char *tag);
/* The language that most function words of the text belong to; neutral when too few decide. */
const struct language *languages_guess(const struct languages *, const char *text, size_t n);

const char *language_tag(const struct language *); /* "" for the neutral one */

/* Is this folded word (without its full stop) an abbreviation? 0 no; 1 never ends a
 * sentence ("Mr", "Dr"); 2 may end one ("Inc", "a.m", "U.S"); 3 only before a number ("No", "Sept"). */
int language_abbreviation(const struct language *, const char *folded, size_t n);

/* 1 when the folded word is a title or office put before a person's name ("president", "mr"). */
int language_title(const struct language *, const char *folded, size_t n);

/* Every folded word that is a number ("twenty"). */
void language_numerals(const struct language *, void (*word)(void *context, const char *folded), void *context);

/* All forms of a word marked @noun, @verb or @adj (`kind`: 'n', 'v', 'a'), given
 * to `form` one by one with an enum slant_form; the base form first. */
void language_inflect(const struct language *, char kind, const char *folded,
		      void (*form)(void *context, const char *folded, int slant_form), void *context);

#endif
