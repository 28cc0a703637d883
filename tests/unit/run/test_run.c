/* SPDX-License-Identifier: MIT */
#include "unit/unit.h"

#include "base/buffer.h"
#include "run/frame.h"
#include "run/parcel.h"

static struct buffer reply(uint64_t batch, uint32_t item, const char *text)
{
	struct buffer b = {0};
	size_t place = frame_begin(&b, FRAME_REPLY, batch, item);
	buffer_text(&b, text);
	frame_end(&b, place, 1);
	return b;
}

static void a_frame_is_whole_only_with_its_last_byte(void **state)
{
	(void)state;
	struct buffer b = reply(7, 3, "a record\n");
	struct frame f;
	for (size_t n = 0; n < b.length; n++)
		assert_int_equal(frame_check(b.data, n, 7, &f), 0);
	assert_int_equal(frame_check(b.data, b.length, 7, &f), b.length);
	assert_int_equal(f.used, 9);
	assert_int_equal(f.item, 3);
	assert_int_equal(f.failed, 1);
	assert_memory_equal(b.data + sizeof f, "a record\n", 9);
	buffer_free(&b);
}

static void no_byte_of_a_frame_can_change_unseen(void **state)
{
	(void)state;
	struct buffer b = reply(7, 3, "a record that is longer than one lane of the checksum, by far\n");
	for (size_t i = 0; i < b.length; i++) {
		struct frame f;
		b.data[i] ^= 0x10;
		ptrdiff_t n = frame_check(b.data, b.length, 7, &f);
		if (n > 0)
			fail_msg("byte %zu", i);
		b.data[i] ^= 0x10;
	}
	buffer_free(&b);
}

static void strange_bytes_are_seen_at_once(void **state)
{
	(void)state;
	struct frame f;
	struct buffer b = reply(7, 3, "a record\n");
	assert_int_equal(frame_check("x", 1, 7, &f), -1);
	assert_int_equal(frame_check(b.data, b.length, 8, &f), -1); /* of another batch */
	buffer_free(&b);
}

static void round_trip(const struct article *given)
{
	struct arena arena;
	struct buffer b = {0};
	struct article got;
	arena_init(&arena);
	parcel_pack(&b, given);
	assert_int_equal(b.length % 8, 0);
	assert_int_equal(parcel_open(b.data, &arena, &got), b.length);
	assert_int_equal(got.length, given->length);
	assert_memory_equal(got.text, given->text, given->length + 1);
	assert_int_equal(got.blocks == NULL, given->blocks == NULL);
	assert_int_equal(got.block_count, given->block_count);
	if (given->block_count > 0)
		assert_memory_equal(got.blocks, given->blocks, given->block_count * sizeof *got.blocks);
	assert_int_equal(got.source == got.text, given->source == given->text);
	assert_int_equal(got.source_length, given->source_length);
	assert_memory_equal(got.source, given->source, given->source_length);
	assert_int_equal(got.map == NULL, given->map == NULL);
	if (given->map_count > 0)
		assert_memory_equal(got.map, given->map, given->map_count * sizeof *got.map);
	assert_int_equal(got.byte_map == NULL, given->byte_map == NULL);
	if (given->byte_map_count > 0)
		assert_memory_equal(got.byte_map, given->byte_map, given->byte_map_count * sizeof *got.byte_map);
	assert_int_equal(got.note_count, given->note_count);
	for (uint32_t i = 0; i < got.note_count; i++) {
		assert_string_equal(got.notes[i].message, given->notes[i].message);
		assert_int_equal(got.notes[i].end, given->notes[i].end);
	}
	assert_int_equal(got.disclosure_count, given->disclosure_count);
	for (uint32_t i = 0; i < got.disclosure_count; i++) {
		assert_string_equal(got.disclosures[i].kind, given->disclosures[i].kind);
		assert_int_equal(got.disclosures[i].start, given->disclosures[i].start);
	}
	if (given->meta.outlet == NULL)
		assert_null(got.meta.outlet);
	else
		assert_string_equal(got.meta.outlet, given->meta.outlet);
	assert_string_equal(got.meta.id, given->meta.id);
	buffer_free(&b);
	arena_free(&arena);
}

static void an_article_comes_through_a_parcel(void **state)
{
	(void)state;
	static const char text[] = "The gate\0is open.", source[] = "<p>The gate is open.</p>";
	const struct text_block blocks[] = {{0, 8, SLANT_ROLE_HEADLINE}, {9, 17, SLANT_ROLE_BODY}};
	const struct source_segment map[] = {{0, 0, 3}, {9, 1, 12}};
	const struct text_note notes[] = {{2, 5, "warning", "encoding repaired"}};
	const struct disclosure disclosures[] = {{"genre_tag", 0, 3}};
	struct article a = {.meta = {.id = "one"}, .text = text, .length = sizeof text - 1, .source = text, .source_length = sizeof text - 1};
	round_trip(&a);
	a.meta.outlet = "The Lantern";
	a.blocks = blocks;
	a.block_count = ROWS(blocks);
	a.source = source;
	a.source_length = sizeof source - 1;
	a.map = map;
	a.map_count = ROWS(map);
	a.byte_map = map + 1;
	a.byte_map_count = 1;
	a.notes = notes;
	a.note_count = ROWS(notes);
	a.disclosures = disclosures;
	a.disclosure_count = ROWS(disclosures);
	round_trip(&a);
	struct article empty = {.meta = {.id = ""}, .text = "", .source = ""};
	round_trip(&empty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_frame_is_whole_only_with_its_last_byte),
		cmocka_unit_test(no_byte_of_a_frame_can_change_unseen),
		cmocka_unit_test(strange_bytes_are_seen_at_once),
		cmocka_unit_test(an_article_comes_through_a_parcel),
	};
	return cmocka_run_group_tests_name("run", tests, NULL, NULL);
}
