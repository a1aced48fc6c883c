#
# common.sh
#	Common beginning of the scripts in test/ and bench/; to be sourced.
#
# Sets up a bare machine, and sets root, the project's folder, and PG_CONFIG.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PG_CONFIG=$("$root/test/setup.sh")
export PG_CONFIG

# Builds the extension in place, quietly.
build() {
	echo "building with $("$PG_CONFIG" --version)" >&2
	make -s -C "$root" -j2 PG_CONFIG="$PG_CONFIG" all >&2
}
