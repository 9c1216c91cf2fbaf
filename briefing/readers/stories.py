"""Parts a newsletter of several stories: each becomes a source with its own headline and link.

It is done only where the letter marks its stories alike, at least three times: a headline that is a
link, or one with a link right below it, or paragraphs that end in a link to read on. Nothing else
tells where a story begins, and nothing else is guessed.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.source import Article, Clue, Field, Kind, Line, Notice
from briefing.readers.reading import Reading
from briefing.text.dates import find_day
from briefing.text.lazy import Lazy
from briefing.text.links import URL, unwrap

_FEWEST = 3
_STORY_WORDS = 40
"""Words that three stories have at the least: letters of shorter ones only point to them."""
_SENTENCE_WORDS = 6
_BRIEF = 20
"""Words that one may have among at least three that have so many."""
_PROSE_WORDS = 12
_LONG = 26
"""Words from which a line is a paragraph even if it ends in no stop."""
_HEADLINE_WORDS = range(3, _LONG)
_COVERED = 0.6
"""Share of the letter's paragraphs, in words, that lie in its stories."""
_LINKED = 0.9
_STOPS = (".", '."', ".”", ".’", ":", ";", ",")
_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]]{0,3}$")
_ASKING = "?!？！"
"""Headlines end in these too, if they are no longer than one."""
_SEPARATOR = re.compile(r"^\W*$")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_READ_ON = Lazy(
    r"^\W*(?:(?:read|continue|see|view|get|find)\b.{0,20}\b(?:more|reading|on|full|whole|rest|story|article|"
    r"report|out|here|online)|(?:full|whole) (?:story|article|report|text)|read|learn more|"
    r"more\b.{0,12}|link|source|"
    r"weiterlesen|weiter|mehr\b.{0,20}|zum artikel|jetzt lesen|ganzer artikel|"
    r"lire\b.{0,20}|en savoir plus|leer\b.{0,20}|ver más|seguir leyendo|leia mais|ler mais|saiba mais|"
    r"leggi\b.{0,20}|continua\b.{0,10}|lees\b.{0,20}|läs\b.{0,10}|les\b.{0,10}|læs\b.{0,10}|czytaj\b.{0,10}|"
    r"читать\b.{0,20}|подробнее|続きを読む|全文|阅读全文|閱讀全文|자세히 보기|더 보기)\W*$",
    re.IGNORECASE,
)
_LEAVES = Lazy(
    r"unsubscribe|opt[- ]out|you(?: are|[’']re)? receiv(?:ing|ed) this|"
    r"manage (?:your )?(?:preferences|subscription)|abbestellen|abmelden|"
    r"désabonner|désinscrire|darse de baja|cancelar (?:a |la )?(?:inscri|suscri)|disiscri|afmelden|"
    r"avsluta prenumeration|отписаться|配信停止|退订|取消订阅|수신거부",
    re.IGNORECASE,
)


_ELSEWHERE = Lazy(
    r"\bview\b.{0,30}\b(?:browser|online)|browser\b.{0,30}\b(?:ansehen|öffnen|anzeigen|lesen)|"
    r"\b(?:voir|lire|afficher|ver|vedi|bekijk|leia|visualizza)\b.{0,40}\b(?:ligne|navigateur|navegador|browser|online)|"
    r"в браузере|ブラウザで|在浏览器",
    re.IGNORECASE,
)
"""“View this e-mail in your browser”: what only a letter says."""
_MOST_ABOVE = 5
"""Short lines that may stand above an address."""
_TOP, _FOOT = 8, 25
"""Lines in which letters say so, and in which they say how to get them no longer."""


class _Story(Struct, frozen=True):
    """The lines of a story, that of its headline, and where its link leads."""

    headline: int
    first: int
    end: int
    link: str


class _Letter:
    """A newsletter's lines, and what each of them may be."""

    def __init__(self, article: Article, links: Mapping[int, str]) -> None:
        self.lines = article.lines
        self.words = [article.text[line.start : line.end] for line in article.lines]
        self.counts = [len(words.split()) for words in self.words]
        self.links = dict(links)
        foot = range(max(0, len(self.lines) - _FOOT), len(self.lines))
        closing = (index for index in foot if _LEAVES.search(self.words[index]))
        self.foot = next(closing, len(self.lines))
        for index, words in enumerate(self.words):
            found = URL.search(words) if "://" in words else None
            if found and len(words) - len(found.group()) < _HEADLINE_WORDS.stop:
                self.links.setdefault(index, found.group())

    def is_prose(self, index: int) -> bool:
        line = self.lines[index]
        if index >= self.foot or line.kind is not None or line.tag in _HEADINGS:
            return False
        if self.counts[index] < _PROSE_WORDS:
            return False
        ends = _ENDS.search(self.words[index])
        return (ends is not None and ends[0][0] not in _ASKING) or (
            line.link_share < _LINKED and self.counts[index] >= _LONG
        )

    def is_headline(self, index: int) -> bool:
        words, line = self.words[index], self.lines[index]
        if line.kind is not None or self.counts[index] not in _HEADLINE_WORDS:
            return False
        return not words.endswith(_STOPS) and not URL.match(words) and not _READ_ON.match(words)

    def points(self, index: int) -> bool:
        """Whether the line does nothing but lead on to a story."""
        if index not in self.links or self.lines[index].kind is not None:
            return False
        return "://" in self.words[index] or _READ_ON.match(self.words[index]) is not None

    def prose(self, lines: range) -> int:
        there = range(lines.start, min(lines.stop, len(self.lines)))
        return sum(self.counts[index] for index in there if self.is_prose(index))


def stories_of(article: Article, links: Mapping[int, str]) -> tuple[Article, ...]:
    """The stories of the letter `article`; none where it does not mark at least three.

    `links` are the addresses of the lines that are links.
    """
    if not links and article.text.count("://") < _FEWEST:
        return ()
    letter = _Letter(article, links)
    for found in (_linked_headlines(letter), _links_below(letter), _links_at_end(letter)):
        counts = [letter.prose(range(story.first, story.end)) for story in found]
        whole = [story for story, count in zip(found, counts, strict=True) if count >= _BRIEF]
        inside = sum(letter.prose(range(story.first, story.end)) for story in whole)
        if sum(count >= _STORY_WORDS for count in counts) < _FEWEST:
            continue
        if len({story.link for story in whole}) < len(whole):
            continue
        if inside >= _COVERED * letter.prose(range(len(letter.lines))):
            opening = _opening(article, letter, min(story.headline for story in whole))
            told = (
                _article(article, letter, story, at + len(opening))
                for at, story in enumerate(whole)
            )
            return (*opening, *told)
    return ()


def is_letter(article: Article) -> bool:
    """Whether `article` says how to get it no longer, as newsletters do at their end."""
    return any(
        _LEAVES.search(article.text, line.start, line.end) for line in article.lines[-_FOOT:]
    )


def is_saved_letter(article: Article) -> bool:
    """Whether a page is a letter that was opened in a browser or saved from a mail."""
    top = article.lines[:_TOP]
    named = any(_ELSEWHERE.search(article.text, line.start, line.end) for line in top)
    return named and is_letter(article)


def _opening(article: Article, letter: _Letter, end: int) -> tuple[Article, ...]:
    """What the letter itself says above its stories, if it is more than a greeting."""
    if letter.prose(range(end)) < _STORY_WORDS:
        return ()
    lines = article.lines[:end]
    main = tuple(place for place in article.main if place[1] <= lines[-1].end)
    return (replace(article, text=article.text[: lines[-1].end], lines=lines, main=main),)


def _linked_headlines(letter: _Letter) -> list[_Story]:
    """Headlines that are links and are all set alike."""
    linked = [
        index
        for index in letter.links
        if letter.is_headline(index) and letter.lines[index].link_share > _LINKED
    ]
    if not linked:
        return []
    places = {index: _place(letter.lines[index]) for index in linked}
    told = (index for index in linked if letter.prose(range(index + 1, index + 4)))
    votes = Counter(places[index] for index in told)
    if not votes:
        return []
    usual, _ = votes.most_common(1)[0]
    heads = sorted(
        index
        for index in letter.links
        if _place(letter.lines[index]) == usual
        and letter.counts[index] >= _HEADLINE_WORDS.start
        and letter.lines[index].link_share > _LINKED
    )
    # A page has its links to others amid its article, and they are set alike too.
    if letter.prose(range(heads[0])) >= _STORY_WORDS and usual[0] not in _HEADINGS:
        return []
    return [
        _Story(head, head + 1, _stop(letter, head + 1, end), letter.links[head])
        for head, end in pairwise([*heads, len(letter.lines)])
    ]


def _place(line: Line) -> tuple[str, tuple[str, ...]]:
    return line.tag, line.within


def _stop(letter: _Letter, first: int, end: int) -> int:
    """Where a story ends: with its last paragraph before something else begins."""
    prose = [index for index in range(first, end) if letter.is_prose(index)]
    if not prose:
        return first
    last = prose[0]
    for one, other in pairwise(prose):
        between = range(one + 1, other)
        if any(letter.is_headline(at) and letter.lines[at].link_share > _LINKED for at in between):
            break
        last = other
    return last + 1


def _links_below(letter: _Letter) -> list[_Story]:
    """Headlines with an address below them, always as many short lines apart (outlet, day, author)."""
    pointing = [index for index in range(len(letter.lines)) if letter.points(index)]
    runs = [_run_above(letter, index) for index in pointing]
    votes = Counter(run for run in runs if run)
    if not votes:
        return []
    most = max(votes.values())
    apart = min(run for run, count in votes.items() if count == most)
    places = [at for at, run in zip(pointing, runs, strict=True) if run >= apart]
    heads = [
        at for at in places if letter.is_headline(at - apart) and at - apart not in letter.links
    ]
    return [
        _Story(at - apart, at - apart + 1, _stop(letter, at + 1, end - apart), letter.links[at])
        for at, end in pairwise([*heads, len(letter.lines) + apart])
    ]


def _run_above(letter: _Letter, index: int) -> int:
    """How many short lines stand right above a line: a headline and what belongs to it."""
    count = 0
    while count < _MOST_ABOVE and index - count > 0:
        above = index - count - 1
        if letter.is_prose(above) or letter.points(above) or _SEPARATOR.match(letter.words[above]):
            break
        count += 1
    return count


def _links_at_end(letter: _Letter) -> list[_Story]:
    """Paragraphs under a headline that end in a link to read on; each of them may have one."""
    found: list[_Story] = []
    begin = 0
    for index in range(len(letter.lines)):
        if not letter.points(index):
            continue
        prose = [at for at in range(begin, index) if letter.is_prose(at)]
        heads = [at for at in range(begin, prose[0] if prose else begin) if letter.is_headline(at)]
        if prose and heads and prose[-1] >= index - 2:
            head = heads[0] if found else heads[-1]  # above the first stands what opens the letter
            found.append(_Story(head, head + 1, prose[-1] + 1, letter.links[index]))
        elif found and prose[:1] == [begin] and found[-1].end == begin - 1:
            found[-1] = replace(found[-1], end=prose[-1] + 1)
        begin = index + 1
    return found


def _article(article: Article, letter: _Letter, story: _Story, number: int) -> Article:
    """The story as an article: its lines say what they are."""
    held = [story.headline, *range(story.first, story.end)]
    pieces: list[str] = []
    lines: list[Line] = []
    clues: list[Clue] = [Clue(Field.URL, unwrap(story.link), "link of the story")]
    at = 0
    for index in held:
        words = letter.words[index]
        if _SEPARATOR.match(words):
            continue
        kind = Kind.TITLE if index == story.headline else _kind(letter, index)
        line = replace(letter.lines[index], start=at, end=at + len(words), kind=kind)
        clues += _clues(words, line)
        lines.append(line)
        pieces.append(words)
        at = line.end + 2
    given = (clue for clue in article.clues if clue.field not in (Field.TITLE, Field.URL))
    return replace(
        article,
        text="\n\n".join(pieces),
        lines=tuple(lines),
        clues=(*clues, *given),
        main=(),
        index=number,
        notices=article.notices if number == 0 else (),
    )


def _kind(letter: _Letter, index: int) -> Kind:
    if letter.points(index) or letter.lines[index].link_share > _LINKED:
        return Kind.BOILERPLATE
    ends = _ENDS.search(letter.words[index]) and letter.counts[index] >= _SENTENCE_WORDS
    if letter.is_prose(index) or ends:
        return Kind.BODY
    if find_day(letter.words[index]):
        return Kind.DATE
    return Kind.HEADING if letter.lines[index].tag in ("h2", "h3", "h4", "h5") else Kind.NOTE


def _clues(words: str, line: Line) -> list[Clue]:
    if line.kind is Kind.TITLE:
        return [Clue(Field.TITLE, words, "headline of the story", line.start, line.end)]
    if line.kind is Kind.DATE:
        return [Clue(Field.PUBLISHED, words, "date line of the story", line.start, line.end)]
    if line.kind is Kind.NOTE and words.startswith(("By ", "Von ", "Par ", "Por ")):
        return [Clue(Field.AUTHORS, words, "byline of the story", line.start, line.end)]
    return []


def in_stories(article: Article, links: Mapping[int, str] | None = None) -> Reading:
    """`article`, or its stories, and a sentence on what was done.

    `links` are the addresses of the lines that are links, where the reader knows them.
    """
    stories = stories_of(article, links or {})
    return (
        Reading(stories, notices=(_remark(article, stories),)) if stories else Reading((article,))
    )


def _remark(article: Article, stories: Sequence[Article]) -> Notice:
    inside = sum(len(story.text.split()) for story in stories)
    left = max(0, len(article.text.split()) - inside)
    return Notice(
        str(article.path),
        f"It holds several stories and was parted into {len(stories)} sources;"
        f" {left} words around them were left out.",
    )
