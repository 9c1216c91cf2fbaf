"""A copy of a briefing: what it uses and nothing else, and it opens like any library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.errors import OutputError, UsageError
from briefing.library import Access, open_library
from briefing.model.source import Field
from briefing.resources import seeds
from briefing.workflow.handing import hand_over
from briefing.workflow.importing import import_paths
from briefing.workflow.mending import check_library
from briefing.workflow.portable import save_portable, used_sources
from briefing.workflow.session import Session
from briefing.workflow.shelves import settle


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A briefing of two excerpts, of a library with another briefing."""
    with open_library(tmp_path / "library.db", Access.MAKE) as library:
        for _ in import_paths(library, sorted(seeds("articles").iterdir())[:6]):
            pass
        opened = Session(library, "Mine")
        first, second = opened.best("china", 2)
        opened.include([(first.passage, "china"), (second.passage, "china")])
        Session(library, "Another").include([(opened.best("industry", 1)[0].passage, "industry")])
        yield opened


def test_a_copy_holds_the_briefing_with_its_sources_alone(session: Session, tmp_path: Path) -> None:
    item = session.desk().included[0]
    session.trim(item, item.whole.start, item.whole.end - 5)
    session.correct(item.whole.source, Field.PUBLISHER, "Moss Courier")
    (china,) = (theme for theme in session.themes if theme.id == "china")
    session.set_theme(replace(china, id="china-own", title="Mine"))
    session.write("key-points", ["My view."])
    handed = hand_over(session.draft(), [tmp_path / "brief.pdf"])
    session.issue(handed.edition)

    target = save_portable(session, tmp_path / "copy.db")

    assert check_library(target) == ()
    with open_library(target) as library:
        settle(library, session.themes)
        copy = Session(library, "Mine")
        assert set(library.desks()) == {"Mine"}
        assert set(library.ids()) == set(used_sources(session))
        assert replace(copy.desk(), undo=None) == replace(session.desk(), undo=None)
        assert "china-own" in [theme.id for theme in copy.themes]
        assert [one.issue for one in copy.editions()] == [1]
        again = hand_over(copy.draft(), [tmp_path / "again.pdf"])
    assert again.targets[0].stat().st_size > 0


def test_a_file_that_is_there_stays(session: Session, tmp_path: Path) -> None:
    (tmp_path / "there.db").write_text("mine")

    with pytest.raises(UsageError, match="there is a file of that name"):
        save_portable(session, tmp_path / "there.db")
    assert (tmp_path / "there.db").read_text() == "mine"


def test_a_place_that_cannot_be_written_is_told(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "no folder" / "copy.db"

    with pytest.raises(OutputError, match="the copy cannot be written"):
        save_portable(session, target)
    assert not target.exists()
