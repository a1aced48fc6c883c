#
# check.sh
#	What the scripts begin with that run in a chroot; to be sourced.

set -uo pipefail

# check NAME COMMAND [ARGUMENT...]: says "ok NAME", or "not ok NAME" and what the command printed.
check() {
	local name=$1 log
	shift
	log=$(mktemp)
	if "$@" >"$log" 2>&1 </dev/null; then
		echo "ok $name"
	else
		echo "not ok $name"
		tail -n 40 "$log" | sed 's/^/# /'
	fi
	rm -f "$log"
}

# As an ordinary user.
as_tester() { runuser -u tester -- "$@"; }

# pg_config of a version.
pg_config_of() { printf '/usr/lib/postgresql/%s/bin/pg_config' "$1"; }
