/* SPDX-License-Identifier: MIT */
#include "cli/places.h"

#include "base/file.h"
#include "base/memory.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *join(const char *folder, const char *rest)
{
	size_t n = strlen(folder) + strlen(rest) + 2;
	char *path = mem_alloc(n);
	snprintf(path, n, "%s/%s", folder, rest);
	return path;
}

static void program_folder(char folder[PATH_MAX])
{
	ssize_t n = readlink("/proc/self/exe", folder, PATH_MAX - 1);
	folder[n > 0 ? n : 0] = '\0';
	char *slash = strrchr(folder, '/');
	if (slash == NULL)
		strcpy(folder, ".");
	else
		*slash = '\0';
}

/* The real path when there is one: messages should name what people know. */
static char *settle(char *path)
{
	char *real = realpath(path, NULL);
	if (real == NULL)
		return path;
	free(path);
	return real;
}

void places_find(struct places *p)
{
	char folder[PATH_MAX];
	program_folder(folder);
	char *link = join(folder, "lexicon-link");
	if (file_is_directory(link)) {
		p->plugins = settle(join(folder, "plugins/.libs"));
		p->lexicons = settle(link);
		return;
	}
	free(link);
	p->plugins = settle(join(folder, TO_PLUGINS));
	p->lexicons = settle(join(folder, TO_LEXICONS));
}

void places_free(struct places *p)
{
	free(p->plugins);
	free(p->lexicons);
}
