"""The main job: read, analyse, select, compose, write."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.bearing import bearing_on_themes
from briefing.compose import Material, Template, compose
from briefing.compose.citations import check_style
from briefing.compose.unlisted import check_list
from briefing.errors import NoSourcesError, UsageError
from briefing.model.brief import Brief, Drop, Pin
from briefing.model.changes import Changes
from briefing.model.document import Document
from briefing.model.findings import Findings
from briefing.model.library import Edition
from briefing.model.output import Written
from briefing.model.passage import Passage
from briefing.model.source import Notice, Source
from briefing.model.theme import Theme
from briefing.tongue import check_language
from briefing.workflow.ahead import Ahead
from briefing.workflow.catalogue import find_template, find_themes
from briefing.workflow.files import named_bytes
from briefing.workflow.finishing import Begin, Make, in_a_copy, proven
from briefing.workflow.fitting import fit
from briefing.workflow.idle import idle
from briefing.workflow.ingest import Ingested, gather
from briefing.workflow.memory import Memory, from_files, known, read_by_now, remember
from briefing.workflow.order import Order, check_brief
from briefing.workflow.outputs import Staging, check_targets
from briefing.workflow.progress import Progress, silent
from briefing.workflow.unheard import unheard
from briefing.workflow.wording import lexicon
from briefing.workflow.writing import FORMATS, count_pages, get_readier, get_ready, write


class Built(Struct, frozen=True):
    """What a build did."""

    order: Order
    document: Document
    findings: Findings
    ingested: Ingested
    notices: tuple[Notice, ...]
    edition: Edition | None = None


def _check(brief: Brief) -> None:
    check_brief(brief)
    check_language(brief.language)
    check_style(brief.citation_style)
    check_list(brief.citation_style, shown=brief.source_list)


def build(
    order: Order,
    progress: Progress = silent,
    memory: Memory | None = None,
    ahead: Ahead | None = None,
) -> Built:
    """Carry out `order`: read its sources, write its outputs.

    A `memory` spares a process that makes many briefs from finding the same things again; `ahead` is
    reading the sources already.

    Raises:
        BriefingError: with one sentence, if it cannot be carried out; then nothing is written.
    """
    _check(order.brief)
    themes = find_themes(order.brief.themes, order.base)
    template = find_template(order.brief.template, order.base)
    check_targets(order.outputs, gather(order.sources), FORMATS)
    reference = _read(order.reference, "reference document")
    style_file = _read(_style_file(order), "citation style")
    alone = memory is None  # many briefs have the cores busy already
    memory = _memory(order, memory, ahead)
    ingested, left_out = _stock(order, themes, progress, memory)
    brief = resolve_places(order.brief, ingested.sources)
    if brief.themes:
        brief = replace(brief, themes=tuple(theme.id for theme in themes))
    sources = ingested.sources
    progress("Analysing", 0, len(sources))
    findings = find(brief, sources, themes, template, memory)
    notices = (*ingested.notices, *left_out)
    changes_in = _changes(order, sources, template.names())

    def made_of(findings: Findings) -> Document:
        material = Material(
            brief, sources, findings, ingested.refused, notices, style_file, changes_in(findings)
        )
        return compose(material, template)

    if template.pages is None:
        document = made_of(findings)
    else:
        findings, document, too_long = fit(findings, template.pages, made_of, count_pages)
        notices += too_long
    notices += unheard(brief, [theme.id for theme in themes], template)
    progress("Writing", 0, len(order.outputs))
    make = partial(write, document, reference=reference, word=order.word, archival=order.archival)
    begin = _beginning(order.outputs, memory) if alone else None
    written, told = _delivered(make, order.outputs, sources, begin)
    built = Built(order, document, findings, ingested, (*idle(order), *notices, *told))
    return _issued(built, brief, written, template.names()) if order.issue else built


def _beginning(targets: Sequence[Path], memory: Memory | None) -> Begin | None:
    """How a file is made beside this process: by the copy that read the sources, or by one made now."""
    ahead = memory.ahead if memory else None
    if len(targets) > 1 and any(target.suffix.lower() == ".pdf" for target in targets):
        return ahead.begin if ahead else in_a_copy
    if ahead:
        ahead.close()  # its core is free for parts of the one file
    return None


def _memory(order: Order, memory: Memory | None, ahead: Ahead | None) -> Memory | None:
    if ahead is not None:
        # The sources are not there yet: time for what this process will need.
        suffixes = {target.suffix.lower() for target in order.outputs} - {".pdf"}
        get_ready(suffixes)
        return read_by_now(order.sources, ahead, (lexicon, partial(get_readier, suffixes)))
    return Memory() if memory is None and not order.sources else memory


def _delivered(
    make: Make, targets: Sequence[Path], sources: Sequence[Source], begin: Begin | None
) -> tuple[Mapping[Path, Written], tuple[Notice, ...]]:
    """What `make` gives for `targets`, written once it all proves, and what is worth telling."""
    with Staging() as staging:
        written, doubts = proven(make, targets, sources, begin, staging.add)
        staging.settle()
    told = tuple(notice for result in written.values() for notice in result.notices)
    return written, (*dict.fromkeys(told), *doubts)


def _issued(
    built: Built, brief: Brief, written: Mapping[Path, Written], wanted: AbstractSet[str]
) -> Built:
    """`built`, kept in the library as an edition; `wanted` are the names that the template uses."""
    from briefing.workflow.shelved import issue

    order, sources = built.order, built.ingested.sources
    files = {target: result.data for target, result in written.items()}
    edition = issue(order.library, brief, built.document, built.findings, sources, files, wanted)
    return replace(built, edition=edition)


def _stock(
    order: Order, themes: Sequence[Theme], progress: Progress, memory: Memory | None
) -> tuple[Ingested, tuple[Notice, ...]]:
    """The sources of `order` within its dates, and what was left out."""
    if not order.sources and memory is not None:
        from briefing.workflow.shelved import from_library

        return from_library(order.library, order.brief, themes, progress, memory), ()
    ingested = from_files(order.sources, progress, memory)
    sources, left_out = within_dates(ingested.sources, order.brief)
    return replace(ingested, sources=sources), left_out


def _changes(
    order: Order, sources: Sequence[Source], wanted: AbstractSet[str]
) -> Callable[[Findings], Changes | None]:
    """Tells what findings change against the edition that `order` names as the one before."""
    if order.previous is None:
        return lambda _: None
    from briefing.workflow.shelved import since

    return since(order.previous, order.library, order.base, sources, wanted)


def find(
    brief: Brief,
    sources: Sequence[Source],
    themes: Sequence[Theme],
    template: Template,
    memory: Memory | None = None,
) -> Findings:
    """The findings for one brief, of those that are asked about."""
    limit = template.limit if brief.limit is None else brief.limit
    scope = Scope(limit, template.longest, brief.pins, brief.drops, brief.date)
    found = analyse(sources, themes, lexicon(), scope, known(sources, memory))
    remember(found, memory)
    return bearing_on_themes(found)


def within_dates(
    sources: Sequence[Source], brief: Brief
) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """The sources published between `since` and `until`; those without a date stay, with a notice.

    Raises:
        NoSourcesError: if none is left.
    """
    if brief.since is None and brief.until is None:
        return tuple(sources), ()
    kept: list[Source] = []
    notices: list[Notice] = []
    for source in sources:
        if source.published is None:
            notices.append(Notice(source.path, "has no date of publication; kept all the same."))
            kept.append(source)
        elif (brief.since or date.min) <= source.published <= (brief.until or date.max):
            kept.append(source)
        else:
            day = source.published.isoformat()
            notices.append(Notice(source.path, f"published on {day}, outside the dates asked for."))
    if not kept:
        raise NoSourcesError(
            "no source lies between the dates", remedy="Widen --since and --until."
        )
    return tuple(kept), tuple(notices)


def resolve_places(brief: Brief, sources: Sequence[Source]) -> Brief:
    """Lead pins and drops, which may name a source by the head of its id or digest, to its id.

    Raises:
        UsageError: if one names no source, or several.
    """
    return replace(
        brief,
        pins=tuple(Pin(_resolve(pin.passage, sources, "pin"), pin.theme) for pin in brief.pins),
        drops=tuple(
            Drop(_resolve(drop.passage, sources, "drop"), drop.theme) for drop in brief.drops
        ),
    )


def _resolve(passage: Passage, sources: Iterable[Source], sort: str) -> Passage:
    head = passage.source.rstrip("…")
    fits = [item for item in sources if item.id.startswith(head) or item.sha256.startswith(head)]
    if len(fits) != 1:
        trouble = "no source at hand" if not fits else f"{len(fits)} sources"
        raise UsageError(
            f"a {sort} names the source “{passage.source}”, and that is {trouble}",
            remedy="`briefing sources` shows the ids.",
        )
    return replace(passage, source=fits[0].id)


def _style_file(order: Order) -> Path | None:
    """The file of the citation style, if it is one; a recipe's stands from the recipe."""
    name = order.brief.citation_style
    if not name.lower().endswith(".csl"):
        return None
    return (order.base or Path()) / name


def _read(file: Path | None, sort: str) -> bytes | None:
    return None if file is None else named_bytes(file, sort)
