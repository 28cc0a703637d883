/* SPDX-License-Identifier: MIT */
/* Files read whole and written whole: an output appears under its name only when
 * every byte of it is on disk (written beside, then renamed). */
#ifndef SLANT_BASE_FILE_H
#define SLANT_BASE_FILE_H

#include <stddef.h>

struct buffer;
struct error;

/* Add the file's bytes to the buffer. "-" is standard input. Refuses directories,
 * sockets, devices and FIFOs (but standard input may be a pipe), and more than
 * `limit` bytes. ERROR_INPUT, with the path in the message. */
int file_read(const char *path, struct buffer *, size_t limit, struct error *);

/* Replace path by these bytes, or write them to standard output when path is "-".
 * ERROR_OUTPUT; on failure nothing is left behind. */
int file_write(const char *path, const void *bytes, size_t n, struct error *);

/* All of it to an open descriptor, EINTR and short writes included. */
int file_write_fd(int fd, const char *name, const void *bytes, size_t n, struct error *);

/* 1 when there is a directory / a regular file (after links) of that name. */
int file_is_directory(const char *path);
int file_is_regular(const char *path);

#endif
