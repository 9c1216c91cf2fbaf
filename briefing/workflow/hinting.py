"""What to do about a search that finds nothing: a word that was meant, and what the filters hide."""

from msgspec import Struct

from briefing.library import Library
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
    """Look for the words of `typed` that no excerpt has, and for words spelt nearly like them."""
    parts, meant, words = typed.split(), [], []
    for at, part in enumerate(parts):
        bare = part.strip(_MARKS)
        if ":" in part.strip(_MARKS) or part.startswith("-") or not bare:
            continue
        word = bare.casefold()
        if not library.occurs(word, growing=at == len(parts) - 1):
            other = nearest(word, library.vocabulary(len(word), tolerance(word)))
            if other:
                meant.append(other)
                parts[at] = part.replace(bare, other)
        words.append(parts[at])
    instead = " ".join(parts) if meant else ""
    everywhere = len(library.excerpts(themes, " ".join(words), unfinished=True)) if words else 0
    return Hint(typed, instead, tuple(meant), everywhere)
