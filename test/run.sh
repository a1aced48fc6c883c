#!/usr/bin/env bash
#
# run.sh [TEST...]
#	Builds and runs all tests, or those whose file name in test/t or program in
#	test/unit contains one of the arguments, in a private cluster.
#
# Ends with one plain line, "N passed, N failed", and exits with 1 if any failed.

. "$(dirname "$0")/common.sh"

build
make -s -C "$root/test/unit" -j2 all plain counted >&2

# harness.pl runs Perl scripts: one for each program with its arguments.
units=$(mktemp -d "${TMPDIR:-/tmp}/newsquote-units.XXXXXX")
trap 'rm -rf "$units"' EXIT
mkdir "$units/examples"
perl "$root/test/fuzz/examples.pl" "$units/examples"
number=0
unit() {
	number=$((number + 1))
	printf 'chdir "%s/test"; exec glob("%s") or die;\n' "$root" "$2" >"$units/0${number}_$1.t"
}
unit api build/api
unit keys build/keys
unit lexicon build/lexicon
unit memory build/memory
unit name_tagger build/name_tagger
unit observed 'build/observed articles/*.txt stages/*.txt'
unit patterns build/patterns
unit promises 'build/promises articles/*.txt stages/*.txt'
unit inputs "build/standalone fuzz/seeds/* fuzz/corpus/* fuzz/regressions/* $units/examples/*"
unit slow build/plain/slow
unit linear 'build/counted/linear pathological.tsv'

tests=()
for test in "$units"/*.t "$root"/test/t/*.t; do
	if [ $# -eq 0 ]; then
		tests+=("$test")
	else
		for name in "$@"; do
			case ${test##*/} in *"$name"*) tests+=("$test") ;; esac
		done
	fi
done
[ ${#tests[@]} -gt 0 ] || { echo "no such test: $*" >&2; exit 2; }

"$root/test/cluster.sh" perl "$root/test/harness.pl" "${tests[@]}"
