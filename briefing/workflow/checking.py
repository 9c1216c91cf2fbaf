"""Proves what a build has written, before it is handed over."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefing.errors import ProofError
from briefing.model.output import Written
from briefing.model.report import Report, Standing, Verdict
from briefing.model.source import Notice, Source
from briefing.verify.paper import Paper
from briefing.verify.proving import prove
from briefing.verify.shelf import Held, Sources

_SHOWN = 80


def check_written(written: Mapping[Path, Written], sources: Sequence[Source]) -> tuple[Notice, ...]:
    """Read each finished Word and PDF file of `written` as a stranger would and prove it.

    Gives back what is worth telling. The analyst's own words may quote what no source at hand says:
    that is told, and the file is handed over.

    Raises:
        ProofError: if a quotation that the program printed does not stand as its citation says.
    """
    shelf = shelf_of(sources)
    proofs = {target: proof_of(target, result.data, shelf) for target, result in written.items()}
    return judged(proofs)


def shelf_of(sources: Sequence[Source]) -> Sources:
    """What files made of `sources` are proven against."""
    return Sources(tuple(map(Held, sources)))


def proof_of(target: Path, data: bytes, shelf: Sources) -> Report | None:
    """The proof of the finished file `data`; `None` for formats that are not proven."""
    paper = _paper(target.suffix.lower(), data)
    return None if paper is None else prove(paper, shelf, target.name)


def judged(proofs: Mapping[Path, Report | None]) -> tuple[Notice, ...]:
    """What is worth telling of the proofs; raises as `check_written` does."""
    return tuple(
        notice
        for target, report in proofs.items()
        if report is not None
        for notice in _judged(target, report)
    )


def _paper(suffix: str, data: bytes) -> Paper | None:
    """What we have just written may be read in this process."""
    if suffix == ".docx":
        from briefing.verify.word import read_word

        return read_word(data)
    if suffix == ".pdf":
        from briefing.verify.pdf import read_pdf

        return read_pdf(data)
    return None


def _judged(target: Path, report: Report) -> Iterator[Notice]:
    for verdict in report.verdicts:
        if verdict.standing is Standing.PROVEN:
            continue
        if verdict.displayed and verdict.standing is not Standing.UNCHECKED:
            raise ProofError(
                f"the finished file does not prove, so it is not handed over: {_told(verdict)}",
                where=target,
                remedy="Nothing was written. Report this with the sources and the recipe.",
            )
        yield Notice(target.name, f"{verdict.standing.value}: {_told(verdict)}")


def _told(verdict: Verdict) -> str:
    return f"“{verdict.quote[:_SHOWN]}” ({verdict.detail})"
