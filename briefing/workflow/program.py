"""Which version of the program read and analysed: a digest of the very code that did it.

What is kept in the library bears it, so that a changed program does its work anew.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from briefing.model.theme import Theme
from briefing.resources import seeds

_PACKAGE = Path(__file__).resolve().parent.parent
_READING = ("readers", "cleaning", "text")
_ANALYSIS = ("analysis", "text")
_OUTLETS = "outlets.toml"
_CUES = "cue-verbs.toml"
_SPEECH = "speech"
"""The folder of the word lists of other languages than English."""
_LENGTH = 16


@cache
def reader_version() -> str:
    """What reads and cleans files."""
    return _digest(_READING, [seeds(_OUTLETS)])


@cache
def analysis_version() -> str:
    """What finds speakers, origins and excerpts, with its word lists."""
    return _digest(
        _ANALYSIS, [seeds(_OUTLETS), seeds(_CUES), *sorted(seeds(_SPEECH).glob("*.toml"))]
    )


def theme_version(theme: Theme) -> str:
    """What rates by `theme`: the analysis, and every word of the theme; not what it counts for."""
    told = f"{analysis_version()} {replace(theme, weight=1.0)!r}"
    return hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]


def _digest(rooms: tuple[str, ...], lists: Sequence[Path] = ()) -> str:
    whole = hashlib.sha256()
    for room in rooms:
        for file in sorted((_PACKAGE / room).rglob("*.py")):
            whole.update(file.relative_to(_PACKAGE).as_posix().encode() + b"\0")
            whole.update(file.read_bytes())
    for file in lists:
        whole.update(file.name.encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()[:_LENGTH]
