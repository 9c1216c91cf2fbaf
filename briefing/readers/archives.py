"""Zip archives: every file in them is read as if it lay in a folder of the archive's name."""

from pathlib import PurePath

from briefing.errors import SourceError
from briefing.model.source import Notice
from briefing.readers.packages import Package
from briefing.readers.reading import Reader, Reading, joined

_CLUTTER = ("__MACOSX/", "desktop.ini", "Thumbs.db")


def read_archive(data: bytes, path: PurePath, inner: Reader) -> Reading:
    """The articles in the files of the archive `data`, which `inner` reads.

    Raises:
        SourceError: if it is damaged, locked, a bomb, or nothing in it can be read.
    """
    package = Package(data, path)
    readings: list[Reading] = []
    for name in sorted(package.members):
        if _is_clutter(name):
            continue
        place = path / name.replace("\\", "/").replace("../", "").lstrip("/")
        try:
            readings.append(inner(package.read(name), place))
        except SourceError as error:
            told = f"{error.what}. {error.remedy}".strip()
            readings.append(Reading(refused=(Notice(str(place), told),)))
    whole = joined(readings)
    if not whole.articles and not whole.references:
        reason = f": {whole.refused[0]}" if whole.refused else ""
        raise SourceError(
            f"there is nothing to read in the archive{reason.rstrip('.')}", where=path
        )
    return whole


def _is_clutter(name: str) -> bool:
    parts = name.split("/")
    return (
        name.startswith(_CLUTTER)
        or any(part.startswith((".", "~$")) for part in parts)
        or (parts[-1] in _CLUTTER)
    )
