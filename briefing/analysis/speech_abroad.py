"""Who said what in articles of languages whose words a `Tongue` holds; unsure stays `None`.

The same rules of position as in English: a verb of saying with somebody beside it, right beside the
quotation; what follows in the paragraph goes on with him.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.analysis.cues_abroad import (
    CuesAbroad,
    Said,
    Verb,
    behind,
    beside,
    in_front,
    source_of,
)
from briefing.analysis.indirect_abroad import reported_abroad
from briefing.analysis.people_abroad import People
from briefing.analysis.phrases_abroad import read_phrase
from briefing.analysis.quotemarks import Quoted, quoted
from briefing.analysis.tongues import Tongue
from briefing.analysis.voices import Voice
from briefing.analysis.voices_abroad import VoicesAbroad
from briefing.model.findings import Attribution, Form
from briefing.model.passage import Passage
from briefing.model.source import Segment, Source
from briefing.text.phrases import Words
from briefing.text.words import count_words

LEAST_WORDS = 4
"""Fewest words of a quotation that counts as speech without a verb beside it."""
STOP = re.compile(
    r"[.!?](?<!\b[A-ZÀ-Þ]\.)(?<!\d\.)(?<!\b[A-Zdnzu]\.)(?<!\b(?:Dr|Mr|St|Nr|ca|vs|Sr|Ms)\.)"
    r"(?<!\b(?:Mrs|Sra|bzw|Mio|Mrd|etc|Mme|Hon|Hrn|Dra|art|Art|pág)\.)(?<!\bProf\.)"
    r"[”“»«\"’)]* +(?=[„“”«»\"—–¿¡(]*[A-ZÀ-ÞĀ-Ž\d¿¡])"
)
_REACH = 260
_NEAR = 90
"""Characters behind a quotation in which the verb that goes with it begins."""
_LEAD = 500
_GOES_ON = (",", "?", "!", "—", "–", "-", "…", "...")
_SET_OFF = re.compile(r"[\s,]*(?:[—–-] ?)?")
_ENDS = (".", "!", "?", "…", ",")
_OPENS = (":", ",", "—", "–")
_MARKS = "„“”«»\"‘’'"
_MANY_WORDS = 12
_NO_NAME = 8
"""Words of what is too long to be the name of a thing."""


class Place(Struct, frozen=True):
    """A quotation in its surroundings: the offsets between which its sentence lies."""

    item: Quoted
    lead: int
    end: int
    goes_on: bool


class Page(Struct, frozen=True):
    """What is looked through: the text, its people, where the quotations of a paragraph lie."""

    source: Source
    people: People
    voices: VoicesAbroad
    marks: tuple[Quoted, ...]
    verbs: tuple[Verb, ...]

    @property
    def tongue(self) -> Tongue:
        """Its language."""
        return self.people.tongue


class SpeechAbroad:
    """The reported speech of one article, a paragraph after the other."""

    def __init__(
        self, source: Source, body: Sequence[Segment], tongue: Tongue, words: Words | None
    ) -> None:
        stretches = [(part.start, part.end) for part in body]
        self._source = source
        self._people = People(tongue, source.text, stretches)
        self._cues = CuesAbroad(words or Words(source.text, stretches), tongue)
        self._voices = VoicesAbroad(self._people)

    def paragraph(self, segment: Segment) -> Iterator[Attribution]:
        """The reported speech in the next paragraph, in reading order."""
        self._voices.begin_paragraph(segment.start)
        yield from _of_paragraph(self._source, segment, self._people, self._voices, self._cues)
        self._voices.end_paragraph()


def _of_paragraph(
    source: Source,
    segment: Segment,
    people: People,
    voices: VoicesAbroad,
    cues: CuesAbroad,
) -> Iterator[Attribution]:
    text = source.text
    marks = quoted(text, segment.start, segment.end, people.marks)
    verbs = tuple(
        verb
        for verb in cues.within(segment.start, segment.end)
        if not any(one.outer_start <= verb.start < one.outer_end for one in marks)
    )
    page = Page(source, people, voices, marks, verbs)
    done = segment.start
    for at, item in enumerate(marks):
        place = _place(page, segment, at)
        said = _beside(page, place)
        if item.outer_start > done:
            yield from reported_abroad(
                source, done, min(place.lead, item.outer_start), people, voices, verbs
            )
        done = max(done, place.end)
        voice = _voice(page, place, said, segment)
        if not _is_speech(text, place, voice, said):
            continue
        yield _attribution(source, place, voice, said)
        if said is not None or voice is not None or _is_whole(text, item):
            voices.heard(voice, closed=item.closed)
    yield from reported_abroad(source, done, segment.end, people, voices, verbs)


def _is_whole(text: str, item: Quoted) -> bool:
    """Whether a quotation is long enough that somebody speaks in it."""
    return count_words(text[item.start : item.end]) >= _MANY_WORDS


def _place(page: Page, segment: Segment, at: int) -> Place:
    text, marks = page.source.text, page.marks
    item = marks[at]
    begin = max(segment.start, item.outer_start - _LEAD)
    lead = begin
    for full_stop in STOP.finditer(text, begin, item.outer_start):
        lead = full_stop.end()
    for earlier in marks[max(0, at - 5) : at]:
        if earlier.outer_start < lead < earlier.outer_end:
            lead = earlier.outer_start
    limit = marks[at + 1].outer_start if at + 1 < len(marks) else segment.end
    end = min(limit, item.outer_end + _REACH)
    stop = STOP.search(text, item.outer_end, end)
    end = stop.start() + 1 if stop else end
    inside = text[item.start : item.end].rstrip(_MARKS + " ")
    behind_it = text[item.outer_end : item.outer_end + 3].lstrip(" ")
    goes_on = inside.endswith(_GOES_ON) or behind_it.startswith((",", "—", "–", "-"))
    if not inside.endswith("."):
        goes_on = goes_on or behind_it[:1].islower()
    return Place(item, min(lead, item.outer_start), end, goes_on)


def _beside(page: Page, place: Place) -> Said | None:
    """The verb and the speaker behind the quotation, else in front of it."""
    lead = page.source.text[place.lead : place.item.outer_start].rstrip()
    return _after(page, place) or _before(page, place, lead)


def _after(page: Page, place: Place) -> Said | None:
    text, tongue = page.source.text, page.tongue
    at = place.item.outer_end
    if not place.goes_on or _is_name_in_marks(page, place):
        return None
    set_off = _SET_OFF.match(text, at, place.end)
    begin = set_off.end() if set_off else at
    if accord := tongue.accords.match(text, begin, place.end):
        who = source_of(accord.end(), place.end, page.people)
        return Said(who, accord.group().strip(), begin) if who else None
    word = re.compile(r"[^\W\d_]+ ").match(text, begin, place.end)
    if word and word.group().strip() in tongue.so:
        who = read_phrase(page.people.reading, word.end(), place.end)
        if who is not None and who.kind != "thing":
            return Said(who, word.group().strip(), begin)
    for verb in page.verbs:
        if verb.start < at:
            continue
        if verb.start > min(place.end, at + _NEAR):
            return None
        return _with_verb_behind(page, place, begin, verb)
    return None


def _is_name_in_marks(page: Page, place: Place) -> bool:
    """Whether a few words within a sentence are the name of a thing: Der „Kurier“ sagte Moss."""
    text, item = page.source.text, place.item
    if place.lead == item.outer_start or text[item.outer_end : item.outer_end + 1] != " ":
        return False
    few = count_words(text[item.start : item.end]) < LEAST_WORDS
    return few and text[item.start].isupper()


def _with_verb_behind(page: Page, place: Place, begin: int, verb: Verb) -> Said | None:
    """The subject of the first verb behind a quotation, if the verb goes with it."""
    text, people = page.source.text, page.people
    gap = text[begin : verb.start]
    if re.search(r"[.;:!?]", gap) or (gap.count(",") > 2):  # noqa: PLR2004 - an aside
        return None
    if verb.pronoun:
        return Said(beside(verb, begin, place.end, people), verb.word, verb.start)
    rest = gap
    while skip := people.tongue.skips.match(rest):
        rest = rest[skip.end() :]
    words = rest.split()
    while words and words[0].strip(",") in people.tongue.openers:
        words = words[1:]
    if not words:
        who = behind(verb.end, place.end, people)
        if who is None and _has_no_subject(page, verb, place.end):
            return Said(None, verb.word, verb.start)
        return Said(who, verb.word, verb.start) if who else None
    if (
        gap[:1].isupper()
        and text[begin - 1] == " "
        and "," not in text[place.item.outer_end : begin]
    ):
        return None  # The next sentence.
    who = in_front(begin, verb.start, people)
    if who is not None and who.kind != "thing":
        return Said(who, verb.word, verb.start)
    return None


def _has_no_subject(page: Page, verb: Verb, end: int) -> bool:
    """Whether nobody is named behind a verb, in a language that then means who spoke last."""
    if not page.tongue.drops_pronouns:
        return False
    stop = re.compile(r"[^,.;:]*").match(page.source.text, verb.end, end)
    return not page.people.mentioned(verb.end, stop.end() if stop else end)


def _before(page: Page, place: Place, lead: str) -> Said | None:
    """The verb and its subject in the sentence in front of the quotation, which `lead` holds."""
    text, people, tongue = page.source.text, page.people, page.tongue
    start, end = place.lead, place.item.outer_start
    if not lead or not _may_lead_in(page, place, lead):
        return None
    verbs = [
        verb for verb in page.verbs if start <= verb.start < end and verb.word not in tongue.after
    ]
    for verb in reversed(verbs):
        who = beside(verb, _clause(page, start, verb.start), end, people)
        if who is not None and who.kind != "thing":
            return Said(who, verb.word, verb.start)
        if who is None and _goes_with_another(text, verb, tongue):
            continue
        break
    if not verbs and (accord := tongue.accords.match(text, start, end)):
        who = source_of(accord.end(), end, people)
        if who is not None:
            return Said(who, accord.group().strip(), start)
    long = count_words(text[place.item.start : place.item.end]) >= LEAST_WORDS
    if lead.endswith(":") and not verbs and long:
        return _opening(page, start, end)
    return None


def _may_lead_in(page: Page, place: Place, lead: str) -> bool:
    """Whether the words before a quotation can lead it in, and it is no name in marks."""
    if lead.endswith((":", ",")) or lead.rpartition(" ")[2] in page.tongue.that:
        return True
    if any(place.lead <= one.outer_start < place.item.outer_start for one in page.marks):
        return False
    words = page.source.text[place.item.start : place.item.end]
    return not words[0].isupper() or count_words(words) >= _NO_NAME


def _clause(page: Page, start: int, end: int) -> int:
    """Where the clause of a verb begins: behind a quotation, a colon or a dash before it."""
    text = page.source.text
    for item in page.marks:
        if start <= item.outer_end <= end:
            start = item.outer_end
    for mark in re.finditer(r"[:;] | [–—] |[–—](?=\w)", text[start:end]):
        begin = start + mark.end()
        if begin < end:
            return _clause(page, begin, end) if mark.end() else begin
    return start


def _goes_with_another(text: str, verb: Verb, tongue: Tongue) -> bool:
    """Whether the subject of a verb is that of the one before: “… und sagte”."""
    word = text[: verb.start].rstrip().rpartition(" ")[2]
    return word in tongue.openers


def _opening(page: Page, start: int, end: int) -> Said | None:
    """Who opens a sentence that ends in a colon: “Moss freut sich: „…“”."""
    found = read_phrase(page.people.reading, start, end)
    if found is None or found.kind != "name":
        return None
    known = found.titled or page.people.is_person(page.people.full(found.words))
    follows = page.source.text[found.end : found.end + 2]
    if not known or (found.start != start and not found.titled):
        return None
    after = re.match(r"(?: \([^()]{1,40}\))?(?::| [a-zà-ÿ])", page.source.text[found.end : end])
    if follows.startswith(":") and found.end + 1 < len(page.source.text[:end].rstrip()):
        return None  # The turn of a dialogue, in which others are quoted.
    return Said(found, ":" if follows.startswith(":") else "", found.start) if after else None


def _voice(page: Page, place: Place, said: Said | None, segment: Segment) -> Voice | None:
    voices, text = page.voices, page.source.text
    if said is not None:
        until = min(said.at, place.item.outer_start)
        if said.who is None:
            return voices.left_out(until)
        return voices.lead_to(said.who, until)
    lead = text[place.lead : place.item.outer_start].strip()
    if not lead:
        return voices.going_on(first=place.item.outer_start - segment.start <= 1)
    named = voices.people.named_in(place.lead, place.item.outer_start)
    current = voices.current
    if current is None or lead.endswith(":") or any(name != current.speaker for name in named):
        return None
    words = text[place.item.start : place.item.end]
    if words[0].isupper() and count_words(words) < _NO_NAME and not words.endswith(_ENDS):
        return None
    if any(place.item.outer_end <= verb.start < place.end for verb in page.verbs):
        return None
    inside = any(place.lead <= one.outer_start < place.item.outer_start for one in page.marks)
    return current if inside else None


def _is_speech(text: str, place: Place, voice: Voice | None, said: Said | None) -> bool:
    """Whether the words between the marks are speech, and no title or scare quote."""
    if said is not None and voice is not None:
        return True
    words = text[place.item.start : place.item.end]
    if count_words(words) < LEAST_WORDS:
        return False
    lead = text[place.lead : place.item.outer_start].rstrip()
    return (
        voice is not None
        or not lead
        or lead.endswith((*_OPENS, "”", "“", "»", '"'))
        or place.goes_on
    )


def _attribution(
    source: Source, place: Place, voice: Voice | None, said: Said | None
) -> Attribution:
    start, end = place.item.start, place.item.end
    lead = source.text[place.lead : place.item.outer_start].rstrip()
    opens = not lead or lead.endswith(_OPENS)
    return Attribution(
        passage=Passage(source.id, start, end),
        text=source.text[start:end],
        speaker=voice.speaker if voice else None,
        as_written=voice.as_written if voice else None,
        role=voice.role if voice else None,
        cue=(said.cue or None) if said else None,
        form=Form.DIRECT if opens and not source.text[start].islower() else Form.MIXED,
    )
