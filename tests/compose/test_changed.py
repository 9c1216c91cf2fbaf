"""Displayed quotations say whether they are new or changed since the edition before."""

import pytest
from msgspec.structs import replace

from briefing.compose.changed import alike, marked
from briefing.model.changes import ChangeSort, EditionChange
from briefing.model.document import Paragraph, Quotation, Quoted, Text
from briefing.model.library import Said
from briefing.model.passage import Excerpt, Passage
from briefing.words import Speech

ENGLISH = Speech()

WORDS = "Dredging began in May."
QUOTED = Quoted(Excerpt(Passage("s", 4, 4 + len(WORDS)), WORDS))
QUOTATION = Quotation((Text("… "), QUOTED), (Text("Gazette"),))


def change(sort: ChangeSort, source: str = "s", start: int = 4, text: str = WORDS) -> EditionChange:
    return EditionChange(sort, Said(1, "", source, "a.txt", start, start + len(text), "", text))


def lead_after(*changes: EditionChange, quotation: Quotation = QUOTATION) -> tuple[str, bool]:
    (block,) = marked([quotation], changes, ENGLISH)
    assert isinstance(block, Quotation)
    assert block.inlines == quotation.inlines
    return "".join(part.text for part in block.lead if isinstance(part, Text)), block.changed


@pytest.mark.parametrize(
    ("found", "word"),
    [
        pytest.param(change(ChangeSort.NEW), "NEW", id="new"),
        pytest.param(change(ChangeSort.CONTRADICTED), "CHANGED", id="contradicted"),
        pytest.param(change(ChangeSort.CORROBORATED), "CHANGED", id="corroborated"),
        pytest.param(change(ChangeSort.CORRECTED, "old", 9), "CHANGED", id="corrected"),
    ],
)
def test_what_changed_says_so(found: EditionChange, word: str) -> None:
    assert lead_after(found) == (f"{word} · Gazette", True)


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(change(ChangeSort.MOVED), id="moved"),
        pytest.param(change(ChangeSort.GONE), id="gone"),
        pytest.param(change(ChangeSort.NEW, "other"), id="of another source"),
        pytest.param(change(ChangeSort.NEW, start=90), id="at another place"),
        pytest.param(change(ChangeSort.CORRECTED, "old", 4, "In June."), id="other words"),
        pytest.param(change(ChangeSort.CORRECTED), id="of the source as it is"),
    ],
)
def test_what_did_not_change_says_nothing(found: EditionChange) -> None:
    assert lead_after(found) == ("Gazette", False)


def test_without_a_lead_the_word_stands_alone() -> None:
    bare = Quotation((QUOTED,))

    assert lead_after(change(ChangeSort.NEW), quotation=bare) == ("NEW", True)


def test_only_displayed_quotations_are_marked() -> None:
    beside = Paragraph((QUOTED,))

    assert list(marked([beside], [change(ChangeSort.NEW)], ENGLISH)) == [beside]


def on(sort: ChangeSort, source: str, theme: str = "ports", detail: str = "") -> EditionChange:
    return EditionChange(
        sort, Said(1, theme, source, "a.txt", 4, 26, "", WORDS, label=f"The {source}"), detail
    )


def test_what_became_of_the_excerpts_of_a_theme_is_one_line() -> None:
    changes = [on(ChangeSort.NEW, source) for source in ("one", "two", "one")]

    others = on(ChangeSort.NEW, "one", ""), on(ChangeSort.GONE, "one", "yards")
    found = alike([*changes, *others], {"ports": "Ports"}, ENGLISH)

    assert found == {
        ("New", "Ports", None, None): {("one", "The one"): 2, ("two", "The two"): 1},
        ("New", None, None, None): {("one", "The one"): 1},
        ("Gone", "yards", None, None): {("one", "The one"): 1},
    }


def test_what_is_newly_contradicted_is_told_with_its_words() -> None:
    first, second = on(ChangeSort.CONTRADICTED, "one"), on(ChangeSort.CONTRADICTED, "two")

    found = alike([first, second], {"ports": "Ports"}, ENGLISH)

    assert [words and (words.passage.source, words.exact) for *_, words in found] == [
        ("one", WORDS),
        ("two", WORDS),
    ]


@pytest.mark.parametrize(
    ("was", "detail", "told"),
    [("", "from 6 to 1", None), ("yards", "from yards to ports", "from yards to ports")],
)
def test_of_what_moved_the_theme_is_told_and_not_the_number(
    was: str, detail: str, told: str | None
) -> None:
    moved = replace(on(ChangeSort.MOVED, "one", detail=detail), was=was)
    ((_, _, found, _),) = alike([moved], {}, ENGLISH)

    assert found == told
