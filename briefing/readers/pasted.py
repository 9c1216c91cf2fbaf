"""Several articles that somebody pasted one below the other into one file: where each begins.

What stands below one headline is cited under it, with its author and day, so that words of another
must not be. An article is only seen to begin under a headline with a byline and a day or an address,
or with one of them where a rule, a wider gap or the format itself parts it from what is above. All of
the file must be such articles and little else: a page copied with its menus and teasers is none.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.source import Article, Clue, Field, Notice
from briefing.readers.bylines import BYLINE
from briefing.readers.reading import Reading
from briefing.text.dates import find_day

_RULE = re.compile(r"^(?:\W|_){3,}$")
_ADDRESS = re.compile(r"^\W{0,2}https?://\S+$")
_STOP = re.compile(r"[.!?…。][\"'”’»)\]]{0,3}$")
_FULL_STOP = re.compile(r"[.…。][\"'”’»)\]]{0,3}$")
_SIGNED_OFF = re.compile(r"[.!?…。][\"'”’»)\]]{0,3} *\(?[^\W\d_]{2,12}\)?$")
"""A sentence with the name of an agency behind it: “… on Friday. Reuter”."""
_SENTENCE, _LONG = 9, 25
"""Words of a line that is a paragraph: one that ends as a sentence, and any."""
_HEADLINE = range(2, 41)
_NO_HEADLINE = (".", ":", ";", ",")
_OF_MAIL = ("From:", "To:", "Cc:", "Von:", "An:", "De:", "À:", "À :", "De :", "Para:", "Da:", "A:")
"""How lines begin that stand above a mail that was passed on."""
_BESIDE_DAY = 5
"""Words that may stand beside a day in its line: the outlet, “Published”, an hour."""
_HEAD, _ABOVE = 6, 3
"""Lines of a head, and of them above its byline or day."""
_TOP, _OPENING = 10, 60
"""Lines, and words, that may stand above the first: the name of the file, its day, a greeting."""
_FEWEST = 20
"""Words in the sentences of an article."""
_SHARE = 0.7
"""Of its words, the least that stand in sentences."""
_WIDE = 3
"""Line feeds that part what two do not."""
_TITLES = ("h1", "h2")
_OF_ONE = (Field.LANGUAGE, Field.ACCESSED)
"""What a file may say of itself that is true of each of its articles."""
_MAYBE = (
    "Amid it stand lines like the head of another article. If it holds several, put a line of three "
    "hyphens (---) above each further one: what stands below is cited under the first now."
)


def parted(reading: Reading) -> Reading:
    """`reading`, its one article parted into those that were pasted below each other, if they were.

    Where only the look of a few lines speaks for it, the article stays whole and that is told.
    """
    if len(reading.articles) != 1:
        return reading
    (whole,) = reading.articles
    if any(clue.field is Field.URL for clue in whole.clues):
        return reading  # a page that was clipped, and says where
    pasted = _Pasted(whole)
    heads = pasted.heads()
    starts = pasted.starts([head.start for head in heads if head.sure])
    if starts:
        places = pairwise([*starts, len(whole.lines)])
        parts = (_part(whole, *place, number) for number, place in enumerate(places))
        told = f"It holds {len(starts)} articles, each under its own head; each was read by itself."
        notice = Notice(str(whole.path), told)
        return replace(reading, articles=tuple(parts), notices=(*reading.notices, notice))
    if any(pasted.are_articles([0, head.start]) for head in heads):
        notice = Notice(str(whole.path), _MAYBE)
        return replace(reading, notices=(*reading.notices, notice))
    return reading


class _Head(Struct, frozen=True):
    """The first line of a head, and whether it can be nothing else."""

    start: int
    sure: bool


class _Line(Struct, frozen=True):
    """A line's words, how many, the line feeds above it, and whether it is set as a heading."""

    words: str
    count: int
    gap: int
    titled: bool

    def ends(self) -> bool:
        return _STOP.search(self.words) is not None

    def tells(self) -> bool:
        """Whether it is a paragraph."""
        return self.count >= _LONG or (self.count >= _SENTENCE and self.ends())

    def is_said(self) -> bool:
        """Whether it is a paragraph, a short one or one that an agency signed."""
        return self.tells() or self.ends() or _SIGNED_OFF.search(self.words) is not None

    def is_signed(self) -> bool:
        """Whether it names who wrote what stands below."""
        return BYLINE.match(self.words) is not None

    def is_address(self) -> bool:
        return _ADDRESS.match(self.words) is not None

    def parts(self) -> bool:
        """Whether it is a rule, or ends what stands above."""
        found = _RULE.match(self.words) or _FULL_STOP.search(self.words)
        return found is not None or self.is_address()

    def has_day(self) -> bool:
        found = find_day(self.words) if self.count < _LONG else None
        if not found:
            return False
        _, start, end = found
        return len((self.words[:start] + self.words[end:]).split()) <= _BESIDE_DAY

    def may_head(self) -> bool:
        """Whether it may be a headline."""
        return self.count in _HEADLINE and not (
            self.words.endswith(_NO_HEADLINE)
            or self.words.startswith(_OF_MAIL)
            or _RULE.match(self.words)
            or self.is_signed()
            or self.has_day()
        )


class _Pasted:
    """The lines of a file, and the heads among them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.lines = [*self._few()]

    def _few(self) -> Iterator[_Line]:
        """The lines, if no more than a few stand above the first paragraph; else some of them."""
        text, below = self.article.text, 0
        told = False
        for at, line in enumerate(self.article.lines):
            if line.kind is not None:
                return
            words = text[line.start : line.end]
            gap = text.count("\n", below, line.start)
            found = _Line(words, len(words.split()), gap, line.tag in _TITLES)
            told = told or found.tells()
            if at >= _TOP and not told:
                return
            below = line.end
            yield found

    def heads(self) -> list[_Head]:
        """The heads in it; none if it begins with more than a few lines that are none."""
        if len(self.lines) < len(self.article.lines):
            return []
        runs = [*self._runs()]
        return [head for run in runs if (head := self._head(run)) is not None]

    def starts(self, heads: list[int]) -> list[int]:
        """Where articles begin, if there are several; `heads` are those that can be nothing else.

        What stands above the first is an article too, or the name of the file and its greeting.
        """
        above = sum(line.count for line in self.lines[: heads[0]]) if heads else 0
        for starts in ([0, *heads], heads if above <= _OPENING else []):
            if self.are_articles(starts):
                return starts
        return []

    def are_articles(self, starts: list[int]) -> bool:
        """Whether several articles begin at `starts`, and each is one."""
        every = [range(start, end) for start, end in pairwise([*starts, len(self.lines)])]
        return len(every) > 1 and all(map(self._is_article, every))

    def _runs(self) -> Iterator[range]:
        """Lines that are no paragraphs, down to the next one."""
        begin = 0
        for at, line in enumerate(self.lines):
            if line.tells() and not self._is_headline(at):
                if at > begin:
                    yield range(begin, at)
                begin = at + 1

    def _is_headline(self, at: int) -> bool:
        """Whether a line that could be a paragraph is a headline, for the byline right below it."""
        below = self.lines[at + 1 : at + 2]
        return self.lines[at].may_head() and any(line.is_signed() for line in below)

    def _head(self, run: range) -> _Head | None:
        """The head of an article in `run`."""
        lines = self.lines
        for at in run:
            if not (lines[at].is_signed() or lines[at].has_day() or lines[at].is_address()):
                continue
            start = self._top(run, at)
            if run.stop - start > _HEAD or not any(lines[up].may_head() for up in range(start, at)):
                continue
            below = lines[at : run.stop]
            signed = any(line.is_signed() for line in below)
            dated = any(line.has_day() or line.is_address() for line in below)
            sure = (signed and dated) or self._is_apart(run, start, at)
            if sure or signed or all(lines[down].gap == 1 for down in range(start + 1, at + 1)):
                return _Head(start, sure)
        return None

    def _top(self, run: range, at: int) -> int:
        """The first line of the head that has its byline or day at `at`."""
        lines = self.lines
        start = at
        while start > max(run.start, at - _ABOVE):
            above = lines[start - 1]
            if above.parts():
                break
            wider = start < at and lines[start].gap > lines[start + 1].gap
            # By itself, a word or two with a gap below sign off what stands above.
            if wider or (start < at and above.count not in _HEADLINE and lines[start].gap > 1):
                break
            start -= 1
        return start

    def _is_apart(self, run: range, start: int, at: int) -> bool:
        """Whether something parts the head from what stands above."""
        above = start - 1
        ruled = above in run and _RULE.match(self.lines[above].words) is not None
        usual = min(line.gap for line in self.lines[1:])
        wide = self.lines[start].gap >= _WIDE > usual
        return ruled or wide or any(self.lines[line].titled for line in range(start, at))

    def _is_article(self, lines: range) -> bool:
        said = sum(self.lines[at].count for at in lines if self.lines[at].is_said())
        every = sum(self.lines[at].count for at in lines)
        return said >= _FEWEST and said >= _SHARE * every


def _part(whole: Article, start: int, end: int, number: int) -> Article:
    """The lines from `start` to `end` as an article."""
    begin = whole.lines[start].start
    lines = tuple(
        replace(line, start=line.start - begin, end=line.end - begin)
        for line in whole.lines[start:end]
    )
    clues: tuple[Clue, ...] = tuple(clue for clue in whole.clues if clue.field in _OF_ONE)
    return replace(
        whole,
        text=whole.text[begin : whole.lines[end - 1].end],
        lines=lines,
        clues=clues,
        main=(),
        index=number,
        notices=whole.notices if number == 0 else (),
    )
