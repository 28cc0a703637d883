/* SPDX-License-Identifier: MIT */
/* What every command that analyzes needs: settings, lexicons, plugins, prepared
 * once; and the exit status that grows out of what happens. */
#ifndef SLANT_CLI_SESSION_H
#define SLANT_CLI_SESSION_H

#include "base/error.h"
#include "cli/options.h"
#include "cli/places.h"
#include "config/config.h"
#include "run/run.h"

struct session {
	struct places places;
	struct config *config;
	struct engine *engine;
	struct string_list dirs, lexicons;
	int status[6]; /* status[k] is 1 when something asked for exit status k */
};

/* Say on standard error what is wrong and note its status. */
void session_fault(struct session *, const struct error *);
/* 0, or -1 (said and noted). Refused plugins are told here, and the run goes on. */
int session_open(struct session *, struct common_options *);
/* Frees everything; returns the exit status: the first of 2, 5, 4, 3, 1 that was asked for. */
int session_close(struct session *);

/* Analyze every article of the operands; each record line goes to `record`. */
int session_run(struct session *, const struct common_options *, char **operands, int count,
		int (*record)(void *context, const char *line, size_t n, struct error *), void *context);

#endif
