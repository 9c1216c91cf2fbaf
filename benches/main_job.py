"""The main job against pandoc (Word) plus typst (PDF) given the finished text of the briefing.

Ours reads, cleans, analyses, selects, composes and writes; the peers only write.
"""

import sys
import tempfile
from pathlib import Path

import pypandoc

from benches.kit.peers import MARKDOWN, TYPST, write
from benches.kit.timing import Command, Commands, ratio, rounds, table, verdict
from briefing.model.brief import Brief
from briefing.workflow.build import build
from briefing.workflow.order import Order, today

GOAL = 1.0
ROUNDS = 9
SEEDS = Path(__file__).resolve().parent.parent / "seeds" / "articles"
TYPESET = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


def contenders(articles: Path, folder: Path) -> dict[str, Commands]:
    """What each program is asked to do; the peers' texts are written to `folder` beforehand."""
    order = Order(Brief(date=today()), (articles,), (folder / "finished.docx",))
    document = build(order).document
    markdown, typ = folder / "finished.md", folder / "finished.typ"
    markdown.write_text(write(document, MARKDOWN), encoding="utf-8")
    typ.write_text(write(document, TYPST), encoding="utf-8")
    ours: Command = [sys.executable, "-m", "briefing", "build", articles, "--quiet",
            "-o", folder / "x.docx", "-o", folder / "x.pdf"]  # fmt: skip
    pandoc: Command = [pypandoc.get_pandoc_path(), "--toc", markdown, "-o", folder / "pandoc.docx"]
    typst: Command = [sys.executable, "-c", TYPESET, typ, folder / "typst.pdf"]
    return {"briefing": [ours], "pandoc": [pandoc], "typst": [typst]}


def main() -> int:
    """Time, print and judge; returns the exit status. Takes the folder of articles, if given."""
    articles = Path(sys.argv[1]).resolve() if sys.argv[1:] else SEEDS
    with tempfile.TemporaryDirectory() as folder:
        runs = rounds(contenders(articles, Path(folder)), ROUNDS)
    print(table(runs))
    figure = ratio(runs["briefing"], runs["pandoc"], runs["typst"])
    return verdict("briefing / (pandoc + typst)", figure, GOAL)


if __name__ == "__main__":
    sys.exit(main())
