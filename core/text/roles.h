/* SPDX-License-Identifier: MIT */
/* Roles by phrases (structure.c) and by shape and place (roles.c): what the two share. */
#ifndef SLANT_TEXT_ROLES_H
#define SLANT_TEXT_ROLES_H

#include "text/build.h"

/* Try the phrases that give a body paragraph its role. */
void structure_phrases(struct build *, uint32_t paragraph);
/* The same for those that disclose something, all roles being known. */
void structure_disclosures(struct build *, uint32_t paragraph);

/* The last mark that is no closing one is . ! ? or an ellipsis. */
int paragraph_ends_with_stop(const struct build *, const struct build_paragraph *);

#endif
