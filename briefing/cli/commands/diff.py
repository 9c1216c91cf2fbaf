"""`briefing diff`: what changed between two editions."""

from pathlib import Path

import click

from briefing.cli.options import LIBRARY, common, print_json
from briefing.cli.terminal import retold, visible
from briefing.model.changes import EditionChange
from briefing.model.library import Edition
from briefing.model.passage import Excerpt
from briefing.words import say
from briefing.workflow.editions import diff_editions


@click.command()
@click.argument("old")
@click.argument("new")
@LIBRARY
@common
def command(
    old: str, new: str, library: Path | None,
    as_json: bool, quiet: bool, verbose: bool, debug: bool,
) -> None:  # fmt: skip
    """Say what changed from edition OLD to NEW: numbers in the library, or files.

    A file is the Word or PDF file or the .json that a build wrote, or what `briefing library
    edition N --json` prints.

    Example: briefing diff monday.pdf friday.pdf
    """
    before, after, changes = diff_editions(old, new, library)
    if as_json:
        print_json(
            {
                "schema": "briefing.diff/1",
                "old": _edition(before),
                "new": _edition(after),
                "changes": [_change(change) for change in changes],
            }
        )
        return
    for change in changes:
        said = change.said
        theme = f" ({said.theme})" if said.theme else ""
        detail = f"; {retold(change.detail)}" if change.detail else ""
        click.echo(visible(f"{say(change.sort.value)}{theme}: {said.label or said.path}{detail}"))
        click.echo(visible(f"    {said.text}"))
        if change.now:
            click.echo(visible(f"    {say('Now: {words}', words=change.now.exact)}"))
    if not changes and not quiet:
        click.echo(say("nothing changed"))


def _edition(edition: Edition) -> dict[str, object]:
    return {
        "number": edition.number or None,
        "series": edition.series,
        "issue": edition.issue or None,
        "date": edition.date.isoformat(),
    }


def _change(change: EditionChange) -> dict[str, object]:
    said = change.said
    return {
        "change": change.sort.value,
        "theme": said.theme or None,
        "source": said.source,
        "start": said.start,
        "end": said.end,
        "text": said.text,
        "detail": change.detail or None,
        "now": change.now and _excerpt(change.now),
    }


def _excerpt(excerpt: Excerpt) -> dict[str, object]:
    place = excerpt.passage
    return {
        "source": place.source, "start": place.start, "end": place.end, "text": excerpt.exact
    }  # fmt: skip
