#!/usr/bin/env python3
"""Fit the models of src/core/model/features.def and write src/lang/english/weights.tsv.

    train.py SHARED                        fit to all labelled articles of SHARED/corpus and SHARED/eval
    train.py --own                         fit to the project's own 30 articles, to see that everything works
    train.py SHARED --models speaker,quotation    fit only these; the others keep their weights
    train.py SHARED --cross-validate [--rows FILE]
    train.py SHARED --language LANGUAGE [--with OTHER]     src/lang/LANGUAGE/weights.tsv, on the labels of that language

--cross-validate writes no weights: it fits to four fifths of the publishers (of the BBC: of the articles) and scores on the others,
five times, for each labelled part.  --rows saves the rows, for SHARED/eval/losses.py.
A language with few labels starts from the weights of English and stays near them; --with OTHER adds the labels of a related language.
--output FILE writes the weights elsewhere.  README.md describes the labels and says how long all this takes.
"""
import argparse
import collections
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

import labels
import measure

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
WEIGHTS = os.path.join(ROOT, "src", "lang", "%s", "weights.tsv")
MODELS = ("speaker", "quotation", "referent")
STRENGTH = {"speaker": 1, "quotation": 1, "referent": 2}  # of regularisation, per model: see fit.c
LANGUAGE_STRENGTH = {"spanish": 2, "french": 0.7, "german": 8}  # factors that did best in cross-validation
PAIRS = {"speaker": 600, "quotation": 400, "referent": 200}  # at most this many pairs of features get a weight
ROUNDS = 3  # earlier decisions are features: each round learns from the decisions of the previous round
FOLDS = 5
SPEC_TIMES = 3  # the examples of docs/spec.md are short, and each represents many articles
NEVER_HELD_OUT = ("polnear/train", "spec", "spec spanish", "spec french", "spec german")  # the first has no names of speakers; the others are not news
CONTEXT_COUNT = 5  # a context with fewer candidates than this has no weight
CONTEXT_WEIGHT = 0.08  # nor does one whose weight would be smaller
language_of = {}  # of a group of articles; English where it is not here
HEAD = "# What each feature of src/core/model/features.def weighs.  Made by train/train.py.\n"


def run(*command, **how):
    return subprocess.run(command, check=True, **how)


def feature_names():
    out = run("perl", os.path.join(ROOT, "src", "core", "model", "weights.pl"), "--names", capture_output=True, text=True).stdout
    return {model: [n for n in out.split() if n.startswith(model + ".")] for model in MODELS}


def byte_offsets(text):
    """offsets[i] is the number of bytes before character i."""
    offsets, n = [], 0
    for c in text:
        offsets.append(n)
        n += len(c.encode("utf8"))
    return offsets + [n]


def in_bytes(article):
    """The language of an article, and its labels as examples.c reads them."""
    at = byte_offsets(article.text)
    lines = ["article %s\n" % article.path]
    for span in article.spans:
        line = "span %d %d %s" % (at[span.start], at[span.end], span.label)
        line += "".join(" %d-%d" % (at[a], at[b]) for a, b in span.ranges[:16])
        if span.label == "q" and span.mention is None and not span.ranges:
            line += " ~"
        if span.speaker in labels.NOBODY:
            line += " =-"
        elif span.speaker:
            names = [x for one in span.speaker.split(" | ") for x in [one] + (one.split(" & ") if " & " in one else [])]
            line += " =" + "|".join(names)
        lines.append(line + "\n")
    return language_of.get(article.group, "english"), "".join(lines)


def write_weights(weights, names, path):
    with open(path + ".new", "w") as f:
        f.write(HEAD)
        for model in MODELS:
            for name, weight in zip(names[model], weights[model][0]):
                f.write("%s\t%s\n" % (name, weight))
            for one, other, weight in weights[model][1]:
                f.write("%s & %s\t%s\n" % (names[model][one], names[model][other], weight))
            for name, weight in sorted(weights[model][2].items()):
                f.write("%s\t%s\n" % (name, weight))
    os.replace(path + ".new", path)


def keep_models(path, models, current):
    """Copies to a table of weights the lines of another table for the models that are not fitted."""
    lines = []
    for model in MODELS:
        with open(path if model in models else current, encoding="utf8") as f:
            lines += [line for line in f if line.startswith(model + ".")]
    with open(path, "w", encoding="utf8") as f:
        f.writelines([HEAD] + lines)


def build():
    run("make", "-s", "-C", HERE, "all")


def program_with(weights, names, folder, fitted):
    """The program examples, with these weights for some languages."""
    path = os.path.join(folder, "weights.tsv")
    program = os.path.join(folder, "examples")
    write_weights(weights, names, path)
    run("make", "-s", "-C", HERE, "examples-with", "FITTED=" + " ".join(fitted), "WEIGHTS=" + path, "OUT=" + program)
    return program


def number_contexts(examples, features):
    """Numbers the sufficiently frequent contexts of a file of examples, after the features; drops rare ones."""
    count = collections.Counter()
    with open(examples, encoding="utf8") as f:
        for line in f:
            count.update(x for x in line.split() if not x.isdigit())
    contexts = sorted(x for x in count if count[x] >= CONTEXT_COUNT)
    number = {x: str(features + i) for i, x in enumerate(contexts)}
    with open(examples, encoding="utf8") as f, open(examples + ".new", "w") as out:
        for line in f:
            out.write(" ".join(number.get(x, x) for x in line.split() if x.isdigit() or x in number) + "\n")
    os.replace(examples + ".new", examples)
    return contexts


def read_prior():
    """{feature or context: weight} of English."""
    with open(WEIGHTS % "english", encoding="utf8") as f:
        return dict(line.rstrip("\n").split("\t") for line in f if not line.startswith("#") and " & " not in line)


def fit(model, names, examples, pairs, verbose, prior=None, language="english"):
    """([weight of each feature], [(feature, feature, weight)], {context: weight})"""
    features = len(names)
    contexts = number_contexts(examples, features)
    command = [os.path.join(HERE, "fit"), str(features), str(len(contexts)), str(STRENGTH[model] * LANGUAGE_STRENGTH.get(language, 1)), str(PAIRS[model] if pairs else 0), examples]
    if prior:
        command.append(examples + ".prior")
        with open(command[-1], "w") as f:
            f.writelines(prior.get(name, "0") + "\n" for name in names + contexts)
    out = run(*command, capture_output=True, text=True)
    lines = [line.split() for line in out.stdout.splitlines()]
    end = features + len(contexts)
    kept = {name: x[0] for name, x in zip(contexts, lines[features:end]) if abs(float(x[0])) >= CONTEXT_WEIGHT}
    if verbose:
        print("\n".join("%-10s %s" % (model, line) for line in out.stderr.splitlines()))
        print("%-10s %d of %d contexts kept" % (model, len(kept), len(contexts)), flush=True)
    return [x[0] for x in lines[:features]], [(int(x[0]), int(x[1]), x[2]) for x in lines[end:]], kept


def write_examples(program, articles, fitted, folder):
    """The examples of all languages, one after another."""
    for language in fitted:
        own = os.path.join(folder, language)
        os.makedirs(own, exist_ok=True)
        run(program, "--language=" + language, own, input="".join(text for l, text in articles if l == language), text=True)
    for model in MODELS:
        with open(os.path.join(folder, model), "wb") as out:
            for language in fitted:
                with open(os.path.join(folder, language, model), "rb") as f:
                    shutil.copyfileobj(f, out)


def train(articles, names, folder, verbose=True, fitted=("english",), prior=None):
    weights = {model: (["0.0"] * len(names[model]), [], {}) for model in MODELS}
    if prior:
        weights = {model: ([prior[name] for name in names[model]], [], {}) for model in MODELS}
    for n in range(ROUNDS):
        program = program_with(weights, names, folder, fitted)
        write_examples(program, articles, fitted, folder)
        last = n == ROUNDS - 1  # pairs are not worth their time before
        weights = {model: fit(model, names[model], os.path.join(folder, model), last, verbose, prior, fitted[0]) for model in MODELS}
    return weights


def fold_of(article):
    return hashlib.md5(article.group.encode("utf8")).digest()[0] % FOLDS


def rows_of(program, articles, language):
    out = run(program, "--language=" + language, "--rows", input="".join("article %s\n" % a.path for a in articles), capture_output=True, text=True).stdout
    rows = {}
    for line in out.splitlines():
        row = json.loads(line)
        rows.setdefault(row["doc"], []).append(row)
    return rows


def cross_validate(parts, names, folder, keep, fitted, prior):
    given = {id(a): in_bytes(a) for part in parts.values() for a in part}
    rows = {}
    for fold in range(FOLDS):
        held = [a for name, part in parts.items() if name not in NEVER_HELD_OUT for a in part if fold_of(a) == fold]
        others = [given[id(a)] for name, part in parts.items() for a in part if name in NEVER_HELD_OUT or fold_of(a) != fold]
        weights = train(others, names, folder, False, fitted, prior)
        held = [a for a in held if language_of.get(a.group, "english") == fitted[0]]
        rows.update(rows_of(program_with(weights, names, folder, fitted), held, fitted[0]))
        print("fold %d: fitted on %d articles, %d held out" % (fold + 1, len(others), len(held)), flush=True)
    for name, part in parts.items():
        if name in NEVER_HELD_OUT or (fitted[1:] and name.startswith(tuple(fitted[1:]))):
            continue
        n = measure.counter()
        for article in part:
            measure.judge(article, rows.get(article.name, []), n)
        print("%-13s %s" % (name, measure.summary(n)))
    if keep:
        with open(keep, "w", encoding="utf8") as f:
            f.writelines(json.dumps(row) + "\n" for name in sorted(rows) for row in rows[name])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", nargs="?")
    ap.add_argument("--own", action="store_true")
    ap.add_argument("--cross-validate", action="store_true")
    ap.add_argument("--rows")
    ap.add_argument("--language", default="english")
    ap.add_argument("--with", dest="other", action="append", default=[])
    ap.add_argument("--models", type=lambda names: names.split(","), default=MODELS)
    ap.add_argument("--output")
    a = ap.parse_args()
    fitted = [a.language] + a.other
    if not set(a.models) <= set(MODELS):
        ap.error("the models are " + ", ".join(MODELS))
    if a.own == (a.shared is not None):
        ap.error("either SHARED or --own is wanted")
    try:
        if a.own:
            articles = os.path.join(ROOT, "test", "articles")
            parts = {"own": list(labels.expected(articles, os.path.join(articles, "expected.tsv")))}
        elif a.language == "english":
            parts = labels.shared(a.shared)
        else:
            parts = {}
            for language in fitted:
                parts.update(labels.abroad(a.shared, language))
                language_of.update((article.group, language) for part in parts.values() for article in part if article.group not in language_of)
    except labels.BadLabels as bad:
        sys.exit("train.py: " + str(bad))
    names = feature_names()
    prior = None if a.language == "english" else read_prior()
    build()
    with tempfile.TemporaryDirectory() as folder:
        for language in fitted if not a.own else []:
            examples = list(labels.specified(os.path.join(ROOT, "docs", "spec.md"), folder, language))
            parts["spec" if language == "english" else "spec " + language] = examples * SPEC_TIMES
            language_of.update((article.group, language) for article in examples)
        if a.cross_validate:
            cross_validate(parts, names, folder, a.rows, fitted, prior)
            return
        weights = train([in_bytes(article) for part in parts.values() for article in part], names, folder, True, fitted, prior)
        write_weights(weights, names, os.path.join(folder, "weights.tsv"))
        keep_models(os.path.join(folder, "weights.tsv"), a.models, WEIGHTS % a.language)
        run("perl", os.path.join(ROOT, "src", "core", "model", "weights.pl"), a.language, os.path.join(folder, "weights.tsv"),
            stdout=subprocess.DEVNULL)
        shutil.move(os.path.join(folder, "weights.tsv"), a.output or WEIGHTS % a.language)


if __name__ == "__main__":
    main()
