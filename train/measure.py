"""The quality of rows, for cross-validation: the same strict measure that the makers of the labels use.

A labelled stretch counts if it was returned, and its speaker counts if it is the same full name, apart from titles, one-letter
initials and Jr.; where labels have no names (German), the mention must be right.  Doubtful stretches count neither way, nor do rows between single marks without a label.
"""
import collections
import re

import labels

TITLES = set("""mr mrs ms miss dr sir dame lord lady prof professor rev sen senator rep representative gov governor
president vice former justice judge gen general col capt lt sgt secretary minister prime chancellor mayor speaker
republican democratic democrat nominee candidate presidential king queen prince princess pope the""".split())
PRONOUNS = set("he she they i we it you who his her him them our my their".split())
KINDS = ("name", "pronoun", "description", "none")


def words_of(name):
    name = re.sub(r"'s\b", "", name.replace("’", "'").lower())
    words = re.findall(r"[^\W_]+(?:[.'-][^\W_]+)*", name)
    words = [w for w in words if not re.fullmatch("[a-z]", w)] or words
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return tuple(w for w in words if w not in ("jr", "sr", "and"))


def is_right(speaker, wanted):
    for one in wanted.split(" | "):
        if one in labels.NOBODY:
            if speaker is None:
                return True
        elif speaker is not None and words_of(speaker) in [words_of(x) for x in [one] + one.split(" & ")]:
            return True
    return False


def points_right(row, ranges):
    """Of labels that name no speaker: the mention has a part of the words that point at the speaker, or there are none of either."""
    if not row["mention_position"]:
        return not ranges
    start = row["mention_position"] - 1
    return any(start < y and x < start + len(row["mention"]) for x, y in ranges)


def kind_of(mention):
    if not mention:
        return "none"
    if mention.lower() in PRONOUNS:
        return "pronoun"
    last = re.findall(r"[^\W\d_][\w’'.-]*", mention)
    return "name" if last and last[-1][0].isupper() else "description"


def without_stops(text, start, end):
    while end > start and text[end - 1] in ",.;: ":
        end -= 1
    return start, end


def likeness(a, b):
    common = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return common / max(1, a[1] - a[0] + b[1] - b[0] - common)


def judge(article, rows, n, points=None):
    """Counts an article's rows into n; points takes (confidence, kind, right) of the rows that are judged."""
    text = article.text
    returned = []
    for row in rows:
        start = row["position"] - 1
        assert text[start:start + len(row["quote"])] == row["quote"], (article.path, row)
        if row["kind"] != "indirect":
            returned.append(without_stops(text, start, start + len(row["quote"])))
    rows = [r for r in rows if r["kind"] != "indirect"]
    used = {j for j, (x, y) in enumerate(returned) if text[x - 1:x] in ("'", "‘") and
            not any(s.start < y and x < s.end for s in article.spans)}
    n["returned"] += len(returned) - len(used)
    judged = {}
    for span in sorted(article.spans):
        best = max(((likeness(without_stops(text, span.start, span.end), r), j) for j, r in enumerate(returned) if j not in used),
                   default=(0, -1))
        hit = best[0] >= 0.8
        if hit:
            used.add(best[1])
        if span.label == "?":
            n["returned"] -= hit
            if hit:
                judged[best[1]] = None
            continue
        if span.label == "n":
            continue
        kind = kind_of(span.mention or " ".join(text[x:y] for x, y in span.ranges[:1]))
        n["quotations"] += 1
        n["all", kind] += 1
        if hit:
            row = rows[best[1]]
            right = points_right(row, span.ranges) if span.speaker is None else is_right(row["speaker"], span.speaker)
            n["found"] += 1
            n["right"] += right
            n["right", kind] += right
            judged[best[1]] = right
    if points is not None:
        for j, row in enumerate(rows):
            right = judged.get(j, None if j in used else False)
            if right is not None:
                points.append((row["confidence"], row["kind"], right))


def f1(right, returned, wanted):
    return 2 * right / max(1, returned + wanted)


def summary(n):
    line = "detect %.3f  quote+speaker %.3f (P %.3f R %.3f)" % (
        f1(n["found"], n["returned"], n["quotations"]), f1(n["right"], n["returned"], n["quotations"]),
        n["right"] / max(1, n["returned"]), n["right"] / max(1, n["quotations"]))
    return line + "  by " + ", ".join("%s %.3f of %d" % (k, n["right", k] / max(1, n["all", k]), n["all", k]) for k in KINDS)


def counter():
    return collections.Counter()
