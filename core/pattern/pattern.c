/* SPDX-License-Identifier: MIT */
#include "pattern/pattern.h"
#include "base/error.h"
#include "base/memory.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

/* PCRE2 counts from anew at every place where a match may begin, and the compiled
 * code counts fewer steps than the interpreter does. So the compiled code gets a
 * low limit, and what reaches it is decided by the interpreter under a limit that
 * is far above: then a machine without JIT comes to the same verdict. */
#define JIT_LIMIT 1000u
#define INTERPRETER_LIMIT 20000u
#define HEAP_KIB 4096u
#define MAX_EXPRESSION 4000u

struct pattern {
	pcre2_code *code;
	int compiled; /* by the JIT */
};

/* One set a thread, since patterns themselves are shared read-only. They live as
 * long as the thread does. */
static _Thread_local pcre2_match_data *match_data;
static _Thread_local pcre2_match_context *quick, *careful;

static int prepare(void)
{
	if (match_data != NULL)
		return 1;
	quick = pcre2_match_context_create(NULL);
	careful = pcre2_match_context_create(NULL);
	match_data = pcre2_match_data_create(1, NULL);
	if (quick == NULL || careful == NULL || match_data == NULL)
		return 0;
	pcre2_set_match_limit(quick, JIT_LIMIT);
	pcre2_set_match_limit(careful, INTERPRETER_LIMIT);
	pcre2_set_heap_limit(careful, HEAP_KIB);
	return 1;
}

static int any_callout(pcre2_callout_enumerate_block *block, void *unused)
{
	(void)block;
	(void)unused;
	return 1;
}

/* What an expression may not do, since it would take the limits away or have no end. */
static const char *forbidden(const pcre2_code *code)
{
	uint32_t value;
	if (pcre2_callout_enumerate(code, any_callout, NULL) != 0)
		return "callouts are not allowed";
	if (pcre2_pattern_info(code, PCRE2_INFO_MATCHLIMIT, &value) == 0 ||
	    pcre2_pattern_info(code, PCRE2_INFO_DEPTHLIMIT, &value) == 0 ||
	    pcre2_pattern_info(code, PCRE2_INFO_HEAPLIMIT, &value) == 0)
		return "an expression may not set limits of its own";
	if (pcre2_pattern_info(code, PCRE2_INFO_MATCHEMPTY, &value) == 0 && value != 0)
		return "the expression can match nothing at all; make it require at least one character";
	return NULL;
}

struct pattern *pattern_compile(const char *expression, struct error *error)
{
	int number;
	PCRE2_SIZE offset;
	size_t length = strlen(expression);
	if (length > MAX_EXPRESSION) {
		error_set(error, ERROR_USAGE, "an expression may have at most %u bytes", MAX_EXPRESSION);
		return NULL;
	}
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)expression, length,
					 PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &number, &offset, NULL);
	if (code == NULL) {
		PCRE2_UCHAR why[200];
		pcre2_get_error_message(number, why, sizeof why);
		error_set(error, ERROR_USAGE, "not a valid expression at offset %zu: %s", (size_t)offset, (char *)why);
		return NULL;
	}
	const char *fault = forbidden(code);
	if (fault != NULL) {
		error_set(error, ERROR_USAGE, "%s", fault);
		pcre2_code_free(code);
		return NULL;
	}
	struct pattern *p = mem_alloc(sizeof *p);
	p->code = code;
	p->compiled = pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0;
	return p;
}

void pattern_free(struct pattern *p)
{
	if (p == NULL)
		return;
	pcre2_code_free(p->code);
	free(p);
}

static int hit_limit(int result)
{
	return result == PCRE2_ERROR_MATCHLIMIT || result == PCRE2_ERROR_DEPTHLIMIT ||
	       result == PCRE2_ERROR_HEAPLIMIT || result == PCRE2_ERROR_JIT_STACKLIMIT;
}

static int run(const struct pattern *p, const char *subject, size_t length, size_t start)
{
	uint32_t options = PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK;
	int result = PCRE2_ERROR_MATCHLIMIT;
	if (p->compiled)
		result = pcre2_match(p->code, (PCRE2_SPTR)subject, length, start, options, match_data, quick);
	if (hit_limit(result))
		result = pcre2_match(p->code, (PCRE2_SPTR)subject, length, start, options | PCRE2_NO_JIT, match_data,
				     careful);
	return result;
}

/* The limits bound the work at one start; growth with the square of the window
 * passes below them, so the window's square is charged (a twentieth of a second
 * buys the whole budget), and it is charged alike on every machine. */
static int pay(struct pattern_budget *budget, uint32_t window)
{
	uint64_t price = 16 + (uint64_t)window + (uint64_t)window * window / 256;
	if (price > budget->left) {
		budget->exceeded = 1;
		return 0;
	}
	budget->left -= (uint32_t)price;
	return 1;
}

int pattern_find(const struct pattern *p, const char *text, uint32_t window_start, uint32_t from, uint32_t end,
		 struct pattern_budget *budget, uint32_t *match_start, uint32_t *match_end)
{
	if (from >= end || !prepare() || !pay(budget, end - from))
		return 0;
	int result = run(p, text + window_start, end - window_start, from - window_start);
	if (hit_limit(result)) {
		budget->exceeded = 1;
		budget->left -= budget->left < INTERPRETER_LIMIT ? budget->left : INTERPRETER_LIMIT;
	}
	if (result < 0)
		return 0;
	const PCRE2_SIZE *span = pcre2_get_ovector_pointer(match_data);
	if (span[0] >= span[1])
		return 0;
	*match_start = window_start + (uint32_t)span[0];
	*match_end = window_start + (uint32_t)span[1];
	return 1;
}
