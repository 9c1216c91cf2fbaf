"""Word processors' paragraphs as they are meant: what was pasted may break its lines otherwise.

Text from a browser may come as one paragraph with line breaks in it, text from a mail or a PDF with
each line as a paragraph of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from briefing.readers.plaintext import paragraph_lines

_STOPS = frozenset(".!?:;…”\"'»)")


class Paragraph(Struct, frozen=True):
    """Its words, the tag it would have on a page (`p`, `h1`, `li`), and what it stands in.

    `link_share` is the share of its letters that are links; `apart`: an empty paragraph stands above.
    """

    words: str
    tag: str = "p"
    within: tuple[str, ...] = ()
    link_share: float = 0.0
    apart: bool = False


def resolved(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """`found` with lines that go on joined, and paragraphs parted that stand in one.

    Headings, items of lists and notes stay as they are.
    """
    for (tag, _), run in groupby(found, lambda item: (item.tag, item.within)):
        items = list(run)
        yield from _plain(items) if tag == "p" else items


def _plain(run: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of `run`, which stand below each other."""
    starts: list[int] = []
    pieces: list[str] = []
    length = 0
    for item in run:
        gap = "\n\n" if item.apart else "\n"
        starts.append(length + len(gap))
        pieces += (gap, item.words)
        length += len(gap) + len(item.words)
    text = "".join(pieces)
    at = 0
    end = 0
    above: Paragraph | None = None
    for line in paragraph_lines(text):
        while at + 1 < len(run) and starts[at + 1] <= line.start:
            at += 1
        inside = line.start > starts[at] + _margin(run[at].words)
        words = text[line.start : line.end]
        if above is not None and inside and _goes_on(above.words, words, text[end : line.start]):
            above = replace(above, words=f"{above.words} {words}")
        else:
            if above is not None:
                yield above
            above = replace(run[at], words=words)
        end = line.end
    if above is not None:
        yield above


def _margin(words: str) -> int:
    return len(words) - len(words.lstrip())


def _goes_on(above: str, words: str, between: str) -> bool:
    """Whether a sentence runs over the single line break between two lines of a paragraph."""
    return between.count("\n") == 1 and words[0].islower() and above[-1] not in _STOPS
