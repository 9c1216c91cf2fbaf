"""What a theme counts for moves its excerpts among those of others, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.library import Access
from briefing.resources import seeds
from briefing.workflow.importing import import_paths
from briefing.workflow.program import theme_version
from briefing.workflow.session import Session
from briefing.workflow.shelves import open_shelf


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_shelf(tmp_path / "library.db", Access.MAKE) as library:
        list(import_paths(library, [seeds("articles")]))
        yield Session(library, "Weekly")


def _firsts(session: Session, count: int) -> list[str]:
    return [card.themes[0] for card in session.cards(session.excerpts()[:count])]


def test_a_weighty_theme_comes_first_and_a_light_one_last(session: Session) -> None:
    before = list(session.excerpts())
    theme = next(one for one in session.themes if one.id == "china")
    own = len(session.best("china", 999))
    assert set(_firsts(session, own)) != {"china"}

    session.set_theme(replace(theme, weight=50.0))
    session.desk()
    heavy = list(session.excerpts())
    assert _firsts(session, own) == ["china"] * own
    scores = [card.score for card in session.cards(heavy[:own])]
    assert scores == sorted(scores, reverse=True)
    session.set_theme(replace(theme, weight=0.001))
    session.desk()
    light = list(session.excerpts())
    session.undo()
    session.undo()
    session.desk()

    assert sorted(heavy) == sorted(light) == sorted(before)
    assert light != heavy
    assert list(session.excerpts()) == before


def test_within_a_theme_nothing_moves_and_nothing_is_rated_anew(session: Session) -> None:
    theme = next(one for one in session.themes if one.id == "china")
    before = session.best("china", 50)

    session.set_theme(replace(theme, weight=0.5))

    assert [card.passage for card in session.best("china", 50)] == [card.passage for card in before]
    assert theme_version(replace(theme, weight=0.5)) == theme_version(theme)
