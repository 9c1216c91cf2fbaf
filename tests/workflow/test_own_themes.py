"""Themes of the person's own: each is kept by itself, and goes where it is used no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.library import Access
from briefing.model.theme import Match, Theme
from briefing.resources import seeds
from briefing.workflow.importing import import_paths
from briefing.workflow.own_themes import new_id, remove_theme
from briefing.workflow.session import Session
from briefing.workflow.shelves import open_shelf

OURS = Theme("ships", "Ships", "", (Match(any=("ship",)),))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_shelf(tmp_path / "library.db", Access.MAKE) as library:
        list(import_paths(library, [seeds("articles")]))
        yield Session(library, "Weekly")


@pytest.mark.parametrize(
    ("title", "taken", "wanted"),
    [
        pytest.param("State visits", (), "state-visits", id="words"),
        pytest.param("Küste & Hafen", (), "kuste-hafen", id="accents"),
        pytest.param("中国", (), "theme", id="letters no id may hold"),
        pytest.param("日本", ("theme",), "theme-2", id="more of them"),
        pytest.param("China", ("china", "china-2"), "china-3", id="named as a starter"),
        pytest.param("China own", (), "china-own-2", id="named as a copy of a starter"),
    ],
)
def test_a_new_theme_takes_the_place_of_no_other(
    title: str, taken: tuple[str, ...], wanted: str
) -> None:
    assert new_id(title, taken) == wanted


def test_a_theme_goes_and_comes_back(session: Session) -> None:
    session.set_theme(OURS)
    session.renew()

    remove_theme(session, "ships")
    session.renew()
    assert "ships" not in [theme.id for theme in session.themes]
    assert session.desk().settings.themes == (
        "command-structure",
        "china",
        "north-korea",
        "industry",
    )
    session.undo()
    session.renew()

    assert OURS in session.themes


def test_a_theme_that_is_used_stays(session: Session) -> None:
    session.set_theme(OURS)
    session.renew()
    other = Session(session.library, "Other")
    other.include([(session.best("china", 1)[0].passage, "ships")])

    with pytest.raises(UsageError, match="briefing “Other” stand under “Ships”"):
        remove_theme(session, "ships")
    with pytest.raises(UsageError, match="no theme of your own"):
        remove_theme(session, "china")
    assert OURS in session.themes
