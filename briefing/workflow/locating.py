"""Finds originals that were moved: those beside one that a person shows are found with it."""

import hashlib
from pathlib import Path

from briefing.errors import UsageError
from briefing.library import Library
from briefing.library.locating import place_of, places, relocate
from briefing.workflow.files import file_bytes


def locate(library: Library, source_id: str, shown: Path) -> int:
    """Note that the original of a source is the file `shown` now, if it has the same bytes.

    What lay in the same folder and is gone from there is looked for beside it by its name. Returns
    how many originals have a new place.

    Raises:
        UsageError: if the file is another.
    """
    found = place_of(library.store, source_id)
    if found is None or _digest(shown) != found[1]:
        raise UsageError(
            "this file is another than the one that was read", where=shown,
            remedy="The stored text is intact. Add the file as a source of its own, or choose another.",
        )  # fmt: skip
    before = Path(found[0])
    moved = {found[0]: str(shown.resolve())}
    for path, sha256 in places(library.store):
        old = Path(path)
        new = shown.resolve().with_name(old.name)
        beside = old.parent == before.parent and path not in moved and not old.exists()
        if beside and new.is_file() and _digest(new) == sha256:
            moved[path] = str(new)
    relocate(library.store, moved)
    return len(moved)


def _digest(file: Path) -> str:
    return hashlib.sha256(file_bytes(file)).hexdigest()
