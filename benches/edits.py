"""Whether the checker tells what was done to a finished file, and blames nothing honest.

Edits each briefing, as Word and as PDF file and in each language, in every way of
`benches/kit/word_edits.py` and `benches/kit/pdf_edits.py`, and lets the programs at hand print it anew.
Takes a folder of articles (default: the samples) and how often each edit is made.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benches.kit import pdf_edits, word_edits
from benches.kit.printing import printed_anew
from benches.kit.word_parts import WordFile
from briefing.errors import BriefingError
from briefing.model.brief import Brief
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
LANGUAGES = ("en", "de", "fr")
STYLES = ("chicago-notes", "apa", "numbered", "ics-206")

Made = tuple[str, bytes, Report, bool]
"""An edit by name, the file that it made, the report on the file before, and whether it must be told."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A briefing in one form, and what it is proven against."""

    form: str
    data: bytes
    shelf: Shelf

    def report(self, data: bytes) -> Report:
        """What a proof of `data` says."""
        paper = read_word(data) if data.startswith(b"PK") else read_pdf(data, closely=True)
        return prove(paper, self.shelf, "x")


def main() -> int:
    """Edit, prove, count; returns 1 if anything was missed or blamed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--times", type=int, default=2)
    parser.add_argument("--briefings", type=int, default=12)
    parser.add_argument("--form", choices=("word", "pdf"), action="append")
    given = parser.parse_args()
    made: Counter[tuple[str, str, bool]] = Counter()
    wrong: Counter[tuple[str, str, bool]] = Counter()
    for number in range(given.briefings):
        with tempfile.TemporaryDirectory() as name:
            try:
                finished = _briefing(given.articles, number, Path(name))
            except BriefingError as error:
                print(f"briefing {number}: {error}")
                continue
            for one in finished:
                if one.form in (given.form or ("word", "pdf")):
                    for kind, data, before, must in _made(one, number, given.times, Path(name)):
                        made[one.form, kind, must] += 1
                        told = _told(before, one.report(data), kind)
                        wrong[one.form, kind, must] += told is not must
    for (form, kind, must), count in made.items():
        failed = wrong[form, kind, must]
        sort = ("missed" if must else "blamed") if failed else ""
        print(f"{form:4} {count:5} {failed:5} {sort:7} {kind}")
    print(f"{made.total()} edits, {wrong.total()} wrong")
    return 1 if wrong.total() else 0


def _briefing(articles: Path, number: int, folder: Path) -> tuple[Finished, Finished]:
    chance = random.Random(number)  # noqa: S311 - the same edits each time
    files = sorted(path for path in articles.iterdir() if path.is_file())
    chosen = files if len(files) <= 12 else chance.sample(files, 12)
    brief = Brief(
        date=date(2026, 11, 25), template=TEMPLATES[number % 3], limit=6, marking="TLP:AMBER",
        citation_style=STYLES[number % 4], language=LANGUAGES[number // 3 % len(LANGUAGES)],
    )  # fmt: skip
    built = build(Order(brief, tuple(chosen), (folder / "x.json",)))
    targets = (folder / "x.docx", folder / "x.pdf")
    written = write_all(built.document, targets)
    for target in targets:
        target.write_bytes(written[target].data)
    shelf = shelf_of(built.ingested.sources)
    word, pdf = (written[target].data for target in targets)
    return Finished("word", word, shelf), Finished("pdf", pdf, shelf)


def _made(one: Finished, number: int, times: int, folder: Path) -> Iterator[Made]:
    before = one.report(one.data)
    chance = random.Random(number)  # noqa: S311
    edited = _word if one.form == "word" else _pdf
    yield from edited(one, before, chance, times)
    for program, data in printed_anew(one.form, folder):
        yield f"by {program}", data, before, False


def _word(one: Finished, before: Report, chance: random.Random, times: int) -> Iterator[Made]:
    for kind, edit, must in word_edits.edits():
        for _ in range(times):
            file = WordFile.opened(one.data)
            if file.quotations and edit(file, chance):
                yield kind, file.saved(), before, must


def _pdf(one: Finished, before: Report, chance: random.Random, times: int) -> Iterator[Made]:
    """What must be told is done to a file without its manifest: that would tell it, too."""
    quoted = [verdict.quote for verdict in before.verdicts if verdict.citation]
    bare = pdf_edits.pages_alone(one.data)
    without = one.report(bare)
    for kind, edit, must in pdf_edits.edits():
        for _ in range(times):
            file = pdf_edits.PdfFile(bare if must else one.data, quoted)
            if edit(file, chance):
                yield kind, file.saved(), without if must else before, must


def _told(before: Report, after: Report, kind: str) -> bool:
    """Whether anything is said that was not said of the file before; what is made up needs a verdict."""
    findings = set(after.findings) - set(before.findings)
    plain = {(it.kind, it.text) for it in findings} - {(it.kind, it.text) for it in before.findings}
    unproven = [
        sum(it.standing is not Standing.PROVEN for it in one.verdicts) for one in (before, after)
    ]
    if kind.startswith("by "):  # another program sets other pages
        plain = {one for one in plain if one[0] not in ("contents", "order")}
        return bool(plain) or unproven[1] > 0 or len(after.verdicts) < len(before.verdicts)
    said = plain and not kind.startswith("made up")
    return bool(said) or unproven[1] > unproven[0]


if __name__ == "__main__":
    sys.exit(main())
