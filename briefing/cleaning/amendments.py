"""Finds what a document says of its own correction, withdrawal or update.

Such a note is the publisher's last word on the article: it is never quoted as body, and it follows
every excerpt of the source. News about a correction (“the ministry withdrew the report”) is none:
a note names itself, or speaks of “this article”.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.cleaning.known import body_lines
from briefing.model.source import Amending, Amendment, Article, Kind
from briefing.text.lazy import Lazy

_STEMS = (
    "correct", "clarif", "retract", "withdrawn", "amended", "update", "erratum",
    "corrigend", "version of this", "revised", "originally", "misstated", "misspelled", "misidentified",
)  # fmt: skip
"""Without one of these a line is no such note."""
_PIECE = r"(?:article|story|report|piece|post|page|headline|column|interview|dispatch|item)"
_DONE = (
    r"(?:corrected|amended|clarified|updated|revised|edited|changed|retracted|withdrawn|removed)"
)
_LABEL = (
    r"(?:corrections?|clarifications?|retraction|erratum|corrigendum|update|withdrawn|corrected)"
)
_SENTENCE = r".*[.!?][\"”’)]{0,2}$"
_PATTERNS = (
    rf"^\W{{0,3}}{_LABEL}(?: appended)?(?:,? [^:—–]{{0,40}})?\s?[:—–] ?\S{_SENTENCE}",
    r"^\W{0,3}corrections? and clarifications?\b.*\.",
    r"^\W{0,3}correction appended\b",
    rf"^\W{{0,3}}(?:editor[’']?s?[’']? note|note to readers)\b.*\b{_DONE}\b",
    rf"\b(?:earlier|previous|original) version of this {_PIECE}\b",
    rf"\bthis {_PIECE}(?: [^.]{{0,40}})? (?:has been|was|is)(?: \w+)? {_DONE}\b",
    rf"\bthis {_PIECE} (?:originally|previously|initially|incorrectly) (?:mis|said|stated|gave|reported)",
    rf"\b(?:retracted|withdrawn) this {_PIECE}\b",
    # Papers correct an article of an earlier day so: “An article on Nov. 26 about … misstated …”.
    (
        r"^\W{0,3}(?:because of an? [\w ]{3,40}, )?an? (?:[\w-]+ ){0,4}"
        r"(?:article|column|obituary|headline|caption|essay|review)(?: [^.]{0,60})? on "
        r"(?:\w{3,9}day|[a-z]{3,9}\.? \d{1,2}|page)\b.{0,400}"
        r"\b(?:misstated|misspelled|misidentified|(?:incorrectly|wrongly|erroneously) [a-z]+ed)\b"
    ),
)
_DAY = r"(?:\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? \w{3,9} \d{4})"
_ALONE = rf"^\W{{0,3}}{_LABEL}(?:\W{{1,3}}{_DAY})?\W*$"
"""A label on a line of its own heads the note, if a sentence follows; in a menu it is a link."""
_FOLLOWING = re.compile(r"^(?:\S+\s+){5}.*[.!?][\"”’)]{0,2}$")
_TITLE = Kind.TITLE
_NEAR = 15
"""Lines above and below the article's paragraphs within which a note is its own."""
_BEGINNINGS = (
    "correct", "clarif", "retract", "erratum", "corrigend", "update", "withdrawn", "editor", "note to",
    "because of an ", "an article ", "an obituary ", "a column ", "a review ", "a picture caption ",
)  # fmt: skip
"""A note begins like this or says “this”: told sooner than by the patterns."""
_NOTED = (
    Lazy(rf"\n[^\w\n]{{0,40}}(?i:{'|'.join(_BEGINNINGS)})"),
    Lazy(rf"his (?i:{_PIECE})"),
    Lazy(rf"HIS (?i:{_PIECE})"),
)
"""How such notes begin, and what an article says when it speaks of itself (“This article”)."""
_LONGEST = 1200
"""Characters of the longest line that is taken for such a note."""
_TAKEN_BACK = r"(?:retracted|withdrawn|withdrew|removed)"
_RETRACTION = re.compile(
    r"^\W{0,3}(?:retraction|retracted|withdrawn)\b|"
    rf"\b(?:retract(?:s|ing)|withdraw(?:s|ing)|{_TAKEN_BACK}) (?:this|the) {_PIECE}\b|"
    rf"(?<!\b(?:in|of|to) )(?<!\bfrom )\bthis {_PIECE} (?:has been|was|is)(?: \w+)? {_TAKEN_BACK}\b",
    re.IGNORECASE,
)
"""The article itself is taken back, not a line of it: “Retraction”, “this article has been removed”."""
_CORRECTION = re.compile(
    r"correct|clarif|amend|erratum|corrigend|version of|revised|misstated|misspelled", re.IGNORECASE
)
_DAY_LINE = re.compile(
    r"^\W{0,3}updated?\W{1,3}(?:\w{3,9}\.? \d|\d{1,2}[ :./]|\d{4}|today|yesterday|an? )",
    re.IGNORECASE,
)


def find_amendments(article: Article, kinds: Sequence[Kind]) -> dict[int, Amendment]:
    """The notes of `article` on its own correction, withdrawal or update, by the index of their line.

    `kinds` are those of the lines; the headline is none, nor is what stands far from the article.
    """
    body = body_lines(kinds)
    if not body:
        return {}
    reach = range(max(body[0] - _NEAR, 0), min(body[-1] + _NEAR, len(kinds)))
    lines = [at for at in reach if kinds[at] is not _TITLE]
    return dict(_found(article, lines))


def _may_be(article: Article, lines: Sequence[int]) -> list[int]:
    """The few of `lines` that begin like a note or speak of the article itself."""
    first, end = article.lines[lines[0]].start, article.lines[lines[-1]].end
    starts = [line.start for line in article.lines]
    may = {
        bisect_right(starts, found.end() - 1) - 1
        for pattern in _NOTED
        for found in pattern.finditer(article.text, max(first - 1, 0), end)
    }
    return sorted(may.union(lines[:1]).intersection(lines))


def _found(article: Article, lines: Sequence[int]) -> Iterator[tuple[int, Amendment]]:
    taken = -1
    for index in _may_be(article, lines):
        line = article.lines[index]
        words = article.text[line.start : line.end]
        small = words.lower()
        begins = small.lstrip("*[(•- ").startswith(_BEGINNINGS)
        if index == taken or len(words) > _LONGEST or not (begins or "this " in small):
            continue
        if not any(stem in small for stem in _STEMS):
            continue
        if begins and _alone().match(words):
            below = lines[bisect_right(lines, index) :][:1]
            after = article.lines[below[0] if below else index]
            if below and _FOLLOWING.match(article.text[after.start : after.end]):
                taken = below[0]
                yield index, Amendment(line.start, line.end, _sort(words))
                yield taken, Amendment(after.start, after.end, _sort(words))
        elif not _DAY_LINE.match(words) and any(each.search(words) for each in _compiled()):
            yield index, Amendment(line.start, line.end, _sort(words))


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(_ALONE, re.IGNORECASE)


@cache
def _compiled() -> Sequence[re.Pattern[str]]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)


def _sort(words: str) -> Amending:
    if _RETRACTION.search(words):
        return Amending.RETRACTION
    return Amending.CORRECTION if _CORRECTION.search(words) else Amending.UPDATE
