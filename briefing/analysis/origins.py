"""On whom a source leans: the outlets whose report it passes on, with the words that show it.

Names come from the list of outlets and from how the sentence is built: what stands where only an
outlet can stand (“first reported by …”) is one, if it is written like a name.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.analysis.lexicon import Outlets
from briefing.model.findings import Origin
from briefing.model.passage import Passage
from briefing.model.source import Source

_NAME = r"(?:[Tt]he )?(?P<name>[A-Z][\w.’'&/-]*(?: (?:of |and |della )?[A-Z][\w.’'&/-]*){0,4}(?: \([a-z]+\))?)"
# Where only an outlet can stand, whatever its name.
_BUILT = (
    re.compile(rf"\b(?:first|originally|earlier|previously) (?:reported|published|revealed) (?:by|in) {_NAME}"),
    re.compile(rf"\b(?:as |was |were )?reported (?:by|in) {_NAME}"),
    re.compile(rf"\b(?:according to|citing|cited by|quoting|quoted by) (?:a |an |one )?(?:[a-z]+ )?(?:report|reports|article|dispatch|story) (?:by|in|from|of) {_NAME}"),
    re.compile(rf"\bin (?:an interview|an article|comments|remarks) (?:with|to|for|in|published by) {_NAME}"),
)  # fmt: skip
_DATELINE = re.compile(r"^[A-Z][\w.,’' /-]{1,50}?\((?P<name>[A-Z][\w ]{1,30})\) ?[—–-]")
_MENTION_BEFORE = re.compile(
    r"(?:\b(?:told|telling|tells|reported by|according to|citing|cited by|quoting|published (?:by|in)|"
    r"interview(?:ed)? (?:with|by)|reported in|reports? (?:by|from|in)|said|say|says|writing (?:in|for)|"
    r"wrote (?:in|for)|a) (?:[Tt]he )?)$"
)
_MENTION_AFTER = re.compile(
    r"^(?:,? (?:first |also |has |had |previously |earlier |later )*(?:reported|reports|revealed|wrote|"
    r"writes|said|says|noted|quoted|cited|citing|published|learned|obtained)\b|['’]s? report\b| report(?:s|ed)?\b|"
    r" (?:dispatch|story|article)\b)"
)
_REACH = 40


def origins(source: Source, outlets: Outlets) -> tuple[Origin, ...]:
    """The places in the body of `source` that show on whom it leans, in reading order."""
    pattern = _names_pattern(tuple(outlets.names))
    publisher = source.publisher or ""
    own = {publisher.casefold(), outlets.names.get(publisher, publisher).casefold()}
    found: dict[tuple[int, str], Origin] = {}
    for number, segment in enumerate(source.body()):
        text = source.text[segment.start : segment.end]
        for start, end, name in (
            *_listed(text, pattern, outlets),
            *_built(text, outlets),
            *(_dateline(text, outlets) if number == 0 else ()),
        ):
            if name.casefold() in own:
                continue
            place = Passage(source.id, segment.start + start, segment.start + end)
            key = (place.end, name)
            if key not in found or place.start < found[key].passage.start:
                found[key] = Origin(name, source.text[place.start : place.end], place)
    return tuple(sorted(found.values(), key=lambda origin: origin.passage))


@lru_cache(maxsize=4)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])")


def _listed(
    text: str, pattern: re.Pattern[str], outlets: Outlets
) -> Iterator[tuple[int, int, str]]:
    """Outlets of the list that stand where a report is passed on."""
    for found in pattern.finditer(text):
        before = _MENTION_BEFORE.search(text[max(0, found.start() - _REACH) : found.start()])
        after = _MENTION_AFTER.match(text[found.end() : found.end() + _REACH])
        if before and before.group().strip().removesuffix(" the") != "a":
            start = found.start() - len(before.group())
            yield start, found.end(), outlets.names[found.group()]
        elif after:
            yield found.start(), found.end() + after.end(), outlets.names[found.group()]


def _built(text: str, outlets: Outlets) -> Iterator[tuple[int, int, str]]:
    for pattern in _BUILT:
        for found in pattern.finditer(text):
            name = found["name"].rstrip(".,’'")
            end = found.start("name") + len(name)
            yield found.start(), end, outlets.names.get(name, name)


def _dateline(text: str, outlets: Outlets) -> Iterator[tuple[int, int, str]]:
    found = _DATELINE.match(text)
    if found and found["name"] in outlets.names:
        yield found.start("name") - 1, found.end("name") + 1, outlets.names[found["name"]]
