"""Features of the lines of a text copy, each seen with its neighbours.

A page has hundreds of lines, so each is looked at by few and cheap operations: it is split into
words once, and the patterns of `marks` are only searched where one of their words stands.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.cleaning import marks
from briefing.model.source import Article
from briefing.text.spaces import flat

PROSE_WORDS = 9
"""Fewest words of a line that counts as a paragraph by its end alone."""
LONG_WORDS = 25
"""Words from which a line counts as a paragraph whatever its end."""
_CAPTION_WORDS = 60
_ENDS = frozenset(".!?…。！？")
_CLOSES = frozenset("\"'”’»)]")
_LONGEST_WORD = 20
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese signs: no spaces part their words."""
_SIGNS = 2
"""Of them to a word."""
_BULLETS = frozenset("*•◦▪·+o–-0123456789")


class Feature(Struct, frozen=True):
    """One line: its words and what they give away.

    `clean`: nothing speaks against the line being a paragraph of the article; `prose`: it reads
    like one. `tokens` are its words in small letters, with the punctuation that touches them.
    """

    text: str
    tokens: list[str]
    count: int
    ends: bool
    tight: bool
    bullet: bool
    repeated: bool
    gap: int
    indent: int
    clean: bool
    prose: bool
    url: bool = False
    credit: bool = False
    caption: bool = False
    promotion: bool = False
    asked: bool = False
    blurb: bool = False
    edited: bool = False
    end: bool = False
    legal: bool = False


def features(article: Article) -> tuple[Feature, ...]:
    """The features of each line of `article`, in order."""
    whole = flat(article.text)
    texts = [whole[line.start : line.end] for line in article.lines]
    small = whole.lower()
    lowered = (
        [small[line.start : line.end] for line in article.lines]
        if len(small) == len(whole)
        else [text.lower() for text in texts]
    )
    tokens = [text.split() for text in lowered]
    may = marks.bits(frozenset().union(*tokens))
    times = Counter(text for text in texts if len(text) > 15)  # noqa: PLR2004 - “Share”, “Menu”
    gaps = _gaps(article)
    loose = _blank_lines_part_paragraphs(gaps)
    found = []
    for index, (line, text) in enumerate(zip(article.lines, texts, strict=True)):
        indent = line.start - whole.rfind("\n", 0, line.start) - 1
        feature = _feature(
            text,
            tokens[index],
            may,
            gaps[index],
            indent,
            tight=loose and gaps[index + 1] == 1,
            repeated=times[text] > 1,
        )
        found.append(feature)
    return tuple(_with_captions(found))


def _gaps(article: Article) -> list[int]:
    """Line feeds before each line, and behind the last."""
    count, lines = article.text.count, article.lines
    starts = [line.start for line in lines] + [len(article.text)]
    ends = [0] + [line.end for line in lines]
    return [count("\n", end, start) for end, start in zip(ends, starts, strict=True)]


def _blank_lines_part_paragraphs(gaps: Sequence[int]) -> bool:
    """Whether the copy keeps a blank line between paragraphs, so that its absence says something."""
    between = gaps[1:-1]
    wide = sum(gap > 1 for gap in between)
    return bool(between) and wide >= len(between) // 3


def _feature(
    text: str,
    tokens: list[str],
    may: Mapping[str, int],
    gap: int,
    indent: int,
    *,
    tight: bool,
    repeated: bool,
) -> Feature:
    bullet = text[0] in _BULLETS and marks.BULLET.match(text) is not None
    count = len(tokens) - bullet
    if len(text) > _LONGEST_WORD * count and not text.isascii():
        count += len(_UNSPACED.findall(text)) // _SIGNS
    ends = text[-1] in _ENDS or (
        text[-1] in _CLOSES and marks.SENTENCE_END.search(text) is not None
    )
    url = count <= 3 and "." in text and _is_address(text)  # noqa: PLR2004
    enough = count >= (PROSE_WORDS if ends else LONG_WORDS) and (ends or not bullet)
    clean = not (repeated or url)
    if may.keys().isdisjoint(tokens):
        return Feature(
            text, tokens, count, ends, tight, bullet, repeated, gap, indent, clean,
            clean and enough, url,
        )  # fmt: skip
    credit, promotion, asked, blurb, edited, end, legal = _marked(
        text, tokens, may, count, ends=ends
    )
    clean = clean and not (credit or promotion or asked or blurb or edited or end)
    return Feature(
        text, tokens, count, ends, tight, bullet, repeated, gap, indent, clean,
        clean and enough, url, credit, credit, promotion, asked, blurb, edited, end, legal,
    )  # fmt: skip


def _marked(
    text: str, tokens: list[str], may: Mapping[str, int], count: int, *, ends: bool
) -> tuple[bool, bool, bool, bool, bool, bool, bool]:
    """Which marks a line shows, of those that its words are needed for."""
    shown = 0
    for token in may.keys() & tokens:
        shown |= may[token]
    return (
        shown & marks.CREDIT.bit > 0
        and count < _CAPTION_WORDS
        and _shows(marks.CREDIT, text)
        and not (ends and _credit_in_passing(text)),
        shown & marks.PROMOTION.bit > 0
        and count < 70  # noqa: PLR2004 - longer ones are articles
        and _promotes(text, count, ends=ends),
        shown & marks.ASKED.bit > 0 and count < 60 and _shows(marks.ASKED, text),  # noqa: PLR2004
        shown & marks.BLURB.bit > 0
        and count < 90  # noqa: PLR2004
        and text[0] not in '"“'
        and _shows(marks.BLURB, text[:240]),
        shown & marks.EDITED.bit > 0 and count < 40 and _shows(marks.EDITED, text),  # noqa: PLR2004
        shown & marks.END.bit > 0 and count < 12 and _begins(marks.END, text),  # noqa: PLR2004
        shown & marks.LEGAL.bit > 0 and _shows(marks.LEGAL, text),
    )


def _is_address(text: str) -> bool:
    return ("://" in text or "www." in text.lower()) and marks.URL_ONLY.match(text) is not None


def _begins(mark: marks.Mark, text: str) -> bool:
    return marks.pattern(mark).match(text) is not None


def _shows(mark: marks.Mark, text: str) -> bool:
    return marks.pattern(mark).search(text) is not None


def _promotes(text: str, count: int, *, ends: bool) -> bool:
    hits = len({found.lower() for found in marks.pattern(marks.PROMOTION).findall(text)})
    return hits > (0 if count < 16 else 1 if count < 45 else 2) or (  # noqa: PLR2004
        hits == 1 and not ends
    )


def _credit_in_passing(text: str) -> bool:
    """A full sentence that only mentions an agency or a picture is no caption."""
    last = 0
    for found in marks.pattern(marks.CREDIT).finditer(text):
        last = found.end()
    return last < len(text) * 0.6


def _with_captions(found: Sequence[Feature]) -> list[Feature]:
    """Lines that stand tight above a credit, or twice in a row, are captions too."""
    result = list(found)
    below: Feature | None = None
    for index in range(len(result) - 1, -1, -1):
        feature = result[index]
        twin = below is not None and below.text == feature.text
        if twin and feature.count > 4 and not feature.promotion:  # noqa: PLR2004 - menus repeat words
            result[index] = feature = _as_caption(feature)
            result[index + 1] = below = _as_caption(result[index + 1])
        if below is not None and below.caption and not feature.caption:
            short = feature.count <= 45 and not feature.promotion and not feature.end  # noqa: PLR2004
            names_picture = below.count <= 12 or not feature.ends  # noqa: PLR2004 - only a credit, or a label
            if feature.tight and short and names_picture:
                result[index] = feature = _as_caption(feature)
        below = feature
    return result


def _as_caption(feature: Feature) -> Feature:
    return replace(feature, caption=True, clean=False, prose=False)
