/* SPDX-License-Identifier: MIT */
/* Inside `slantwise lexicons`: what its sub-commands share. */
#ifndef SLANT_CLI_LEXICONS_H
#define SLANT_CLI_LEXICONS_H

#include "cli/options.h"
#include "cli/places.h"
#include "lexicon/lexicon.h"

struct lexicons_command {
	struct places places;
	struct string_list files; /* --lexicon */
	struct input_options input;
	const char *path, *from, *name, *language, *plugin, *title, *licence;
	unsigned long limit;      /* places shown by info */
	int notes, strict;
	int status[6];
};

/* On standard error. */
void lexicons_say(const char *message);
/* Say what is wrong, note its status. */
void lexicons_fault(struct lexicons_command *, const struct error *);
/* The shipped lexicons, those switched off too, and those of --lexicon. */
int lexicons_find(struct lexicons_command *, struct lexicons *);

void lexicons_info(struct lexicons_command *, const char *name, char **files, int count);
void lexicons_import(struct lexicons_command *, const char *file);

#endif
