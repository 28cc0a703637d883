/* SPDX-License-Identifier: MIT */
/* One or two sentences on each number of a comparison, for people. */
#ifndef SLANT_COMPARE_METHODS_H
#define SLANT_COMPARE_METHODS_H

#include <jansson.h>

json_t *methods_json(void); /* [{"name", "text", "source"}], new reference */

#endif
