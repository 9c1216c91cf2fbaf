"""Which line of a text copy is its headline: signs of place, shape, company and words, weighed.

The weights are learnt by `tools/learn_titles.py`. A line is only taken where they speak for it: a
wrong headline costs more than a missing one.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import accumulate, pairwise
from operator import getitem

from msgspec import Struct

from briefing.cleaning import title_weights
from briefing.cleaning.headline import find_headline
from briefing.cleaning.known import body_lines
from briefing.cleaning.lines import Feature
from briefing.cleaning.names import byline_authors
from briefing.model.source import Kind
from briefing.text.dates import find_day
from briefing.text.lazy import Lazy
from briefing.text.words import FUNCTION_WORDS

LEAST, _PLAIN, _AHEAD = -0.2, 1.0, 0.6
"""Least sum of weights of a line that is taken for the headline: where it is less than the second, it
must be so far ahead of every other line."""
_SURE = 0.8
"""The sum of another line that is taken before the copy's first, which is often the page's own title."""
_DISTANCE, _FAR = 2, 7
"""The scale of the lines above the article, and the level from which a page's menu stands between."""
_CHOSEN, _TAKEN = range(2, 5), 4
"""Levels of a copy of an article alone, whose first line says what the article takes up."""
_KINDS = {Kind.BOILERPLATE: 0, Kind.HEADING: 1, Kind.TEASER: 2, Kind.BODY: 3}
_FEWEST, _MOST = 3, 32
WORDS = range(_FEWEST, _MOST + 1)
_REACH = 80
"""Lines above the article in which its headline is looked for; and the first few of the copy."""
_TAKEN_UP = 30
"""Paragraphs of the article in which its headline's words are looked for."""
_OPENING = 4
_INSIDE = 3
"""Lines below the article's first one in which a headline may still stand."""
_CLOSE = 5
_DECKS = 10
"""Lines below a headline up to which the words of paragraphs are counted."""
_STEPS = 5
"""Lines below a headline in which its date or byline may stand."""
_SAME = 0.75
_HALF = 0.5
_STEM = 6
NO_HEADLINE = (
    "BYLINE:", "Byline:", "Q:", "A:", "问：", "答：", "問：", "Skip to ", "Skip next ", "Media caption",
    "Image caption", "Find out more", "To find out more", "Learn more", "Read more", "Continue reading",
)  # fmt: skip
_PUBLISHED = Lazy(
    r"^\W*(?:(?:first |last )?(?:published|posted|updated)|veröffentlicht|publiziert|erstellt|aktualisiert|"
    r"publié|mis à jour|publicad[oa]|actualizado|pubblicato|gepubliceerd|opublikowano|publicerad|"
    r"опубликовано)\b.*\d",
    re.IGNORECASE,
)
"""What only says when something was published."""
_TO_OTHERS = frozenset("«‹←»›→")
"""Signs of links to the story before and the one behind, where they stand alone at an end of a line."""
_PATHS = (" » ", " › ", " > ", " / ")
"""What stands twice in a path through a site: “Home » Ports » Moss reopens”."""
_TAG_WORDS, _FEWEST_TAGS = 3, 3
_DAY_WORDS, _YEAR, _DAY_STARTS = 7, 4, 12
"""Words of a line that is a day, digits of its year, and characters before it (“Tuesday, ”)."""
_SECTION_WORDS = 5
"""Words of a line whose bar parts a section from its own: “Region | Moss”."""
_BULLETS = frozenset("*•+")
_FROM_HOME = Lazy(
    r"(?:Home(?:page)?|Start(?:seite)?|Accueil|Inicio|Início|Hjem|Forside|Главная|ホーム|首页|首頁|홈)"
    r" ?[›»>/|:] "
)
"""How a path through a site begins."""
_NUMBERED = Lazy(r"(\d{1,2})\. ")
_INVITES = frozenset(
    "get sign subscribe join log download click tap donate register follow".split()
)
_FIRST_SIGN = "\u3041"
"""From here on stand the signs of Japanese, Chinese and Korean."""
_SHORT = 16
"""Words of a line that may only say when, or by whom."""
_SHARES = (0.001, 0.2, 0.34, 0.5, 0.67, 0.8, 0.95)
_SIZES = (5, 7, 10, 15, 21)
_AWAY = (-1, 1, 2, 3, 4, 6, 9, 15, 31)
_PROSE = (1, 40, 80, 160, 300)
_CUTS = frozenset("….]")
_QUOTES = frozenset("\"“'‘„«")
_BEHIND_SITE = (" - ", " | ", " – ", " — ", ": ")
_BEFORE_SITE = (" - ", " | ", " – ", " — ")
_MENU = (" » ", " › ", " | ", " > ", " / ", " • ", " · ")

SCALES: dict[str, int] = {
    "words shared with the article": 8,
    "words": 6,
    "lines above the article": 10,
    "first lines": 4,
    "prose below": 6,
    "line above": 6,
    "words the line above shares": 9,
    "line below": 7,
    "dated below": 5,
    "byline below": 5,
    "gaps": 9,
    "kind": 5,
}
FLAGS = (
    "repeated headline", "says the same as the first line", "stands twice", "more words shared below",
    "full stop", "cut short", "question", "colon", "bullet", "promotion", "end mark", "dated",
    "menu marks", "byline", "all capitals", "quotation marks", "begins small", "credit", "prose",
    "begins with a figure", "first line, worded otherwise below", "longer than the line above",
)  # fmt: skip


def find_title(features: Sequence[Feature], kinds: Sequence[Kind]) -> int | None:
    """The index of the headline's line; `None` where no line reads like one."""
    best, most, page_title = None, LEAST, False
    second = LEAST - _PLAIN
    for index, row, flags in title_signs(features, kinds):
        score = sum(map(getitem, title_weights.SCALED.values(), row)) + _flagged(flags)
        if index == 0 and row[_DISTANCE] in _CHOSEN and row[0] >= _TAKEN:
            return _without_site(features)
        if score > most or (page_title and best == 0 and score > _SURE):
            second = most if best is not None else second
            best, most = index, score
        else:
            second = max(second, score)
        page_title = page_title or (index == 0 and row[_DISTANCE] >= _FAR)
    if best == 0:
        return _without_site(features)
    return best if most > _PLAIN or most - second > _AHEAD else None


def _without_site(features: Sequence[Feature]) -> int:
    """The headline below, where the first line is the same beside the name of the site; else the first."""
    found = find_headline(features)
    if found is None:
        return 0
    before, same, behind = features[0].text.partition(features[found.line].text)
    beside = before.endswith(_BEHIND_SITE) if before else behind.startswith(_BEFORE_SITE)
    return found.line if same and beside else 0


@cache
def _flagged(row: int) -> float:
    return sum(weight for place, weight in enumerate(title_weights.FLAGGED) if row >> place & 1)


def forget() -> None:
    """Forget the sums that were kept: the tables have changed."""
    _flagged.cache_clear()


class _Page(Struct, frozen=True):
    """What a line is held against: the page's lines, and what is known of them.

    `shares` are those of their words that the article takes up; `read` are the words of prose above
    each line, `first` is the article's first.
    """

    features: Sequence[Feature]
    kinds: Sequence[Kind]
    first: int
    shares: dict[int, float]
    read: Sequence[int]
    dated: frozenset[int]
    bylines: frozenset[int]
    repeated: int | None
    times: Counter[tuple[str, ...]]
    top: frozenset[str]


def title_signs(
    features: Sequence[Feature], kinds: Sequence[Kind]
) -> list[tuple[int, tuple[int, ...], int]]:
    """Each line that may be the headline: its index, its level on each of the `SCALES`, its flags.

    The article takes up one of its words at the least.
    """
    body = body_lines(kinds)
    if not body:
        return []
    page = _page(features, kinds, body)
    rows = []
    best_below = 0.0
    for index in reversed(page.shares):
        share = page.shares[index]
        if share:
            rows.append((index, _levels(page, index), _flags(page, index, best_below)))
            best_below = max(best_below, share)
    return rows[::-1]


def _page(features: Sequence[Feature], kinds: Sequence[Kind], body: Sequence[int]) -> _Page:
    first = opening(features, body)
    last = min(first + _INSIDE, len(features) - 1)
    near = max(first - _REACH, 0)
    stems = _stems([features[index] for index in body[:_TAKEN_UP]])
    shares = {
        index: _share(feature, stems)
        for index in (*range(min(_OPENING, near)), *range(near, last))
        if _FEWEST <= _count(feature := features[index]) <= _MOST
        and not (feature.url or feature.credit or kinds[index] is Kind.SECTION)
        and not _is_no_headline(feature)
        and not (feature.text[0].isdigit() and index and _goes_on(features[index - 1], feature))
    }
    # Only what stands at one of those that may be the headline, or right below, is asked for.
    asked = {at for index, share in shares.items() if share for at in range(index, index + _STEPS)}
    asked.intersection_update(range(len(features)))
    short = [(index, features[index].text) for index in asked if features[index].count <= _SHORT]
    counted = [feature.count if feature.prose else 0 for feature in features[: last + _DECKS]]
    headline = find_headline(features)
    return _Page(
        features,
        kinds,
        first,
        shares,
        [0, *accumulate(counted)],
        frozenset([index for index, text in short if find_day(text)]),
        frozenset([index for index, text in short if byline_authors(text)]),
        headline.line if headline else None,
        Counter([tuple(features[index].tokens) for index in shares]),
        frozenset(features[0].tokens),
    )


def _is_no_headline(feature: Feature) -> bool:
    """Whether a line is plainly something else: a path, a link to a story, tags, a credit of a picture."""
    text = feature.text
    if text.startswith(NO_HEADLINE) or "©" in text or (feature.bullet and text[0] in _BULLETS):
        return True
    if (text[0] in _TO_OTHERS or text[-1] in _TO_OTHERS) and not ("«" in text and "»" in text):
        return True
    if (
        any(text.count(path) > 1 for path in _PATHS)
        or _FROM_HOME.match(text)
        or _PUBLISHED.match(text)
    ):
        return True
    if " | " in text and feature.count <= _SECTION_WORDS:
        return True
    if feature.count <= _DAY_WORDS and text[-_YEAR:].isdigit() and (day := find_day(text)):
        return day[1] <= _DAY_STARTS
    tags = text.split(", ")
    if len(tags) >= _FEWEST_TAGS and all(tag.count(" ") < _TAG_WORDS for tag in tags):
        return True
    return feature.promotion and feature.tokens[0] in _INVITES


def _goes_on(above: Feature, feature: Feature) -> bool:
    """Whether two lines are items of a numbered list, as paths through a site are in some copies."""
    first, second = _NUMBERED.match(above.text), _NUMBERED.match(feature.text)
    return bool(first and second and int(second[1]) == int(first[1]) + 1)


def _levels(page: _Page, index: int) -> tuple[int, ...]:
    feature, shares, read = page.features[index], page.shares, page.read
    prose = read[min(index + _DECKS, len(read) - 1)] - read[index + 1]
    return (
        bisect_right(_SHARES, shares[index]),
        bisect_right(_SIZES, _count(feature)),
        bisect_right(_AWAY, page.first - index),
        min(index, _OPENING - 1),
        bisect_right(_PROSE, prose),
        _above(page.features[index - 1]) if index else 0,
        bisect_right(_SHARES, shares[index - 1]) if index - 1 in shares else 8,
        _below(page.features[index + 1]),
        _steps(page.dated, index),
        _steps(page.bylines, index),
        min(feature.gap, 2) * 3 + (min(page.features[index + 1].gap, 2)),
        _KINDS.get(page.kinds[index], 4),
    )


def _flags(page: _Page, index: int, best_below: float) -> int:
    feature, top = page.features[index], page.top
    text, tokens, first, last = feature.text, feature.tokens, feature.text[0], feature.text[-1]
    above = index - 1
    byline = index in page.bylines if feature.count <= _SHORT else bool(byline_authors(text))
    return (
        (page.repeated == index)
        | (index > 0 and len(top.intersection(tokens)) >= _SAME * len(tokens)) << 1
        | (page.times[tuple(tokens)] > 1) << 2
        | (best_below > page.shares[index]) << 3
        | (last == ".") << 4
        | (last in _CUTS and text.endswith(("…", "...", "[…]"))) << 5
        | (last == "?") << 6
        | (last == ":") << 7
        | feature.bullet << 8
        | feature.promotion << 9
        | feature.end << 10
        | (index in page.dated) << 11
        | any(map(text.__contains__, _MENU)) << 12
        | byline << 13
        | text.isupper() << 14
        | (first in _QUOTES) << 15
        | first.islower() << 16
        | (feature.credit or feature.caption) << 17
        | feature.prose << 18
        | first.isdigit() << 19
        | (index == 0 and _is_worded_otherwise(page)) << 20
        | (above in page.shares and feature.count > page.features[above].count) << 21
    )


def _steps(places: frozenset[int], index: int) -> int:
    """How many lines below `index` the next of `places` is; 0 where it is far."""
    if places:
        for step in range(1, _STEPS):
            if index + step in places:
                return step
    return 0


def _is_worded_otherwise(page: _Page) -> bool:
    """Whether a line below says much of what the first one says, and says it otherwise."""
    return any(_alike(page.top, page.features[other]) for other in page.shares if other)


def opening(features: Sequence[Feature], body: Sequence[int]) -> int:
    """Where the article's paragraphs, the lines of `body`, begin to stand close together."""
    for index in body:
        if sum(each.prose for each in features[index : index + _CLOSE]) > _CLOSE // 2:
            return index
    return body[0]


def _alike(top: frozenset[str], feature: Feature) -> bool:
    """Whether a line says much of what `top` says, and says it otherwise."""
    shared = len(top.intersection(feature.tokens))
    return _HALF * len(feature.tokens) <= shared < len(top)


def shared_words(features: Sequence[Feature], kinds: Sequence[Kind], index: int) -> float:
    """The share of a line's words that carry meaning which the article takes up."""
    body = [features[index] for index in body_lines(kinds)]
    return _share(features[index], _stems(body))


def _stems(body: Iterable[Feature]) -> set[str]:
    """The beginnings of the article's words, which their forms have in common."""
    words = set().union(*[_parted(feature) for feature in body])
    # Short words are their own stems.
    return words.union([word[:_STEM] for word in words if len(word) > _STEM])


def _count(feature: Feature) -> int:
    """A line's words; of signs that no spaces part, two make one."""
    if feature.count >= _FEWEST or feature.text.isascii():
        return feature.count
    return max(feature.count, sum(map(_FIRST_SIGN.__le__, feature.text)) // 2)


def _parted(feature: Feature) -> Sequence[str]:
    """A line's words; where no spaces part them, or little words are joined to them, pairs of signs."""
    if feature.text.isascii() or max(feature.tokens, default="") < _FIRST_SIGN:
        return feature.tokens
    return [
        pair
        for word in feature.tokens
        for pair in (map("".join, pairwise(word)) if word[0] >= _FIRST_SIGN else (word,))
    ]


def _share(feature: Feature, stems: Collection[str]) -> float:
    """The share of a line's words that carry meaning which the article takes up."""
    words = [word[:_STEM] for word in _parted(feature) if word not in FUNCTION_WORDS]
    return sum(map(stems.__contains__, words)) / len(words) if words else 0.0


def _above(other: Feature) -> int:
    if other.bullet:
        return 1
    return 2 if other.count <= 3 else 3 if other.prose else 4 if other.count <= 6 else 5  # noqa: PLR2004


def _below(other: Feature) -> int:
    if other.prose:
        return 1 if other.count < 35 else 2  # noqa: PLR2004 - a deck, or the article
    if other.bullet:
        return 3
    return 4 if other.count <= 3 else 5 if other.count <= 6 else 6  # noqa: PLR2004
