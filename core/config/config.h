/* SPDX-License-Identifier: MIT */
/* Settings from a file: {"lexicons": ["mine.json"], "plugins": {"hedging":
 * {"enabled": false, "options": {"name": value}}}}. Paths are relative to the file. */
#ifndef SLANT_CONFIG_CONFIG_H
#define SLANT_CONFIG_CONFIG_H

#include <stddef.h>

struct config;
struct error;

/* path NULL: no file, all defaults. Faults name the key ("x.json: plugins.hedging.enabled: expected true or false"). */
struct config *config_load(const char *path, struct error *);
void config_free(struct config *);

/* Lexicon files to add; NULL-terminated, owned by the config. */
const char *const *config_lexicons(const struct config *);
/* Names of plugins switched off; NULL-terminated. */
const char *const *config_disabled(const struct config *);
/* A plugin's option as text ("3", "true", "words"), or NULL when the file does not set it. */
const char *config_option(const struct config *, const char *plugin, const char *option);
/* Hash of all settings that can change a result; the same for the same settings however written. */
const char *config_sha256(const struct config *);

#endif
