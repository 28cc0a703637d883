#!/bin/sh
# SPDX-License-Identifier: MIT
# Processes that end when they should not: workers killed from outside cost nothing,
# a killed supervisor leaves no workers behind.
. "$SLANT_SOURCE/tests/functions.sh"
requires pgrep jq python3
grep -q '^#define SLANT_STATIC_PLUGINS' "$SLANT_BUILD/config.h" && skip_all "there are no worker processes"
cd "$scratch" || exit 1

jq -nRc '[inputs] | join("\n") as $text | range(1500) | {id: "a\(.)", text: "\($text)\nIssue \(.)."}' \
	"$SLANT_SOURCE/tests/examples/northline.txt" >articles.jsonl
"$SLANTWISE" analyze --format jsonl --in-process articles.jsonl >usual

# until COMMAND...: waits up to ten seconds for it to succeed
until_true() {
	tries=0
	until "$@" >/dev/null 2>&1; do
		tries=$((tries + 1))
		[ "$tries" -lt 200 ] || return 1
		sleep 0.05
	done
}

"$SLANTWISE" analyze --format jsonl --jobs 2 articles.jsonl >disturbed 2>err &
supervisor=$!
kills=0
while [ "$kills" -lt 4 ] && kill -0 "$supervisor" 2>/dev/null; do
	for worker in $(pgrep -P "$supervisor"); do
		kill -9 "$worker" 2>/dev/null && kills=$((kills + 1))
	done
	sleep 0.1
done
status=0
wait "$supervisor" || status=$?
echo "# $kills workers killed"
ok "some workers were killed" test "$kills" -gt 0
is "killed workers: exit status" "$status" 0
ok "killed workers: the same bytes" cmp disturbed usual

kill_number() {
	case $1 in INT) echo 2 ;; KILL) echo 9 ;; TERM) echo 15 ;; esac
}
for signal in TERM KILL INT; do
	# a shell starts what runs beside it with SIGINT ignored: Python takes that back
	mkfifo "fifo-$signal"
	python3 -c 'import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])' "$SLANTWISE" analyze --format jsonl --jobs 2 - <"fifo-$signal" >out 2>err &
	supervisor=$!
	exec 9>"fifo-$signal"
	head -40 articles.jsonl >&9
	until_true pgrep -P "$supervisor"
	workers=$(pgrep -P "$supervisor")
	kill -"$signal" "$supervisor"
	status=0
	wait "$supervisor" 2>/dev/null || status=$?
	exec 9>&-
	is "SIG$signal: exit status" "$status" "$((128 + $(kill_number "$signal")))"
	for worker in $workers; do
		until_true sh -c "! kill -0 $worker"
		ok "SIG$signal: worker is gone" sh -c "! kill -0 $worker"
	done
done

"$SLANTWISE" analyze --format jsonl --jobs 2 articles.jsonl | head -1 >first
ok "a reader that goes away has what it wanted" sh -c "head -1 usual | cmp - first"
done_testing
