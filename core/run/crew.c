/* SPDX-License-Identifier: MIT */
#include "run/crew.h"

#include "base/error.h"
#include "base/memory.h"
#include "run/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define CHUNK ((size_t)256 * 1024)
#define PRINT_LIMIT ((size_t)64 * 1024) /* bytes of plugins' own output passed on in a run */

int crew_init(struct crew *c, const struct engine *engine, const struct run_options *options, struct error *error)
{
	*c = (struct crew){.engine = engine, .options = options, .count = options->jobs ? options->jobs : 1};
	void *shared = mmap(NULL, c->count * sizeof *c->slots, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED)
		return error_set(error, ERROR_USAGE, "no memory to share with worker processes: %s", strerror(errno));
	c->slots = shared;
	c->earlier_count = confine_children(c->earlier, sizeof c->earlier / sizeof *c->earlier);
	confine_adopt();
	c->members = mem_alloc(c->count * sizeof *c->members);
	for (uint32_t i = 0; i < c->count; i++)
		c->members[i] = (struct member){.socket = -1, .printed = -1, .slot = &c->slots[i]};
	return 0;
}

void crew_sweep(const struct crew *c)
{
	pid_t *own = mem_alloc((c->count + c->earlier_count) * sizeof *own);
	memcpy(own, c->earlier, c->earlier_count * sizeof *own);
	for (uint32_t i = 0; i < c->count; i++)
		own[c->earlier_count + i] = c->members[i].process;
	confine_sweep(own, c->count + c->earlier_count);
	free(own);
}

void crew_end(struct crew *c)
{
	for (uint32_t i = 0; c->members != NULL && i < c->count; i++) {
		member_stop(&c->members[i]);
		buffer_free(&c->members[i].out);
		buffer_free(&c->members[i].in);
	}
	if (c->members != NULL)
		crew_sweep(c);
	free(c->members);
	if (c->slots != NULL)
		munmap(c->slots, c->count * sizeof *c->slots);
}

/* ---- one process ---- */

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void clear_slot(struct slot *s)
{
	s->watch.plugin = SLANT_NONE;
	s->watch.calls = 0;
	s->batch = UINT64_MAX;
	s->item = SLANT_NONE;
	s->steps = 0;
}

_Noreturn static void be_worker(struct crew *c, struct member *m, int socket, int printed, pid_t supervisor)
{
	struct worker_limits limits = {.memory = c->options->memory_limit, .printed = printed, .supervisor = supervisor};
	for (uint32_t i = 0; i < c->count; i++) {
		close_fd(&c->members[i].socket);
		close_fd(&c->members[i].printed);
	}
	worker_main(c->engine, socket, m->slot, &limits);
}

static int cannot(const char *what, struct error *error)
{
	return error_set(error, ERROR_USAGE, "cannot start a worker process: %s: %s", what, strerror(errno));
}

int member_start(struct crew *c, struct member *m, struct error *error)
{
	int sockets[2], pipes[2];
	pid_t self = getpid();
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
		return cannot("socketpair", error);
	if (pipe2(pipes, O_CLOEXEC) != 0) {
		close(sockets[0]);
		close(sockets[1]);
		return cannot("pipe", error);
	}
	m->socket = sockets[0];
	m->printed = pipes[0];
	fcntl(m->printed, F_SETFL, O_NONBLOCK);
	clear_slot(m->slot);
	m->calls = 0;
	fflush(NULL); /* else exit() in a plugin would write our buffers once more */
	m->process = fork();
	if (m->process == 0)
		be_worker(c, m, sockets[1], pipes[1], self);
	close(sockets[1]);
	close(pipes[1]);
	if (m->process > 0)
		return 0;
	m->process = 0;
	close_fd(&m->socket);
	close_fd(&m->printed);
	return cannot("fork", error);
}

int member_dead(const struct member *m)
{
	siginfo_t info = {.si_pid = 0};
	return waitid(P_PID, (id_t)m->process, &info, WEXITED | WNOWAIT | WNOHANG) == 0 && info.si_pid != 0;
}

int member_ended(const struct member *m)
{
	for (int i = 0; i < 500 && !member_dead(m); i++)
		nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
	return member_dead(m);
}

int member_stop(struct member *m)
{
	int status = 0;
	struct rusage usage = {0};
	if (m->process > 0) {
		kill(-m->process, SIGKILL); /* with what plugins started */
		kill(m->process, SIGKILL);
		while (wait4(m->process, &status, 0, &usage) < 0 && errno == EINTR)
			;
	}
	m->peak = (size_t)usage.ru_maxrss * 1024;
	m->process = 0;
	close_fd(&m->socket);
	close_fd(&m->printed);
	buffer_clear(&m->out);
	buffer_clear(&m->in);
	m->sent = 0;
	return status;
}

/* ---- batches ---- */

void member_assign(struct member *m, struct batch *b)
{
	m->batches[m->batch_count++] = b;
	batch_task(b, &m->out);
}

void member_resend(struct member *m)
{
	for (uint32_t i = 0; i < m->batch_count; i++)
		batch_task(m->batches[i], &m->out);
}

void member_send(struct member *m)
{
	while (m->sent < m->out.length) {
		ssize_t n = send(m->socket, m->out.data + m->sent, m->out.length - m->sent, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return;
		m->sent += (size_t)n;
	}
	buffer_clear(&m->out);
	m->sent = 0;
}

int member_receive(struct member *m)
{
	for (;;) {
		buffer_reserve(&m->in, CHUNK);
		ssize_t n = recv(m->socket, m->in.data + m->in.length, CHUNK, MSG_DONTWAIT);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno == EAGAIN ? 0 : -1;
		if (n == 0)
			return -1;
		m->in.length += (size_t)n;
		if ((size_t)n < CHUNK)
			return 0;
	}
}

void member_print(struct crew *c, struct member *m)
{
	char text[4096];
	ssize_t n;
	while (m->printed >= 0 && (n = read(m->printed, text, sizeof text)) > 0) {
		size_t room = PRINT_LIMIT - c->printed, take = (size_t)n < room ? (size_t)n : room;
		c->printed += take;
		if (take > 0 && c->options->printed != NULL)
			c->options->printed(c->options->context, text, take);
	}
}
