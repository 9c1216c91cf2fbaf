"""Hands the briefing of the window over: finished files, proven, and an edition of them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from briefing.model.library import Edition
from briefing.model.source import Notice
from briefing.workflow.checking import check_written
from briefing.workflow.draft import Draft, whole
from briefing.workflow.editions import edition_of
from briefing.workflow.files import named_bytes
from briefing.workflow.outputs import check_targets, write_whole
from briefing.workflow.writing import FORMATS, write_all


class Handed(Struct, frozen=True):
    """Finished files, what is worth telling of them, and the edition that they are.

    The library has yet to give the edition its number.
    """

    targets: tuple[Path, ...]
    notices: tuple[Notice, ...]
    edition: Edition


def hand_over(draft: Draft, targets: Sequence[Path], reference: Path | None = None) -> Handed:
    """Write `draft` to each of `targets`, proven and whole, or not at all.

    Raises:
        OutputError: if one cannot be written; another free name is offered.
        ProofError: if a quotation in a finished file does not stand as its citation says.
        UsageError: if the house's document cannot be opened.
    """
    check_targets(targets, (), FORMATS)
    made = whole(draft)
    written = write_all(made.document, targets, house_document(reference))
    doubts = check_written(written, draft.sources)
    files = {target: result.data for target, result in written.items()}
    for target, data in files.items():
        write_whole(target, data)
    told = (notice for result in written.values() for notice in result.notices)
    issued = datetime.now(UTC).isoformat(timespec="seconds")
    edition = edition_of(
        draft.brief, made.document, made.findings, draft.sources, files, issued,
        draft.template.names(),
    )  # fmt: skip
    return Handed(tuple(targets), (*dict.fromkeys(told), *doubts), edition)


def house_document(reference: Path | None) -> bytes | None:
    """The bytes of the house's Word document.

    Raises:
        UsageError: if it cannot be opened.
    """
    if reference is None:
        return None
    return named_bytes(reference, "house document", "Choose another in Preferences.")
