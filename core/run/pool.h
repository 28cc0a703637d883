/* SPDX-License-Identifier: MIT */
/* The supervisor: hands batches to worker processes, takes records back, gives them
 * out in input order, and replaces a worker that a plugin ended, held up or broke. */
#ifndef SLANT_RUN_POOL_H
#define SLANT_RUN_POOL_H

#include "run/run.h"

int pool_run(const struct engine *, struct input *, const struct run_options *, struct run_report *, struct error *);

#endif
