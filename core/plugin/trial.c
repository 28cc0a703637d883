/* SPDX-License-Identifier: MIT */
/* Code of a foreign plugin runs as soon as it is loaded. So it is loaded, opened and
 * closed in a process of its own first; if that one does not come back, the plugin
 * is refused and nothing else is lost. */
#include "plugin/analyzer.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE 10000 /* milliseconds */
#define CAME_THROUGH 'F'

static void quiet(void)
{
	int null = open("/dev/null", O_RDWR);
	for (int fd = 0; null >= 0 && fd <= 2; fd++)
		dup2(null, fd);
	setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
}

static void try_it(struct host *host, const struct module *m, const struct host_options *options, int answer)
{
	static const char done = CAME_THROUGH;
	struct analyzer a = {.module = *m, .group = SLANT_NONE};
	struct error error;
	quiet();
	analyzer_load(host, &a, options, &error); /* why not is told by the second time, in the program itself */
	analyzer_free(&a);
	if (write(answer, &done, 1) != 1)
		_exit(1);
	_exit(0);
}

const char *host_signal_name(int number)
{
	static const struct {
		int number;
		const char *name;
	} names[] = {{SIGSEGV, "SIGSEGV"}, {SIGABRT, "SIGABRT"}, {SIGFPE, "SIGFPE"}, {SIGILL, "SIGILL"},
		     {SIGBUS, "SIGBUS"}, {SIGKILL, "SIGKILL"}, {SIGTERM, "SIGTERM"}, {SIGPIPE, "SIGPIPE"},
		     {SIGSYS, "SIGSYS"}, {SIGXCPU, "SIGXCPU"}, {SIGALRM, "SIGALRM"}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].number == number)
			return names[i].name;
	return "a signal";
}

/* 1 it came through, 0 it ended before, -1 it takes too long. */
static int wait_for(int answer)
{
	struct pollfd p = {.fd = answer, .events = POLLIN};
	char byte = 0;
	int ready;
	do
		ready = poll(&p, 1, PATIENCE);
	while (ready < 0 && errno == EINTR);
	if (ready == 0)
		return -1;
	return read(answer, &byte, 1) == 1 && byte == CAME_THROUGH;
}

static int tell(int outcome, int status, struct error *error)
{
	if (outcome < 0)
		return error_set(error, ERROR_PLUGIN, "does not finish loading within %d seconds", PATIENCE / 1000);
	if (WIFSIGNALED(status))
		return error_set(error, ERROR_PLUGIN, "crashes while it is loaded (%s)", host_signal_name(WTERMSIG(status)));
	return error_set(error, ERROR_PLUGIN, "ends the program while it is loaded (status %d)", WEXITSTATUS(status));
}

int trial_run(struct host *host, const struct module *m, const struct host_options *options, struct error *error)
{
	int ends[2], status = 0;
	if (pipe(ends) != 0)
		return error_set(error, ERROR_PLUGIN, "cannot be tried: %s", strerror(errno));
	pid_t child = fork();
	if (child == 0) {
		close(ends[0]);
		try_it(host, m, options, ends[1]);
	}
	close(ends[1]);
	int outcome = child < 0 ? 0 : wait_for(ends[0]);
	close(ends[0]);
	if (child < 0)
		return error_set(error, ERROR_PLUGIN, "cannot be tried: %s", strerror(errno));
	if (outcome != 1)
		kill(child, SIGKILL);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	return outcome == 1 ? 0 : tell(outcome, status, error);
}
