"""A template: which sections a document has, in which order, and its defaults."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.look import Look
from briefing.text.lazy import Lazy
from briefing.text.tables import open_table

_DEFAULT_LIMIT = 6
_NAME = Lazy(r"[a-z_]+")


class Template(Struct, frozen=True):
    """A template.

    `files` gives the text of each section file by name, `code` what `compile_files` made of those
    that are used: it goes with this Python alone. `limit` counts excerpts a theme, `longest`
    the words an excerpt may have, `pages` the pages the document may have (`None`: any number),
    `look` the house's look.
    """

    id: str
    title: str
    description: str
    sections: tuple[str, ...]
    limit: int
    longest: int | None
    pages: int | None
    files: Mapping[str, str]
    code: bytes
    look: Look = Look()

    def names(self) -> frozenset[str]:
        """The words that stand in its sections, the names of values among them."""
        files = (self.files[f"{section}.jinja"] for section in self.sections)
        return frozenset(word for file in files for word in _NAME.findall(file))


def parse_template(text: str, files: Mapping[str, str], where: str, template_id: str) -> Template:
    """The template that `text` (its template.toml) describes; `files` are all section files.

    Raises:
        RecipeError: with every fault of the file at once, or with the first of a section file.
    """
    table = open_table(text, where)
    limit = table.integer("limit")
    template = Template(
        id=template_id,
        title=table.text("title", required=True) or "",
        description=table.text("description") or "",
        sections=table.texts("sections"),
        limit=_DEFAULT_LIMIT if limit is None else limit,
        longest=table.integer("longest"),
        pages=table.integer("pages"),
        files=files,
        code=b"",
    )
    for section in template.sections:
        if f"{section}.jinja" not in files:
            table.fault("sections", f"there is no section file “{section}.jinja”")
    if not template.sections:
        table.fault("sections", "a template needs a list of sections")
    table.close()
    table.faults.complain()
    from briefing.compose.compiling import compile_files  # late: most templates are compiled

    names = (f"{section}.jinja" for section in template.sections)
    return replace(template, code=compile_files(files, names))
