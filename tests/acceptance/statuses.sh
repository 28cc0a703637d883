#!/bin/sh
# SPDX-License-Identifier: MIT
# Exit statuses, and messages that name file and reason; what can be done is done all the same.
. "$SLANT_SOURCE/tests/functions.sh"
printf 'The ferry may sail.\n' >"$scratch/good.txt"
printf 'a\0b' >"$scratch/binary.txt"
printf '{"text":"One."}\nnonsense\n{"text":"Two."}\n' >"$scratch/lines.jsonl"
printf '{"plugins": {"hedging": {"enabled": 3}}}' >"$scratch/config.json"
printf '{"format": "slantwise-lexicon/1"}' >"$scratch/lexicon.json"
cd "$scratch" || exit 1
expect() { # DESCRIPTION STATUS MESSAGE-PART COMMAND...
	what=$1 status=$2 says=$3
	shift 3
	is "$what: status" "$(status_of "$@")" "$status"
	if [ -n "$says" ]; then
		ok "$what: says '$says'" grep -qF -- "$says" "$scratch/err"
	fi
}
records() { grep -c '^{"format":"slantwise-article/1"' "$scratch/out"; }
expect "a good file" 0 "" "$SLANTWISE" analyze good.txt
is "a good file: one record" "$(records)" 1
expect "a missing file among good ones" 3 "missing.txt: cannot open: No such file or directory" "$SLANTWISE" analyze missing.txt good.txt
is "a missing file: the other is done" "$(records)" 1
expect "a binary file" 3 "binary.txt: looks binary" "$SLANTWISE" analyze binary.txt good.txt
expect "a bad line of JSON" 3 "lines.jsonl:2:1: " "$SLANTWISE" analyze lines.jsonl
is "a bad line: the others are done" "$(records)" 2
expect "no operand" 2 "nothing to analyze" "$SLANTWISE" analyze
expect "an unknown option" 2 "there is no option" "$SLANTWISE" analyze --nonsense good.txt
expect "an option without its value" 2 "wants a value" "$SLANTWISE" analyze good.txt --format
expect "an unknown format" 2 "no format 'xml'" "$SLANTWISE" analyze --format xml good.txt
expect "an unknown command" 2 "no command 'analyse'" "$SLANTWISE" analyse good.txt
expect "no command" 2 "usage: slantwise" "$SLANTWISE"
expect "a number out of range" 2 "--jobs wants a whole number from 1 to 1024" "$SLANTWISE" analyze --jobs 0 good.txt
expect "a faulty setting" 2 "config.json: plugins.hedging.enabled: expected true or false" "$SLANTWISE" analyze --config config.json good.txt
expect "a missing settings file" 2 "none.json" "$SLANTWISE" analyze --config none.json good.txt
expect "a faulty lexicon" 2 "lexicon.json" "$SLANTWISE" analyze --lexicon lexicon.json good.txt
expect "an unknown plugin" 2 "nonsense" "$SLANTWISE" analyze --plugin nonsense good.txt
expect "an output that cannot be written" 5 "no/such/folder/out: cannot write" "$SLANTWISE" analyze --output no/such/folder/out good.txt
is "nothing is left of it" "$(ls | tr '\n' ' ')" "binary.txt config.json err good.txt lexicon.json lines.jsonl out "
if [ -w /dev/full ]; then
	"$SLANTWISE" analyze --format jsonl good.txt >/dev/full 2>"$scratch/err"
	is "a full device" $? 5
fi
expect "output and input together: the output counts" 5 "" "$SLANTWISE" compare --output no/such/folder/out missing.txt good.txt
expect "options after files" 0 "" "$SLANTWISE" analyze good.txt --format json
is "--help is no error" "$(status_of "$SLANTWISE" analyze --help)" 0
is "--version names the program" "$("$SLANTWISE" --version | cut -d' ' -f1)" slantwise
done_testing
