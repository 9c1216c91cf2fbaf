"""What is shown on a terminal: text made harmless, warnings, progress."""

import re
import sys
import time
from collections.abc import Iterable

import click
from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.source import Notice
from briefing.words import say, translates

# Control characters could drive the terminal or forge a line, direction marks could reorder one.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_PATIENCE = 1.0
"""Seconds of work after which progress is shown."""


def visible(text: str) -> str:
    """`text` on one line, with every control or direction character written out."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def retold_each(text: str) -> str:
    """Findings that the engine told in one line, in the person's language."""
    if not translates():
        return text
    from briefing.retold import retell_each  # noqa: PLC0415

    return retell_each(text)


def retold(text: str) -> str:
    """A sentence that the engine made, in the person's language."""
    if not translates():
        return text
    from briefing.retold import retell  # noqa: PLC0415 - who speaks English never needs it

    return retell(text)


def warn(notices: Iterable[Notice], *, quiet: bool) -> None:
    """Tell `notices` on stderr, a line each."""
    if not quiet:
        for notice in notices:
            told = replace(notice, text=retold(notice.text))
            click.echo(f"briefing: warning: {visible(str(told))}", err=True)


class Meter(Struct):
    """A progress line on a terminal; silent when piped, when quiet, and in the first second."""

    quiet: bool = False
    _began: float = field(default_factory=time.monotonic)
    _shown: bool = False

    def __call__(self, doing: str, done: int, total: int) -> None:
        """Show that `done` of `total` are done."""
        patient = time.monotonic() - self._began < _PATIENCE
        if self.quiet or patient or not sys.stderr.isatty():
            return
        count = f" {done}/{total}" if total > 1 else ""
        sys.stderr.write(f"\r\x1b[K{say(doing)}{count} …")
        sys.stderr.flush()
        self._shown = True

    def clear(self) -> None:
        """Take the line away again."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
