#!/usr/bin/env python3
"""Is confidence a probability?  Compares it with how often rows are right.

    confidence.py EVAL CORPUS

EVAL is the folder with score.py and dev.labels.tsv, CORPUS that of the labelled
articles.  Reads the rows of the extension that is installed where psql connects.
The rows are sorted by confidence and cut into five equal bins; for each, prints
the mean confidence, the share of rows that are right (right stretch, strictly right
speaker) and the difference.  Exit status 1 when one is larger than 0.07.
"""
import json
import os
import subprocess
import sys

BINS = 5
TOLERANCE = 0.07


def rows_of(docs):
    """{doc: [row]} with confidence, as the installed extension returns them."""
    db = "newsquote_confidence_%d" % os.getpid()
    run = lambda sql, d, stdin=None: subprocess.run(
        ["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", d, "-c", sql], input=stdin, capture_output=True, text=True,
        check=True).stdout
    escape = lambda s: s.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
    run("create database %s encoding 'UTF8' template template0" % db, "postgres")
    try:
        run("create extension newsquote; create table articles(doc text primary key, body text)", db)
        run("copy articles from stdin", db, "".join("%s\t%s\n" % (d, escape(t)) for d, t, _ in docs))
        out = run("select json_build_object('doc', doc, 'speaker', speaker, 'quote', quote, 'position', position, "
                  "'confidence', confidence) from articles, extract_quotes(body)", db)
    finally:
        run("drop database if exists %s" % db, "postgres")
    rows = {}
    for line in out.splitlines():
        row = json.loads(line)
        rows.setdefault(row["doc"], []).append(row)
    return rows


def judge(docs, labels, rows, score, polnear):
    """(confidence, right) of every row that the labels say something about."""
    points = []
    for stem, text, attributions in docs:
        gold = [(score.core(text, s, e), labels.get((stem, k)))
                for k, (s, e, _) in enumerate(polnear.gold(text, attributions))]
        for row in rows.get(stem, []):
            start = row["position"] - 1
            span = score.core(text, start, start + len(row["quote"]))
            overlap, label = max(((score.iou(g, span), l) for g, l in gold), key=lambda x: x[0], default=(0, None))
            if overlap < 0.8:
                points.append((row["confidence"], False))
            elif label is not None and label[0] != "?":
                points.append((row["confidence"], label[0] == "q" and score.strict(row["speaker"], label[1])))
    return sorted(points)


def main():
    evaluation, corpus = sys.argv[1:]
    sys.path.insert(0, evaluation)
    import polnear
    import score
    docs = list(polnear.documents(corpus, "dev"))
    labels = score.read_labels(os.path.join(evaluation, "dev.labels.tsv"))
    points = judge(docs, labels, rows_of(docs), score, polnear)
    worst = 0
    print("bin  rows  confidence  right  difference")
    for i in range(BINS):
        part = points[i * len(points) // BINS:(i + 1) * len(points) // BINS]
        mean = sum(c for c, _ in part) / len(part)
        right = sum(r for _, r in part) / len(part)
        worst = max(worst, abs(mean - right))
        print("%3d  %4d  %10.3f  %5.3f  %+10.3f" % (i + 1, len(part), mean, right, mean - right))
    sys.exit(worst > TOLERANCE)


if __name__ == "__main__":
    main()
