"""`briefing library`: looks after the library."""

from pathlib import Path

import click

from briefing.cli.options import LIBRARY, common, print_json
from briefing.workflow.shelves import Access, library_path, only, open_shelf


@click.group()
def command() -> None:
    """Look after the library: what it holds, copies, grades."""


@command.command()
@LIBRARY
@common
def show(library: Path | None, as_json: bool, quiet: bool, verbose: bool, debug: bool) -> None:
    """Say where the library lies and how much it holds."""
    with open_shelf(library, Access.READ) as shelf:
        counts = shelf.counts()
    place = library_path(library)
    if as_json:
        print_json({"schema": "briefing.library/1", "library": str(place), "holds": counts})
        return
    click.echo(str(place))
    for name, count in counts.items():
        click.echo(f"  {name:10} {count}")


@command.command()
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@LIBRARY
@common
def copy(
    target: Path, library: Path | None, as_json: bool, quiet: bool, verbose: bool, debug: bool
) -> None:
    """Copy the library to a new FILE, whole, even while others write to it."""
    with open_shelf(library, Access.READ) as shelf:
        shelf.copy(target)
    if as_json:
        print_json({"schema": "briefing.library-copy/1", "copy": str(target)})
    elif not quiet:
        click.echo(f"copied to {target}")


@command.command()
@click.argument("source")
@click.argument("grade", metavar="GRADE")
@LIBRARY
@common
def grade(
    source: str, grade: str, library: Path | None,
    as_json: bool, quiet: bool, verbose: bool, debug: bool,
) -> None:  # fmt: skip
    """Grade SOURCE (the head of its id, or its path) after the Admiralty code, such as B2."""
    with open_shelf(library) as shelf:
        source_id = only(shelf.resolve(source), source)
        shelf.grade("", source_id, grade.upper())
    if as_json:
        print_json({"schema": "briefing.library-grade/1", "id": source_id, "grade": grade.upper()})
    elif not quiet:
        click.echo(f"{source_id} is graded {grade.upper()}")
