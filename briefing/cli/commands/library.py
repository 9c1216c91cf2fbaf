"""`briefing library`: looks after the library."""

from pathlib import Path

import click
from msgspec import to_builtins

from briefing.cli.options import LIBRARY, common, print_json
from briefing.cli.showing import Verbs
from briefing.cli.terminal import Meter, visible
from briefing.errors import OutputError
from briefing.words import say, say_many
from briefing.workflow.editions import edition_json
from briefing.workflow.grading import grade_source
from briefing.workflow.mending import check_library, rebuild_library
from briefing.workflow.shelves import Access, library_path, only, open_shelf


@click.group(cls=Verbs, no_args_is_help=False)
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
@LIBRARY
@common
@click.pass_context
def check(
    context: click.Context, library: Path | None,
    as_json: bool, quiet: bool, verbose: bool, debug: bool,
) -> None:  # fmt: skip
    """Hold all that the library keeps to what was put in; status 1 if something differs."""
    meter = Meter(quiet)
    try:
        found = check_library(library, meter)
    finally:
        meter.clear()
    if as_json:
        print_json({"schema": "briefing.library-check/1", "damages": to_builtins(found)})
    else:
        for damage in found:
            cure = say("can be mended") if damage.mendable else say("import its file again")
            click.echo(visible(f"{damage.where}: {damage.what} ({cure})"))
        if not quiet:
            click.echo(
                say("run `briefing library rebuild`") if found else say("all is what was put in")
            )
    context.exit(1 if found else 0)


@command.command()
@LIBRARY
@common
@click.pass_context
def rebuild(
    context: click.Context, library: Path | None,
    as_json: bool, quiet: bool, verbose: bool, debug: bool,
) -> None:  # fmt: skip
    """Make the library anew from the originals it holds; the file of a damaged one is kept beside it.

    Status 1 if something could not be had again.
    """
    meter = Meter(quiet)
    try:
        done = rebuild_library(library, meter)
    finally:
        meter.clear()
    if as_json:
        print_json({"schema": "briefing.library-rebuild/1", "sources": done.sources,
                    "lost": list(done.lost), "kept": str(done.kept) if done.kept else None})  # fmt: skip
    else:
        for name in done.lost:
            click.echo(visible(say("lost: {name}; import its file again", name=name)))
        if not quiet:
            kept = f"; {say('the old file is {file}', file=done.kept)}" if done.kept else ""
            told = say("{count} sources", count=str(done.sources))
            click.echo(visible(f"{told}{kept}"))
    context.exit(1 if done.lost else 0)


@command.command()
@LIBRARY
@common
def editions(library: Path | None, as_json: bool, quiet: bool, verbose: bool, debug: bool) -> None:
    """List the editions."""
    with open_shelf(library, Access.READ) as shelf:
        found = shelf.editions()
    if as_json:
        shown = [edition_json(item) for item in found]
        print_json({"schema": "briefing.editions/1", "editions": shown})
        return
    if not found:
        click.echo(say("no editions"))
    for item in found:
        chosen = sum(bool(said.theme) for said in item.excerpts)
        beside = len(item.excerpts) - chosen
        told = say_many("{count} excerpt", "{count} excerpts", chosen, count=str(chosen))
        if beside:
            told += f", {say('{count} more quoted beside them', count=str(beside))}"
        which = say("edition {issue}", issue=str(item.issue))
        click.echo(visible(f"{item.number:>4}  {item.series}, {which}, {item.date}, {told}"))


@command.command()
@click.argument("number", type=int)
@LIBRARY
@common
def edition(
    number: int, library: Path | None, as_json: bool, quiet: bool, verbose: bool, debug: bool
) -> None:
    """Show edition NUMBER: its date, its files, each excerpt.

    Example: briefing library edition 1
    """
    with open_shelf(library, Access.READ) as shelf:
        found = shelf.edition(number)
    if as_json:
        print_json(edition_json(found))
        return
    which = say("edition {issue}", issue=str(found.issue))
    click.echo(visible(f"{found.series}, {which}, {found.date}"))
    for output in found.outputs:
        click.echo(visible(f"  {output.path}  {output.sha256}"))
    for said in found.excerpts:
        click.echo(visible(f"  {said.place:>3} {said.theme or '-'}: {said.text}"))
        click.echo(visible(f"      {said.path}, {said.start}–{said.end}"))


@command.command()
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@LIBRARY
@common
def copy(
    target: Path, library: Path | None, as_json: bool, quiet: bool, verbose: bool, debug: bool
) -> None:
    """Copy the library to a new FILE, whole, even while others write to it.

    Example: briefing library copy copy.db
    """
    if target.exists():
        raise OutputError("there is such a file already", where=target, remedy="Name another file.")
    with open_shelf(library, Access.READ) as shelf:
        shelf.copy(target)
    if as_json:
        print_json({"schema": "briefing.library-copy/1", "copy": str(target)})
    elif not quiet:
        click.echo(say("copied to {file}", file=target))


@command.command()
@click.argument("source")
@click.argument("grade", metavar="GRADE")
@LIBRARY
@common
def grade(
    source: str, grade: str, library: Path | None,
    as_json: bool, quiet: bool, verbose: bool, debug: bool,
) -> None:  # fmt: skip
    """Grade SOURCE (the head of its id, or its path) after the Admiralty code, such as B2.

    A 1, confirmed by other sources, is accepted only where two independent origins say the same.

    Example: briefing library grade 9b0c29 B2
    """
    with open_shelf(library) as shelf:
        source_id = only(shelf.resolve(source), source)
        grade_source(shelf, "", source_id, grade.upper())
    if as_json:
        print_json({"schema": "briefing.library-grade/1", "id": source_id, "grade": grade.upper()})
    elif not quiet:
        click.echo(say("{source} is graded {grade}", source=source_id, grade=grade.upper()))
