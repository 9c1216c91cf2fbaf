"""Indirect speech: what is reported without quotation marks, as the clause behind the verb."""

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.quotemarks import Quoted
from briefing.analysis.subjects import Verbs, in_front, masked
from briefing.analysis.voices import Voices
from briefing.model.findings import Attribution, Form
from briefing.model.passage import Passage
from briefing.model.source import Segment, Source

_END = re.compile(r"[.!?](?=\s|$)")
_CLAUSE = re.compile(
    r"(?: [A-Z][\w’'-]+){0,3}(?: (?:on |last |this )?[A-Z]?\w+day)?(?P<that> that)? (?=\S)"
)
_NO_CLAUSE = re.compile(
    r"(?:to|in|on|at|by|for|from|with|of|about|as|and|or|but|during|after|before|last|this week|when|"
    r"while|so|yes|no|"
    r"what|how|why|whether|against|among|into|over|under|until|through|\w+day|"
    r"\w+ing|\w+ed)\b"
)
_LEAST_LETTERS = 25
_REACH = 240
_LEAST_APART = 5
"""Characters between two verbs that can have subjects of their own."""


def reported(
    source: Source,
    segment: Segment,
    marks: Sequence[Quoted],
    known: Verbs,
    voices: Voices,
) -> Iterator[Attribution]:
    """The reported clauses of one paragraph that hold no quotation marks."""
    if marks:
        return
    text = masked(source.text[segment.start : segment.end])
    done = begin = seen = 0
    for cue in known.hits(text):
        if seen and cue.start() - seen < _LEAST_APART:
            seen = cue.end()
            continue
        for full_stop in _END.finditer(text, seen, cue.start()):
            begin = full_stop.end()
        seen = cue.end()
        if cue.start() < done or cue.group() not in known.saying:
            continue
        end_mark = _END.search(text, cue.end())
        end = end_mark.start() if end_mark else len(text)
        start = _content(text, cue, end)
        if start is None:
            continue
        said = in_front(text[max(begin, cue.start() - _REACH) : cue.start()], cue.group())
        if said is None:
            continue
        if (voice := voices.lead_to(said)) is None:
            continue
        done = end
        place = Passage(source.id, segment.start + start, segment.start + end)
        yield Attribution(
            place,
            source.text[place.start : place.end],
            voice.speaker,
            voice.as_written,
            voice.role,
            cue.group(),
            Form.INDIRECT,
        )
        if voice.speaker:
            voices.current = voice


def _content(text: str, cue: re.Match[str], end: int) -> int | None:
    """Where the reported clause behind `cue` starts, if there is one before `end`."""
    clause = _CLAUSE.match(text, cue.end(), end)
    if clause is None or end - clause.end() < _LEAST_LETTERS:
        return None
    names_a_hearer = clause.end() != cue.end() + 1
    if clause["that"] is None and (names_a_hearer or cue.group().startswith("t")):
        return None
    if clause["that"] is None and _NO_CLAUSE.match(text, clause.end()):
        return None
    return clause.end()
