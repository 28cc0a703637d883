/* SPDX-License-Identifier: MIT */
#include "input/walk.h"

#include <string.h>

/* Backtracks to the last star only: linear in length of glob times length of path. */
static int match_part(const char *g, const char *p)
{
	const char *star = NULL, *from = NULL;
	int star_crosses = 0;
	while (*p) {
		if (*g == '*') {
			star_crosses = g[1] == '*';
			g += star_crosses ? 2 : 1;
			if (star_crosses && *g == '/')
				g++; /* "**" and its slash also stand for nothing at all */
			star = g;
			from = p;
		} else if (*g == *p || (*g == '?' && *p != '/')) {
			g++;
			p++;
		} else if (star != NULL && (star_crosses || *from != '/')) {
			g = star;
			p = ++from;
		} else
			return 0;
	}
	while (*g == '*')
		g++;
	return *g == '\0';
}

int glob_match(const char *glob, const char *path)
{
	if (strchr(glob, '/') == NULL) {
		const char *last = strrchr(path, '/');
		return match_part(glob, last ? last + 1 : path);
	}
	return match_part(glob, path);
}
