"""Words from right to left, as a line of a PDF file gives them, in the order in which they are read.

A reader of PDF files finds the letters of such a word in order, but takes words as they stand from the
left where most of the line runs that way. So their places decide: what is read later stands further
left (Unicode Standard Annex 9, rule L2). It also turns brackets beside them round (rule L4).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

TURNED = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
"""Letters and marks that read from the right."""
_OPENING = dict(zip("([{)]}", "([{([{", strict=True))
_CLOSING = dict(zip("([{)]}", ")]})]}", strict=True))
_SPACE, _SIGN, _LEFT, _RIGHT = range(4)

Piece = tuple[str, float]
"""Characters, and where they begin on the line."""
_Word = tuple[int, list[int]]
"""What it is, and the numbers of its pieces."""


def split(text: str) -> Iterator[tuple[int, str]]:
    """`text` in spaces, signs and words: where each begins, and its characters."""
    at = 0
    for _, group in groupby(text, _sort):
        part = "".join(group)
        yield at, part
        at += len(part)


def reading_order(pieces: Sequence[Piece]) -> list[tuple[int, str]]:
    """The pieces of a line, made by `split`, as they are read: the number and characters of each."""
    words: list[_Word] = [
        (kind, list(numbers))
        for kind, numbers in groupby(range(len(pieces)), lambda at: _kind(pieces[at][0]))
    ]
    for first, last in reversed(_stretches([kind for kind, _ in words])):
        words[first:last] = _from_right(words[first:last], pieces)
    order = _between(words, pieces)
    return list(zip(order, _faced([pieces[at][0] for at in order]), strict=True))


def _sort(character: str) -> int:
    if character.isspace():
        return _SPACE
    return _LEFT if unicodedata.category(character)[0] in "LMNC" else _SIGN


def _kind(text: str) -> int:
    return _RIGHT if TURNED.match(text) else _sort(text[0])


def _stretches(kinds: Sequence[int]) -> list[tuple[int, int]]:
    """Words from right to left with nothing but signs between them: from where to where."""
    found: list[tuple[int, int]] = []
    for at, kind in enumerate(kinds):
        if kind == _RIGHT and found and _LEFT not in kinds[found[-1][1] : at]:
            found[-1] = (found[-1][0], at + 1)
        elif kind == _RIGHT:
            found.append((at, at + 1))
    return found


def _from_right(words: Sequence[_Word], pieces: Sequence[Piece]) -> list[_Word]:
    """`words` by their places from the right; neighbours without a space between them keep none."""
    shown = [word for word in words if word[0] != _SPACE]
    spaces = [word for word in words if word[0] == _SPACE]
    close = {
        frozenset((one[1][0], other[1][0]))
        for one, other in pairwise(words)
        if _SPACE not in (one[0], other[0])
    }
    shown.sort(key=lambda word: -min([pieces[at][1] for at in word[1]]))
    ordered = shown[:1]
    for one, other in pairwise(shown):
        if spaces and frozenset((one[1][0], other[1][0])) not in close:
            ordered.append(spaces.pop())
        ordered.append(other)
    return ordered


def _between(words: Sequence[_Word], pieces: Sequence[Piece]) -> list[int]:
    """All pieces; what lies between words of which one is from the right follows their places."""
    order: list[int] = []
    loose: list[int] = []
    last: _Word | None = None
    for word in words:
        if word[0] in (_SPACE, _SIGN):
            loose += word[1]
            continue
        if last and _RIGHT in (last[0], word[0]):
            left = pieces[last[1][0]][1] > pieces[word[1][0]][1]
            loose.sort(key=lambda at: pieces[at][1], reverse=left)
        order += [*loose, *word[1]]
        loose, last = [], word
    return [*order, *loose]


def _faced(texts: Sequence[str]) -> list[str]:
    """`texts` with brackets next to letters from right to left as spaces beside them say."""
    whole = "".join(texts)
    if not any(sign in whole for sign in _OPENING):
        return list(texts)
    signs = list(whole)
    for at, sign in enumerate(signs):
        before, behind = whole[at - 1 : at] or " ", whole[at + 1 : at + 2] or " "
        opens, closes = before.isspace(), behind.isspace()
        if sign in _OPENING and opens != closes and TURNED.match(before + behind, int(opens)):
            signs[at] = (_OPENING if opens else _CLOSING)[sign]
    turned = "".join(signs)
    ends = [0]
    for text in texts:
        ends.append(ends[-1] + len(text))
    return [turned[start:end] for start, end in pairwise(ends)]
