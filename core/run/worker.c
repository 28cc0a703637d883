/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "run/worker.h"

#include "base/buffer.h"
#include "run/confine.h"
#include "run/frame.h"
#include "run/parcel.h"
#include "run/run.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#define ENOUGH ((size_t)64 * 1024) /* replies are written together from here on */

struct worker {
	const struct engine *engine;
	int socket;
	struct slot *slot;
	struct buffer task, replies;
	struct arena arena;
	uint64_t batch;
	uint32_t steps;
};

/* ---- to and from the supervisor ---- */

static void flush_replies(struct worker *w)
{
	const char *at = w->replies.data;
	size_t left = w->replies.length;
	while (left > 0) {
		ssize_t n = send(w->socket, at, left, MSG_NOSIGNAL);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			_exit(WORKER_CUT_OFF);
		at += n;
		left -= (size_t)n;
	}
	buffer_clear(&w->replies);
}

static void read_exactly(struct worker *w, size_t n)
{
	buffer_reserve(&w->task, n);
	while (n > 0) {
		ssize_t got = recv(w->socket, w->task.data + w->task.length, n, 0);
		if (got < 0 && errno == EINTR)
			continue;
		if (got == 0)
			_exit(0); /* the run is over */
		if (got < 0)
			_exit(WORKER_CUT_OFF);
		w->task.length += (size_t)got;
		n -= (size_t)got;
	}
}

/* A whole task frame; the supervisor is believed. */
static void read_task(struct worker *w)
{
	struct frame f;
	buffer_clear(&w->task);
	read_exactly(w, sizeof f);
	memcpy(&f, w->task.data, sizeof f);
	w->batch = f.batch;
	read_exactly(w, f.length);
}

/* ---- articles ---- */

/* Tell that a plugin call is over and wait until that was understood: if the bytes
 * before this frame are strange, this plugin wrote them. */
static void step(void *context)
{
	struct worker *w = context;
	frame_end(&w->replies, frame_begin(&w->replies, FRAME_STEP, w->batch, w->slot->item), 0);
	flush_replies(w);
	w->steps++;
	while (w->slot->steps != w->steps)
		nanosleep(&(struct timespec){.tv_nsec = 50000}, NULL);
}

static struct host_article how_to_run(struct worker *w, const struct task *task, const struct task_fault *faults,
				      uint32_t item)
{
	struct host_fault *list = arena_alloc(&w->arena, (task->fault_count + 1) * sizeof *list);
	struct host_article how = {.watch = &w->slot->watch, .faults = list};
	for (uint32_t i = 0; i < task->fault_count; i++)
		if (faults[i].item == item)
			list[how.fault_count++] = (struct host_fault){faults[i].plugin, (enum plugin_status)faults[i].status,
								      faults[i].kind, faults[i].message};
	if (task->careful) {
		how.called = step;
		how.context = w;
	}
	return how;
}

static const char *analyze_one(struct worker *w, const struct task *task, const struct task_fault *faults, const char *at)
{
	struct article article;
	uint64_t item;
	memcpy(&item, at, sizeof item);
	arena_reset(&w->arena);
	at += sizeof item + parcel_open(at + sizeof item, &w->arena, &article);
	w->slot->batch = w->batch;
	w->slot->item = (uint32_t)item;
	struct host_article how = how_to_run(w, task, faults, (uint32_t)item);
	struct buffer *out = task->careful ? &(struct buffer){0} : &w->replies;
	size_t place = frame_begin(out, FRAME_REPLY, w->batch, (uint32_t)item);
	int failed = engine_analyze(w->engine, &article, &how, out);
	frame_end(out, place, failed);
	if (task->careful) {
		buffer_add(&w->replies, out->data, out->length);
		buffer_free(out);
	}
	if (task->careful || w->replies.length >= ENOUGH)
		flush_replies(w);
	return at;
}

static void run_task(struct worker *w)
{
	const char *at = w->task.data + sizeof(struct frame);
	const struct task *task = (const struct task *)(const void *)at;
	const struct task_fault *faults = (const struct task_fault *)(const void *)(at + sizeof *task);
	at += sizeof *task + task->fault_count * sizeof *faults;
	for (uint32_t i = 0; i < task->item_count; i++)
		at = analyze_one(w, task, faults, at);
	flush_replies(w);
}

/* ---- the process ---- */

/* What a plugin prints must not get into the program's output, nor may it read our input. */
static void arrange_descriptors(const struct worker_limits *limits)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	int out = limits->printed >= 0 ? limits->printed : null;
	if (null >= 0)
		dup2(null, 0);
	if (out >= 0) {
		dup2(out, 1);
		dup2(out, 2);
	}
}

static void arrange_limits(const struct worker_limits *limits)
{
	setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
#ifndef SLANT_SANITIZED /* whose shadow memory would be refused */
	if (limits->memory > 0)
		setrlimit(RLIMIT_AS, &(struct rlimit){limits->memory, limits->memory});
#else
	(void)limits;
#endif
}

/* A group of its own, so that what a plugin starts can be ended with it; and an end
 * with the supervisor, however that ends. */
static void arrange_end(pid_t supervisor)
{
	setpgid(0, 0);
#ifdef __linux__
	prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
	if (getppid() != supervisor)
		_exit(0);
}

void worker_main(const struct engine *engine, int socket, struct slot *slot, const struct worker_limits *limits)
{
	struct worker w = {.engine = engine, .socket = socket, .slot = slot};
	arrange_end(limits->supervisor);
	arrange_descriptors(limits);
	arrange_limits(limits);
	confine_signals(limits->supervisor);
	arena_init(&w.arena);
	for (;;) {
		read_task(&w);
		run_task(&w);
	}
}
