"""The catalogues of the languages say all that the code says, in the same form."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tools.make_languages import LANGUAGES, compiled, read, sentences, untranslated, updated

CATALOGUES = sorted(LANGUAGES.glob("*/LC_MESSAGES/briefing.po"))
_KEPT = re.compile(r"\{[^}]*\}|</?[a-z][^>]*>|\n|\t|…$|: $")
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
