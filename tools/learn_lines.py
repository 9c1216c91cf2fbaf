"""Learns the weights by which `briefing.cleaning` judges the lines of text copies.

Reads pages with hand-made article texts (`web-extract` and `publisher-pages` under a data folder,
as their descriptions say) and, beside them, other web pages (`html-dates`, `site-metadata`) whose
articles are found by their structure, which is far surer than by their lines: their text, set out
as copies are, teaches the shapes of three hundred more sites. A logistic regression is learnt with
AdaGrad (Duchi, Hazan, Singer 2011) and written to `briefing/cleaning/weights.py`. The data stay
where they are; the tables hold numbers only.

Half of the signs there once were are left: without words shared with the page's paragraphs, shapes two
lines away, commas and sentences within, wider company and the like, held-out sites are judged as well
(0.935 on the average of the six sets; it was 0.933).

What else was tried, judged by sites held out, and won nothing (0.928 on the average of the six
sets, before the headings were counted and the headline found by the copy's title): some sixty
more signs (patterns of lines that come again, runs of equal shapes, distances to long
paragraphs and menus, captions and dates around, words shared with the core; all together 0.928,
the best alone 0.929); trees learnt by boosting on them (0.929), and their mean with these
weights (0.928); three quarters of the sites (0.928, a half 0.924: more pages would not help);
weights of the exact minimum; a second pass that knows the first one's scores of the lines
around (0.928); weights learnt for whole pages by structured hinge loss (0.910 to 0.923); scores
that count more for longer lines, and other prices of changing state (0.926 to 0.930).

Tried again with nineteen scales more (first paragraph and what stands below it, times read so far, lists
below a colon, distances to paragraphs above and below, names of the byline, the site's name, capitals,
lengths of words and sentences, pieces of prose): the best alone wins 0.001, all together judge the
lines of held-out sites worse (log loss 0.208 to 0.198). Pages weighed by their article's length lose
0.002, other pages weighed less lose up to 0.003. What did win, 0.001 to 0.008 a set, is not a sign of a
line but of many: see `strangers.py`. The prices and limits were varied again on held-out sites: between
0.3 and 0.56 the leaning changes the average by no more than 0.001, and none of the limits of `textcopy.py`
wins as much. Where each part's leaning and opening are chosen on the four others, the set whose articles
were marked by hand comes to 0.938 (flat) and 0.933 (layout) on two partings of the sites; with those that
stand, 0.940 and 0.936.

Families of signs left out one by one, with 12 rounds instead of 30 (the average of the six sets is 0.9396
with all): none loses more than 0.002, prose near, the place to the headline and its words lose nothing.
Without these three and with all rounds the average is 0.9404, and a copy is judged in a twentieth less
time; but titles and authors of copies, which lean on the body, then fall below their floors, also with
their own weights learnt anew.

Usage: python tools/learn_lines.py DATA [--held-out]

With `--held-out` nothing is written: the sites are parted into five, each part is judged by weights
learnt from the four others, and the scores of the bodies are printed.
"""

import gzip
import json
import math
import random
import re
import sys
import textwrap
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.cleaning import clean, scorer, weights
from briefing.cleaning.lines import Feature, features
from briefing.cleaning.signs import AROUND, FLAGS, SCALES, flags, levels, near_prose
from briefing.cleaning.textcopy import find_article, kinds
from briefing.errors import SourceError
from briefing.model.source import Article, Kind
from briefing.readers import read
from briefing.readers.plaintext import read_plaintext
from tests.quality.metrics import shingle_score

Example = tuple[list[int], bool, float]


class Page(NamedTuple):
    """A copy of a page, the article in it, its site, the set it is measured in, its headline."""

    article: Article
    gold: str
    site: str
    measured: str
    title: str = ""


_TOKEN = re.compile(r"\w+")
_ROUNDS = 30
_STEP = 0.15
_PENALTY = 1.0
"""Price of a weight's square over all examples: a sign of a few pages stays small."""
FOLDS = 5
_FEWEST_WORDS = 120
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4"))
_TARGET = Path(__file__).resolve().parent.parent / "briefing" / "cleaning" / "weights.py"
_STARTS = dict(zip(SCALES, accumulate(SCALES.values(), initial=0), strict=False))
_FLAGGED = sum(SCALES.values())
_ABOVE = _FLAGGED + len(FLAGS)
_BELOW = _ABOVE + AROUND
_ALL = _BELOW + AROUND


def marked_pages(data: Path) -> Iterator[Page]:
    """Each text copy with its article's text as people marked it."""
    answers = json.loads((data / "web-extract" / "gold.json").read_text("utf-8"))
    golds = [("web-extract", name, row["articleBody"], urlsplit(row["url"]).hostname or name, "", "")
             for name, row in sorted(answers.items())]  # fmt: skip
    rows = (data / "publisher-pages" / "gold.jsonl").read_text("utf-8").splitlines()
    golds += [("publisher-pages", row["id"], row["body"], row["domain"],
               " English" if row["english"] else " others", row["title"])
              for row in map(json.loads, rows)]  # fmt: skip
    for folder, name, gold, site, sort, title in golds:
        for dump in ("txt_layout", "txt_flat"):
            path = data / folder / dump / f"{name}.txt"
            try:
                article = read(path.read_bytes(), path)[0]
            except SourceError:
                continue
            yield Page(article, gold, site.removeprefix("www."), f"{folder}{sort} {dump}", title)


_DUMPED = (("  * ", _PARAGRAPHS), ("", _PARAGRAPHS))
"""How programs set a page out: the bullet of an item, and what stands apart."""
COPIED = (*_DUMPED, ("", frozenset("p")))
"""The same, and as browsers copy a page, in which paragraphs alone stand apart."""


def other_pages(data: Path, ways: Sequence[tuple[str, frozenset[str]]] = _DUMPED) -> Iterator[Page]:
    """The text of other web pages, set out as copies are, with the article found by structure."""
    files = sorted((data / "html-dates" / "html").glob("*"))
    files += sorted((data / "site-metadata" / "html").glob("*"))
    for path in files:
        try:
            article = read(gzip.decompress(path.read_bytes()), PurePath("page.html"))[0]
        except SourceError:
            continue
        source = clean(article)
        gold = "\n".join(source.text[part.start : part.end] for part in source.body())
        if not article.main or len(gold.split()) < _FEWEST_WORDS:
            continue
        site = (urlsplit(source.url or "").hostname or path.name).removeprefix("www.")
        for bullet, apart in ways:
            text = "".join(_set_out(article, bullet, apart))
            copy = read_plaintext(text.encode(), PurePath("copy.txt"))[0]
            yield Page(copy, gold, site, "", source.title or "")


def _set_out(article: Article, bullet: str, apart: frozenset[str]) -> Iterator[str]:
    for line in article.lines:
        words = article.text[line.start : line.end]
        if line.tag in apart:
            yield f"\n\n{words}\n"
        else:
            yield f"\n{bullet if line.tag == 'li' else ''}{words}"


def examples(page: Page) -> list[Example]:
    """Signs, answer and weight of each line of a copy that is weighed; all pages weigh alike."""
    found = features(page.article)
    near = near_prose(found)
    answers = list(_answers(found, page.gold))
    total = sum(weight for _, weight in answers) or 1.0
    return [
        (row, answer, 30 * weight / total + 0.02)
        for row, (answer, weight) in zip(
            _signs(found, near), [answers[at] for at in near], strict=True
        )
    ]


def _signs(found: Sequence[Feature], near: Sequence[int]) -> Iterator[list[int]]:
    marked = [0, *flags([found[at] for at in near]), 0]
    for at, row in enumerate(levels(found, find_article(found), near)):
        above, own, below = marked[at : at + 3]
        yield [
            *map(add, _STARTS.values(), row),
            *(_FLAGGED + place for place in range(len(FLAGS)) if own >> place & 1),
            *(_ABOVE + place for place in range(AROUND) if above >> place & 1),
            *(_BELOW + place for place in range(AROUND) if below >> place & 1),
        ]


def _answers(found: Sequence[Feature], gold: str) -> Iterator[tuple[bool, float]]:
    tokens = _TOKEN.findall(gold)
    shingles = Counter(tuple(tokens[at : at + 4]) for at in range(len(tokens) - 3))
    whole = f" {' '.join(tokens)} "
    for feature in found:
        own = _TOKEN.findall(feature.text)
        count = len(own) - 3
        if count > 2:
            shared = sum(tuple(own[at : at + 4]) in shingles for at in range(count))
            yield shared >= count / 2, min(len(own), 80) / 20
        else:
            yield bool(own) and f" {' '.join(own)} " in whole, 0.15 if len(own) > 2 else 0.05


def learn(rows: list[Example], count: int = _ALL) -> list[float]:
    """The weights of the `count` signs of `rows`."""
    learnt, steps = [0.0] * count, [1.0] * count
    shuffler = random.Random(1)
    times = Counter(sign for row, _, _ in rows for sign in row)
    decay = [_PENALTY / max(times[sign], 1) for sign in range(count)]
    for _ in range(_ROUNDS):
        shuffler.shuffle(rows)
        for row, answer, weight in rows:
            score = max(-30.0, min(30.0, sum(learnt[sign] for sign in row)))
            slope = weight * (1 / (1 + math.exp(-score)) - answer)
            for sign in row:
                grade = slope + decay[sign] * learnt[sign]
                steps[sign] += grade * grade
                learnt[sign] -= _STEP * grade / math.sqrt(steps[sign])
    return [round(weight, 2) for weight in learnt]


def use(learnt: Sequence[float]) -> None:
    """Judge by these weights from now on, in this process."""
    weights.SCALED = {
        name: tuple(learnt[start : start + SCALES[name]]) for name, start in _STARTS.items()
    }
    weights.FLAGGED = tuple(learnt[_FLAGGED:_ABOVE])
    weights.ABOVE, weights.BELOW = tuple(learnt[_ABOVE:_BELOW]), tuple(learnt[_BELOW:])
    scorer.forget()


def write(learnt: Sequence[float], target: Path) -> None:
    """Write the tables."""
    parts = [f'    "{name}": (\n{rows_of(learnt[start : start + SCALES[name]], 8)}    ),\n'
             for name, start in _STARTS.items()]  # fmt: skip
    target.write_text(
        '"""What each sign of a line weighs for the article; learnt by `tools/learn_lines.py`."""\n\n'
        "# fmt: off\n"
        f"SCALED: dict[str, tuple[float, ...]] = {{\n{''.join(parts)}}}\n"
        '"""For each of the `signs.SCALES` the weights of its levels."""\n'
        f"FLAGGED: tuple[float, ...] = (\n{rows_of(learnt[_FLAGGED:_ABOVE])})\n"
        '"""The weight of each of the `signs.FLAGS`, and of the first ones in the lines around."""\n'
        f"ABOVE: tuple[float, ...] = (\n{rows_of(learnt[_ABOVE:_BELOW])})\n"
        f"BELOW: tuple[float, ...] = (\n{rows_of(learnt[_BELOW:])})\n",
        "utf-8",
    )


def rows_of(numbers: Sequence[float], indent: int = 4) -> str:
    """Numbers as the inside of a tuple, in lines of bounded length."""
    words = " ".join(f"{number:g}," for number in numbers)
    space = " " * indent
    return f"{textwrap.fill(words, 96, initial_indent=space, subsequent_indent=space)}\n"


def held_out(every: Sequence[Page]) -> None:
    """Print the scores of pages judged by weights learnt from other sites."""
    fold = [zlib.crc32(page.site.encode()) % FOLDS for page in every]
    taught = [examples(page) for page in every]
    judged: dict[str, list[tuple[str, str]]] = {}
    for number in range(FOLDS):
        use(
            learn(
                [row for rows, at in zip(taught, fold, strict=True) if at != number for row in rows]
            )
        )
        for page, at in zip(every, fold, strict=True):
            if at == number and page.measured:
                judged.setdefault(page.measured, []).append((_body(page.article), page.gold))
    for name, pairs in sorted(judged.items()):
        score = shingle_score(pairs)
        print(f"{name:32} {score.precision:.3f} {score.recall:.3f} {score.f1:.4f}")


def _body(article: Article) -> str:
    judged = kinds(features(article))
    body = [index for index, kind in enumerate(judged) if kind is Kind.BODY]
    inside = range(body[0], body[-1] + 1) if body else range(0)
    return "\n".join(
        article.text[article.lines[index].start : article.lines[index].end]
        for index in inside
        if judged[index] in (Kind.BODY, Kind.HEADING)
    )


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    pages = [*marked_pages(folder), *other_pages(folder)]
    if "--held-out" in sys.argv:
        held_out(pages)
    else:
        write(learn([row for page in pages for row in examples(page)]), _TARGET)
        print(f"{len(pages)} copies learnt")
