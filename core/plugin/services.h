/* SPDX-License-Identifier: MIT */
/* The functions behind the table `slant_host` (slantwise/plugin.h tells what each does). */
#ifndef SLANT_PLUGIN_SERVICES_H
#define SLANT_PLUGIN_SERVICES_H

#include "slantwise/plugin.h"

/* in open(): setup.c */
uint32_t setup_word(slant_setup *, const char *word);
uint32_t setup_word_limit(slant_setup *);
uint32_t setup_entries(slant_setup *, const slant_entry **entries);
uint32_t setup_rule(slant_setup *, const char *name, const char *summary);
int64_t setup_option_int(slant_setup *, const char *name);
const char *setup_option_text(slant_setup *, const char *name);
int setup_refuse(slant_setup *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* in analyze(): sink.c */
uint32_t sink_hits(slant_sink *, const slant_hit **hits);
int sink_finding(slant_sink *, uint32_t rule, uint32_t start, uint32_t end);
void sink_data_int(slant_sink *, const char *key, int64_t value);
void sink_data_bool(slant_sink *, const char *key, int value);
void sink_data_text(slant_sink *, const char *key, const char *value, size_t length);
void sink_data_span(slant_sink *, const char *key, uint32_t start, uint32_t end, const char *type);
void sink_data_range(slant_sink *, const char *key, uint32_t start, uint32_t end);
void sink_data_object(slant_sink *, const char *key);
void sink_data_array(slant_sink *, const char *key);
void sink_data_place(slant_sink *, const char *key, uint32_t start, uint32_t end);
void sink_data_end(slant_sink *);
void sink_voice(slant_sink *, int voice, int certain);
void sink_speaker(slant_sink *, const char *name, size_t length);
void sink_metric(slant_sink *, uint32_t metric, const char *label, int64_t k, int64_t n);
const slant_finding *sink_findings(slant_sink *, const char *plugin, uint32_t *count, int *failed);
int64_t sink_get_int(const slant_finding *, const char *key, int64_t missing);
const char *sink_get_text(const slant_finding *, const char *key);
int sink_get_span(const slant_finding *, const char *key, uint32_t *start, uint32_t *end);
void *sink_alloc(slant_sink *, size_t size);
void sink_note(slant_sink *, uint32_t start, uint32_t end, const char *format, ...) __attribute__((format(printf, 4, 5)));
int sink_fail(slant_sink *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A copy of what a plugin says to people: valid UTF-8, no control characters. */
char *services_clean(const char *text);

#endif
