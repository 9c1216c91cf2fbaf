"""The themes, templates and word lists at hand: those the program brings and a person's own."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from briefing.analysis.theme_files import parse_theme
from briefing.compose import Template, parse_look, parse_template
from briefing.errors import OutputError, RecipeError, UnknownNameError
from briefing.model.theme import Theme
from briefing.resources import seeds, templates
from briefing.workflow.outputs import write_whole
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


def find_template(name: str, base: Path | None = None) -> Template:
    """The template called `name`, or the one in the folder `name`.

    Raises:
        UnknownNameError: if there is none of that name.
        RecipeError: if its files have faults.
    """
    own = templates() / name
    if name in template_names():
        return _template_folder(own, name)
    folder = (base or Path()) / name
    if (folder / "template.toml").is_file():
        return _template_folder(folder, folder.resolve().name)
    if folder.is_dir():
        raise RecipeError("the folder holds no template.toml", where=folder)
    raise UnknownNameError("template", name, template_names())


def template_names() -> tuple[str, ...]:
    """Names of the templates the program brings."""
    return tuple(sorted(file.parent.name for file in templates().glob("*/template.toml")))


def all_templates() -> tuple[Template, ...]:
    """The templates the program brings."""
    return tuple(map(find_template, template_names()))


def _find_theme(name: str, base: Path | None) -> Theme:
    if name in STARTERS:
        return _theme_file(seeds("themes") / f"{name}.toml")
    file = (base or Path()) / name
    if name.endswith(".toml") and file.is_file():
        return _theme_file(file)
    raise UnknownNameError("theme", name, STARTERS)


def _theme_file(file: Path) -> Theme:
    return prepared(Theme, parse_theme, read_text(file), file.name)


def _template_folder(folder: Path, name: str) -> Template:
    shared = {file.name: file for file in (templates() / "sections").glob("*.jinja")}
    own = {file.name: file for file in folder.glob("*.jinja")}
    files = {key: read_text(file) for key, file in sorted((shared | own).items())}
    text = read_text(folder / "template.toml")
    where = f"{name}/template.toml"
    template = prepared(Template, parse_template, text, files, where, name)
    own_look = folder / "look.toml"
    if not own_look.is_file():
        return template

    def beside(file: str) -> bytes | None:
        path = folder / file
        return path.read_bytes() if path.is_file() else None

    return replace(template, look=parse_look(read_text(own_look), f"{name}/look.toml", beside))


def read_text(file: Path) -> str:
    """The UTF-8 text of a file that a person wrote.

    Raises:
        RecipeError: if it cannot be opened or is not UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise RecipeError("the file is not UTF-8 text", where=file) from None
    except OSError as error:
        raise RecipeError(f"the file cannot be opened: {error.strerror}", where=file) from None


def copy_template(name: str, folder: Path) -> tuple[Path, ...]:
    """Copy a template and the sections it uses into a new `folder`; returns the files made.

    Raises:
        OutputError: if the folder exists or cannot be made.
    """
    template = find_template(name)
    try:
        folder.mkdir()
    except OSError as error:
        raise OutputError(
            f"the folder cannot be made: {error.strerror}", where=folder, remedy="Name a new one."
        ) from None
    made = {"template.toml": read_text(templates() / name / "template.toml")}
    made |= {
        f"{section}.jinja": template.files[f"{section}.jinja"] for section in template.sections
    }
    for file, text in made.items():
        write_whole(folder / file, text.encode())
    return tuple(folder / file for file in made)
