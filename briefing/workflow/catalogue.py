"""The templates at hand, those the program brings and a person's own; the themes are at `starters`."""

import re
from pathlib import Path

from msgspec.structs import replace

from briefing.compose import Template, parse_look, parse_template
from briefing.errors import OutputError, RecipeError, UnknownNameError
from briefing.resources import templates
from briefing.workflow.outputs import write_whole
from briefing.workflow.prepared import prepared
from briefing.workflow.starters import STARTERS, find_themes, read_text, starter_themes

__all__ = [
    "STARTERS", "all_templates", "copy_template", "find_template", "find_themes", "read_text",
    "starter_themes", "template_names",
]  # fmt: skip

_INCLUDED = re.compile(r'\{%[-+]?\s*include\s+"([^"]+)"')


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
        raise RecipeError(
            "the folder holds no template.toml",
            where=folder,
            remedy="Make one with `briefing templates copy`.",
        )
    raise UnknownNameError("template", name, template_names())


def template_names() -> tuple[str, ...]:
    """Names of the templates the program brings."""
    return tuple(sorted(file.parent.name for file in templates().glob("*/template.toml")))


def all_templates() -> tuple[Template, ...]:
    """The templates the program brings."""
    return tuple(map(find_template, template_names()))


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


def copy_template(name: str, folder: Path) -> tuple[Path, ...]:
    """Copy a template with sections, what they include, and look into a new `folder`; returns the files.

    Raises:
        OutputError: if the folder exists or cannot be made.
    """
    template = find_template(name)
    own = templates() / name if name in template_names() else Path(name)
    try:
        folder.mkdir()
    except OSError as error:
        raise OutputError(
            f"the folder cannot be made: {error.strerror}", where=folder, remedy="Name a new one."
        ) from None
    made: dict[str, bytes] = {}
    waiting = [f"{section}.jinja" for section in template.sections]
    while waiting:
        section = waiting.pop(0)
        made[section] = template.files[section].encode()
        waiting += set(_INCLUDED.findall(template.files[section])) - made.keys()
    made |= {file.name: file.read_bytes() for file in sorted(own.iterdir()) if file.is_file()}
    for file, data in made.items():
        write_whole(folder / file, data)
    return tuple(folder / file for file in made)
