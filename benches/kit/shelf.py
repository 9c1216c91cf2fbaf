"""A made library for the window: many excerpts, each in words of its own, rated and in order."""

import random
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from briefing.library import Access, open_library
from briefing.model.findings import SourceFindings
from briefing.model.library import Examined, Rated, Taken
from briefing.model.source import Kind, Segment, Source
from briefing.workflow.catalogue import starter_themes
from briefing.workflow.importing import TOGETHER
from briefing.workflow.program import analysis_version, reader_version, theme_version
from briefing.workflow.session import Session

A_SOURCE = 10
"""Excerpts in each source."""
_WORDS = (
    "harbour office ministry sailors ships strait summer island patrol budget treaty radar airfield "
    "committee officers exercise council border engine contract satellite parliament governor coast "
    "merchant cable pipeline hospital railway bridge winter autumn envoy squadron reserve factory "
    "shipyard tanker frigate convoy visitor delegation archive forecast storm repair supply ration "
    "customs tariff currency harvest fishery quarry mineral turbine reactor library museum academy"
).split()


def sentence(number: int) -> str:
    """A sentence that is like no other."""
    chosen = random.Random(number).sample(_WORDS, 16)  # noqa: S311 - nothing is secret here
    first, second = " ".join(chosen[:7]), " ".join(chosen[7:])
    return f"Report {number} says that China has sent the {first} to the {second}."


def fill(path: Path, count: int) -> None:
    """Make the library at `path` with `count` excerpts, and a briefing of four of them."""
    versions = {theme.id: theme_version(theme) for theme in starter_themes()}
    with open_library(path, Access.MAKE) as library:
        library.register([(t.id, t.title, theme_version(t)) for t in starter_themes()])
        run = library.begin_run()
        made = _files(count)
        while files := list(islice(made, TOGETHER)):
            library.take(files, run, reader_version(), analysis_version(), versions)
        library.completed(versions)
        session = Session(library, "Briefing")
        session.set("template", "one-page", "Template")
        numbers = session.excerpts("")[:4]
        session.include([(card.passage, "china") for card in session.cards(numbers)])


def _files(count: int) -> Iterator[Taken]:
    for first in range(0, count, A_SOURCE):
        parts = [sentence(number) for number in range(first, min(first + A_SOURCE, count))]
        text, segments, at = "\n\n".join(parts), [], 0
        for part in parts:
            segments.append(Segment(at, at + len(part), Kind.BODY))
            at += len(part) + 2
        digest = sha256(text.encode()).hexdigest()
        source = Source(digest[:16], f"{first}.txt", digest, "text/plain", text, tuple(segments),
                        "en", f"Ships in the strait, {first}", f"Paper {first % 40}")  # fmt: skip
        rated = tuple(
            Rated(
                "china",
                part.start,
                part.end,
                2 + (first + place) % 1000 / 500,
                ("speaks of “China”",),
                lead=True,
            )
            for place, part in enumerate(segments)
        )
        item = Examined(source, SourceFindings(source.id), rated)
        yield Taken(source.path, digest, text.encode(), (item,))
