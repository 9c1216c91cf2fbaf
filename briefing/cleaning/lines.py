"""Features of the lines of a text copy, each seen with its neighbours.

A page has hundreds of lines, so each is looked at by few and cheap operations: it is split into
words once, and the patterns of `marks` are only searched where one of their words stands.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.cleaning import marks
from briefing.model.source import Article
from briefing.text.plain import plain
from briefing.text.spaces import flat

PROSE_WORDS = 9
"""Fewest words of a line that counts as a paragraph by its end alone."""
LONG_WORDS = 25
"""Words from which a line counts as a paragraph whatever its end."""
_END_WORDS = 12
"""Words from which on a line is no end mark."""
_SMALL = marks.PROMOTION.bit | marks.EDITED.bit | marks.END.bit | marks.LEGAL.bit
_CAPTION_WORDS = 60
_LEGAL_WORDS = 60
"""Words of a paragraph of an article that may hold one such word by chance."""
_ENDS = frozenset(".!?…。！？")
_CLOSES = frozenset("\"'”’»)]")
_LONGEST_WORD = 20
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese signs: no spaces part their words."""
_MENU_WORD = 15
"""Characters up to which a line may stand twice and mean nothing (“Share”, “Menu”)."""
_SIGNS = 2
"""Of them to a word."""
_BULLETS = frozenset("*•◦▪·+o–-0123456789")


class Feature(Struct, frozen=True, gc=False):
    """One line: its words and what they give away.

    `clean`: nothing speaks against the line being a paragraph of the article; `prose`: it reads
    like one. `tokens` are its words (see :func:`briefing.text.plain.plain`).
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
    house: bool = False


def features(article: Article) -> tuple[Feature, ...]:
    """The features of each line of `article`, in order."""
    whole = flat(article.text).replace("\n", " ")
    bare = plain(whole)
    texts = [whole[line.start : line.end] for line in article.lines]
    words = [bare[line.start : line.end].split() for line in article.lines]
    again = _standing_twice(texts)
    addressed = "://" in whole or "www." in whole or "WWW." in whole
    gaps, indents = _spacing(article)
    loose = _blank_lines_part_paragraphs(gaps)
    found = []
    rows = zip(texts, words, gaps, gaps[1:], indents, strict=False)
    for text, tokens, gap, below, indent in rows:
        first, last = text[0], text[-1]
        bullet = first in _BULLETS and marks.BULLET.match(text) is not None
        count = (len(text.split()) if "  " in text else text.count(" ") + 1) - bullet
        if len(text) > _LONGEST_WORD * count and not text.isascii():
            count += len(_UNSPACED.findall(text)) // _SIGNS
        ends = last in _ENDS or (last in _CLOSES and marks.SENTENCE_END.search(text) is not None)
        repeated = text in again
        url = addressed and "." in text and _is_address(text)
        clean = not (repeated or url)
        enough = count >= (PROSE_WORDS if ends else LONG_WORDS) and (ends or not bullet)
        may = marks.WORDS if count < _END_WORDS else marks.IN_LONGER
        if may.keys().isdisjoint(tokens):
            feature = Feature(
                text, tokens, count, ends, loose and below == 1, bullet,
                repeated, gap, indent, clean, clean and enough, url,
            )  # fmt: skip
        else:
            shown = _marked(text, _bits(may, tokens), count, ends=ends)
            clean = clean and not any(shown[:-2])
            feature = Feature(
                text, tokens, count, ends, loose and below == 1, bullet,
                repeated, gap, indent, clean, clean and enough, url, shown[0], *shown,
            )  # fmt: skip
        found.append(feature)
    return tuple(_with_captions(found))


def _standing_twice(texts: Sequence[str]) -> Collection[str]:
    """Those of `texts` that stand there twice, but for the words of a menu."""
    times = Counter([text for text in texts if len(text) > _MENU_WORD])
    return {text for text, count in times.items() if count > 1}


def _spacing(article: Article) -> tuple[list[int], list[int]]:
    """Line feeds before each line, and behind the last; how far each line is indented."""
    text = article.text
    gaps, indents = [], []
    end = 0
    for line in article.lines:
        between = text[end : line.start]
        end = line.end
        if between == "\n":
            gaps.append(1)
            indents.append(0)
        else:
            gaps.append(between.count("\n"))
            indents.append(len(between) - between.rfind("\n") - 1)
    gaps.append(text.count("\n", end))
    return gaps, indents


def _blank_lines_part_paragraphs(gaps: Sequence[int]) -> bool:
    """Whether the copy keeps a blank line between paragraphs, so that its absence says something."""
    between = gaps[1:-1]
    wide = len(between) - between.count(1) - between.count(0)
    return bool(between) and wide >= len(between) // 3


def _marked(
    text: str, may: int, count: int, *, ends: bool
) -> tuple[bool, bool, bool, bool, bool, bool, bool, bool]:
    """Which marks a line shows, of those that it `may` for its words."""
    small = text.lower() if may & _SMALL else text
    return (
        may & marks.CREDIT.bit > 0 and count < _CAPTION_WORDS and _credits(text, ends=ends),
        may & marks.PROMOTION.bit > 0
        and count < 70  # noqa: PLR2004 - longer ones are articles
        and _promotes(small, count, ends=ends),
        may & marks.ASKED.bit > 0 and count < 60 and _shows(marks.ASKED, text),  # noqa: PLR2004
        may & marks.BLURB.bit > 0
        and count < 90  # noqa: PLR2004
        and text[0] not in '"“'
        and _shows(marks.BLURB, text[:240]),
        may & marks.EDITED.bit > 0 and count < 40 and _shows(marks.EDITED, small),  # noqa: PLR2004
        may & marks.END.bit > 0 and _begins(marks.END, small),
        may & marks.LEGAL.bit > 0 and _is_legal(small, count),
        may & marks.HOUSE.bit > 0,
    )


def _is_address(text: str) -> bool:
    return ("://" in text or "www." in text.lower()) and marks.URL_ONLY.match(text) is not None


def _begins(mark: marks.Mark, text: str) -> bool:
    return marks.pattern(mark).match(text) is not None


def _shows(mark: marks.Mark, text: str) -> bool:
    return marks.pattern(mark).search(text) is not None


def _promotes(small: str, count: int, *, ends: bool) -> bool:
    """Whether a line promotes the house or its letters; one that reports of subscribers does not."""
    found = frozenset(marks.pattern(marks.PROMOTION).findall(small))
    if (
        ends
        and count >= PROSE_WORDS
        and found <= marks.IN_THE_NEWS
        and not _addresses(small, found)
    ):
        return False
    hits = len(found)
    return hits > (0 if count < 16 else 1 if count < 45 else 2) or (  # noqa: PLR2004
        hits == 1 and not ends
    )


def _addresses(small: str, hits: Collection[str]) -> bool:
    """Whether a sentence speaks to its reader, or begins with what it promotes."""
    return small.startswith(tuple(hits)) or not marks.SPOKEN_TO.isdisjoint(plain(small).split())


def _is_legal(small: str, count: int) -> bool:
    """Whether a line speaks of data, consent and the like; a long one must do so more than once."""
    hits = frozenset(marks.pattern(marks.LEGAL).findall(small))
    return len(hits) > count // _LEGAL_WORDS


def _bits(may: Mapping[str, int], tokens: Sequence[str]) -> int:
    """The marks that these words may belong to."""
    found = 0
    for token in may.keys() & tokens:
        found |= may[token]
    return found


def _credits(text: str, *, ends: bool) -> bool:
    """Whether a line credits a picture; a full sentence that only mentions an agency does not."""
    last = marks.last_credit(text)
    return last > 0 and not (ends and last < len(text) * 0.6)


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
