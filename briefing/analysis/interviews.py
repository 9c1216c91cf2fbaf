"""Interviews and transcripts: the answers of somebody named are speech, also without marks.

Three forms are read: questions and answers under letters (“Q:”, “A:”; “Frage:”, “Antwort:”), turns
under names (“Ada Moss: …”, “MOSS: …”), and questions in paragraphs of their own. The words of who
asks are given to nobody, and neither are the answers that a paper gives to questions of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from briefing.analysis.interviewees import Naming
from briefing.analysis.speakers import Cast
from briefing.model.source import Kind, Segment, Source
from briefing.text.lazy import Lazy

_LABEL = Lazy(
    r"(?P<name>[^\W\d_][\w.’'&-]*(?: [^\W\d_][\w.’'&-]*){0,5})"
    r"(?P<role> ?\([^()\n]{2,90}\)|, [^:.?!\n]{3,90})?:[ \n]+(?=\S)"
)
_LETTER = Lazy(r"(?P<name>[^\W\d_])[.:] +(?=\S)")
_NAME_ALONE = Lazy(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,2} [^\W\d_][\w’'-]*\w")
"""A line that may be a name of two words or more, over what somebody says."""
_LONGEST_NAME = 40
_SHOWN = (Kind.BODY, Kind.HEADING)
_REACH = 170
"""Characters in which a name, a role and a colon stand."""
_ASKING = frozenset(
    "q question questions frage f pregunta p domanda d pergunta vraag v вопрос в питання".split()
)
_ANSWERING = frozenset(
    "a answer answers antwort réponse r respuesta risposta resposta antwoord ответ о відповідь".split()
)
_STAFF = ("HOST", "BYLINE", "ANCHOR", "CORRESPONDENT")
"""Behind a name in a transcript: who tells the report, and is not asked."""
_LEAST, _LEAST_TURNS, _LEAST_OPEN = 2, 4, 3
"""Turns of each of two, turns in all, and questions that stand without a name or a letter."""
_LONGEST_QUESTION = 450
_LONG = 200
"""Characters from which on a paragraph between questions that speaks to nobody is an answer."""
_HALF, _QUARTER = 0.5, 0.25
_DENSE = 5
"""Paragraphs to a question at the most, where questions alone show that it is an interview."""
_QUESTION_ENDS = ("?", "?”", '?"', "?»", "?“", "?’", "?)", "？")
_NO_SPEECH = Lazy(r"[\[({_*•#=]|[-–—]{2}|\W*$")
_ABOUT_IT = Lazy(
    r"\b(?:[Ii]nterview(?:s)? (?:was|were|has been|had been|by|conducted|führte|fand)|"
    r"(?:edited|condensed|abridged|translated|lightly) (?:for|and|from|by)|[Rr]ush transcript|"
    r"(?:Gespräch|Interview|Fragen) (?:führten?|stellten?|wurde)|[Ff]ührten? das (?:Gespräch|Interview)|"
    r"[Ii]nterview:|[Aa]ufgezeichnet|[Üü]bersetz|[Pp]ropos recueillis|[Tt]raduit|[Tt]raducido|"
    r"[Ee]ntrevista (?:realizada|fue)|[Ii]ntervista (?:raccolta|di)|[Бб]еседовал|"
    r"[Ии]нтервью (?:взял|в[её]л))"
)
"""What a paper says of an interview, and nobody in it."""
_MARKED = Lazy(r"[“„«\"](?P<words>[^“”„«»\"]+)[”“»\"]?$")


class Turn(Struct, frozen=True):
    """What somebody says in a paragraph as his answer, and what stands there for his name."""

    start: int
    end: int
    speaker: str
    as_written: str | None


class _Line(Struct, frozen=True):
    """A paragraph: what it begins with, if that may name a speaker, and where its words begin."""

    part: Segment
    text: str
    label: str | None
    role: str
    start: int

    @property
    def words(self) -> str:
        """What stands behind the label."""
        return self.text[self.start : self.part.end]

    @property
    def asks(self) -> bool:
        """Whether it ends in a question."""
        return self.text.endswith(_QUESTION_ENDS, self.part.start, self.part.end)

    def turn(self, speaker: str) -> Turn:
        """The words as those of `speaker`, without the marks around them."""
        end = self.part.end
        marked = _MARKED.match(self.text, self.start, end)
        start, end = marked.span("words") if marked else (self.start, end)
        return Turn(start, end, speaker, self.label)


def turns(source: Source, body: Sequence[Segment], people: Cast) -> Mapping[int, Turn]:
    """The answers in an interview or a transcript, by the start of their paragraphs.

    Nothing where the article is none, or does not say who answers.
    """
    lines = _lines(source, body)
    labelled = sum(line.label is not None for line in lines)
    if labelled < _LEAST and sum(line.asks for line in lines) < _LEAST_OPEN:
        return {}
    naming = Naming(source, people)
    found = (
        _under_letters(naming, lines)
        or _under_names(naming, lines)
        or _under_questions(naming, lines)
    )
    return {line.part.start: line.turn(speaker) for line, speaker in found}


Answers = list[tuple[_Line, str]]
"""Paragraphs, each with who speaks in it."""


def _lines(source: Source, body: Sequence[Segment]) -> list[_Line]:
    """The paragraphs of `body`; where names stand in lines of their own, each labels the next one."""
    text = source.text
    alone: Counter[str] = Counter()
    # A name comes again and again, and the words of nobody are so short.
    for part in source.segments:
        if part.kind in _SHOWN and part.end - part.start <= _LONGEST_NAME:
            words = text[part.start : part.end]
            if _NAME_ALONE.fullmatch(words):
                alone[words] += 1
    names = {name for name, many in alone.items() if many >= _LEAST}
    if len(names) < _LEAST:
        return [_line(text, part) for part in body]
    lines: list[_Line] = []
    label: str | None = None
    for part in source.segments:
        if part.kind in _SHOWN and text[part.start : part.end] in names:
            label = text[part.start : part.end]
        elif part.kind is Kind.BODY:
            lines.append(_Line(part, text, label, "", part.start))
            label = None
    return lines


def _line(text: str, part: Segment) -> _Line:
    found = None
    if text[part.start + 1 : part.start + 2] in (".", ":"):
        found = _LETTER.match(text, part.start, part.end)
    if found is None and text.find(":", part.start, min(part.end, part.start + _REACH)) >= 0:
        found = _LABEL.match(text, part.start, part.end)
    if found is None:
        return _Line(part, text, None, "", part.start)
    role = found["role"] if found.re.groups > 1 else None
    return _Line(part, text, found["name"], role or "", found.end())


def _under_letters(naming: Naming, lines: Sequence[_Line]) -> Answers:
    """The answers behind “A:” between questions behind “Q:”, if it is plain who gives them."""
    signs = [(line.label or "").casefold() for line in lines]
    asked = [at for at, sign in enumerate(signs) if sign in _ASKING]
    answered = [at for at, sign in enumerate(signs) if sign in _ANSWERING]
    if min(len(asked), len(answered)) < _LEAST or asked[0] > answered[0]:
        return []
    answers = [lines[at] for at in answered]
    if sum(naming.in_person(line.words) for line in answers) < _HALF * len(answers):
        return []
    speaker = naming.interviewee(lines[asked[0]].part.start)
    if speaker is None:
        return []
    heads = dict.fromkeys(asked) | dict.fromkeys(answered, speaker)
    return list(_with_further(naming, lines, heads))


def _under_names(naming: Naming, lines: Sequence[_Line]) -> Answers:
    """What stands behind names that take turns, but for the words of who asks."""
    labels = Counter(line.label for line in lines if line.label)
    person = naming.of_labels([label for label, _ in labels.most_common()])
    held: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.label:
            held[person[line.label] or line.label].append(at)
    several = {who: places for who, places in held.items() if len(places) >= _LEAST}
    if len(several) < _LEAST or sum(map(len, several.values())) < _LEAST_TURNS:
        return []
    questions = sum(lines[at].asks for places in several.values() for at in places)
    written = "".join(lines[places[-1]].label or "" for places in several.values())
    if not questions and not written.isupper():
        return []
    heads: dict[int, str | None] = {}
    for who, places in held.items():
        speaks = (
            who in person.values()
            and (len(places) > 1 or who in lines[0].text)
            and _speaks(naming, [lines[at] for at in places])
        )
        for at in places:
            label = lines[at].label
            # A word behind which a colon stands only once is no label.
            if len(places) >= _LEAST or person[label or ""]:
                heads[at] = who if speaks and not lines[at].asks else None
    return list(_with_further(naming, lines, heads))


def _speaks(naming: Naming, turns: Sequence[_Line]) -> bool:
    """Whether who has these turns speaks for himself, and is not there to ask or to tell."""
    if any(line.role.strip(" ,()").endswith(_STAFF) for line in turns):
        return False
    asking = sum(line.asks for line in turns)
    return asking < _HALF * len(turns) and any(
        naming.in_person(line.words) or _MARKED.match(line.text, line.start, line.part.end)
        for line in turns
    )


def _with_further(
    naming: Naming, lines: Sequence[_Line], heads: Mapping[int, str | None]
) -> Iterator[tuple[_Line, str]]:
    """The turns in `heads`, by number of paragraph, each with the paragraphs in which it goes on.

    Where a paragraph in between tells of who speaks, or turns are few among the paragraphs, those
    without a name are the paper's; so are those behind the last turn, which may be an end matter.
    """
    told = len(heads) < _QUARTER * (len(lines) - min(heads))
    further: list[tuple[_Line, str]] = []
    speaker: str | None = None
    for at, line in enumerate(lines[: max(heads) + 1]):
        if line.words[:1].islower():
            speaker = None  # “archived recording …”: a label that is part of its paragraph.
        elif at in heads:
            speaker = heads[at]
            if speaker:
                yield line, speaker
        elif speaker:
            if _tells_of(speaker, line):
                told, speaker = True, None
            elif _ABOUT_IT.search(line.words):
                speaker = None
            elif _is_said(line) and (
                naming.in_person(line.words) or (_is_long(line) and not line.asks)
            ):
                further.append((line, speaker))
    if not told:
        yield from further


def _is_long(line: _Line) -> bool:
    return line.part.end - line.part.start >= _LONG


def _is_said(line: _Line) -> bool:
    return line.label is None and _NO_SPEECH.match(line.words) is None


def _tells_of(speaker: str, line: _Line) -> bool:
    """Whether a paragraph speaks of who would speak it."""
    return speaker.rsplit(maxsplit=1)[-1] in line.words


def _under_questions(naming: Naming, lines: Sequence[_Line]) -> Answers:
    """What stands between questions in paragraphs of their own, if it is plain who is asked."""
    asked = [
        at
        for at, line in enumerate(lines)
        if line.asks
        and line.part.end - line.part.start <= _LONGEST_QUESTION
        and (line.label is None or naming.of_label(line.label) is None)
    ]
    if len(asked) < _LEAST_OPEN or asked[-1] - asked[0] > _DENSE * len(asked):
        return []
    questions = frozenset(asked)
    named = [
        (at, who)
        for at, line in enumerate(lines)
        if line.label
        and " " in line.label
        and at - 1 in questions
        and not line.asks
        and (who := naming.of_label(line.label))
    ]
    if len({who for _, who in named}) == 1:
        first, speaker = named[0]
        return [(lines[first], speaker), *_answers(naming, lines[first + 1 :], speaker, sure=True)]
    told = naming.told(lines[asked[0]].part.start)
    if told is None or not _is_talk(naming, lines, asked):
        return []
    return list(_answers(naming, lines[asked[0] :], told, sure=False))


def _is_talk(naming: Naming, lines: Sequence[_Line], asked: Sequence[int]) -> bool:
    """Whether questions speak to somebody, and what follows them is in the first person."""
    answers = [
        " ".join(line.words for line in lines[at + 1 : end])
        for at, end in zip(asked, (*asked[1:], len(lines)), strict=True)
        if end > at + 1
    ]
    addressed = sum(naming.addresses(lines[at].words) for at in asked)
    in_person = sum(map(naming.in_person, answers))
    return addressed >= _QUARTER * len(asked) and in_person >= max(_LEAST, _HALF * len(answers))


def _answers(
    naming: Naming, lines: Iterable[_Line], speaker: str, *, sure: bool
) -> Iterator[tuple[_Line, str]]:
    """The paragraphs of `lines` that `speaker` says, up to where the paper speaks again."""
    for line in lines:
        if _tells_of(speaker, line) or _ABOUT_IT.search(line.words):
            return
        if line.asks or not _is_said(line):
            continue
        mine = naming.in_person(line.words)
        long = _is_long(line) and not naming.addresses(line.words)
        if mine or long or (sure and not naming.addresses(line.words)):
            yield line, speaker
