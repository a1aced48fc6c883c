#!/usr/bin/env python3
"""Measure the parts of confidence that do not come from the models, and write src/lang/LANGUAGE/confidence.txt.

    confidence.py SHARED [--language LANGUAGE] [--rows FILE] [--output FILE]

Measured on the labelled articles of SHARED, with the current weights: how often each way of resolving a mention is right; how
often the speaker is the subject of reporting words within the marks; how often a reported clause is right (in PolNeAR, whose
annotators marked them).  --rows FILE is the file that train.py SHARED --cross-validate --rows FILE wrote: rows of articles to which the models
were not fitted.  With it, the calibration is fitted again.

A share that few articles support is kept near ASSUMED (for a language other than English: near the share for English), as if that
had been observed PRIOR times; so fit English first.  The same articles and weights give the same numbers, whatever the file had before.
"""
import argparse
import collections
import json
import math
import os
import subprocess
import sys

import labels
import measure
import train

PRIOR = 10
ASSUMED = 0.8
CONTRACT = {("mention", "label"): 1.0}  # a transcript's label names the speaker itself
TABLE = os.path.join(train.ROOT, "src", "lang", "%s", "confidence.txt")


def read_table(path):
    """(comment lines, {(of, what): number})"""
    with open(path, encoding="utf8") as f:
        lines = f.readlines()
    fields = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return [line for line in lines if line.startswith("#")], {(of, what): float(number) for of, what, number in fields}


def program(language):
    """The program examples, with the weights of the tree."""
    train.build()
    path = os.path.join(train.HERE, "obj", "examples")
    train.run("make", "-s", "-C", train.HERE, "examples-with", "FITTED=" + language, "WEIGHTS=" + train.WEIGHTS % language, "OUT=" + path)
    return path


def resolved(examples, articles, language):
    """{(of, what): [right, all]}"""
    seen = collections.defaultdict(lambda: [0, 0])
    out = train.run(examples, "--language=" + language, "--resolved", input="".join(train.in_bytes(a)[1] for a in articles), capture_output=True, text=True).stdout
    for line in out.splitlines():
        of, what, speaker, names = line.split("\t")
        seen[of, what][0] += measure.words_of(speaker) in [measure.words_of(name) for name in names.split("|")]
        seen[of, what][1] += 1
    return seen


def clauses(examples, folder, articles):
    """[right, all] of the reported clauses: those that overlap a report by half of either, and whose mention is in its source."""
    right, seen = 0, 0
    out = train.run(examples, "--indirect-rows", input="".join("article %s\n" % a.path for a in articles), capture_output=True, text=True).stdout
    reports = {}
    for article in articles:
        file = next(f for f in sorted(os.listdir(os.path.join(folder, "attributions"))) if f.startswith(article.name + "_") and f.endswith(".ann"))
        reports[article.name] = labels.read_brat(os.path.join(folder, "attributions", file))
    for row in map(json.loads, out.splitlines()):
        if row["kind"] != "indirect":
            continue
        start = row["position"] - 1
        end = start + len(row["quote"])
        common = lambda ranges: sum(max(0, min(end, b) - max(start, a)) for a, b in ranges)
        source, content = max(reports[row["doc"]], key=lambda report: common(report[1]), default=([], []))
        held = common(content) * 2 >= end - start
        if row["mention"] is None:
            named = not source
        else:
            first = row["mention_position"] - 1
            named = any(a < first + len(row["mention"]) and first < b for a, b in source)
        right += held and named
        seen += 1
    return [right, seen]


def logit(p):
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))


def calibration(points, bias, slope):
    """Bias and slope of the logistic regression of "right" on the logit of the models' probability, by Newton's method."""
    points = [((logit(c) - bias) / slope, right) for c, right in points]
    b, s = 0.0, 1.0
    for _ in range(30):
        g = [0.0, 0.0]
        h = [1e-9, 0.0, 1e-9]
        for x, right in points:
            p = 1 / (1 + math.exp(-(b + s * x)))
            w = p * (1 - p)
            g = [g[0] + right - p, g[1] + (right - p) * x]
            h = [h[0] + w, h[1] + w * x, h[2] + w * x * x]
        d = h[0] * h[2] - h[1] * h[1]
        b, s = b + (h[2] * g[0] - h[1] * g[1]) / d, s + (h[0] * g[1] - h[1] * g[0]) / d
    return b, s


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared")
    ap.add_argument("--language", default="english")
    ap.add_argument("--rows")
    ap.add_argument("--output")
    a = ap.parse_args()
    try:
        parts = labels.shared(a.shared) if a.language == "english" else labels.abroad(a.shared, a.language)
    except labels.BadLabels as bad:
        sys.exit("confidence.py: " + str(bad))
    head, table = read_table(TABLE % a.language)
    prior = {key: ASSUMED for key in table} if a.language == "english" else read_table(TABLE % "english")[1]
    train.language_of.update((article.group, a.language) for part in parts.values() for article in part)
    examples = program(a.language)
    seen = resolved(examples, [article for part in parts.values() for article in part], a.language)
    if "polnear/train" in parts:
        seen["reported", "clause"] = clauses(examples, os.path.join(a.shared, "corpus", "polnear", "train"), parts["polnear/train"])
    for key in table:
        right, count = seen.get(key, [0, 0])
        if key[0] in ("direct", "mixed"):
            continue
        table[key] = CONTRACT.get(key, round((right + PRIOR * prior[key]) / (count + PRIOR), 3))
        print("%-10s %-10s %5d of %5d right: %.3f" % (*key, right, count, table[key]))
    if a.rows:
        rows = {}
        with open(a.rows, encoding="utf8") as f:
            for row in map(json.loads, f):
                rows.setdefault(row["doc"], []).append(row)
        points = []
        for name, part in parts.items():
            for article in part if name not in train.NEVER_HELD_OUT else []:
                measure.judge(article, rows.get(article.name, []), measure.counter(), points)
        for kind in ("direct", "mixed"):
            of_kind = [(c, right) for c, k, right in points if k == kind]
            before = table[kind, "bias"], table[kind, "slope"]
            table[kind, "bias"], table[kind, "slope"] = (round(x, 3) for x in calibration(of_kind, *before))
            print("%-10s %d rows: %.3f, %.3f; were %.3f, %.3f" % (kind, len(of_kind), table[kind, "bias"], table[kind, "slope"], *before))
    path = a.output or TABLE % a.language
    with open(path + ".new", "w", encoding="utf8") as f:
        f.writelines(head)
        f.writelines("%s\t%s\t%.3f\n" % (*key, number) for key, number in table.items())
    os.replace(path + ".new", path)


if __name__ == "__main__":
    main()
