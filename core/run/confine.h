/* SPDX-License-Identifier: MIT */
/* Keeping what plugins start and signal within their worker, where the system can. */
#ifndef SLANT_RUN_CONFINE_H
#define SLANT_RUN_CONFINE_H

#include <stdint.h>
#include <sys/types.h>

/* In a worker: no signal from here reaches the supervisor or its group. Where the
 * system has no such filter nothing happens. */
void confine_signals(pid_t supervisor);

/* In the supervisor: processes that lose their parent come to us from now on ... */
void confine_adopt(void);
/* ... and those that are none of these are ended, with all that they started. */
void confine_sweep(const pid_t *own, uint32_t count);
/* Our children, at most so many. */
uint32_t confine_children(pid_t *children, uint32_t max);

#endif
