#
# common.sh
#	What the scripts of test/ and bench/ begin with; to be sourced.
#
# Sets root, the project's folder, and PG_CONFIG, after a bare machine was set up.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PG_CONFIG=$("$root/test/setup.sh")
export PG_CONFIG

# Builds the extension in place, quietly.
build() {
	echo "building with $("$PG_CONFIG" --version)" >&2
	make -s -C "$root" -j2 PG_CONFIG="$PG_CONFIG" all >&2
}
