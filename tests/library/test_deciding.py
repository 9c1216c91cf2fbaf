"""What an analyst decides is kept, and every act can be undone and done again."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.library import Library
from briefing.model.brief import Drop, Note, Pin
from briefing.model.passage import Passage
from briefing.model.source import Field
from tests.libraries import article, keep, new_library, taken

MOSS = article("moss", "The port of Moss will reopen.")
PLACE = Passage(MOSS.id, 0, 10)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path) as made:
        keep(made, [taken("/a/moss.txt", MOSS)])
        yield made


def test_pins_drops_and_notes_come_back(library: Library) -> None:
    library.pin("weekly", Pin(PLACE, "harbour"))
    library.drop("weekly", Drop(PLACE))
    library.note("weekly", "key-points", ["It matters.", "Much."])

    assert library.pins("weekly") == (Pin(PLACE, "harbour"),)
    assert library.drops("weekly") == (Drop(PLACE),)
    assert library.notes("weekly") == (
        Note("key-points", "It matters."), Note("key-points", "Much."),
    )  # fmt: skip
    assert library.pins("monthly") == ()


def test_undo_and_redo_after_a_restart(library: Library, tmp_path: Path) -> None:
    library.pin("weekly", Pin(PLACE, "harbour"))
    library.close()

    with new_library(tmp_path) as again:
        undone = again.undo("weekly")
        assert undone is not None
        assert (undone.title, again.pins("weekly")) == ("Include 1 excerpt", ())
        again.redo("weekly")
        assert again.pins("weekly") == (Pin(PLACE, "harbour"),)
        assert again.undo("monthly") is None


def test_a_correction_shows_everywhere_and_goes_back(library: Library) -> None:
    library.correct("weekly", MOSS.id, Field.PUBLISHER, "Moss Times")

    (source,) = library.sources([MOSS.id])
    assert source.publisher == "Moss Times"
    assert source.evidence[Field.PUBLISHER].found_in == "corrected by the analyst"
    assert library.search("source:times").total == 1
    library.undo("weekly")
    assert library.sources([MOSS.id])[0].publisher == "Harbour Gazette"
    assert library.search("source:times").total == 0


def test_removed_sources_are_out_of_sight_and_come_back(library: Library) -> None:
    library.remove("weekly", [MOSS.id])

    assert library.search("port").total == 0
    assert library.search("port is:removed").total == 1
    library.undo("weekly")
    assert library.search("port").total == 1


def test_sources_are_ungraded_until_a_person_judges(library: Library) -> None:
    assert library.kept([MOSS.id])[MOSS.id].grade == "F6"

    library.grade("", MOSS.id, "B2")

    assert library.kept([MOSS.id])[MOSS.id].grade == "B2"


@pytest.mark.parametrize("grade", ["G1", "B7", "b2", "B", "B22"])
def test_no_other_grade_is_taken(library: Library, grade: str) -> None:
    with pytest.raises(UsageError):
        library.grade("", MOSS.id, grade)


@pytest.mark.parametrize(("origins", "taken"), [(1, "F6"), (2, "A1"), (3, "A1")])
def test_confirmed_is_what_two_origins_carry(library: Library, origins: int, taken: str) -> None:
    with suppress(UsageError):
        library.grade("", MOSS.id, "A1", origins)

    assert library.kept([MOSS.id])[MOSS.id].grade == taken


def test_a_new_act_ends_what_could_be_redone(library: Library) -> None:
    library.pin("weekly", Pin(PLACE, "harbour"))
    library.undo("weekly")
    library.drop("weekly", Drop(PLACE))

    assert library.redo("weekly") is None


def test_what_was_undone_can_be_redone_though_files_have_come_meanwhile(library: Library) -> None:
    library.pin("weekly", Pin(PLACE, "harbour"))
    library.drop("weekly", Drop(PLACE))
    library.undo("weekly")
    library.undo("weekly")

    library.note_added("weekly", [MOSS.id])

    assert [act.title for act in library.history("weekly") if not act.undone] == ["Add 1 source"]
    library.redo("weekly")
    library.redo("weekly")
    assert library.pins("weekly") == (Pin(PLACE, "harbour"),)
    assert library.drops("weekly") == (Drop(PLACE),)
    titles = [library.undo("weekly") for _ in range(3)]
    assert [act.title for act in titles if act] == [
        "Dismiss 1 excerpt", "Include 1 excerpt", "Add 1 source",
    ]  # fmt: skip


acts = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from(["pin", "note", "order"]), st.sampled_from("ab"),
            st.none() | st.booleans() | st.text(st.characters(exclude_categories=["Cs"])),
        ),
        min_size=1, max_size=3,
    ),
    max_size=6,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(acts)
def test_undoing_all_leads_back_and_redoing_all_leads_forth(
    steps: list[list[tuple[str, str, object]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, new_library(Path(folder)) as library:
        states = [library.decisions("desk")]
        for step in steps:
            done = library.decide("desk", "step", step)
            states += [library.decisions("desk")] if done else []

        for state in reversed(states[:-1]):
            library.undo("desk")
            assert library.decisions("desk") == state
        for state in states[1:]:
            library.redo("desk")
            assert library.decisions("desk") == state
