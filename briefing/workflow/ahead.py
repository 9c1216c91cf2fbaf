"""Reads the sources of a build beside this process while it is still importing the rest.

Those imports take as long as reading a folder of articles and looking into each, and a second core
is there for it. This module and what it imports are therefore the first that a build imports.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.workflow.aside import aside

if TYPE_CHECKING:
    from briefing.model.findings import SourceFindings
    from briefing.workflow.ingest import Ingested

Waiting = Callable[[], bytes]
"""Waits for what is being read; `arrived` unpacks it."""


def read_ahead(paths: Sequence[Path]) -> Waiting:
    """Begin to read the files under `paths`, and to find what is in each source."""
    return aside(partial(_read, paths))


def arrived(waiting: Waiting) -> "tuple[Ingested, list[SourceFindings]] | None":
    """What was read and found; nothing where the files must be read in turn.

    Raises:
        NoSourcesError: as `ingest` does.
    """
    from msgspec.msgpack import decode

    from briefing.model.findings import SourceFindings
    from briefing.workflow.ingest import Ingested

    packed = waiting()
    return decode(packed, type=tuple[Ingested, list[SourceFindings]]) if packed else None


def _read(paths: Sequence[Path]) -> bytes:
    from msgspec.msgpack import encode

    from briefing.analysis.examining import examine
    from briefing.workflow.ingest import gather, ingest
    from briefing.workflow.reading import are_read_here
    from briefing.workflow.wording import lexicon

    if not are_read_here(list(gather(paths))):
        return b""
    ingested = ingest(paths)
    findings = [examine(source, lexicon()) for source in ingested.sources]
    try:
        return encode((ingested, findings))
    except UnicodeEncodeError:
        # A file's name that is no Unicode cannot be sent from one process to another.
        return b""
