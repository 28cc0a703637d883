/* SPDX-License-Identifier: MIT */
#include "unit/compare/helpers.h"

/* Harm to fishers is told without a doer, harm to guards with one. */
static json_t *ledger(int times)
{
	char text[4000] = "", data[400];
	for (int i = 0; i < times; i++)
		strcat(text, "Three fishers were shot. Two guards were shot by Orin Reed.\n");
	json_t *r = make_record("{\"id\":\"m\",\"outlet\":\"Tamsin Mail\",\"language\":\"en\"}", text);
	add_plugin(r, "agency", "ok");
	for (int i = 0; i < times; i++) {
		int at = i * (int)strlen("Three fishers were shot. Two guards were shot by Orin Reed.\n");
		snprintf(data, sizeof data, "{\"harm\":true,\"patient\":{\"start\":%d,\"end\":%d,\"text\":\"Three fishers\"}}", at,
			 at + 13);
		mark_nth(r, "agency", "passive_agentless", "were shot", 2 * i + 1, NULL, data);
		snprintf(data, sizeof data,
			 "{\"harm\":true,\"patient\":{\"start\":%d,\"end\":%d,\"text\":\"Two guards\"},"
			 "\"agent\":{\"start\":%d,\"end\":%d,\"text\":\"Orin Reed\"}}", at + 25, at + 35, at + 49, at + 58);
		mark_nth(r, "agency", "passive_agent", "were shot", 2 * i + 2, NULL, data);
	}
	mark(r, "agency", "passive_agentless", "Three", NULL, "{}"); /* no harm: not in the ledger */
	json_t *c = compare_records(&r, 1, NULL), *agency = json_incref(at(c, "stories 0 agency 0"));
	json_decref(c);
	return agency;
}

static void harm_is_entered_with_doer_and_harmed(void **state)
{
	(void)state;
	json_t *l = ledger(1);
	expect_int(l, "n", 2);
	expect_int(l, "with_doer", 1);
	expect_text(l, "entries 0 patient", "fishers");
	expect_text(l, "entries 0 told", "none");
	expect_text(l, "entries 1 agent", "Orin Reed");
	expect_text(l, "doers 0 name", "Orin Reed");
	expect_text(l, "harmed 1 passages 0 findings 0", "f2");
	expect_size(l, "asymmetries", 0); /* one of each is too few */
	json_decref(l);
}

static void harm_to_two_groups_is_tested_for_asymmetry(void **state)
{
	(void)state;
	json_t *l = ledger(6);
	expect_size(l, "asymmetries", 1);
	expect_text(l, "asymmetries 0 harmed 0", "fishers");
	expect_int(l, "asymmetries 0 with_doer 0 0", 0);
	expect_int(l, "asymmetries 0 with_doer 1 0", 6);
	/* Fisher: 6 of 6 against 0 of 6 has two outcomes of C(12, 6) = 924 */
	assert_true(json_real_value(at(l, "asymmetries 0 p")) > 0.00216 && json_real_value(at(l, "asymmetries 0 p")) < 0.00217);
	json_decref(l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(harm_is_entered_with_doer_and_harmed),
		cmocka_unit_test(harm_to_two_groups_is_tested_for_asymmetry),
	};
	return cmocka_run_group_tests_name("ledger", tests, NULL, NULL);
}
