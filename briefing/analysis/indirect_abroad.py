"""What is reported without quotation marks in other languages: the plain cases.

“Moss sagte, der Hafen sei offen”, “Moss a déclaré que …”, “…, explicó Moss.”, “Selon Moss, …”.
"""

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.cues_abroad import Verb, behind, beside, source_of
from briefing.analysis.people_abroad import People
from briefing.analysis.phrases_abroad import Who
from briefing.analysis.tongues import Tongue
from briefing.analysis.voices import Voice
from briefing.analysis.voices_abroad import VoicesAbroad
from briefing.model.findings import Attribution, Form
from briefing.model.passage import Passage
from briefing.model.source import Source

_SENTENCE = re.compile(
    r"[.!?](?<!\b[A-ZÀ-Þ]\.)(?<!\d\.)(?<!\b[A-Zdnzu]\.)(?<!\b(?:Dr|Nr|ca|Sr|St)\.)"
    r"(?<!\b(?:Sra|bzw|Mio|Mrd|etc|Mme)\.)(?<!\bProf\.)(?= |$)"
)
_LEAST_LETTERS = 25
_MOST_BETWEEN = 70
"""Characters between a verb and “dass”: whom it was told, when and where."""
_QUOTES = re.compile(r"[„“”«»\"]")


def reported_abroad(
    source: Source,
    start: int,
    end: int,
    people: People,
    voices: VoicesAbroad,
    verbs: Sequence[Verb],
) -> Iterator[Attribution]:
    """The reported clauses of whole sentences in `[start, end)` that hold no quotation marks."""
    if end - start < _LEAST_LETTERS:
        return
    begin = start + len(source.text[start:end]) - len(source.text[start:end].lstrip(" ,.!?"))
    while begin < end:
        stop = _SENTENCE.search(source.text, begin, end)
        close = stop.start() if stop else end
        if found := _clause(source.text, begin, close, people, verbs):
            who, cue, first, last = found
            voice = voices.lead_to(who, min(who.start, first if who.start > last else who.start))
            if voice is not None and (voice.speaker or voice.as_written):
                yield _attribution(source, voice, cue, first, last)
                if voice.speaker:
                    voices.current = voice
        begin = (stop.end() + 1) if stop else end


def _clause(
    text: str, start: int, end: int, people: People, verbs: Sequence[Verb]
) -> tuple[Who, str, int, int] | None:
    """Who says it, by which word, and where the reported clause lies in the sentence."""
    if _QUOTES.search(text, start, end):
        return None
    here = [
        verb for verb in verbs if start <= verb.start < end and verb.word in people.tongue.saying
    ]
    for verb in here:
        if found := _turned_round(text, start, end, people, verb) or _behind(
            text, start, end, people, verb
        ):
            return _long_enough(found)
    return _long_enough(_according(text, start, end, people))


def _long_enough(
    found: tuple[Who, str, int, int] | None,
) -> tuple[Who, str, int, int] | None:
    if found is None or found[3] - found[2] < _LEAST_LETTERS or found[0].kind == "thing":
        return None
    return found


def _turned_round(
    text: str, start: int, end: int, people: People, verb: Verb
) -> tuple[Who, str, int, int] | None:
    """The clause in front of a comma, a verb and its subject: “…, sagte Moss.”."""
    tongue = people.tongue
    comma = text.rfind(", ", start, verb.start)
    if comma < 0:
        return None
    gap = text[comma + 2 : verb.start]
    while skip := tongue.skips.match(gap):
        gap = gap[skip.end() :]
    if gap.strip() and gap.strip() not in tongue.openers:
        return None
    if verb.pronoun:
        who: Who | None = beside(verb, comma, end, people)
    else:
        who = behind(verb.end, end, people)
    if who is None or (text.find(",", who.end, end) >= 0 and not _ends_soon(who.end, end)):
        return None
    return who, verb.word, start, comma


def _ends_soon(at: int, end: int) -> bool:
    """Whether only an aside follows on who speaks."""
    return end - at <= _MOST_BETWEEN


def _behind(
    text: str, start: int, end: int, people: People, verb: Verb
) -> tuple[Who, str, int, int] | None:
    """The clause behind the verb, where “dass” or the mood of its verb shows it."""
    first = _content(text, verb.end, end, people.tongue)
    if first is None:
        return None
    who = beside(verb, start, first, people)
    return (who, verb.word, first, end) if who is not None else None


def _content(text: str, at: int, end: int, tongue: Tongue) -> int | None:
    for word in tongue.that:
        tied = r"(?:[’'](?=\w)| )" if len(word) == len("qu") else " "
        if hit := re.compile(rf"[^,;:.]{{0,{_MOST_BETWEEN}}}?[ ,]{{1,2}}{word}{tied}").match(
            text, at, end
        ):
            return hit.end()
    if not tongue.reported:
        return None
    comma = re.compile(rf"[^,;:.]{{0,{_MOST_BETWEEN}}}, ").match(text, at, end)
    if comma is None:
        return None
    words = set(re.findall(r"\w+", text[comma.end() : end].split(",", maxsplit=1)[0]))
    opens = text[comma.end() : end].split(" ", 1)[0]
    if (
        words.isdisjoint(tongue.reported)
        or opens in tongue.openers
        or (opens in ("der", "die", "das") and _is_relative(text, comma.end(), end))
    ):
        return None
    return comma.end()


def _is_relative(text: str, at: int, end: int) -> bool:
    """Whether a clause ends in its verb, as one that tells more of a noun does."""
    words = text[at:end].split(",", maxsplit=1)[0].split()
    return len(words) > 1 and words[1].islower() and not words[-1][0].isupper() and words[2:3] == []


def _according(text: str, start: int, end: int, people: People) -> tuple[Who, str, int, int] | None:
    """“Selon Moss, …” and “…, selon Moss.”: named persons and bodies only."""
    tongue = people.tongue
    for accord in tongue.accords.finditer(text, start, end):
        who = source_of(accord.end(), end, people)
        if who is None:
            return None
        cue = accord.group().strip().casefold()
        if accord.start() == start:
            if text.startswith(", ", who.end):
                return who, cue, who.end + 2, end
            if tongue.capital_nouns and who.kind == "name" and text.startswith(" ", who.end):
                return who, cue, who.end + 1, end
            return None
        if text.startswith(", ", accord.start() - 2) and end - who.end <= 1:
            return who, cue, start, accord.start() - 2
    return None


def _attribution(source: Source, voice: Voice, cue: str, start: int, end: int) -> Attribution:
    return Attribution(
        passage=Passage(source.id, start, end),
        text=source.text[start:end],
        speaker=voice.speaker,
        as_written=voice.as_written,
        role=voice.role,
        cue=cue,
        form=Form.INDIRECT,
    )
