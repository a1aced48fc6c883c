#!/usr/bin/env bash
#
# releases.sh [VERSION | VERSION:installcheck | package | upgrade | docker | rpm | foreign]...
#	Runs all tests, or those of installcheck, on other versions of PostgreSQL than this machine's, each in a new
#	chroot of the release of Debian that has it; or builds the Debian package in
#	one chroot and installs it in another; or tests pg_upgrade from 15 to 17, the Dockerfile, the RPM, or the engine on other
#	processors, emulated.  By default: all of these except 15.
#
# Needs root, and about three minutes each.  If chroots cannot be made, it
# says so and nothing fails.  Ends with one plain line, "N passed, N failed".

set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log=$work/log
passed=0
failed=0

# Runs a chroot and counts its checks; an unexpected exit status is a failure, too.
count_checks() {
	local status before=$failed
	"$here/chroot.sh" "$@" 2>&1 | tee "$log"
	status=${PIPESTATUS[0]}
	passed=$((passed + $(grep -c '^ok ' "$log")))
	failed=$((failed + $(grep -c '^not ok ' "$log")))
	[ "$status" -eq 0 ] || [ "$status" -eq 77 ] || [ "$failed" -gt "$before" ] || failed=$((failed + 1))
}

tools=(make gcc libc6-dev clang perl libpcre2-dev)

# server SUITE VERSION TESTS [PACKAGE...]
server() {
	local suite=$1 version=$2 tests=$3
	shift 3
	count_checks "$suite" "${tools[@]}" "$@" "postgresql-$version" "postgresql-server-dev-$version" -- \
		test/releases/server.sh "$version" "$tests"
}

package() {
	export NEWSQUOTE_EXCHANGE=$work/packages
	mkdir -p "$NEWSQUOTE_EXCHANGE"
	count_checks trixie "${tools[@]}" debhelper postgresql-17 postgresql-server-dev-17 postgresql-server-dev-all -- \
		test/releases/package.sh
	# Without a chroot, there is no package to install.
	if ls "$NEWSQUOTE_EXCHANGE"/*.deb >/dev/null 2>&1; then
		count_checks trixie postgresql-17 -- test/releases/install.sh
	fi
	unset NEWSQUOTE_EXCHANGE
}

upgrade() {
	count_checks trixie+bookworm "${tools[@]}" postgresql-17 postgresql-server-dev-17 \
		postgresql-15/bookworm postgresql-server-dev-15/bookworm -- test/releases/upgrade.sh 15 17
}

# Runs the commands of a Dockerfile, or of a spec file, in the release of Debian that it names or that has rpmbuild.
docker() {
	count_checks bookworm postgresql-15 postgresql-common make -- test/releases/docker.sh 15
}

rpm() {
	count_checks bookworm rpm rpm2cpio cpio zip unzip "${tools[@]}" postgresql-15 postgresql-server-dev-15 -- test/releases/rpm.sh 15
}

foreign() {
	count_checks bookworm make gcc libc6-dev perl libpcre2-dev pkg-config qemu-user \
		gcc-aarch64-linux-gnu libc6-dev-arm64-cross gcc-s390x-linux-gnu libc6-dev-s390x-cross gcc-i686-linux-gnu libc6-dev-i386-cross \
		-- test/releases/foreign.sh
}

[ $# -gt 0 ] || set -- 17 18 19 package upgrade docker rpm foreign
for what in "$@"; do
	tests=all
	[ "$what" = "${what%:installcheck}" ] || tests=installcheck
	case ${what%:installcheck} in
		15) server bookworm 15 "$tests" ;;
		17) server trixie 17 "$tests" ;;
		18) server forky 18 "$tests" ;;
		19) server sid+experimental 19 "$tests" libpq5/experimental libpq-dev/experimental postgresql-client-19/experimental ;;
		package | upgrade | docker | rpm | foreign) "$what" ;;
		*) echo "releases.sh: no release of Debian has PostgreSQL $what" >&2; exit 2 ;;
	esac
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
