/* SPDX-License-Identifier: MIT */
/* A growing array of any type: VECTOR(struct thing) things = {0}; */
#ifndef SLANT_BASE_VECTOR_H
#define SLANT_BASE_VECTOR_H

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>

#define VECTOR(type)            \
	struct {                \
		type *items;    \
		uint32_t count; \
		uint32_t size;  \
	}

/* A pointer to a new last item, not initialised. */
#define vector_push(v)                                                                                          \
	((v)->count == (v)->size                                                                                \
		 ? ((v)->size = (v)->size ? (v)->size * 2 : 8,                                                  \
		    (v)->items = mem_resize((v)->items, (size_t)(v)->size * sizeof *(v)->items), (void)0)       \
		 : (void)0,                                                                                     \
	 &(v)->items[(v)->count++])

#define vector_free(v) (free((v)->items), (v)->items = NULL, (v)->count = (v)->size = 0)

#endif
