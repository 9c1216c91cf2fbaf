"""Indirect speech: what is reported without quotation marks, as the clause of the verb."""

from collections.abc import Iterator

from msgspec.structs import replace

from briefing.analysis.beside import NOUNS
from briefing.analysis.cues import Cue, Cues
from briefing.analysis.quoted_as import quoted_as
from briefing.analysis.subjects import Said, in_front, inverted, masked, subject
from briefing.analysis.voices import Voices
from briefing.model.findings import Attribution, Form
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.text.lazy import Lazy

_END = Lazy(r"[.!?](?=\s|$)")
_CLAUSE = Lazy(r"(?: (?:on |last |this )?[A-Z]?\w+day)?(?P<that> that)? (?=\S)")
_TOLD = Lazy(r"(?: [\w’'․-]+){1,6}?(?P<that> that) (?=\S)")
_TELLING = frozenset(
    "told tells telling warned warns warning urged urges assured assures reminded".split()
)
"""Verbs that name the hearer before what is said."""
_OF_THINGS = frozenset(
    "posted posts reported reports denied denies confirmed confirms declared declares "
    "acknowledged acknowledges".split()
)
"""Verbs that take a thing as well as a clause: “posted profits”, “confirmed its inquiry”."""
_FINITE = Lazy(
    r"(?:(?!that\b|which\b|who\b|what\b)[\w․’'-]+ ){1,9}?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do)\b"
)
_NO_CLAUSE = Lazy(
    r"(?:to|in|on|at|by|for|from|with|of|about|as|and|or|but|during|after|before|last|this week|when|"
    r"while|so|yes|no|the same|"
    r"what|how|why|whether|against|among|into|over|under|until|through|\w+day|"
    r"\w+ing|\w+ed)\b|[,;:—–-]"
)
_TAIL = Lazy(
    r"(?:,? (?:on|in|at|during|after|to) [^,;]{2,60}| \w+day)?$|(?:,| \w+day,) (?:adding|noting|citing)\b"
)
_LEAD_IN = Lazy(r"(?:(?:[A-Z][\w․’'-]* |[a-z][\w-]* |the )){0,4}")
_IN_PLACE = Lazy(r" (?:in|of|on) (?:the )?[a-z]+$")
"""Before a noun that is no verb: “strong showings in the dozen states”."""
_ITS_OWN = Lazy(r"(?:,|\b(?:is|are|was|were|been|be)(?: \w+ly| now| still)?) $")
"""Before a participle whose subject stands in front of it, and not some word beside it: “a letter to
the House stating”."""
_DATELINE = Lazy(
    r"[A-ZÀ-Þ][A-ZÀ-Þ/. -]+(?:, [A-Z][\w․’'. -]{1,30}){0,2} (?:\([^()]{2,40}\) ?)?(?:--|—|–|-) "
)
"""Before what a report opens with: “VANCE, Sept. 5 (Agency) -- ”."""
_LEAST_LETTERS = 25
_REACH = 240
_LEAST_APART = 5
"""Characters between two verbs that can have subjects of their own."""


def reported(
    source: Source, start: int, end: int, cues: Cues, voices: Voices
) -> Iterator[Attribution]:
    """The reported clauses of whole sentences in `[start, end)` that hold no quotation marks."""
    verbs = cues.within(start, end)
    if not verbs:
        return
    text = masked(source.text[start:end])
    done = begin = seen = 0
    stop = -1
    for cue in verbs:
        if seen and cue.start - seen < _LEAST_APART:
            seen = cue.end
            continue
        for full_stop in _END.finditer(text, seen, cue.start):
            begin = full_stop.end()
        seen = cue.end
        if cue.start < done or cue.word not in cues.saying:
            continue
        if stop < cue.end:
            end_mark = _END.search(text, cue.end)
            stop = end_mark.start() if end_mark else len(text)
        found = _clause(text, cue, begin, stop)
        if found is None:
            continue
        said = replace(found[0], at=start + found[0].at)
        if (voice := voices.lead_to(said)) is None:
            continue
        done = stop
        place = Passage(source.id, start + found[1], start + found[2])
        yield Attribution(
            place,
            source.text[place.start : place.end],
            voice.speaker,
            voice.as_written,
            voice.role,
            cue.word,
            Form.INDIRECT,
        )
        if voice.speaker:
            voices.current = voice


def _clause(text: str, cue: Cue, begin: int, stop: int) -> tuple[Said, int, int] | None:
    """Who says it, and where the reported clause lies, in front of the verb or behind it."""
    verb = cue.word
    if quoted := quoted_as(text, cue.start, verb):
        content = _behind(text, cue, stop)
        return (quoted, content, stop) if content is not None else None
    if verb.endswith("ing") and not _ITS_OWN.search(text[begin : cue.start]):
        return None
    if turned := _turned_round(text, cue, begin, stop):
        return turned
    lead = max(begin, cue.start - _REACH)
    said = in_front(text[lead : cue.start], verb)
    if said is not None:
        said = replace(said, at=lead + said.at)
    else:
        if not text.startswith(", ", cue.start - 2):
            return None
        if verb.endswith("ing"):
            return _beside(text, cue, begin, stop)
        said = inverted(text, cue.end, verb)
        return _long_enough(text, said, begin, cue.start - 2) if said else None
    noun = verb in NOUNS and said.words not in ("he", "she")
    if noun and (not said.words[0].isupper() or _IN_PLACE.search(said.words)):
        return None
    content = _behind(text, cue, stop)
    if content is not None:
        return said, content, stop
    if not _TAIL.match(text[cue.end : stop]):
        return None
    comma = text.rfind(", ", begin, said.at)
    if comma < 0 or not _LEAD_IN.fullmatch(text, comma + 2, said.at):
        return None
    return _long_enough(text, said, begin, comma)


def _beside(text: str, cue: Cue, begin: int, stop: int) -> tuple[Said, int, int] | None:
    """The clause behind a participle, said by the subject of its sentence: “Moss left, saying …”."""
    said = subject(text[begin : cue.start].lstrip(), cue.word)
    content = _behind(text, cue, stop)
    return (said, content, stop) if said is not None and content is not None else None


def _turned_round(text: str, cue: Cue, begin: int, stop: int) -> tuple[Said, int, int] | None:
    """The clause in front of a comma, a verb and a name that ends the sentence: “…, said Moss.”."""
    if not text.startswith(", ", cue.start - 2) or cue.word.endswith("ing"):
        return None
    said = inverted(text, cue.end, cue.word)
    if said is None or not said.words[0].isupper():
        return None
    behind = said.at + len(said.words)
    ended = text[behind:stop] in ("", ",")
    role = text[cue.end : cue.end + 2].strip().islower() and " " in said.words
    ended = ended or (role and text.startswith((",", " of ", " at "), behind))
    return _long_enough(text, said, begin, cue.start - 2) if ended else None


def _long_enough(text: str, said: Said, begin: int, end: int) -> tuple[Said, int, int] | None:
    start = begin + len(text[begin:end]) - len(text[begin:end].lstrip())
    if dateline := _DATELINE.match(text, start, end):
        start = dateline.end()
    return (said, start, end) if end - start >= _LEAST_LETTERS else None


def _behind(text: str, cue: Cue, end: int) -> int | None:
    """Where the reported clause behind `cue` starts, if there is one before `end`."""
    telling = cue.word in _TELLING
    clause = (_TOLD if telling else _CLAUSE).match(text, cue.end, end)
    if clause is None or end - clause.end() < _LEAST_LETTERS:
        return None
    if clause["that"] is None and (telling or _NO_CLAUSE.match(text, clause.end())):
        return None
    if clause["that"] is None and cue.word in _OF_THINGS and not _FINITE.match(text, clause.end()):
        return None
    return clause.end()
