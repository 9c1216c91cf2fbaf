"""The PDF writer against Typst: 10, 100 and 1,000 pages of one content.

Whole cold processes: ours decodes the tree and writes a tagged PDF, Typst compiles its own markup
and tags too. Caches fill inside the run, and no paragraph of the text is repeated.
"""

import pickle
import sys
import tempfile
from pathlib import Path

from benches.kit.peers import TYPST, write
from benches.kit.timing import Command, Commands, ratio, rounds, table, verdict
from benches.kit.workload import SECTIONS, briefing

GOALS = {10: 0.40, 100: 0.06, 1000: 0.04}
"""Of Typst's wall time."""
ROUNDS = {10: 7, 100: 3, 1000: 1}
TYPESET = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
OURS = (
    "import sys, pickle; from pathlib import Path; from briefing.writers.pdf import write_pdf;"
    "tree = pickle.loads(Path(sys.argv[1]).read_bytes());"
    "Path(sys.argv[2]).write_bytes(write_pdf(tree).data)"
)


def contenders(pages: int, folder: Path) -> dict[str, Commands]:
    """What each program is asked to do; its input is written beforehand."""
    document = briefing(SECTIONS[pages])
    tree, typ = folder / "tree.pickle", folder / "text.typ"
    tree.write_bytes(pickle.dumps(document))
    typ.write_text(write(document, TYPST), encoding="utf-8")
    ours: Command = [sys.executable, "-c", OURS, tree, folder / "ours.pdf"]
    typst: Command = [sys.executable, "-c", TYPESET, typ, folder / "typst.pdf"]
    return {"briefing": [ours], "typst": [typst]}


def main() -> int:
    """Time, print and judge; returns the exit status. Takes the sizes, if given."""
    status = 0
    for pages in map(int, sys.argv[1:] or ("10", "100")):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            runs = rounds(contenders(pages, folder), ROUNDS[pages])
            sizes = [(folder / f"{who}.pdf").stat().st_size // 1024 for who in ("ours", "typst")]
        print(table(runs))
        print(f"{pages} pages: {sizes[0]} KB against {sizes[1]} KB")
        figure = ratio(runs["briefing"], runs["typst"])
        status |= verdict(f"PDF of {pages} pages / typst", figure, GOALS[pages])
    return status


if __name__ == "__main__":
    sys.exit(main())
