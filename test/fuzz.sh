#!/usr/bin/env bash
#
# fuzz.sh [SECONDS]
#	Feeds the engine hostile articles under sanitizers: by libFuzzer where clang
#	has it, else by a mutator of our own.  Inputs that break it stay in test/build/fuzz.

. "$(dirname "$0")/common.sh"

seconds=${1:-60}
work="$root/test/build/fuzz"
mkdir -p "$work/corpus"

sources=("$root/test/fuzz/fuzz.c" "$root/test/unit/unit.c")
while read -r file; do sources+=("$file"); done < <(find "$root/src/core" "$root/src/lexicon" -name '*.c')
flags=(-std=gnu11 -g -O1 -fno-omit-frame-pointer $(pcre2-config --cflags))
libraries=($(pcre2-config --libs8) -lm)

# Seeds: the project's articles, each after a byte that chooses the options.
number=0
for article in "$root"/test/articles/*.txt; do
	[ -e "$article" ] || continue
	number=$((number + 1))
	{ printf "\\x0$((number % 8))"; head -c 4000 "$article"; } >"$work/corpus/seed-$number"
done
[ "$number" -gt 0 ] || printf '\x01“We are ready,” said Clara Brandt. She said that it was late.' >"$work/corpus/seed-0"

cd "$work"
if clang -fsanitize=fuzzer,address,undefined "${flags[@]}" -o libfuzzer "${sources[@]}" "${libraries[@]}" 2>build.log; then
	./libfuzzer -max_total_time="$seconds" -max_len=20000 -timeout=10 -print_final_stats=1 -verbosity=0 corpus
else
	cc -DSTANDALONE -fsanitize=address,undefined -fno-sanitize-recover=undefined "${flags[@]}" \
		-o standalone "${sources[@]}" "${libraries[@]}"
	./standalone "$seconds" corpus/*
fi
echo "no broken promise in $seconds s"
