"""`briefing excerpts`: ranked excerpts with reasons."""

from pathlib import Path

import click

from briefing.cli.options import LIBRARY, LIMIT, PATHS, THEMES, common, print_json
from briefing.cli.terminal import Meter, visible, warn
from briefing.model.findings import Findings, Selected
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
            click.echo("  nothing found\n")
    _print_evidence(shown.findings, paths_by_id)


def _print_evidence(findings: Findings, paths: dict[str, str]) -> None:
    """Where the sources differ, plans overtaken, what several carry, and gaps."""
    for conflict in findings.conflicts:
        click.echo(visible(f"The sources differ. {conflict.about}:"))
        for position in conflict.positions:
            where = paths[position.excerpt.passage.source]
            click.echo(visible(f"     {position.value} ({where}): {position.excerpt.exact}"))
    for item in findings.overtaken:
        click.echo(
            visible(f"A plan: {item.plan.exact}\n     reported as done: {item.report.exact}")
        )
    for claim in findings.claims:
        told = ", ".join(paths[excerpt.passage.source] for excerpt in claim.excerpts)
        count = claim.independent_origins
        click.echo(visible(f"Carried by {told} ({count} origins): {claim.excerpts[0].exact}"))
    for gap in findings.gaps:
        click.echo(visible(f"Gap, {gap.theme}: {gap.text}"))


def _print(item: Selected, paths: dict[str, str]) -> None:
    place = item.excerpt.passage
    click.echo(f"{item.rank:>3}. {visible(item.excerpt.exact)}")
    speaker = f", {item.speaker}" if item.speaker else ""
    click.echo(visible(f"     {paths[place.source]}, {place.start}–{place.end}{speaker}"))
    click.echo(visible(f"     {'; '.join(item.because)}"))
    for echo in item.also_in:
        other = echo.excerpt.passage
        click.echo(visible(f"     also in {paths[other.source]}, {other.start}–{other.end}"))
    click.echo()
