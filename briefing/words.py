"""What the program says, in the language of the person who sits before it, after GNU gettext.

Sentences stand in the code in English, within `say`, `say_many` or `mark`; their translations lie in
`assets/languages`, one catalogue a language, made up to date by `tools/make_languages.py`. Only the
window and the command line translate, when they show something: what is stored or printed in a
briefing is the same on every machine.
"""

import os
from collections.abc import Iterable
from typing import Protocol

from briefing.resources import asset

ENGLISH = "en"


class Catalogue(Protocol):
    """Translations, as `gettext.NullTranslations` gives them."""

    def gettext(self, message: str, /) -> str:
        """A sentence in its language."""

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        """A sentence in the form that goes with a number."""


class _Speech:
    """In which words the program speaks."""

    language: str = ENGLISH
    catalogue: Catalogue | None = None
    thousands: str = ","


def say(sentence: str, **values: object) -> str:
    """A sentence in the person's language, its `{fields}` filled; whole numbers are grouped."""
    catalogue = _Speech.catalogue
    # A catalogue holds what it says of itself under no words.
    return _filled(catalogue.gettext(sentence) if catalogue and sentence else sentence, values)


def say_many(one: str, many: str, n: int, **values: object) -> str:
    """The sentence that goes with `n` things, in the person's language; `{n}` is the number."""
    catalogue = _Speech.catalogue
    if catalogue:
        return _filled(catalogue.ngettext(one, many, n), {"n": n, **values})
    return _filled(one if n == 1 else many, {"n": n, **values})


def mark(sentence: str) -> str:
    """Name a sentence for the catalogues where it is kept, to be said later."""
    return sentence


def mark_many(one: str, many: str) -> tuple[str, str]:
    """Name the forms of a sentence for one thing and for many, to be said later."""
    return one, many


def translates() -> bool:
    """Whether another language than English is spoken."""
    return _Speech.catalogue is not None


def number(value: int) -> str:
    """A whole number with its thousands set apart as the person's language has it."""
    return f"{value:,}".replace(",", _Speech.thousands)


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
        folder = asset("languages") / code / "LC_MESSAGES"
        if code.isalpha() and (file := folder / "briefing.mo").is_file():
            from gettext import GNUTranslations  # noqa: PLC0415  (most speak English, and start sooner)

            with file.open("rb") as stream:
                use(GNUTranslations(stream), code)
            return
    use(None)


def spoken() -> str:
    """The code of the language that is spoken."""
    return _Speech.language


def use(catalogue: Catalogue | None, language: str = ENGLISH) -> None:
    """Speak by a catalogue, or English."""
    _Speech.catalogue, _Speech.language = catalogue, language
    # Translators write the number a thousand as their readers do.
    _Speech.thousands = say("1,000")[1:-3]


def _filled(words: str, values: dict[str, object]) -> str:
    if not values:
        return words
    shown = {name: number(value) if type(value) is int else value for name, value in values.items()}
    return words.format(**shown)
