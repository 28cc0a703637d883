/* SPDX-License-Identifier: MIT */
/* Where the program's own plugins and lexicons are: beside it in a build folder,
 * else at the installed distance from it, so that an installed tree can be moved. */
#ifndef SLANT_CLI_PLACES_H
#define SLANT_CLI_PLACES_H

struct places {
	char *plugins;  /* folder of the bundled plugins */
	char *lexicons; /* folder that holds one folder a language */
};

/* Paths are absolute; free with places_free. */
void places_find(struct places *);
void places_free(struct places *);

#endif
