"""One run of a batch: where it works, and what it need not do again."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from briefing.errors import OutputError
from briefing.model.source import Notice
from briefing.workflow.batch import Made, run_batch
from briefing.workflow.batch_files import Item
from briefing.workflow.cluster import on_scheduler
from briefing.workflow.cores import may_be_copied
from briefing.workflow.resuming import key_of, record_for
from briefing.workflow.workers import obstacle, processes

_AT_LEAST = 16
"""Briefs that a scheduler is handed at once, however many workers it has."""


class Run:
    """Iterates over what becomes of each brief, as it is finished and safely on the disk."""

    def __init__(
        self, items: Sequence[Item], batch: Path, out: Path, jobs: int,
        scheduler: str | None = None, *, resume: bool = False,
    ) -> None:  # fmt: skip
        self._items = items
        self._out = out
        self._jobs = jobs
        self.notice = _alone() if jobs > 1 and not scheduler else None
        self._scheduler = scheduler
        self._record = record_for(batch, out)
        self._resume = resume

    def __iter__(self) -> Iterator[Made]:
        self._make_folders()
        if not self._resume:
            self._record.clear()
        finished = self._record.finished(self._items) if self._resume else {}
        left: list[Item] = []
        for item in self._items:
            before = finished.get(key_of(item.order)) if finished else None
            if before is None:
                left.append(item)
            else:
                yield replace(before, skipped=True)
        orders = {item.order.outputs: item.order for item in left}
        names = {tuple(map(str, outputs)): order for outputs, order in orders.items()}
        for made in self._run(left):
            paths = tuple(output.path for output in made.outputs)
            if paths in names:
                self._record.note(names[paths], made)
            yield made

    def _run(self, items: Sequence[Item]) -> Iterator[Made]:
        if self._scheduler:
            make_pool = partial(on_scheduler, self._scheduler, self._jobs)
            return run_batch(items, make_pool, max(self._jobs, _AT_LEAST))
        if self._jobs > 1 and len(items) > 1 and self.notice is None:
            return self._shared(items)
        return run_batch(items)

    def _shared(self, items: Sequence[Item]) -> Iterator[Made]:
        """The first brief here where processes are copies of this one: they begin with all it read."""
        first = 1 if may_be_copied() else 0
        yield from run_batch(items[:first])
        yield from run_batch(items[first:], partial(processes, self._jobs), self._jobs)

    def _make_folders(self) -> None:
        for folder in sorted({target.parent for item in self._items
                              for target in item.order.outputs} | {self._out}):  # fmt: skip
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise OutputError(
                    f"the folder cannot be made: {error.strerror}", where=folder,
                    remedy="Name another with --out.",
                ) from None  # fmt: skip
            if not folder.resolve().is_relative_to(self._out.resolve()):
                raise OutputError(
                    "the folder leads out of --out", where=folder, remedy="Take the link away."
                )


def _alone() -> Notice | None:
    """What is to be told where `--jobs` can have no processes."""
    trouble = obstacle()
    if trouble is None:
        return None
    return Notice(
        "--jobs", f"this machine shares no work among processes ({trouble}); one makes all."
    )
