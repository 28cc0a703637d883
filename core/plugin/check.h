/* SPDX-License-Identifier: MIT */
/* Is a descriptor what slantwise/plugin.h says? Checked once, when a plugin is
 * loaded, so that nothing later has to doubt a name or an array. */
#ifndef SLANT_PLUGIN_CHECK_H
#define SLANT_PLUGIN_CHECK_H

#include "slantwise/plugin.h"

struct error;

/* Copy what this program knows of the descriptor; the message says which field is wrong and how. */
int check_plugin(const slant_plugin *given, slant_plugin *copy, struct error *);

/* Lower-case letters, digits and _, beginning with a letter, at most 64. */
int check_name(const char *);

/* Elements before the all-zero one. */
uint32_t check_count_rules(const slant_rule *);
uint32_t check_count_options(const slant_option *);
uint32_t check_count_metrics(const slant_metric *);

/* Is a name one of a comma-separated list? */
int check_lists(const char *list, const char *name);

#endif
