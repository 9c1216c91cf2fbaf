"""The catalogues of the languages say all that the code says, in the same form."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests.house.code import PACKAGE, ROOT, imports, read_modules
from tools.make_languages import (
    KINDS,
    LANGUAGES,
    PRINT,
    SPEAK,
    compiled,
    printed,
    read,
    sentences,
    untranslated,
    updated,
)

CATALOGUES = sorted(LANGUAGES.glob("*/LC_MESSAGES/*.po"))
_KEPT = re.compile(r"\{[^}]*\}|%\(\w+\)s|</?[a-z][^>]*>|\n|\t|…$|: $")
_NUMBERS = frozenset({"{n}", "%(n)s"})
"""A number may be spelt out where it is one."""
_WORDS = _NUMBERS | {
    f"{{{word}}}"
    for word in "1 None none is are origin origins repeat repeats source sources".split()
}
"""In a template, words in braces are no fields."""
_KNOWN = {f"{PACKAGE}.words.{how}" for how in ("say", "say_many", "mark", "mark_many")}
each = pytest.mark.parametrize(
    "file", CATALOGUES, ids=lambda file: f"{file.parent.parent.name} {file.stem}"
)


@each
def test_a_catalogue_holds_the_sentences_of_the_code_and_no_others(file: Path) -> None:
    there = {message.id for message in read(file)}
    assert there == {message.id for message in updated(file, KINDS[file.stem]())}


@each
def test_every_sentence_is_translated(file: Path) -> None:
    assert untranslated(read(file)) == []


@each
def test_what_is_read_is_what_was_translated(file: Path) -> None:
    assert file.with_suffix(".mo").read_bytes() == compiled(read(file))


@each
def test_fields_tags_and_keys_are_those_of_the_sentence(file: Path) -> None:
    may_go = _WORDS if file.stem == "document" else _NUMBERS
    changed = [
        (english, text)
        for message in read(file)
        for english, text in _pairs(message)
        if _form(english, may_go) != _form(text, may_go)
    ]
    assert changed == []


def _pairs(message: Message) -> list[tuple[str, str]]:
    if not message.id:
        return []
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    # A language may have more forms than English, or one; all are made after its many.
    return [(message.id[1], one) for one in message.string or ()]


def _form(text: str, may_go: frozenset[str]) -> tuple[list[str], int]:
    """What a translation keeps."""
    kept = [sign for sign in _KEPT.findall(text) if sign not in may_go]
    return sorted(kept), len(re.findall(r"&(?=\w)", text))


def test_sentences_within_other_text_are_found() -> None:
    found = {message.id for message in sentences()}
    assert {"reprint", "single source", ("{n} agrees", "{n} agree")} <= found


def test_sentences_of_templates_and_of_references_are_found() -> None:
    found = {message.id for message in printed()}
    assert {
        "Key points",
        "n.d.",
        ("%(n)s independent origin", "%(n)s independent origins"),
        "{day} {month} {year}",
    } <= found


def test_sentences_are_said_only_where_the_catalogues_are_made_from() -> None:
    read_for_them = {file for folder in (*SPEAK, *PRINT) for file in (ROOT / PACKAGE).glob(folder)}
    saying = [module for module in read_modules() if _KNOWN & set(imports(module))]

    assert [one.name for one in saying if one.path not in read_for_them] == []
    assert len(saying) > 50


def test_no_sentence_is_glued_or_chosen_where_it_is_said() -> None:
    """The catalogues are made from what stands in the code as it is."""
    said = [
        (module.name, node, node.func.id)
        for module in read_modules()
        if (known := _KNOWN & set(imports(module)))
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and f"{PACKAGE}.words.{node.func.id}" in known
    ]
    glued = [
        f"{name}:{node.lineno}"
        for name, node, how in said
        for part in node.args[:2]
        if isinstance(part, ast.JoinedStr | ast.BinOp | ast.IfExp)
        or (how.startswith("mark") and not isinstance(part, ast.Constant))
    ]
    assert glued == []
    assert len(said) > 1000
