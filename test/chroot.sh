#!/usr/bin/env bash
#
# chroot.sh SUITE[+SUITE...] PACKAGE... -- COMMAND [ARGUMENT...]
#	Runs the command as root in a new, minimal Debian of that suite with the
#	packages, in a folder with the project's last commit; removes everything afterwards.
#
# Packages from additional suites are written with the suite: postgresql-15/bookworm.
# The folder, /newsquote, belongs to an ordinary user, "tester".  The folder
# NEWSQUOTE_EXCHANGE is mounted as /exchange.  The exit status is that of the
# command, or 77, with one line that says why, if no such system can be made.
#
# The script uses the same Debian mirror as apt on the host.  Processes and mounts are in
# their own namespaces and end with them, however the script ends.

set -euo pipefail

skip() { echo "skipped: $*" >&2; exit 77; }

# The host's settings of where and how to fetch packages.
mirror() {
	apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' 2>/dev/null | head -n 1
}
fetching() { apt-config dump | grep -E '^Acquire::(http|https|Check-Valid-Until|Retries)\b' || true; }

# Runs inside the namespaces: makes the system and runs the command in it.
inside() {
	local base=$1 suites=$2 packages=() suite script
	shift 2
	while [ "$1" != -- ]; do packages+=("$1"); shift; done
	shift

	# Mounted only here, because "unshare" left the host's processes there.
	mount -t proc proc /proc
	suite=${suites%%+*}
	# A suite newer than this debootstrap is made like unstable.
	script=/usr/share/debootstrap/scripts/$suite
	[ -e "$script" ] || script=${script%/*}/sid
	debootstrap --variant=minbase --include=ca-certificates "$suite" "$base" "$(mirror)" "$script" >"$base.log" 2>&1 ||
		{ tail -n 3 "$base.log" >&2; skip "no Debian $suites can be made here"; }

	fetching >"$base/etc/apt/apt.conf.d/host"
	echo 'force-unsafe-io' >"$base/etc/dpkg/dpkg.cfg.d/throwaway"
	for suite in ${suites//+/ }; do
		echo "deb $(mirror) $suite main"
	done >"$base/etc/apt/sources.list"
	# Packages of PostgreSQL must not create a cluster.
	mkdir -p "$base/etc/postgresql-common"
	echo 'create_main_cluster = false' >"$base/etc/postgresql-common/createcluster.conf"

	mount -t proc proc "$base/proc"
	mkdir -p "$base/dev/shm" "$base/exchange"
	chmod 1777 "$base/dev/shm"
	[ -z "${NEWSQUOTE_EXCHANGE:-}" ] || mount --bind "$NEWSQUOTE_EXCHANGE" "$base/exchange"

	export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
	unset TMPDIR
	{
		chroot "$base" apt-get update -q &&
			chroot "$base" apt-get install -q -y --no-install-recommends "${packages[@]}" &&
			chroot "$base" useradd --create-home tester &&
			chroot "$base" chown -R tester /newsquote
	} >"$base.log" 2>&1 || { tail -n 20 "$base.log" >&2; skip "no Debian $suites with ${packages[*]} can be made here"; }
	chroot "$base" env -C /newsquote "$@"
}

if [ "${1:-}" = --inside ]; then
	shift
	inside "$@"
	exit
fi

[ $# -ge 3 ] || { echo "usage: chroot.sh SUITE[+SUITE...] PACKAGE... -- COMMAND [ARGUMENT...]" >&2; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)

[ "$(id -u)" = 0 ] || skip "only root can make a chroot"
command -v apt-get >/dev/null && [ -n "$(mirror)" ] || skip "apt here knows no mirror of Debian"
command -v debootstrap >/dev/null ||
	{ apt-get update -q && apt-get install -y -q --no-install-recommends debootstrap; } >/dev/null 2>&1 ||
	skip "debootstrap is not here and cannot be installed"
unshare --mount --pid --fork true 2>/dev/null || skip "this machine allows no namespaces"

base=$(mktemp -d "${TMPDIR:-/tmp}/newsquote-chroot.XXXXXX")
child=
clean_up() {
	local status=$?
	trap - EXIT INT TERM HUP
	if [ -n "$child" ]; then
		kill -KILL "$child" 2>/dev/null || true
		wait "$child" 2>/dev/null || true
	fi
	rm -rf --one-file-system "$base"
	exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

mkdir -p "$base/root/newsquote"
git -c safe.directory="$root" -C "$root" archive HEAD | tar -x -C "$base/root/newsquote"
chmod 755 "$base" "$base/root"

# In the background, so that this script reacts to a signal at once.
unshare --mount --pid --fork --kill-child "$0" --inside "$base/root" "$@" <&0 &
child=$!
status=0
wait "$child" || status=$?
child=
exit "$status"
