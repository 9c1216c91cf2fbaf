"""Brings the catalogues of `assets/languages` up to date with the sentences of code and templates.

Each language has two: `briefing` is what the program says to the person before it, `document` what a
document says of itself.

    python tools/make_languages.py          update every catalogue, and say what is untranslated
    python tools/make_languages.py fr       begin one

A translator edits the `.po` files of `LANGUAGE/LC_MESSAGES` and runs this again, which compiles them.
Fields in braces, tags and one `&` before the letter of a key stay as they are. In a sentence of the
templates fields are `%(n)s`; words in braces are words like others, and lose their braces.
"""

import ast
import datetime
import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment

from briefing.cli.showing import sentences_of

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ROOT / "assets" / "languages"
SPEAK = ("gui/**/*.py", "cli/**/*.py", "retold/*.py", "words.py")
"""What speaks to a person; all below is English wherever it runs."""
PRINT = ("compose/*.py", "writers/**/*.py", "workflow/spoken.py")
"""What prints documents."""
_SAYS = {"say": 1, "say_many": 2, "mark": 1, "mark_many": 2}
"""Their first arguments are sentences, so many."""
_ASIDE = "# For translators: "


def sentences() -> Catalog:
    """Every sentence of the code that is said to a person."""
    template = Catalog(charset="utf-8")
    for file in sorted((ROOT / "briefing" / "cli").glob("**/*.py")):
        for explained in _helped(file.read_text(encoding="utf-8")):
            template.add(explained)
    for file in sorted({file for folder in SPEAK for file in (ROOT / "briefing").glob(folder)}):
        for sentence, aside in _found(file.read_text(encoding="utf-8")):
            template.add(sentence, auto_comments=[aside] if aside else [])
    return template


def printed() -> Catalog:
    """Every sentence that a document says of itself."""
    template = Catalog(charset="utf-8")
    jinja = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    jinja.newstyle_gettext = True  # type: ignore[attr-defined]
    for file in sorted((ROOT / "templates").glob("**/*.jinja")):
        for _, _, message in jinja.extract_translations(file.read_text(encoding="utf-8")):  # type: ignore[attr-defined]
            # Beside the sentences stand gaps for what they are filled with.
            parts = (message,) if isinstance(message, str) else tuple(filter(None, message))
            template.add(parts[0] if len(parts) == 1 else parts)
    for file in sorted((ROOT / "seeds" / "themes").glob("*.toml")):
        theme = tomllib.loads(file.read_text(encoding="utf-8"))
        template.add(theme["title"])
        template.add(theme["question"])
    for file in sorted({file for sort in PRINT for file in (ROOT / "briefing").glob(sort)}):
        for sentence, aside in _found(file.read_text(encoding="utf-8")):
            template.add(sentence, auto_comments=[aside] if aside else [])
    return template


def _found(code: str) -> Iterator[tuple[str | tuple[str, ...], str]]:
    """The sentences of `code`, also within f-strings, each with what a line above says of it."""
    lines = code.splitlines()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            # A document's language is named where it is spoken: `tongue.say`.
            how = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            said = node.args[: _SAYS.get(how, 0)]
            words = tuple(str(part.value) for part in said if isinstance(part, ast.Constant))
            if words and len(words) == len(said):
                above = lines[node.lineno - 2].strip() if node.lineno > 1 else ""
                aside = above.removeprefix(_ASIDE) if above.startswith(_ASIDE) else ""
                yield words[0] if len(words) == 1 else words, aside


def _helped(code: str) -> Iterator[str]:
    """The sentences that explain commands and their options."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            told = (part.value for part in node.keywords if part.arg in ("help", "epilog"))
            for text in told:
                yield from sentences_of(ast.literal_eval(text))
        elif isinstance(node, ast.FunctionDef):
            made = " ".join(map(ast.unparse, node.decorator_list))
            if ".command" in made or ".group" in made:
                yield from sentences_of(ast.get_docstring(node) or "")


def read(file: Path) -> Catalog:
    """A catalogue as it is written."""
    with file.open("rb") as stream:
        return read_po(stream, locale=file.parent.parent.name)


def updated(file: Path, template: Catalog) -> Catalog:
    """The catalogue of `file` with the sentences of `template` and no others."""
    catalogue = read(file)
    begun = catalogue.creation_date
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.creation_date = begun
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """The text of a catalogue; the same for the same sentences."""
    stream = BytesIO()
    write_po(stream, catalogue, width=100, no_location=True, omit_header=False, sort_output=True)
    return stream.getvalue().rstrip() + b"\n"


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as gettext reads it."""
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """The sentences, in English, that lack a translation or one of its forms."""
    return [
        one.id if isinstance(one.id, str) else one.id[0]
        for one in catalogue
        if one.id and not (one.string and (isinstance(one.string, str) or all(one.string)))
    ]


KINDS = {"briefing": sentences, "document": printed}
"""The catalogues of a language by their names, and what they translate."""
_HEADERS = {
    "briefing": "# What Briefing says to the person before it. See tools/make_languages.py.",
    "document": "# What a document says of itself. See tools/make_languages.py.",
}


def _begun(language: str, kind: str) -> Catalog:
    now = datetime.datetime.now(tz=datetime.UTC)
    return Catalog(
        locale=language, project="Briefing", version="1", charset="utf-8", fuzzy=False,
        header_comment=_HEADERS[kind],
        msgid_bugs_address="", last_translator="", language_team="",
        creation_date=now, revision_date=now,
    )  # fmt: skip


def main() -> None:
    """Update what is there; begin those named."""
    for kind, found in KINDS.items():
        template = found()
        for language in sys.argv[1:]:
            file = LANGUAGES / language / "LC_MESSAGES" / f"{kind}.po"
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(written(_begun(language, kind)))
        for file in sorted(LANGUAGES.glob(f"*/LC_MESSAGES/{kind}.po")):
            catalogue = updated(file, template)
            file.write_bytes(written(catalogue))
            file.with_suffix(".mo").write_bytes(compiled(catalogue))
            name, lacking = file.parent.parent.name, untranslated(catalogue)
            print(f"{name} {kind}: {len(catalogue)} sentences, {len(lacking)} untranslated")


if __name__ == "__main__":
    main()
