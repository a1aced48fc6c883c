#!/usr/bin/env bash
#
# lint.sh
#	Runs compilers and checkers on the sources in src/, test/unit and test/fuzz.
#
# Any finding is a failure; .clang-tidy or this file gives the reason for each disabled
# check.  A missing tool is skipped.  Ends with one plain line, "N passed, N failed".

. "$(dirname "$0")/common.sh"

cd "$root"
includes=(-isystem "$("$PG_CONFIG" --includedir-server)" $(pcre2-config --cflags))
flags=(-Isrc -std=gnu11 -O2 -Wall -Wextra -Wno-unused-parameter -DNEWSQUOTE_VERSION='""' "${includes[@]}")
# Generated sources are compiled but not checked, which would only take time.
make -s generated
sources=(src/pg/*.c src/core/*.c src/core/*/*.c test/unit/*.c test/fuzz/*.c)
passed=0
failed=0

# check NAME TOOL COMMAND...: fails if the command fails, and shows its output.
check() {
	local name=$1 tool=$2 said
	shift 2
	if ! command -v "$tool" >/dev/null 2>&1; then
		echo "skipped: $name, there is no $tool"
	elif said=$("$@" 2>&1); then
		echo "ok: $name"
		passed=$((passed + 1))
	else
		printf '%s\n' "$said" | grep -v ' warnings\? \(generated\|treated as error\)' || true
		echo "not ok: $name"
		failed=$((failed + 1))
	fi
}

compile() {
	local source status=0
	for source in "${sources[@]}" src/lang/*/*.c; do
		"$1" "${flags[@]}" -Werror -c -o /dev/null "$source" || status=1
	done
	return "$status"
}

# clang's own analyzer, which scan-build runs, is among clang-tidy's checks.
tidy() {
	printf '%s\n' "${sources[@]}" | xargs -P 2 -I SOURCE clang-tidy --quiet SOURCE -- "${flags[@]}"
}

# ctuuninitvar: cppcheck considers a struct uninitialised if its members are set one by one;
# duplicateAssignExpression: two variables may have the same initial value.
cppcheck_all() {
	cppcheck --quiet --std=c11 -Isrc --enable=warning,performance,portability --error-exitcode=1 \
		--suppress=ctuuninitvar:src/core/name_key.c --suppress=ctuuninitvar:src/core/printed_name.c --suppress=ctuuninitvar:src/core/text/patterns.c --suppress=duplicateAssignExpression "${sources[@]}"
}

check "gcc has no warning" gcc compile gcc
check "clang has no warning" clang compile clang
check "clang-tidy finds nothing" clang-tidy tidy
check "cppcheck finds nothing" cppcheck cppcheck_all

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
