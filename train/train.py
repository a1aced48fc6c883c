#!/usr/bin/env python3
"""Fit the three models of src/core/model/features.def and write src/lang/english/weights.tsv.

    train.py CORPUS [--labels FILE ...]
    train.py CORPUS --compare COMPARTMENT    (fits nothing: the model against rules alone)

CORPUS is the folder of PolNeAR's compartments (with train/text and
train/attributions); the reader of its annotations stands beside it, in
../eval/polnear.py.  A label file, in the format of dev.labels.tsv, says of train
articles what is a quotation and what is not, where a reader has looked;
elsewhere a stretch that an attribution covers is one.

liblinear's train does the fitting (Debian: liblinear-tools), from the examples that
train/dump writes.  The result depends on the corpus and the labels alone, to the byte.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CORE = os.path.join(HERE, "..", "src", "core")
COST = {"speaker": "0.25", "quotation": "0.5", "referent": "0.5"}  # liblinear's C: inverse strength of regularisation
MODELS = ("speaker", "quotation", "referent")
ROUNDS = 2  # the quotation model's features need a speaker model, and that one the other's decisions
NOBODY = ("UNKNOWN", "AUTHOR")


def read_labels(paths):
    labels = {}
    for path in paths:
        with open(path, encoding="utf8") as f:
            for line in f:
                if line.strip() and not line.startswith("#"):
                    p = (line.rstrip("\n").split("\t") + [""])[:4]
                    labels[p[0], int(p[1])] = (p[2], p[3])
    return labels


def byte_offsets(text):
    """offset[i] is the number of bytes before character i."""
    out, n = [], 0
    for c in text:
        out.append(n)
        n += len(c.encode("utf8"))
    out.append(n)
    return out


def write_input(out, polnear, corpus, compartment, labels):
    for stem, text, attrs in polnear.documents(corpus, compartment):
        if not attrs:
            continue
        at = byte_offsets(text)
        out.write("article %s\n" % os.path.join(corpus, compartment, "text", stem + ".txt"))
        for k, (s, e, a) in enumerate(polnear.gold(text, attrs)):
            label, speaker = labels.get((stem, k), ("q" if a is not None else "n", None))
            sources = attrs[a][0] if a is not None else []
            if label == "q" and not sources and speaker not in NOBODY:
                label = "?"
            if speaker in NOBODY:
                sources = []
            spans = "".join(" %d-%d" % (at[x], at[y]) for x, y in sources)
            name = "" if not speaker or speaker in NOBODY else " =" + re.sub(r" *\| *", "|", speaker)
            out.write("span %d %d %s%s%s\n" % (at[s], at[e], label, spans, name))


def build():
    subprocess.run(["make", "-s", "-C", HERE, "dump"], check=True)


def fit(model, labels, folder):
    examples = os.path.join(folder, model + ".examples")
    fitted = os.path.join(folder, model + ".model")
    with open(labels) as i, open(examples, "w") as o:
        subprocess.run([os.path.join(HERE, "dump"), model], stdin=i, stdout=o, check=True)
    subprocess.run(["liblinear-train", "-q", "-s", "0", "-e", "0.0001", "-c", COST[model], "-B", "-1", examples, fitted],
                   check=True)
    with open(fitted) as f:
        head, rows = f.read().split("w\n")
    weights = [float(x) for x in rows.split()]
    first = re.search(r"^label (\S+)", head, re.M).group(1)
    if first == "-1":
        weights = [-w for w in weights]
    return weights


def write_weights(weights):
    names = subprocess.run(["perl", os.path.join(CORE, "model", "weights.pl"), "--names"], check=True, capture_output=True,
                           text=True).stdout.split()
    with open(os.path.join(CORE, "..", "lang", "english", "weights.tsv"), "w") as f:
        f.write("# What each feature of src/core/model/features.def weighs.  Made by train/train.py.\n")
        for model in MODELS:
            own = [name for name in names if name.startswith(model + ".")]
            for i, name in enumerate(own):
                f.write("%s\t%.4f\n" % (name, weights[model][i] if i < len(weights[model]) else 0))


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("corpus")
    ap.add_argument("--labels", nargs="*", default=[os.path.join(HERE, "labels.tsv")])
    ap.add_argument("--compare", metavar="COMPARTMENT")
    a = ap.parse_args()
    corpus = os.path.abspath(a.corpus)
    sys.path.insert(0, os.path.join(corpus, "..", "..", "eval"))
    import polnear
    labels = read_labels([p for p in a.labels if os.path.exists(p)])
    if a.compare:
        build()
        with tempfile.TemporaryFile("w+", encoding="utf8") as path:
            write_input(path, polnear, corpus, a.compare, {})
            path.seek(0)
            subprocess.run([os.path.join(HERE, "dump"), "compare"], stdin=path, check=True)
        return
    weights = {model: [0.0] for model in MODELS}
    write_weights(weights)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "labels")
        with open(path, "w", encoding="utf8") as out:
            write_input(out, polnear, corpus, "train", labels)
        for _ in range(ROUNDS):
            for model in MODELS:
                build()
                weights[model] = fit(model, path, folder)
                write_weights(weights)
    build()


if __name__ == "__main__":
    main()
