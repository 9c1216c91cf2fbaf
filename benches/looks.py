"""The page beside the same text set by Typst and by TeX: three files, pictures of them, and figures.

`python -m benches.looks FOLDER` writes there `ours.pdf`, `typst.pdf` and, where `pdflatex` is at hand,
`tex.pdf`, with a picture of the second page of each at 100 and 300 dpi (poppler). The figures are read
from the finished files, by where their words stand, the same way for all: of flush lines the share
whose spaces are more than one and a half times `STRETCH` wider than a space, the most hyphens below
each other, and lines over the edge. Signs that hang over the edge are none.

TeX's own face has a space half as wide again as ours, so that the same hole counts less there. So
where `tex` and `pltotf` are at hand, it also breaks the paragraphs by the widths of our face, as it
comes and with the room for a stretch that its manuals advise; its log tells how it went.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

import typst
from lxml import etree

from benches.kit.workload import Writer
from briefing.model.document import Document, Paragraph, Text
from briefing.resources import seeds
from briefing.writers.pdf import write_pdf
from briefing.writers.pdf.breaking import STRETCH
from briefing.writers.pdf.faces import face
from briefing.writers.pdf.look import SERIF

LOOSE, OVER = 1.5, 1.0
"""A line is loose beyond so many stretches; a word stands over the edge by more than so many points."""
_SIGNS = ".,:;!?-–—‘’“”)\xad"
_SET_TYPST = """#set page(width: 595.28pt, height: 841.89pt, margin: 78pt)
#set par(justify: true, leading: 4.5pt, spacing: 11.5pt)
#set text(font: "Source Serif 4", size: 10.5pt, lang: "en")
"""
_SET_TEX = r"""\documentclass{article}
\usepackage[paperwidth=595.28bp,paperheight=841.89bp,margin=78bp]{geometry}
\usepackage[utf8]{inputenc}
\usepackage[expansion=false]{microtype}\usepackage[english]{babel}
\setlength\parindent{0pt}\setlength\parskip{7bp}
\begin{document}\fontsize{11bp}{15bp}\selectfont
%s
\end{document}
"""
_FONTS = Path(__file__).parents[1] / "assets" / "fonts"


class Word(NamedTuple):
    """A word of a page: where it begins and ends, and its line."""

    text: str
    left: float
    right: float
    line: float


def paragraphs() -> list[str]:
    """The sample articles' paragraphs, and as many of the bench's own words."""
    found = []
    for file in sorted(seeds("articles").glob("*.txt")):
        blocks = file.read_text("utf-8", "replace").split("\n\n")
        found += [" ".join(block.split()) for block in blocks if len(block) > 200]
    writer = Writer(3)
    return [one for one in found if not {"/", "\ufffd"} & set(one)] + [
        writer.words(40, 90) for _ in range(60)
    ]


def typeset(texts: list[str], folder: Path) -> list[Path]:
    """The same paragraphs set by each program."""
    blocks = tuple(Paragraph((Text(text),)) for text in texts)
    ours = folder / "ours.pdf"
    ours.write_bytes(write_pdf(Document("Text", "en", date(2024, 5, 3), blocks)).data)
    source, theirs = folder / "text.typ", folder / "typst.pdf"
    escaped = [re.sub(r"([\\`*_\[\]#+\-=/$@<>~'\"])", r"\\\1", text) for text in texts]
    source.write_text(_SET_TYPST + "\n\n".join(escaped), encoding="utf-8")
    typst.compile(source, output=theirs, font_paths=[_FONTS])
    made = [ours, theirs]
    if shutil.which("pdflatex"):
        body = "\n\n".join(re.sub(r"([#$%&_{}])", r"\\\1", text) for text in texts)
        (folder / "tex.tex").write_text(_SET_TEX % body, encoding="utf-8")
        command = ["pdflatex", "-interaction=nonstopmode", "tex.tex"]
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
        made.append(folder / "tex.pdf")
    return made


def lines(file: Path) -> list[list[Word]]:
    """The lines of a file, page by page, without what stands in its margins (poppler)."""
    given = subprocess.run(["pdftotext", "-bbox", file, "-"], stdout=subprocess.PIPE, check=True)
    found: list[list[Word]] = []
    for page in etree.fromstring(given.stdout, etree.XMLParser(recover=True)).iter("{*}page"):
        at: dict[float, list[Word]] = defaultdict(list)
        for one in page.iter("{*}word"):
            left, right, low = (float(one.get(side, 0)) for side in ("xMin", "xMax", "yMax"))
            if 80 < low < 841.89 - 70:
                at[round(low)].append(Word(one.text or "", left, right, low))
        found += [sorted(words, key=lambda word: word.left) for _, words in sorted(at.items())]
    return found


def figures(file: Path) -> str:
    """The figures of one file in a line."""
    every = lines(file)
    edge = 595.28 - 78
    flush = [words for words in every if words[-1].right > edge - 1.0 and len(words) > 1]
    gaps = [[other.left - one.right for one, other in pairwise(words)] for words in every]
    space = median(
        gap for words, each in zip(every, gaps, strict=True) if words[-1].right < edge - 30
        for gap in each
    )  # fmt: skip
    stretches = [
        (median(b.left - a.right for a, b in pairwise(words)) / space - 1) / STRETCH
        for words in flush
    ]
    loose = sum(stretch > LOOSE for stretch in stretches)
    ends = [words[-1].text.endswith(("-", "\xad", "‐")) for words in every]
    ladder = max((len(list(run)) for hyphen, run in groupby(ends) if hyphen), default=0)
    over = sum(
        words[-1].right > edge + OVER and words[-1].text[-1] not in _SIGNS for words in every
    )
    return (
        f"{file.stem:6} {len(every):5} lines, {loose:3} of {len(flush)} flush ones loose, "
        f"{sum(ends):3} hyphens, "
        f"{ladder} below each other at most, {over} over the edge"
    )


def in_our_face(texts: list[str], folder: Path) -> Iterator[str]:
    """The figures of TeX by the widths of our face: lines as loose, and lines over the edge."""
    widths, space = face(SERIF).widths, face(SERIF).widths[0x20] / 1000
    letters = "".join(
        f"(CHARACTER O {code:o} (CHARWD R {widths[code] / 1000:.4f}))" for code in range(0x21, 0x7F)
    )
    glue = f"(SPACE R {space:.4f})(STRETCH R {space / 2:.4f})(SHRINK R {space / 3:.4f})(QUAD R 1.0)"
    (folder / "ours.pl").write_text(f"(DESIGNSIZE R 10.0)(FONTDIMEN {glue}){letters}")
    subprocess.run(["pltotf", "ours.pl", "ours.tfm"], cwd=folder, check=True)
    plain = str.maketrans({"“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---"})
    body = [re.sub(r"([#$%&_{}])", r"\\\1", text).translate(plain) for text in texts]
    bound = 100 * (LOOSE * STRETCH * 2) ** 3  # what TeX calls the badness of such a line
    for said, more in (("as it comes", ""), ("with room", r"\emergencystretch=3em")):
        begin = rf"\font\x=ours at 10.5bp\x\hsize=439.28bp\parindent=0pt\hbadness=-1 {more}"
        whole = "\n\n".join([begin, *body, r"\bye"]).encode("ascii", "replace")
        (folder / "ours.tex").write_bytes(whole)
        command = ["tex", "-interaction=nonstopmode", "ours.tex"]
        subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)
        log = (folder / "ours.log").read_text("latin-1")
        bad = [int(one) for one in re.findall(r"(?:Loose|Underfull) \\hbox \(badness (\d+)", log)]
        loose, over = sum(one > bound for one in bad), log.count("Overfull")
        yield f"TeX in our face, {said}: {loose} loose lines, {over} over the edge"


def main() -> int:
    """Write the files, their pictures and the figures."""
    if not shutil.which("pdftotext"):
        print("poppler is not at hand: nothing to look at (apt install poppler-utils)")
        return 0
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    texts = paragraphs()
    if shutil.which("tex") and shutil.which("pltotf"):
        print("\n".join(in_our_face(texts, folder)))
    for file in typeset(texts, folder):
        print(figures(file))
        for dots in (100, 300):
            where = folder / f"{file.stem}-{dots}"
            command = ["pdftoppm", "-r", str(dots), "-f", "2", "-l", "2", "-png", file, where]
            subprocess.run([str(part) for part in command], check=True)
    print(f"files and pictures are in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
