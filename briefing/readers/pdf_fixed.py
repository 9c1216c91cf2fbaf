"""Words that stand at one place of page after page: bars, buttons and watermarks, no text.

Browsers print what is fixed to the window on every page, at its edges or amid the article.
"""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from briefing.readers.pdf_layout import Piece
from briefing.readers.pdf_text import Sheet

_FEWEST = 3
"""Pages on which the same words stand at the same place before that means anything."""
_SHARE = 0.3
"""Of all pages, likewise."""


def without_fixed(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[tuple[Piece, ...]]]:
    """The pages without what is fixed on them, and that of each page."""
    times = Counter(key for sheet in sheets for key in {*map(_key, sheet.pieces)})
    least = max(_FEWEST, _SHARE * len(sheets))
    fixed = {
        key for key, count in times.items() if count >= least and any(map(str.isalnum, key[0]))
    }
    if not fixed:
        return list(sheets), [()] * len(sheets)
    kept = [
        replace(sheet, pieces=tuple(piece for piece in sheet.pieces if _key(piece) not in fixed))
        for sheet in sheets
    ]
    aside = [tuple(piece for piece in sheet.pieces if _key(piece) in fixed) for sheet in sheets]
    return kept, aside


def _key(piece: Piece) -> tuple[str, int, int, int]:
    """What makes two pieces the same: words, place and size."""
    return piece.words, round(piece.left), round(piece.bottom), round(piece.size)
