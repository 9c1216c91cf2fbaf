"""The library against a bare FTS5 insert of the same text, and its answers at scale.

Storing is what is held to the bare insert: from files read and analysed to all their rows on the
disk (originals, texts with their digests, the index of words, findings, scores with their index,
claims), in transactions of the size that `briefing import` makes at most. The bare insert puts the
same texts into one FTS5 table that grows alike, with nothing beside it. What reading, analysing and
comparing cost besides is told a source and held to nothing here.

Takes the file of newswire articles (`articles.jsonl.gz` of the shared data) and, if given, how many
sources to end with: 20 000 (the default) take a minute, 200 000 some ten minutes of one core. What
was reached is told every 20 000 sources on the error stream.
"""

import gzip
import json
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from statistics import median

from msgspec import Struct, field

from benches.kit.timing import verdict
from briefing.analysis.themes import Matcher, compile_theme
from briefing.library import Access, Library, open_library
from briefing.model.library import Taken
from briefing.model.source import Kind, Segment, Source
from briefing.workflow.catalogue import starter_themes
from briefing.workflow.importing import TOGETHER
from briefing.workflow.program import theme_version
from briefing.workflow.shelves import compare, examined

SHARED = Path(__file__).parents[2] / "shared/data/reuters21578/articles.jsonl.gz"
STEP = 2000
"""Sources of one step; the bare insert puts them in as one transaction."""
FIRST = 20_000
"""Sources for which the bare insert runs beside ours."""
WORDS = ("trade deficit", '"prime minister"', "crude oil", '"interest rates"', "japan exports")


def articles(file: Path, count: int) -> Iterator[Source]:
    """`count` sources, the articles of `file` over and over, each a source of its own."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for number in range(count):
        row = rows[number % len(rows)]
        parts = [" ".join(part.split()) for part in row["text"].split("\n    ")]
        text = "\n\n".join([f"Report {number}.", *(part for part in parts if part)])
        segments, at = [], 0
        for part in text.split("\n\n"):
            segments.append(Segment(at, at + len(part), Kind.BODY))
            at += len(part) + 2
        digest = sha256(text.encode()).hexdigest()
        yield Source(digest[:16], f"{number}.txt", digest, "text/plain", text, tuple(segments),
                     "en", row["title"], "Newswire")  # fmt: skip


def open_bare(file: Path) -> sqlite3.Connection:
    """A database with one FTS5 table and nothing else."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE VIRTUAL TABLE word USING fts5 (text)")
    return connection


def bare(connection: sqlite3.Connection, sources: list[Source]) -> float:
    """CPU seconds of a bare FTS5 insert of the same text, in one transaction."""
    began = time.process_time()
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO word VALUES (?)", ((item.text,) for item in sources))
    connection.execute("COMMIT")
    return time.process_time() - began


def fill(library: Library, files: list[Taken]) -> float:
    """CPU seconds of keeping `files`, in transactions as `briefing import` makes them at most."""
    scored = {theme.id: theme_version(theme) for theme in starter_themes()}
    run = library.begin_run()
    began = time.process_time()
    for at in range(0, len(files), TOGETHER):
        library.take(files[at : at + TOGETHER], run, "r", "p", scored)
    return time.process_time() - began


def timed(act: Callable[[], object], times: int = 15) -> float:
    """Median milliseconds of `act`."""
    spans = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        spans.append((time.perf_counter() - began) * 1000)
    return median(spans)


class Costs(Struct):
    """CPU seconds: of the bare insert and of ours for the first 20,000, and a source of each step."""

    floor: float = 0.0
    kept: float = 0.0
    analysing: float = 0.0
    comparing: float = 0.0
    each: list[float] = field(default_factory=list)


def filled(library: Library, unkept: sqlite3.Connection, file: Path, count: int) -> Costs:
    """What it costs to fill `library` with `count` sources, and `unkept` beside it."""
    costs = Costs()
    sources = articles(file, count)
    for number in range(0, count, STEP):
        chunk = list(islice(sources, STEP))
        began = time.process_time()
        ready = [taken(item) for item in chunk]
        costs.analysing += time.process_time() - began
        floor = bare(unkept, chunk) if number < FIRST else 0.0
        spent = fill(library, ready)
        began = time.process_time()
        compare(library)
        costs.comparing += time.process_time() - began
        costs.floor += floor
        costs.kept += spent if number < FIRST else 0.0
        costs.each.append(spent / len(chunk))
        if number % FIRST == 0:
            print(f"{number}: {costs.each[-1] * 1e6:.0f} us a source", file=sys.stderr, flush=True)
    return costs


def main() -> int:
    """Fill, ask, print and judge; returns the exit status."""
    file = Path(sys.argv[1]) if sys.argv[1:] else SHARED
    if not file.exists():
        print(f"there is no {file}; nothing was timed")
        return 0
    count = int(sys.argv[2]) if sys.argv[2:] else 20_000
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "library.db")
        with open_library(path, Access.MAKE) as library:
            library.register([(t.id, t.title, theme_version(t)) for t in starter_themes()])
            costs = filled(library, open_bare(Path(name, "bare.db")), file, count)
            one = islice(articles(file, count + 40), count, None)
            adding = timed(lambda: fill(library, [taken(next(one))]))
        opening = timed(lambda: open_library(path).close())
        with open_library(path, Access.READ) as library:
            searches = {words: timed(partial(library.search, words)) for words in WORDS}
            theming = timed(lambda: library.cards(library.excerpts(["industry"], limit=20)))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    analysing, comparing = (1000 * cpu / count for cpu in (costs.analysing, costs.comparing))
    print(f"{count} sources; each: analysing {analysing:.2f} ms, comparing {comparing:.2f} ms")
    kept, floor = (1e6 * cpu / min(count, FIRST) for cpu in (costs.kept, costs.floor))
    print(f"storing: {kept:.0f} us a source, bare {floor:.0f} us")
    print("; ".join(f"{words}: {span:.1f} ms" for words, span in searches.items()))
    growth = median(costs.each[-3:]) / median(costs.each[:3])
    return max(
        [
            verdict("bare FTS5 insert's time, times of it", costs.kept / costs.floor, 1 / 0.35),
            verdict("cost a source, last 6000 / first 6000", growth, 1.5),
            verdict("search, median of the questions, ms", median(searches.values()), 50),
            verdict("adding one file, ms", adding, 100),
            verdict("best 20 excerpts of a theme, ms", theming, 10),
            verdict("opening, ms", opening, 100),
            verdict("memory of this process at its largest, MB", memory, 200),
        ]
    )


@cache
def matchers() -> tuple[Matcher, ...]:
    """The starter themes, ready to be looked for."""
    return tuple(compile_theme(theme) for theme in starter_themes())


def taken(source: Source) -> Taken:
    """A file on its way in, with all that is found in it."""
    item = examined(source, matchers())
    return Taken(source.path, source.sha256, source.text.encode(), (item,))


if __name__ == "__main__":
    sys.exit(main())
