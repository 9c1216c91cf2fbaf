"""One open connection: how the rooms of the library read and write through it."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefing.errors import LibraryReadOnlyError
from briefing.library.faults import told

Row = tuple[Any, ...]
_LONGEST = 20.0
"""Seconds that one question may take; only a damaged or hostile file needs more."""
_STEPS = 200_000
"""Steps of SQLite's machine between two looks at the clock."""


class Store(Struct, frozen=True):
    """A connection to the library at `path`, used by one thread."""

    connection: sqlite3.Connection
    path: Path
    writable: bool

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all that is written within the block is kept, or nothing.

        Raises:
            LibraryError: if the library cannot be written; it is as it was before the block.
        """
        if not self.writable:
            raise LibraryReadOnlyError(
                "the library can be read but not written", where=self.path,
                remedy="Copy it to a folder of your own with `briefing library copy`.",
            )  # fmt: skip
        with told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def rows(self, question: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows that answer `question`.

        Raises:
            LibraryError: if the library cannot answer, or not in time.
        """
        until = time.monotonic() + _LONGEST
        with told(self.path):
            self.connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
            try:
                return self.connection.execute(question, values).fetchall()
            finally:
                self.connection.set_progress_handler(None, 0)

    def version(self) -> tuple[int, int]:
        """Numbers that change whenever anything in the file does, through this connection or another."""
        return int(self.value("PRAGMA data_version")), self.connection.total_changes

    def patient_rows(self, question: str) -> list[Row]:
        """The same without a limit of time, for looking through the whole file."""
        with told(self.path):
            return self.connection.execute(question).fetchall()

    def each(self, question: str) -> Iterator[Row]:
        """Rows one by one, without a limit of time: the memory holds one at once.

        Raises:
            LibraryError: where the file cannot be read further.
        """
        with told(self.path):
            yield from self.connection.execute(question)

    def row(self, question: str, values: Sequence[object] = ()) -> Row | None:
        """The first row that answers, or `None`."""
        found = self.rows(question, values)
        return found[0] if found else None

    def value(self, question: str, values: Sequence[object] = ()) -> Any:
        """The first value of the first row, or `None`."""
        found = self.row(question, values)
        return found[0] if found else None


def now() -> str:
    """The time of day for people, in UTC; nothing is ever ordered by it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
