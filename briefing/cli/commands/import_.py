"""`briefing import`: takes articles into the library."""

from collections import Counter
from pathlib import Path
from typing import Any

import click

from briefing.cli.options import LIBRARY, PATHS, THEMES, Whole, common, need_paths, print_json
from briefing.cli.terminal import Meter, retold, visible
from briefing.model.library import Imported, Outcome
from briefing.words import mark_many, say, say_many
from briefing.workflow.importing import all_themes, import_paths
from briefing.workflow.shelves import Access, library_path, open_shelf
from briefing.workflow.watching import watch

_COUNTED = {
    Outcome.NEW: mark_many("{count} new", "{count} new"),
    Outcome.CHANGED: mark_many("{count} changed", "{count} changed"),
    Outcome.SAME: mark_many("{count} same", "{count} same"),
    Outcome.TWIN: mark_many("{count} twin", "{count} twin"),
    Outcome.REFUSED: mark_many("{count} refused", "{count} refused"),
}
"""What became of so many files."""


@click.command(name="import")
@PATHS
@LIBRARY
@THEMES
@click.option(
    "--watch", "watched", is_flag=True,
    help="Go on: take in what is dropped into the folders, until stopped (Ctrl-C).",
)  # fmt: skip
@click.option("--jobs", type=Whole(1, 64), metavar="N", help="Processes that read.")
@common
def command(
    paths: tuple[Path, ...],
    library: Path | None,
    themes: tuple[str, ...],
    watched: bool,
    jobs: int | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Take the files at PATH into the library; each is told once it is safely kept.

    What was taken in before is skipped; a changed file becomes a new version of its source, and
    editions go on quoting the old one.

    Example: briefing import articles
    """
    need_paths(paths)
    meter = Meter(quiet)
    shown: list[Imported] = []
    with open_shelf(library, Access.MAKE) as shelf:
        found = import_paths(shelf, paths, themes, meter, jobs=jobs)
        try:
            for item in watch(shelf, paths, all_themes(themes), found) if watched else found:
                shown.append(item)
                meter.clear()
                if not as_json and not quiet:
                    _print(item, verbose=verbose)
        finally:
            meter.clear()
            counts = shelf.counts()
    if as_json:
        print_json(_json(library_path(library), shown, counts))
    elif not quiet:
        done = Counter(item.outcome for item in shown)
        told = ", ".join(
            say_many(*_COUNTED[one], done[one], count=str(done[one]))
            for one in Outcome
            if done[one]
        )
        holds = say("the library holds {count} sources", count=str(counts["sources"]))
        click.echo(f"{told or say('no files')}; {holds}")


def _print(item: Imported, *, verbose: bool) -> None:
    if item.outcome is Outcome.REFUSED:
        click.echo(
            f"briefing: warning: {visible(item.path)}: {visible(retold(item.told))}", err=True
        )
    elif verbose or item.outcome is not Outcome.SAME:
        several = say("{count} articles", count=str(len(item.sources)))
        several = f" ({several})" if len(item.sources) > 1 else ""
        told = f" ({retold(item.told)})" if item.told else ""
        click.echo(f"{say(item.outcome.value):8} {visible(item.path)}{several}{visible(told)}")


def _json(library: Path, shown: list[Imported], counts: dict[str, int]) -> dict[str, Any]:
    return {
        "schema": "briefing.import/1",
        "library": str(library),
        "files": [
            {
                "path": item.path,
                "outcome": item.outcome.value,
                "sources": list(item.sources),
                "told": item.told or None,
            }
            for item in shown
        ],
        "holds": counts,
    }
