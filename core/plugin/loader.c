/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "plugin/loader.h"
#include "base/error.h"
#include "base/memory.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <ltdl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/auxv.h>
#endif

#define ENTRY "slantwise_plugin"

/* ---- libltdl ---- */

/* libtool makes this table only for a program that is linked with -dlpreopen. */
extern const lt_dlsymlist lt__PROGRAM__LTX_preloaded_symbols[] __attribute__((weak));

static int raised_privileges(void)
{
#ifdef __linux__
	return getauxval(AT_SECURE) != 0;
#else
	return geteuid() != getuid();
#endif
}

int loader_init(struct error *error)
{
	if (raised_privileges())
		return error_set(error, ERROR_USAGE, "plugins are not loaded by a program that runs with raised privileges");
	/* libltdl would search it, in any process. */
	unsetenv("LTDL_LIBRARY_PATH");
	if (lt__PROGRAM__LTX_preloaded_symbols != NULL)
		lt_dlpreload_default(lt__PROGRAM__LTX_preloaded_symbols);
	if (lt_dlinit() != 0)
		return error_set(error, ERROR_PLUGIN, "libltdl does not start: %s", lt_dlerror());
	return 0;
}

void loader_exit(void)
{
	/* Sanitizers and valgrind name functions of a module only while it is loaded. */
#ifndef SLANT_SANITIZED
	lt_dlexit();
#endif
}

/* ---- trust ---- */

/* The group of one's own name that many systems give every user has nobody else in it. */
static int private_group(gid_t gid, uid_t uid)
{
	const struct passwd *user = getpwuid(uid);
	if (user == NULL || user->pw_gid != gid)
		return 0;
	char *name = mem_copy(user->pw_name);
	const struct group *group = getgrgid(gid);
	int alone = group != NULL && strcmp(group->gr_name, name) == 0;
	for (char **member = alone ? group->gr_mem : NULL; member != NULL && *member != NULL; member++)
		alone &= strcmp(*member, name) == 0;
	free(name);
	return alone;
}

/* The bundled plugins are as trustworthy as the program beside them, which may belong
 * to another user and, where the umask is 002, be writable for the builder's group. */
static int trust_path(const char *path, int own, const char *what, struct error *error)
{
	struct stat st;
	if (stat(path, &st) != 0)
		return error_set(error, ERROR_PLUGIN, "%s: %s", what, strerror(errno));
	if (st.st_mode & S_IWOTH)
		return error_set(error, ERROR_PLUGIN, "%s can be written by everybody; take that away with chmod o-w", what);
	if ((st.st_mode & S_IWGRP) && !(own && private_group(st.st_gid, st.st_uid)))
		return error_set(error, ERROR_PLUGIN, "%s can be written by its group; take that away with chmod g-w", what);
	if (!own && st.st_uid != 0 && st.st_uid != geteuid())
		return error_set(error, ERROR_PLUGIN, "%s belongs to another user", what);
	return 0;
}

static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash == path ? mem_copy("/") : mem_copy_n(path, (size_t)(slash - path));
}

int loader_trust(const struct module *m, struct error *error)
{
	if (m->path[0] != '/')
		return 0;
	char *real = realpath(m->path, NULL);
	if (real == NULL)
		return error_set(error, ERROR_PLUGIN, "cannot be opened: %s", strerror(errno));
	char *folder = folder_of(real);
	struct stat st;
	int result = trust_path(folder, m->own, "its folder", error);
	if (result == 0)
		result = trust_path(real, m->own, "the file", error);
	if (result == 0 && stat(real, &st) == 0 && !S_ISREG(st.st_mode))
		result = error_set(error, ERROR_PLUGIN, "is not a regular file");
	free(folder);
	free(real);
	return result;
}

/* ---- listing ---- */

static int is_module(const struct dirent *entry)
{
	size_t n = strlen(entry->d_name);
	return entry->d_name[0] != '.' && n > 3 && strcmp(entry->d_name + n - 3, ".so") == 0;
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void add_module(modules *list, const char *folder, const char *file, int own)
{
	struct module *m = vector_push(list);
	size_t n = strlen(folder) + strlen(file) + 2;
	*m = (struct module){.path = mem_alloc(n), .stem = mem_copy_n(file, strlen(file) - 3), .own = own};
	snprintf(m->path, n, "%s/%s", folder, file);
}

int loader_list(const char *folder, int own, modules *list, struct error *error)
{
	struct dirent **names = NULL;
	char *real = realpath(folder, NULL);
	if (real == NULL)
		return error_set(error, ERROR_USAGE, "%s: no folder of plugins: %s", folder, strerror(errno));
	int result = trust_path(real, own, "the folder", error);
	int n = result == 0 ? scandir(real, &names, is_module, by_bytes) : 0;
	if (n < 0)
		result = error_set(error, ERROR_USAGE, "no folder of plugins: %s", strerror(errno));
	if (result != 0)
		error_prefix(error, "%s", folder);
	for (int i = 0; i < n; i++) {
		add_module(list, real, names[i]->d_name, own);
		free(names[i]);
	}
	free(names);
	free(real);
	return result;
}

/* libltdl calls this without a context of ours. */
static modules *linked;

static int add_linked(lt_dlhandle handle)
{
	const lt_dlinfo *info = lt_dlgetinfo(handle);
	struct module *m = vector_push(linked);
	*m = (struct module){.path = mem_copy("built in"), .stem = mem_copy(info->name ? info->name : ""), .own = 1,
			     .handle = handle};
	return 0;
}

void loader_list_linked(modules *list)
{
	if (lt__PROGRAM__LTX_preloaded_symbols == NULL)
		return;
	linked = list;
	lt_dlpreload_open("@PROGRAM@", add_linked);
	linked = NULL;
}

/* ---- loading ---- */

/* dlerror begins with the path, which our caller names. */
static const char *reason_of(const char *message, const char *path)
{
	size_t n = strlen(path);
	if (message == NULL)
		return "unknown reason";
	return strncmp(message, path, n) == 0 && message[n] == ':' ? message + n + 1 + strspn(message + n + 1, " ") : message;
}

static lt_dlhandle open_local(const char *path, struct error *error)
{
	lt_dladvise advise;
	if (loader_whole(path, error) != 0)
		return NULL;
	/* All symbols now: one that is missing must show here, not end the program at its first call. */
	void *first = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (first == NULL) {
		error_set(error, ERROR_PLUGIN, "cannot be loaded: %s", reason_of(dlerror(), path));
		return NULL;
	}
	lt_dlhandle handle = NULL;
	if (lt_dladvise_init(&advise) == 0) {
		lt_dladvise_local(&advise);
#ifdef SLANT_SANITIZED
		lt_dladvise_resident(&advise);
#endif
		handle = lt_dlopenadvise(path, advise);
		lt_dladvise_destroy(&advise);
	}
	if (handle == NULL)
		error_set(error, ERROR_PLUGIN, "cannot be loaded: %s", lt_dlerror());
	dlclose(first);
	return handle;
}

const slant_plugin *loader_open(struct module *m, struct error *error)
{
	if (m->handle == NULL)
		m->handle = open_local(m->path, error);
	if (m->handle == NULL)
		return NULL;
	union {
		void *object;
		const slant_plugin *(*function)(void);
	} entry = {lt_dlsym(m->handle, ENTRY)};
	if (entry.object == NULL) {
		error_set(error, ERROR_PLUGIN, "is no plugin: it has no function %s (SLANT_REGISTER is missing)", ENTRY);
		return NULL;
	}
	const slant_plugin *plugin = entry.function();
	if (plugin == NULL)
		error_set(error, ERROR_PLUGIN, "its entry function gave no descriptor");
	return plugin;
}

int loader_hush(void)
{
	fflush(stdout);
	int saved = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	if (saved >= 0)
		dup2(STDERR_FILENO, STDOUT_FILENO);
	return saved;
}

void loader_unhush(int saved)
{
	fflush(stdout);
	if (saved >= 0) {
		dup2(saved, STDOUT_FILENO);
		close(saved);
	}
}

void loader_close(struct module *m)
{
	if (m->handle != NULL)
		lt_dlclose(m->handle);
	m->handle = NULL;
}

void loader_free(struct module *m)
{
	free(m->path);
	free(m->stem);
}
