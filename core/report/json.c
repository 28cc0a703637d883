/* SPDX-License-Identifier: MIT */
#include "report/report.h"
#include "base/buffer.h"
#include "base/json.h"

void report_json(struct buffer *b, const json_t *comparison)
{
	struct json_writer w;
	json_writer_init(&w, b);
	json_put_value(&w, NULL, comparison);
	buffer_byte(b, '\n');
}
