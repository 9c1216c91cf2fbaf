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
_ADDRESS_WORDS = 3
_MENU_WORD = 15
"""Characters up to which a line may stand twice and mean nothing (“Share”, “Menu”)."""
_SIGNS = 2
"""Of them to a word."""
_BULLETS = frozenset("*•◦▪·+o–-0123456789")


class Feature(Struct, frozen=True, gc=False):
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


class _Look(Struct, frozen=True, gc=False):
    """What a line's own words show, wherever it stands; `shown` are its marks, from `credit` on."""

    tokens: list[str]
    count: int
    ends: bool
    bullet: bool
    url: bool
    enough: bool
    shown: tuple[bool, ...] | None


_LOOKS: dict[str, _Look] = {}
"""Short lines that were looked at: pages repeat their menus, and so do the pages of one site."""
_SHORT_LINE = 60
_MOST_LOOKS = 20_000


def features(article: Article) -> tuple[Feature, ...]:
    """The features of each line of `article`, in order."""
    whole = flat(article.text)
    texts = [whole[line.start : line.end] for line in article.lines]
    times = Counter(texts)
    looks = _looks(times)
    gaps, indents = _spacing(article)
    loose = _blank_lines_part_paragraphs(gaps)
    found = []
    rows = zip(texts, map(looks.__getitem__, texts), gaps, gaps[1:], indents, strict=False)
    for text, look, gap, below, indent in rows:
        repeated = times[text] > 1 and len(text) > _MENU_WORD
        clean = not (repeated or look.url)
        shown = look.shown
        if shown is None:
            feature = Feature(
                text, look.tokens, look.count, look.ends, loose and below == 1, look.bullet,
                repeated, gap, indent, clean, clean and look.enough, look.url,
            )  # fmt: skip
        else:
            clean = clean and not any(shown[:-1])
            feature = Feature(
                text, look.tokens, look.count, look.ends, loose and below == 1, look.bullet,
                repeated, gap, indent, clean, clean and look.enough, look.url, shown[0], *shown,
            )  # fmt: skip
        found.append(feature)
    return tuple(_with_captions(found))


def _looks(texts: Collection[str]) -> dict[str, _Look]:
    """A look at each of `texts`; of short ones that were seen before, what it showed."""
    known = {text: _LOOKS[text] for text in _LOOKS.keys() & texts}
    new = [text for text in texts if text not in known] if known else list(texts)
    # Line by line: most lines of most pages are ASCII, whose letters are made small far sooner.
    tokens = list(map(str.split, map(str.lower, new)))
    may = marks.bits(frozenset().union(*tokens))
    plain = may.keys().isdisjoint
    if len(_LOOKS) > _MOST_LOOKS:
        _LOOKS.clear()
    for text, words in zip(new, tokens, strict=True):
        bullet = text[0] in _BULLETS and marks.BULLET.match(text) is not None
        count = len(words) - bullet
        if len(text) > _LONGEST_WORD * count and not text.isascii():
            count += len(_UNSPACED.findall(text)) // _SIGNS
        last = text[-1]
        ends = last in _ENDS or (last in _CLOSES and marks.SENTENCE_END.search(text) is not None)
        look = _Look(
            words,
            count,
            ends,
            bullet,
            count <= _ADDRESS_WORDS and "." in text and _is_address(text),
            count >= (PROSE_WORDS if ends else LONG_WORDS) and (ends or not bullet),
            None if plain(words) else _marked(text, words, may, count, ends=ends),
        )
        known[text] = look
        if len(text) <= _SHORT_LINE:
            _LOOKS[text] = look
    return known


def _spacing(article: Article) -> tuple[list[int], list[int]]:
    """Line feeds before each line, and behind the last; how far each line is indented."""
    text = article.text
    gaps, indents = [], []
    end = -1
    for line in article.lines:
        start = line.start
        if start == end + 1:
            gaps.append(int(end >= 0))
            indents.append(0)
        else:
            gaps.append(text.count("\n", max(end, 0), start))
            indents.append(start - text.rfind("\n", 0, start) - 1)
        end = line.end
    gaps.append(text.count("\n", max(end, 0)))
    return gaps, indents


def _blank_lines_part_paragraphs(gaps: Sequence[int]) -> bool:
    """Whether the copy keeps a blank line between paragraphs, so that its absence says something."""
    between = gaps[1:-1]
    wide = len(between) - between.count(1) - between.count(0)
    return bool(between) and wide >= len(between) // 3


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
        and _shows(_credit(text), text)
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


def _credit(text: str) -> marks.Mark:
    return marks.SLASHED if "/" in text else marks.CREDIT


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
    for found in marks.pattern(_credit(text)).finditer(text):
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
