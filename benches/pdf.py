"""The PDF writer against Typst and WeasyPrint: 10, 100 and 1,000 pages of one content.

Whole cold processes: ours decodes the tree and writes a tagged PDF, Typst compiles its own markup
and tags too, WeasyPrint (where the command `weasyprint` is at hand) lays out a page for browsers and
tags it. Caches fill inside the run, and no paragraph of the text is repeated. Beside time:
memory, the size of the file, our own floor (decoding, compressing and writing the same bytes), our
own lines filled one by one, and building anew after a small change.
"""

import pickle
import re
import shutil
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median

import typst
from msgspec.structs import replace

from benches.kit.peers import HTML, TYPST, write
from benches.kit.timing import Command, Commands, Run, ratio, rounds, table, verdict
from benches.kit.workload import SECTIONS, briefing
from briefing.model.document import Document, Quotation
from briefing.writers.pdf import Press, write_pdf

GOALS = {10: 0.40, 100: 0.06, 1000: 0.04}
"""Of Typst's wall time."""
MEMORY, SIZE, FLOOR, GREEDY = 0.06, 0.5, 12.0, 1.5
AGAIN, AGAIN_TYPST = 1 / 3, 0.15
_SHORT = 100
"""A document of so few blocks is never written on two cores."""
ROUNDS = {10: 7, 100: 3, 1000: 1}
TYPESET = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
ASKED = """#set page(paper: "a4", margin: 25mm, footer: context counter(page).display("1 / 1", both: true))
#set par(justify: true)
#show quote.where(block: true): set par(justify: false, linebreaks: "optimized")
"""
"""Asks Typst for what our page has: numbered pages, flush text with hyphens, lines of quotations
chosen over the whole paragraph. As it comes it fills ragged lines one by one."""
WEB = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Briefing</title><style>
@page { size: A4; margin: 25mm; @bottom-right { content: counter(page) " / " counter(pages) } }
body { font: 10.5pt/1.43 serif; text-align: justify; hyphens: auto }
blockquote { text-align: left; hyphens: none }
.note { float: footnote; font-size: 8.5pt; text-align: left } tr { break-inside: avoid }
</style>"""
"""Asks WeasyPrint for the same: numbered pages, flush text with hyphens, notes at the foot."""
_BEGIN = (
    "from briefing.finding import find_own; find_own();"
    "from briefing.uncollected import collect_seldom; collect_seldom();"
)
_END = ";from briefing.__main__ import end; end(0)"
"""A process that begins and ends as the program's do."""
OURS = (
    f"{_BEGIN}from briefing.writers.pdf import write_pdf; import sys, pickle; from pathlib import Path;"
    "tree = pickle.loads(Path(sys.argv[1]).read_bytes());"
    f"Path(sys.argv[2]).write_bytes(write_pdf(tree).data){_END}"
)
TWO = "from briefing.workflow.aside import companion;" + OURS.replace(
    "(tree)", "(tree, copied=companion)"
)
"""A long document as the program writes it: on two cores."""
GREEDILY = "from benches.kit.greedy import fill_all; fill_all();" + TWO
BARELY = (
    f"{_BEGIN}import briefing.model.document; import sys, pickle, zlib; from pathlib import Path;"
    "tree = pickle.loads(Path(sys.argv[1]).read_bytes());"
    "parts = pickle.loads(Path(sys.argv[2]).read_bytes());"
    "Path(sys.argv[3]).write_bytes(b''.join([zlib.compress(part, 1) for part in parts]))"
    f"{_END}"
)
"""Decodes the tree, compresses what our file holds, writes it."""


def contenders(document: Document, folder: Path) -> dict[str, Commands]:
    """What each program is asked to do; its input is written beforehand."""
    tree, typ, parts = folder / "tree.pickle", folder / "text.typ", folder / "parts.pickle"
    asked = folder / "asked.typ"
    tree.write_bytes(pickle.dumps(document))
    typ.write_text(write(document, TYPST), encoding="utf-8")
    asked.write_text(ASKED + write(document, TYPST), encoding="utf-8")
    parts.write_bytes(pickle.dumps(streams(write_pdf(document).data)))
    code = TWO if len(document.blocks) > _SHORT else OURS
    ours: Command = [sys.executable, "-c", code, tree, folder / "ours.pdf"]
    greedy: Command = [sys.executable, "-c", GREEDILY, tree, folder / "greedy.pdf"]
    floor: Command = [sys.executable, "-c", BARELY, tree, parts, folder / "floor.bin"]
    typeset: Command = [sys.executable, "-c", TYPESET, typ, folder / "typst.pdf"]
    same: Command = [sys.executable, "-c", TYPESET, asked, folder / "asked.pdf"]
    peers: dict[str, Commands] = {"typst": [typeset], "typst, same page": [same]}
    weasyprint = shutil.which("weasyprint")
    if weasyprint:
        web = folder / "text.html"
        web.write_text(WEB + write(document, HTML), encoding="utf-8")
        tagged = ("--pdf-variant", "pdf/ua-1", "--quiet")
        peers["weasyprint"] = [[weasyprint, *tagged, web, folder / "weasyprint.pdf"]]
    return {"briefing": [ours], **peers, "floor": [floor], "greedy": [greedy]}


def streams(file: bytes) -> list[bytes]:
    """What is compressed in a PDF file, unpacked."""
    packed = re.findall(rb"/FlateDecode/Length \d+>>\nstream\n(.*?)\nendstream", file, re.DOTALL)
    return [zlib.decompress(part) for part in packed]


def compare(pages: int) -> int:
    """Time one size, print and judge; the exit status."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = rounds(contenders(briefing(SECTIONS[pages]), folder), ROUNDS[pages])
        ours, theirs = ((folder / f"{who}.pdf").stat().st_size for who in ("ours", "typst"))
    print(table(runs))
    mine, peer = runs["briefing"], runs["typst"]
    status = verdict(f"PDF of {pages} pages / typst", ratio(mine, peer), GOALS[pages])
    print(f"  its time / typst's for the same page: {ratio(mine, runs['typst, same page']):.2f}")
    if "weasyprint" in runs:
        theirs_peak = peak(mine) / peak(runs["weasyprint"])
        print(
            f"  its time / weasyprint's: {ratio(mine, runs['weasyprint']):.3f}, memory {theirs_peak:.2f}"
        )
    else:
        print(
            "  weasyprint is not at hand and left out: `pip install weasyprint` where PATH finds it"
        )
    status |= verdict(
        "  its memory / typst's", peak(mine) / peak(peer), MEMORY if pages > 99 else 1
    )
    status |= verdict(f"  its size ({ours // 1024} KB) / typst's", ours / theirs, SIZE)
    if pages == max(GOALS):
        status |= verdict("  its time / its own floor", ratio(mine, runs["floor"]), FLOOR)
        status |= verdict("  its time / filling lines", ratio(mine, runs["greedy"]), GREEDY)
    return status


def peak(runs: list[Run]) -> float:
    """The most memory a process took, in the middle of its runs."""
    return median(run.peak for run in runs)


def again() -> int:
    """Time building anew after an excerpt was put in or taken out; the exit status.

    In processor time of this warm process, against a full build with its region map; against Typst
    in seconds, for it works on all processors.
    """
    full, anew = [], []
    for seed in range(1, 9):
        press = Press()
        first, *others = changed(briefing(5, seed), range(0, 60, 5))
        press.write(first)
        write_pdf(first, live=True)
        for one in others:
            anew.append(timed(partial(press.write, one), time.process_time))
            full.append(timed(partial(write_pdf, one, live=True), time.process_time))
    status = verdict("PDF of 60 excerpts anew / in full", median(anew) / median(full), AGAIN)
    press = Press()
    with tempfile.TemporaryDirectory() as name:
        source = Path(name, "text.typ")
        first, *others = changed(briefing(SECTIONS[10]), range(0, 36, 3))
        source.write_text(write(first, TYPST), encoding="utf-8")
        press.write(first)
        compiler = typst.Compiler(source)
        compiler.compile()
        ours, theirs = [], []
        for one in others:
            source.write_text(write(one, TYPST), encoding="utf-8")
            ours.append(timed(partial(press.write, one)))
            theirs.append(timed(compiler.compile))
    return status | verdict("10 pages anew / typst", median(ours) / median(theirs), AGAIN_TYPST)


def changed(document: Document, which: Sequence[int]) -> Iterator[Document]:
    """`document` without every other of `which` quotations, then with one more or less, each once.

    Each is composed anew, and the places are taken from the beginning, the middle and the end in turn.
    """
    places = [at for at, block in enumerate(document.blocks) if isinstance(block, Quotation)]
    third = len(which) // 3
    turns = [which[at * third + step] for step in range(third) for at in range(3)]
    gone = set(turns[::2])
    for turn in (None, *turns):
        if turn is not None:
            gone ^= {turn}
        left_out = {places[at] for at in gone}
        made: Document = pickle.loads(pickle.dumps(document))  # noqa: S301 - our own bytes
        blocks = tuple(block for at, block in enumerate(made.blocks) if at not in left_out)
        yield replace(made, blocks=blocks)


def timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds that a call takes."""
    start = clock()
    work()
    return clock() - start


def main() -> int:
    """Time, print and judge; returns the exit status. Takes the sizes, if given."""
    status = 0
    for pages in map(int, sys.argv[1:] or ("10", "100")):
        status |= compare(pages)
    return status | again()


if __name__ == "__main__":
    sys.exit(main())
