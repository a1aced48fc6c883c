#!/usr/bin/env bash
#
# run.sh [TEST...]
#	Builds and runs every test, or those named (a part of a file name in test/t
#	or of a program of test/unit is enough), in a private cluster.
#
# Ends with one plain line, "N passed, N failed", and the exit status that goes with it.

. "$(dirname "$0")/common.sh"

build
make -s -C "$root/test/unit" -j2 all >&2

# A program's arguments go into a script that harness.pl can run.
units=$(mktemp -d "${TMPDIR:-/tmp}/newsquote-units.XXXXXX")
trap 'rm -rf "$units"' EXIT
number=0
for unit in api keys memory promises; do
	number=$((number + 1))
	cat >"$units/0${number}_$unit.t" <<-END
		my @articles = '$unit' eq 'promises' ? glob("$root/test/articles/*.txt") : ();
		exec "$root/test/build/$unit", @articles or die;
	END
done

tests=()
for test in "$units"/*.t "$root"/test/t/*.t; do
	if [ $# -eq 0 ]; then
		tests+=("$test")
	else
		for name in "$@"; do
			case $test in *"$name"*) tests+=("$test") ;; esac
		done
	fi
done
[ ${#tests[@]} -gt 0 ] || { echo "no such test: $*" >&2; exit 2; }

"$root/test/cluster.sh" perl "$root/test/harness.pl" "${tests[@]}"
