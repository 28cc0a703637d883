/* SPDX-License-Identifier: MIT */
/* What every unit test includes: cmocka and the headers it wants before it. */
#ifndef SLANT_TESTS_UNIT_H
#define SLANT_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Rows of a table: for (size_t i = 0; i < ROWS(table); i++) */
#define ROWS(table) (sizeof(table) / sizeof *(table))

#endif
