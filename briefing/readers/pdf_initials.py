"""Capitals as high as several lines, with which chapters begin: each is the first letter of a word.

PDFium hands one out beside whichever line stands on its level. The word that it begins stands in the
uppermost line beside it.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from briefing.readers.pdf_layout import Piece

LARGER = 1.6
"""Times as large as the letters beside it such a capital is at the least."""
_INITIAL = re.compile(r"[\"“„«‘]?[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ALONE = frozenset("AIOEYÀÓÉ")
"""Capitals that are words by themselves in some language."""
_GAP = 1.5
_REACH = 0.6
"""Of the size of the letters beside it: how far from it they may begin, and how far above it."""
_FEWEST = 2
"""Lines beside it."""


def is_initial(characters: Sequence[str], size: float, other: float) -> bool:
    """Whether a run of `characters` of `size` is such a capital, beside letters of the size `other`."""
    words = "".join(characters).strip()
    return size >= LARGER * other and words[-1:].isupper() and _INITIAL.fullmatch(words) is not None


def with_initials(pages: Sequence[Sequence[Piece]]) -> list[tuple[Piece, ...]]:
    """The pieces of `pages` with each such capital at its word; the lines beside it begin where it does."""
    return [
        _on_page(pieces, pages) if any(map(_may_be, pieces)) else tuple(pieces) for pieces in pages
    ]


def _may_be(piece: Piece) -> bool:
    return piece.words[-1:].isupper() and _INITIAL.fullmatch(piece.words) is not None


def _on_page(pieces: Sequence[Piece], pages: Sequence[Sequence[Piece]]) -> tuple[Piece, ...]:
    found = list(pieces)
    for initial in filter(_may_be, pieces):
        beside = [at for at, piece in enumerate(found) if _is_beside(piece, initial)]
        if len({round(found[at].bottom) for at in beside}) < _FEWEST:
            continue
        first = max(beside, key=lambda at: found[at].top)
        for at in beside:
            words = found[at].words
            if at == first:
                words = _joined(initial.words, words, pages)
            found[at] = replace(found[at], words=words, left=initial.left)
        found.remove(initial)
    return tuple(found)


def _is_beside(piece: Piece, initial: Piece) -> bool:
    if not piece.words or initial.size < LARGER * piece.size:
        return False
    middle = (piece.bottom + piece.top) / 2
    gap = piece.left - initial.right
    return (
        -_REACH * piece.size <= gap <= _GAP * piece.size
        and initial.bottom - _REACH * piece.size <= middle <= initial.top + _REACH * piece.size
    )


def _joined(initial: str, words: str, pages: Sequence[Sequence[Piece]]) -> str:
    """`initial` before `words`: by itself where it can be a word and the file has what follows as one."""
    found = _WORD.match(words)
    if initial[-1] not in _ALONE or found is None:
        return f"{initial}{words}"
    known = {
        word.lower() for page in pages for piece in page for word in _WORD.findall(piece.words)[1:]
    }
    rest = found.group().lower()
    alone = f"{initial[-1].lower()}{rest}" not in known and rest in known
    return f"{initial} {words}" if alone else f"{initial}{words}"
