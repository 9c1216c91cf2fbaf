"""No English word of the program's own is left in a document of another language.

The language is made up: it puts every sentence in brackets. What stands outside of them and is neither
a source's nor the analyst's was never said through a catalogue.
"""

import re
from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import briefing.tongue
from briefing.model.brief import Brief, Note
from briefing.model.document import Document, Table, Text
from briefing.model.source import Source
from briefing.resources import seeds
from briefing.workflow.build import build
from briefing.workflow.catalogue import starter_themes
from briefing.workflow.order import Order
from briefing.workflow.spoken import spoken
from briefing.writers.html import write_html
from briefing.writers.tree_json import _value
from briefing.writers.word import write_docx

OPENS, CLOSES = "⟦", "⟧"
JUDGMENT = "Wir sehen das anders."
_NO_WORDS = re.compile(r"SHA-256 [0-9a-f]{16}|PAI|et al|[^\W\d_]?\d[\w,.]*|https?://\S+")
_LEAVES = {"text", "quoted", "judgment", "cite", "link", "source_link", "emphasis", "strong"}
_STYLED = re.compile(r"<style>.*?</style>", re.DOTALL)


class Bracketed(NullTranslations):
    """What gettext gives in that language."""

    def gettext(self, message: str) -> str:
        return f"{OPENS}{message}{CLOSES}" if re.search("[^\\W\\d_]", message) else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def _made_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(briefing.tongue, "catalogue", lambda *_: Bracketed())
    monkeypatch.setattr(briefing.tongue, "document_languages", lambda: ("en", "xx"))
    briefing.tongue.tongue.cache_clear()
    yield
    briefing.tongue.tongue.cache_clear()


def _lines(value: Any) -> Iterator[str]:
    """The words of a tree, those of sources and of the analyst left out, a line for each row of leaves."""
    match value:
        case {"type": "quoted" | "judgment"}:
            yield ""
        case {"type": "drawing", "marks": marks}:
            yield from (mark["text"] for mark in marks if "text" in mark)
        case {"type": _}:
            for name, inner in value.items():
                if name in ("text", "alt"):
                    yield str(inner)
                elif name not in ("type", "facts", "source", "anchor", "url", "role"):
                    yield from _lines(inner)
        case [*parts]:
            rows = [list(_lines(part)) for part in parts]
            leaves = all(isinstance(part, dict) and part["type"] in _LEAVES for part in parts)
            yield from (
                ["".join(map("".join, rows))] if leaves else (line for row in rows for line in row)
            )


def _unsaid(text: str, known: list[str]) -> str:
    """What stands outside of the brackets and is not `known`."""
    depth, outside = 0, []
    for sign in text:
        depth += (sign == OPENS) - (sign == CLOSES)
        outside.append(" " if depth or sign == CLOSES else sign)
    left = "".join(outside)
    for words in known:
        left = left.replace(words, " ")
    return " ".join(re.findall(r"[^\W\d_]{2,}", _NO_WORDS.sub(" ", left)))


def _known(document: Document, sources: tuple[Source, ...]) -> list[str]:
    """Words of the sources, of the themes and of the order, the longest first."""
    found = {document.title, document.author or "", document.generator, "Ministerin", "Briefing"}
    for theme in starter_themes():
        found |= {theme.title, theme.question}
    for source in sources:
        name = source.path.rsplit("/", 1)[-1]
        found |= {source.title or "", source.publisher or "", source.path, name, *source.authors}
    return sorted(filter(None, found), key=len, reverse=True)


@pytest.mark.usefixtures("_made_up")
@pytest.mark.parametrize(
    ("template", "style", "listed"),
    [
        ("full", "chicago-notes", True),
        ("full", "ics-206", False),
        ("full", "apa", True),
        ("one-page", "numbered", True),
        ("talking-points", "ics-206", True),
    ],
)
def test_every_word_of_ours_is_said_in_the_language_of_the_document(
    template: str, style: str, listed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(seeds(""))
    empty = tmp_path / "leer.txt"
    empty.write_text("", encoding="utf-8")
    before = tmp_path / "before.json"
    build(Order(Brief(date=date(2024, 3, 1), limit=2), (Path("articles"),), (before,)))
    brief = Brief(
        date=date(2025, 4, 15), title="Lage", recipient="Ministerin", author="Referat",
        template=template, citation_style=style, source_list=listed, language="xx",
        notes=(Note("key-points", JUDGMENT), Note("if-asked", JUDGMENT)),
    )  # fmt: skip
    order = Order(brief, (Path("articles"), empty), (tmp_path / "made.md",), previous=str(before))

    built = build(order)

    sources, document = built.ingested.sources, built.document
    known = [str(empty), *_known(document, sources)]
    figures = [value for one in built.findings.figures for value in [one.value]]
    values = [side.value for one in built.findings.conflicts for side in one.positions]
    speakers = [item.speaker or "" for theme in built.findings.themes for item in theme.excerpts]
    known += sorted(
        filter(
            None, [*figures, *values, *speakers, *(one[:1].upper() + one[1:] for one in speakers)]
        ),
        key=len,
        reverse=True,
    )
    lines = list(_lines(_value(document.blocks)))
    assert sum(OPENS in line for line in lines) > 20
    lost = [(left, line) for line in lines if (left := _unsaid(line, known))]
    assert lost == []


@pytest.mark.usefixtures("_made_up")
def test_so_is_what_only_a_file_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(seeds(""))
    order = Order(
        Brief(date=date(2024, 4, 15), language="xx"), (Path("articles"),), (tmp_path / "a.md",)
    )
    document = build(order).document
    own = Table(((Text("Schiffe"),),), (((Text("12"),),),), (1.0,))
    document = replace(document, blocks=(*document.blocks, own))  # a house's template may have one

    page = _STYLED.sub("", write_html(document).data.decode())
    word = write_docx(document).data
    told = "\n".join(line.text for line in spoken(document))

    assert 'lang="xx"' in page
    for sentence in ("Notes", "Back to mark 1", "Contents", "Table"):
        assert f"{OPENS}{sentence}{CLOSES}" in page
        assert re.search(f"(?<!{OPENS})\\b{sentence}\\b", page) is None, sentence
    assert f"{OPENS}(note 1){CLOSES}" in told
    assert f"{OPENS}Notes{CLOSES}" in told
    assert len(word) > 1000
