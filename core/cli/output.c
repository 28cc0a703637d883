/* SPDX-License-Identifier: MIT */
#include "cli/output.h"

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WAITING_LIMIT ((size_t)1 << 17)

int output_open(struct output *o, const char *path, struct error *error)
{
	*o = (struct output){.path = path ? path : "-", .fd = STDOUT_FILENO};
	if (strcmp(o->path, "-") == 0)
		return 0;
	size_t n = strlen(path);
	o->beside = mem_alloc(n + 8);
	memcpy(o->beside, path, n);
	memcpy(o->beside + n, ".XXXXXX", 8);
	o->fd = mkstemp(o->beside);
	if (o->fd >= 0)
		return 0;
	error_set(error, ERROR_OUTPUT, "%s: cannot write: %s", path, strerror(errno));
	free(o->beside);
	o->beside = NULL;
	return -1;
}

static int flush(struct output *o, struct error *error)
{
	int result = file_write_fd(o->fd, o->beside ? o->path : "standard output", o->waiting.data, o->waiting.length, error);
	buffer_clear(&o->waiting);
	return result;
}

int output_add(struct output *o, const char *bytes, size_t n, struct error *error)
{
	buffer_add(&o->waiting, bytes, n);
	return o->waiting.length < WAITING_LIMIT ? 0 : flush(o, error);
}

/* mkstemp makes files private; an output has the usual mode. */
static int settle(struct output *o, struct error *error)
{
	mode_t mask = umask(0);
	umask(mask);
	if ((fchmod(o->fd, 0666 & ~mask) != 0 && errno != EPERM) || (fsync(o->fd) != 0 && errno != EINVAL) || close(o->fd) != 0 ||
	    rename(o->beside, o->path) != 0)
		return error_set(error, ERROR_OUTPUT, "%s: cannot write: %s", o->path, strerror(errno));
	return 0;
}

int output_close(struct output *o, int keep, struct error *error)
{
	int result = flush(o, error);
	if (o->beside != NULL) {
		if (result == 0 && keep)
			result = settle(o, error);
		else
			close(o->fd);
		if (result != 0 || !keep)
			unlink(o->beside);
	}
	free(o->beside);
	buffer_free(&o->waiting);
	return result;
}
