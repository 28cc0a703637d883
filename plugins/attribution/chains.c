/* SPDX-License-Identifier: MIT */
/* Who relays whom. "..., Orme said, according to the Gazette": Orme speaks, the Gazette
 * relays; "according to" alone is the cue of its own sentence. */
#include "attribution.h"

#include <string.h>

static void add_link(struct record *c, const struct record *outer)
{
	if (c->chain_count < MAX_CHAIN)
		c->chain[c->chain_count++] = (struct link){outer->source, {outer->group, outer->end}, outer->entry};
}

/* Speech of the same sentence that an outer source can relay: not a wish, not the object of a judgement. */
static int can_be_relayed(const struct reader *r, const struct record *c, const struct record *outer)
{
	return c != outer && c->sentence == outer->sentence && c->taken && c->entry->kind != KIND_ACCORDING &&
	       (c->entry->frames & (F_QUOTE | F_THAT)) && !c->uncertain && !c->ing && is_some(c->source) &&
	       !is(r, c->source.first, W_RELATIVE);
}

static struct record *relayed_by(struct reader *r, const struct record *outer)
{
	uint32_t index = (uint32_t)(outer - r->records);
	for (uint32_t k = index; k-- > 0 && r->records[k].sentence == outer->sentence;)
		if (can_be_relayed(r, &r->records[k], outer))
			return &r->records[k];
	for (uint32_t k = index + 1; k < r->record_count && r->records[k].sentence == outer->sentence; k++)
		if (can_be_relayed(r, &r->records[k], outer))
			return &r->records[k];
	return NULL;
}

/* What the insertion covers is told by its source: weaker cues in it are not told on their own. */
static void silence(struct reader *r, const struct record *outer)
{
	for (uint32_t k = 0; k < r->record_count; k++) {
		struct record *c = &r->records[k];
		if (c != outer && c->sentence == outer->sentence && c->taken && c->uncertain && c->entry->kind != KIND_DESIGNATION)
			c->taken = 0;
	}
}

static void insertion(struct reader *r, uint32_t index)
{
	struct record *outer = &r->records[index];
	if (r->covered[outer->group])
		return;
	insert_find(r, index);
	if (!outer->taken)
		return;
	struct record *inner = relayed_by(r, outer);
	if (inner != NULL) {
		add_link(inner, outer);
		outer->taken = 0;
	} else
		silence(r, outer);
}

/* "State radio reported, citing a police official, that": the official speaks, the radio relays. */
static void citing(struct reader *r, uint32_t index)
{
	struct record *cite = &r->records[index];
	struct record *c = index > 0 ? &r->records[index - 1] : NULL;
	if (!cite->ing || strcmp(cite->entry->lemma, "cite") != 0 || c == NULL || c->sentence != cite->sentence || !c->taken ||
	    !(c->entry->frames & F_QUOTE) || c->ing || cite->end >= high_of(r, cite))
		return;
	const char *type = is_some(c->source) ? names_type(r, c->source) : "";
	if (strcmp(type, "outlet") != 0)
		return;
	struct span cited = phrases_after(r, cite->end, high_of(r, cite));
	if (!is_some(cited) || strcmp(names_type(r, cited), "document") == 0)
		return;
	add_link(c, &(struct record){.source = c->source, .group = c->group, .end = c->end, .entry = c->entry});
	c->source = cited;
	cite->taken = 0;
}

/* "told Asharq, as reported by the Gazette": with somebody further out, whom it was told to relays too. */
static void addressee(struct reader *r, struct record *c)
{
	if (c->chain_count == 0 || c->chain_count == MAX_CHAIN || !is_some(c->addressee))
		return;
	if (strcmp(names_type(r, c->addressee), "outlet") != 0)
		return;
	memmove(&c->chain[1], &c->chain[0], c->chain_count * sizeof c->chain[0]);
	c->chain[0] = (struct link){c->addressee, {c->group, c->end}, c->entry};
	c->chain_count++;
}

void chains_find(struct reader *r)
{
	for (uint32_t i = 0; i < r->record_count; i++) {
		enum kind kind = r->records[i].entry->kind;
		if (kind == KIND_ACCORDING || kind == KIND_VIEW)
			insertion(r, i);
		else if (kind == KIND_VERB)
			citing(r, i);
	}
	for (uint32_t i = 0; i < r->record_count; i++)
		if (r->records[i].taken)
			addressee(r, &r->records[i]);
}
