#!/usr/bin/env bash
#
# stress.sh [SECONDS]
#	Writes to tracked tables in every way from many sessions while others refresh them, kills sessions, and
#	stops the server at once and starts it again; sees in one snapshot after another that no quote
#	is missing or left over.  Not part of make test.
#
# SECONDS (default: 120) are divided among a plain table, a partitioned one and one whose key is
# text.  A seed in the environment, SEED, makes the choices of statements the same again, not their timing.
# Ends with one plain line, "N passed, N failed".

. "$(dirname "$0")/common.sh"

build
export NEWSQUOTE_CONFIG='
	deadlock_timeout = 200ms
	max_connections = 40'
exec "$root/test/cluster.sh" perl "$root/test/stress.pl" "${1:-120}"
