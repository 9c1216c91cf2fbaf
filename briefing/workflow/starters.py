"""The themes at hand: those the program brings and a person's own. Imports no more than they need."""

from collections.abc import Sequence
from pathlib import Path

from briefing.analysis.theme_files import parse_theme
from briefing.errors import RecipeError, UnknownNameError
from briefing.model.theme import Theme
from briefing.resources import seeds
from briefing.workflow.prepared import prepared

STARTERS = ("command-structure", "china", "north-korea", "industry")
"""The starter themes, in the order in which they are printed."""


def starter_themes() -> tuple[Theme, ...]:
    """The themes the program brings."""
    return tuple(_theme_file(seeds("themes") / f"{name}.toml") for name in STARTERS)


def find_themes(wanted: Sequence[str], base: Path | None = None) -> tuple[Theme, ...]:
    """The themes `wanted`: ids of starter themes or paths of theme files; none means all starters.

    Paths are relative to `base` (the recipe's folder), else to the working folder.

    Raises:
        UnknownNameError: if there is no theme of an id; the nearest one is offered.
        RecipeError: if a theme file has faults.
    """
    if not wanted:
        return starter_themes()
    found = [_find_theme(name, base) for name in wanted]
    return tuple({theme.id: theme for theme in found}.values())


def _find_theme(name: str, base: Path | None) -> Theme:
    if name in STARTERS:
        return _theme_file(seeds("themes") / f"{name}.toml")
    file = (base or Path()) / name
    if name.endswith(".toml") and file.is_file():
        return _theme_file(file)
    raise UnknownNameError("theme", name, STARTERS)


def _theme_file(file: Path) -> Theme:
    return prepared(Theme, parse_theme, read_text(file), file.name)


def read_text(file: Path) -> str:
    """The UTF-8 text of a file that a person wrote.

    Raises:
        RecipeError: if it cannot be opened or is not UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise RecipeError(
            "the file is not UTF-8 text", where=file, remedy="Save it as UTF-8."
        ) from None
    except OSError as error:
        raise RecipeError(f"the file cannot be opened: {error.strerror}", where=file) from None
