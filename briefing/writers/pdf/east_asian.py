"""Where lines of Chinese and Japanese may end: between any two letters, but not before a stop.

What may not begin or end a line follows JIS X 4051 and Requirements for Chinese Text Layout (W3C), 3.1.
"""

import re

from briefing.model.unspaced import EAST_ASIAN
from briefing.writers.pdf.coding import MAY_BREAK

_LETTER = re.compile(f"[{EAST_ASIAN}]")
_BEGINS_NO_LINE = frozenset(
    "、。，．：；？！）」』】〉》〕］｝〗〙〟”’…‥—―–·・‧ー々〻゠〜～％‰°℃,.;:!?)]}%-/"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\u200b"
)
_ENDS_NO_LINE = frozenset("（「『【〈《〔［｛〖〘〝“‘￥＄£$([{")


def is_east_asian(text: str) -> bool:
    """Whether `text` has letters of Chinese or Japanese."""
    return _LETTER.search(text) is not None


def parted_anywhere(word: str) -> list[str]:
    """A stretch without spaces, parted where a line may end in it."""
    parts, start = [], 0
    for at in range(1, len(word)):
        before, after = word[at - 1], word[at]
        if after in _BEGINS_NO_LINE or before in _ENDS_NO_LINE:
            continue
        if _LETTER.match(before) or _LETTER.match(after):
            parts.append(f"{word[start:at]}{MAY_BREAK}{after}")
            start = at
    return [*parts, word[start:]]
