#!/usr/bin/env bash
#
# run.sh
#	Speed and memory of extract_quotes in a private server; see bench.pl.

. "$(dirname "$0")/../test/common.sh"

build
mkdir -p "$root/test/build"
cc -std=gnu11 -O2 -Wall -Wextra $(pcre2-config --cflags) -o "$root/test/build/split_words" \
	"$root/bench/split_words.c" $(pcre2-config --libs8)
"$root/test/cluster.sh" perl "$root/bench/bench.pl"
