"""Where a source comes nearest to printed words, and in which words the two differ."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.model.report import Change
from briefing.model.unspaced import RANGES, UNSPACED
from briefing.verify.folding import OPTIONAL

if TYPE_CHECKING:
    from difflib import SequenceMatcher

_SIGN = f"[{RANGES}]"
_LETTER = rf"[^\W_{RANGES}]"
_LETTERS = rf"{_LETTER}+(?:[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+{_LETTER}*)*"
_TOKEN = re.compile(rf"{_SIGN}|{_LETTERS}(?:['\xad-]{_LETTERS})*|[^\w\s]|_")
"""Of scripts that set no spaces between words each sign is one."""
_TOKEN_ASCII = re.compile("[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*|[^\\w\\s]|_")
_OF_A_SIGN = 0.5
"""What a sign of such a script counts in a run of words."""
_COMMON = 60
_PLACES = 3
"""How many places are looked at closely."""
_LIGHT = 0.3
"""What a short word weighs: it stands everywhere."""
_ENOUGH, _RUN = 0.5, 6
_FEW = 6
_ENOUGH_OF_FEW = 0.6


class Token(Struct, frozen=True):
    """A word or a sign, and where it stands."""

    text: str
    start: int
    end: int


class Near(Struct, frozen=True):
    """The nearest place in a folded text; `share` of the printed words stands there, 0 to 1."""

    start: int
    end: int
    share: float
    run: float
    changes: tuple[Change, ...]

    @property
    def is_like(self) -> bool:
        """Whether the printed words plainly come from this place."""
        return self.run >= _RUN or self.share >= _ENOUGH


def tokens(folded: str) -> tuple[Token, ...]:
    """The words and signs of a folded text."""
    rule = _TOKEN_ASCII if folded.isascii() else _TOKEN
    return tuple(Token(match[0], *match.span()) for match in rule.finditer(folded))


def nearest(printed: Sequence[Token], source: Sequence[Token]) -> Near | None:
    """The place of `source` that comes nearest to `printed`, if any comes near."""
    found = (_near(printed, source, region) for region in _regions(printed, source))
    return max(filter(None, found), key=lambda near: (near.is_like, near.share), default=None)


def _near(
    printed: Sequence[Token], source: Sequence[Token], region: tuple[int, int]
) -> Near | None:
    low, high = region
    words = [_bare(token.text) for token in printed]
    theirs = [_bare(token.text) for token in source[low:high]]
    from difflib import SequenceMatcher  # late: most quotations fit

    matcher = SequenceMatcher(None, words, theirs, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    # A sign alone that two texts have in common says nothing.
    same = sum(
        _weight(words[block.a + at])
        for block in blocks
        if block.size > 1 or not UNSPACED.match(words[block.a])
        for at in range(block.size)
    )
    whole = sum(map(_weight, words)) or 1.0
    run = max((_letters(words[block.a : block.a + block.size]) for block in blocks), default=0.0)
    if not blocks:
        return None
    if len(words) < _FEW and same / whole < _ENOUGH_OF_FEW:
        return None
    first, last = blocks[0].b + low, blocks[-1].b + blocks[-1].size - 1 + low
    changes = tuple(_changes(printed, source[low:high], matcher))
    return Near(source[first].start, source[last].end, same / whole, run, changes)


def _regions(printed: Sequence[Token], source: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The stretches of `source` where most words of `printed` stand in like distances."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    wanted = {_bare(token.text) for token in printed}
    for at, token in enumerate(source):
        word = _bare(token.text)
        if word in wanted:
            places[word].append(at)
    width = max(8, len(printed) // 3)
    votes: Counter[int] = Counter()
    for at, token in enumerate(printed):
        word = _bare(token.text)
        found = places.get(word, ())
        if len(found) <= _COMMON:
            for place in found:
                bucket = (place - at) // width
                votes[bucket] += 10 if _weight(word) == 1.0 else 3
    around = Counter({bucket: votes[bucket] + votes[bucket + 1] for bucket in votes})
    best = sorted(around, key=lambda bucket: (-around[bucket], bucket))[:_PLACES]
    for bucket in best:
        low = max(0, bucket * width - width)
        yield low, min(len(source), (bucket + 2) * width + len(printed) + width)


def _bare(word: str) -> str:
    return word.replace(OPTIONAL, "").replace("-", "") if len(word) > 1 else word


def _letters(words: Sequence[str]) -> float:
    return sum(_OF_A_SIGN if UNSPACED.match(word) else 1.0 for word in words if word[0].isalnum())


def _weight(word: str) -> float:
    if not word[0].isalnum():
        return 0.1
    return 1.0 if len(word) > 3 or word.isdigit() else _LIGHT  # noqa: PLR2004


def _changes(
    printed: Sequence[Token], source: Sequence[Token], matcher: "SequenceMatcher[str]"
) -> Iterator[Change]:
    """What differs, between the first and the last words in common; ends of `printed` count."""
    codes = matcher.get_opcodes()
    for number, (kind, a, b, c, d) in enumerate(codes):
        if kind == "equal":
            continue
        outer = number in (0, len(codes) - 1)
        theirs = "" if outer and kind != "replace" else _joined(source[c:d])
        if outer and kind == "replace":
            theirs = _joined(source[d - (b - a) : d] if number == 0 else source[c : c + b - a])
        ours = _joined(printed[a:b])
        if ours or theirs:
            yield Change(ours, theirs)


def _joined(found: Sequence[Token]) -> str:
    words = ""
    for number, token in enumerate(found):
        gap = number and token.start > found[number - 1].end
        words += (" " if gap else "") + token.text.replace(OPTIONAL, "")
    return words
