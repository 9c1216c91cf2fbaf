"""`briefing verify`: proves every quotation of a finished file."""

from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.options import common, print_json
from briefing.cli.terminal import Meter, visible
from briefing.errors import UsageError
from briefing.model.report import Report, Standing, Strength, Verdict
from briefing.workflow.verify import verify
from briefing.workflow.verify_reports import report_json

UNPROVEN = 1
_STRENGTHS = {
    Strength.LIBRARY: "compared with the library",
    Strength.SOURCES: "compared with the sources given",
    Strength.MANIFEST: "compared only with the manifest inside the file: consistent, not proven",
    Strength.NOTHING: "compared with nothing: no sources were given",
}


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--sources", multiple=True, metavar="PATH", type=click.Path(path_type=Path),
    help="Files or folders to compare with. Repeatable.",
)  # fmt: skip
@click.pass_context
@common
def command(
    context: click.Context,
    files: tuple[Path, ...],
    sources: tuple[Path, ...],
    as_json: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Prove every quotation of each finished Word or PDF FILE against its source.

    Status 1 if any is not proven. Example: briefing verify brief.docx --sources articles
    """
    if not files:
        raise UsageError("no file is named", remedy="Name a Word or PDF file to prove.")
    meter = Meter(quiet)
    try:
        reports = verify(files, sources, meter)
    finally:
        meter.clear()
    if as_json:
        shown = [report_json(report) for report in reports]
        one = len(shown) == 1
        print_json(shown[0] if one else {"schema": "briefing.verify/1", "reports": shown})
    else:
        for report in reports:
            for line in _lines(report, verbose=verbose, quiet=quiet):
                click.echo(visible(line))
    context.exit(0 if all(report.is_clean for report in reports) else UNPROVEN)


def _lines(report: Report, *, verbose: bool, quiet: bool) -> Iterator[str]:
    counts = {name: count for name, count in report.counts().items() if count}
    told = ", ".join(f"{count} {name}" for name, count in counts.items()) or "no quotations found"
    yield f"{report.file}: {told}; {_STRENGTHS[report.strength]}"
    if quiet:
        return
    for verdict in report.verdicts:
        if verbose or verdict.standing is not Standing.PROVEN:
            yield from _verdict(verdict)
        elif verdict.changes:
            yield f"  proven     {verdict.place}: {verdict.detail}"
    for finding in report.findings:
        if finding.grave or verbose:
            place = f"{finding.place}: " if finding.place else ""
            yield f"  {'note' if not finding.grave else 'WARNING':<10} {place}{finding.text}"


def _verdict(verdict: Verdict) -> Iterator[str]:
    yield f"  {verdict.standing.value:<10} {verdict.place}: “{verdict.quote}”"
    if verdict.detail:
        yield f"{'':<13}{verdict.detail}"
    if verdict.start is None:
        return
    if verdict.passage and verdict.standing is not Standing.PROVEN:
        yield f"{'':<13}{verdict.name}, {verdict.start}–{verdict.end}: “{verdict.passage}”"
    elif verdict.name:
        yield f"{'':<13}{verdict.name}, {verdict.start}–{verdict.end}"
