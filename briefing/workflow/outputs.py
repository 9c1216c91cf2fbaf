"""Writes results beside their place first, then moves them there whole: none is ever partial."""

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from briefing.errors import OutputError
from briefing.leftovers import PART, leftovers, scratch_head, take_away


def check_targets(targets: Sequence[Path], sources: Iterable[Path], formats: Sequence[str]) -> None:
    """Refuse targets that could not be written, before any work is done.

    Raises:
        OutputError: if a suffix is none of `formats`, a target is given twice, is a source, or lies
            in a folder that does not exist.
    """
    taken = {source.resolve() for source in sources}
    seen: set[Path] = set()
    for target in targets:
        real = target.resolve()
        if target.suffix.lower() not in formats:
            raise OutputError(
                f"no format goes with the ending “{target.suffix}”",
                where=target,
                remedy=f"Use one of {', '.join(formats)}.",
            )
        if real in seen:
            raise OutputError("the same output is asked for twice", where=target)
        if real in taken:
            raise OutputError(
                "the output would overwrite a source", where=target, remedy="Name another file."
            )
        if target.is_dir():
            raise OutputError("the output is a folder", where=target, remedy="Name a file in it.")
        if not target.parent.is_dir() and not target.parent.parent.is_dir():
            raise OutputError(
                "the folder does not exist", where=target.parent, remedy="Create it first."
            )
        seen.add(real)


class Staging:
    """Files that are written beside their places, to be moved there together.

    What is not settled when the block is left, whatever ends it, is taken away again.
    """

    def __init__(self) -> None:
        self._staged: dict[Path, Path] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        for scratch in self._staged.values():
            take_away(scratch)

    def add(self, target: Path, data: bytes) -> None:
        """Write `data` beside `target`, and sync it.

        The folder is made if only it is missing.

        Raises:
            OutputError: if the place cannot be written; it names a free name beside it.
        """
        with _told(target):
            target.parent.mkdir(exist_ok=True)
            for left in leftovers(target):
                take_away(left)
            number = os.urandom(4).hex()
            scratch = target.parent / f"{scratch_head(target)}-{number}{PART}"
            self._staged[target] = scratch
            with scratch.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())

    def settle(self) -> None:
        """Move every file to its place.

        Raises:
            OutputError: if a place cannot be written; what was not moved is taken away.
        """
        for target, scratch in [*self._staged.items()]:
            with _told(target):
                scratch.replace(target)
            del self._staged[target]


def write_whole(target: Path, data: bytes) -> None:
    """Write `data` to `target` so that the file is there whole or not at all.

    The folder is made if only it is missing. The file is synced before it takes its place.

    Raises:
        OutputError: if the place cannot be written; it names a free name beside it.
    """
    with Staging() as staging:
        staging.add(target, data)
        staging.settle()


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Tell what the system refuses as a person is told of it."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"the output cannot be written: {error.strerror}",
            where=target,
            remedy=_remedy(error, target),
        ) from None


def _remedy(error: OSError, target: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Free some room and try again; what stood there before was left as it is."
    if error.errno == errno.EROFS or not os.access(target.parent, os.W_OK):
        return "Choose another folder: this one can only be read."
    return f"Close it if it is open, or write to {_free_name(target).name} instead."


def _free_name(target: Path) -> Path:
    number = 2
    while (free := target.with_stem(f"{target.stem}-{number}")).exists():
        number += 1
    return free
