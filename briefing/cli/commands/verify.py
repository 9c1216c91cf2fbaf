"""`briefing verify`: proves every quotation of a finished file."""

from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.options import LIBRARY, common, print_json
from briefing.cli.terminal import Meter, retold, retold_each, visible
from briefing.errors import LibraryMissingError, UsageError
from briefing.model.report import Report, Signed, Standing, Verdict
from briefing.retold.standings import STRENGTHS, counted
from briefing.words import mark, mark_many, say, say_many
from briefing.workflow.shelves import Access, open_shelf
from briefing.workflow.verify import (
    annotated_copy,
    check_beside,
    check_signed,
    sign_manifest,
    verify,
    write_page,
)
from briefing.workflow.verify_reports import report_json

UNPROVEN = 1
_MORE = mark_many(
    "{count} note more: --verbose shows it", "{count} notes more: --verbose shows them"
)


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--sources", multiple=True, metavar="PATH", type=click.Path(path_type=Path),
    help="Files or folders to compare with. Repeatable.",
)  # fmt: skip
@LIBRARY
@click.option(
    "--report", metavar="FILE.html", type=click.Path(path_type=Path),
    help="Write the report as a page, each quotation beside its source.",
)  # fmt: skip
@click.option(
    "--annotate", metavar="COPY.docx", type=click.Path(path_type=Path),
    help="Write a copy of the Word file with a comment at each quotation that does not hold.",
)  # fmt: skip
@click.option(
    "--sign", metavar="KEY.pem", type=click.Path(path_type=Path),
    help="Sign the manifest inside with an Ed25519 key, if all is proven; writes FILE.sig.",
)  # fmt: skip
@click.option(
    "--signature", metavar="FILE.sig", type=click.Path(path_type=Path),
    help="Say whether this signature holds for the manifest inside.",
)  # fmt: skip
@click.pass_context
@common
def command(
    context: click.Context,
    files: tuple[Path, ...],
    sources: tuple[Path, ...],
    library: Path | None,
    report: Path | None,
    annotate: Path | None,
    sign: Path | None,
    signature: Path | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    debug: bool,
) -> None:
    """Prove every quotation of each finished Word or PDF FILE against its source.

    Status 1 if any is not proven. Example: briefing verify brief.docx --sources articles
    """
    if not files:
        raise UsageError(say("no file is named"), remedy=say("Name a Word or PDF file to prove."))
    if len(files) > 1 and (annotate or sign or signature):
        raise UsageError(
            say("--annotate, --sign and --signature go with one file"), remedy=say("Name one FILE.")
        )
    check_beside(report, annotate, files, sources)
    meter = Meter(quiet)
    try:
        reports = _prove(files, sources, library, meter)
    finally:
        meter.clear()
    if report:
        write_page(report, reports)
    if annotate:
        annotated_copy(files[0], reports[0], annotate)
    clean = all(item.is_clean for item in reports)
    if sign and clean:
        sign_manifest(files[0], sign, files[0].with_name(f"{files[0].name}.sig"))
    elif sign:
        told = say("not signed: not every quotation is proven")
        click.echo(f"briefing: warning: {told}", err=True)
    signed = check_signed(files[0], signature) if signature else None
    _show(reports, signed, as_json=as_json, verbose=verbose, quiet=quiet)
    context.exit(0 if clean and (signed is None or signed.holds) else UNPROVEN)


def _show(
    reports: tuple[Report, ...], signed: Signed | None, *, as_json: bool, verbose: bool, quiet: bool
) -> None:
    if as_json:
        shown = [report_json(item) for item in reports]
        if signed:
            shown[0]["summary"]["signature"] = {"holds": signed.holds, "key": signed.key}
        one = len(shown) == 1
        print_json(shown[0] if one else {"schema": "briefing.verify/1", "reports": shown})
    else:
        for item in reports:
            for line in _lines(item, verbose=verbose, quiet=quiet):
                click.echo(visible(line))
        if signed:
            words = mark("signature  holds for the manifest inside; key {key}")
            if not signed.holds:
                words = mark("signature  DOES NOT HOLD for the manifest inside; key {key}")
            click.echo(f"  {say(words, key=visible(signed.key))}")


def _prove(
    files: tuple[Path, ...], sources: tuple[Path, ...], library: Path | None, meter: Meter
) -> tuple[Report, ...]:
    """Against the sources named, else the library; a person need not have one."""
    if sources:
        return verify(files, sources, meter)
    try:
        shelf = open_shelf(library, Access.READ)
    except LibraryMissingError:
        if library:
            raise
        return verify(files, (), meter)
    with shelf:
        return verify(files, (), meter, shelf)


def _lines(report: Report, *, verbose: bool, quiet: bool) -> Iterator[str]:
    yield f"{report.file}: {counted(report.counts())}; {say(STRENGTHS[report.strength.value])}"
    if quiet:
        return
    for verdict in report.verdicts:
        if verbose or verdict.standing is not Standing.PROVEN:
            yield from _verdict(verdict)
        elif verdict.changes:
            yield f"  {say('proven'):<10} {retold(verdict.place)}: {retold_each(verdict.detail)}"
    for finding in report.findings:
        if finding.grave or verbose:
            place = f"{retold(finding.place)}: " if finding.place else ""
            sort = say("note") if not finding.grave else say("WARNING")
            yield f"  {sort:<10} {place}{retold_each(finding.text)}"
    left = 0 if verbose else sum(not finding.grave for finding in report.findings)
    if left:
        yield f"  {say_many(*_MORE, left, count=str(left))}"


def _verdict(verdict: Verdict) -> Iterator[str]:
    yield f"  {say(verdict.standing.value):<10} {retold(verdict.place)}: “{verdict.quote}”"
    if verdict.detail:
        yield f"{'':<13}{retold_each(verdict.detail)}"
    if verdict.start is None:
        return
    if verdict.passage and verdict.standing is not Standing.PROVEN:
        yield f"{'':<13}{verdict.name}, {verdict.start}–{verdict.end}: “{verdict.passage}”"
    elif verdict.name:
        yield f"{'':<13}{verdict.name}, {verdict.start}–{verdict.end}"
