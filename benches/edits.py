"""Whether the checker tells what an editor did to a finished Word file, and blames nothing honest.

Edits each briefing in every way of `benches/kit/word_edits.py`. Takes a folder of articles (default: the
samples) and how often each edit is made.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from benches.kit.word_edits import WordFile, edits
from briefing.errors import BriefingError
from briefing.model.brief import Brief
from briefing.model.report import Report, Standing
from briefing.verify.proving import prove
from briefing.verify.shelf import Shelf
from briefing.verify.word import read_word
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.workflow.verify import shelf_of
from briefing.workflow.writing import write_all

SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "articles"
TEMPLATES = ("full", "one-page", "talking-points")
STYLES = ("chicago-notes", "apa", "numbered", "ics-206")


def main() -> int:
    """Edit, prove, count; returns 1 if anything was missed or blamed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=Path, default=SEEDS)
    parser.add_argument("--times", type=int, default=2)
    parser.add_argument("--briefings", type=int, default=12)
    given = parser.parse_args()
    made: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for number in range(given.briefings):
        with tempfile.TemporaryDirectory() as name:
            try:
                data, shelf = _briefing(given.articles, number, Path(name))
            except BriefingError as error:
                print(f"briefing {number}: {error}")
                continue
        before = prove(read_word(data), shelf, "x")
        chance = random.Random(number)  # noqa: S311 - the same edits each time
        for kind, edit, must in edits():
            for _ in range(given.times):
                file = WordFile.opened(data)
                if not file.quotations or not edit(file, chance):
                    continue
                made[kind] += 1
                after = prove(read_word(file.saved()), shelf, "x")
                wrong[kind] += _told(before, after, kind) is not must
    for kind, _, must in edits():
        sort = ("missed" if must else "blamed") if wrong[kind] else ""
        print(f"{made[kind]:5} {wrong[kind]:5} {sort:7} {kind}")
    print(f"{made.total()} edits, {wrong.total()} wrong")
    return 1 if wrong.total() else 0


def _briefing(articles: Path, number: int, folder: Path) -> tuple[bytes, Shelf]:
    chance = random.Random(number)  # noqa: S311
    files = sorted(path for path in articles.iterdir() if path.is_file())
    chosen = files if len(files) <= 12 else chance.sample(files, 12)
    brief = Brief(
        date=date(2026, 11, 25), template=TEMPLATES[number % 3], limit=6, marking="TLP:AMBER",
        citation_style=STYLES[number % 4],
    )  # fmt: skip
    built = build(Order(brief, tuple(chosen), (folder / "x.json",)))
    target = folder / "x.docx"
    return write_all(built.document, (target,))[target].data, shelf_of(built.ingested.sources)


def _told(before: Report, after: Report, kind: str) -> bool:
    """Whether anything is said that was not said of the file before; what is made up needs a verdict."""
    findings = set(after.findings) - set(before.findings)
    plain = {(it.kind, it.text) for it in findings} - {(it.kind, it.text) for it in before.findings}
    unproven = [
        sum(it.standing is not Standing.PROVEN for it in one.verdicts) for one in (before, after)
    ]
    said = plain and not kind.startswith("made up")
    return bool(said) or unproven[1] > unproven[0]


if __name__ == "__main__":
    sys.exit(main())
