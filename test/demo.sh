#!/usr/bin/env bash
#
# demo.sh
#	Shows the quotations in the project's own articles, or in the text file ARTICLE,
#	with a private server that is removed afterwards.  With PSQL=1
#	it opens psql on the project's own articles instead: see docs/walk-through.md.

. "$(dirname "$0")/common.sh"

# Columns of test/demo/press/index.tsv: file, outlet, published, title.
index="$root/test/demo/press/index.tsv"
sql=$(mktemp "${TMPDIR:-/tmp}/newsquote-demo.XXXXXX")
trap 'rm -f "$sql"' EXIT

# A psql literal.
literal() { printf "'%s'" "$(printf '%s' "$1" | sed "s/'/''/g")"; }

# A large object stores a file unchanged; \lo_import reads it with the user's own rights.
load() {
	printf '\\lo_import %s\n' "$(literal "$1")"
	printf 'INSERT INTO articles (published, outlet, title, body) VALUES (%s, %s, %s, %s(:LASTOID));\n' "$2" "$3" "$4" "$5"
}

load_project() {
	local file outlet published title
	while IFS=$'\t' read -r file outlet published title; do
		[ "$file" != file ] || continue
		load "$root/test/demo/press/$file" "$(literal "$published")" "$(literal "$outlet")" "$(literal "$title")" demo_body
	done <"$index"
}

if [ -n "${ARTICLE:-}" ] && [ -z "${PSQL:-}" ]; then
	[ -r "$ARTICLE" ] || { echo "make demo: cannot read $ARTICLE" >&2; exit 1; }
	article=$(cd "$(dirname "$ARTICLE")" && pwd)/$(basename "$ARTICLE")
	load "$article" NULL NULL "$(literal "$(basename "$ARTICLE")")" demo_text >"$sql"
	show=demo-article
else
	[ -r "$index" ] || { echo "make demo: there is no $index" >&2; exit 1; }
	load_project >"$sql"
	show=demo-project
fi

build
if [ -n "${PSQL:-}" ]; then
	"$root/test/cluster.sh" bash -c '
		psql -Xq -v ON_ERROR_STOP=1 -f "$1" -f "$2" && exec psql -X -P pager=off' demo "$root/test/demo/setup.sql" "$sql"
	exit
fi
"$root/test/cluster.sh" psql -Xq -P pager=off -P null=- -P footer=off -v ON_ERROR_STOP=1 \
	-f "$root/test/demo/setup.sql" -f "$sql" -f "$root/test/demo/${show#demo-}.sql"
