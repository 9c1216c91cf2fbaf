"""`briefing excerpts`: ranked excerpts with reasons."""

from pathlib import Path

import click

from briefing.cli.options import LIBRARY, LIMIT, PATHS, THEMES, common, print_json
from briefing.cli.terminal import Meter, retold, visible, warn
from briefing.model.findings import Findings, Selected
from briefing.words import say
from briefing.workflow.inspect import DEFAULT_LIMIT, show_excerpts


@click.command()
@PATHS
@THEMES
@LIMIT
@LIBRARY
@common
def command(
    paths: tuple[Path, ...],
    themes: tuple[str, ...],
    limit: int | None,
    library: Path | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Show the best excerpts a theme, each with its reasons; without PATH, from the library.

    Example: briefing excerpts articles --theme china --limit 3
    """
    meter = Meter(quiet)
    try:
        shown = show_excerpts(paths, themes, limit or DEFAULT_LIMIT, meter, library)
    finally:
        meter.clear()
    warn((*shown.ingested.refused, *shown.ingested.notices), quiet=quiet)
    if as_json:
        print_json(shown.report)
        return
    paths_by_id = {source.id: source.path for source in shown.ingested.sources}
    for found in shown.findings.themes:
        click.echo(f"{found.theme.title}\n{'=' * len(found.theme.title)}")
        for item in found.excerpts:
            _print(item, paths_by_id)
        if not found.excerpts:
            click.echo(f"  {say('nothing found')}\n")
    _print_evidence(shown.findings, paths_by_id)


def _print_evidence(findings: Findings, paths: dict[str, str]) -> None:
    """Where the sources differ, plans overtaken, what several carry, and gaps."""
    for conflict in findings.conflicts:
        click.echo(visible(say("The sources differ. {what}:", what=retold(conflict.about))))
        for position in conflict.positions:
            where = paths[position.excerpt.passage.source]
            click.echo(visible(f"     {position.value} ({where}): {position.excerpt.exact}"))
    for item in findings.overtaken:
        click.echo(
            visible(
                say("A plan: {words}", words=item.plan.exact)
                + "\n     "
                + say("reported as done: {words}", words=item.report.exact)
            )
        )
    for claim in findings.claims:
        told = ", ".join(paths[excerpt.passage.source] for excerpt in claim.excerpts)
        count = claim.independent_origins
        by = say("Carried by {sources} ({count} origins)", sources=told, count=str(count))
        click.echo(visible(f"{by}: {claim.excerpts[0].exact}"))
    for gap in findings.gaps:
        click.echo(visible(say("Gap, {theme}: {words}", theme=gap.theme, words=retold(gap.text))))


def _print(item: Selected, paths: dict[str, str]) -> None:
    place = item.excerpt.passage
    click.echo(f"{item.rank:>3}. {visible(item.excerpt.exact)}")
    speaker = f", {item.speaker}" if item.speaker else ""
    click.echo(visible(f"     {paths[place.source]}, {place.start}–{place.end}{speaker}"))
    click.echo(visible(f"     {'; '.join(map(retold, item.because))}"))
    for echo in item.also_in:
        other = echo.excerpt.passage
        beside = say("also in {file}", file=paths[other.source])
        click.echo(visible(f"     {beside}, {other.start}–{other.end}"))
    click.echo()
