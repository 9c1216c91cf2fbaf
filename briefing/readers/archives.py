"""Zip archives: every file in them is read as if it lay in a folder of the archive's name."""

from pathlib import PurePath

from briefing.errors import SourceError
from briefing.readers.packages import Package
from briefing.readers.reading import Reader, Reading, first_reason, joined, refusal
from briefing.text.file_names import is_clutter


class _Archive(Package):
    """A zip archive: what is wrong with one of its files is no fault of the others."""

    damaged = "the file is damaged in the archive"
    too_large = "the file has more than {} MB"


def read_archive(data: bytes, path: PurePath, inner: Reader) -> Reading:
    """The articles in the files of the archive `data`, which `inner` reads.

    Raises:
        SourceError: if it is damaged, locked, a bomb, or nothing in it can be read.
    """
    package = _Archive(data, path)
    readings: list[Reading] = []
    for name in sorted(package.members):
        if any(map(is_clutter, name.split("/"))):
            continue
        place = path / name.replace("\\", "/").replace("../", "").lstrip("/")
        try:
            readings.append(inner(package.read(name), place))
        except SourceError as error:
            readings.append(refusal(error, place))
    whole = joined(readings)
    if not whole.articles and not whole.references:
        reason = first_reason(whole)
        raise SourceError(f"there is nothing to read in the archive{reason}", where=path)
    return whole
