"""Reading web pages against trafilatura with metadata, and exports of a hundred articles.

Pages given on the command line are read (`.html`, also gzipped), else made ones. Both contenders run
in this process and take each page in turn; the figures are CPU seconds, of rounds after a first one
that is thrown away.
"""

import gzip
import random
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path, PurePath
from statistics import median

from docx import Document
from trafilatura import extract

from benches.kit.timing import verdict
from briefing.cleaning import clean
from briefing.errors import SourceError
from briefing.readers import read_file

MOST_TIMES = 1.0
MOST_SECONDS = 1.0
ROUNDS = 5
PAGES, ARTICLES, PARAGRAPHS, LINKS = 40, 100, 25, 90
"""A page of some 210 lines: the mean of 76 pages of real sites."""
SCRIPT = 100_000
"""Characters of script on a page; the same pages have 170,000 in all."""
_WORDS = (
    "port harbour council repairs ferry strait mayor ship pier auction storm money year office week "
    "matter report crew coast minister budget island bridge engine captain winter tide cargo"
).split()


def paragraph(chance: random.Random, length: int = 45) -> str:
    """One made sentence."""
    return " ".join(chance.choice(_WORDS) for _ in range(length)).capitalize() + "."


def made_page(chance: random.Random) -> bytes:
    """A page with a menu, data about itself, an article and a foot, in the measure of real ones."""
    links = "".join(
        f"<li class='menu-item'><a href='/a/{at}'>{paragraph(chance, 4)}</a></li>"
        for at in range(LINKS)
    )
    words = "".join(f"<p>{paragraph(chance)}</p>" for _ in range(PARAGRAPHS))
    title = paragraph(chance, 8)
    head = (
        f"<title>{title} | Harbour Gazette</title><meta property='og:title' content='{title}'>"
        "<meta property='article:published_time' content='2024-03-14T10:00:00+01:00'>"
        f"<meta name='author' content='Ada Moss'><style>p{{margin:0}}</style>"
        f"<script>{'var a=1;' * (SCRIPT // 8)}</script>"
    )
    return (
        f"<!doctype html><html lang='en'><head>{head}</head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>{title}</h1><p class='byline'>By Ada Moss</p>{words}</article>"
        f"<footer><ul>{links}</ul></footer></body></html>"
    ).encode()


def made_export(chance: random.Random) -> bytes:
    """An export of a news database: plain text, counted as such files are."""
    articles = [
        f"{at} of {ARTICLES} DOCUMENTS\n\nHarbour Gazette\n\nMarch 14, 2024 Thursday\n\n"
        f"{paragraph(chance, 8)}\n\nBYLINE: Ada Moss\n\nLENGTH: {PARAGRAPHS * 45} words\n\n"
        + "\n\n".join(paragraph(chance) for _ in range(PARAGRAPHS))
        + "\n\nLANGUAGE: ENGLISH\n\nCopyright 2024 Harbour Gazette\nAll Rights Reserved\n"
        for at in range(1, ARTICLES + 1)
    ]
    return "\n\n\n".join(articles).encode()


def made_nexis(chance: random.Random) -> bytes:
    """An export of Nexis Uni: a Word file, counted on its cover, each article closed by a line."""
    word = Document()
    word.add_paragraph(f"Documents ({ARTICLES})")
    for _ in range(ARTICLES):
        words = [paragraph(chance) for _ in range(PARAGRAPHS)]
        for line in (
            paragraph(chance, 8), "Harbour Gazette", "March 14, 2024 Thursday",
            "Copyright 2024 Harbour Gazette", f"Length: {PARAGRAPHS * 45} words",
            "Byline: By Ada Moss", "Body", *words, "Classification", "Language: ENGLISH",
            "End of Document",
        ):  # fmt: skip
            word.add_paragraph(line)
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of `work`."""
    start = time.process_time()
    work()
    return time.process_time() - start


def ours(page: bytes) -> None:
    """Read and clean all of `page`; a page without words is told, which is an answer too."""
    try:
        for article in read_file(page, PurePath("page.html")).articles:
            clean(article)
    except SourceError:
        return


def export(data: bytes, name: str) -> None:
    """Read and clean an export, which must come out in all its articles."""
    found = [clean(article) for article in read_file(data, PurePath(name)).articles]
    if len(found) != ARTICLES:
        raise AssertionError(f"{len(found)} articles of {ARTICLES} in {name}")


def theirs(page: bytes) -> None:
    """The same with trafilatura as its manual calls it."""
    extract(page, output_format="json", with_metadata=True)


def times(pages: Sequence[bytes]) -> float:
    """Median over the rounds of our time against trafilatura's."""
    shares = []
    for number in range(ROUNDS + 1):
        spent = [(seconds(lambda: ours(page)), seconds(lambda: theirs(page))) for page in pages]  # noqa: B023 - called at once
        if number:
            shares.append(sum(mine for mine, _ in spent) / sum(other for _, other in spent))
    return median(shares)


def _bytes(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def main() -> int:
    """Time, print and judge; returns the exit status."""
    chance = random.Random(1)  # noqa: S311 - the same pages each time
    pages = [_bytes(Path(name)) for name in sys.argv[1:]]
    pages = pages or [made_page(chance) for _ in range(PAGES)]
    exports = {"LexisNexis.txt": made_export(chance), "Nexis Uni.docx": made_nexis(chance)}
    failed = verdict(f"{len(pages)} pages / trafilatura with metadata", times(pages), MOST_TIMES)
    for name, data in exports.items():
        took = min(seconds(partial(export, data, name)) for _ in range(ROUNDS))
        failed |= verdict(f"{name} of {ARTICLES} articles, seconds", took, MOST_SECONDS)
    return failed


if __name__ == "__main__":
    sys.exit(main())
