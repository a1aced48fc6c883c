#!/usr/bin/env bash
#
# stress.sh [SECONDS]
#	Writes to tracked tables in many ways from many sessions while others refresh them, kills sessions, and
#	restarts the server after immediate shutdowns; checks in one snapshot after another that no quote
#	is missing or left over.  Not part of make test.
#
# SECONDS (default: 120) are divided among a plain table, a partitioned one and one whose key is
# text.  With SEED in the environment, the choice of statements is repeatable, but not their timing.
# Ends with one plain line, "N passed, N failed".

. "$(dirname "$0")/common.sh"

build
export NEWSQUOTE_CONFIG='
	deadlock_timeout = 200ms
	max_connections = 40'
exec "$root/test/cluster.sh" perl "$root/test/stress.pl" "${1:-120}"
