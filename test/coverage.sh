#!/usr/bin/env bash
#
# coverage.sh [FILE]
#	Which share of the engine's lines and branches its own tests reach: those of
#	test/unit without the timed ones, and every input of the fuzzer.
#
# With a part of a file's name, prints its lines that have a branch which is never taken, too.
# Assertions are not built in.  The toy language is, for what English does not have.  Needs gcc and its gcov.

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
perl fuzz/examples.pl "$build/examples"
for program in api keys languages lexicon memory name_tagger; do
	"$build/$program" >/dev/null
done
"$build/patterns" 2000 >/dev/null
"$build/observed" articles/*.txt stages/*.txt >/dev/null
"$build/promises" articles/*.txt stages/*.txt >/dev/null
"$build/standalone" fuzz/seeds/* fuzz/corpus/* fuzz/regressions/* "$build"/examples/* >/dev/null

perl "$root/test/coverage.pl" "$build" "$@"
