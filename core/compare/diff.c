/* SPDX-License-Identifier: MIT */
#include "compare/diff.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST 500

uint32_t diff_words(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count, uint32_t *match_a)
{
	memset(match_a, 0xff, a_count * sizeof *match_a);
	uint32_t n = a_count < LONGEST ? a_count : LONGEST, m = b_count < LONGEST ? b_count : LONGEST, width = m + 1;
	/* table[i][k]: common words of a from i on and b from k on */
	uint16_t *table = mem_alloc((size_t)(n + 1) * width * sizeof *table);
	for (uint32_t i = n; i-- > 0;)
		for (uint32_t k = m; k-- > 0;) {
			uint16_t down = table[(i + 1) * width + k], right = table[i * width + k + 1];
			table[i * width + k] = a[i] == b[k] ? (uint16_t)(table[(i + 1) * width + k + 1] + 1)
							    : (down > right ? down : right);
		}
	uint32_t common = table[0];
	for (uint32_t i = 0, k = 0; i < n && k < m;) {
		if (a[i] == b[k])
			match_a[i++] = k++;
		else if (table[(i + 1) * width + k] >= table[i * width + k + 1])
			i++;
		else
			k++;
	}
	free(table);
	return common;
}

uint32_t diff_find(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count)
{
	for (uint32_t i = 0; b_count > 0 && i + b_count <= a_count; i++)
		if (memcmp(a + i, b, b_count * sizeof *b) == 0)
			return i;
	return UINT32_MAX;
}
