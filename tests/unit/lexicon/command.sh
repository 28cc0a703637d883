#!/bin/sh
# SPDX-License-Identifier: MIT
# The command `slantwise lexicons`: what it prints, and with which status it ends.
. "$SLANT_SOURCE/tests/functions.sh"
requires jq
cd "$scratch" || exit 1

printf 'term,category,weight\nquay@noun,harbour,2\n"wall, old",harbour,2\n' >words.csv
is "import ends well" "$(status_of "$SLANTWISE" lexicons import words.csv --title 'Harbour words' --output harbour.json)" 0
is "and makes a lexicon" "$(jq -c '[.name, .plugin, .title, .entries[0].terms]' harbour.json)" \
	'["words","words","Harbour words",["quay@noun","wall, old"]]'
ok "which says how much it holds" grep -q '2 terms in 1 entries; 0 left out' err
is "import of an unknown format" "$(status_of "$SLANTWISE" lexicons import words.csv --from wordperfect)" 2
is "import of a file that is not there" "$(status_of "$SLANTWISE" lexicons import nowhere.csv)" 3
is "import of nothing" "$(status_of "$SLANTWISE" lexicons import /dev/null)" 3

printf 'Two quays were built.\n\nA quay and a wall, old as the hills.\n' >article.txt
is "info about a file, with an article" "$(status_of "$SLANTWISE" lexicons info ./harbour.json article.txt)" 0
ok "shows the words in their place" grep -q '\[quays\] were built.* harbour 2  article.txt:1:5$' out
ok "and counts them" grep -q '^3 places in 1 articles$' out
is "info about a name that nobody has" "$(status_of "$SLANTWISE" lexicons info nothing_of_the_kind)" 2
ok "says so" grep -q "there is no lexicon 'nothing_of_the_kind'" err
is "info with an article that is not there" "$(status_of "$SLANTWISE" lexicons info ./harbour.json nowhere.txt)" 3

is "list ends well" "$(status_of "$SLANTWISE" lexicons list --lexicon harbour.json)" 0
ok "and shows a lexicon given, too" grep -q '^words .*Harbour words$' out
is "without a word list is meant" "$(status_of "$SLANTWISE" lexicons)" 0

is "lint of a good file" "$(status_of "$SLANTWISE" lexicons lint harbour.json --strict)" 0
jq '.entries[0].terms += ["quay@noun"]' harbour.json >twice.json
is "warnings are no fault" "$(status_of "$SLANTWISE" lexicons lint twice.json)" 0
ok "but told with place" grep -q "^twice.json: entries\[0\].terms\[2\]: 'quay@noun' is said by 'quay@noun' already" out
is "unless --strict" "$(status_of "$SLANTWISE" lexicons lint twice.json --strict)" 1
jq '.entries[0].weight = "heavy" | .entries[0].colour = 1' harbour.json >bad.json
is "a file that cannot be read as a lexicon" "$(status_of "$SLANTWISE" lexicons lint bad.json harbour.json)" 2
is "has every fault told" "$(grep -c '^bad.json: .*\[error\]$' out)" 2
is "lint of a file that is not there" "$(status_of "$SLANTWISE" lexicons lint nowhere.json)" 2
printf '{"format":"slantwise-lexicon/1","name":"\033[2J"}' >escape.json
status_of "$SLANTWISE" lexicons lint escape.json >/dev/null
ok "no terminal escape passes" sh -c '! grep -q "$(printf "\033")" out err'

is "a sub-command that does not exist" "$(status_of "$SLANTWISE" lexicons polish)" 2
is "--help" "$(status_of "$SLANTWISE" lexicons --help)" 0
done_testing
