"""Learns the weights by which `briefing.cleaning` finds the headlines of text copies.

Reads the copies of `learn_lines.py` whose headlines are known: those of `publisher-pages`, and the
text of other web pages, whose own data give the headline.

Usage: python tools/learn_titles.py DATA [--held-out]
"""

import sys
import zlib
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.cleaning import title_weights, titles
from briefing.cleaning.lines import Feature, features
from briefing.cleaning.textcopy import kinds
from briefing.cleaning.titles import FLAGS, SCALES, find_title, title_signs
from briefing.model.source import Kind
from tests.quality.metrics import nearly_equal
from tools.learn_lines import (
    COPIED,
    FOLDS,
    Example,
    Page,
    learn,
    marked_pages,
    other_pages,
    rows_of,
)

_TARGET = Path(titles.__file__).with_name("title_weights.py")
_STARTS = dict(zip(SCALES, accumulate(SCALES.values(), initial=0), strict=False))
_FLAGGED = sum(SCALES.values())


_REAL = 3.0
"""What a line of a real copy counts; one that was made of a web page counts 1."""


class Copy(NamedTuple):
    """A copy as its lines were judged, and its headline."""

    page: Page
    found: tuple[Feature, ...]
    judged: tuple[Kind, ...]


def copies(data: Path) -> list[Copy]:
    """The copies whose headline is known."""
    every = [page for page in (*marked_pages(data), *other_pages(data, COPIED)) if page.title]
    found = [(page, features(page.article)) for page in every]
    return [Copy(page, each, kinds(each)) for page, each in found]


def examples(copy: Copy) -> list[Example]:
    """Signs, answer and weight of each line that may be the headline."""
    rows = title_signs(copy.found, copy.judged)
    answers = [nearly_equal(copy.found[index].text, copy.page.title) for index, _, _ in rows]
    all_alike = _REAL if copy.page.measured else 1.0
    right = 5.0 * all_alike / max(sum(answers), 1)
    return [
        (
            [start + level for start, level in zip(_STARTS.values(), row, strict=True)]
            + [_FLAGGED + place for place in range(len(FLAGS)) if flags >> place & 1],
            answer,
            right if answer else all_alike,
        )
        for (_, row, flags), answer in zip(rows, answers, strict=True)
    ]


def use(learnt: Sequence[float]) -> None:
    """Judge by these weights from now on, in this process."""
    title_weights.SCALED = {
        name: tuple(learnt[start : start + SCALES[name]]) for name, start in _STARTS.items()
    }
    title_weights.FLAGGED = tuple(learnt[_FLAGGED:])
    titles.forget()


def write(learnt: Sequence[float], target: Path) -> None:
    """Write the tables."""
    parts = [f'    "{name}": (\n{rows_of(learnt[start : start + SCALES[name]], 8)}    ),\n'
             for name, start in _STARTS.items()]  # fmt: skip
    target.write_text(
        '"""What each sign of a line weighs for the headline; learnt by `tools/learn_titles.py`."""\n\n'
        "# fmt: off\n"
        f"SCALED: dict[str, tuple[float, ...]] = {{\n{''.join(parts)}}}\n"
        f"FLAGGED: tuple[float, ...] = (\n{rows_of(learnt[_FLAGGED:])})\n",
        "utf-8",
    )


def held_out(every: Sequence[Copy]) -> None:
    """Print how well headlines are found by weights learnt from other sites."""
    taught = [examples(copy) for copy in every]
    fold = [zlib.crc32(copy.page.site.encode()) % FOLDS for copy in every]
    found: dict[str, list[float]] = {}
    for number in range(FOLDS):
        rows = [row for rows, at in zip(taught, fold, strict=True) if at != number for row in rows]
        use(learn(rows, _FLAGGED + len(FLAGS)))
        for copy, at in zip(every, fold, strict=True):
            if at == number:
                index = find_title(copy.found, copy.judged)
                right = index is not None and nearly_equal(copy.found[index].text, copy.page.title)
                sums = found.setdefault(copy.page.measured or "others", [0, 0, 0])
                for place, value in enumerate((right, index is not None, 1)):
                    sums[place] += float(value)
    for name, (good, given, asked) in sorted(found.items()):
        print(f"{name:36} {good / max(given, 1):.3f} {good / asked:.3f} of {asked:.0f}")


if __name__ == "__main__":
    known = copies(Path(sys.argv[1]))
    if "--held-out" in sys.argv:
        held_out(known)
    else:
        write(
            learn([row for copy in known for row in examples(copy)], _FLAGGED + len(FLAGS)), _TARGET
        )
        print(f"{len(known)} copies learnt")
