#!/usr/bin/env bash
#
# releases.sh [VERSION...]
#	Every test on other versions of PostgreSQL than this machine's, each in a fresh
#	chroot of the release of Debian that has it (by default 17, 18 and 19).
#
# Takes root, and some three minutes a version.  Where chroots cannot be made it
# says so and has nothing to fail.  Ends with one plain line, "N passed, N failed".

set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0
failed=0

# Runs a chroot and counts its checks; one that ends otherwise than it should is a failure too.
count_checks() {
	local status before=$failed
	"$here/chroot.sh" "$@" 2>&1 | tee "$log"
	status=${PIPESTATUS[0]}
	passed=$((passed + $(grep -c '^ok ' "$log")))
	failed=$((failed + $(grep -c '^not ok ' "$log")))
	[ "$status" -eq 0 ] || [ "$status" -eq 77 ] || [ "$failed" -gt "$before" ] || failed=$((failed + 1))
}

tools="make gcc libc6-dev clang perl libpcre2-dev"

server() {
	local suite=$1 version=$2 from=${3:-}
	count_checks "$suite" $tools $from "postgresql-$version" "postgresql-server-dev-$version" -- \
		test/releases/server.sh "$version"
}

for version in ${@:-17 18 19}; do
	case $version in
		15) server bookworm 15 ;;
		17) server trixie 17 ;;
		18) server forky 18 ;;
		19) server sid+experimental 19 "libpq5/experimental libpq-dev/experimental postgresql-client-19/experimental" ;;
		*) echo "releases.sh: no release of Debian has PostgreSQL $version" >&2; exit 2 ;;
	esac
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
