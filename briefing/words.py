"""What the program says, in the language of the person who sits before it, after GNU gettext.

Sentences stand in the code in English, within `say`, `say_many` or `mark`; their translations lie in
`assets/languages`, one catalogue a language, made up to date by `tools/make_languages.py`. The window
and the command line translate when they show something; a document has the language that its order
names (`briefing.tongue`). What is stored or printed is the same on every machine.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Protocol

from briefing.resources import asset

if TYPE_CHECKING:
    from gettext import GNUTranslations

ENGLISH = "en"


class Catalogue(Protocol):
    """Translations, as `gettext.NullTranslations` gives them."""

    def gettext(self, message: str, /) -> str:
        """A sentence in its language."""

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        """A sentence in the form that goes with a number."""


def mark(sentence: str) -> str:
    """Name a sentence for the catalogues where it is kept, to be said later."""
    return sentence


def mark_many(one: str, many: str) -> tuple[str, str]:
    """Name the forms of a sentence for one thing and for many, to be said later."""
    return one, many


class Speech:
    """A language with its catalogue, in which sentences are said; English needs none."""

    def __init__(self, language: str = ENGLISH, catalogue: Catalogue | None = None) -> None:
        self.language, self.catalogue = language, catalogue
        # Translators write the number a thousand as their readers do.
        self._thousands = self.say(mark("1,000"))[1:-3]

    def say(self, sentence: str, **values: object) -> str:
        """A sentence in this language, its `{fields}` filled; whole numbers are grouped."""
        catalogue = self.catalogue
        # A catalogue holds what it says of itself under no words.
        words = catalogue.gettext(sentence) if catalogue and sentence else sentence
        return self._filled(words, values) if values else words

    def say_many(self, one: str, many: str, n: int, **values: object) -> str:
        """The sentence that goes with `n` things, in this language; `{n}` is the number."""
        english = one if n == 1 else many
        words = self.catalogue.ngettext(one, many, n) if self.catalogue else english
        return self._filled(words, {"n": n, **values})

    def number(self, value: int) -> str:
        """A whole number with its thousands set apart as this language has it."""
        return f"{value:,}".replace(",", self._thousands)

    def _filled(self, words: str, values: dict[str, object]) -> str:
        shown = {
            name: self.number(value) if type(value) is int else value
            for name, value in values.items()
        }
        return words.format(**shown)


class _Person:
    """In which language the program speaks to the person before it."""

    speech = Speech()


_ASIDE: ContextVar[Speech | None] = ContextVar("_ASIDE", default=None)


def speech() -> Speech:
    """The language that is spoken: the person's, or for a while another."""
    return _ASIDE.get() or _Person.speech


@contextmanager
def speaking(other: Speech) -> Iterator[None]:
    """Speak another language meanwhile, in this thread alone."""
    token = _ASIDE.set(other)
    try:
        yield
    finally:
        _ASIDE.reset(token)


def say(sentence: str, **values: object) -> str:
    """A sentence in the person's language, its `{fields}` filled; whole numbers are grouped."""
    return speech().say(sentence, **values)


def say_many(one: str, many: str, n: int, **values: object) -> str:
    """The sentence that goes with `n` things, in the person's language; `{n}` is the number."""
    return speech().say_many(one, many, n, **values)


def translates() -> bool:
    """Whether another language than English is spoken."""
    return speech().catalogue is not None


def number(value: int) -> str:
    """A whole number with its thousands set apart as the person's language has it."""
    return speech().number(value)


def languages() -> tuple[str, ...]:
    """The languages the program speaks, English first, by their codes after ISO 639."""
    folder = asset("languages")
    found = sorted(one.parent.parent.name for one in folder.glob("*/LC_MESSAGES/briefing.mo"))
    return (ENGLISH, *found)


def of_environment() -> list[str]:
    """The languages a person wants, best first, by the variables gettext looks at."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value.split(":")
    return []


def speak(wanted: Iterable[str]) -> None:
    """Speak the first of the `wanted` languages that there is, else English.

    A language is written as in `LANG` or BCP 47: `de_AT.UTF-8` and `de-AT` are both German.
    """
    for one in wanted:
        code = one.replace("-", "_").split(".")[0].split("_")[0].lower()
        if code in (ENGLISH, "c", "posix"):
            break
        if code.isalpha() and (found := catalogue(code, "briefing")):
            use(found, code)
            return
    use(None)


def catalogue(code: str, name: str) -> "GNUTranslations | None":
    """The catalogue `name` of a language, if there is one."""
    file = asset("languages") / code / "LC_MESSAGES" / f"{name}.mo"
    if not file.is_file():
        return None
    from gettext import GNUTranslations  # noqa: PLC0415  (most speak English, and start sooner)

    with file.open("rb") as stream:
        return GNUTranslations(stream)


def spoken() -> str:
    """The code of the language that is spoken."""
    return speech().language


def use(catalogue: Catalogue | None, language: str = ENGLISH) -> None:
    """Speak by a catalogue, or English."""
    _Person.speech = Speech(language, catalogue)
