#!/usr/bin/env bash
#
# coverage.sh [FILE]
#	Measures the share of the engine's lines and branches that its own tests reach: those of
#	test/unit except the timed ones, all inputs of the fuzzer, and the examples of docs/spec.md.
#
# Prints a table, and fails if fewer than 90 % of a file's branches are reached, not counting those that unreachable.tsv lists with
# reasons.  With part of a file's name, also prints the file's lines that have a branch that is never taken.
# Assertions are not built in (NQ_DEBUG is off), because their failing branch is never taken.  The toy language is built in, for what English does not have.
# Needs gcc and its gcov.

. "$(dirname "$0")/common.sh"

build="$root/test/build/coverage"
copy="$build/copy"
mkdir -p "$copy"
tar -c -C "$root" --exclude '*.o' --exclude '*.d' --exclude '*.bc' src | tar -x -C "$copy"
mkdir -p "$copy/src/lang/toy"
cp "$root"/test/unit/toy/* "$copy/src/lang/english/weights.tsv" "$copy/src/lang/toy"
sed -i 's/^\tX(english) \\$/&\n\tX(toy) \\/' "$copy/src/lang/languages.h"
make -s -C "$root/test/unit" -j2 ROOT="$copy" coverage >&2

cd "$root/test"
find "$build" -name '*.gcda' -delete
rm -rf "$build/examples"
mkdir "$build/examples"
perl fuzz/examples.pl "$build/examples" all
for program in api keys languages lexicon name_tagger; do
	"$build/$program" >/dev/null
done
# Blocks are small, and checks for interrupts frequent.
"$build/memory" 2 >/dev/null
"$build/patterns" 2000 >/dev/null
"$build/observed" articles/*.txt stages/*.txt >/dev/null
"$build/promises" articles/*.txt stages/*.txt >/dev/null
"$build/standalone" fuzz/seeds/* fuzz/corpus/* fuzz/regressions/* "$build"/examples/* >/dev/null
"$build/standalone" -t fuzz/seeds/* "$build"/examples/*0 "$build"/examples/{page,wrapped}-page-* "$build"/examples/sentence-*5 $(grep -lE '^(.|.\n)?[—–<-]|<' "$build"/examples/example-*) >/dev/null

perl "$root/test/coverage.pl" "$build" "$@"
