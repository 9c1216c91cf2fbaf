"""`briefing batch`: many briefings from one file."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import click

from briefing.cli.options import LIBRARY, Whole, common, print_json
from briefing.cli.terminal import retold, visible
from briefing.words import mark_many, say, say_many
from briefing.workflow.batch import Made
from briefing.workflow.batch_files import read_batch
from briefing.workflow.batch_runs import Run

_FAILED = 1

_COUNTED = {
    "made": mark_many("{count} made", "{count} made"),
    "kept": mark_many("{count} kept", "{count} kept"),
    "failed": mark_many("{count} failed", "{count} failed"),
    "not begun": mark_many("{count} not begun", "{count} not begun"),
}
"""What became of so many briefs."""


@click.command()
@click.argument("recipes", metavar="RECIPES.toml", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, metavar="DIR", type=click.Path(path_type=Path),
    help="The folder in which the outputs are made.",
)  # fmt: skip
@click.option(
    "--jobs", type=Whole(1, 64), default=1, metavar="N", help="Processes that work; default: 1."
)
@click.option("--resume", is_flag=True, help="Go on after an interrupt: finished briefs stay.")
@click.option(
    "--scheduler", metavar="ADDRESS",
    help="Work on a Dask scheduler (tcp://host:port), or “local”; needs briefing[cluster].",
)  # fmt: skip
@LIBRARY
@common
@click.pass_context
def command(
    context: click.Context, recipes: Path, out: Path, jobs: int, resume: bool,
    scheduler: str | None, library: Path | None,
    as_json: bool, quiet: bool, verbose: bool, debug: bool,
) -> None:  # fmt: skip
    """Make every [[brief]] of RECIPES.toml, unattended; a failed one stops none of the others.

    Status 0: all were made; 1: some failed, and the summary names them.

    Example: briefing batch monday.toml --out briefs --jobs 2
    """
    items = read_batch(recipes, out, library)
    run = Run(items, recipes, out, jobs, scheduler, resume=resume)
    if run.notice is not None:
        click.echo(f"briefing: warning: {retold(str(run.notice))}", err=True)
    made: list[Made] = []
    tell = partial(_tell, total=len(items), quiet=quiet or as_json, verbose=verbose)
    try:
        for one in run:
            made.append(one)
            tell(one, len(made))
    finally:
        with suppress(BrokenPipeError):
            _summary(made, len(items), as_json=as_json, quiet=quiet)
    failed = any(one.trouble for one in made)
    context.exit(_FAILED if failed else 0)


def _tell(made: Made, number: int, *, total: int, quiet: bool, verbose: bool) -> None:
    if quiet:
        return
    click.echo(visible(f"[{number}/{total}] {_state(made)} {made.name}"))
    if verbose:
        for notice in made.notices:
            click.echo(visible(f"    {retold(str(notice))}"))


def _state(made: Made) -> str:
    return say("FAILED") if made.trouble else say("kept") if made.skipped else say("made")


def _summary(made: list[Made], total: int, *, as_json: bool, quiet: bool) -> None:
    counts = {
        "made": sum(not one.trouble and not one.skipped for one in made),
        "kept": sum(one.skipped for one in made),
        "failed": sum(one.trouble is not None for one in made),
        "not begun": total - len(made),
    }
    if as_json:
        print_json({"schema": "briefing.batch/1", "counts": counts, "briefs": _json(made)})
        return
    for one in made:
        if one.trouble:
            click.echo(visible(f"briefing: warning: {one.name}: {retold(one.trouble)}"), err=True)
    if quiet:
        return
    heads = say("brief"), say("excerpts"), say("seconds"), say("outputs")
    click.echo("\n{:40} {:>8} {:>8}  {}".format(*heads))
    for one in sorted(made, key=lambda one: one.name):
        outputs = ", ".join(Path(output.path).name for output in one.outputs) or "-"
        name = visible(one.name)[:40]
        click.echo(f"{name:40} {one.excerpts:8} {one.seconds:8.2f}  {visible(outputs)}")
    click.echo(
        ", ".join(
            say_many(*_COUNTED[name], count, count=str(count))
            for name, count in counts.items()
            if count
        )
    )


def _json(made: list[Made]) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "state": "failed" if one.trouble else "kept" if one.skipped else "made",
            "error": one.trouble,
            "excerpts": one.excerpts,
            "seconds": one.seconds,
            "outputs": [{"path": file.path, "sha256": file.sha256} for file in one.outputs],
            "notices": list(one.notices),
        }
        for one in made
    ]
