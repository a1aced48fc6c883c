#!/usr/bin/env bash
#
# cluster.sh COMMAND [ARGUMENT...]
#	Runs the command with a private PostgreSQL server that has newsquote
#	(as built here) installed; removes the server afterwards.
#
# Uses PG_CONFIG (default: pg_config) and NEWSQUOTE_CONFIG, additional lines for the
# server's postgresql.conf.  For the command, PGHOST, PGPORT,
# PGUSER (a superuser) and PGDATABASE are set, and the server's programs are in PATH.
# The script exits with the status of the command.
#
# The script writes only to one temporary folder, even as root: the folder
# holds a copy of the installation and the cluster.  PostgreSQL
# finds its files relative to the postgres program, so a copy of that program with
# links to the rest is a complete installation, into which "make install" then installs.
# The server listens only on a socket that no other user can reach.

set -euo pipefail

[ $# -gt 0 ] || { echo "usage: cluster.sh COMMAND [ARGUMENT...]" >&2; exit 2; }

root=$(cd "$(dirname "$0")/.." && pwd)
PG_CONFIG=${PG_CONFIG:-pg_config}
bindir=$("$PG_CONFIG" --bindir)
pkglibdir=$("$PG_CONFIG" --pkglibdir)
sharedir=$("$PG_CONFIG" --sharedir)

# A socket's path is at most 107 bytes long.
temporary=${TMPDIR:-/tmp}
[ ${#temporary} -le 60 ] || temporary=/tmp
base=$(mktemp -d "$temporary/newsquote.XXXXXX")
command_pid=

# PostgreSQL refuses to run as root.
server_user=
if [ "$(id -u)" = 0 ]; then
	server_user=$(id -un postgres 2>/dev/null || echo nobody)
fi

as_server() {
	if [ -z "$server_user" ]; then
		"$@"
	elif command -v runuser >/dev/null 2>&1; then
		runuser -u "$server_user" -- "$@"
	else
		setpriv --reuid "$server_user" --regid "$(id -g "$server_user")" --clear-groups "$@"
	fi
}

clean_up() {
	local status=$?
	trap - EXIT INT TERM HUP
	[ -z "$command_pid" ] || kill -TERM "$command_pid" 2>/dev/null || true
	if [ -e "$base/data/postmaster.pid" ]; then
		as_server "$base$bindir/pg_ctl" -D "$base/data" -m immediate -s stop >/dev/null 2>&1 || true
	fi
	rm -rf "$base"
	exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Makes links to everything in a folder except an older newsquote.
link_all() {
	local file
	mkdir -p "$2"
	for file in "$1"/*; do
		case ${file##*/} in
			newsquote*) ;;
			*) ln -s "$file" "$2/" ;;
		esac
	done
}

install_privately() {
	local folder
	mkdir -p "$base$bindir"
	# Copies, because a link would lead these programs back to the original installation.
	cp "$bindir/postgres" "$bindir/initdb" "$bindir/pg_ctl" "$base$bindir/"
	link_all "$pkglibdir" "$base$pkglibdir"
	link_all "$sharedir" "$base$sharedir"
	# No links either to the folders that "make install" writes to.
	for folder in "$sharedir/extension" "$pkglibdir/bitcode"; do
		[ -d "$folder" ] || continue
		rm "$base$folder"
		link_all "$folder" "$base$folder"
	done
	MAKEFLAGS= MAKELEVEL= make -s -C "$root" PG_CONFIG="$PG_CONFIG" DESTDIR="$base" install \
		>"$base/install.log" 2>&1 || { cat "$base/install.log" >&2; exit 1; }
	chmod -R a+rX "$base"
}

start_server() {
	mkdir -m 700 "$base/data" "$base/socket"
	[ -z "$server_user" ] || chown "$server_user" "$base/data" "$base/socket"
	cd /
	as_server env LC_ALL=C "$base$bindir/initdb" -D "$base/data" -U postgres -A trust -E UTF8 \
		--locale=C --no-sync >"$base/initdb.log" 2>&1 || { cat "$base/initdb.log" >&2; exit 1; }
	cat >>"$base/data/postgresql.conf" <<-END
		listen_addresses = ''
		unix_socket_directories = '$base/socket'
		port = 5432
		fsync = off
		full_page_writes = off
		synchronous_commit = off
		wal_level = minimal
		max_wal_senders = 0
		max_wal_size = 4GB
		shared_buffers = 128MB
		max_connections = 30
		logging_collector = off
		${NEWSQUOTE_CONFIG:-}
	END
	as_server env LC_ALL=C "$base$bindir/pg_ctl" -D "$base/data" -l "$base/data/log" -s -w start ||
		{ cat "$base/data/log" >&2; exit 1; }
	cd "$OLDPWD"
}

install_privately
start_server

unset PGHOSTADDR PGSERVICE PGPASSWORD PGOPTIONS PGCLIENTENCODING PGSSLMODE PGTZ PGDATESTYLE PGAPPNAME
export PGHOST="$base/socket" PGPORT=5432 PGUSER=postgres PGDATABASE=postgres
export PATH="$bindir:$PATH"
export NEWSQUOTE_SERVER_LOG="$base/data/log"

status=0
if [ -t 0 ]; then
	# At a terminal the command is a separate foreground job: the command handles Ctrl-C (psql cancels a query), and
	# this script and make do not receive it.  The command is not suspended, because nothing could resume it.
	trap '' TSTP
	set -m
	"$@" || status=$?
	set +m
else
	# In the background, so that this script reacts to a signal at once.
	"$@" <&0 &
	command_pid=$!
	wait "$command_pid" || status=$?
	command_pid=
fi
exit "$status"
