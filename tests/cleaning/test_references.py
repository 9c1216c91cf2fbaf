"""Entries of a bibliography find the file they are attached to, or none."""

from datetime import date

import pytest
from msgspec.structs import replace

from briefing.cleaning.references import with_references
from briefing.model.reference import Reference
from briefing.model.source import Field, Kind, Segment, Source


def _source(path: str) -> Source:
    return Source(path, path, "", "text/html", "", ())


def _entry(title: str, house: str, day: str = "") -> Reference:
    fields = ((Field.TITLE, title), (Field.PUBLISHER, house), (Field.PUBLISHED, day))
    return Reference(tuple(field for field in fields if field[1]), (), "refs.json")


@pytest.mark.parametrize(
    ("attached", "found"),
    [
        pytest.param(r"C:\Zotero\storage\AB12\port.html", "a/port.html", id="Windows"),
        pytest.param(
            "/srv/zotero/storage/CD34/index.html", "lib/CD34/index.html", id="by its folder"
        ),
        pytest.param("/srv/zotero/elsewhere/index.html", None, id="a name that two files have"),
        pytest.param("files/12/ferry.html", None, id="another file"),
    ],
)
def test_an_entry_finds_its_file(attached: str, found: str | None) -> None:
    sources = tuple(map(_source, ("a/port.html", "lib/AB12/index.html", "lib/CD34/index.html")))
    reference = Reference(((Field.PUBLISHER, "Gazette"),), (attached,), "the bibliography")

    filled, notices = with_references(sources, (reference,))

    assert [source.path for source in filled if source.publisher] == ([found] if found else [])
    assert bool(notices) == (found is None)


def test_an_entry_finds_one_of_several_articles_in_a_file_by_its_title() -> None:
    titles = ("The port of Moss reopens", "Lund builds a new bridge")
    sources = tuple(
        Source(str(at), "export.txt", "", "text/plain", "", (), title=title)
        for at, title in enumerate(titles)
    )

    filled, notices = with_references(sources, (_entry(titles[1], "Lund Echo"),))

    assert ([source.publisher for source in filled], notices) == ([None, "Lund Echo"], ())


@pytest.mark.parametrize(
    ("house", "day", "found"),
    [
        pytest.param("The Lund Echo", "", [False, True], id="by the house"),
        pytest.param("Moss Wire", "2024-05-03", [True, False], id="by the day"),
        pytest.param("Holm Times", "2024-05-03", [False, False], id="of another house"),
        pytest.param("Moss Wire", "", [False, False], id="by nothing"),
    ],
)
def test_a_title_that_several_sources_have_is_told_by_day_or_house(
    house: str, day: str, found: list[bool]
) -> None:
    title = "The port of Moss reopens"
    said = ((None, date(2024, 5, 3)), ("Lund Echo", None))
    sources = tuple(
        Source(str(at), f"{at}.txt", "", "", "", (), title=title, publisher=name, published=when)
        for at, (name, when) in enumerate(said)
    )
    if house == "Holm Times":
        sources = tuple(replace(source, publisher="Lund Echo") for source in sources)

    filled, _ = with_references(sources, (_entry(title, house, day),))

    assert ["published" in source.evidence or "publisher" in source.evidence
            for source in filled] == found  # fmt: skip


def test_a_file_that_holds_several_articles_as_one_source_takes_none_of_their_entries() -> None:
    lines = (
        "The port of Moss reopens",
        "It reopens in May.",
        "Lund builds a new bridge",
        "It does.",
    )
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    segments = tuple(
        Segment(start, start + len(line), Kind.BODY)
        for start, line in zip(starts, lines, strict=True)
    )
    source = Source("1", "all.txt", "", "text/plain", text, segments, title=lines[0])
    entries = (_entry(lines[0], "Moss Wire"), _entry(lines[2], "Lund Echo"))

    filled, notices = with_references((source,), entries)

    assert filled == (source,)
    assert ["several articles" in notice.text for notice in notices] == [True]
