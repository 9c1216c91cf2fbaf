"""Editions: what a build delivered, how two of them differ, and who quotes a source."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from briefing import __version__
from briefing.analysis.changes import compare
from briefing.compose.numbering import printed_beside
from briefing.errors import UsageError
from briefing.library import Access, Library
from briefing.model.brief import Brief
from briefing.model.changes import Changes, EditionChange, Successor
from briefing.model.document import Document
from briefing.model.findings import Conflict, Findings
from briefing.model.library import Edition, Output, Said
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.text.times import spell_day
from briefing.workflow.catalogue import read_text
from briefing.workflow.corrected import told_with_words
from briefing.workflow.opening import open_shelf
from briefing.workflow.shown import label_of

SCHEMA = "briefing.edition/1"
_DOCUMENT = "briefing.document/1"
_FINISHED = (b"PK\x03\x04", b"%PDF")
"""How a Word and a PDF file begin."""


def edition_of(
    brief: Brief, document: Document, findings: Findings, sources: Sequence[Source],
    written: Mapping[Path, bytes], issued: str, wanted: AbstractSet[str],
    known: Sequence[Conflict] = (),
) -> Edition:  # fmt: skip
    """The edition that a build delivers; the library gives it its number.

    `wanted` and `known` are those of `said_in`.
    """
    manifest = json.loads(document.manifest)
    return Edition(
        series=document.title,
        issue=0,
        date=brief.date,
        issued=issued,
        program=__version__,
        recipe=json.dumps(manifest["recipe"], ensure_ascii=False, sort_keys=True),
        excerpts=said_in(findings, sources, wanted, known),
        outputs=tuple(
            Output(str(path), hashlib.sha256(data).hexdigest(), len(data))
            for path, data in written.items()
        ),
        sources=tuple(source.id for source in sources),
    )


def said_in(
    findings: Findings,
    sources: Sequence[Source],
    wanted: AbstractSet[str],
    known: Sequence[Conflict] = (),
) -> tuple[Said, ...]:
    """The words of sources that a document of `findings` prints, in the order of the page.

    `wanted` are the names that its template uses: what it does not print is not quoted. `known` are
    conflicts that the library knows of besides, with sources that were not at hand.
    """
    by_id = {source.id: source for source in sources}
    disputed = [
        position.excerpt.passage
        for conflict in (*findings.conflicts, *known)
        for position in conflict.positions
    ]
    found: list[Said] = []
    printed: set[Passage] = set()

    def add(theme: str, passage: Passage, exact: str, speaker: str | None, origins: int) -> None:
        if passage in printed:
            return
        printed.add(passage)
        source = by_id[passage.source]
        found.append(
            Said(
                len(found) + 1, theme, source.id, source.path, passage.start, passage.end,
                hashlib.sha256(exact.encode("utf-8", "surrogatepass")).hexdigest(), exact, speaker,
                origins, any(passage.overlaps(other) for other in disputed), label_of(source),
            )
        )  # fmt: skip

    for theme in findings.themes:
        for item in theme.excerpts:
            add(
                theme.theme.id, item.excerpt.passage, item.excerpt.exact, item.speaker,
                item.independent_origins,
            )  # fmt: skip
    for excerpt, *_ in printed_beside(findings, wanted):
        add("", excerpt.passage, excerpt.exact, None, 1)
    return tuple(found)


def changes_since(
    previous: Edition,
    said: Sequence[Said],
    sources: Sequence[Source],
    known: Mapping[str, Successor],
    conflicts: Sequence[Conflict],
) -> Changes:
    """What `said`, cut from `sources`, changes against an earlier edition.

    `known` are the successors that the library knows, `conflicts` what the sources differ on now.
    """
    which = f"edition {previous.issue}" if previous.issue else "the edition"
    told = f"{which} of {spell_day(previous.date)}"
    successors = {**_by_path(previous.excerpts, sources), **known}
    found = compare(previous.excerpts, said, successors)
    differences = tuple(one for one in conflicts if not _was_told(one, previous))
    return Changes(told, told_with_words(found, sources), differences)


def _was_told(conflict: Conflict, edition: Edition) -> bool:
    """Whether an edition printed words of one of the sides, and knew that they were disputed."""
    words = [excerpt for side in conflict.positions for excerpt in (side.excerpt, *side.also)]
    texts = {excerpt.exact for excerpt in words}
    return any(
        said.text in texts or any(said.passage.overlaps(one.passage) for one in words)
        for said in edition.excerpts
        if said.disputed
    )


def successors_of(
    edition: Edition, sources: Sequence[Source], library: Library
) -> dict[str, Successor]:
    """The successors of the sources that an edition quotes, as the library knows them."""
    by_id = {source.id: source for source in sources}
    ids = library.successors(sorted({said.source for said in edition.excerpts}))
    loaded = library.sources(sorted(set(ids.values()) - by_id.keys()))
    by_id |= {source.id: source for source in loaded}
    return {before: Successor(after, by_id[after].text) for before, after in ids.items()}


def _by_path(old: Iterable[Said], sources: Sequence[Source]) -> dict[str, Successor]:
    """Successors as far as the sources at hand tell: another source from the same file."""
    now = {source.id for source in sources}
    by_path = {source.path: source for source in sources}
    by_name = {source.path.rsplit("/", 1)[-1]: source for source in sources}
    return {
        said.source: Successor(after.id, after.text)
        for said in old
        if said.source not in now and (after := by_path.get(said.path) or by_name.get(said.path))
    }


def find_edition(named: str, library: Library | None, base: Path | None = None) -> Edition:
    """The edition that `named` leads to: its number in the library, or a file of it.

    A file is the Word or PDF file that a build wrote, its document tree (.json), or what
    `briefing library edition N --json` prints.

    Raises:
        UsageError: if there is none.
        ProofError: if it is a Word or PDF file that cannot be read.
    """
    if named.isdecimal():
        if library is None:
            raise UsageError(
                f"edition {named} is looked for in a library, and there is none",
                remedy="Name it with --library.",
            )
        return library.edition(int(named))
    file = (base or Path()) / named
    return _in_finished(file, named) if _is_finished(file) else edition_in(read_text(file), named)


def _is_finished(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(4) in _FINISHED
    except OSError:
        return False


def _in_finished(file: Path, named: str) -> Edition:
    """The edition that a Word or PDF file says it is, by the manifest inside."""
    from briefing.workflow.verify import read_paper  # noqa: PLC0415 - most builds need none

    manifest = read_paper(file).manifest
    if manifest is None:
        raise UsageError(
            "the file does not say which excerpts it was made of: its manifest is not inside",
            where=named,
            remedy="Name the file as it was built, or the .json built beside it.",
        )
    return _told({"schema": _DOCUMENT, "manifest": manifest}, named)


def edition_in(text: str, where: str) -> Edition:
    """The edition that a file's text describes.

    Raises:
        UsageError: if it describes none.
    """
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        told = None
    return _told(told, where)


def _told(told: Any, where: str) -> Edition:
    try:
        schema = told.get("schema") if isinstance(told, dict) else None
        if schema == SCHEMA:
            return msgspec.convert(told, Edition)
        if schema == _DOCUMENT and told.get("manifest"):
            return _from_manifest(json.loads(told["manifest"]))
    except (ValueError, KeyError, TypeError, RecursionError, msgspec.ValidationError):
        pass
    raise UsageError(
        "the file is no edition", where=where,
        remedy="Name an edition's number, or the .docx, .pdf or .json that a build wrote.",
    )  # fmt: skip


def _from_manifest(told: dict[str, Any]) -> Edition:
    sources = {item["id"]: item for item in told["sources"]}
    places: dict[tuple[str, int, int], dict[str, Any]] = {}
    for item in told["excerpts"]:
        if not item.get("listed"):  # quoted for on whom a source leans, or for what it corrects
            places.setdefault((item["source"], item["start"], item["end"]), item)
    # As an edition counts them: those on the themes, then what is quoted beside them.
    ordered = sorted(places.values(), key=lambda item: item.get("place", len(places)))
    return Edition(
        series=told["recipe"]["title"] or "",
        issue=0,
        date=date.fromisoformat(told["recipe"]["date"]),
        issued="",
        program=told["generator"],
        recipe=json.dumps(told["recipe"], ensure_ascii=False, sort_keys=True),
        excerpts=tuple(
            Said(
                place, item.get("theme", ""), item["source"], sources[item["source"]]["name"],
                item["start"], item["end"], item["sha256"], item["exact"],
                independent_origins=item.get("origins", 1), disputed=item.get("disputed", False),
                label=_label(sources[item["source"]]),
            )
            for place, item in enumerate(ordered, 1)
        ),
        sources=tuple(sources),
    )  # fmt: skip


def _label(source: Mapping[str, Any]) -> str:
    return str(source["publisher"] or source.get("title") or "")


def diff_editions(
    old: str, new: str, library: Path | None
) -> tuple[Edition, Edition, tuple[EditionChange, ...]]:
    """Two editions, each a number or a file, and what changed from the first to the second."""
    with_library = library is not None or old.isdecimal() or new.isdecimal()
    if not with_library:
        before, after = find_edition(old, None), find_edition(new, None)
        successors = _named_alike(before, after)
        return before, after, compare(before.excerpts, after.excerpts, successors)
    with open_shelf(library, Access.READ) as shelf:
        before, after = find_edition(old, shelf), find_edition(new, shelf)
        sources = shelf.sources(after.sources)
        successors = (
            _named_alike(before, after)
            | _by_path(before.excerpts, sources)
            | successors_of(before, sources, shelf)
        )
    found = compare(before.excerpts, after.excerpts, successors)
    return before, after, told_with_words(found, sources)


def _named_alike(old: Edition, new: Edition) -> dict[str, Successor]:
    """Successors as far as two editions alone can tell: another source from the same file."""
    texts: dict[str, str] = {}
    for said in new.excerpts:
        texts[said.source] = f"{texts.get(said.source, '')}\n{said.text}"
    return {
        said.source: Successor(after.source, texts[after.source], whole=False)
        for said in old.excerpts
        if said.source not in new.sources
        for after in new.excerpts
        if after.source not in old.sources and _same_file(said.path, after.path)
    }


def _same_file(one: str, other: str) -> bool:
    """Whether two paths name one file; a manifest knows a file's bare name only."""
    if "/" in one and "/" in other:
        return one == other
    return one.rsplit("/", 1)[-1] == other.rsplit("/", 1)[-1]


def edition_json(edition: Edition) -> dict[str, Any]:
    """An edition as JSON, the form that `--previous` and `diff` read."""
    return {"schema": SCHEMA, **msgspec.to_builtins(edition)}
