"""Articles in the files they arrive in, made from pages with answers: mails, letters, pasted text.

The floors are what is reached, rounded down; they only rise.
"""

import json
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from html import escape
from pathlib import Path, PurePath
from textwrap import wrap
from typing import Any

import pytest

from briefing.cleaning import clean
from briefing.readers import read_file
from tests.quality.metrics import nearly_equal, shingle_score
from tests.readers.packing import paragraphs, word

_COVER = "Dear colleagues,\n\nthis may be of use for the note that we are writing.\n\nAda Moss\n\n"


def _told(row: dict[str, Any]) -> list[str]:
    parts = [row["summary"] or []]
    for section in row["sections"]:
        parts += [section["headline"], section["paragraphs"]]
    return [" ".join(words.split()) for part in parts for words in part if words.strip()]


def _wrapped(row: dict[str, Any]) -> list[list[str]]:
    return [wrap(words, 72, break_on_hyphens=False) for words in _told(row)]


def _mail(row: dict[str, Any], words: str, subtype: str = "plain") -> bytes:
    message = EmailMessage()
    message["From"] = "Ada Moss <ada@office.example>"
    message["Subject"] = f"FW: {' '.join(row['title'].split())}"
    message.set_content(words, subtype=subtype)
    return message.as_bytes()


def _quoted(row: dict[str, Any]) -> bytes:
    lines = "\n>\n".join("\n".join(f"> {line}" for line in lines) for lines in _wrapped(row))
    return _mail(row, f"{_COVER}On 3 May 2024 the Gazette <g@gazette.example> wrote:\n\n{lines}\n")


def _newsletter(row: dict[str, Any]) -> bytes:
    told = "".join(f"<p>{escape(words)}</p>" for words in _told(row))
    teasers = "".join(
        f"<tr><td><h3><a href='x'>Another story of this week, number {count}</a></h3>"
        f"<p>Some words on what the other story tells of the city of Lund, number {count}.</p></td></tr>"
        for count in range(3)
    )
    page = (
        f"<table><tr><td><h1>{escape(row['title'])}</h1>{told}</td></tr></table>"
        f"<table><tr><td><h2>More from us</h2></td></tr>{teasers}</table>"
    )
    return _mail(row, page, "html")


def _pasted(row: dict[str, Any]) -> bytes:
    lines = [[row["title"]], *_wrapped(row)]
    return word("<w:p/>".join(paragraphs(*map(escape, each)) for each in lines))


# body F1, paragraphs and headings that come whole, titles that are right
@pytest.mark.parametrize(
    ("made", "floors"),
    [
        (_quoted, (0.995, 0.98, 1.0)),
        (_newsletter, (0.991, 0.94, 1.0)),
        (_pasted, (0.994, 0.98, 0.97)),
    ],
)
def test_articles_as_they_arrive(
    shared: Path, made: Callable[[dict[str, Any]], bytes], floors: tuple[float, float, float]
) -> None:
    rows = list(_rows(shared / "data" / "publisher-pages" / "gold.jsonl"))
    sources = [clean(read_file(made(row), PurePath("file")).articles[0]) for row in rows]
    found = [
        [source.text[part.start : part.end] for part in source.article()] for source in sources
    ]
    whole = [
        words in {" ".join(each.split()) for each in lines}
        for lines, row in zip(found, rows, strict=True)
        for words in _told(row)
    ]
    titles = [
        nearly_equal(source.title or "", row["title"])
        for source, row in zip(sources, rows, strict=True)
    ]
    bodies = ("\n".join(lines) for lines in found)
    score = shingle_score(zip(bodies, (row["body"] for row in rows), strict=True))

    assert len(rows) >= 40
    assert score.f1 >= floors[0]
    assert sum(whole) / len(whole) >= floors[1]
    assert sum(titles) / len(titles) >= floors[2]


_STORIES = 4
_SENTENCE_WORDS = 12


def _opening(row: dict[str, Any]) -> list[str]:
    return [words for words in _told(row) if len(words.split()) > _SENTENCE_WORDS][:3]


def _linked_letter(rows: list[dict[str, Any]]) -> bytes:
    told = "".join(
        f"<table><tr><td><h3><a href='{row['url']}'>{escape(row['title'])}</a></h3>"
        + "".join(f"<p>{escape(words)}</p>" for words in _opening(row))
        + "</td></tr></table>"
        for row in rows
    )
    return _mail(rows[0], f"{told}<p><a href='x'>Unsubscribe</a> from this letter.</p>", "html")


def _press_review(rows: list[dict[str, Any]]) -> bytes:
    told = (f"{row['title']}\n{row['url']}\n\n" + "\n\n".join(_opening(row)) for row in rows)
    return "\n\n".join(told).encode()


# letters that are parted rightly, stories whose title and link are right
@pytest.mark.parametrize(
    ("made", "name", "floors"),
    [(_linked_letter, "m.eml", (0.99, 0.99)), (_press_review, "m.txt", (0.88, 0.97))],
)
def test_letters_of_several_stories(
    shared: Path,
    made: Callable[[list[dict[str, Any]]], bytes],
    name: str,
    floors: tuple[float, float],
) -> None:
    every = list(_rows(shared / "data" / "publisher-pages" / "gold.jsonl"))
    rows = [row for row in every if len(_opening(row)) > 2]
    letters = [rows[at : at + _STORIES] for at in range(0, len(rows) - _STORIES + 1, _STORIES)]
    found = [list(map(clean, read_file(made(each), PurePath(name)).articles)) for each in letters]
    parted = [len(sources) == _STORIES for sources in found]
    right = [
        any(
            source.url == row["url"] and nearly_equal(source.title or "", row["title"])
            for source in sources
        )
        for sources, each in zip(found, letters, strict=True)
        for row in each
    ]

    assert len(letters) >= 8
    assert sum(parted) / len(parted) >= floors[0]
    assert sum(right) / len(right) >= floors[1]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["english"]:
            yield row
