#!/usr/bin/env python3
"""Fit the tagger of names (src/core/entities/name_tagger.c) and write src/lang/english/name_weights.tsv.

    names.py SHARED                     fit it to SHARED/corpus/names
    names.py SHARED --cross-validate    fit to four fifths of the publishers and score on the others, five times

--output FILE writes the weights elsewhere.  README.md says more.

The corpus has one word with its tag per line, and an empty line after each paragraph.  The words are joined to running text,
because the tagger works on the engine's tokens, not on those of the corpus.
"""
import argparse
import collections
import glob
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = os.path.join(os.path.dirname(HERE), "src", "lang", "english", "name_weights.tsv")
FOLDS = 5
HEAD = "# What the features of the tagger of names weigh: see src/core/model/name_weights.pl.  Made by train/names.py.\n"

# NameClass in document.h; dates and sums are not names.
CLASSES = {"Person": 1, "Organization": 2, "Location": 3, "NORP": 4, "Misc": 5, "Facility": 5, "Product": 5}
NO_CLASS = ("Date", "Money")

NO_BLANK_BEFORE = set(". , ; : ! ? ) ] } % ' ’ ” n't 's 're 've 'll 'd 'm ’s ’re ’ve ’ll ’d ’m ’t".split())
NO_BLANK_AFTER = set("( [ { $ £ € “ ‘ #".split())
AFTER_APOSTROPHE = set("s t re ve ll d m".split())
DATELINE = 10  # a hyphen among this many initial words is a dash: "LAGOS - The minister"


class BadCorpus(Exception):
    pass


def paragraphs(path):
    """[(word, tag), ...] of each paragraph."""
    found = [[]]
    with open(path, encoding="utf8", newline="\n") as f:
        for number, line in enumerate(f, 1):
            fields = line.rstrip("\n").split("\t")
            word = fields[0].strip()
            if len(fields) == 1 and not word:
                found.append([])
            elif len(fields) == 1:
                raise BadCorpus("%s:%d: a word without a tag" % (path, number))
            elif word:  # further fields are of names within names
                found[-1].append((word, fields[1]))
    return [p for p in found if p]


def class_of(tag, path):
    if tag == "O":
        return 0
    kind = tag[2:]
    if tag[:2] not in ("B-", "I-") or kind not in CLASSES and kind not in NO_CLASS:
        raise BadCorpus("%s: the tag %s is not known" % (path, tag))
    return CLASSES.get(kind, 0)


def joins(words, k, dateline):
    """Whether a hyphen or slash is one within a word."""
    return 0 < k < len(words) - 1 and not (dateline and k < DATELINE) and words[k - 1][-1:].isalnum() and words[k + 1][:1].isalnum()


def add_blanks(words, dateline):
    """Whether a blank precedes each of a paragraph's words."""
    blanks, joined, opened = [], True, False
    for k, word in enumerate(words):
        before, after = not joined, True
        if word in NO_BLANK_BEFORE or (word in AFTER_APOSTROPHE and words[k - 1] in ("'", "’")):
            before = False
        elif word == '"':
            before, after, opened = before and not opened, opened, not opened
        elif word in ("-", "/") and joins(words, k, dateline):
            before = after = False
        elif word in NO_BLANK_AFTER:
            after = False
        blanks.append(before)
        joined = not after
    return blanks


def read_article(path):
    """Its text as bytes, and [first, last, class] of its names."""
    text, names = bytearray(), []
    for number, paragraph in enumerate(paragraphs(path)):
        if number > 0:
            text += b"\n\n"
        before = 0
        blanks = add_blanks([word for word, _ in paragraph], number == 0)
        for (word, tag), blank in zip(paragraph, blanks):
            if blank:
                text += b" "
            first = len(text)
            text += word.encode("utf8")
            kind = class_of(tag, path)
            if kind and kind == before and tag[0] == "I":
                names[-1][1] = len(text)
            elif kind:
                names.append([first, len(text), kind])
            before = kind
    return bytes(text), names


def publisher_of(stem):
    return stem.rsplit("_", 1)[0]


def folds_of(articles):
    """A publisher's articles are in one fold; the folds are about as long."""
    lengths = collections.Counter()
    for stem, text, _ in articles:
        lengths[publisher_of(stem)] += len(text)
    full, folds = [0] * FOLDS, {}
    for publisher, length in sorted(lengths.items(), key=lambda item: (-item[1], item[0])):
        folds[publisher] = full.index(min(full))
        full[folds[publisher]] += length
    return folds


def write_articles(articles, out):
    folds = folds_of(articles)
    for stem, text, names in articles:
        out.write(("%s %d %d %d\n" % (stem, folds[publisher_of(stem)], len(text), len(names))).encode("utf8"))
        out.writelines(b"%d %d %d\n" % tuple(name) for name in names)
        out.write(text + b"\n")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared")
    ap.add_argument("--cross-validate", action="store_true")
    ap.add_argument("--output", default=WEIGHTS)
    a = ap.parse_args()
    paths = sorted(glob.glob(os.path.join(a.shared, "corpus", "names", "*.tsv")))
    if not paths:
        sys.exit("names.py: no articles in %s/corpus/names" % a.shared)
    try:
        articles = [(os.path.basename(path)[:-4], *read_article(path)) for path in paths]
    except BadCorpus as bad:
        sys.exit("names.py: " + str(bad))
    subprocess.run(["make", "-s", "-C", HERE, "names"], check=True)
    program = os.path.join(HERE, "names")
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "articles"), "wb") as out:
            write_articles(articles, out)
        with open(os.path.join(folder, "articles"), "rb") as given:
            if a.cross_validate:
                subprocess.run([program, "cross-validate"], stdin=given, check=True)
                return
            fitted = subprocess.run([program, "fit"], stdin=given, check=True, capture_output=True).stdout
        with open(os.path.join(folder, "name_weights.tsv"), "wb") as out:
            out.write(HEAD.encode("utf8") + fitted)
        shutil.move(os.path.join(folder, "name_weights.tsv"), a.output)


if __name__ == "__main__":
    main()
