"""Features of the lines of a text copy, each seen with its neighbours.

A page has hundreds of lines, so each is looked at by few and cheap operations: it is split into
words once, and the patterns of `marks` are only searched where one of their words stands.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from operator import eq

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
_CREDIT, _PROMOTION, _ASKED, _BLURB, _EDITED, _END, _LEGAL, _HOUSE = (
    mark.bit
    for mark in (
        marks.CREDIT, marks.PROMOTION, marks.ASKED, marks.BLURB, marks.EDITED, marks.END,
        marks.LEGAL, marks.HOUSE,
    )
)  # fmt: skip
_SMALL = _PROMOTION | _EDITED | _END | _LEGAL
"""Marks that are looked for in small letters."""
_AGAINST = _CREDIT | _PROMOTION | _ASKED | _BLURB | _EDITED | _END
"""Marks of lines that are no paragraph of the article."""
_WORDS, _IN_LONGER = frozenset(marks.WORDS), frozenset(marks.IN_LONGER)
_CAPTION_WORDS, _EDITED_WORDS, _PROMOTION_WORDS, _BLURB_WORDS = 60, 40, 70, 90
"""Words from which on lines are an article's."""
_LEGAL_WORDS = 60
"""Words of a paragraph of an article that may hold one such word by chance."""
_ENDS = frozenset(".!?…。！？")
_CLOSES = frozenset("\"'”’“»«)]」』）】》")
_CLOSED = 4
"""Characters at the end of a line among which a sentence's end stands."""
_SIGNED_WORDS, _SIGNED = 4, 40
"""Words of a line that may be signed off, and characters at its end among which stands who sent it."""
_LONGEST_WORD = 20
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese signs: no spaces part their words."""
_LONG_LINE, _FEWEST_TWICE = 80, 2
"""Characters of a line that is a paragraph, and how many stand twice at the least on a page told twice."""
_MENU_WORD = 15
"""Characters up to which a line may stand twice and mean nothing (“Share”, “Menu”)."""
_SIGNS = 2
"""Of them to a word."""
_BULLETS = frozenset("*•◦▪·+o–-0123456789")


_bullet, _closed = marks.BULLET.match, marks.SENTENCE_END.search


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
    places = [(line.start, line.end) for line in article.lines]
    texts = [whole[start:end] for start, end in places]
    words = _tokens(whole, places)
    again = _standing_twice(texts)
    first = _told_twice(texts, again)
    addressed = "://" in whole or "www." in whole or "WWW." in whole
    spaces = _spacing(article.text, places)
    loose = _blank_lines_part_paragraphs([gap for gap, _ in spaces])
    found = []
    captions = False
    rows = zip(texts, words, spaces, spaces[1:], strict=False)
    for text, tokens, (gap, indent), (below, _) in rows:
        count = text.count(" ") + 1
        if "  " in text:
            count = len(text.split())
        bullet = text[0] in _BULLETS and _bullet(text) is not None
        if bullet:
            count -= 1
        if len(text) > _LONGEST_WORD * count and not text.isascii():
            count += len(_UNSPACED.findall(text)) // _SIGNS
        ends = text[-1] in _ENDS or _ends_behind(text, tokens, count)
        repeated = text in again and not first.pop(text, False)
        url = addressed and "." in text and _is_address(text)
        clean = not (repeated or url)
        enough = count >= (PROSE_WORDS if ends else LONG_WORDS) and (ends or not bullet)
        tight = loose and below == 1
        may = _WORDS if count < _END_WORDS else _IN_LONGER
        if may.isdisjoint(tokens) or not (shown := _shown(text, tokens, count, ends=ends)):
            feature = Feature(
                text, tokens, count, ends, tight, bullet, repeated, gap, indent, clean,
                clean and enough, url,
            )  # fmt: skip
        else:
            credit = shown & _CREDIT > 0
            captions = captions or credit
            clean = clean and not shown & _AGAINST
            feature = Feature(
                text, tokens, count, ends, tight, bullet, repeated, gap, indent, clean,
                clean and enough, url, credit, credit,
                shown & _PROMOTION > 0, shown & _ASKED > 0, shown & _BLURB > 0, shown & _EDITED > 0,
                shown & _END > 0, shown & _LEGAL > 0, shown & _HOUSE > 0,
            )  # fmt: skip
        found.append(feature)
    twins = any(map(eq, texts, texts[1:]))
    return tuple(_with_captions(found) if captions or twins else found)


def _tokens(whole: str, places: Sequence[tuple[int, int]]) -> list[list[str]]:
    """The words of the line at each of `places`."""
    bare = plain(whole)
    return [bare[start:end].split() for start, end in places]


def _standing_twice(texts: Sequence[str]) -> Collection[str]:
    """Those of `texts` that stand there twice, but for the words of a menu."""
    times = Counter([text for text in texts if len(text) > _MENU_WORD])
    if len(times) == times.total():
        return ()
    return {text for text, count in times.items() if count > 1}


def _told_twice(texts: Sequence[str], again: Collection[str]) -> dict[str, bool]:
    """The long lines that stand twice, where they are most of all: a page for two sorts of screens.

    The first of each is the article's.
    """
    long = {text for text in texts if len(text) >= _LONG_LINE} if again else set()
    twice = long.intersection(again)
    most = 2 * sum(map(len, twice)) > sum(map(len, long))
    return dict.fromkeys(twice, True) if most and len(twice) >= _FEWEST_TWICE else {}


def _spacing(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Line feeds before each line, and how far it is indented; and the line feeds behind the last."""
    between = [text[above[1] : start] for above, (start, _) in pairwise([(0, 0), *places])]
    # What stands between lines is mostly the same.
    told = {each: (each.count("\n"), len(each) - each.rfind("\n") - 1) for each in set(between)}
    behind = text.count("\n", places[-1][1] if places else 0)
    return [*map(told.__getitem__, between), (behind, 0)]


def _blank_lines_part_paragraphs(gaps: Sequence[int]) -> bool:
    """Whether the copy keeps a blank line between paragraphs, so that its absence says something."""
    between = gaps[1:-1]
    wide = len(between) - between.count(1) - between.count(0)
    return bool(between) and wide >= len(between) // 3


def _shown(text: str, tokens: Sequence[str], count: int, *, ends: bool) -> int:
    """The bits of the marks that a line shows, of those that it may for its words."""
    words = marks.WORDS if count < _END_WORDS else marks.IN_LONGER
    may = marks.bits_of(words.keys() & tokens, words, tokens)
    small = text.lower() if may & _SMALL else text
    shown = may & _HOUSE
    if may & _CREDIT and count < _CAPTION_WORDS and _credits(text, ends=ends):
        shown |= _CREDIT
    if may & _PROMOTION and count < _PROMOTION_WORDS and _promotes(small, count, ends=ends):
        shown |= _PROMOTION
    if may & _ASKED and count < _CAPTION_WORDS and _shows(marks.ASKED, text):
        shown |= _ASKED
    if (
        may & _BLURB
        and count < _BLURB_WORDS
        and text[0] not in '"“'
        and _shows(marks.BLURB, text[:240])
    ):
        shown |= _BLURB
    if may & _EDITED and count < _EDITED_WORDS and _shows(marks.EDITED, small):
        shown |= _EDITED
    if may & _END and _begins(marks.END, small):
        shown |= _END
    if may & _LEGAL and _is_legal(small, count):
        shown |= _LEGAL
    return shown


def _ends_behind(text: str, tokens: Sequence[str], count: int) -> bool:
    """Whether a sentence ends in a line before what closes it, or before the name of who sent it."""
    if text[-1] in _CLOSES and _closed(text[-_CLOSED:]) is not None:
        return True
    if count < _SIGNED_WORDS or tokens[-1:] == [] or tokens[-1] not in marks.AGENCIES:
        return False
    return marks.SIGNED_OFF.search(text[-_SIGNED:]) is not None


def _is_address(text: str) -> bool:
    return ("://" in text or "www." in text.lower()) and marks.URL_ONLY.match(text) is not None


def _begins(mark: marks.Mark, text: str) -> bool:
    return mark.pattern.match(text) is not None


def _shows(mark: marks.Mark, text: str) -> bool:
    return mark.pattern.search(text) is not None


def _promotes(small: str, count: int, *, ends: bool) -> bool:
    """Whether a line promotes the house or its letters; one that reports of subscribers does not."""
    found = frozenset(marks.PROMOTION.pattern.findall(small))
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
    hits = frozenset(marks.LEGAL.pattern.findall(small))
    return len(hits) > count // _LEGAL_WORDS


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
