/* SPDX-License-Identifier: MIT */
/* A shared object that was cut short (a full disk, a broken copy) is mapped by dlopen
 * all the same, and the first touch of what is missing ends the program. */
#include "plugin/loader.h"
#include "base/error.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <link.h>

/* Where the last loaded segment ends in the file; 0 when this cannot be told. */
static uint64_t needed_bytes(int fd, uint64_t size)
{
	ElfW(Ehdr) head;
	ElfW(Phdr) segment;
	uint64_t needed = 0;
	if (pread(fd, &head, sizeof head, 0) != (ssize_t)sizeof head || memcmp(head.e_ident, ELFMAG, SELFMAG) != 0 ||
	    head.e_phentsize != sizeof segment)
		return 0;
	for (unsigned i = 0; i < head.e_phnum; i++) {
		uint64_t at = head.e_phoff + (uint64_t)i * sizeof segment;
		if (at + sizeof segment > size)
			return at + sizeof segment;
		if (pread(fd, &segment, sizeof segment, (off_t)at) != (ssize_t)sizeof segment)
			return 0;
		if (segment.p_type == PT_LOAD && segment.p_offset + segment.p_filesz > needed)
			needed = segment.p_offset + segment.p_filesz;
	}
	return needed;
}
#else
static uint64_t needed_bytes(int fd, uint64_t size)
{
	(void)fd, (void)size;
	return 0;
}
#endif

int loader_whole(const char *path, struct error *error)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st) != 0) {
		if (fd >= 0)
			close(fd);
		return 0; /* dlopen will say why */
	}
	uint64_t size = (uint64_t)st.st_size, needed = needed_bytes(fd, size);
	close(fd);
	if (needed <= size)
		return 0;
	return error_set(error, ERROR_PLUGIN, "is cut short: %llu of %llu bytes are there", (unsigned long long)size,
			 (unsigned long long)needed);
}
