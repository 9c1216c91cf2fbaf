"""Notes and references say what is known and leave out what is not."""

from datetime import date

import pytest

from briefing.compose.citations import Numbered, check_style, entry, note, unknown_fields
from briefing.errors import UnknownNameError
from briefing.model.plain import plain_text
from briefing.model.source import Source
from briefing.words import Speech
from tests.sources import make_source

ENGLISH = Speech()

LOCK = make_source(
    "One.", "Two.",
    title="The lock that “never” opens: a long story of repairs",
    authors=("Ada Moss", "Per Lund"),
    publisher="Harbour Gazette",
    published=date(2024, 4, 2),
    url="https://example.org/lock",
)  # fmt: skip
BARE = make_source("One.", title=None, publisher=None, published=None)


@pytest.mark.parametrize(
    ("source", "first", "expected"),
    [
        pytest.param(
            LOCK, True,
            "Ada Moss and Per Lund, “The lock that ‘never’ opens: a long story of repairs,” "
            "Harbour Gazette, April 2, 2024, para.\N{NO-BREAK SPACE}2 [3].",
            id="in full",
        ),
        pytest.param(
            LOCK, False, "Moss and Lund, “lock that ‘never’ opens,” para.\N{NO-BREAK SPACE}2 [3].",
            id="short",
        ),
        pytest.param(
            BARE, True, "untitled document (aaaa.txt), n.d., para.\N{NO-BREAK SPACE}1 [3].",
            id="nothing known",
        ),
        pytest.param(
            make_source("One.", authors=("A", "B", "C", "D"), publisher=None), True,
            "A et al., “Port to reopen,” April 12, 2024, para.\N{NO-BREAK SPACE}1 [3].",
            id="four authors, no publisher",
        ),
        pytest.param(
            make_source("One.", title="Who pays?"), True,
            "“Who pays?” Harbour Gazette, April 12, 2024, para.\N{NO-BREAK SPACE}1 [3].",
            id="title that asks",
        ),
        pytest.param(
            make_source("One.", title='"It begins": how „harbours“ begin'), True,
            "“‘It begins’: how ‚harbours‘ begin,” Harbour Gazette, April 12, 2024, "
            "para.\N{NO-BREAK SPACE}1 [3].",
            id="marks of other kinds inside the title",
        ),
        pytest.param(
            make_source("One.", title="Port tells a thousand ships ‘how to wait for days’"), False,
            "Harbour Gazette, “Port tells a thousand ships,” para.\N{NO-BREAK SPACE}1 [3].",
            id="short, before a quotation that would not close",
        ),
        pytest.param(
            make_source("One.", title="Port tells ships ‘how to wait for days’"), False,
            "Harbour Gazette, “Port tells ships,” para.\N{NO-BREAK SPACE}1 [3].",
            id="short, within a quotation",
        ),
    ],
)  # fmt: skip
def test_note(source: Source, first: bool, expected: str) -> None:
    offset = source.segments[-1].start

    assert (
        plain_text(note(Numbered(3, source), offset, "chicago-notes", ENGLISH, first=first))
        == expected
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            LOCK,
            "Moss, Ada, and Per Lund. “The lock that ‘never’ opens: a long story of repairs.” "
            "Harbour Gazette, April 2, 2024. https://example.org/lock.",
            id="all known",
        ),
        pytest.param(BARE, "Untitled document (aaaa.txt). n.d.", id="nothing known"),
        pytest.param(
            make_source("One.", authors=("Prof. Dr. Ada Moss", "Dr. Lund")),
            "Moss, Ada, and Dr. Lund. “Port to reopen.” Harbour Gazette, April 12, 2024.",
            id="academic titles",
        ),
    ],
)
def test_entry(source: Source, expected: str) -> None:
    assert plain_text(entry(source, ENGLISH)) == expected


def test_unknown_is_said() -> None:
    assert unknown_fields(BARE, ENGLISH) == ("title", "author", "publisher", "date", "link")


def test_an_unknown_style_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="chicago") as told:
        check_style("chicago")

    assert "chicago-notes" in str(told.value)
