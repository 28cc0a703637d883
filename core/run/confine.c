/* SPDX-License-Identifier: MIT */
#include "run/confine.h"

#ifdef __linux__

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- signals ---- */

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#endif

#ifdef ARCH
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define EQUAL(value, yes, no) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), yes, no)
#define GIVE(what) BPF_STMT(BPF_RET | BPF_K, what)

void confine_signals(pid_t supervisor)
{
	/* The first argument of all four calls is whom to signal; -1 is everybody. */
	struct sock_filter steps[] = {
		LOAD(arch), EQUAL(ARCH, 0, 9),
		LOAD(nr), EQUAL(SYS_kill, 3, 0), EQUAL(SYS_tkill, 2, 0), EQUAL(SYS_tgkill, 1, 0), EQUAL(SYS_rt_sigqueueinfo, 0, 4),
		LOAD(args[0]), EQUAL(supervisor, 3, 0), EQUAL(-getpgid(supervisor), 2, 0), EQUAL(-1, 1, 0),
		GIVE(SECCOMP_RET_ALLOW), GIVE(SECCOMP_RET_ERRNO | EPERM),
	};
	struct sock_fprog program = {sizeof steps / sizeof *steps, steps};
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
void confine_signals(pid_t supervisor)
{
	(void)supervisor;
}
#endif

/* ---- children of children ---- */

void confine_adopt(void)
{
	prctl(PR_SET_CHILD_SUBREAPER, 1);
}

static int is_own(pid_t process, const pid_t *own, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (own[i] == process)
			return 1;
	return 0;
}

uint32_t confine_children(pid_t *children, uint32_t max)
{
	char path[64];
	uint32_t count = 0;
	long process;
	snprintf(path, sizeof path, "/proc/self/task/%ld/children", (long)getpid());
	FILE *list = fopen(path, "re");
	while (list != NULL && count < max && fscanf(list, "%ld", &process) == 1)
		children[count++] = (pid_t)process;
	if (list != NULL)
		fclose(list);
	return count;
}

void confine_sweep(const pid_t *own, uint32_t count)
{
	pid_t children[256];
	/* What an ended one had started comes to us in the next round. */
	for (int round = 0, ended = 1; round < 100 && ended > 0; round++) {
		ended = 0;
		for (uint32_t i = confine_children(children, 256); i-- > 0;)
			if (!is_own(children[i], own, count)) {
				kill(children[i], SIGKILL);
				waitpid(children[i], NULL, 0);
				ended++;
			}
	}
}

#else /* not Linux */

void confine_signals(pid_t supervisor)
{
	(void)supervisor;
}

void confine_adopt(void)
{
}

void confine_sweep(const pid_t *own, uint32_t count)
{
	(void)own, (void)count;
}

uint32_t confine_children(pid_t *children, uint32_t max)
{
	(void)children, (void)max;
	return 0;
}

#endif
