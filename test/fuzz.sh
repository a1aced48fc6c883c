#!/usr/bin/env bash
#
# fuzz.sh [SECONDS [SEED [TARGET]]]
#	Runs the engine on hostile articles under sanitizers: with libFuzzer if clang
#	has it, otherwise with a mutator of our own.
#
# Inputs that reach new code stay in test/build/fuzz/corpus for the next run.  With a seed other than 0, a run
# starts from scratch and is repeatable.  With TARGET (articles, keys, quotes or languages; libFuzzer only), the
# inputs for other targets are skipped.  An input that breaks a promise goes to test/fuzz/regressions, where every
# later test replays it; commit it.

. "$(dirname "$0")/common.sh"

seconds=${1:-60}
fuzz="$root/test/fuzz"
seed=${2:-0}
export FUZZ_TARGET=${3:-}
corpus="$root/test/build/fuzz/corpus$FUZZ_TARGET"
if [ "$seed" != 0 ]; then
	corpus="$root/test/build/fuzz/seeded"
	rm -rf "$corpus"
fi
mkdir -p "$corpus" "$fuzz/regressions"

# The project's articles, each after the options for it; handwritten inputs; the examples of the specification.
number=0
for article in "$root"/test/articles/*.txt; do
	number=$((number + 1))
	{ printf '%s\n' "$((number % 4))"; head -c 1500 "$article"; } >"$corpus/article-$number"
done
cp "$fuzz"/seeds/* "$fuzz"/corpus/* "$corpus/"
perl "$fuzz/examples.pl" "$corpus"

if command -v clang >/dev/null 2>&1 && make -s -C "$root/test/unit" -j2 fuzzer >"$root/test/build/fuzz/log" 2>&1; then
	"$root/test/build/fuzzer/fuzzer" -max_total_time="$seconds" -seed="$seed" -max_len=4000 -timeout=10 -rss_limit_mb=4096 \
		-entropic=0 -use_counters=0 -reduce_inputs=0 -dict="$fuzz/newsquote.dict" -artifact_prefix="$fuzz/regressions/" \
		-print_final_stats=1 -verbosity=0 "$corpus" "$fuzz/regressions"
else
	make -s -C "$root/test/unit" -j2 ../build/standalone
	cd "$root/test/build/fuzz"
	if ! ../standalone "-$seconds" "$corpus"/*; then
		cp last-input "$fuzz/regressions/crash-$(sha1sum last-input | cut -c 1-40)"
		exit 1
	fi
fi
echo "no broken promise in $seconds s"
