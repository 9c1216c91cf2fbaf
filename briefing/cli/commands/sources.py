"""`briefing sources`: how each source was read."""

from collections import Counter
from pathlib import Path

import click

from briefing.cli.options import LIBRARY, PATHS, THEMES, common, print_json
from briefing.cli.terminal import Meter, visible, warn
from briefing.model.source import Field, Source
from briefing.words import say
from briefing.workflow.inspect import show_sources


@click.command()
@PATHS
@THEMES
@LIBRARY
@common
def command(
    paths: tuple[Path, ...],
    themes: tuple[str, ...],
    library: Path | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Show how each file was read: metadata and where it comes from, and what each part is.

    Without PATH the sources of the library are shown.

    Example: briefing sources articles --json
    """
    meter = Meter(quiet)
    try:
        shown = show_sources(paths, themes, meter, library)
    finally:
        meter.clear()
    warn((*shown.ingested.refused, *shown.ingested.notices), quiet=quiet)
    if as_json:
        print_json(shown.report)
        return
    for source in shown.ingested.sources:
        _print(source, verbose=verbose)


def _print(source: Source, *, verbose: bool) -> None:
    click.echo(f"{source.id}  {visible(source.path)}")
    values = {
        Field.TITLE: source.title,
        Field.PUBLISHER: source.publisher,
        Field.AUTHORS: ", ".join(source.authors),
        Field.PUBLISHED: source.published.isoformat() if source.published else None,
        Field.URL: source.url,
    }
    for name, value in values.items():
        found = source.evidence.get(name)
        where = f"  ({found.found_in})" if found and value else ""
        click.echo(visible(f"  {name.value:<10} {value or say('unknown')}{where}"))
    for said in source.amendments:
        click.echo(visible(f"  {said.sort.value:<10} {source.text[said.start : said.end]}"))
    kinds = Counter(segment.kind.value for segment in source.segments)
    click.echo(
        "  parts      " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    )
    if verbose:
        for segment in source.segments:
            words = visible(source.text[segment.start : segment.end])
            click.echo(f"  {segment.kind.value:>11}  {words[:90]}{'…' if len(words) > 90 else ''}")  # noqa: PLR2004 - the width of a line
    click.echo()
