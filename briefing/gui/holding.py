"""One window to a library: who has it open is known by a lock beside it, and can be called.

The lock is one of the system's, on a file beside the library: it ends with its process however that
ends, so none is ever left over. The file says who holds it. Whoever finds it held and is of the
same person and machine writes below what is wanted, which the holder sees at once. No network is
in it.
"""

import getpass
import os
import platform
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import TypeVar

import msgspec
from msgspec import Struct

from briefing.errors import LibraryHeldError

T = TypeVar("T")
_ENDING = ".window"
_FAR = 1 << 20
"""Where in the file Windows locks: nobody may read what is locked there, and this nobody reads."""
_BRIEF = 100_000
"""Bytes of such a file that are looked at."""
_TRIES, _PAUSE = 10, 0.02
"""How often one looks who holds a library, and the seconds between: it may just have been taken."""


class Holder(Struct, frozen=True):
    """Who has a library open."""

    host: str = ""
    user: str = ""
    pid: int = 0


class Call(Struct, frozen=True):
    """What another start of the program wants of the window that is open: to come, and to add files."""

    files: tuple[str, ...] = ()


class Hold:
    """A library that this process has open in a window, until `release`."""

    def __init__(self, library: Path, file: Path | None, descriptor: int) -> None:
        self.library, self.file = library.resolve(), file
        self._descriptor = descriptor
        self._heard = 0

    def calls(self) -> list[Call]:
        """What was asked since this was asked last; garbage is passed over."""
        if self.file is None:
            return []
        lines = _lines(self.file)[1:]
        fresh, self._heard = lines[self._heard :], len(lines)
        return [call for line in fresh if (call := _read(line, Call)) is not None]

    def release(self) -> None:
        """Others may open it."""
        if self._descriptor >= 0 and self.file is not None:
            with suppress(OSError):
                self.file.unlink()
            os.close(self._descriptor)
        self._descriptor = -1


class Holds:
    """The library that a window has open, and the one that it is about to open."""

    def __init__(self) -> None:
        self.hold: Hold | None = None
        self._coming: Hold | None = None

    def begin(self, library: Path, *, reading: bool = False) -> None:
        """Take `library` before it is opened; for `reading` others may have it open.

        Raises:
            LibraryHeldError: if another process has it open in a window.
        """
        self.give_up()
        if reading:
            self._coming = Hold(library, None, -1)
        elif self.hold is None or self.hold.file is None or self.hold.library != library.resolve():
            self._coming = take(library)

    def give_up(self) -> None:
        """It could not be opened."""
        if self._coming is not None:
            self._coming.release()
        self._coming = None

    def keep(self, library: Path) -> None:
        """It is open: let go of the one before."""
        coming, self._coming = self._coming, None
        if coming is None and (self.hold is None or self.hold.library != library.resolve()):
            with suppress(LibraryHeldError):
                coming = take(library)
        if coming is not None:
            if self.hold is not None:
                self.hold.release()
            self.hold = coming

    def close(self) -> None:
        """The window closes."""
        self.give_up()
        if self.hold is not None:
            self.hold.release()


def take(library: Path) -> Hold:
    """Hold `library` for this process. Where no lock can be made, as on a disk for reading, none is.

    Raises:
        LibraryHeldError: if another process has it open in a window.
    """
    file = _beside(library)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
    while True:
        try:
            descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError:
            return Hold(library, None, -1)
        locked = _lock(descriptor)
        if locked is None:
            os.close(descriptor)
            return Hold(library, None, -1)
        if not locked:
            os.close(descriptor)
            return _held(library, file)
        if _is_still(descriptor, file):
            break
        os.close(descriptor)  # whoever had it has just put it away
    with suppress(OSError):  # a full disk; the lock holds all the same
        os.ftruncate(descriptor, 0)
        os.write(descriptor, msgspec.json.encode(_myself()) + b"\n")
    return Hold(library, file, descriptor)


def call(library: Path, files: Sequence[Path] = ()) -> bool:
    """Call the window that has `library` open, and hand it `files`; whether there is one to call.

    Only a window of the same person on the same machine is called.
    """
    file = _beside(library)
    if not file.exists():
        return False
    try:
        descriptor = os.open(file, os.O_RDWR)
    except OSError:
        return False
    try:
        if _lock(descriptor) is not False or not _is_here(_holder(file)):
            return False
        wanted = Call(tuple(str(Path(one).absolute()) for one in files))
        try:
            with file.open("ab") as told:
                told.write(msgspec.json.encode(wanted) + b"\n")
        except OSError:
            os.utime(file)  # the disk is full: that the file was touched calls as well
    finally:
        os.close(descriptor)
    return True


def _held(library: Path, file: Path) -> Hold:
    holder = _holder(file)
    if holder.pid == os.getpid() and _is_here(holder):
        return Hold(library, None, -1)  # a second window of this very process
    here = _is_here(holder)
    by = "" if here else " on ".join(part for part in (holder.user, holder.host) if part)
    raise LibraryHeldError(where=library, here=here, by=by)


def _lock(descriptor: int) -> bool | None:
    """Whether the lock is ours now; `None` where there are no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - of this platform alone

            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            import fcntl  # noqa: PLC0415 - of other platforms alone

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return None
    return True


def _is_still(descriptor: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), file.stat())
    except OSError:
        return False


def _beside(library: Path) -> Path:
    place = library.resolve()
    return place.with_name(place.name + _ENDING)


def _myself() -> Holder:
    return Holder(platform.node(), _user(), os.getpid())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _is_here(holder: Holder) -> bool:
    return (holder.host, holder.user) == (platform.node(), _user())


def _holder(file: Path) -> Holder:
    for _ in range(_TRIES):
        if lines := _lines(file):
            return _read(lines[0], Holder) or Holder()
        sleep(_PAUSE)
    return Holder()


def _lines(file: Path) -> list[bytes]:
    """The whole lines of the file: one that is being written is not read yet."""
    try:
        with file.open("rb") as told:
            text = told.read(_BRIEF)
    except OSError:
        return []
    return text.split(b"\n")[:-1]


def _read(line: bytes, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.MsgspecError:
        return None
