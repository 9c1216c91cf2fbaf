"""Themes as files: to be given to others, and to the command line."""

from pathlib import Path

from briefing.model.theme import Theme
from briefing.workflow.catalogue import find_themes
from briefing.workflow.outputs import write_whole
from briefing.workflow.toml_text import theme_text


def save_theme(theme: Theme, target: Path) -> Path:
    """Write `theme` to `target`, and give that back.

    Raises:
        OutputError: if it cannot be written.
    """
    write_whole(target, theme_text(theme).encode())
    return target


def open_theme(file: Path) -> Theme:
    """The theme in `file`.

    Raises:
        UnknownNameError: if there is no such file, or its name does not end in `.toml`.
        RecipeError: if it has faults.
    """
    (theme,) = find_themes([str(file)])
    return theme
