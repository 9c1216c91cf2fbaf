"""Marks a quotation that begins or ends within a sentence by an ellipsis, outside its words.

Chicago Manual of Style, 17th edition, 13.50-13.56: the reader sees that something was left out.
"""

from briefing.compose.sealing import Leaf, leaf
from briefing.model.document import Inline, Quoted, Text
from briefing.model.passage import Excerpt
from briefing.model.source import Source

_ENDS = ".!?…:;。！？"
_OPENING = "“‘«„\"'([「『"
_CLOSING = "”’»“\"')]」』"


def quotation(excerpt: Excerpt, source: Source) -> Leaf:
    """The words of `excerpt`, with an ellipsis where they begin or end within a sentence."""
    inlines: list[Inline] = [Quoted(excerpt, source.language)]
    if _begins_within(excerpt, source):
        inlines.insert(0, Text("… "))
    if _ends_within(excerpt, source):
        inlines.append(Text(" …"))
    return leaf(*inlines)


def _begins_within(excerpt: Excerpt, source: Source) -> bool:
    start = excerpt.passage.start
    before = source.text[_segment(source, start)[0] : start].rstrip().rstrip(_OPENING).rstrip()
    if not before or excerpt.exact[0] in _OPENING:
        return False
    return before.rstrip(_CLOSING)[-1:] not in _ENDS


def _ends_within(excerpt: Excerpt, source: Source) -> bool:
    end = excerpt.passage.end
    after = source.text[end : _segment(source, end - 1)[1]].strip()
    if not after.strip(_ENDS + _CLOSING):
        return False
    return excerpt.exact.rstrip(_CLOSING)[-1:] not in _ENDS


def _segment(source: Source, place: int) -> tuple[int, int]:
    for part in source.segments:
        if part.start <= place < part.end:
            return part.start, part.end
    return 0, len(source.text)
