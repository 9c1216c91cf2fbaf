"""`briefing uses`: which editions quote a source."""

from pathlib import Path

import click

from briefing.cli.options import LIBRARY, common, print_json
from briefing.cli.terminal import retold, visible
from briefing.words import say
from briefing.workflow.uses import Use, uses_of


@click.command()
@click.argument("source")
@LIBRARY
@common
def command(
    source: str, library: Path | None, as_json: bool, quiet: bool, verbose: bool, debug: bool
) -> None:
    """Say which editions quote SOURCE (the head of its id or digest, or its file), and where.

    Former versions of a file count too: after a correction or a withdrawal this tells what was
    delivered.

    Example: briefing uses articles/moss.txt
    """
    ids, uses = uses_of(source, library)
    if as_json:
        print_json({"schema": "briefing.uses/1", "sources": list(ids), "uses": _json(uses)})
        return
    last = None
    for use in uses:
        edition = use.edition
        if edition.number != last:
            told = say("edition {issue} of “{series}”",
                       issue=str(edition.issue), series=edition.series)  # fmt: skip
            click.echo(visible(f"{told}, {edition.date}"))
            for output in edition.outputs:
                click.echo(visible(f"    {output.path}"))
            last = edition.number
        theme = f", {use.said.theme}" if use.said.theme else ""
        click.echo(visible(f"    {use.said.start}–{use.said.end}{theme}: {use.said.text}"))
        if use.stands is False:
            click.echo(f"        {retold('the words quoted stand there no more')}")
    if not uses and not quiet:
        click.echo(say("no edition quotes it"))


def _json(uses: tuple[Use, ...]) -> list[dict[str, object]]:
    return [
        {
            "edition": use.edition.number,
            "series": use.edition.series,
            "issue": use.edition.issue,
            "date": use.edition.date.isoformat(),
            "outputs": [output.path for output in use.edition.outputs],
            "source": use.said.source,
            "start": use.said.start,
            "end": use.said.end,
            "text": use.said.text,
            "theme": use.said.theme or None,
            "stands": use.stands,
        }
        for use in uses
    ]
