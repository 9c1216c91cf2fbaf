"""The language of a document: the order names it, whatever the person before the program speaks.

What a document says of itself stands in the code and the templates in English; the translations are
the catalogues `document` in `assets/languages`. What the engine told in English, such as a gap, is
said again by the catalogue of the program, which stands behind them.
"""

from functools import cache

from briefing.errors import UsageError
from briefing.resources import asset
from briefing.words import ENGLISH, Speech, catalogue

_CATALOGUE = "document"


@cache
def document_languages() -> tuple[str, ...]:
    """The languages a document can have, English first, by their codes after ISO 639."""
    found = asset("languages").glob(f"*/LC_MESSAGES/{_CATALOGUE}.mo")
    return (ENGLISH, *sorted(one.parent.parent.name for one in found))


def check_language(code: str) -> None:
    """Refuse a language that no document can have.

    Raises:
        UsageError: with those there are.
    """
    if code != ENGLISH and code not in (known := document_languages()):
        raise UsageError(
            f"no document can be in the language “{code}”",
            remedy=f"Choose one of {', '.join(known)}.",
        )


@cache
def tongue(code: str) -> Speech:
    """The language of a document; English where there is no catalogue of that code."""
    if code == ENGLISH or not code.isalpha() or (own := catalogue(code, _CATALOGUE)) is None:
        return Speech(code)
    if behind := catalogue(code, "briefing"):
        own.add_fallback(behind)
    return Speech(code, own)
