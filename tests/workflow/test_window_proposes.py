"""The window proposes the same words for a theme, with the same weights, as the command line."""

from pathlib import Path

from briefing.library import Access, open_library
from briefing.model.theme import Match, Theme
from briefing.resources import seeds
from briefing.workflow.catalogue import starter_themes
from briefing.workflow.importing import import_paths
from briefing.workflow.proposing import suggest_terms
from briefing.workflow.theme_study import Ground, rules_of

NEW = Theme("steel", "Steel and its buyers", "", (Match(any=("no such words",)),))


def _library(folder: Path) -> Path:
    file = folder / "library.db"
    with open_library(file, Access.MAKE) as library:
        assert len(list(import_paths(library, [seeds("articles")]))) > 9
    return file


def test_window_and_command_line_propose_the_same(tmp_path: Path) -> None:
    library = _library(tmp_path)
    ground = Ground(library)
    for theme in (*starter_themes(), NEW):
        by_command = suggest_terms(theme, (), 20, library=library)
        assert ground.suggest(theme, [], 20) == by_command
        assert by_command
        weights = {term: rule.weight for rule in rules_of(by_command) for term in rule.any}
        assert weights == {item.term: item.weight for item in by_command}


def test_an_excerpt_of_the_theme_makes_its_paragraph_the_themes_own(tmp_path: Path) -> None:
    ground = Ground(_library(tmp_path))
    words = [line.text for line in ground.study(starter_themes()[3], None).gained]

    proposed = {item.term for item in ground.suggest(NEW, words, 20)}

    assert proposed
    assert proposed != {item.term for item in ground.suggest(NEW, [], 20)}


def test_what_is_gained_is_shown_where_it_is_found_with_its_day(tmp_path: Path) -> None:
    theme = Theme("tokyo", "Tokyo", "", (Match(any=("Tokyo",)),))

    gained = Ground(_library(tmp_path)).study(theme, None).gained

    assert all("tokyo" in line.text[:75].casefold() for line in gained)
    assert any(line.text.startswith("… ") for line in gained)
    assert any(line.published for line in gained)
