"""Word files of about 10, 100 and 1,000 pages against pandoc with the same content, in one run.

Both are cold processes given finished content: ours the tree (pickled), pandoc the Markdown. Pandoc
leaves its table of contents without page numbers; ours is timed so too (the goal) and with them.
Memory is that of the largest process, with page numbers.
"""

import pickle
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random

import pypandoc

from benches.kit.peers import MARKDOWN, write
from benches.kit.timing import Command, Commands, ratio, rounds, table, verdict
from briefing.model.document import (
    Block,
    Citation,
    Cite,
    Contents,
    Document,
    Heading,
    Inlines,
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

Maker = Callable[[int, int], str]
SECTIONS = {10: 3, 100: 31, 1000: 315}
GOALS = {10: 0.8, 100: 0.8, 1000: 0.06}
MEMORY = 0.25
"""Share of pandoc's from 100 pages on; below, most is Python itself."""
ROUNDS = {10: 7, 100: 5, 1000: 3}
WRITE = (
    "import gc, pickle, sys; gc.set_threshold(50_000, 20, 50); "  # as the program does
    "from briefing.writers.word import write_docx; "
    "from briefing.workflow.aside import aside; from pathlib import Path; "
    "document = pickle.loads(Path(sys.argv[1]).read_bytes()); "
    "Path(sys.argv[2]).write_bytes(write_docx(document, page_numbers=sys.argv[3] == 'yes', "
    "aside=aside).data)"
)


def make(sections: int) -> Document:
    """A briefing of so many sections; no two paragraphs are alike."""
    chance = Random(1)  # noqa: S311 - words, not secrets
    words = ["".join(chance.choices("aeiourstlnmdkp", k=chance.randint(2, 9))) for _ in range(6000)]

    def text(least: int, most: int) -> str:
        said = " ".join(chance.choices(words, k=chance.randint(least, most)))
        return f"{said.capitalize()}."

    blocks: list[Block] = [Paragraph((Text("Briefing"),), Role.TITLE), Contents(2)]
    for number in range(sections):
        blocks += _section(number, text)
    entries = tuple(
        Reference(number, f"s{number}", (Text(text(8, 14)),))
        for number in range(1, sections * 6 + 1)
    )
    blocks += [Heading(1, (Text("Sources"),), "sources"), SourceList(entries)]
    return Document("Briefing", "en", date(2026, 11, 24), tuple(blocks), "Briefing")


def _section(number: int, text: Maker) -> Iterator[Block]:
    yield Heading(1, (Text(text(3, 5)),), f"h{number}")
    yield Paragraph((Text(text(60, 80)),))
    for part in range(3):
        yield Heading(2, (Text(text(4, 7)),), f"h{number}-{part}")
        yield Paragraph((Text(text(35, 50)),))
        for _ in range(4):
            words = text(55, 95)
            source = number * 6 + part * 2 + 1
            said = Quoted(Excerpt(Passage("s", 0, len(words)), words), "en")
            yield Quotation((said, Cite((_citation(source, text),))))
    rows = tuple(tuple(_cell(text) for _ in range(4)) for _ in range(6))
    yield Table(tuple(_cell(text) for _ in range(4)), rows, (0.2, 0.2, 0.4, 0.2))


def _citation(number: int, text: Maker) -> Citation:
    link = SourceLink(number, (Text(f"[{number}]"),))
    return Citation(number, f"s{number}", (Text(text(8, 14) + " "), link))


def _cell(text: Maker) -> Inlines:
    return (Text(text(2, 6)),)


def main() -> int:
    """Time, print and judge; returns the exit status. Takes the sizes to run, if given."""
    missed = 0
    for pages in [int(size) for size in sys.argv[1:]] or list(SECTIONS):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            document = make(SECTIONS[pages])
            (folder / "tree").write_bytes(pickle.dumps(document))
            (folder / "text.md").write_text(write(document, MARKDOWN), encoding="utf-8")
            writes: Command = [
                sys.executable, "-c", WRITE, folder / "tree", folder / "ours.docx",
            ]  # fmt: skip
            pandoc: Command = [pypandoc.get_pandoc_path(), "--toc", folder / "text.md",
                    "-o", folder / "pandoc.docx"]  # fmt: skip
            contenders: dict[str, Commands] = {
                "briefing": [[*writes, "no"]],
                "with page numbers": [[*writes, "yes"]],
                "pandoc": [pandoc],
            }
            runs = rounds(contenders, ROUNDS[pages])
        print(f"{pages} pages\n{table(runs)}")
        numbered = runs["with page numbers"]
        missed |= verdict(
            "briefing / pandoc", ratio(runs["briefing"], runs["pandoc"]), GOALS[pages]
        )
        print(f"with page numbers / pandoc: {ratio(numbered, runs['pandoc']):.3f}")
        share = max(run.peak for run in numbered) / max(run.peak for run in runs["pandoc"])
        missed |= verdict("memory / pandoc", share, MEMORY if pages > 10 else 1)
    return missed


if __name__ == "__main__":
    sys.exit(main())
