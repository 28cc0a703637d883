/* SPDX-License-Identifier: MIT */
#include "base/file.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int file_is_directory(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

int file_is_regular(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static int read_all(int fd, const char *path, struct buffer *out, size_t limit, struct error *error)
{
	size_t before = out->length;
	for (;;) {
		buffer_reserve(out, 65536);
		ssize_t n = read(fd, out->data + out->length, 65536);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return error_set(error, ERROR_INPUT, "%s: cannot read: %s", path, strerror(errno));
		if (n == 0)
			break;
		out->length += (size_t)n;
		if (out->length - before > limit)
			return error_set(error, ERROR_INPUT, "%s: larger than the limit of %zu bytes", path, limit);
	}
	buffer_reserve(out, 1);
	out->data[out->length] = '\0';
	return 0;
}

static int open_regular(const char *path, struct error *error)
{
	struct stat st;
	/* O_NONBLOCK: a FIFO that nobody writes to must not hold us up. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return error_set(error, ERROR_INPUT, "%s: cannot open: %s", path, strerror(errno));
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		return fd;
	error_set(error, ERROR_INPUT, "%s: %s", path,
		  S_ISDIR(st.st_mode) ? "is a directory" : "is not a regular file (a pipe is read as '-', on standard input)");
	close(fd);
	return -1;
}

int file_read(const char *path, struct buffer *out, size_t limit, struct error *error)
{
	if (strcmp(path, "-") == 0)
		return read_all(STDIN_FILENO, "standard input", out, limit, error);
	int fd = open_regular(path, error);
	if (fd < 0)
		return -1;
	int result = read_all(fd, path, out, limit, error);
	close(fd);
	return result;
}

int file_write_fd(int fd, const char *name, const void *bytes, size_t n, struct error *error)
{
	const char *at = bytes;
	while (n > 0) {
		ssize_t done = write(fd, at, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return error_set(error, ERROR_OUTPUT, "%s: cannot write: %s", name, strerror(errno));
		at += done;
		n -= (size_t)done;
	}
	return 0;
}

/* mkstemp makes files private; an output should have the usual mode. */
static void usual_mode(int fd)
{
	mode_t mask = umask(0);
	umask(mask);
	if (fchmod(fd, 0666 & ~mask) != 0)
		return; /* a file system without modes keeps its own */
}

int file_write(const char *path, const void *bytes, size_t n, struct error *error)
{
	if (strcmp(path, "-") == 0)
		return file_write_fd(STDOUT_FILENO, "standard output", bytes, n, error);
	size_t length = strlen(path);
	char *beside = mem_alloc(length + 8);
	memcpy(beside, path, length);
	memcpy(beside + length, ".XXXXXX", 8);
	int result = -1;
	int fd = mkstemp(beside);
	if (fd < 0) {
		error_set(error, ERROR_OUTPUT, "%s: cannot write: %s", path, strerror(errno));
		goto out;
	}
	usual_mode(fd);
	result = file_write_fd(fd, path, bytes, n, error);
	if ((fsync(fd) != 0 && errno != EINVAL) && result == 0)
		result = error_set(error, ERROR_OUTPUT, "%s: cannot write: %s", path, strerror(errno));
	if (close(fd) != 0 && result == 0)
		result = error_set(error, ERROR_OUTPUT, "%s: cannot write: %s", path, strerror(errno));
	if (result == 0 && rename(beside, path) != 0)
		result = error_set(error, ERROR_OUTPUT, "%s: cannot write: %s", path, strerror(errno));
	if (result != 0)
		unlink(beside);
out:
	free(beside);
	return result;
}
