#!/usr/bin/env bash
#
# heldout.sh SHARED
#	The accuracy on the train articles of heldout.tsv, which no weight was fitted to by their
#	labels.  SHARED is the folder with eval/ and corpus/.
#
# The scorer reads a whole compartment: a temporary one holds links to these articles alone.

set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
shared=$(cd "$1" && pwd)
train=$shared/corpus/polnear/train
corpus=$(mktemp -d)
trap 'rm -rf "$corpus"' EXIT
mkdir -p "$corpus/heldout/text" "$corpus/heldout/attributions"
grep -v '^#' "$here/heldout.tsv" | cut -f1 | sort -u | while read -r stem; do
	ln -s "$train/text/$stem.txt" "$corpus/heldout/text/"
	ln -s "$train/attributions/$stem"_*.ann "$corpus/heldout/attributions/"
done
chmod -R a+rX "$corpus"
"$here/../test/cluster.sh" python3 "$shared/eval/score.py" heldout --corpus "$corpus" --labels "$here/heldout.tsv" --no-indirect
