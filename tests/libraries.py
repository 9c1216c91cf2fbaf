"""Makes small libraries for tests."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from briefing.library import Access, Library, open_library
from briefing.model.findings import Attribution, Form, SourceFindings
from briefing.model.library import Examined, Rated, Taken
from briefing.model.passage import Passage
from briefing.model.source import Source
from tests.sources import make_source

THEMES = {"harbour": "v1", "ships": "v1"}
"""The themes of a test library with their fingerprints."""
PROGRAM = "p1"


def new_library(folder: Path) -> Library:
    """An empty library that knows `THEMES`."""
    library = open_library(folder / "library.db", Access.MAKE)
    library.register([(name, name.title(), version) for name, version in THEMES.items()])
    return library


def taken(path: str, *sources: Source, data: bytes | None = None) -> Taken:
    """A file at `path` that holds `sources`; each paragraph that names a port answers to a theme."""
    data = data if data is not None else "\f".join(source.text for source in sources).encode()
    digest = sha256(data).hexdigest()
    ready = tuple(examined(replace(source, path=path, sha256=digest)) for source in sources)
    return Taken(path, digest, data, ready)


def examined(source: Source) -> Examined:
    """What a simple analysis finds: every paragraph with “port” answers to the theme harbour."""
    said = tuple(
        Attribution(
            Passage(source.id, part.start, part.end), source.text[part.start : part.end],
            "the harbour office", None, None, "said", Form.INDIRECT,
        )
        for part in source.body()
        if "harbour office" in source.text[part.start : part.end]
    )  # fmt: skip
    rated = tuple(
        Rated("harbour", part.start, part.end, 1.0 + part.start / 1000, ("speaks of a port",),
              lead=True, speaker="the harbour office" if said else None)
        for part in source.body()
        if "port" in source.text[part.start : part.end]
    )  # fmt: skip
    return Examined(source, SourceFindings(source.id, said), rated)


def keep(library: Library, files: Sequence[Taken]) -> list[str]:
    """Take `files` in as one run; returns what became of each."""
    run = library.begin_run()
    told = library.take(files, run, "r1", PROGRAM, THEMES)
    return [item.outcome.value for item in told]


def article(name: str, *paragraphs: str, **more: str) -> Source:
    """A source with an id of its own; `more` sets its publisher or title."""
    source_id = sha256(f"{name} {paragraphs}".encode()).hexdigest()[:16]
    return replace(make_source(*paragraphs, id=source_id), **more)
