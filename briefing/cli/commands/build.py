"""`briefing build`: the main job."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from briefing.cli.options import DAY, LIBRARY, LIMIT, THEMES, common, print_json
from briefing.cli.terminal import Meter, visible, warn
from briefing.digests import digest
from briefing.errors import UsageError
from briefing.model.brief import Brief
from briefing.model.output import CITATION_FIELDS
from briefing.words import say, say_many
from briefing.workflow.ahead import Ahead, working_ahead
from briefing.workflow.order import Order, today

if TYPE_CHECKING:
    from briefing.workflow.build import Built


@click.command()
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="FILE", type=click.Path(path_type=Path),
    help="What to write: .docx, .pdf, .html, .md or .json (the document tree). Repeatable.",
)  # fmt: skip
@THEMES
@click.option(
    "--template", metavar="NAME|FOLDER", help="full (default), one-page, talking-points, or yours."
)
@click.option(
    "--recipe", metavar="FILE", type=click.Path(path_type=Path),
    help="A recipe (TOML); options given here win over it.",
)  # fmt: skip
@click.option("--title", help="The title on the first page.")
@click.option("--for", "recipient", metavar="NAME", help="For whom the briefing is.")
@click.option("--by", "author", metavar="NAME", help="Who prepared it.")
@click.option("--date", "day", type=DAY, metavar="DAY", help="The day it bears; default: today.")
@click.option("--since", type=DAY, metavar="DAY", help="Leave out what was published before.")
@click.option("--until", type=DAY, metavar="DAY", help="Leave out what was published after.")
@click.option("--marking", help="Handling line on every page, such as TLP:AMBER.")
@click.option(
    "--citation-style", metavar="NAME|FILE.csl",
    help="chicago-notes (default), apa, numbered, ics-206, or a CSL file.",
)  # fmt: skip
@click.option(
    "--no-source-list", "source_list", flag_value=False, type=bool, default=None,
    help="Leave the source list out; the notes name each source.",
)  # fmt: skip
@click.option(
    "--language", metavar="CODE",
    help="The language of the briefing's own words: en (default), de, fr. Quotations stay as they are.",
)  # fmt: skip
@click.option(
    "--reference-doc", "reference", metavar="HOUSE.docx", type=click.Path(path_type=Path),
    help="A Word document whose styles and page setup the Word file takes over.",
)  # fmt: skip
@click.option("--endnotes", is_flag=True, help="Word file: notes at the end, not at the foot.")
@click.option(
    "--citation-fields", "fields", type=click.Choice(CITATION_FIELDS),
    help="Word file: citations as live fields of Zotero, or as Word's own sources.",
)  # fmt: skip
@click.option("--archival", is_flag=True, help="PDF file: PDF/A-3a too, for the archive.")
@click.option(
    "--previous", metavar="EDITION",
    help="The edition before: a number in the library, or a file. The document says what changed.",
)  # fmt: skip
@click.option(
    "--issue", is_flag=True, default=None, help="Keep the result in the library as an edition."
)
@LIBRARY
@LIMIT
@common
def command(
    sources: tuple[Path, ...],
    outputs: tuple[Path, ...],
    recipe: Path | None,
    reference: Path | None,
    endnotes: bool,
    archival: bool,
    fields: str | None,
    day: date | None,
    themes: tuple[str, ...],
    as_json: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
    **given: Any,
) -> None:
    """Make a briefing out of SOURCES (files or folders) and write it to each -o FILE.

    Without SOURCES the library is used.

    Example: briefing build articles -o brief.docx -o brief.pdf --theme china
    """
    shelf = {name: given.pop(name) for name in ("previous", "issue", "library")}
    order = _recipe(recipe) if recipe else Order(Brief(date=today()), (), ())
    named = {key: value for key, value in given.items() if value is not None}
    if day:
        named["date"] = day
    if themes:
        named["themes"] = themes
    order = replace(
        order,
        brief=replace(order.brief, **named),
        sources=sources or order.sources,
        outputs=outputs or order.outputs,
        reference=reference or order.reference,
        archival=archival or order.archival,
        **{name: value for name, value in shelf.items() if value is not None},
        word=replace(
            order.word,
            endnotes=endnotes or order.word.endnotes,
            citation_fields=fields or order.word.citation_fields,
        ),
    )
    if not order.outputs:
        raise UsageError("no output is named", remedy="Add -o brief.docx or -o brief.pdf.")
    with working_ahead(order.sources, order.outputs) as ahead:
        built = _build(order, ahead, quiet=quiet)
    warn((*built.ingested.refused, *built.notices), quiet=quiet)
    _report(built, as_json=as_json, quiet=quiet, verbose=verbose)


def _recipe(file: Path) -> Order:
    from briefing.workflow.recipes import read_recipe

    return read_recipe(file)


def _build(order: Order, ahead: Ahead | None, *, quiet: bool) -> "Built":

    from briefing.workflow.build import build

    meter = Meter(quiet)
    try:
        return build(order, meter, ahead=ahead)
    finally:
        meter.clear()


def _report(built: "Built", *, as_json: bool, quiet: bool, verbose: bool) -> None:
    if as_json:
        print_json(_json(built))
        return
    if quiet:
        return
    counts = {found.theme.title: len(found.excerpts) for found in built.findings.themes}
    read = len(built.ingested.sources)
    quoted = built.findings.quoted()
    count = sum(counts.values())
    excerpts = say_many("{count} excerpt", "{count} excerpts", count, count=str(count))
    sources = say_many("{count} source", "{count} sources", read, count=str(read))
    if 0 < quoted < read:
        told = say("{excerpts} from {quoted} of {sources}",
                   excerpts=excerpts, quoted=str(quoted), sources=sources)  # fmt: skip
    else:
        told = say("{excerpts} from {sources}", excerpts=excerpts, sources=sources)
    click.echo(f"{told}: " + ", ".join(f"{title} {count}" for title, count in counts.items()))
    if verbose:
        for source in built.ingested.sources:
            click.echo(f"  {say('read {file}', file=visible(source.path))}")
    for target in built.order.outputs:
        click.echo(say("wrote {file}", file=target))
    if built.edition:
        edition = built.edition
        click.echo(
            say("issued as edition {issue} of “{series}”",
                issue=str(edition.issue), series=visible(edition.series))
        )  # fmt: skip


def _json(built: "Built") -> dict[str, Any]:
    return {
        "schema": "briefing.build/1",
        "title": built.document.title,
        "language": built.document.language,
        "sources": len(built.ingested.sources),
        "themes": {found.theme.id: len(found.excerpts) for found in built.findings.themes},
        "outputs": [
            {"path": str(target), "sha256": digest(target.read_bytes())}
            for target in built.order.outputs
        ],
        "edition": built.edition
        and {
            "number": built.edition.number,
            "series": built.edition.series,
            "issue": built.edition.issue,
        },
        "refused": [{"path": item.where, "error": item.text} for item in built.ingested.refused],
        "notices": [str(notice) for notice in built.notices],
    }
