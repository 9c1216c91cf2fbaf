"""What the window exports, the command line makes again, to the byte."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.theme_files import parse_theme
from briefing.library import Access
from briefing.model.source import Field
from briefing.model.theme import Exclusion, Match, Theme
from briefing.resources import seeds
from briefing.workflow.briefings import Begun, briefings, duplicate, next_edition, start
from briefing.workflow.commanding import write_command
from briefing.workflow.handing import hand_over
from briefing.workflow.importing import import_paths
from briefing.workflow.locating import locate
from briefing.workflow.session import Session
from briefing.workflow.shelves import open_shelf
from briefing.workflow.toml_text import theme_text

OWN = Theme("ships", "Ships", "Which ships?", (Match(any=("coast guard", "destroyer")),))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_shelf(tmp_path / "library.db", Access.MAKE) as library:
        list(import_paths(library, [seeds("articles")]))
        opened = Session(library, "Weekly")
        for theme in ("china", "industry"):
            cards = opened.best(theme, 3)
            opened.include([(card.passage, theme) for card in cards])
        yield opened


def test_the_command_gives_the_same_bytes(session: Session, tmp_path: Path) -> None:
    session.move(session.desk().included[2], -2)
    session.park(session.desk().included[1])
    item = session.desk().included[0]
    session.trim(item, item.passage.start, item.passage.end - len(item.text.split()[-1]) - 1)
    session.write("key-points", ['Ours, with “quotes”, "these" and a \\ too.'])
    session.set("marking", "TLP:AMBER", "Marking")
    session.set("no_source_list", True, "No source list")
    session.set("language", "de", "Language: Deutsch")
    session.set_theme(OWN)
    session.place([session.desk().included[0].whole], "ships")
    targets = [tmp_path / "out" / "brief.pdf", tmp_path / "out" / "brief.docx"]
    targets[0].parent.mkdir()
    draft = session.draft()

    command = write_command(draft, targets, None, session.library.path)
    hand_over(draft, targets)
    ours = [target.read_bytes() for target in targets]
    for target in targets:
        target.unlink()
    subprocess.run(
        [sys.executable, "-m", *shlex.split(command.line)], check=True, capture_output=True
    )

    assert command.exact
    assert not draft.brief.source_list
    assert command.lacking == ()
    assert [target.read_bytes() for target in targets] == ours


def test_the_command_names_files_where_they_were_located(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    shutil.copytree(seeds("articles"), old)
    with open_shelf(tmp_path / "library.db", Access.MAKE) as library:
        list(import_paths(library, [old]))
        session = Session(library, "Weekly")
        session.include([(card.passage, "china") for card in session.best("china", 3)])
        source = session.desk().included[0].passage.source
        before = Path(library.kept([source])[source].path)
        old.rename(new)
        locate(library, source, new / before.name)
        session.renew()

        command = write_command(session.draft(), [tmp_path / "a.pdf"], None, library.path)

    assert command.lacking == ()
    assert command.exact


def test_what_a_recipe_cannot_say_is_said(session: Session, tmp_path: Path) -> None:
    source = session.desk().included[0].passage.source
    session.correct(source, Field.PUBLISHER, "Another Courier")

    command = write_command(session.draft(), [tmp_path / "a.pdf"], None, session.library.path)

    assert not command.exact
    assert "1 sources bear corrections of yours" in command.lacking[0]


phrases = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(
        str.strip
    ),
    min_size=1, max_size=3,
).map(tuple)  # fmt: skip


@given(phrases, phrases, phrases.filter(lambda found: len(found) > 1), st.integers(1, 50))
def test_a_theme_written_is_the_theme_read(
    any_: tuple[str, ...], barred: tuple[str, ...], near: tuple[str, ...], within: int
) -> None:
    theme = Theme(
        "own", "Own", "Which?", (Match(any=any_, weight=2.5), Match(near=near, within=within)),
        (Exclusion(any=barred),), within / 10,
    )  # fmt: skip

    assert parse_theme(theme_text(theme), "own.toml") == theme


def test_several_briefings_lie_in_one_library(session: Session, tmp_path: Path) -> None:
    handed = hand_over(session.draft(), [tmp_path / "a.pdf"])
    session.issue(handed.edition)
    copy = duplicate(session)
    fresh = start(session.library, "Weekly", session.desk().settings)

    shown = {item.name: item for item in briefings(session.library)}

    assert shown["Weekly"].issue == 1
    assert copy.desk().included == session.desk().included
    assert copy.series == "Weekly (copy)"
    assert fresh.name == "Weekly (2)"
    assert fresh.desk().included == ()
    assert len(shown) == 3


def test_the_next_edition_keeps_the_order_and_undo_brings_the_rest(session: Session) -> None:
    session.write("key-points", ["Last week."])
    session.park(session.desk().included[0])
    before = session.desk()

    begun = next_edition(session)
    after = session.desk()
    again = next_edition(session)
    session.undo()

    assert begun == Begun(1, cleared=True)
    assert again == Begun(1, cleared=False)  # nothing was left that could go
    assert after.included == before.included
    assert (after.notes, after.parked) == ((), ())
    assert session.desk().notes == before.notes
    assert session.desk().parked == before.parked
