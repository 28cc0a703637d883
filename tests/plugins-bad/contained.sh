#!/bin/sh
# SPDX-License-Identifier: MIT
# Every plugin of this folder is refused or contained with the true reason, while the
# other analyzers and the other articles come out as if it were not there.
. "$SLANT_SOURCE/tests/functions.sh"
requires jq
grep -q '^#define SLANT_STATIC_PLUGINS' "$SLANT_BUILD/config.h" && skip_all "plugins are linked in: there are no worker processes"

here=$SLANT_SOURCE/tests/plugins-bad
cat >"$scratch/articles.jsonl" <<'END'
{"id": "one", "text": "The ferry may sail on Friday, said the café owner. \"Perhaps,\" she added."}
{"id": "two", "text": "The harbour master said that the gate would open. crash now, loop now: it is clearly late."}
{"id": "three", "text": "Nobody was seen at the pier. The gate was opened at nine, probably by the wind."}
END

if grep -q '^#define SLANT_SANITIZED' "$SLANT_BUILD/config.h"; then
	sanitized=1 resident=-DRESIDENT segv="ended its process (status 1)" load_segv="ends the program while it is loaded (status 1)"
else
	sanitized=0 resident= segv="ended by SIGSEGV" load_segv="crashes while it is loaded (SIGSEGV)"
fi

# build NAME: a folder with that plugin alone, compiled as anybody would
build() {
	mkdir -p "$scratch/$1"
	chmod 755 "$scratch/$1"
	${CC:-cc} -std=c17 -fPIC -shared -w $resident -I"$SLANT_SOURCE/core" -o "$scratch/$1/$1.so" "$here/$1.c"
}

analyze() {
	"$SLANTWISE" analyze --format jsonl --plugin-timeout 30 "$@" "$scratch/articles.jsonl"
}

# Records without what only the named plugin could say.
without() {
	jq -c --arg name "$1" 'del(.plugins[] | select(.name == $name)) | del(.metrics[] | select(.plugin == $name))
		| del(.findings[] | select(.plugin == $name))' "$2"
}

said() {
	jq -r --arg name "$1" '.plugins[] | select(.name == $name) | "\(.status) \(.kind // "-") \(.message // "-")"' "$2" | sort -u | tr '\n' '|'
}

analyze >"$scratch/usual"
without nothing "$scratch/usual" >"$scratch/expected"

contained() { # NAME WHAT-ITS-ENTRY-SAYS [OPTION...]
	name=$1 says=$2
	shift 2
	build "$name"
	is "$name: exit status" "$(status_of analyze --plugin-dir "$scratch/$name" "$@")" 4
	cp "$scratch/out" "$scratch/records"
	is "$name: reason" "$(said "$name" "$scratch/records")" "$says"
	without "$name" "$scratch/records" >"$scratch/got"
	ok "$name: nothing else changed" cmp "$scratch/got" "$scratch/expected"
}

contained crash "failed crash $segv|ok - -|"
contained abort_call "failed crash ended by SIGABRT|"
contained endless "ok - -|timed_out timeout took longer than 2.0 seconds|" --plugin-timeout 2
contained sleeper "ok - -|timed_out timeout took longer than 2.0 seconds|" --plugin-timeout 2
contained leaver "failed crash ended its process (status 0)|"
contained deep "failed crash $segv|"
contained scribbler "failed protocol wrote to or closed a descriptor that is not its own|"
contained closer "failed protocol wrote to or closed a descriptor that is not its own|"
case $(uname -sm) in
"Linux x86_64" | "Linux aarch64")
	contained parricide "failed - may not signal others|"
	;;
esac
if [ -e /proc/self/task/$$/children ]; then
	BROOD=$scratch/brood-list contained brood "failed crash ended by SIGABRT|"
	left=0
	while read -r process; do
		kill -0 "$process" 2>/dev/null && left=$((left + 1))
	done <"$scratch/brood-list"
	ok "brood: processes were started" test -s "$scratch/brood-list"
	is "brood: none is left" "$left" 0
fi
contained bad_span "failed invalid seen: the span 42 to 43 cuts a character|ok - -|"
contained outside "failed invalid seen: the span 0 to 74 lies outside the text of 73 bytes|failed invalid seen: the span 0 to 80 lies outside the text of 79 bytes|failed invalid seen: the span 0 to 91 lies outside the text of 90 bytes|"
contained undeclared "failed invalid a finding of rule number 7, which is not declared|"
contained bad_text "failed invalid a text is not valid UTF-8|"
contained twice "failed invalid rule seen: the key start is given twice|"
contained silent_failure "failed invalid analyze() returned -1 without saying why|"
contained said_failure "failed - the tide table for Port Tamsin is missing|"
contained refuses "failed - no tide table|"
if [ "$sanitized" -eq 0 ]; then # under the sanitizers address space cannot be limited
	contained greedy "failed memory took more memory than it may (512 MiB)|" --plugin-memory 512
fi

refused() { # NAME PATTERN-OF-THE-MESSAGE: told on standard error, in no record
	is "$1: exit status" "$(status_of analyze --plugin-dir "$scratch/$1")" 4
	ok "$1: the message says $2" grep -q "$1/[^:]*: $2" "$scratch/err"
	ok "$1: nothing else changed" cmp "$scratch/out" "$scratch/usual"
}

for name in no_entry other_abi undefined duplicate load_crash; do
	build "$name"
done
refused no_entry "is no plugin: it has no function slantwise_plugin"
refused other_abi "is made for plugin interface 2, this program has 1"
refused undefined "cannot be loaded: undefined symbol: slantwise_no_such_function"
refused duplicate "an analyzer named hedging is loaded already, from .*/hedging.so"
refused load_crash "$load_segv"
mkdir "$scratch/text" "$scratch/empty" "$scratch/cut" "$scratch/writable" "$scratch/missing"
echo "not a shared object" >"$scratch/text/text.so"
: >"$scratch/empty/empty.so"
head -c 2000 "$scratch/no_entry/no_entry.so" >"$scratch/cut/cut.so"
ln -s /no/such/plugin.so "$scratch/missing/missing.so"
refused text "cannot be loaded: "
refused empty "cannot be loaded: file too short"
refused cut "is cut short: 2000 of [0-9]* bytes are there"
refused missing "cannot be opened: No such file or directory"
cp "$scratch/said_failure/said_failure.so" "$scratch/writable/writable.so"
chmod 666 "$scratch/writable/writable.so"
refused writable "the file can be written by everybody"
chmod 664 "$scratch/writable/writable.so"
refused writable "the file can be written by its group"
chmod 644 "$scratch/writable/writable.so"
chmod 777 "$scratch/writable"
is "writable folder: exit status" "$(status_of analyze --plugin-dir "$scratch/writable")" 4
ok "writable folder: the message says why" grep -q "writable: the folder can be written by everybody" "$scratch/err"
is "no folder: exit status" "$(status_of analyze --plugin-dir "$scratch/nowhere")" 2

# What a plugin prints stays out of the records and cannot act on a terminal.
build chatty
is "chatty: exit status" "$(status_of analyze --plugin-dir "$scratch/chatty")" 0
cp "$scratch/out" "$scratch/records"
without chatty "$scratch/records" >"$scratch/got"
ok "chatty: records are as usual" cmp "$scratch/got" "$scratch/expected"
ok "chatty: what it printed is told, escaped" grep -q 'a plugin printed: \\x1b\[2Jcleared' "$scratch/err"

# Several bad ones at once, several workers.
mkdir -m 755 "$scratch/all"
for name in crash leaver endless scribbler said_failure bad_text; do
	cp "$scratch/$name/$name.so" "$scratch/all/"
done
is "six bad plugins: exit status" "$(status_of analyze --plugin-timeout 2 --plugin-dir "$scratch/all")" 4
cp "$scratch/out" "$scratch/one-job"
is "six bad plugins, three jobs: exit status" "$(status_of analyze --jobs 3 --plugin-timeout 2 --plugin-dir "$scratch/all")" 4
ok "six bad plugins, three jobs: the same bytes" cmp "$scratch/out" "$scratch/one-job"
for name in crash leaver endless scribbler said_failure bad_text; do
	without "$name" "$scratch/one-job" >"$scratch/next"
	mv "$scratch/next" "$scratch/one-job"
done
ok "six bad plugins: nothing else changed" cmp "$scratch/one-job" "$scratch/expected"
done_testing
