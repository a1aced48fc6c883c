#!/usr/bin/env bash
#
# upgrade.sh OLD NEW
#	In a chroot that has both versions of PostgreSQL: a cluster that uses newsquote
#	wherever it can be used goes through pg_upgrade, and all of it is there and works.

. "$(dirname "$0")/check.sh"

old=$1
new=$2
sql=/newsquote/test/releases/upgrade
work=/home/tester/upgrade

for version in "$old" "$new"; do
	make -s clean
	check "PostgreSQL $version: make install" make -s -j2 PG_CONFIG="$(pg_config_of "$version")" install
done

# program VERSION NAME [ARGUMENT...], as the ordinary user.
program() {
	local bin=/usr/lib/postgresql/$1/bin/$2
	shift 2
	as_tester env -C "$work" "$bin" "$@"
}
make_cluster() { program "$1" initdb -D "$work/$1" -U postgres -E UTF8 --locale C --no-sync; }
start() { program "$1" pg_ctl -D "$work/$1" -l "$work/log" -w -o "-k $work -c listen_addresses=''" start; }
stop() { program "$1" pg_ctl -D "$work/$1" -w stop; }
query() { program "$new" psql -XAtq -h "$work" -U postgres -v ON_ERROR_STOP=1 -f "$1"; }
state() { query "$sql/state.sql" >"$work/state.$1"; }
all_true() { query "$1" | tee /dev/stderr | { ! grep -v '|t$'; }; }

mkdir -p "$work"
chown tester "$work"
check "a cluster of $old" make_cluster "$old"
check "it starts" start "$old"
check "objects that use newsquote" query "$sql/make.sql"
check "their state" state "$old"
check "it stops" stop "$old"
check "a cluster of $new" make_cluster "$new"
check "pg_upgrade" program "$new" pg_upgrade -U postgres -d "$work/$old" -D "$work/$new" \
	-b "/usr/lib/postgresql/$old/bin" -B "/usr/lib/postgresql/$new/bin"
check "the cluster starts" start "$new"
check "its state" state "$new"
check "which is the one before" diff -u "$work/state.$old" "$work/state.$new"
check "and all of it works" all_true "$sql/use.sql"
stop "$new" >/dev/null
