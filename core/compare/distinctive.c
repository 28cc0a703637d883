/* SPDX-License-Identifier: MIT */
/* Words that the writers of one group use more than those of the others: log-odds
 * with an informative Dirichlet prior. How large such figures get by chance alone is
 * found by dealing the sentences to the groups at random. */
#include "compare/bootstrap.h"
#include "compare/counts.h"
#include "compare/language_words.h"
#include "compare/metrics.h"
#include "compare/tree.h"
#include "compare/words.h"
#include "base/memory.h"
#include "base/vector.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PRIOR_WORDS 500.0 /* the pooled texts weigh as much as so many words */
#define FEWEST_USES 3     /* in the group */
#define SHORTEST 3        /* letters */
#define WORDS_SHOWN 15
#define DEALS 100
#define SEED 0x5eedc0dedeed5u

struct sentence_words { /* the writer's words of one sentence */
	const uint32_t *words;
	uint32_t count, group;
};

struct search {
	const struct scope *scope;
	struct word_counts counts;
	uint8_t *wanted; /* by word: may be distinctive at all */
	uint32_t *words; /* of all sentences */
	VECTOR(struct sentence_words) sentences;
};

static int is_wanted(const struct view *v, const struct view_token *t, const char *text)
{
	return t->kind == SLANT_WORD && (t->flags & SLANT_CLITIC) == 0 && strlen(text) >= SHORTEST &&
	       !language_is_function_word(v->language, t->word);
}

static void read_sentences(struct search *x)
{
	uint32_t used = 0;
	size_t room = 1;
	for (uint32_t i = 0; i < x->scope->count; i++)
		room += x->scope->views[i]->token_count;
	x->words = mem_alloc(room * sizeof *x->words);
	x->wanted = mem_alloc(x->counts.words + 1);
	for (uint32_t i = 0; i < x->scope->count; i++) {
		const struct view *v = x->scope->views[i];
		for (uint32_t k = 0; k < v->sentence_count; k++) {
			uint32_t first = used;
			for (uint32_t t = v->sentences[k].first_token; t < v->sentences[k].end_token; t++) {
				const struct view_token *token = &v->tokens[t];
				if (!token->counts || token->voice != SLANT_VOICE_NARRATOR)
					continue;
				x->words[used++] = token->word;
				x->wanted[token->word] |= (uint8_t)is_wanted(v, token, words_text(x->scope->words, token->word));
			}
			*vector_push(&x->sentences) = (struct sentence_words){x->words + first, used - first, v->group};
		}
	}
}

/* ---- figures of one word in one group ---- */

static struct keyness word_keyness(const struct word_counts *c, uint32_t word, uint32_t uses, uint64_t length)
{
	double prior = PRIOR_WORDS * c->totals[word] / (double)c->length;
	return keyness(uses, (double)length, c->totals[word] - uses, (double)(c->length - length), prior, PRIOR_WORDS, METRIC_LEVEL);
}

/* ---- noise ---- */

static void shuffle(uint32_t *groups, uint32_t count, struct dice *dice)
{
	for (uint32_t i = count; i > 1; i--) {
		uint32_t k = dice_below(dice, i), swap = groups[i - 1];
		groups[i - 1] = groups[k];
		groups[k] = swap;
	}
}

/* The largest z of each group in one deal. */
static void deal(const struct search *x, const uint32_t *groups, uint32_t *of, uint64_t *lengths, double *largest)
{
	const struct word_counts *c = &x->counts;
	memset(of, 0, (size_t)c->groups * c->words * sizeof *of);
	memset(lengths, 0, c->groups * sizeof *lengths);
	for (uint32_t i = 0; i < x->sentences.count; i++) {
		const struct sentence_words *s = &x->sentences.items[i];
		lengths[groups[i]] += s->count;
		for (uint32_t k = 0; k < s->count; k++)
			of[(size_t)groups[i] * c->words + s->words[k]]++;
	}
	for (uint32_t g = 0; g < c->groups; g++) {
		largest[g] = 0;
		for (uint32_t w = 0; w < c->words; w++) {
			uint32_t uses = of[(size_t)g * c->words + w];
			if (uses >= FEWEST_USES && x->wanted[w])
				largest[g] = fmax(largest[g], word_keyness(c, w, uses, lengths[g]).z);
		}
	}
}

static int rising(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

/* By group: what the largest z stays below in 95 of 100 random deals. */
static double *noise(const struct search *x)
{
	uint32_t groups = x->counts.groups, n = x->sentences.count;
	uint32_t *dealt = mem_alloc((n + 1) * sizeof *dealt), *of = mem_alloc(((size_t)groups * x->counts.words + 1) * sizeof *of);
	uint64_t *lengths = mem_alloc((groups + 1) * sizeof *lengths);
	double *all = mem_alloc(((size_t)groups * DEALS + 1) * sizeof *all), *largest = mem_alloc((groups + 1) * sizeof *largest);
	struct dice dice = {SEED};
	for (uint32_t i = 0; i < n; i++)
		dealt[i] = x->sentences.items[i].group;
	for (uint32_t d = 0; d < DEALS; d++) {
		shuffle(dealt, n, &dice);
		deal(x, dealt, of, lengths, largest);
		for (uint32_t g = 0; g < groups; g++)
			all[(size_t)g * DEALS + d] = largest[g];
	}
	for (uint32_t g = 0; g < groups; g++) {
		qsort(all + (size_t)g * DEALS, DEALS, sizeof *all, rising);
		largest[g] = all[(size_t)g * DEALS + DEALS * 95 / 100];
	}
	free(dealt);
	free(of);
	free(lengths);
	free(all);
	return largest;
}

/* ---- JSON ---- */

struct found {
	uint32_t word;
	struct keyness k;
};

static int by_z(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	if (x->k.z != y->k.z)
		return x->k.z > y->k.z ? -1 : 1;
	return x->word < y->word ? -1 : x->word > y->word;
}

static json_t *word_json(const struct search *x, uint32_t group, const struct found *f, double level)
{
	const struct word_counts *c = &x->counts;
	uint32_t uses = c->of[(size_t)group * c->words + f->word];
	json_t *w = json_object();
	tree_text(w, "word", words_text(x->scope->words, f->word));
	tree_int(w, "count", uses);
	tree_int(w, "others", c->totals[f->word] - uses);
	tree_put(w, "log_odds", tree_real(f->k.log_odds));
	tree_put(w, "interval", tree_interval(f->k.interval));
	tree_put(w, "z", tree_real(f->k.z));
	tree_put(w, "log_ratio", tree_real(f->k.log_ratio));
	tree_put(w, "above_noise", json_boolean(f->k.z > level));
	return w;
}

static json_t *group_json(const struct search *x, uint32_t group, double level)
{
	const struct word_counts *c = &x->counts;
	VECTOR(struct found) list = {0};
	json_t *g = json_object(), *words = json_array();
	for (uint32_t w = 0; w < c->words; w++) {
		uint32_t uses = c->of[(size_t)group * c->words + w];
		if (uses < FEWEST_USES || !x->wanted[w])
			continue;
		struct keyness k = word_keyness(c, w, uses, c->lengths[group]);
		if (k.z > 0)
			*vector_push(&list) = (struct found){w, k};
	}
	if (list.count > 1)
		qsort(list.items, list.count, sizeof *list.items, by_z);
	for (uint32_t i = 0; i < list.count && i < WORDS_SHOWN; i++)
		json_array_append_new(words, word_json(x, group, &list.items[i], level));
	vector_free(&list);
	tree_int(g, "group", group);
	tree_int(g, "words_of_group", (int64_t)c->lengths[group]);
	tree_int(g, "words_of_others", (int64_t)(c->length - c->lengths[group]));
	tree_put(g, "noise_z", tree_real(level));
	tree_put(g, "words", words);
	return g;
}

json_t *scope_distinctive(const struct scope *s)
{
	json_t *all = json_object(), *groups = tree_array(all, "groups");
	struct search x = {.scope = s};
	tree_text(all, "voice", "narrator");
	tree_put(all, "prior_words", tree_real(PRIOR_WORDS));
	tree_int(all, "deals", DEALS);
	if (s->group_count < 2)
		return all;
	word_counts_init(&x.counts, s, 0);
	read_sentences(&x);
	double *levels = noise(&x);
	for (uint32_t g = 0; g < s->group_count && x.counts.length > 0; g++)
		json_array_append_new(groups, group_json(&x, g, levels[g]));
	free(levels);
	free(x.words);
	free(x.wanted);
	vector_free(&x.sentences);
	word_counts_free(&x.counts);
	return all;
}
