/* SPDX-License-Identifier: MIT */
/* Article records (slantwise-article/1) out, streamed, and in. */
#ifndef SLANT_RESULTS_RECORD_H
#define SLANT_RESULTS_RECORD_H

#include "results/results.h"

#include <jansson.h>

struct buffer;
struct error;

#define RECORD_FORMAT "slantwise-article/1"

struct record_lexicon {
	const char *name, *version, *sha256;
};

/* What a run says of itself in every record. */
struct record_run {
	const char *version; /* of slantwise */
	const struct record_lexicon *lexicons;
	uint32_t lexicon_count;
	const char *config_sha256;
};

/* The article as the writer needs it; a copy of what input knows (results does not see input). */
struct record_article {
	const char *id, *source, *outlet, *story, *title, *author, *date, *url, *genre, *language;
	const struct record_disclosure {
		const char *kind;
		uint32_t start, end;
	} *disclosures;
	uint32_t disclosure_count;
	/* position of a byte of the text in the file as given; asked in rising order */
	void (*position)(void *context, uint32_t byte, uint64_t *source_byte, uint64_t *line, uint64_t *column);
	void *context;
};

struct record_options {
	int no_text; /* neither the text nor any excerpt of it (names of speakers included) */
};

/* One line, with its newline, added to the buffer. voices_resolve() has run. Gives
 * the findings their ids. */
void record_write(struct buffer *, struct results *, const struct record_article *, const struct record_run *,
		  const struct record_options *);

/* Parse and check a record read back ("NAME:LINE: reason"). New reference. */
json_t *record_read(const char *name, uint64_t line, const char *json, size_t n, struct error *);

#endif
