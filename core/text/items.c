/* SPDX-License-Identifier: MIT */
/* Lists that stand in one line: an item begins where the letter or number of the one
 * before is counted on, in the same brackets, or where the same bullet stands again. */
#include "text/place.h"

static int is_bullet(const struct place *p, uint32_t i)
{
	return token(p, i)->word == SLANT_OTHER_MARK && (unsigned char)first_char(p, i) >= 0x80 &&
	       letters(p, i) > 1 && i + 1 < p->end;
}

/* Value of an item's letter or number; 0 when it is none. */
static uint32_t item_value(const struct place *p, uint32_t i, int *is_letter)
{
	const slant_token *t = token(p, i);
	char c = first_char(p, i);
	*is_letter = t->kind == SLANT_WORD;
	if (*is_letter)
		return letters(p, i) == 1 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? (uint32_t)(c | 0x20) : 0;
	if (t->kind != SLANT_NUMBER || letters(p, i) > 2 || c < '0' || c > '9')
		return 0;
	return letters(p, i) == 1 ? (uint32_t)(c - '0')
				  : (uint32_t)(c - '0') * 10 + (uint32_t)(p->b->text[t->start + 1] - '0');
}

static enum list_style style_behind(const struct place *p, uint32_t i, int bracket)
{
	if (i >= p->end || spaced(p, i))
		return LIST_NONE;
	if (token(p, i)->word == SLANT_CLOSE_BRACKET)
		return bracket ? LIST_BRACKETS : LIST_BRACKET;
	return token(p, i)->word == SLANT_PERIOD && !bracket ? LIST_STOP : LIST_NONE;
}

/* The item that begins at this token, or LIST_NONE. */
static struct list item_at(const struct place *p, uint32_t i)
{
	struct list l = {LIST_NONE, 0, 0, 0};
	if (is_bullet(p, i)) {
		l = (struct list){LIST_BULLET, p->b->text[token(p, i)->end - 1], 0, 0};
		return l;
	}
	int bracket = token(p, i)->word == SLANT_OPEN_BRACKET && first_char(p, i) == '(';
	i += (uint32_t)bracket;
	if (i + 2 >= p->end || (l.next = item_value(p, i, &l.letters)) == 0)
		return l;
	l.style = style_behind(p, i + 1, bracket);
	if (l.style == LIST_STOP && l.letters && is_capital(p, i))
		l.style = LIST_NONE; /* an initial */
	return l;
}

struct list items_begin(const struct place *p, uint32_t i)
{
	struct list l = item_at(p, i);
	if (l.style != LIST_BULLET && l.next != (l.letters ? 'a' : 1))
		l.style = LIST_NONE;
	l.next++;
	return l;
}

int items_next(struct place *p, uint32_t i)
{
	if (!spaced(p, i) || i == p->sentence)
		return 0;
	struct list l = item_at(p, i);
	if (l.style != p->list.style || l.letters != p->list.letters || l.bullet != p->list.bullet)
		return 0;
	if (l.style != LIST_BULLET && l.next != p->list.next)
		return 0;
	p->list.next = l.next + 1;
	return 1;
}
