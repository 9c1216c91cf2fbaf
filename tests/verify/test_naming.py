"""What an entry or a note says of a source's authors, day, address and digest is the source's own."""

from datetime import date

import pytest
from msgspec.structs import replace

from briefing.model.source import Source
from briefing.verify.naming import foreign_address, foreign_digest, foreign_names, undated
from briefing.verify.tongues import days_in

PORT = Source(
    "a" * 16, "port.txt", "a1" * 32, "text/plain", "Barges go down.\n\nThey sank.\n", (),
    title="Barges go down", publisher="Harbour Gazette", published=date(2024, 4, 8),
    authors=("Ada Mole", "Bert O’Quay"), url="https://gazette.test/barges?id=7",
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "foreign"),
    [
        pytest.param("[1]\tMole, Ada, and Bert O’Quay. “Barges go down.”", [], id="as it is"),
        pytest.param("[1]\tA. Mole and B. O’Quay, “Barges go down,”", [], id="with initials"),
        pytest.param("[1]\tMole, A., & O’Quay, B. (2024, April 8). Barges go down.", [], id="no marks"),
        pytest.param("[1]\tMole, Ada, et al. “Barges go down.”", [], id="others left out"),
        pytest.param("[1]\tMo\ufffele, Ada. “Barges go down.”", [], id="parted at a line's end"),
        pytest.param("[1]\tProf. Ada Mole, “Barges go down.”", [], id="with an office"),
        pytest.param("[1]\tHarbour Gazette. “Barges go down.”", [], id="the paper before the title"),
        pytest.param("[1]\t“Barges go down.” Smith", [], id="behind the title"),
        pytest.param("Mole and O’Quay, “Barges,” para. 3", [], id="a short note"),
        pytest.param("(Mole & O’Quay, 2024, para. 3 [1])", [], id="a note with a year"),
        pytest.param("Vgl. [1], Abs. 3", [], id="numbers alone"),
        pytest.param("[1]\tSmith, Ada. “Barges go down.”", ["Smith"], id="another family"),
        pytest.param("[1]\tMole, Eve. “Barges go down.”", ["Eve"], id="another given name"),
        pytest.param("[1]\tSmith, J. (2024, April 8). Barges go down.", ["Smith"], id="so without marks"),
        pytest.param("Smith, “Barges,” para. 3", ["Smith"], id="so in a note"),
        pytest.param("(Smith, 2024, para. 3 [1])", ["Smith"], id="so with a year"),
    ],
)  # fmt: skip
def test_names_before_a_title_are_the_authors(words: str, foreign: list[str]) -> None:
    assert foreign_names(words, PORT) == foreign


def test_of_a_source_without_an_author_no_name_is_foreign() -> None:
    assert foreign_names("[1]\tSmith, Ada. “Barges go down.”", replace(PORT, authors=())) == []


@pytest.mark.parametrize(
    ("entry", "foreign"),
    [
        ("https://gazette.test/barges?id=7.", False),
        ("https://gazette.test/bar- ges?id=7", False),
        ("https://gazette.test/barges?id=8", True),
        ("Harbour Gazette", False),
    ],
)
def test_an_entry_has_its_source_s_address_or_none(entry: str, *, foreign: bool) -> None:
    assert foreign_address(entry, PORT) is foreign


@pytest.mark.parametrize(
    ("entry", "digest"),
    [
        ("SHA-256 a1a1a1a1a1a1a1a1…", None),
        ("SHA-256 b1a1a1a1a1a1a1a1…", "b1a1a1a1a1a1a1a1"),
        ("SHA-256 b1a1a1a1a1a1…, then SHA-256 a1a1a1a1a1a1…", None),
        ("0123456789abcdef.txt", None),
    ],
)
def test_an_entry_has_its_source_s_digest_or_none(entry: str, digest: str | None) -> None:
    assert foreign_digest(entry, PORT) == digest


def test_a_day_is_missed_where_most_entries_have_theirs() -> None:
    entries = [("8 April 2024", PORT), ("8. Apr. 2024", PORT), ("of April", PORT)]

    assert list(undated(entries)) == [2]
    assert list(undated(entries[1:])) == []
    assert list(undated([*entries[:2], ("n.d.", replace(PORT, published=None))])) == []


@pytest.mark.parametrize(
    "words",
    [
        "8 April 2024", "April 8, 2024", "Apr. 8, 2024", "8. Apr. 2024", "8 avr. 2024", "2024, April 8",
        "2024, 8. April", "2024, 8 avril", "April 8th, 2024", "8th April 2024",
    ],
)  # fmt: skip
def test_days_are_read_as_citations_have_them(words: str) -> None:
    assert days_in(f"(Mole, {words}).") == ["2024-04-08"]


def test_figures_beside_a_month_are_no_day() -> None:
    assert days_in("March 15, 300 barges; 2024, page 8, Aprilton 4") == []
