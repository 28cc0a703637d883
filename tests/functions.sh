# SPDX-License-Identifier: MIT
# For shell tests, sourced: TAP output, a scratch folder, requirements.
#   . "$SLANT_SOURCE/tests/functions.sh"
#   requires jq            skip the whole test, with a message, where jq is missing
#   requires_shared gold/quotes   ... where that shared folder is missing
#   ok "what should be so" command...       passes when the command succeeds
#   is "what" "$got" "$expected"
#   done_testing           last line
set -u
: "${SLANTWISE:?path of the program}" "${SLANT_SOURCE:?top of the sources}"
tap_count=0
tap_failed=0
scratch=$(mktemp -d "${TMPDIR:-/var/tmp}/slantwise-test.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
export LC_ALL=C.UTF-8

skip_all() {
	echo "1..0 # SKIP $*"
	exit 0
}

requires() {
	for tool in "$@"; do
		command -v "$tool" >/dev/null 2>&1 || skip_all "$tool is not installed"
	done
}

requires_python_module() {
	requires python3
	python3 -c "import $1" 2>/dev/null || skip_all "the Python module $1 is not installed"
}

requires_shared() {
	[ -e "$SLANT_SHARED/$1" ] || skip_all "the shared folder $1 is not here"
}

result() { # STATUS DESCRIPTION
	tap_count=$((tap_count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tap_count - $2"
	else
		tap_failed=$((tap_failed + 1))
		echo "not ok $tap_count - $2"
	fi
}

ok() {
	description=$1
	shift
	if "$@" >"$scratch/.out" 2>&1; then
		result 0 "$description"
	else
		sed 's/^/# /' "$scratch/.out" | head -30
		result 1 "$description"
	fi
}

is() {
	if [ "$2" = "$3" ]; then
		result 0 "$1"
	else
		printf '%s\n' "got:      $2" "expected: $3" | sed 's/^/# /'
		result 1 "$1"
	fi
}

# status_of COMMAND...: prints its exit status; output goes to $scratch/out and $scratch/err
status_of() {
	status=0
	"$@" >"$scratch/out" 2>"$scratch/err" || status=$?
	echo "$status"
}

done_testing() {
	echo "1..$tap_count"
	[ "$tap_failed" -eq 0 ]
}
