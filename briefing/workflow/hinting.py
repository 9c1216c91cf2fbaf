"""What to do about a search that finds nothing: a word that was meant, and what the filters hide."""

from msgspec import Struct

from briefing.errors import UnknownNameError
from briefing.library import Library
from briefing.library.query import FILTERS, parse_query
from briefing.text.spelling import nearest, tolerance

_MARKS = "\"“”'’*.,;:()"


class Hint(Struct, frozen=True):
    """`instead` is what was typed with the words that were likely meant, empty where there are none.

    `meant` are these words. `everywhere` counts the excerpts with the words, whatever the filters.
    """

    typed: str
    instead: str = ""
    meant: tuple[str, ...] = ()
    everywhere: int = 0


def hint(library: Library, themes: tuple[str, ...], typed: str) -> Hint:
    """Look for the words of `typed` that no excerpt has, and for words spelt nearly like them.

    The last word may not have been typed to its end yet.
    """
    parts, meant = respelt(library, typed, growing=True)
    words = list(filter(_bare, parts))
    instead = " ".join(parts) if meant else ""
    everywhere = len(library.excerpts(themes, " ".join(words), unfinished=True)) if words else 0
    return Hint(typed, instead, meant, everywhere)


def check_filters(library: Library, typed: str) -> None:
    """Refuse a filter by a theme that there is not: it would find nothing, and not say why.

    Raises:
        UnknownNameError: with the nearest there is.
    """
    known = library.theme_ids()
    for name in parse_query(typed).themes:
        if name not in known:
            raise UnknownNameError("theme", name, known)


def respelt(
    library: Library, typed: str, *, growing: bool = False
) -> tuple[list[str], tuple[str, ...]]:
    """The parts of the query `typed` with the words that were likely meant, and these words.

    The last word is held to be a beginning of one if it is `growing`.
    """
    parts, meant = typed.split(), []
    for at, part in enumerate(parts):
        bare = _bare(part)
        word = bare.casefold()
        name, colon, value = part.partition(":")
        if colon and name.isalpha() and name not in FILTERS:
            near = nearest(name, ((filter_, 0) for filter_ in FILTERS))
            if near:
                meant.append(f"{near}:")
                parts[at] = f"{near}:{value}"
        elif colon and name == "theme":
            near = nearest(value.strip(_MARKS), ((theme, 0) for theme in library.theme_ids()))
            if near and near not in value:
                meant.append(near)
                parts[at] = f"{name}:{near}"
        elif word and not library.occurs(word, growing=growing and at == len(parts) - 1):
            other = nearest(word, library.vocabulary(len(word), tolerance(word)))
            if other:
                meant.append(other)
                parts[at] = part.replace(bare, other)
    return parts, tuple(meant)


def _bare(part: str) -> str:
    """The word of a part of a query, empty where it narrows the search by something else."""
    bare = part.strip(_MARKS)
    return "" if ":" in bare or part.startswith("-") else bare
