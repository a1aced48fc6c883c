#!/usr/bin/env bash
#
# server.sh VERSION TESTS
#	In a chroot: newsquote builds without a warning for this version of
#	PostgreSQL, by either compiler, and passes its tests: all, or those of installcheck.

. "$(dirname "$0")/check.sh"

PG_CONFIG=$(pg_config_of "$1")
export PG_CONFIG
server=$("$PG_CONFIG" --version)

# PostgreSQL's headers and flags are gcc's here, and clang does not know all of them.
check "$server: clang, no warning" as_tester make -s -j2 CC=clang \
	COPT='-Werror -Wno-ignored-attributes -Wno-unknown-warning-option'
as_tester make -s clean
check "$server: gcc, no warning" as_tester make -s -j2 COPT=-Werror
case $2 in
	all) check "$server: make test" as_tester make -s test ;;
	installcheck) check "$server: installcheck" as_tester test/run.sh regress ;;
esac
