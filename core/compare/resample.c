/* SPDX-License-Identifier: MIT */
#include "compare/resample.h"
#include "base/memory.h"
#include "compare/metrics.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FEWEST_SENTENCES 10 /* fewer give draws that are too alike */

struct resample {
	struct bootstrap bootstrap;
	uint32_t *row; /* of a sentence, or VIEW_NONE: not analyzed */
	struct bootstrap_totals words[SLANT_VOICES + 1]; /* by voice, and of all */
};

static void add_words(struct resample *r, const struct view_sentence *s, uint32_t row)
{
	for (int voice = 0; voice < SLANT_VOICES; voice++) {
		if (s->words[voice] == 0)
			continue;
		bootstrap_add(&r->bootstrap, &r->words[voice], row, s->words[voice]);
		bootstrap_add(&r->bootstrap, &r->words[METRIC_ALL_VOICES], row, s->words[voice]);
	}
}

static struct resample *resample_new(const struct view *v)
{
	struct resample *r = mem_alloc(sizeof *r);
	uint32_t rows = 0;
	r->row = mem_alloc((v->sentence_count + 1) * sizeof *r->row);
	for (uint32_t i = 0; i < v->sentence_count; i++)
		r->row[i] = v->sentences[i].analyzed ? rows++ : VIEW_NONE;
	if (rows < FEWEST_SENTENCES) /* stays empty */
		return r;
	bootstrap_init(&r->bootstrap, rows);
	for (uint32_t i = 0; i < v->sentence_count; i++)
		if (r->row[i] != VIEW_NONE)
			add_words(r, &v->sentences[i], r->row[i]);
	return r;
}

void resample_free(struct resample *r)
{
	if (r == NULL)
		return;
	bootstrap_free(&r->bootstrap);
	free(r->row);
	free(r);
}

struct interval resample_rate(struct view *v, const struct metric *m, int voice)
{
	struct bootstrap_totals found;
	if (v->token_count == 0 || m->rules == NULL)
		return (struct interval){NAN, NAN};
	if (v->resample == NULL)
		v->resample = resample_new(v);
	const struct resample *r = v->resample;
	if (r->bootstrap.sentences == 0)
		return (struct interval){NAN, NAN};
	memset(&found, 0, sizeof found);
	for (uint32_t i = 0; i < v->finding_count; i++) {
		const struct view_finding *f = &v->findings[i];
		if (f->sentence != VIEW_NONE && r->row[f->sentence] != VIEW_NONE && metric_counts(m, voice, f))
			bootstrap_add(&r->bootstrap, &found, r->row[f->sentence], 1);
	}
	return bootstrap_ratio(&found, &r->words[voice]);
}
