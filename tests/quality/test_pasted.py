"""Articles pasted one below the other into one file: how many are parted, and what is parted wrongly."""

import gzip
import json
from itertools import cycle, islice
from pathlib import Path, PurePath

from briefing.readers import read
from briefing.workflow.found import cleaned

_BETWEEN = ("\n\n", "\n\n\n\n", "\n\n---\n\n", "\n\n* * *\n\n")
_FILES, _HELD = 240, 2
_SAME = 40
"""Characters of a title that are compared."""


def _articles(shared: Path) -> list[tuple[str, str, str]]:
    with gzip.open(shared / "data" / "near-dup" / "articles.jsonl.gz", "rt") as lines:
        rows = [*map(json.loads, lines)]
    return [(row["title"].strip(), row["source"], row["text"].strip()) for row in rows]


def _head(title: str, house: str, number: int) -> str:
    day = f"March {number % 27 + 1}, 2024"
    return (
        f"{title}\nBy Ada Moss\n{day}\n{house}",
        f"{house}\n{title}\nBy Ada Moss | {day}",
        f"{title}\n{house}, {day}\nBy Ada Moss",
    )[number % 3]


def test_pasted_articles_are_parted(shared: Path) -> None:
    articles = cycle(_articles(shared))
    parted = titled = 0
    for number in range(_FILES):
        held = [*islice(articles, _HELD)]
        between = _BETWEEN[number % len(_BETWEEN)]
        text = between.join(f"{_head(title, house, number)}\n\n{x}" for title, house, x in held)
        found = read(text.encode(), PurePath("press.txt"))
        if len(found) == _HELD:
            parted += 1
            titled += sum(
                (cleaned(article).title or "")[:_SAME] == title[:_SAME]
                for article, (title, _, _) in zip(found, held, strict=True)
            )

    assert parted >= 0.85 * _FILES
    assert titled >= 0.97 * parted * _HELD


def test_nothing_else_is_parted(shared: Path) -> None:
    """Copies of whole pages, and articles copied by hand, each alone in its file."""
    found = sorted((shared / "data").glob("*/txt_*/*.txt"))
    copies = [path for path in found if path.read_bytes().strip()]
    wrong = [path.name for path in copies if len(read(path.read_bytes(), PurePath("a.txt"))) > 1]
    alone = [
        title
        for number, (title, house, text) in enumerate(_articles(shared))
        if len(read(f"{_head(title, house, number)}\n\n{text}".encode(), PurePath("a.txt"))) > 1
    ]

    assert wrong == []
    assert alone == []
    assert len(copies) > 400
