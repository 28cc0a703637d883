#!/bin/sh
# SPDX-License-Identifier: MIT
# Each layer of core/ includes only layers below it.
. "$SLANT_SOURCE/tests/functions.sh"

allowed() {
	case $1 in
	base) echo "base" ;;
	pattern) echo "pattern base" ;;
	text) echo "text pattern base" ;;
	input) echo "input text pattern base" ;;
	config) echo "config base" ;;
	lexicon) echo "lexicon text pattern base" ;;
	results) echo "results text base" ;;
	plugin) echo "plugin results lexicon text base" ;;
	run) echo "run plugin results lexicon text input config base" ;;
	compare) echo "compare results text base" ;;
	eval) echo "eval results text base" ;;
	check) echo "check config compare results text base" ;;
	report) echo "report check compare eval results text base" ;;
	cli) echo "cli report check eval compare run plugin results lexicon config input text pattern base" ;;
	*) echo "" ;;
	esac
}

for folder in "$SLANT_SOURCE"/core/*/; do
	layer=$(basename "$folder")
	[ "$layer" = slantwise ] && continue
	may=$(allowed "$layer")
	ok "core/$layer is a layer of the design" test -n "$may"
	foreign=
	for other in $(grep -hoE '^#include "[a-z]+/' "$folder"*.[ch] | sed 's/.*"//; s,/,,' | sort -u); do
		case " $may slantwise " in
		*" $other "*) ;;
		*) foreign="$foreign $other" ;;
		esac
	done
	is "core/$layer includes only what is below it" "$foreign" ""
done
bad=$(grep -lE '^#include "' "$SLANT_SOURCE"/plugins/*/*.[ch] | while read -r f; do
	grep -nHE '^#include "[a-z]+/' "$f" || :
done)
is "plugins include nothing of core but the public header" "$bad" ""
done_testing
