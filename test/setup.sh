#!/usr/bin/env bash
#
# setup.sh
#	Makes sure that this machine can build and run newsquote, and prints the
#	path of the pg_config to use.
#
# It uses what is installed, and PG_CONFIG if set.  It installs missing packages with
# apt-get: at once as root, and with sudo only after the user has confirmed; otherwise it
# prints the command that installs them, and fails.

set -euo pipefail

say() { printf '%s\n' "$*" >&2; }

# A pg_config is usable if its server, its headers and pg_regress are installed.
usable() {
	local config=$1 pgxs bindir
	command -v "$config" >/dev/null 2>&1 || return 1
	pgxs=$("$config" --pgxs 2>/dev/null) && [ -e "$pgxs" ] || return 1
	bindir=$("$config" --bindir) || return 1
	[ -x "$bindir/postgres" ] && [ -x "$bindir/initdb" ] && [ -x "$bindir/psql" ] || return 1
	[ -e "$("$config" --includedir-server)/postgres.h" ]
}

# The one requested, the one in PATH, then the newest in the usual places.
find_pg_config() {
	local config
	{
		printf '%s\n' "${PG_CONFIG:-pg_config}" pg_config
		ls -d /usr/lib/postgresql/*/bin/pg_config /usr/pgsql-*/bin/pg_config \
			/usr/local/pgsql/bin/pg_config 2>/dev/null | sort -rV || true
	} | while read -r config; do
		if usable "$config"; then
			command -v "$config"
			return
		fi
	done
}

# The version to install: that of the installed server, otherwise the distribution's.
server_version() {
	local there
	there=$(ls -d /usr/lib/postgresql/*/bin/postgres 2>/dev/null | sort -rV | head -n 1 |
		sed 's,.*/\([0-9]*\)/bin/postgres,\1,' || true)
	if [ -z "$there" ]; then
		there=$(apt-cache depends postgresql 2>/dev/null |
			sed -n 's/.*Depends: postgresql-\([0-9][0-9]*\)$/\1/p' | head -n 1)
	fi
	printf '%s' "$there"
}

missing_packages() {
	local version
	command -v cc >/dev/null 2>&1 && command -v make >/dev/null 2>&1 &&
		[ -e /usr/include/stdio.h ] || printf '%s\n' build-essential
	command -v perl >/dev/null 2>&1 && perl -MTest::More -MTAP::Harness -MJSON::PP -e 1 2>/dev/null ||
		printf '%s\n' perl
	printf '#include <pcre2.h>\n' |
		cc -DPCRE2_CODE_UNIT_WIDTH=8 $(pcre2-config --cflags 2>/dev/null || true) -E - >/dev/null 2>&1 ||
		printf '%s\n' libpcre2-dev
	if [ -z "$(find_pg_config)" ]; then
		version=$(server_version)
		printf '%s\n' "postgresql${version:+-$version}" "postgresql-server-dev-${version:-all}"
	fi
}

# Nothing is installed without asking.
may_install() {
	local answer=
	[ -t 0 ] && [ -t 2 ] || return 1
	printf 'newsquote needs these packages: %s\nInstall them with sudo apt-get? [y/N] ' "$missing" >&2
	read -r answer
	case $answer in [yY] | [yY][eE][sS]) ;; *) return 1 ;; esac
}

missing=$(missing_packages | tr '\n' ' ')
if [ -n "$missing" ]; then
	if ! command -v apt-get >/dev/null 2>&1; then
		say "newsquote needs a C compiler, make, perl, PCRE2 with its headers (libpcre2-8) and PostgreSQL 14"
		say "or later with its server headers.  Under Debian's names, these are missing: $missing"
		exit 1
	fi
	if [ "$(id -u)" = 0 ]; then
		as_root=
	elif command -v sudo >/dev/null 2>&1 && may_install; then
		as_root=sudo
	else
		say "newsquote needs some packages.  This line installs them:"
		say ""
		say "    sudo apt-get update && sudo apt-get install -y $missing"
		exit 1
	fi
	say "installing what is missing: $missing"
	$as_root apt-get update -q >&2
	# Without package lists, the server's version was not known before.
	missing=$(missing_packages | tr '\n' ' ')
	$as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -q --no-install-recommends $missing >&2
fi

config=$(find_pg_config)
if [ -z "$config" ]; then
	say "newsquote: no usable pg_config; name one: make PG_CONFIG=/path/to/pg_config ..."
	exit 1
fi
printf '%s\n' "$config"
