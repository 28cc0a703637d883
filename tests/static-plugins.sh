#!/bin/sh
# SPDX-License-Identifier: MIT
# A build with the plugins linked in gives the same records, byte for byte, and needs neither fork nor dlopen for it.
. "$SLANT_SOURCE/tests/functions.sh"
[ -x "$SLANT_SOURCE/configure" ] || skip_all "there is no configure script"
mkdir "$scratch/build"
build() {
	cd "$scratch/build" && "$SLANT_SOURCE/configure" --enable-static-plugins CC="$CC" CFLAGS=-O1 && make -s -j2 slantwise
}
ok "it builds" build
records() {
	(cd "$SLANT_SOURCE/tests/examples" && "$1" analyze --format jsonl ./*.txt second-story) 2>&1
}
records "$SLANTWISE" >"$scratch/loaded"
records "$scratch/build/slantwise" >"$scratch/linked"
ok "its records are those of the ordinary build, byte for byte" cmp "$scratch/loaded" "$scratch/linked"
is "there is one record an article" "$(grep -c '^{"format":"slantwise-article/1"' "$scratch/linked")" 6
is "no plugin folder is read" "$("$scratch/build/slantwise" plugins info hedging | sed -n 2p)" "from built in"
if command -v strace >/dev/null 2>&1; then
	# -f follows every process there would be
	(cd "$SLANT_SOURCE/tests/examples" && strace -f -o "$scratch/calls" "$scratch/build/slantwise" analyze --format jsonl lantern.txt) >/dev/null 2>&1
	is "no process is forked" "$(grep -cE '(fork|clone3?|vfork)\(' "$scratch/calls")" 0
	is "no plugin is opened" "$(grep -cE 'open(at)?\(.*(quotes|hedging|agency|loaded_terms|attribution)\.(so|la)' "$scratch/calls")" 0
fi
done_testing
