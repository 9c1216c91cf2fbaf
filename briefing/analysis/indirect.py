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
_LEAST_LETTERS = 25


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
    done = 0
    for cue in known.hits(text):
        if cue.start() < done or cue.group() not in known.saying:
            continue
        end_mark = _END.search(text, cue.end())
        end = end_mark.start() if end_mark else len(text)
        begin = max((stop.end() for stop in _END.finditer(text, 0, cue.start())), default=0)
        clause = _CLAUSE.match(text, cue.end(), end)
        if clause is None or end - clause.end() < _LEAST_LETTERS:
            continue
        if clause["that"] is None and (
            cue.group().startswith("t") or clause.end() != cue.end() + 1
        ):
            continue
        said = in_front(text[begin : cue.start()], cue.group())
        if said is None:
            continue
        voice = voices.lead_to(said)
        if voice is None:
            continue
        done = end
        start, stop = segment.start + clause.end(), segment.start + end
        yield Attribution(
            Passage(source.id, start, stop),
            source.text[start:stop],
            voice.speaker,
            voice.as_written,
            voice.role,
            cue.group(),
            Form.INDIRECT,
        )
        if voice.speaker:
            voices.current = voice
