"""Indirect speech: what is reported without quotation marks, as the clause of the verb."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefing.analysis.according import ACCORDING, PAST, accordings, given_as_source
from briefing.analysis.behind_verb import inverted
from briefing.analysis.beside import NOUNS
from briefing.analysis.cues import Cue, Cues
from briefing.analysis.quoted_as import quoted_as
from briefing.analysis.subjects import Said, in_front, masked, subject
from briefing.analysis.voices import Voice, Voices
from briefing.model.findings import Attribution, Form
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.text.lazy import Lazy

_END = Lazy(r"[.!?](?=\s|$)")
_OPENS_CLAUSE = (
    r"(?:(?:he|she|it|they|we|I|you|there|this|these|those|the|an?|his|her|its|their|our|my|no|some|all|"
    r"many|most|more|any|every|each|both|such|if|when|while|as|one|two|three)\b|[A-Z\d$€£])"
)
_CLAUSE = Lazy(r"(?: (?:on |last |this )?[A-Z]?\w+day)?(?P<that> that,?)? (?=\S)")
_CLAUSE_FAR = Lazy(
    r" (?:in|on|at|during|via|through|by|earlier|late|later|last|this (?:week|month|year|\w+ing|\w+noon)|"
    r"after|before|again|once|yesterday|today|[a-z]+ly)\b"
    r"(?:(?! (?:who|which|that|and|or|he|she|it|they|we|I|had|has|have|is|was|are|were|would|will|"
    r"condition|grounds|way)\b) [\w’'․$-]+){0,9}"
    rf"(?P<that> that,?) (?={_OPENS_CLAUSE})"
)
"""Where it is told first when or where: “said in a letter on Monday that the port …”."""
_TOLD = Lazy(r"(?: [\w’'․-]+){1,6}?(?P<that> that),? (?=\S)")
_TELLING = frozenset(
    "told tells telling warned warns warning urged urges assured assures reminded".split()
)
"""Verbs that name the hearer before what is said."""
_OF_CLAUSES = frozenset(
    "said says say saying told tells telling announced announces announcing".split()
)
"""Verbs behind which hardly anything but a clause stands, and announcing, which tells something by a
thing too. Others also take what nobody tells: “claimed victory”, “maintained a high level”."""
_DETERMINED = r"(?:the|an?|his|her|its|their|our|him|them|it|us|me|you|nobody|everybody)"
_FINITE = Lazy(
    r"(?:he|she|they|it|we|I|there|you|this|nobody|everybody)(?:[’'][a-z]{1,2})? (?!and\b|or\b)|"
    r"(?:(?!that\b|which\b|who\b|what\b)[\w․’'-]+ ){1,9}?"
    r"(?:(?:is|are|was|were|has|have|had|would|could|might|must|should|did|does|do)(?:n[’']t)?|"
    r"will|won[’']t|can|can[’']t|cannot|may)\b|"
    r"(?:(?!(?:of|in|on|at|by|for|from|with|to|as|and|or|that|which|who|after|when|while|over|about)\b)"
    r"[\w․’'-]+ ){1,4}?"
    rf"(?:(?!called|named|dubbed)[a-z]{{3,}}(?:ed|s) {_DETERMINED}\b|"
    rf"(?:{PAST})\b)"
)
"""What makes a clause: a pronoun before its verb, an auxiliary, a verb with what it is done to."""
_NO_CLAUSE = Lazy(
    r"(?:to|in|on|at|by|for|from|with|of|about|as|and|or|but|during|after|before|last|this week|when|"
    r"while|so|yes|no|the same|"
    r"what|how|why|whether|against|among|into|over|under|until|through|\w+day|"
    r"\w+ing|\w+ed)\b|[,;:—–-]"
)
_ONLY_A_NAME = Lazy(
    r"(?:the )?(?:[A-Z][\w․’'&-]* |(?:of|for|and|the|in|at) |[a-z]+(?<!ed)(?<!was)(?<!is) ){1,5}"
    r"[A-Z][\w․’'-]*"
)
"""Behind a verb that ends a clause: who said it, and nothing that is said."""
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
_NEXT_CLAUSE = Lazy(r", (?:but|while|whereas|though|although|and) (?=[^,;:—–]*(?:, [^,;:—–]+, )?$)")
"""Before a subject that says something else: “Moss said the port was open, but Brandt denied it”."""
_WITHIN_CLAUSE = Lazy(r"\s*(?:When|As|While|After|Before|Since|Although|Though) [^,]*$")
"""Before a verb whose clause ends with the next comma: “When Ada Moss announced the sale, he left”."""
_OPENS = Lazy(r"(?:(?:the |[A-Z][\w․’'-]* )*|[^,]+, )")
_LEAST_LETTERS = 25
_REACH = 240
_LEAST_APART = 5
"""Characters between two verbs that can have subjects of their own."""


def reported(
    source: Source, start: int, end: int, cues: Cues, voices: Voices
) -> Iterator[Attribution]:
    """The reported clauses of whole sentences in `[start, end)` that hold no quotation marks."""
    verbs = cues.within(start, end)
    given = accordings(source.text, start, end)
    if not verbs and not given:
        return
    text = masked(source.text[start:end])
    done = begin = seen = 0
    stop = -1
    for cue in sorted((*verbs, *given), key=_place_of) if given else verbs:
        if seen and cue.start - seen < _LEAST_APART:
            seen = cue.end
            continue
        for full_stop in _END.finditer(text, seen, cue.start):
            begin = full_stop.end()
        seen = cue.end
        if cue.start < done or not (cue.word in cues.saying or cue.word == ACCORDING):
            continue
        if stop < cue.end:
            end_mark = _END.search(text, cue.end)
            stop = end_mark.start() if end_mark else len(text)
        found = _clause(text, cue, begin, stop)
        if found is None:
            continue
        said, first, last = found
        if (voice := voices.lead_to(replace(said, at=start + said.at), start + begin)) is None:
            continue
        if first == last:
            # Who claims a thing has spoken, though nobody tells what he said.
            voices.current = voice if voice.speaker else voices.current
            continue
        if first > cue.end:
            last = begin = _ended(text, cue, begin, first, last, verbs)
        done = max(cue.end, last)
        yield _attributed(source, start + first, start + last, cue, voice)
        if voice.speaker:
            voices.current = voice


def _attributed(source: Source, start: int, end: int, cue: Cue, voice: Voice) -> Attribution:
    return Attribution(
        Passage(source.id, start, end),
        source.text[start:end],
        voice.speaker,
        voice.as_written,
        voice.role,
        cue.word,
        Form.INDIRECT,
    )


def _ended(text: str, cue: Cue, begin: int, start: int, stop: int, verbs: Sequence[Cue]) -> int:
    """Where the clause from `start` on ends: before `stop`, if another begins, or goes on, there."""
    if _WITHIN_CLAUSE.match(text, begin, cue.start):
        comma = text.find(", ", start + 1, stop)
        stop = comma if comma > 0 else stop
    return _another_says(text, start, stop, verbs) or stop


def _clause(text: str, cue: Cue, begin: int, stop: int) -> tuple[Said, int, int] | None:
    """Who says it, and where the reported clause lies, in front of the verb or behind it."""
    verb = cue.word
    if verb == ACCORDING:
        return _whole(text, given_as_source(text, cue, begin, stop))
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


def _another_says(text: str, start: int, stop: int, verbs: Sequence[Cue]) -> int | None:
    """Where in `[start, stop)` a clause ends behind which somebody else says something."""
    for cue in verbs[bisect_right(verbs, start, key=_place_of) :]:
        if cue.start >= stop:
            break
        if cue.word.endswith("ing"):
            continue
        border = _NEXT_CLAUSE.search(text, start, cue.start)
        if border is None or border.start() - start < _LEAST_LETTERS:
            continue
        said = in_front(text[border.end() : cue.start], cue.word)
        if said is not None and _OPENS.fullmatch(text, border.end(), border.end() + said.at):
            return border.start()
    return None


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


def _place_of(cue: Cue) -> int:
    return cue.start


def _whole(text: str, found: tuple[Said, int, int] | None) -> tuple[Said, int, int] | None:
    return _long_enough(text, *found) if found else None


def _long_enough(text: str, said: Said, begin: int, end: int) -> tuple[Said, int, int] | None:
    start = begin + len(text[begin:end]) - len(text[begin:end].lstrip())
    if dateline := _DATELINE.match(text, start, end):
        start = dateline.end()
    return (said, start, end) if end - start >= _LEAST_LETTERS else None


def _behind(text: str, cue: Cue, end: int) -> int | None:
    """Where the reported clause behind `cue` starts, if there is one before `end`."""
    telling = cue.word in _TELLING
    clause = (_TOLD if telling else _CLAUSE).match(text, cue.end, end)
    if not telling and (clause is None or clause["that"] is None):
        clause = _CLAUSE_FAR.match(text, cue.end, end) or clause
    if clause is None or end - clause.end() < _LEAST_LETTERS:
        return None
    if clause["that"] is None and (telling or _NO_CLAUSE.match(text, clause.end())):
        return None
    if clause["that"] is None and _ONLY_A_NAME.fullmatch(text, clause.end(), end):
        return None
    if clause["that"] is None and cue.word not in _OF_CLAUSES:
        return clause.end() if _FINITE.match(text, clause.end(), end) else end
    return clause.end()
