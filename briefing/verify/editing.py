"""Finds printed words in a source: word for word, or with the marks that editors use.

`[…]` and an ellipsis leave words out, `[he]` stands for some words or is put in, `[T]he` changes a
letter. Whatever stands between such marks must stand in the source, in this order.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from briefing.model.report import Change
from briefing.model.unspaced import UNSPACED
from briefing.verify.folding import OPTIONAL, Folded

_MARKS = re.compile(r"\[([^\[\]]{0,80})\]|\.{3,4}")
_SLACK = 140
"""Characters of a source that one bracket may stand for."""
_MOST_STEPS = 400
_LOOSE = " ,.;:-"
_HYPHENS = "-‐‑"
_PLACED_WITH = "$€£¥#"


class Match(Struct, frozen=True):
    """Where printed words stand in a folded text, and the editor's changes."""

    start: int
    end: int
    changes: tuple[Change, ...] = ()


class _Joint(Struct, frozen=True):
    """An editor's mark between two stretches of words; `letters` begin the word behind it."""

    shown: str
    inner: str | None
    in_word: bool = False
    letters: str = ""

    @property
    def omits(self) -> bool:
        return self.inner is None

    def is_sources_own(self, words: str) -> bool:
        """Whether the source has `words`, the very marks that are printed."""
        return "".join(words.split()) == "".join(self.shown.split())


def find_words(needle: str, hay: Folded) -> Match | None:
    """The folded `needle` in `hay`, word for word or as an editor may change it."""
    for start, end in occurrences(needle, hay):
        return Match(start, end)
    if "[" not in needle and "..." not in needle:
        return None
    apart = _take_apart(needle)
    for spans in _chains(apart, hay, [_MOST_STEPS]):
        changes = (
            *_at_edge(apart.lead, hay.text[: spans[0][0]][-1:]),
            *_changes(spans, apart.joints, hay.text),
            *_at_edge(apart.trail, ""),
        )
        return Match(spans[0][0], spans[-1][1], changes)
    return None


def _at_edge(joint: _Joint | None, letter: str) -> Iterator[Change]:
    """A bracket that stands before or behind all words; an omission there leaves nothing out."""
    if joint and (joint.letters or not joint.omits):
        yield Change(joint.shown, letter if joint.letters else "", legal=True)


def occurrences(
    needle: str, hay: Folded, start: int = 0, *, left: bool = True, right: bool = True
) -> Iterator[tuple[int, int]]:
    """Where `needle` stands in `hay` as whole words; `left` and `right` ask for a word's edge."""
    if not needle:
        return
    for begin, end in _raw(needle, hay.text, start):
        if (not left or _is_edge(hay, begin)) and (not right or _is_edge(hay, end)):
            yield begin, end


def _raw(needle: str, text: str, start: int) -> Iterator[tuple[int, int]]:
    if OPTIONAL in needle:
        pattern = re.compile("-?".join(map(re.escape, needle.split(OPTIONAL))))
        yield from (match.span() for match in pattern.finditer(text, start))
        return
    at = text.find(needle, start)
    while at >= 0:
        yield at, at + len(needle)
        at = text.find(needle, at + 1)


def _is_edge(hay: Folded, at: int) -> bool:
    """Whether a quotation may begin or end at `at`: not inside a word, a number or an amount."""
    text = hay.text
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    if not before or not after:
        return True
    further, beyond = text[at - 2 : at - 1] if at > 1 else "", text[at + 1 : at + 2]
    if UNSPACED.match(before) or UNSPACED.match(after):
        return True
    if before.isalnum() and after.isalnum():
        return False
    if before.isdigit() and (after == "%" or (after in ".," and beyond.isdigit())):
        return False
    if after.isdigit() and (before in _PLACED_WITH or (before in ".," and further.isdigit())):
        return False
    if before.isalnum() and beyond.isalnum():
        if after == "-" and _is_hyphen(hay, at):
            return _joins_names(text, at)
        possessive = text[at : at + 2] == "'s" and not text[at + 2 : at + 3].isalnum()
        return possessive or after != "'"
    if after.isalnum() and before == "-" and _is_hyphen(hay, at - 1):
        return not (further.isalnum() or after.isdigit()) or _joins_names(text, at - 1)
    if after.isalnum() and before == "'" and further.isalnum():
        # Behind words in single marks that nothing parts from the next (“a 'must'Then”), or an elision.
        return after.isupper() and further.islower()
    return True


def _joins_names(text: str, at: int) -> bool:
    """Whether the hyphen at `at` joins two names, each of which stands for itself: “Post-ABC poll”."""
    start = max(text.rfind(" ", 0, at), text.rfind("-", 0, at)) + 1
    return text[start].isupper() and text[at + 1].isupper()


def _is_hyphen(hay: Folded, at: int) -> bool:
    """Whether the folded dash at `at` is a hyphen within a word: it was one character."""
    return hay.origin(at + 1) - hay.origin(at) <= 1


class _Apart(Struct):
    """Printed words taken apart: stretches, the marks between them, and those at the ends."""

    stretches: list[str]
    joints: list[_Joint]
    lead: _Joint | None = None
    trail: _Joint | None = None


def _take_apart(needle: str) -> _Apart:
    apart = _Apart([], [])
    waiting: list[_Joint] = []
    last = 0
    for match in [*_MARKS.finditer(needle), None]:
        stretch = needle[last : match.start()] if match else needle[last:]
        joint = _joint(needle, match) if match else None
        words = _trimmed(stretch, waiting[-1] if waiting else None, joint)
        if any(map(str.isalnum, words)):
            mark = _merged(waiting)
            if mark and apart.stretches:
                apart.joints.append(mark)
            elif mark:
                apart.lead = mark
            apart.stretches.append(words)
            waiting = []
        if match and joint:
            waiting.append(joint)
            last = match.end()
    apart.trail = _merged(waiting)
    return apart


def _joint(needle: str, match: re.Match[str]) -> _Joint:
    inner = match[1]
    omits = inner is None or not inner.strip(". ")
    before, after = needle[: match.start()][-1:], needle[match.end() :][:1]
    in_word = not omits and (before.isalnum() or after.isalnum())
    letters = inner if in_word and not before.isalnum() else ""
    return _Joint(match[0], None if omits else inner, in_word, letters or "")


def _trimmed(stretch: str, before: _Joint | None, after: _Joint | None) -> str:
    """Without loose ends where words are left out, without spaces where some are put in."""
    if before and not before.in_word:
        stretch = stretch.lstrip(_LOOSE if before.omits else " ")
    if after and not after.in_word:
        stretch = stretch.rstrip(_LOOSE if after.omits else " ")
    return stretch


def _merged(marks: list[_Joint]) -> _Joint | None:
    """Of marks in a row, the one that leaves words out."""
    if not marks:
        return None
    shown = " ".join(mark.shown for mark in marks)
    omits = any(mark.omits for mark in marks)
    last = marks[-1]
    return _Joint(shown, None if omits else marks[0].inner, last.in_word, last.letters)


def _chains(apart: _Apart, hay: Folded, steps: list[int]) -> Iterator[list[tuple[int, int]]]:
    """Places of all stretches in order."""
    if not apart.stretches:
        return
    first, *others = apart.stretches
    lead = apart.lead if apart.lead and apart.lead.letters else None
    free_right = bool(apart.joints) and apart.joints[0].in_word
    for span in occurrences(first, hay, left=lead is None, right=not free_right):
        steps[0] -= 1
        if steps[0] < 0:
            return
        if lead and not _is_same_letter(lead.letters, hay.text, span[0]):
            continue
        if not others:
            yield [span]
            continue
        for rest in _following(others, apart.joints, hay, span[1], steps):
            yield [span, *rest]


def _is_same_letter(letters: str, text: str, at: int) -> bool:
    """Whether the letters in brackets before a word are the word's own, capital or small.

    The source may itself print them in brackets.
    """
    if text.endswith(f"[{letters}]", 0, at):
        return True
    begin = at - len(letters)
    own = text[max(0, begin) : at]
    return own.casefold() == letters.casefold() and not text[max(0, begin) - 1 : begin].isalnum()


def _following(
    stretches: list[str], joints: list[_Joint], hay: Folded, end: int, steps: list[int]
) -> Iterator[list[tuple[int, int]]]:
    joint = joints[0]
    edge = not joint.in_word
    free_right = len(joints) > 1 and joints[1].in_word
    for span in occurrences(stretches[0], hay, end, left=edge, right=not free_right):
        steps[0] -= 1
        if steps[0] < 0 or (not joint.omits and span[0] - end > _SLACK):
            return
        if joint.letters and not _is_same_letter(joint.letters, hay.text, span[0]):
            continue
        own = hay.text[end : span[0]].strip()
        if joint.in_word and not joint.letters and " " in own:
            return
        if not joint.omits and own[:1] == "[" and own[-1:] == "]" and not joint.is_sources_own(own):
            continue  # brackets of the source itself are its words
        if len(joints) == 1:
            yield [span]
            continue
        for rest in _following(stretches[1:], joints[1:], hay, span[1], steps):
            yield [span, *rest]


def _changes(spans: list[tuple[int, int]], joints: list[_Joint], text: str) -> Iterator[Change]:
    for joint, before, after in zip(joints, spans, spans[1:], strict=False):
        source = text[before[1] : after[0]].strip()
        differs = any(map(str.isalnum, source)) and not joint.is_sources_own(source)
        if differs or (joint.inner and not source):
            yield Change(joint.shown, source, legal=True)
