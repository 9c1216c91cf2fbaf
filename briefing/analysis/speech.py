"""Who said what: quotations in the body, with the speaker where the words make it plain.

Rules of position (O'Keefe et al., EMNLP 2012): a verb of saying with a name before it or behind it,
right beside the quotation; a further quotation in the paragraph goes on with the same speaker.
Unsure stays `None`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speakers import PERSON, PRONOUN, ROLE, Person, people, resolve
from briefing.model.findings import Attribution, Form
from briefing.model.passage import Passage
from briefing.model.source import Segment, Source
from briefing.text.sentences import sentences
from briefing.text.words import count_words

_QUOTED = re.compile(r"“(?P<curly>[^“”]*)(?:”|$|(?=“))|(?<![\w\"])\"(?P<straight>[^\"]*)(?:\"|$)")
_REACH = 160
_DIRECT_WORDS = 6
_LEAST_WORDS = 3
"""Fewest words of a fragment without a speaker that count as speech and not as scare quotes."""


@dataclass(frozen=True, slots=True)
class _Cues:
    after: re.Pattern[str]
    before: re.Pattern[str]
    indirect: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Said:
    """Speaker and verb found beside a quotation; `at` is where the speaker stands."""

    words: str
    cue: str
    at: int


def attributions(source: Source, cues: CueVerbs) -> tuple[Attribution, ...]:
    """The reported speech in the body of `source`, in reading order."""
    patterns = _patterns(cues)
    body = source.body()
    known = [person for part in body for person in people(source.text, part.start, part.end)]
    found: list[Attribution] = []
    last: str | None = None
    for segment in body:
        for item in _of_paragraph(source, segment, patterns, known, last):
            found.append(item)
            last = item.speaker or last
    return tuple(found)


@lru_cache(maxsize=4)
def _patterns(cues: CueVerbs) -> _Cues:
    every = "|".join(sorted(cues.all, key=len, reverse=True))
    saying = "|".join(sorted(cues.saying, key=len, reverse=True))
    who = rf"(?P<who>{PRONOUN}\b|{ROLE}\b|{PERSON}|[Tt]he {PERSON})"
    aside = r"(?:, [^,.;“”\"]{2,90}(?:,[^,.;“”\"]{2,60})?,)?"
    return _Cues(
        after=re.compile(
            rf"[,.]? ?(?:{who}{aside} (?:has |had |also |later |then )*(?P<cue>{every})\b"
            rf"|(?P<cue2>{every}) (?P<who2>{PRONOUN}\b|{ROLE}\b|[Tt]he {PERSON}|{PERSON}))"
        ),
        before=re.compile(
            rf"{who}{aside} (?:has |had |also |later |then )*(?P<cue>{every})\b[^.!?“”\"]{{0,240}}$"
        ),
        indirect=re.compile(
            rf"^(?:[^,“”\"]{{3,50}}, )?{who}{aside} (?:has |had |also )*(?P<cue>{saying})\b"
            rf"(?: [A-Z]\w+(?: on \w+)?)?(?: (?:on |last |this )\w+)?(?: that)? (?P<what>[^“”\"]{{20,}})$"
        ),
    )


def _of_paragraph(
    source: Source, segment: Segment, cues: _Cues, known: Sequence[Person], last: str | None
) -> Iterator[Attribution]:
    current: str | None = None
    for found in _QUOTED.finditer(source.text, segment.start, segment.end):
        group = "curly" if found["curly"] is not None else "straight"
        start, end = found.span(group)
        words = source.text[start:end].strip()
        if not words:
            continue
        start += source.text[start:end].index(words[0])
        end = start + len(words)
        said = _beside(source.text, found.span(), segment, cues)
        count = count_words(words)
        if said is None and (current is None or count < _DIRECT_WORDS):
            if count < max(_LEAST_WORDS, _DIRECT_WORDS) or words[0].islower():
                continue
            yield _unattributed(source, start, end, words)
            continue
        before = current or last
        if said is None:
            speaker, role = resolve("he", found.start(), known, current)
        else:
            speaker, role = resolve(said.words, said.at, known, before)
        current = speaker
        yield Attribution(
            passage=Passage(source.id, start, end),
            text=words,
            speaker=speaker,
            as_written=said.words if said else None,
            role=role,
            cue=said.cue if said else None,
            form=Form.DIRECT if count >= _DIRECT_WORDS and not words[0].islower() else Form.MIXED,
        )


def _unattributed(source: Source, start: int, end: int, words: str) -> Attribution:
    return Attribution(Passage(source.id, start, end), words, None, None, None, None, Form.DIRECT)


def _beside(text: str, span: tuple[int, int], segment: Segment, cues: _Cues) -> _Said | None:
    """The speaker right behind the quotation, else the one right before it."""
    behind = text[span[1] : min(segment.end, span[1] + _REACH)]
    goes_on = text[span[0] : span[1]].rstrip("”\"").endswith((",", "?", "!", "—", "-"))
    if (goes_on or behind.startswith(",")) and (found := cues.after.match(behind)):
        who = "who" if found["who"] else "who2"
        return _Said(found[who], found["cue"] or found["cue2"], span[1] + found.start(who))
    begin = max(segment.start, span[0] - 2 * _REACH)
    spans = sentences(text, begin, span[0])
    sentence = spans[-1][0] if spans else begin
    if found := cues.before.search(text[sentence : span[0]]):
        return _Said(found["who"], found["cue"], sentence + found.start("who"))
    return None
