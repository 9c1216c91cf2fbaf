"""Writes and proves the files of one build, two at a time where a core is free."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import decode, encode

from briefing.errors import BriefingError
from briefing.model.document import Document, Paragraph, Text
from briefing.model.output import Written
from briefing.model.report import Report
from briefing.model.source import Notice, Source
from briefing.verify.shelf import Sources
from briefing.workflow.aside import aside
from briefing.workflow.checking import judged, proof_of, shelf_of
from briefing.workflow.writing import write

Make = Callable[[Path], Written]
Begin = Callable[[Make, Path, Sequence[Source]], Callable[[], bytes]]
"""Begins to `finish` a file beside this process, and gives what waits for it."""


class _Finished(Struct, frozen=True):
    written: Written
    proof: Report | None


def proven(
    make: Make,
    targets: Sequence[Path],
    sources: Sequence[Source],
    begin: Begin | None,
    done: Callable[[Path, bytes], None],
) -> tuple[dict[Path, Written], tuple[Notice, ...]]:
    """What `make` gives for each of `targets`, and what is worth telling of the proofs.

    The PDF is made as `begin` has it, if that is given, while this process makes the others. Each
    file is handed to `done` as it is made, before it is known whether they all prove.

    Raises:
        ProofError: if a quotation that the program printed does not stand as its citation says.
    """
    begun = [target for target in targets if target.suffix.lower() == ".pdf"][:1]
    shelf = shelf_of(sources)
    waits = {target: begin(make, target, sources) for target in begun if begin}
    finished: dict[Path, _Finished] = {}
    for target in sorted(targets, key=waits.__contains__):
        answer = waits[target]() if target in waits else finish(make, target, shelf)
        finished[target] = decode(answer, type=_Finished)
        done(target, finished[target].written.data)
    finished = {target: finished[target] for target in targets}
    told = judged({target: made.proof for target, made in finished.items()})
    return {target: made.written for target, made in finished.items()}, told


def in_a_copy(make: Make, target: Path, sources: Sequence[Source]) -> Callable[[], bytes]:
    """Begin to finish a file in a copy of this process."""
    return aside(partial(finish, make, target, shelf_of(sources)))


def finish(make: Make, target: Path, shelf: Sources) -> bytes:
    """Make and prove one file; packed, so that another process can have done it."""
    written = make(target)
    return encode(_Finished(written, proof_of(target, written.data, shelf)))


def rehearse(target: Path) -> None:
    """Make and prove a file of one letter, and drop it: what takes time to load is then loaded."""
    document = Document("", "en", date.min, (Paragraph((Text("a"),)),))
    with suppress(BriefingError):
        finish(partial(write, document), target, shelf_of(()))
