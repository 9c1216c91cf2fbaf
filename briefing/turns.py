"""PDFium is not safe on several threads, not even with a file for each: who uses it takes turns."""

from threading import Lock
from types import TracebackType


class Turns:
    """A lock that who waits gets before who has just had it; it cannot be taken twice by one thread.

    The proof of a long file lets it go after each page, so that the page on the screen comes between.
    """

    def __init__(self) -> None:
        self._door, self._inside = Lock(), Lock()

    def __enter__(self) -> None:
        with self._door:  # held by who waits: nobody comes in before
            self._inside.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._inside.release()


PDFIUM = Turns()
