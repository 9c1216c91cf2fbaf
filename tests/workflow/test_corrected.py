"""A correction tells how the words that stood there read now."""

import pytest
from msgspec.structs import replace

from briefing.model.changes import ChangeSort, EditionChange
from briefing.model.library import Said
from briefing.model.source import Amending, Amendment
from briefing.workflow.corrected import told_with_words
from tests.sources import make_source

OLD = "The yard will lay the keels of 14 frigates in March, the ministry said."
NEW = OLD.replace("14", "12").replace("March", "May")
AROUND = "The yard stands at the mouth of the river.", "Its cranes are older than its ships."
SOURCE = make_source(f"{AROUND[0]} {NEW} {AROUND[1]}")
CORRECTED = EditionChange(
    ChangeSort.CORRECTED, Said(1, "", "old", "a.txt", 5, 5 + len(OLD), "", OLD), "", SOURCE.id,
    stands=False,
)  # fmt: skip


def new(words: str) -> EditionChange:
    start = SOURCE.text.index(words)
    return EditionChange(
        ChangeSort.NEW, Said(1, "", SOURCE.id, "a.txt", start, start + len(words), "", words)
    )


def test_the_sentence_in_the_place_of_the_one_quoted_is_found_whole() -> None:
    (change,) = told_with_words([CORRECTED], [SOURCE])

    assert change.now is not None
    assert change.now.exact == NEW
    assert change.now.passage.source == SOURCE.id


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(replace(CORRECTED, stands=True), id="they still stand"),
        pytest.param(replace(CORRECTED, stands=None), id="not known whether they stand"),
        pytest.param(replace(CORRECTED, successor="another"), id="its successor is not at hand"),
        pytest.param(
            replace(CORRECTED, said=replace(CORRECTED.said, text="Nobody at the port knew of it.")),
            id="nothing like them stands there",
        ),
        pytest.param(new(NEW), id="no correction"),
    ],
)
def test_of_anything_else_nothing_is_added(change: EditionChange) -> None:
    assert told_with_words([change], [SOURCE]) == (change,)


@pytest.mark.parametrize("stands", [True, False])
def test_what_its_publisher_withdrew_is_told_as_that_and_first(stands: bool) -> None:
    note = Amendment(0, 4, Amending.RETRACTION)
    change = replace(CORRECTED, stands=stands, detail="more")

    told = told_with_words([new(AROUND[1]), change], [replace(SOURCE, amendments=(note,))])

    assert [(one.sort, one.detail) for one in told] == [
        (ChangeSort.WITHDRAWN, ""),
        (ChangeSort.NEW, ""),
    ]


def test_a_sentence_that_says_much_more_is_not_held_to_be_the_corrected_one() -> None:
    source = make_source(
        "The minister opened the fair in the rain, thanked its forty guests who had come far through "
        "snow and mud, walked along every stall with the mayor of the town, tasted cheese and bread, "
        "bought a basket for his mother, and said of the bridge: good for people, terrible for trucks."
    )
    said = replace(CORRECTED.said, text="“Good for people, terrible for trucks,” he said of it.")

    (change,) = told_with_words([replace(CORRECTED, said=said)], [source])

    assert change.now is None


@pytest.mark.parametrize("before", ["It’s – at last – open", "It's -- at last -- open"])
def test_words_in_other_marks_still_stand_and_are_no_news(before: str) -> None:
    source = make_source('"It\'s - at last - open", she said.')
    said = Said(1, "", "old", "a.txt", 0, len(before), "", before)
    now = Said(1, "", source.id, "a.txt", 1, 21, "", "It's - at last - open")
    gone = EditionChange(ChangeSort.CORRECTED, said, "", source.id, stands=False)

    told = told_with_words([gone, EditionChange(ChangeSort.NEW, now)], [source])

    assert [(change.stands, change.now) for change in told] == [(True, None)]


def test_what_is_quoted_anew_in_that_place_is_no_news_beside_the_correction() -> None:
    other = new(AROUND[1])

    told = told_with_words([CORRECTED, new(NEW), other], [SOURCE])

    assert [change.sort for change in told] == [ChangeSort.CORRECTED, ChangeSort.NEW]
    assert told[1] == other
