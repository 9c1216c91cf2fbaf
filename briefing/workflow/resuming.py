"""Remembers which briefs of a batch are finished, so that it can go on after an interrupt.

The record lies in the cache folder, a line a brief, and is synced before a brief is told. A brief
counts as finished while its order, its sources and its files are what they were.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from briefing.errors import BriefingError
from briefing.library import Access
from briefing.places import RESUMED, cache_folder
from briefing.workflow.batch import Made, outputs_of
from briefing.workflow.batch_files import Item
from briefing.workflow.ingest import gather
from briefing.workflow.order import Order
from briefing.workflow.program import analysis_version, reader_version
from briefing.workflow.shelves import library_path, open_shelf


class Record(Struct, frozen=True):
    """The record of one batch; without a place to write, nothing is remembered."""

    file: Path | None

    def finished(self, items: Sequence[Item]) -> dict[str, Made]:
        """Those of `items`, by the key of their order, that need not be made again."""
        wanted = {key_of(item.order): item for item in items}
        found: dict[str, Made] = {}
        for line in self._lines():
            with contextlib.suppress(msgspec.DecodeError, ValueError, KeyError, TypeError):
                told = json.loads(line)
                made = msgspec.convert(told["made"], Made)
                if told["key"] in wanted and _stands(made):
                    found[told["key"]] = made
        return found

    def note(self, order: Order, made: Made) -> None:
        """Remember that `made` came of `order`; synced when this returns."""
        if self.file is None or made.trouble is not None:
            return
        line = json.dumps({"key": key_of(order), "made": msgspec.to_builtins(made)}) + "\n"
        with contextlib.suppress(OSError), self.file.open("a", encoding="utf-8") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())

    def clear(self) -> None:
        """Forget the batch: it begins anew, or is done."""
        if self.file is not None:
            with contextlib.suppress(OSError):
                self.file.unlink(missing_ok=True)

    def _lines(self) -> Iterator[str]:
        if self.file is None or not self.file.is_file():
            return
        try:
            yield from self.file.read_text(encoding="utf-8", errors="replace").split("\n")
        except OSError:
            return


def record_for(batch: Path, out: Path) -> Record:
    """The record of the batch file `batch` whose outputs lie under `out`."""
    name = hashlib.sha256(f"{batch.resolve()}\0{out.resolve()}".encode()).hexdigest()[:24]
    folder = cache_folder() / RESUMED
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Record(None)
    return Record(folder / f"{name}.jsonl")


def key_of(order: Order) -> str:
    """A digest of all that an order's outputs depend on: its words, its sources, the program."""
    told = (repr(order), _state(order), reader_version(), analysis_version())
    return hashlib.sha256(repr(told).encode("utf-8", "backslashreplace")).hexdigest()


def _state(order: Order) -> tuple[object, ...]:
    try:
        if not order.sources:
            with open_shelf(library_path(order.library), Access.READ) as shelf:
                return (shelf.state(),)
        found = []
        for file in gather(order.sources):
            status = file.stat()
            found.append((str(file), status.st_size, status.st_mtime_ns))
        return tuple(found)
    except (BriefingError, OSError) as error:
        return (str(error),)


def _stands(made: Made) -> bool:
    """Whether its files are still what was made."""
    try:
        return outputs_of([Path(output.path) for output in made.outputs]) == made.outputs
    except OSError:
        return False
