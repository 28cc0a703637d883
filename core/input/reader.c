/* SPDX-License-Identifier: MIT */
#include "input/reader.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define CHUNK 65536u

struct reader {
	char *name;
	gzFile stream; /* reads plain bytes as they are */
	char *data;    /* what was read and not taken yet: data[at..end) */
	size_t at, end, size;
	uint64_t line;
	int ended, broken;
};

static int open_file(const char *path, struct error *error)
{
	struct stat st;
	int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return error_set(error, ERROR_INPUT, "%s: cannot open: %s", path, strerror(errno));
	if (strcmp(path, "-") == 0)
		return fd;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		return fd;
	error_set(error, ERROR_INPUT, "%s: %s", path,
		  S_ISDIR(st.st_mode) ? "is a directory" : "is not a regular file (a pipe is read as '-', on standard input)");
	close(fd);
	return -1;
}

struct reader *reader_open(const char *path, struct error *error)
{
	int fd = open_file(path, error);
	if (fd < 0)
		return NULL;
	struct reader *r = mem_alloc(sizeof *r);
	r->name = mem_copy(strcmp(path, "-") == 0 ? "standard input" : path);
	r->stream = gzdopen(fd, "rb");
	if (r->stream == NULL) {
		close(fd);
		error_set(error, ERROR_INPUT, "%s: cannot read", r->name);
		free(r->name);
		free(r);
		return NULL;
	}
	gzbuffer(r->stream, CHUNK);
	return r;
}

void reader_close(struct reader *r)
{
	if (r == NULL)
		return;
	gzclose(r->stream);
	free(r->data);
	free(r->name);
	free(r);
}

/* Read one more chunk behind what is there. 1 more came, 0 the end, -1 error. */
static int more(struct reader *r, struct error *error)
{
	if (r->ended)
		return 0;
	if (r->at > 0) {
		memmove(r->data, r->data + r->at, r->end - r->at);
		r->end -= r->at;
		r->at = 0;
	}
	if (r->size - r->end < CHUNK) {
		r->size = r->size ? 2 * r->size : 2 * CHUNK;
		r->data = mem_resize(r->data, r->size);
	}
	int n = gzread(r->stream, r->data + r->end, CHUNK);
	int code = Z_OK;
	const char *why = n <= 0 ? gzerror(r->stream, &code) : NULL;
	if (n > 0) {
		r->end += (size_t)n;
		return 1;
	}
	r->ended = 1;
	if (n == 0 && (code == Z_OK || code == Z_STREAM_END))
		return 0;
	r->broken = 1;
	return error_set(error, ERROR_INPUT, "%s: %s", r->name,
			 code == Z_ERRNO      ? strerror(errno)
			 : code == Z_BUF_ERROR ? "the gzip data end too early (file cut off?)"
					       : (why && *why ? why : "cannot read"));
}

const char *reader_peek(struct reader *r, size_t n, size_t *got, struct error *error)
{
	while (r->end - r->at < n) {
		int result = more(r, error);
		if (result < 0)
			return NULL;
		if (result == 0)
			break;
	}
	*got = r->end - r->at < n ? r->end - r->at : n;
	return r->data ? r->data + r->at : "";
}

static int too_large(const struct reader *r, size_t limit, struct error *error)
{
	return error_set(error, ERROR_INPUT, "%s: larger than the limit of %zu bytes an article (--max-bytes)", r->name, limit);
}

int reader_all(struct reader *r, struct buffer *out, size_t limit, struct error *error)
{
	size_t before = out->length;
	for (;;) {
		size_t have = r->end - r->at;
		if (out->length - before + have > limit)
			return too_large(r, limit, error);
		buffer_add(out, r->data ? r->data + r->at : "", have);
		r->at = r->end;
		int result = more(r, error);
		if (result <= 0)
			return result;
	}
}

/* Throw away the rest of an overlong line. */
static void skip_line(struct reader *r)
{
	struct error ignored;
	for (;;) {
		char *newline = r->end > r->at ? memchr(r->data + r->at, '\n', r->end - r->at) : NULL;
		if (newline != NULL) {
			r->at = (size_t)(newline - r->data) + 1;
			return;
		}
		r->at = r->end;
		if (more(r, &ignored) <= 0)
			return;
	}
}

int reader_line(struct reader *r, struct buffer *line, size_t limit, struct error *error)
{
	size_t looked = 0;
	buffer_clear(line);
	for (;;) {
		size_t have = r->end - r->at;
		char *start = r->data ? r->data + r->at : NULL;
		char *newline = have > looked ? memchr(start + looked, '\n', have - looked) : NULL;
		size_t n = newline ? (size_t)(newline - start) : have;
		if (n > limit) {
			r->line++;
			error_set(error, ERROR_INPUT, "%s:%llu: the line is longer than the limit of %zu bytes (--max-bytes)",
				  r->name, (unsigned long long)r->line, limit);
			skip_line(r);
			return -1;
		}
		looked = have;
		int result = newline ? 1 : more(r, error);
		if (result < 0)
			return -1;
		if (newline == NULL && result > 0)
			continue;
		if (newline == NULL && n == 0)
			return 0;
		start = r->data + r->at; /* there is a line: something was read */
		r->at += n + (newline != NULL);
		r->line++;
		buffer_add(line, start, n > 0 && start[n - 1] == '\r' ? n - 1 : n);
		return 1;
	}
}

uint64_t reader_line_number(const struct reader *r)
{
	return r->line;
}

int reader_broken(const struct reader *r)
{
	return r->broken;
}
