"""Whether the checker finds every change of words and blames no change of typography.

Takes a folder of articles (default: the samples), how many briefings to make of them, and whether
LibreOffice saves and prints them too (`--office`).
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from benches.kit.mutations import KINDS, mutate
from briefing.errors import BriefingError
from briefing.model.brief import Brief
from briefing.model.document import Document
from briefing.model.report import Report, Standing
from briefing.verify.pdf import read_pdf
from briefing.verify.proving import prove
from briefing.verify.shelf import Shelf
from briefing.verify.word import read_word
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.workflow.verify import shelf_of
from briefing.workflow.writing import write_all

SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "articles"
TEMPLATES = ("full", "one-page", "talking-points")
A_BRIEFING = 12
THEME = """
id = "anything"
title = "Anything"
[[match]]
any = ["president", "government", "minister", "company", "court", "police", "market", "people", "year"]
"""


def main() -> int:
    """Mutate, prove, count; returns 1 if anything was missed or blamed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--briefings", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--show", type=int, default=20)
    given = parser.parse_args()
    tally = Tally(given.show)
    with tempfile.TemporaryDirectory() as name:
        for number in range(given.briefings):
            _one(given.articles, number, given.rounds, Path(name), tally, office=given.office)
    tally.print()
    return 1 if tally.missed or tally.blamed or tally.wrong or tally.lost else 0


class Tally:
    """Counts by kind of change and by way of writing."""

    def __init__(self, show: int) -> None:
        self.kinds: Counter[str] = Counter()
        self.ways: Counter[str] = Counter()
        self.missed = self.blamed = self.wrong = self.lost = self.show = 0
        self.show = show

    def take(self, report: Report, kinds: list[str | None], way: str) -> None:
        """Hold `report` against what was done to the document."""
        shown = [verdict for verdict in report.verdicts if verdict.displayed]
        if len(shown) != len(kinds):
            self.lost += 1
            self._say(f"LOST {way}: {len(shown)} quotations found of {len(kinds)}")
            return
        for kind, verdict in zip(kinds, shown, strict=True):
            right = KINDS[kind][1] if kind else frozenset({Standing.PROVEN})
            self.kinds[kind or "untouched"] += 1
            self.ways[way] += 1
            if verdict.standing in right:
                continue
            sort = "WRONG"
            if verdict.standing is Standing.PROVEN:
                self.missed, sort = self.missed + 1, "MISSED"
            elif Standing.PROVEN in right:
                self.blamed, sort = self.blamed + 1, "BLAMED"
            else:
                self.wrong += 1
            self._say(f"{sort} {way}: {kind}: {verdict.standing}: {verdict.quote[:300]!r}\n     "
                      f"{verdict.detail}\n     {verdict.passage[:300]!r}")  # fmt: skip

    def _say(self, text: str) -> None:
        if self.show:
            self.show -= 1
            print(text)

    def print(self) -> None:
        """Print the counts."""
        for name, count in sorted((self.kinds + self.ways).items()):
            print(f"{count:7} {name}")
        changed = sum(count for kind, count in self.kinds.items() if kind != "untouched")
        print(f"{changed} changes: {self.missed} missed, {self.blamed} blamed, {self.wrong} with "
              f"another standing; {self.lost} files with quotations lost")  # fmt: skip


def _one(
    articles: Path, number: int, rounds: int, folder: Path, tally: Tally, *, office: bool
) -> None:
    chance = random.Random(number)  # noqa: S311 - the same changes each time
    files = sorted(path for path in articles.iterdir() if path.is_file())
    chosen = files if len(files) <= 12 else chance.sample(files, A_BRIEFING)
    theme = folder / "anything.toml"
    theme.write_text(THEME, encoding="utf-8")
    brief = Brief(
        date=date(2026, 11, 25), template=TEMPLATES[number % 3], limit=16,
        themes=(str(theme), "china", "industry"),
        citation_style=("chicago-notes", "numbered")[number % 2],
    )  # fmt: skip
    try:
        built = build(Order(brief, tuple(chosen), (folder / "x.json",)))
    except BriefingError as error:
        print(f"briefing {number}: {error}")
        return
    shelf = shelf_of(built.ingested.sources)
    sets: list[tuple[Document, list[str | None]]] = []
    for _ in range(rounds):
        changed, kinds = mutate(built.document, chance)
        sets.append((changed, kinds))
        written = write_all(changed, (folder / "x.docx", folder / "x.pdf"))
        word, pdf = (written[folder / f"x.{ending}"].data for ending in ("docx", "pdf"))
        tally.take(prove(read_word(word), shelf, "x"), kinds, "Word")
        tally.take(prove(read_pdf(pdf), shelf, "x"), kinds, "PDF")
    if office:
        _office(sets, shelf, folder, tally)


def _office(
    sets: list[tuple[Document, list[str | None]]], shelf: Shelf, folder: Path, tally: Tally
) -> None:
    """What LibreOffice makes of the Word files: saved again, and printed."""
    before, after = folder / "before", folder / "after"
    before.mkdir(exist_ok=True)
    after.mkdir(exist_ok=True)
    for number, (document, _) in enumerate(sets):
        target = before / f"{number}.docx"
        target.write_bytes(write_all(document, (target,))[target].data)
    sources = sorted(before.glob("*.docx"))
    for form in ("docx:MS Word 2007 XML", "pdf"):
        command = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless",
                   "--convert-to", form, "--outdir", str(after), *map(str, sources)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
    for number, (_, kinds) in enumerate(sets):
        word, pdf = (after / f"{number}.{ending}" for ending in ("docx", "pdf"))
        tally.take(prove(read_word(word.read_bytes()), shelf, "x"), kinds, "Word, saved again")
        tally.take(prove(read_pdf(pdf.read_bytes()), shelf, "x"), kinds, "Word, printed")


if __name__ == "__main__":
    sys.exit(main())
