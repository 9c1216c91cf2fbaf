"""Who said what: quotations and reported speech in the body, with the speaker where it is plain.

Rules of position (O'Keefe et al., EMNLP 2012): a verb of saying with a name before it or behind it,
right beside the quotation; a further quotation in the paragraph goes on with the same speaker.
Unsure stays `None`.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.beside import after_quotation, before_quotation, with_any_verb
from briefing.analysis.cues import Cues
from briefing.analysis.indirect import reported
from briefing.analysis.interviews import Turn, turns
from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.quotemarks import Quoted, quoted
from briefing.analysis.speakers import Cast, cast
from briefing.analysis.speech_abroad import SpeechAbroad
from briefing.analysis.subjects import Said, subject
from briefing.analysis.tongues import Tongue
from briefing.analysis.voices import Voice, Voices
from briefing.model.findings import Attribution, Form
from briefing.model.passage import Passage
from briefing.model.source import Segment, Source
from briefing.text.lazy import Lazy
from briefing.text.phrases import Words
from briefing.text.words import count_words, is_function_word, words_of

_REACH = 220
_NEAR = 150
"""Characters behind a quotation in which the verb that goes with it begins."""
_LEAD = 420
_BEFORE = 20
"""Quotations looked back at for one that a sentence goes on from."""
_LEAST_WORDS = 4
"""Fewest words of a quotation that counts as speech without a verb beside it."""
_TITLED = 2
"""Words with capitals, and none without, that make a title."""
_MOST_BEFORE_NOUN = 7
"""Words in marks before a noun that may say which it is: the “in case of crisis or war” brochure."""
_ARTICLE = Lazy(r"\b(?:the|an?|this|that|its|their) [“\"‘']?$")
_OF_A_WORK = Lazy(
    r"(?:[’']s|s[’']|\bon|\b(?:show|programme|program|podcast|series|film|movie|book|novel|song|album|play|"
    r"magazine|column|website|site|blog)) [“\"‘']?$"
)
"""Before the title of what somebody speaks in: “told Norland Radio’s “This Week” that …”."""
_WORK_REACH = 16
_NOUN = Lazy(r"[”\"’']? [a-z]")
_OF_ANOTHER = Lazy(
    r"\b(?:which|who|that) (?:also |has |have |had |once )*(?:says?|said|states?|stated|writes|wrote|"
    r"claims|describes)\b"
)
"""Before words that are not of who spoke last: “a group which says on its page that it aims to”."""
_ANOTHER_TELLS = Lazy(
    r"(?!(?:He|She|I|We|They|It)\b)[A-Z][\w’'-]*(?: [\w’'.-]+){0,6} (?:later |also |then )?"
    r"[a-z]{3,}(?:ed|s) that\b"
)
"""Before what somebody else tells than who spoke last: “His office clarified that he spoke”."""
_SAID_NOTHING = Lazy(
    r"\b(?:(?:declin|refus)(?:es?|ed|ing) to (?:comment|discuss|answer|respond|elaborate)|"
    r"(?:did|does|has|had|would) not (?:immediately )?(?:respond|comment|answer))\b"
    r"(?!.*\b(?:sa(?:id|ys|ying)|t(?:old|elling)|add|call|insist|not(?:ed|ing)|argu|claim|wr(?:ote|iting)|tweet|"
    r"explain|describ|stat(?:ed|ing)))"
)
"""Before words that somebody was silent on."""
_WAS_ASKED = Lazy(
    r"\b(?:was|were|been|being|is|are) (?:then |also |later |often )?asked(?: by [^,:;]{2,40})?[,:] ?$"
)
"""Before a question that others put."""
_STOP = Lazy(
    r"[.!?](?<!\b[A-Z]\.)(?<!\b(?:M[rst]|[DF]r|[LS]t)\.)"
    r"(?<!\b(?:Sen|Rep|Gov|Gen|Maj|Col|Sgt|Adm|Rev|Hon|Mrs|Cpl|Amb)\.)(?<!\b(?:Sens|Reps|Capt|Prof|Brig|Supt|Cmdr)\.)"
    r"[”\"’')]* (?=[“\"‘'A-Z])"
)
_QUOTES = Lazy(r"[“\"][^“”\"]*[”\"]")
_OPENING_NAME = Lazy(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?=, (?:who|whose|an?|the) )")
"""A name that opens a sentence, and has something said of it: “Moss, who met him in “The Ship”, …:”."""
_ENGLISH = "en"
_ENDS = (".", "!", "?")
NO_TONGUES: Mapping[str, Tongue] = {}
_GOES_ON = (",", "?", "!", "—", "–", "-", "…", "...")


class _Place(Struct, frozen=True):
    """A quotation in its surroundings."""

    item: Quoted
    lead_start: int
    lead: str
    behind: str
    goes_on: bool
    comma: bool


def attributions(
    source: Source,
    cues: CueVerbs,
    words: Words | None = None,
    tongues: Mapping[str, Tongue] = NO_TONGUES,
) -> tuple[Attribution, ...]:
    """The reported speech in the body of `source`, in reading order.

    `words` are those of its body, where they are at hand already; `tongues` are the words of other
    languages than English, by their codes.
    """
    body = source.body()
    if source.language and not source.language.startswith(_ENGLISH):
        return _abroad(source, body, tongues.get(source.language[:2]), words)
    found: list[Attribution] = []
    stretches = tuple((part.start, part.end) for part in body)
    people = cast(source.text, stretches)
    answers = turns(source, body, people)
    voices = Voices(people)
    verbs = Cues(cues, words or Words(source.text, stretches))
    for segment in body:
        voices.begin_paragraph(segment.start)
        if turn := answers.get(segment.start):
            found.append(_answered(source, turn, people))
        else:
            found.extend(_of_paragraph(source, segment, verbs, voices))
        voices.end_paragraph()
    return tuple(sorted(found, key=lambda item: item.passage))


def _abroad(
    source: Source, body: Sequence[Segment], tongue: Tongue | None, words: Words | None
) -> tuple[Attribution, ...]:
    """The same in another language: without its words, nobody is named but who answers."""
    people = Cast(source.text)
    answers = turns(source, body, people)
    speech = SpeechAbroad(source, body, tongue, words) if tongue else None
    found: list[Attribution] = []
    for segment in body:
        if turn := answers.get(segment.start):
            found.append(_answered(source, turn, people))
        elif speech:
            found.extend(speech.paragraph(segment))
        else:
            found.extend(_unattributed(source, segment))
    return tuple(sorted(found, key=lambda item: item.passage))


def _answered(source: Source, turn: Turn, people: Cast) -> Attribution:
    """What somebody says in an interview: all of it is his, also what he has from others."""
    return Attribution(
        passage=Passage(source.id, turn.start, turn.end),
        text=source.text[turn.start : turn.end],
        speaker=turn.speaker,
        as_written=turn.as_written,
        role=people.role(turn.speaker),
        cue=None,
        form=Form.DIRECT,
    )


def _unattributed(source: Source, segment: Segment) -> Iterator[Attribution]:
    """The quotations in a paragraph whose language has other verbs: nobody is named for them."""
    for item in quoted(source.text, segment.start, segment.end):
        words = source.text[item.start : item.end]
        if count_words(words) >= _LEAST_WORDS and not _is_title(words):
            passage = Passage(source.id, item.start, item.end)
            yield Attribution(passage, words, None, None, None, None, Form.DIRECT)


def _of_paragraph(
    source: Source, segment: Segment, cues: Cues, voices: Voices
) -> Iterator[Attribution]:
    marks = quoted(source.text, segment.start, segment.end)
    done = segment.start
    for at, item in enumerate(marks):
        place = _place(source.text, segment, marks, at)
        asked = _WAS_ASKED.search(place.lead) is not None
        said = None if asked else _beside(place, cues)
        before = place.lead_start
        if said and said.at >= item.outer_end and place.lead.rstrip().endswith(_ENDS):
            before = item.outer_start
        if before > done:
            yield from reported(source, done, before, cues, voices)
        done = item.outer_end + len(place.behind)
        voice = None if asked else _voice(place, said, segment, voices)
        if not _is_speech(source.text, place, voice, said):
            continue
        yield _attribution(source, place, voice, said)
        voices.heard(voice, closed=item.closed, at=item.outer_end)
    yield from reported(source, done, segment.end, cues, voices)
    if source.text.endswith(":", done, segment.end):
        voices.announce(_announced(source.text, done, segment.end, cues, voices))


def _announced(text: str, start: int, end: int, cues: Cues, voices: Voices) -> Voice | None:
    """Who says what stands in the next paragraph: “Ada Moss said:”."""
    begin = start
    for full_stop in _STOP.finditer(text, start, end):
        begin = full_stop.end()
    verbs = cues.within(begin, end)
    found = before_quotation(text[begin:end], verbs) if verbs else None
    return voices.lead_to(replace(found, at=begin + found.at), begin) if found else None


def _place(text: str, segment: Segment, marks: tuple[Quoted, ...], at: int) -> _Place:
    item = marks[at]
    begin = max(segment.start, item.outer_start - _LEAD)
    lead_start = begin
    for full_stop in _STOP.finditer(text, begin, item.outer_start):
        lead_start = full_stop.end()
    for earlier in marks[max(0, at - _BEFORE) : at]:
        if earlier.outer_start < lead_start < earlier.outer_end:
            lead_start = earlier.outer_start
    limit = marks[at + 1].outer_start if at + 1 < len(marks) else segment.end
    end = min(limit, item.outer_end + _REACH)
    stop = _STOP.search(text, item.outer_end, end)
    behind = text[item.outer_end : stop.start() + 1 if stop else end]
    words = text[item.start : item.end].rstrip("’'”\" ")
    goes_on = words.endswith(_GOES_ON) or behind.startswith(",")
    comma = words.endswith(",") or behind.startswith(",")
    return _Place(item, lead_start, text[lead_start : item.outer_start], behind, goes_on, comma)


def _beside(place: _Place, cues: Cues) -> Said | None:
    """The verb and the speaker behind the quotation, else in front of it, with real offsets."""
    end = place.item.outer_end
    behind = cues.within(end, end + min(len(place.behind), _NEAR))
    if found := after_quotation(place.behind, place.goes_on, behind[0] if behind else None):
        return replace(found, at=end + found.at)
    if place.comma and (found := with_any_verb(place.behind)):
        return replace(found, at=end + found.at)
    if not place.lead or _SAID_NOTHING.search(place.lead):
        return None
    bare = place.lead
    if "“" in bare or '"' in bare:
        bare = _QUOTES.sub(lambda quote: "_" * len(quote.group()), bare)
    in_lead = cues.within(place.lead_start, place.item.outer_start)
    before = before_quotation(bare, [cue for cue in in_lead if bare[cue.start] != "_"])
    return replace(before, at=place.lead_start + before.at) if before else None


def _voice(place: _Place, said: Said | None, segment: Segment, voices: Voices) -> Voice | None:
    if said is not None:
        return voices.lead_to(said, place.lead_start, min(said.at, place.item.outer_start))
    lead = place.lead.strip()
    if not lead:
        return voices.going_on(first=place.item.outer_start - segment.start <= 1)
    if lead.endswith(":") and (found := subject(place.lead)):
        return voices.lead_to(replace(found, at=place.lead_start + found.at))
    if voices.current is not None:
        another = (
            _OF_ANOTHER.search(lead)
            or _SAID_NOTHING.search(lead)
            or _ANOTHER_TELLS.match(lead)
            or _opens_with_another(lead, voices.current)
        )
        return None if another else voices.current
    if (found := subject(place.lead)) and not _OF_ANOTHER.search(lead):
        return voices.lead_to(replace(found, at=place.lead_start + found.at))
    return None


def _opens_with_another(lead: str, current: Voice) -> bool:
    """Whether words that end in a colon open with another name than that of who spoke last."""
    opening = _OPENING_NAME.match(lead) if lead.endswith(":") else None
    return opening is not None and opening[0] not in (current.speaker or "")


def _is_speech(text: str, place: _Place, voice: Voice | None, said: Said | None) -> bool:
    """Whether the words between the marks are speech, and no title or scare quote."""
    words = text[place.item.start : place.item.end]
    if said is not None and voice is not None:
        return not (_OF_A_WORK.search(place.lead[-_WORK_REACH:]) and _is_title(words, least=1))
    many = count_words(words)
    if many < _LEAST_WORDS or (said is None and _is_title(words)):
        return False
    if said is None and many <= _MOST_BEFORE_NOUN and _is_before_noun(text, place):
        return False
    return voice is not None or not place.lead.strip() or place.lead.rstrip().endswith((":", ","))


def _is_title(words: str, least: int = _TITLED) -> bool:
    """Whether words are written as the title of a work: “History of the Harbour: Growth and Decline”."""
    telling = [word for word in words_of(words) if not is_function_word(word)]
    names = sum(len(word) > 1 and word[0].isupper() for word in telling)
    return names >= least and not any(word[0].islower() for word in telling)


def _is_before_noun(text: str, place: _Place) -> bool:
    """Whether words stand between an article and what may be its noun, as the name of a thing does."""
    return bool(_ARTICLE.search(place.lead)) and bool(_NOUN.match(text, place.item.end))


def _attribution(
    source: Source, place: _Place, voice: Voice | None, said: Said | None
) -> Attribution:
    start, end = place.item.start, place.item.end
    lead = place.lead.rstrip()
    opens = not lead or lead.endswith((":", ",", "—", "–"))
    return Attribution(
        passage=Passage(source.id, start, end),
        text=source.text[start:end],
        speaker=voice.speaker if voice else None,
        as_written=voice.as_written if voice else None,
        role=voice.role if voice else None,
        cue=(said.cue or None) if said else None,
        form=Form.DIRECT if opens and not source.text[start].islower() else Form.MIXED,
    )
