/* SPDX-License-Identifier: MIT */
#include "run/pool.h"

#include "base/error.h"
#include "base/memory.h"
#include "run/crew.h"
#include "run/frame.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#define FULL_BATCH 16 /* articles; the first batches are smaller, so that few articles busy all workers */
#define TICK 100      /* milliseconds between looks at the clock */

struct pool {
	struct crew crew;
	const struct engine *engine;
	struct input *input;
	const struct run_options *options;
	struct run_report *report;
	struct error *error;
	struct arena arena;
	struct batch *first, *last; /* read and not given out yet, in order */
	struct batch *unassigned;   /* the first of them that no worker has */
	uint64_t read;
	uint32_t held; /* how many */
	int ended;     /* no more input */
	struct pollfd *polls;
};

static int64_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- input and output ---- */

static void read_batch(struct pool *p)
{
	uint32_t size = p->read / p->crew.count < FULL_BATCH ? (uint32_t)(p->read / p->crew.count) + 1 : FULL_BATCH;
	struct batch *b = batch_read(p->input, &p->arena, p->read, size);
	if (b == NULL) {
		p->ended = 1;
		return;
	}
	p->read++;
	p->held++;
	if (p->last != NULL)
		p->last->after = b;
	else
		p->first = b;
	p->last = b;
	if (p->unassigned == NULL)
		p->unassigned = b;
}

static void drop_first(struct pool *p)
{
	struct batch *b = p->first;
	p->first = b->after;
	if (p->first == NULL)
		p->last = NULL;
	p->held--;
	batch_free(b);
}

static int give_finished(struct pool *p)
{
	while (p->first != NULL && p->first != p->unassigned && batch_finished(p->first)) {
		if (batch_give(p->first, p->options, p->report, p->error) != 0)
			return -1;
		drop_first(p);
	}
	return 0;
}

/* The one with the least to do that can take a batch; one that does not run yet only
 * when all others are busy. */
static struct member *free_member(struct pool *p)
{
	struct member *best = NULL;
	for (uint32_t i = 0; i < p->crew.count; i++) {
		struct member *m = &p->crew.members[i];
		if (m->batch_count == AHEAD)
			continue;
		if (best == NULL || m->batch_count < best->batch_count ||
		    (m->batch_count == best->batch_count && m->process > 0 && best->process == 0))
			best = m;
	}
	return best;
}

/* Workers first, then reading: while they work we read on. */
static int hand_out(struct pool *p)
{
	struct member *m;
	while ((m = free_member(p)) != NULL) {
		if (p->unassigned == NULL && !p->ended && p->held < 3 * p->crew.count + 1)
			read_batch(p);
		struct batch *b = p->unassigned;
		if (b == NULL)
			return 0;
		p->unassigned = b->after;
		if (batch_finished(b)) /* nothing in it to analyze */
			continue;
		if (m->process == 0 && member_start(&p->crew, m, p->error) != 0)
			return -1;
		if (m->batch_count == 0)
			m->since = now();
		member_assign(m, b);
		member_send(m);
	}
	return 0;
}

/* ---- faults ---- */

enum cause { CAUSE_ENDED, CAUSE_TIMEOUT, CAUSE_PROTOCOL };

/* Most of the limit was in use when it ended. */
static int memory_spent(const struct member *m, const struct run_options *o)
{
	return o->memory_limit > 0 && m->peak > o->memory_limit / 4 * 3;
}

static void describe(struct task_fault *f, const struct member *m, enum cause cause, int status, const struct pool *p)
{
	f->status = cause == CAUSE_TIMEOUT ? PLUGIN_TIMED_OUT : PLUGIN_FAILED;
	const char *kind = "crash";
	if (cause == CAUSE_TIMEOUT) {
		kind = "timeout";
		snprintf(f->message, sizeof f->message, "took longer than %u.%u seconds", p->options->timeout / 1000,
			 p->options->timeout % 1000 / 100);
	} else if (cause == CAUSE_PROTOCOL) {
		kind = "protocol";
		snprintf(f->message, sizeof f->message, "%s", "wrote to or closed a descriptor that is not its own");
	} else if (memory_spent(m, p->options)) {
		kind = "memory";
		snprintf(f->message, sizeof f->message, "took more memory than it may (%zu MiB)", p->options->memory_limit >> 20);
	} else if (WIFSIGNALED(status))
		snprintf(f->message, sizeof f->message, "ended by %s", host_signal_name(WTERMSIG(status)));
	else
		snprintf(f->message, sizeof f->message, "ended its process (status %d)", WEXITSTATUS(status));
	snprintf(f->kind, sizeof f->kind, "%s", kind);
}

/* No plugin was running, or whose bytes were strange cannot be told: look closely
 * once, then give the article up. */
static void suspect(struct batch *b, int status)
{
	char reason[100];
	batch_finished(b);
	if (b->next == b->items.count)
		return;
	if (!b->careful || !b->lost_once) {
		b->lost_once = b->careful;
		b->careful = 1;
		return;
	}
	if (WIFSIGNALED(status))
		snprintf(reason, sizeof reason, "given up: its analysis was ended by %s", host_signal_name(WTERMSIG(status)));
	else
		snprintf(reason, sizeof reason, "given up: its analysis ended early");
	batch_lose(b, b->next, reason);
	b->lost_once = 0;
}

static void pop_batch(struct member *m)
{
	m->batch_count--;
	memmove(m->batches, m->batches + 1, m->batch_count * sizeof *m->batches);
	m->since = now();
}

/* What is left of its batches goes to a new process. */
static int restart(struct pool *p, struct member *m)
{
	while (m->batch_count > 0 && batch_finished(m->batches[0]))
		pop_batch(m);
	if (m->batch_count == 0)
		return 0;
	if (member_start(&p->crew, m, p->error) != 0)
		return -1;
	m->since = now();
	member_resend(m);
	member_send(m);
	return 0;
}

/* The worker is gone or must go. Its unfinished batches go to a new process, the
 * first without the plugin that was running, on the article where it was. */
static int replace(struct pool *p, struct member *m, enum cause cause)
{
	struct batch *b = m->batch_count ? m->batches[0] : NULL;
	uint32_t plugin = m->slot->watch.plugin, item = m->slot->item;
	if (cause == CAUSE_ENDED && !member_ended(m))
		cause = CAUSE_PROTOCOL;
	int status = member_stop(m);
	crew_sweep(&p->crew);
	if (cause != CAUSE_TIMEOUT) {
		/* What it said last: while it lived it may have gone on to the next plugin. */
		plugin = m->slot->watch.plugin;
		item = m->slot->item;
	}
	if (cause == CAUSE_ENDED && WIFEXITED(status) && WEXITSTATUS(status) == WORKER_CUT_OFF)
		cause = CAUSE_PROTOCOL;
	if (b == NULL)
		return 0;
	/* Nothing that a plugin does ends with SIGKILL but by our hand, or when the system has
	 * run out of memory: a few times is nobody's fault. */
	if (cause == CAUSE_ENDED && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL && b->killed < 3) {
		b->killed++;
		return restart(p, m);
	}
	int known = m->slot->batch == b->number && item < b->items.count && !b->items.items[item].done &&
		    plugin < host_count(engine_host(p->engine));
	if (known && (cause != CAUSE_PROTOCOL || b->careful)) {
		struct task_fault *f = vector_push(&b->faults);
		*f = (struct task_fault){.item = item, .plugin = plugin};
		describe(f, m, cause, status, p);
	} else
		suspect(b, status);
	return restart(p, m);
}

/* ---- replies ---- */

/* 0, or -1 when a frame is none of those that may come now. */
static int take_frame(struct member *m, const struct frame *f, const char *contents)
{
	struct batch *b = m->batches[0];
	if (f->kind == FRAME_STEP && b->careful && f->item < b->items.count) {
		m->slot->steps++;
		return 0;
	}
	if (f->kind != FRAME_REPLY || f->item >= b->items.count || b->items.items[f->item].done || f->used == 0)
		return -1;
	batch_reply(b, f->item, (int)f->failed, contents, f->used);
	if (batch_finished(b))
		pop_batch(m);
	return 0;
}

static int take_frames(struct member *m)
{
	size_t at = 0;
	int result = 0;
	while (at < m->in.length) {
		struct frame f;
		ptrdiff_t n = m->batch_count > 0 ? frame_check(m->in.data + at, m->in.length - at, m->batches[0]->number, &f) : -1;
		if (n == 0)
			break;
		if (n < 0 || take_frame(m, &f, m->in.data + at + sizeof f) != 0) {
			result = -1;
			break;
		}
		at += (size_t)n;
	}
	if (at > 0) {
		m->in.length -= at;
		memmove(m->in.data, m->in.data + at, m->in.length);
	}
	return result;
}

/* ---- the loop ---- */

static int too_long(const struct pool *p, struct member *m)
{
	uint32_t calls = m->slot->watch.calls;
	int64_t time = now();
	if (calls != m->calls || m->slot->watch.plugin == SLANT_NONE) {
		m->calls = calls;
		m->since = time;
	}
	return p->options->timeout > 0 && time - m->since > (int64_t)p->options->timeout;
}

static int attend(struct pool *p, struct member *m, short events)
{
	member_print(&p->crew, m);
	int gone = 0;
	if (events & (POLLIN | POLLHUP | POLLERR))
		gone = member_receive(m);
	if (m->in.length > 0 && take_frames(m) != 0)
		return replace(p, m, CAUSE_PROTOCOL);
	if (gone || (events == 0 && member_dead(m)))
		return replace(p, m, CAUSE_ENDED);
	if (m->batch_count > 0 && too_long(p, m))
		return replace(p, m, CAUSE_TIMEOUT);
	member_send(m);
	return 0;
}

/* Two entries a member: its socket, and what its plugins print. */
static int wait_and_attend(struct pool *p)
{
	int busy = 0;
	for (uint32_t i = 0; i < p->crew.count; i++) {
		struct member *m = &p->crew.members[i];
		p->polls[2 * i] = (struct pollfd){.fd = m->socket, .events = (short)(POLLIN | (m->out.length ? POLLOUT : 0))};
		p->polls[2 * i + 1] = (struct pollfd){.fd = m->printed, .events = POLLIN};
		busy |= m->batch_count > 0;
	}
	if (!busy)
		return 0;
	int ready = poll(p->polls, 2 * p->crew.count, TICK);
	for (uint32_t i = 0; i < p->crew.count; i++) {
		struct member *m = &p->crew.members[i];
		if (m->process > 0 && attend(p, m, ready > 0 ? p->polls[2 * i].revents : 0) != 0)
			return -1;
	}
	return 0;
}

static int run(struct pool *p)
{
	for (;;) {
		if (hand_out(p) != 0 || give_finished(p) != 0)
			return -1;
		if (p->ended && p->first == NULL)
			return 0;
		if (wait_and_attend(p) != 0 || give_finished(p) != 0)
			return -1;
	}
}

int pool_run(const struct engine *engine, struct input *in, const struct run_options *o, struct run_report *report,
	     struct error *error)
{
	struct pool p = {.engine = engine, .input = in, .options = o, .report = report, .error = error};
	arena_init(&p.arena);
	int result = crew_init(&p.crew, engine, o, error);
	if (result == 0) {
		p.polls = mem_alloc(2 * p.crew.count * sizeof *p.polls);
		result = run(&p);
	}
	crew_end(&p.crew);
	while (p.first != NULL)
		drop_first(&p);
	free(p.polls);
	arena_free(&p.arena);
	return result;
}
