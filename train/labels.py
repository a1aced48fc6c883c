"""Labelled articles: what is a quotation, who speaks it, and which words of the article say so.

A stretch is the text between two quotation marks, cut at the end of its line.  The stretches of an article are numbered
from 0: first those between double marks, then those between pairs of straight single marks, then those
between single marks, each group in the order of the text.

A table of labels has one line per stretch, tab-separated:

    article  number  q|n|?  speaker  mention

article is the name of a text file without its extension.  q: a quotation; n: not a quotation; ?: doubtful, not used.  speaker is
the fullest name that the article prints; "A | B": either, "A & B": both together, UNKNOWN: cannot be determined, AUTHOR: the
article's own voice.  mention: the words that refer to the speaker, as printed; empty if the speech continues without any.
The last column may be missing if it is not known; after n and ?, the speaker may be missing, too.  Lines that begin with # are comments.

The reader also accepts PolNeAR's annotations, in brat's format: a stretch of which an attribution covers half is a quotation, and the
attribution's source is the mention.
"""
import collections
import glob
import json
import os
import re

NOBODY = ("UNKNOWN", "AUTHOR")

# path of the text; publisher or other group whose articles are alike; text; [Span]
Article = collections.namedtuple("Article", "name path group text spans")
# start and end in characters; q, n or ?; speaker, or None when not known; ranges of words that refer to the speaker; the mention as printed
Span = collections.namedtuple("Span", "number start end label speaker ranges mention")


class BadLabels(Exception):
    """Says file, line and what is wrong."""


# ---- stretches ----

def trimmed(text, start, end):
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def between_double(text, a, b):
    """Stretches of one line between curly or straight double marks; the end of the line closes an open one."""
    opened = straight = None
    for i in range(a, b):
        c = text[i]
        if opened is None:
            if c in "“„" or (c == '"' and i + 1 < b and not text[i + 1].isspace()):
                opened, straight = i + 1, c == '"'
        elif c == "”" or (c == '"' and straight):
            yield opened, i
            opened = None
    if opened is not None:
        yield opened, b


def between_twins(text, a, b):
    """Stretches of one line between ''two straight single marks''."""
    marks = [m.start() for m in re.finditer("''", text[a:b])]
    for i in range(0, len(marks), 2):
        yield a + marks[i] + 2, a + marks[i + 1] if i + 1 < len(marks) else b


def between_single(text, a, b, marked):
    """Stretches of one line between single marks; the neighbours of an apostrophe show that it is not a mark."""
    i = a
    for m in re.finditer("['‘]", text[a:b]):
        if a + m.start() < i:
            continue
        i = a + m.start()
        before = text[i - 1] if i > a else " "
        after = text[i + 1:i + 2]
        if text[i:i + 2] != "''" and not marked[i] and \
                (before.isspace() or before in "([—–-“\"") and (after.isalnum() or after in "([$£€#@…"):
            ends = [k for k in range(i + 2, b)
                    if text[k] in "'’" and not text[k - 1].isspace() and not (k + 1 < b and text[k + 1].isalnum())]
            # After an s it may be a possessive apostrophe if a more certain end follows soon.
            stop = next((k for k in ends if text[k - 1] != "s" or not any(text[x] in ",.?!" and x + 1 in ends
                                                                        for x in range(k, min(b, k + 200)))), None)
            if stop is not None:
                start, end = trimmed(text, i + 1, stop)
                if end - start > 1:
                    yield start, end
                i = stop + 1


def stretches(text):
    """[(start, end)] of all stretches, by their numbers."""
    lines = [m.span() for m in re.finditer(r"[^\n\r]+", text)]
    trim = lambda spans: [t for t in (trimmed(text, s, e) for s, e in spans) if t[1] > t[0]]
    out = sorted(set(trim(x for a, b in lines for x in between_double(text, a, b))))
    out += trim(x for a, b in lines for x in between_twins(text, a, b))
    marked = bytearray(len(text))
    for s, e in out:
        marked[s:e] = b"\1" * (e - s)
    return out + [x for a, b in lines for x in between_single(text, a, b, marked)]


# The opening marks of other languages, each with its closing marks.
PAIRS = {"„": "“”„\"", "“": "”\"", "«": "»", "»": "«", '"': '"', "‹": "›"}


def opens(text, i, a):
    before, after = text[i - 1] if i > a else " ", text[i + 1:i + 2]
    if text[i] == "«":
        return True
    if text[i] == "»":
        return (before.isspace() or before in "([—–-") and not after.isspace()
    if text[i] in "\"“":
        return not after.isspace() and (before.isspace() or before in "([{—–-/¿¡'‘«„:")
    return text[i] in PAIRS


def closing(text, i, b):
    depth = 1
    for k in range(i + 1, b):
        if text[i] == "«" and text[k] == "«":
            depth += 1
        elif text[k] in PAIRS[text[i]]:
            depth -= 1
            if depth == 0:
                return k
    return b


def stretches_abroad(text):
    """The same in French and Spanish: between double marks and guillemets, in the order of the text; marks within marks are a part of
    the outer stretch."""
    out = []
    for a, b in (m.span() for m in re.finditer(r"[^\n\r]+", text)):
        i = a
        while i < b:
            if text[i] in PAIRS and opens(text, i, a):
                end = closing(text, i, b)
                start, last = trimmed(text, i + 1, end)
                if last > start:
                    out.append((start, last))
                i = end
            i += 1
    return out


# ---- mentions ----

def find_mention(text, start, end, mention, marked):
    """Ranges of the words of a mention: those of the stretch's own line, or of the lines beside it, or the nearest ones; rather
    outside quotation marks than inside."""
    if not mention:
        return []
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(w) for w in mention.split()) + r"(?!\w)"
    found = [m.span() for m in re.finditer(pattern, text) if m.end() <= start or m.start() >= end]
    outside = [r for r in found if not marked[r[0]]]
    found = outside or found
    distance = lambda r: text.count("\n", r[1], start) if r[1] <= start else text.count("\n", end, r[0])
    for reach in (0, 2):
        near = [r for r in found if distance(r) <= reach]
        if near:
            return near
    return sorted(found, key=lambda r: min(abs(r[1] - start), abs(r[0] - end)))[:1]


# ---- tables ----

def read_table(path):
    """{article: {number: (label, speaker, mention)}}"""
    labels = collections.defaultdict(dict)
    with open(path, encoding="utf8") as f:
        for n, line in enumerate(f, 1):
            if not line.strip() or line.startswith("#"):
                continue
            fields = line.rstrip("\n").split("\t")
            where = "%s:%d: " % (path, n)
            if len(fields) < 3 or len(fields) > 5:
                raise BadLabels(where + "%d columns; article, number, label, speaker and mention are wanted" % len(fields))
            if not fields[1].isdigit():
                raise BadLabels(where + "%r is no number of a stretch" % fields[1])
            if fields[2] not in ("q", "n", "?"):
                raise BadLabels(where + "%r is none of q, n, ?" % fields[2])
            if int(fields[1]) in labels[fields[0]]:
                raise BadLabels(where + "stretch %s of %s has a label already" % (fields[1], fields[0]))
            if fields[2] == "q" and len(fields) > 3 and not fields[3].strip():
                raise BadLabels(where + "a quotation without a speaker; UNKNOWN when nobody can tell")
            # An empty mention (the speech continues) differs from a missing column (not known).
            labels[fields[0]][int(fields[1])] = (fields[2], fields[3] if len(fields) > 3 else None, fields[4] if len(fields) > 4 else None)
    return labels


def read_text(path):
    with open(path, encoding="utf8", newline="") as f:
        return f.read()


def marks_of(text, spans):
    marked = bytearray(len(text))
    for s, e in spans:
        marked[s:e] = b"\1" * (e - s)
    return marked


def tabled(texts, path, group, stretches=stretches):
    """The articles of a folder of texts that a table labels."""
    table = read_table(path)
    for name in sorted(table):
        file = os.path.join(texts, name + ".txt")
        if not os.path.exists(file):
            raise BadLabels("%s: no article %s in %s" % (path, name, texts))
        text = read_text(file)
        where = stretches(text)
        marked = marks_of(text, where)
        spans = []
        for k, (label, speaker, mention) in sorted(table[name].items()):
            if k >= len(where):
                raise BadLabels("%s: %s has no stretch %d: it has %d" % (path, name, k, len(where)))
            ranges = find_mention(text, *where[k], mention, marked) if label == "q" else []
            spans.append(Span(k, *where[k], label, speaker or None, ranges, mention))
        yield Article(name, file, group(name), text, spans)


# ---- PolNeAR ----

def read_brat(path):
    """[(source ranges, content ranges)] of the attributions of a file."""
    spans, events = {}, []
    with open(path, encoding="utf8", newline="") as f:
        for n, line in enumerate(f, 1):
            fields = line.rstrip("\n").split("\t")  # a text may run on over lines, which have no identifier
            try:
                if re.fullmatch(r"T\d+", fields[0]):
                    spans[fields[0]] = [tuple(map(int, x.split())) for x in fields[1].split(" ", 1)[1].split(";")]
                elif re.fullmatch(r"E\d+", fields[0]):
                    events.append([x.split(":") for x in fields[1].split()])
            except (IndexError, ValueError):
                raise BadLabels("%s:%d: not brat's format: %s" % (path, n, line.rstrip()))
    role = lambda event, wanted: sorted(r for name, t in event if re.sub(r"\d+$", "", name) == wanted for x in spans.get(t, []) for r in [x])
    return [(role(e, "Source"), role(e, "Content")) for e in events]


def annotated(folder, table):
    """PolNeAR's articles; where a table has a label, that counts."""
    table = read_table(table) if table else {}
    for file in sorted(glob.glob(os.path.join(folder, "text", "*.txt"))):
        name = os.path.basename(file)[:-4]
        annotations = sorted(glob.glob(os.path.join(folder, "attributions", glob.escape(name) + "_*.ann")))
        if not annotations:
            continue
        text = read_text(file)
        attributions = read_brat(annotations[0])
        spans = []
        for k, (start, end) in enumerate(stretches(text)):
            covered = [sum(max(0, min(end, b) - max(start, a)) for a, b in content) for _, content in attributions]
            best = max(range(len(covered)), key=lambda i: covered[i], default=None)
            if best is not None and covered[best] * 2 < end - start:
                best = None
            if best is None and text[start - 1] in "'‘" and text[start - 2:start] != "''":
                continue  # the annotators did not look at single marks as such
            label, speaker, _ = table.get(name, {}).get(k, ("q" if best is not None else "n", None, None))
            ranges = attributions[best][0] if best is not None and speaker not in NOBODY else []
            if label == "q" and not ranges and speaker not in NOBODY:
                label = "?"
            spans.append(Span(k, start, end, label, speaker or None, ranges, None))
        yield Article(name, file, name.split("_")[0], text, spans)


# ---- the project's own articles ----

def expected(texts, path):
    """The project's own articles, whose rows are known: article, number, kind, speaker, mention, utterance, quote's beginning."""
    rows = collections.defaultdict(list)
    with open(path, encoding="utf8") as f:
        for n, line in enumerate(f, 1):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 7:
                raise BadLabels("%s:%d: %d columns, not 7" % (path, n, len(fields)))
            rows[fields[0]].append((fields[3], fields[4], fields[6]))
    for name in sorted(rows):
        file = os.path.join(texts, name)
        text = read_text(file)
        where = stretches(text)
        marked = marks_of(text, where)
        spans, at = [], 0
        for k, (start, end) in sorted(enumerate(where), key=lambda x: x[1]):
            row = next((r for r in rows[name] if text.startswith(r[2].rstrip("…"), start)), None)
            label, speaker, mention = ("q", row[0] or "UNKNOWN", row[1]) if row else ("n", None, None)
            spans.append(Span(k, start, end, label, speaker, find_mention(text, start, end, mention, marked), mention))
        yield Article(name[:-4], file, name[:-4], text, sorted(spans))


# ---- the specification's examples ----

SHOWN = {"→": "\t", "␍": "\r", "⍽": "\u00a0"}
SINGLE = str.maketrans("“”", "‘’")


def spec_examples(path, language="english"):
    """(line, text, [(speaker, quote, mention)]) of a language's examples of docs/spec.md that have no options but todo and curly; its
    head says how to read them.  Speaker and mention are None where the example does not say."""
    with open(path, encoding="utf8") as f:
        document = f.read()
    option = "" if language == "english" else " language=" + language
    for m in re.finditer(r"^```example%s((?: (?:todo|curly))*)\n(.*?)^\.((?: \w+)*)\n(.*?)^```$" % option, document, re.M | re.S):
        cell = lambda c: "".join(SHOWN.get(x, x) for x in c)
        columns = m.group(3).split() or ["speaker", "quote", "kind", "cue"]
        rows = []
        for line in m.group(4).splitlines():
            row = dict(zip(columns, line.split(" | ")))
            mention = row.get("mention") or pronoun_beside(m.group(2), row.get("cue"))
            rows.append((row.get("speaker"), cell(row.get("quote", "")).replace("¶", "\n"), mention))
        yield document.count("\n", 0, m.start()) + 1, cell(m.group(2))[:-1], rows


def pronoun_beside(text, cue):
    """The pronoun that the reporting words must belong to: "she called", "said he"."""
    if not cue or cue == "-":
        return None
    m = re.search(r"\b(he|she|they|I|we)(?: \w+ly)? %s\b|\b%s (he|she|they|I|we)\b" % (re.escape(cue), re.escape(cue)), text, re.I)
    return m and (m.group(1) or m.group(2))


def spec_spans(text, rows, stretches=stretches):
    """The labels of an example; None when its rows are not those of stretches."""
    where = stretches(text)
    marked = marks_of(text, where)
    label, at = {}, 0
    for speaker, quote, mention in rows:
        k = next((k for k, (a, b) in enumerate(where) if k not in label and text.startswith(quote, a) and len(quote) * 2 > b - a), None)
        if k is None or not quote:
            return None
        if speaker is None:
            label[k] = Span(k, *where[k], "?", None, [], None)
            continue
        ranges = find_mention(text, *where[k], mention, marked) if mention and mention != "-" else []
        label[k] = Span(k, *where[k], "q", "UNKNOWN" if speaker == "-" else speaker, ranges, mention)
    return [label.get(k, Span(k, a, b, "n", None, [], None)) for k, (a, b) in enumerate(where)]


def specified(path, folder, language="english"):
    """A language's examples of the specification, as articles that are written into a folder; of English, those with curly double marks
    in single ones too."""
    abroad = language != "english"
    for line, text, rows in spec_examples(path, language):
        printings = [(text, rows)]
        if not abroad and "“" in text and not re.search("[‘„‚\"«<]|''|``|&\\w+;|(?<!\\w)['’]|['’](?!\\w)", text):
            printings.append((text.translate(SINGLE), [tuple(x and x.translate(SINGLE) for x in row) for row in rows]))
        for n, (text, rows) in enumerate(printings):
            spans = spec_spans(text, rows, stretches_abroad) if abroad else spec_spans(text, rows)
            if not spans:
                continue
            name = "spec-%d-%d" % (line, n)
            file = os.path.join(folder, name + ".txt")
            with open(file, "w", encoding="utf8", newline="") as f:
                f.write(text)
            yield Article(name, file, name, text, spans)


# ---- a whole folder ----

def publisher(name):
    return name.split("_")[0]


TABLES = (("varied/train", publisher), ("bbc/train", lambda name: "bbc " + name), ("world/train", publisher))


def abroad(folder, language):
    """{part: [Article]} of a language with a table of its own."""
    if language == "german":
        return {"german/train": list(german(os.path.join(folder, "corpus", "german", "train")))}
    table = os.path.join(folder, "eval", language + "-dev.labels.tsv")
    return {language + "/dev": list(tabled(os.path.join(folder, "corpus", language, "dev", "text"), table, publisher, stretches_abroad))}


def covering(annotations, start, end):
    """The annotation that covers a stretch by half, a direct one if there is one; else None."""
    covered = lambda a: sum(max(0, min(end, y) - max(start, x)) for x, y in a["quote"])
    found = [a for a in annotations if covered(a) * 2 >= end - start]
    return max(found, key=lambda a: (a["type"] == "Direct", a["type"] != "Reported", covered(a)), default=None)


def german(folder):
    """German articles with annotations of who says what: a list of {type, quote, speaker, cue} each, in characters.  A stretch in a
    report that is no direct speech is a quotation, too."""
    for file in sorted(glob.glob(os.path.join(folder, "text", "*.txt"))):
        name = os.path.basename(file)[:-4]
        text = read_text(file)
        with open(os.path.join(folder, "attributions", name + ".json"), encoding="utf8") as f:
            annotations = json.load(f)
        spans = []
        for k, (start, end) in enumerate(stretches_abroad(text)):
            a = covering(annotations, start, end)
            label = "q" if a else "n"
            ranges = [tuple(r) for r in a["speaker"]] if label == "q" else []
            spans.append(Span(k, start, end, label, None, ranges, "" if label == "q" and not ranges else None))
        yield Article(name, file, "german " + name, text, spans)


def shared(folder):
    """{part: [Article]} of a folder with corpus/ and eval/."""
    here = os.path.dirname(os.path.abspath(__file__))
    parts = {}
    for part, group in TABLES:
        table = os.path.join(folder, "eval", part.replace("/", "-") + ".labels.tsv")
        if os.path.exists(table):
            parts[part] = list(tabled(os.path.join(folder, "corpus", part, "text"), table, group))
    polnear = os.path.join(folder, "corpus", "polnear", "train")
    if os.path.exists(polnear):
        parts["polnear/train"] = list(annotated(polnear, os.path.join(here, "labels.tsv")))
    return parts
