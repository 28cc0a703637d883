/* SPDX-License-Identifier: MIT */
#include "unit/text/text_unit.h"

/* The sentences of a text, with | between them. */
static const char *sentences(const char *tag, const char *text)
{
	static char out[8192];
	struct document d = build(tag, text);
	size_t n = 0;
	out[0] = '\0';
	for (uint32_t i = 0; i < d.seen.sentence_count; i++) {
		const slant_sentence *s = &d.seen.sentences[i];
		n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s", i ? "|" : "", (int)(s->end - s->start), text + s->start);
	}
	return out;
}

struct row {
	const char *text, *sentences; /* sentences NULL: one, the text itself */
};

static void check(const char *tag, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		assert_string_equal(sentences(tag, rows[i].text), rows[i].sentences ? rows[i].sentences : rows[i].text);
}

static void stops_end_sentences(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"", NULL},
		{"The quay is shut", NULL},
		{"The quay is shut. Ships wait.", "The quay is shut.|Ships wait."},
		{"Is it shut? Yes! It is.", "Is it shut?|Yes!|It is."},
		{"Shut?! Really!! Yes.", "Shut?!|Really!!|Yes."},
		{"They met in 1982. Talks failed.", "They met in 1982.|Talks failed."},
		{"Forty ships came. 12 left.", "Forty ships came.|12 left."},
		{"It was shut. \u00c9mile left.", "It was shut.|\u00c9mile left."},
		{"He said yes.She left.", "He said yes.|She left."},
		{"They met at noon.The ship left at 3.That was late.", "They met at noon.|The ship left at 3.|That was late."},
		{"They came on Tuesday.Mr. Osei left!He waved.", "They came on Tuesday.|Mr. Osei left!|He waved."},
		{"See www.quay.Example.org and Quay.Net and Y!J.", NULL},
		{"\u6771\u4eac\u3067\u3059\u3002 \u96e8\u3067\u3059\u3002", "\u6771\u4eac\u3067\u3059\u3002|\u96e8\u3067\u3059\u3002"},
		{"it was shut. nobody knew why. then it rained.", "it was shut.|nobody knew why.|then it rained."},
		{"Was it the fog? nobody knew.", "Was it the fog?|nobody knew."},
		{"Was it you ? ? ? No.", "Was it you ? ? ?|No."},
		{"It was fun :) We stayed. :) They left.", "It was fun :) We stayed. :)|They left."},
		{"See the map. http://maps.example/quay It helps.", "See the map.|http://maps.example/quay It helps."},
		{"The Mairi Tavish! musical opened.", NULL},
		{"\u201cHarbour Lights!\u201d (1965) was shown.", NULL},
	};
	check("en", rows, ROWS(rows));
}

static void abbreviations_do_not(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"Mr. Tavish and Dr. Osei met Gen. Ruiz.", NULL},
		{"Anna K. Mertens spoke.", NULL},
		{"J. K. Osei spoke.", NULL},
		{"On Sept. 9, ships came. They left on Oct. 3.", "On Sept. 9, ships came.|They left on Oct. 3."},
		{"The U.S. Navy came. The U.S. left.", "The U.S. Navy came.|The U.S. left."},
		{"They live in the U.S. They like it.", "They live in the U.S.|They like it."},
		{"It begins at 9 a.m. Tuesday. It ends at 5 p.m. Ships leave then.", "It begins at 9 a.m. Tuesday.|It ends at 5 p.m.|Ships leave then."},
		{"Tamsin Port Co. and Quay Ltd. merged.", NULL},
		{"She works for Quay Inc. He does not.", "She works for Quay Inc.|He does not."},
		{"At 5 a.m. Mr. Osei came. He left at 6 p.m. Mr. Osei slept.", "At 5 a.m. Mr. Osei came.|He left at 6 p.m.|Mr. Osei slept."},
		{"It is N\u00b0. 10. That is near.", "It is N\u00b0. 10.|That is near."},
		{"Bring ropes, nets, etc. Boats are there.", "Bring ropes, nets, etc.|Boats are there."},
		{"Tavish v. Osei was heard.", NULL},
		{"Use tar, e.g. Tavish tar, i.e. black tar.", NULL},
		{"See No. 5 and pp. 12-14.", NULL},
		{"He said no. They left.", "He said no.|They left."},
		{"The ship sat. Smith waited.", "The ship sat.|Smith waited."},
		{"It rose 2.5 percent to 1,200.50. Then it fell.", "It rose 2.5 percent to 1,200.50.|Then it fell."},
		{"Osei (b. 1950) met Ruiz (d. 1990).", NULL},
		{"Take vitamin C. It helps.", "Take vitamin C.|It helps."},
		{"The firm approx. doubled.", NULL},
		{"Springfield, Mass. Police came.", NULL},
		{"He works at St. Mary's on Low St. near the quay.", NULL},
		{"WHEN: 2 P.M. TO 6 P.M. AT THE QUAY", NULL},
	};
	check("en", rows, ROWS(rows));
}

static void ellipses_end_some(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"They waited... and waited.", NULL},
		{"They waited... Nobody came.", "They waited...|Nobody came."},
		{"They waited\u2026 Nobody came.", "They waited\u2026|Nobody came."},
		{"They waited . . . I think . . . and left.", NULL},
		{"They waited . . . . Nobody came.", "They waited . . . .|Nobody came."},
		{"The plan [...] Osei wrote fails.", NULL},
		{"They left. ... Nobody came.", "They left.|... Nobody came."},
	};
	check("en", rows, ROWS(rows));
}

static void quotations_are_split_like_the_rest(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"\u201cIt is shut. We wait,\u201d she said.", "\u201cIt is shut.|We wait,\u201d she said."},
		{"\"It is shut.\" She left.", "\"It is shut.\"|She left."},
		{"\"Is it shut?\" she asked. He nodded.", "\"Is it shut?\" she asked.|He nodded."},
		{"\"Is it shut?\" Anna Mertens asked. He nodded.", "\"Is it shut?\" Anna Mertens asked.|He nodded."},
		{"\"Is it shut?\" Others say so.", "\"Is it shut?\"|Others say so."},
		{"He called it \u201cnecessary.\u201d To be fair, it was.", "He called it \u201cnecessary.\u201d|To be fair, it was."},
		{"''We wait,'' he said. ''We wait.'' Then silence.", "''We wait,'' he said.|''We wait.''|Then silence."},
		{"He asked: \u2018Why?\u2019 Nobody knew.", "He asked: \u2018Why?\u2019|Nobody knew."},
		{"\"We wait.\" - Anna Mertens", NULL},
	};
	check("en", rows, ROWS(rows));
}

static void brackets_and_notes_stay_with_their_sentence(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"It shut (nobody knew.) at noon.", NULL},
		{"It shut. (Nobody knew.) It rained.", "It shut.|(Nobody knew.)|It rained."},
		{"It shut. (see the map below) It rained.", "It shut.|(see the map below) It rained."},
		{"It shut.[7][8] It rained.", "It shut.[7][8]|It rained."},
		{"It shut. [7] It rained.", "It shut. [7]|It rained."},
		{"It shut at noon. 8 The rain began.", "It shut at noon. 8|The rain began."},
		{"It shut (type 2).10 It rained.", "It shut (type 2).10|It rained."},
	};
	check("en", rows, ROWS(rows));
}

static void items_of_lists_are_sentences(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"1. Shut the gate 2. Wait 3. Leave", "1. Shut the gate|2. Wait|3. Leave"},
		{"1) Shut the gate. 2) Wait.", "1) Shut the gate.|2) Wait."},
		{"1.) Shut the gate 2.) Wait", "1.) Shut the gate|2.) Wait"},
		{"(a) Shut it. (b) Wait.", "(a) Shut it.|(b) Wait."},
		{"a. Shut it b. Wait", "a. Shut it|b. Wait"},
		{"\u2022 Shut it \u2022 Wait", "\u2022 Shut it|\u2022 Wait"},
		{"A ship of 2. class came 1. time", "A ship of 2. class came 1. time"},
	};
	check("en", rows, ROWS(rows));
}

static void lines_and_headings_end_with_their_paragraph(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"Harbour shut again\n\nThe quay is shut. Ships wait.", "Harbour shut again|The quay is shut.|Ships wait."},
		{"The council of Port Tamsin met\non Tuesday to close the harbour\nfor good.",
		 "The council of Port Tamsin met\non Tuesday to close the harbour\nfor good."},
		{"ropes\nold nets\ntar", "ropes|old nets|tar"},
	};
	check("en", rows, ROWS(rows));
}

static void german_has_ordinals_and_its_own_abbreviations(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"Am 9. September kamen Schiffe. Sie blieben.", "Am 9. September kamen Schiffe.|Sie blieben."},
		{"Die 3. Kammer tagte. Das war 1982. Der Hafen schloss.", "Die 3. Kammer tagte.|Das war 1982.|Der Hafen schloss."},
		{"Dr. Osei kam z.B. mit Nr. 5 bzw. Nr. 6.", NULL},
		{"\u201eDer Hafen ist zu. Wir warten\u201c, sagte sie.", "\u201eDer Hafen ist zu.|Wir warten\u201c, sagte sie."},
		{"Tau, Netze usw. Die Boote warten.", "Tau, Netze usw.|Die Boote warten."},
	};
	check("de", rows, ROWS(rows));
}

static void without_a_language_shapes_alone_decide(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"La mer est basse. Le port est vide.", "La mer est basse.|Le port est vide."},
		{"Mr. Tavish", "Mr.|Tavish"},
		{"A. Tavish parle.", NULL},
	};
	check("", rows, ROWS(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stops_end_sentences),
		cmocka_unit_test(abbreviations_do_not),
		cmocka_unit_test(ellipses_end_some),
		cmocka_unit_test(quotations_are_split_like_the_rest),
		cmocka_unit_test(brackets_and_notes_stay_with_their_sentence),
		cmocka_unit_test(items_of_lists_are_sentences),
		cmocka_unit_test(lines_and_headings_end_with_their_paragraph),
		cmocka_unit_test(german_has_ordinals_and_its_own_abbreviations),
		cmocka_unit_test(without_a_language_shapes_alone_decide),
	};
	return cmocka_run_group_tests_name("sentences", tests, text_setup, text_teardown);
}
