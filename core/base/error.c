/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int error_set(struct error *e, enum error_kind kind, const char *format, ...)
{
	va_list list;
	va_start(list, format);
	vsnprintf(e->text, sizeof e->text, format, list);
	va_end(list);
	e->kind = kind;
	return -1;
}

int error_prefix(struct error *e, const char *format, ...)
{
	char old[sizeof e->text];
	memcpy(old, e->text, sizeof old);
	va_list list;
	va_start(list, format);
	int n = vsnprintf(e->text, sizeof e->text, format, list);
	va_end(list);
	if (n >= 0 && (size_t)n < sizeof e->text)
		snprintf(e->text + n, sizeof e->text - (size_t)n, ": %s", old);
	return -1;
}
