"""The body of a source, its paragraphs and sentences: read once for all who look at them."""

import re
from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from msgspec import Struct

from briefing.analysis.reprints import sample_of
from briefing.analysis.standing import Signs, Standing, judge, signs_of
from briefing.model.passage import Excerpt
from briefing.model.source import Source
from briefing.text.calendar import Moment, led_to_calendar
from briefing.text.numbers import Amount, find_amounts
from briefing.text.numbers_abroad import find_amounts_abroad, is_comma_language
from briefing.text.phrases import Row, Span, Words, row_of
from briefing.text.sentences import sentences
from briefing.text.spaces import flat
from briefing.text.times import TimeWords, find_times, letters_of, tell_of_times
from briefing.text.times_abroad import find_times_abroad, tells_of_the_future
from briefing.text.variants import compared_stems

LONGEST = 70
"""Most words of a sentence that is printed as evidence."""
_NUMBERS = re.compile("[dsc]")
_STANDS, _STANDS_NAMED = 0.9, 0.7
_NOWHERE: Mapping[int, bool] = {}
"""Held once for all the bodies in which nothing stands."""
# A name at the head, to which a later “his” can lead.
_NAMED = re.compile(
    r"(?!(?:The|An?|In|On|At|For|But|And|This|That|Prior|After|Before|When|While|With|By|From|To|If|"
    r"Since|During|Under|Over|Among|Despite|Because|Although|Though|Even|As|Not|Only|All|Some|Many|Most) )"
    r"[A-Z][\w.’'-]+(?<!ed)(?<!ing) "
)


class Body:
    """The body of a source, read once for all who look at it, and no sooner than somebody does.

    `told` are the sentences read so far, also in others with which it is looked at: what is printed
    in several papers is read once.
    """

    __slots__ = (
        "_held", "_lasting", "_paragraphs", "_sample", "_stretches", "_words", "source", "text", "told",
    )  # fmt: skip

    def __init__(self, source: Source, told: "dict[str, Wording] | None" = None) -> None:
        self.source = source
        self.told = {} if told is None else told
        self.text = flat(source.text)
        self._paragraphs: dict[int, Paragraph] = {}
        self._words: Words | None = None
        self._stretches: list[Span] | None = None
        self._lasting = True  # what is cut is kept, until `forget`
        self._sample: Sequence[int] | None = None
        self._held: dict[AbstractSet[str], Mapping[int, bool]] = {}

    @property
    def stretches(self) -> list[Span]:
        """The ranges of its paragraphs."""
        if self._stretches is not None:
            return self._stretches
        stretches = [(part.start, part.end) for part in self.source.body()]
        if self._lasting:
            self._stretches = stretches
        return stretches

    def paragraph(self, number: int, stretch: Span) -> "Paragraph":
        """The paragraph of that number, which is the range `stretch`."""
        known = self._paragraphs.get(number)
        if known is None:
            known = self._paragraphs[number] = Paragraph(self, *stretch)
        return known

    @property
    def words(self) -> Words:
        """The words of its paragraphs, each with its place."""
        if self._words is not None:
            return self._words
        words = Words(self.text, self.stretches)
        if self._lasting:
            self._words = words
        return words

    @property
    def words_at_hand(self) -> Words | None:
        """Its words, where they need not be cut again."""
        return self._words

    @property
    def sample(self) -> Sequence[int]:
        """The runs of words by which its reprints are found."""
        if self._sample is None:
            self._sample = sample_of(self.words.written)
        return self._sample

    def forget(self) -> None:
        """Let go of the words: whoever asks for them from now on cuts them again.

        They take twice the memory of a text, and next to nothing of it is asked for once more.
        """
        self._words = self._stretches = None
        self._lasting = False

    def holding(self, wanted: AbstractSet[str], above: Container[str] = ()) -> Mapping[int, bool]:
        """The numbers of the paragraphs in which one of the words `wanted` stands.

        With each whether one of them is among those `above` others.
        """
        known = self._held.get(wanted)
        if known is None:
            words = self.words
            lasts, written = words.lasts, words.written
            found: dict[int, bool] = {}
            for place in words.among(wanted):
                number = bisect_right(lasts, place)
                found[number] = found.get(number, False) or written[place] in above
            known = self._held[wanted] = found or _NOWHERE
        return known


class Paragraph(Struct):
    """A paragraph of a body."""

    body: Body
    start: int
    end: int
    _sentences: tuple[tuple[int, int], ...] | None = None
    _said: "tuple[Said, ...] | None" = None
    _runs: "dict[tuple[int, int], Run] | None" = None

    @property
    def source(self) -> Source:
        """The source that it stands in."""
        return self.body.source

    @property
    def text(self) -> str:
        """The whole text of the source, in plain spaces."""
        return self.body.text

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Ranges of the sentences."""
        if self._sentences is None:
            language = self.source.language or "en"
            self._sentences = sentences(self.text, self.start, self.end, language)
        return self._sentences

    def said(self) -> "tuple[Said, ...]":
        """The sentences, ready to be read for figures and times."""
        if self._said is None:
            self._said = tuple([self._sentence(start, end) for start, end in self.sentences()])
        return self._said

    def _sentence(self, start: int, end: int) -> "Said":
        told = self.body.told
        text = self.body.text[start:end]
        wording = told.get(text)
        if wording is None:
            wording = told[text] = Wording(text, self.body, start)
        return Said(self.body.source, start, end, wording)

    def can_open(self, number: int) -> bool:
        """Whether words can stand by themselves that begin with the sentence of that number."""
        return self.said()[number].signs.opening > 0

    def run(self, first: int, last: int) -> "Run":
        """The sentences from the `first`-th to the `last`-th, judged."""
        if self._runs is None:
            self._runs = {}
        known = self._runs.get((first, last))
        if known is None:
            said = self.said()
            shorter = self._runs.get((first, last - 1))
            shown = shorter.shown if shorter else said[first].signs
            for one in said[last if shorter else first + 1 : last + 1]:
                shown = shown.joined(one.signs)
            excerpt = Excerpt.cut(self.source, said[first].start, said[last].end)
            known = self._runs[first, last] = Run(excerpt, shown, judge(shown))
        return known


class Run(Struct, frozen=True):
    """One sentence or several in a row: how many words they have, and how well they stand alone."""

    excerpt: Excerpt
    shown: Signs
    standing: Standing


class Wording:
    """The words of a sentence: what is read from them is read once, wherever they stand again."""

    __slots__ = (
        "_amounts",
        "_body",
        "_letters",
        "_row",
        "_signs",
        "_start",
        "_stems",
        "_time_words",
        "_times",
        "text",
    )

    def __init__(self, text: str, body: Body | None = None, start: int = 0) -> None:
        self.text = text
        self._body = body
        self._start = start
        self._stems: frozenset[str] | None = None
        self._signs: Signs | None = None
        self._row: Row | None = None
        self._letters: str | None = None
        self._amounts: tuple[Amount, ...] | None = None
        self._time_words: tuple[TimeWords, ...] | None = None
        self._times: dict[date | None, tuple[tuple[TimeWords, Moment], ...]] | None = None

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words that carry meaning."""
        if self._stems is None:
            self._stems = frozenset(compared_stems(self.text))
        return self._stems

    @property
    def signs(self) -> Signs:
        """What it shows of how well it stands by itself."""
        if self._signs is None:
            language = self._body and self._body.source.language
            self._signs = signs_of(self.text, language or "en")
        return self._signs

    @property
    def row(self) -> Row:
        """Its words, each with its place in the text."""
        if self._row is None:
            whole = self._body and self._body.words_at_hand
            start = self._start
            self._row = whole.row(start, start + len(self.text)) if whole else row_of(self.text)
        return self._row

    @property
    def letters(self) -> str:
        """What each of its words can begin."""
        if self._letters is None:
            self._letters = letters_of(self.row.written)
        return self._letters

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The amounts in it."""
        if self._amounts is None and (language := self._comma_language):
            self._amounts = tuple(find_amounts_abroad(self.text, language))
        if self._amounts is None:
            letters = self.letters
            if _NUMBERS.search(letters):
                starts, offset = self.row.starts, self.row.offset
                places = [starts[at.start()] - offset for at in _NUMBERS.finditer(letters)]
                self._amounts = tuple(find_amounts(self.text, begins=places))
            else:
                self._amounts = ()
        return self._amounts

    @property
    def _comma_language(self) -> str:
        """Its language, where that writes a comma before decimals; else, and if unknown, nothing."""
        language = self._body.source.language if self._body else None
        return language if language and is_comma_language(language) else ""

    def times(self, day: date | None) -> tuple[tuple[TimeWords, Moment], ...]:
        """The expressions of time in it that can be led to the calendar, when written on `day`."""
        if self._time_words is None:
            if language := self._comma_language:
                self._time_words = tuple(find_times_abroad(self.text, language[:2]))
            elif tell_of_times(self.letters):
                self._time_words = tuple(find_times(self.text, self.row, self.letters))
            else:
                self._time_words = ()
        if not self._time_words:
            return ()
        if self._times is None:
            self._times = {}
        known = self._times.get(day)
        if known is None:
            led = led_to_calendar(self._time_words, self.text, day)
            if self._comma_language and day and not tells_of_the_future(self.text):
                led = (one for one in led if not (one[1].inferred and one[1].on > day))
            known = self._times[day] = tuple(led)
        return known

    def forget(self) -> None:
        """Let go of the words, once figures and times are read: they take more than the text."""
        self._row = self._letters = None


class Said(Struct, eq=False):
    """A sentence of a source: its place, and its text in plain spaces."""

    source: Source
    start: int
    end: int
    wording: Wording

    @property
    def text(self) -> str:
        """Its text in plain spaces."""
        return self.wording.text

    @property
    def day(self) -> date | None:
        """The day on which it was published."""
        return self.source.published

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words that carry meaning."""
        return self.wording.stems

    @property
    def signs(self) -> Signs:
        """What it shows of how well it stands by itself."""
        return self.wording.signs

    @property
    def row(self) -> Row:
        """Its words, each with its place in the text."""
        return self.wording.row

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The amounts in it."""
        return self.wording.amounts

    @property
    def times(self) -> tuple[tuple[TimeWords, Moment], ...]:
        """The expressions of time in it that can be led to the calendar."""
        return self.wording.times(self.source.published)

    def read_times(self) -> None:
        """Read the times, the last for which the words are needed."""
        self.wording.times(self.source.published)
        self.wording.forget()

    def cut(self) -> Excerpt:
        """The sentence as an excerpt."""
        return Excerpt.cut(self.source, self.start, self.end)

    def stands(self) -> bool:
        """Whether a reader understands it without what came before."""
        if self.signs.words > LONGEST:
            return False
        least = _STANDS_NAMED if _NAMED.match(self.text) else _STANDS
        return judge(self.signs).factor > least
