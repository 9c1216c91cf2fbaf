"""Finds what a document says of its own correction, withdrawal or update.

Such a note is the publisher's last word on the article: it is never quoted as body, and it follows
every excerpt of the source. News about a correction (“the ministry withdrew the report”) is none:
a note names itself, or speaks of “this article”.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.cleaning.known import body_lines
from briefing.model.source import Amending, Amendment, Article, Kind

_STEMS = (
    "correct", "clarif", "retract", "withdrawn", "amended", "update", "erratum",
    "corrigend", "version of this", "revised", "originally",
)  # fmt: skip
"""Without one of these in its text an article holds no such note."""
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
)  # fmt: skip
"""A note begins like this or says “this”: told sooner than by the patterns."""
_LONGEST = 1200
"""Characters of the longest line that is taken for such a note."""
_RETRACTION = re.compile(r"retract|withdrawn|removed", re.IGNORECASE)
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
    near = article.text[article.lines[reach[0]].start : article.lines[reach[-1]].end]
    # Bytes are made small in a tenth of the time; the stems are ASCII.
    small = near.encode("utf-8", "surrogatepass").lower()
    stems = [stem for stem in _STEMS if stem.encode() in small]
    if not stems:
        return {}
    lines = [index for index in reach if kinds[index] is not _TITLE]
    return dict(_found(article, lines, stems))


def _found(
    article: Article, reach: Sequence[int], stems: Sequence[str]
) -> Iterator[tuple[int, Amendment]]:
    label: tuple[int, Amending] | None = None
    for index in reach:
        line = article.lines[index]
        words = article.text[line.start : line.end]
        if label and _FOLLOWING.match(words):
            heading = article.lines[label[0]]
            yield label[0], Amendment(heading.start, heading.end, label[1])
            yield index, Amendment(line.start, line.end, label[1])
            label = None
            continue
        label = None
        small = words.lower()
        if len(words) > _LONGEST or not any(stem in small for stem in stems):
            continue
        begins = small.lstrip("*[(•- ").startswith(_BEGINNINGS)
        if not begins and "this " not in small:
            continue
        if begins and _alone().match(words):
            label = index, _sort(words)
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
