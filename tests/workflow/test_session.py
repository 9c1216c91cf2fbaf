"""The open briefing: every act is on the disk at once, and can be undone."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library import Access
from briefing.model.brief import Pin
from briefing.model.desk import Desk
from briefing.model.passage import Passage
from briefing.model.theme import Match, Theme
from briefing.workflow.arranging import keys_with
from briefing.workflow.draft import LivePage, whole
from briefing.workflow.handing import hand_over
from briefing.workflow.importing import import_paths
from briefing.workflow.session import Session
from briefing.workflow.shelves import open_shelf
from briefing.workflow.shown import place_key

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = """Ships in the strait

{paragraphs}
"""
PARAGRAPHS = "\n\n".join(
    f"China has sent {count} ships to the strait, the harbour office of Moss said on Monday."
    for count in ("two", "nine", "forty", "sixty")
)
LATE = "China has called its coast guard home from the strait, a pilot of Horten told reporters."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article, and room for a library."""
    (tmp_path / "strait.txt").write_text(ARTICLE.format(paragraphs=PARAGRAPHS), encoding="utf-8")
    return tmp_path


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    with open_shelf(folder / "library.db", Access.MAKE) as library:
        opened = Session(library, "Strait")
        assert [told.outcome for told in import_paths(library, [folder / "strait.txt"])] == ["new"]
        yield opened


def _include(session: Session, count: int) -> None:
    cards = session.best("china", count)
    session.include([(card.passage, "china") for card in cards])


def test_nothing_is_called_new_before_there_is_an_edition_to_compare_with(
    session: Session, folder: Path
) -> None:
    assert {card.new for card in session.best("china", 9)} == {False}
    assert _new(session) == 0
    assert len(session.excerpts("is:new")) == 0
    _include(session, 1)
    handed = hand_over(session.draft(), [folder / "note.docx"], None)
    session.issue(handed.edition)
    late = folder / "late.txt"
    late.write_text(f"Late news\n\n{LATE}\n", encoding="utf-8")
    assert [told.outcome for told in import_paths(session.library, [late])] == ["new"]

    cards = session.best("china", 9)

    assert {card.text for card in cards if card.new} == {LATE}
    assert {card.new for card in cards} == {True, False}
    assert _new(session) == 1
    assert {card.text for card in session.cards(session.excerpts("is:new"))} == {LATE}


def _new(session: Session) -> int:
    return next(f.count for f in session.facets() if (f.sort, f.value) == ("is", "new"))


def test_what_is_included_is_printed_in_that_order(session: Session) -> None:
    _include(session, 3)
    session.move(session.desk().included[2], -2)

    desk = session.desk()
    document = whole(session.draft()).document

    assert [item.text in str(document) for item in desk.included] == [True] * 3
    printed = [str(document).index(item.text) for item in desk.included]
    assert printed == sorted(printed)


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda s: s.leave_out([s.desk().included[0].passage]), id="leave out"),
        pytest.param(lambda s: s.move(s.desk().included[0], 1), id="move"),
        pytest.param(lambda s: s.park(s.desk().included[1]), id="park"),
        pytest.param(lambda s: s.place([s.desk().included[0].whole], "industry"), id="place"),
        pytest.param(lambda s: s.dismiss([s.desk().included[0].passage]), id="dismiss"),
        pytest.param(lambda s: s.write("china", ["Ours."]), id="own text"),
        pytest.param(lambda s: s.set("marking", "TLP:RED", "Marking"), id="setting"),
    ],
)
def test_undo_leads_back_and_redo_forth(session: Session, act: Callable[[Session], None]) -> None:
    _include(session, 2)
    before = session.desk()

    act(session)
    after = session.desk()
    session.undo()
    back = session.desk()
    session.redo()

    assert _content(after) != _content(before)
    assert _content(back) == _content(before)
    assert _content(session.desk()) == _content(after)


def _content(desk: Desk) -> tuple[object, ...]:
    return desk.settings, desk.included, desk.parked, desk.dismissed, desk.notes


def test_excerpts_are_put_before_another_and_take_their_trims_along(session: Session) -> None:
    cards = [card.passage for card in session.best("china", 4)]
    session.include([(place, "china") for place in cards[:3]])
    item = session.desk().included[0]
    session.trim(item, item.passage.start, item.passage.end - 1)
    session.park(session.desk().included[2])

    session.place(cards[3:], "china", cards[1])
    assert session.desk().undo == "Include 1 excerpt under China"
    session.place([cards[2], cards[0]], "industry")
    session.place([cards[3]], "industry", cards[0])

    desk = session.desk()
    assert [(item.whole, item.theme) for item in desk.included] == [
        (cards[1], "china"), (cards[2], "industry"), (cards[3], "industry"), (cards[0], "industry"),
    ]  # fmt: skip
    assert desk.trimmed() == {cards[0]}
    assert desk.parked == ()
    assert desk.undo == "Move quotation 1 to Industry"


@given(st.data())
def test_what_is_placed_stands_where_it_was_put_and_nothing_else_moves(data: st.DataObject) -> None:
    places = [Passage("a" * 64, number, number + 1) for number in range(6)]
    inside = data.draw(st.lists(st.sampled_from(places), unique=True))
    moved = data.draw(st.lists(st.sampled_from(places), unique=True, min_size=1))
    before = data.draw(st.sampled_from([*inside, None]))
    pins = [Pin(place, "china") for place in inside]

    keys = keys_with(pins, "china", moved, before)

    kept = [place_key(place, "china") for place in inside if place not in moved]
    put = [place_key(place, "china") for place in moved]
    assert [key for key in keys if key in kept] == kept
    at = keys.index(put[0])
    assert keys[at : at + len(put)] == put
    ahead = inside[: inside.index(before)] if before else inside
    assert at == len([place for place in ahead if place not in moved])


def test_adding_is_undone_by_putting_the_sources_away(session: Session, folder: Path) -> None:
    before = session.counts()
    late = folder / "late.txt"
    late.write_text(f"Late news\n\n{LATE}\n", encoding="utf-8")
    (told,) = import_paths(session.library, [late])

    session.note_added(told.sources)
    assert session.desk().undo == "Add 1 source"
    assert LATE in {card.text for card in session.best("china", 9)}
    session.undo()

    assert LATE not in {card.text for card in session.best("china", 9)}
    after = session.counts()
    assert (after["sources"], after["removed"]) == (before["sources"], before["removed"] + 1)
    session.redo()
    assert LATE in {card.text for card in session.best("china", 9)}


def test_what_is_dismissed_is_folded_away_and_can_be_brought_back(session: Session) -> None:
    every = list(session.excerpts())
    gone = session.cards(every[1:2])[0]

    session.dismiss([gone.passage])

    assert list(session.excerpts()) == [one for one in every if one != gone.number]
    assert list(session.excerpts("is:dismissed")) == [gone.number]
    assert list(session.excerpts("is:dismissed zzqqy")) == []
    assert session.facets("is:dismissed") == session.facets("")
    session.dismiss([gone.passage], on=False)
    assert list(session.excerpts()) == every
    assert list(session.excerpts("is:dismissed")) == []


def test_what_is_dismissed_is_not_printed_until_that_is_undone(session: Session) -> None:
    _include(session, 2)
    before = session.desk().included
    gone = before[0]

    session.dismiss([gone.whole])

    assert session.desk().included == before[1:]
    session.undo()
    assert session.desk().included == before


def test_parked_is_kept_and_not_printed(session: Session) -> None:
    _include(session, 2)
    gone = session.desk().included[0]

    session.park(gone)

    assert session.desk().parked == (gone,)
    assert gone.passage not in [pin.passage for pin in session.draft().brief.pins]


def test_the_history_leads_to_any_step(session: Session) -> None:
    _include(session, 1)
    first = session.history()[0].number
    session.write("china", ["One."])
    session.write("china", ["Two."])

    session.go_to(first)
    assert session.desk().notes == ()
    session.go_to(max(step.number for step in session.history()))

    assert [note.text for note in session.desk().notes] == ["Two."]


def test_export_writes_proven_files(session: Session, folder: Path) -> None:
    _include(session, 2)

    handed = hand_over(session.draft(), [folder / "brief.pdf", folder / "brief.docx"])
    edition = session.issue(handed.edition)

    assert [target.read_bytes()[:2] for target in handed.targets] == [b"%P", b"PK"]
    assert edition.issue == 1
    assert [said.text for said in edition.excerpts[:2]] == [
        item.text for item in session.desk().included
    ]
    assert session.editions() == (edition,)


def test_the_live_page_is_what_export_writes(session: Session, folder: Path) -> None:
    page = LivePage()
    for count in (1, 2, 3):
        _include(session, count)
        draft = session.draft()
        live = page.write(page.quick(draft).document)

    hand_over(draft, [folder / "brief.pdf"])

    assert _pictures(live.data) == _pictures((folder / "brief.pdf").read_bytes())


def _pictures(file: bytes) -> list[bytes]:
    """The pages of a PDF file as they look, dot by dot."""
    with closing(pypdfium2.PdfDocument(file)) as opened:
        return [bytes(page.render(scale=2).buffer) for page in opened]


def test_the_page_shows_a_new_source_before_its_evidence(session: Session, folder: Path) -> None:
    other = folder / "other.txt"
    other.write_text(ARTICLE.format(paragraphs=PARAGRAPHS.replace("Moss", "Fenn")), "utf-8")
    list(import_paths(session.library, [other]))
    page = LivePage()
    cards = session.best("china", 8)
    one, two = (next(card for card in cards if card.passage.source == source)
                for source in dict.fromkeys(card.passage.source for card in cards))  # fmt: skip
    session.include([(one.passage, "china")])
    first = page.quick(session.draft())
    session.include([(two.passage, "china")])

    quick, full = page.quick(session.draft()), page.whole(session.draft())

    assert [first.whole, quick.whole, full.whole] == [True, False, True]
    assert two.text in str(quick.document)


def test_a_trimmed_quotation_prints_what_is_left_of_it(session: Session) -> None:
    _include(session, 1)
    item = session.desk().included[0]

    session.trim(item, item.passage.start + 6, item.passage.end)
    (trimmed,) = session.desk().included
    session.undo()

    assert trimmed.text == item.text[6:]
    assert trimmed.whole == item.passage
    assert session.desk().included == (item,)


def test_a_theme_of_ones_own_is_kept_and_undone(session: Session) -> None:
    own = Theme("ships", "Ships", "", (Match(any=("ships",)),))

    session.set_theme(own)
    assert session.desk()
    assert session.themes[-1] == own
    session.undo()
    session.desk()

    assert own not in session.themes


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no kill -9")
def test_an_act_outlives_a_killed_program(folder: Path) -> None:
    script = f"""
import os, signal
from pathlib import Path
from briefing.library import Access
from briefing.workflow.importing import import_paths
from briefing.workflow.session import Session
from briefing.workflow.shelves import open_shelf
from briefing.workflow.shown import place_key
library = open_shelf(Path({str(folder / "library.db")!r}), Access.MAKE)
session = Session(library, "Strait")
list(import_paths(library, [Path({str(folder / "strait.txt")!r})]))
session.include([(session.best("china", 1)[0].passage, "china")])
os.kill(os.getpid(), signal.SIGKILL)
"""
    died = subprocess.run(
        [sys.executable, "-c", script], check=False, cwd=ROOT, env={**os.environ, "PYTHONPATH": ""}
    )

    with open_shelf(folder / "library.db") as library:
        desk = Session(library, "Strait").desk()
    assert died.returncode == -signal.SIGKILL
    assert len(desk.included) == 1
    assert desk.undo == "Include 1 excerpt"


def test_what_is_counted_is_what_is_listed_while_a_filter_is_typed(session: Session) -> None:
    for typed in ("after:2024-04-1", "is:disp"):
        listed = {card.passage.source for card in session.cards(session.listed(typed).numbers)}
        themes = [facet.count for facet in session.facets(typed) if facet.sort == "theme"]

        assert bool(listed) == any(themes)
