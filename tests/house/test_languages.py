"""The catalogues of the languages say all that the code says, in the same form."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests.house.code import PACKAGE, imports, read_modules
from tools.make_languages import LANGUAGES, compiled, read, sentences, untranslated, updated

CATALOGUES = sorted(LANGUAGES.glob("*/LC_MESSAGES/briefing.po"))
_KEPT = re.compile(r"\{[^}]*\}|</?[a-z][^>]*>|\n|\t|…$|: $")
_KNOWN = {f"{PACKAGE}.words.{how}" for how in ("say", "say_many", "mark", "mark_many")}
each = pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parent.parent.name)


@each
def test_a_catalogue_holds_the_sentences_of_the_code_and_no_others(file: Path) -> None:
    there = {message.id for message in read(file)}
    assert there == {message.id for message in updated(file, sentences())}


@each
def test_every_sentence_is_translated(file: Path) -> None:
    assert untranslated(read(file)) == []


@each
def test_what_is_read_is_what_was_translated(file: Path) -> None:
    assert file.with_suffix(".mo").read_bytes() == compiled(read(file))


@each
def test_fields_tags_and_keys_are_those_of_the_sentence(file: Path) -> None:
    changed = [
        (english, text)
        for message in read(file)
        for english, text in _pairs(message)
        if _form(english) != _form(text)
    ]
    assert changed == []


def _pairs(message: Message) -> list[tuple[str, str]]:
    if not message.id:
        return []
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    # A language may have more forms than English, or one; all are made after its many.
    return [(message.id[1], one) for one in message.string or ()]


def _form(text: str) -> tuple[list[str], int]:
    """What a translation keeps; a number may be spelt out where it is one."""
    kept = [sign for sign in _KEPT.findall(text) if sign != "{n}"]
    return sorted(kept), len(re.findall(r"&(?=\w)", text))


def test_sentences_within_other_text_are_found() -> None:
    found = {message.id for message in sentences()}
    assert {"reprint", "single source", ("{n} agrees", "{n} agree")} <= found


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
