/* SPDX-License-Identifier: MIT */
/* The analyzers of a run: found, checked, opened in order, run over documents.
 * The host table that plugins see (slantwise/plugin.h) is implemented here. */
#ifndef SLANT_PLUGIN_HOST_H
#define SLANT_PLUGIN_HOST_H

#include "lexicon/matcher.h"
#include "results/results.h"

struct error;
struct host;
struct vocabulary;

struct host_options {
	const char *const *dirs;   /* folders with bundled plugins, then --plugin-dir's; NULL-terminated */
	uint32_t own_dirs;         /* how many of them are the program's own: there a missing folder is no fault
	                            * of the user, and nothing is tried in a process of its own before it is loaded */
	const char *const *report; /* --plugin: names to be reported (voice providers run all the same), or NULL for all */
	const char *const *disabled; /* switched off by the user, or NULL */
	/* Options by "plugin.option" -> text; NULL when not set. */
	const char *(*option)(void *context, const char *plugin, const char *option);
	void *context;
	int static_only; /* bundled plugins are linked in; load nothing */
	int no_fork;     /* do not try foreign plugins in a process of their own first */
};

/* Load all plugins and open them. One that is refused is kept as a failed entry
 * with the true reason (file and why); the others go on. NULL only for what makes
 * any run pointless (a name in `report` that nobody has: ERROR_USAGE). */
struct host *host_new(const struct host_options *, const struct matcher *, struct vocabulary *, struct error *);
void host_free(struct host *);

/* Every plugin, in running order (lexicon analyzers without code included): by name,
 * but each behind those that it names in `after`. */
uint32_t host_count(const struct host *);
const struct plugin_result *host_plugins(const struct host *); /* status failed for refused ones */
const char *host_plugin_path(const struct host *, uint32_t index); /* "built in" for linked ones */
/* Plugins that were refused, told on standard error by cli and in no record: they are not in host_count. */
uint32_t host_refused(const struct host *, const char *const **messages);

/* What a worker process tells its supervisor, in memory that both see. */
struct host_watch {
	_Atomic uint32_t plugin; /* being called now, or SLANT_NONE */
	_Atomic uint32_t calls;  /* rises with every call: the supervisor's clock starts anew */
};

/* A plugin that is not run again on this article, because it ended or held up a worker. */
struct host_fault {
	uint32_t plugin;
	enum plugin_status status;
	const char *kind, *message;
};

/* How one article is run; all zero for the usual way. */
struct host_article {
	struct host_watch *watch;
	const struct host_fault *faults;
	uint32_t fault_count;
	void (*called)(void *context); /* after each plugin, while watch still names it, or NULL */
	void *context;
};

/* "SIGSEGV"; the same in every locale. */
const char *host_signal_name(int number);

/* Run all over one document; results (initialised here, from the arena) with voices resolved. */
void host_analyze(const struct host *, const struct document *, const struct matches *, const struct host_article *,
		  struct arena *, struct results *);

#endif
