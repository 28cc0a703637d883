/* SPDX-License-Identifier: MIT */
/* Shared objects: which files of a folder may be loaded, and loading one so that a
 * failure tells its true reason. libltdl says "file not found" for nearly
 * everything, so dlopen is asked first. */
#ifndef SLANT_PLUGIN_LOADER_H
#define SLANT_PLUGIN_LOADER_H

#include "base/vector.h"
#include "slantwise/plugin.h"

struct error;

struct module {
	char *path;   /* absolute, or "built in" */
	char *stem;   /* file name without its ending */
	int own;      /* from a folder of the program itself */
	void *handle; /* lt_dlhandle, NULL until loaded */
};
typedef VECTOR(struct module) modules;

/* Starts and ends libltdl; counted. */
int loader_init(struct error *);
void loader_exit(void);

/* Add every NAME.so of a folder, by name. A folder that others can write is refused. */
int loader_list(const char *folder, int own, modules *, struct error *);
/* Add the modules that are linked into the program. */
void loader_list_linked(modules *);

/* May this file be loaded: nobody but us and root can have written it? */
int loader_trust(const struct module *, struct error *);
/* Are all bytes there that loading will touch? */
int loader_whole(const char *path, struct error *);
/* Load it and find its descriptor (unchecked). The message does not name the file. */
const slant_plugin *loader_open(struct module *, struct error *);
/* While code of foreign plugins runs in this process, what it prints goes to standard error. */
int loader_hush(void);
void loader_unhush(int saved);
/* Memory that a module gave stays valid until then. */
void loader_close(struct module *);
void loader_free(struct module *);

#endif
