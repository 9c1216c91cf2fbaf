"""A copy of this process that works beside a build: it reads the sources, then makes the PDF.

It reads while this process is still importing the rest, which takes as long; it finds what the
sources tell of the same while this process looks through them for the themes; and it sets and proves
the PDF while this process makes the other files. This module and what it imports are therefore the
first that a build imports.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.workflow.aside import Channel, Companion, companion

if TYPE_CHECKING:
    from briefing.analysis.differences import Matters
    from briefing.errors import SourceError
    from briefing.model.findings import SourceFindings
    from briefing.model.output import Written
    from briefing.model.source import Source
    from briefing.workflow.found import Found
    from briefing.workflow.ingest import Ingested


class Ahead:
    """What a build asks of the copy: what it read, what that tells of the same, to finish a file."""

    def __init__(self, copy: Companion) -> None:
        self.copy = copy
        self._told: bytes | None = None

    def arrived(
        self, meanwhile: Iterable[Callable[[], object]] = ()
    ) -> "tuple[Ingested, list[SourceFindings]] | None":
        """What was read and found; nothing where the files must be read in turn.

        As long as it is not there, what `meanwhile` gives is done, one after the other.
        """
        from msgspec.msgpack import decode

        from briefing.model.findings import SourceFindings
        from briefing.workflow.ingest import Ingested

        for step in meanwhile:
            if self.copy.speaks():
                break
            step()
        try:
            return decode(self.copy.receive(), type=tuple[Ingested, list[SourceFindings]])
        except EOFError:
            return None

    def matters(self) -> "Matters | None":
        """What all the sources that arrived tell of the same things; nothing where it is not known."""
        told = self._matters()
        return pickle.loads(told) if told else None  # noqa: S301 - from this program's own half

    def _matters(self) -> bytes:
        if self._told is None:
            try:
                self._told = self.copy.receive()
            except EOFError:
                self._told = b""
        return self._told

    def begin(
        self, make: "Callable[[Path], Written]", target: Path, sources: "Sequence[Source]"
    ) -> Callable[[], bytes]:
        """Have `target` finished by the copy, as `finishing.finish` does; gives what waits for it."""
        from briefing.workflow.checking import shelf_of
        from briefing.workflow.finishing import finish

        def here() -> bytes:
            return finish(make, target, shelf_of(sources))

        try:
            self.copy.send(pickle.dumps((make, target, [source.id for source in sources])))
        except BrokenPipeError:
            return here

        def wait() -> bytes:
            self._matters()  # which come first, asked for or not
            try:
                return self.copy.receive()
            except EOFError:
                return here()

        return wait

    def close(self) -> None:
        """Let the copy go: it is asked for nothing more."""
        self.copy.close()


_BOTH = ("briefing.model", "briefing.analysis.examining")
"""What both processes of a build import; the first sees to it that msgspec is, the quick way."""
_early: list[Companion] = []
"""The copy that was made before the command line was read, until it is asked for."""


def start() -> None:
    """Make the copy now: it imports what it takes to read while this process learns what is asked.

    What both need is imported first, once: it is the larger part of what either imports.
    """
    for name in _BOTH:
        import_module(name)
    if copy := companion(_work):
        _early.append(copy)


@contextmanager
def working_ahead(paths: Sequence[Path], targets: Sequence[Path]) -> Iterator[Ahead | None]:
    """Begin to read the files under `paths`, of which `targets` shall be made.

    Gives nothing where nothing can be done beside this process.
    """
    copy = _early.pop() if _early else companion(_work) if paths else None
    try:
        if copy and paths:
            with suppress(BrokenPipeError):  # then nothing arrives either
                copy.send(pickle.dumps((paths, targets)))
        yield Ahead(copy) if copy and paths else None
    finally:
        if copy:
            copy.close()


class _Reader:
    """What the copy does once, as early as it can: look at each source, and get ready for the PDF."""

    def __init__(self, targets: Sequence[Path]) -> None:
        self._targets = targets
        self._known: dict[str, tuple[Source, SourceFindings]] = {}
        self._ready = False

    def examined(self, source: "Source") -> "SourceFindings":
        """What is found in `source` by itself."""
        from briefing.analysis.examining import examine
        from briefing.workflow.wording import lexicon

        if source.id not in self._known or self._known[source.id][0] != source:
            self._known[source.id] = source, examine(source, lexicon())
        return self._known[source.id][1]

    def get_ready(self) -> None:
        """Load what comes after reading."""
        if self._ready:
            return
        from briefing.analysis import analyse  # noqa: F401
        from briefing.workflow.finishing import rehearse

        for target in self._targets:
            if target.suffix.lower() == ".pdf":
                rehearse(target)
        self._ready = True

    def meanwhile(self, read: "Iterable[Found | SourceError]") -> None:
        """While another process reads what may do harm: what this one has read."""
        from briefing.errors import SourceError

        self.get_ready()
        for found in read:
            if not isinstance(found, SourceError):
                for source in found.sources:
                    self.examined(source)


def _work(channel: Channel) -> None:
    """What the copy does. What it cannot do, or what fails, is done in turn by whoever waits."""
    import briefing.model  # noqa: F401 - first: it imports msgspec the quick way
    from briefing.workflow.ingest import gather, ingest
    from briefing.workflow.reading import MANY

    paths, targets = pickle.loads(channel.receive())  # noqa: S301 - from this program's own half
    if len(list(gather(paths))) >= MANY:
        return
    reader = _Reader(targets)
    ingested = ingest(paths, meanwhile=reader.meanwhile)
    findings = [reader.examined(source) for source in ingested.sources]

    from msgspec.msgpack import encode

    channel.send(encode((ingested, findings)))

    from briefing.analysis.analyse import matters_among
    from briefing.workflow.wording import lexicon

    found = {item.source: item for item in findings}
    channel.send(pickle.dumps(matters_among(ingested.sources, lexicon(), found)))

    from briefing.workflow.checking import shelf_of
    from briefing.workflow.finishing import finish

    reader.get_ready()
    make, target, ids = pickle.loads(channel.receive())  # noqa: S301 - from this program's own half
    read = {source.id: source for source in ingested.sources}
    channel.send(finish(make, target, shelf_of([read[name] for name in ids])))
