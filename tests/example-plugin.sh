#!/bin/sh
# SPDX-License-Identifier: MIT
# The example plugin of the guide builds outside the tree and finds what the guide says.
. "$SLANT_SOURCE/tests/functions.sh"
requires jq make
grep -q '^#define SLANT_STATIC_PLUGINS' "$SLANT_BUILD/config.h" && skip_all "plugins are linked in: none can be added"

mkdir -m 755 "$scratch/questions"
cp "$SLANT_SOURCE"/docs/example-plugin/* "$scratch/questions/"
cd "$scratch/questions" || exit 1
chmod -R go-w,u+w .
ok "it builds without a warning" make -s CC="${CC:-cc}" CFLAGS="-Wall -Wextra -Werror" SLANTWISE_CFLAGS="-I$SLANT_SOURCE/core" MAKEFLAGS=
is "it runs" "$(status_of "$SLANTWISE" analyze --format jsonl --plugin-dir . --plugin questions article.txt)" 0
cp "$scratch/out" record.jsonl
is "three questions, one of them in a quotation" \
	"$(jq -r '.findings[] | "\(.rule) \(.role // "body") \(.voice // "narrator") \(.text)"' record.jsonl)" \
	"open headline narrator Who Will Pay for the Pier?
open standfirst narrator Who dug it?
yes_no body quoted Did anybody read the contract?"
is "its share of open questions in the writer's voice" "$(jq -c '.metrics[] | select(.name == "open_share" and .voice == null) | [.k, .n]' record.jsonl)" "[2,2]"

# The guide shows these files as they are.
guide=$SLANT_SOURCE/docs/plugin-api.md
awk '/^```c$/ {inside = 1; next} /^```$/ {inside = 0} inside' "$guide" >shown.c
shown_lines=$(wc -l <shown.c)
ok "the guide shows code" test "$shown_lines" -gt 20
is "every line of code that the guide shows stands in the example" \
	"$(grep -vxFf questions.c shown.c | grep -v '^$' || :)" ""

# Every service of the header is explained.
sed -n '/^struct slant_host {/,/^};/p' "$SLANT_SOURCE/core/slantwise/plugin.h" | grep -o '(\*[a-z_]*)' | tr -d '(*)' | sort -u >services
for service in $(cat services); do
	grep -q "\`$service" "$guide" || echo "$service"
done >unexplained
is "the guide names every service of the host" "$(cat unexplained)" ""
done_testing
