#!/usr/bin/env python3
"""The words that news prints most often, the most frequent first.

    frequent.py CORPUS > src/lexicon/english/frequent.txt

CORPUS holds train/text/*.txt.  The list decides which words of the lexicon lie
close together in memory, and nothing else.
"""
import collections
import glob
import re
import sys

WORDS = 4000
HEAD = """# The words that news prints most often, the most frequent first: the lexicon keeps
# them close together, where the processor's caches hold them.  A word that is in no other
# list is passed over.
# Counted by train/frequent.py in the training articles.
"""


def main(corpus):
    counts = collections.Counter()
    for path in sorted(glob.glob(corpus + "/train/text/*.txt")):
        with open(path, encoding="utf-8") as text:
            for word in re.findall(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*", text.read()):
                word = re.sub(r"'(s|re|ve|ll|d|m)$", "", word.replace("’", "'"))
                counts[word.lower()] += 1
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    print(HEAD + "\n".join(ordered[:WORDS]))


if __name__ == "__main__":
    main(sys.argv[1])
