"""A briefing of any length whose text never repeats a paragraph: the same seed, the same tree."""

import random
from datetime import date
from itertools import count

from briefing.model.document import (
    Block,
    Citation,
    Cite,
    Contents,
    Document,
    Heading,
    Inlines,
    Link,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    Role,
    SourceLink,
    SourceList,
    Table,
    Text,
)
from briefing.model.passage import Excerpt, Passage

SECTIONS = {10: 3, 100: 31, 1000: 315}
"""Sections that make about so many pages."""
_NAMES = 0.11
"""Share of the words that are names."""
_SYLLABLES = (
    "an ber con del est for gar hal in jor kel lam mon nor ost per qual ris sen tor".split()
)
_COMMON = (
    "the of to and in that a is was for on with as by at from be said has have will its which "
    "been their would government ministry harbour channel defence officials agreement between "
    "countries forces exercise statement minister shipyard command alliance missile production "
    "industry responsibilities navigational communication announcement partnership"
).split()


class Writer:
    """Makes words out of a seed."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)  # noqa: S311 - words, not secrets
        self._names = ["".join(self._draw.choices(_SYLLABLES, k=3)).title() for _ in range(9000)]
        self._places = count()

    def words(self, least: int, most: int) -> str:
        """A paragraph of that many words; one in nine is a name out of a long tail."""
        draw = self._draw
        made = [
            self._name() if draw.random() < _NAMES else draw.choice(_COMMON)
            for _ in range(draw.randint(least, most))
        ]
        made[0] = made[0].title()
        for at in range(9, len(made) - 2, 13):
            made[at] += draw.choice((",", ".", ";"))
        return " ".join(made) + "."

    def _name(self) -> str:
        """A name, the first ones far more often than the last."""
        return self._names[int(len(self._names) ** self._draw.random()) - 1]

    def section(self, number: int) -> list[Block]:
        """A section: introduction, three themes with their excerpts, a table."""
        first = (number - 1) * 6
        blocks: list[Block] = [
            Heading(1, (Text(self.words(3, 6)),), f"s{number}"),
            Paragraph((Text(self.words(60, 80)),)),
        ]
        for theme in range(3):
            blocks += [
                Heading(2, (Text(self.words(3, 7)),), f"s{number}-{theme}"),
                Paragraph((Text(self.words(35, 50)),)),
            ]
            blocks += [self._quotation(first + self._draw.randint(1, 6)) for _ in range(4)]
        return [*blocks, self._table(first)]

    def reference(self, number: int) -> Reference:
        """An entry of the source list."""
        url = f"https://news.example/{number}/{self._names[number % 9000].lower()}"
        entry = (Text(f"{self.words(2, 3)} “{self.words(5, 9)}” "), Link(url, (Text(url),)))
        return Reference(number, f"s{number}", entry)

    def _quotation(self, number: int) -> Quotation:
        words = self.words(55, 95)
        place = next(self._places) * 1000
        excerpt = Excerpt(Passage(f"s{number}", place, place + len(words)), words)
        return Quotation((Quoted(excerpt, "en"), self._cite(number)), (Text(self.words(3, 6)),))

    def _cite(self, number: int) -> Cite:
        link = SourceLink(number, (Text(f"[{number}]"),))
        words = f"{self.words(2, 3)} “{self.words(5, 9)}” para. {self._draw.randint(1, 30)} "
        return Cite((Citation(number, f"s{number}", (Text(words), link)),))

    def _table(self, first: int) -> Table:
        def row(at: int) -> tuple[Inlines, ...]:
            link = SourceLink(first + at, (Text(f"[{first + at}]"),))
            outlet, report = Text(self.words(2, 3)), Text(self.words(8, 16))
            return (Text(f"{at} May 2024"),), (outlet,), (report,), (link,)

        head = tuple((Text(words),) for words in ("Date", "Outlet", "What is reported", "Source"))
        return Table(head, tuple(map(row, range(1, 7))), (0.16, 0.2, 0.52, 0.12))


def briefing(sections: int, seed: int = 1) -> Document:
    """A document of so many sections."""
    writer = Writer(seed)
    blocks: list[Block] = [Paragraph((Text("A briefing"),), Role.TITLE), Contents(2)]
    for number in range(1, sections + 1):
        blocks += writer.section(number)
    references = tuple(writer.reference(number) for number in range(1, sections * 6 + 1))
    blocks += [Heading(1, (Text("Sources"),), "sources"), SourceList(references)]
    return Document("A briefing", "en", date(2024, 5, 3), tuple(blocks), "A briefing")
