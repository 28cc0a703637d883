/* SPDX-License-Identifier: MIT */
/* Phrases as paths over word ids. All edges of all nodes are in one hash table of
 * 16-byte entries behind a table of single bits, so that the usual answer ("no
 * phrase goes on so") costs one bit. What a text's word can begin is said by a byte
 * and the node it leads to, without hashing. */
#ifndef SLANT_LEXICON_TRIE_H
#define SLANT_LEXICON_TRIE_H

#include "base/vector.h"

#include <stddef.h>
#include <stdint.h>

/* Where every phrase begins; the phrases behind gaps begin at roots of their own. */
#define TRIE_ROOT 0u
/* A label with this bit is a class of words (a wildcard, "any number"), not a word. */
#define TRIE_CLASS 0x80000000u
/* On trie_edge.to: nothing goes on from there. */
#define TRIE_LEAF 0x80000000u
#define TRIE_NOTHING UINT32_MAX

struct trie_edge {
	uint32_t from, label, to;
	uint32_t outputs; /* index into outputs, or TRIE_NOTHING */
};

/* What a path means when a text has come to its end. */
struct trie_output {
	uint32_t id;
	uint32_t checks; /* TRIE_NOTHING, or what the words' letters must be */
	uint8_t kind, form;
	uint8_t last;  /* of its list */
	uint8_t group; /* of the unit, for hits */
};

/* What a word is as the first of a phrase: bits of trie.flags. */
#define TRIE_BEGINS 0x01u   /* an edge leads from the root */
#define TRIE_ENDS 0x02u     /* and is a whole phrase already */
#define TRIE_BY_CLASS 0x04u /* a class that it belongs to begins a phrase */
#define TRIE_CLASSED 0x08u  /* it belongs to some class, as a later word */
#define TRIE_PLAIN 0x10u    /* the phrases that it is are hits and ask for no check */

struct trie_first {
	uint32_t to, outputs; /* as in trie_edge */
};

struct trie_pending {
	uint32_t node;
	struct trie_output output;
};

struct trie {
	struct trie_edge *edges; /* from == TRIE_NOTHING: free */
	uint32_t edge_count, edge_mask;
	uint32_t node_count;
	VECTOR(struct trie_pending) pending;
	/* from trie_finish on */
	struct trie_output *outputs;
	struct trie_first *first; /* by word id */
	uint8_t *flags;           /* by word id */
	uint32_t word_limit;
	uint64_t *filter;
	unsigned filter_shift;
};

void trie_init(struct trie *);
void trie_free(struct trie *);
uint32_t trie_root(struct trie *); /* a further root */
uint32_t trie_add(struct trie *, uint32_t node, uint32_t label);
void trie_output(struct trie *, uint32_t node, struct trie_output);
/* No more phrases; word ids run up to `word_limit`. */
void trie_finish(struct trie *, uint32_t word_limit);
static inline uint64_t trie_hash(uint32_t from, uint32_t label)
{
	return ((uint64_t)from << 32 | label) * 0x9e3779b97f4a7c15u;
}

/* 0: no edge with this label leads on from there. */
static inline unsigned trie_may_go_on(const struct trie *t, uint32_t from, uint32_t label)
{
	uint64_t bit = trie_hash(from, label) >> t->filter_shift;
	return (unsigned)(t->filter[bit >> 6] >> (bit & 63) & 1);
}

/* The edge, or NULL. `word` below the limit, or a class. */
static inline const struct trie_edge *trie_find(const struct trie *t, uint32_t from, uint32_t label)
{
	if (!trie_may_go_on(t, from, label))
		return NULL;
	for (uint32_t at = (uint32_t)(trie_hash(from, label) >> 32) & t->edge_mask;; at = (at + 1) & t->edge_mask) {
		const struct trie_edge *e = &t->edges[at];
		if (e->from == from && e->label == label)
			return e;
		if (e->from == TRIE_NOTHING)
			return NULL;
	}
}

#endif
