"""Writes and proves the files of one build, two at a time where a core is free."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import decode, encode

from briefing.model.output import Written
from briefing.model.report import Report
from briefing.model.source import Notice, Source
from briefing.verify.shelf import Sources
from briefing.workflow.aside import aside
from briefing.workflow.checking import judged, proof_of, shelf_of


class _Finished(Struct, frozen=True):
    written: Written
    proof: Report | None


def proven(
    write: Callable[[Path], Written],
    targets: Sequence[Path],
    sources: Sequence[Source],
    *,
    beside: bool,
) -> tuple[dict[Path, Written], tuple[Notice, ...]]:
    """What `write` makes for each of `targets`, and what is worth telling of the proofs.

    `beside` has the PDF written and proven while this process makes the others.

    Raises:
        ProofError: if a quotation that the program printed does not stand as its citation says.
    """
    shelf = shelf_of(sources)
    work = {target: partial(_finish, write, target, shelf) for target in targets}
    begun = [target for target in targets if target.suffix.lower() == ".pdf"][:1]
    if not beside or len(targets) == 1:
        begun = []
    waits = {target: aside(work[target]) for target in begun}
    answers = {target: work[target]() for target in targets if target not in waits}
    answers |= {target: wait() for target, wait in waits.items()}
    finished = {target: decode(answers[target], type=_Finished) for target in targets}
    told = judged({target: made.proof for target, made in finished.items()})
    return {target: made.written for target, made in finished.items()}, told


def _finish(write: Callable[[Path], Written], target: Path, shelf: Sources) -> bytes:
    written = write(target)
    return encode(_Finished(written, proof_of(target, written.data, shelf)))
