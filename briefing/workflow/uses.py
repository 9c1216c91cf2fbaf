"""Which editions quote a source, and whether what they quote still stands there."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing.errors import LibraryDamagedError, UsageError
from briefing.library import Access, Library
from briefing.model.library import Edition, Imported, Outcome, Said
from briefing.verify.folding import fold
from briefing.workflow.opening import library_path, open_shelf


class Use(Struct, frozen=True):
    """A place of an edition that quotes a source.

    `stands` says whether the words stand in the version in the place of the one quoted; `None` where
    it is the one in use.
    """

    edition: Edition
    said: Said
    stands: bool | None = None


def uses_of(named: str, library: Path | None) -> tuple[tuple[str, ...], tuple[Use, ...]]:
    """The ids that `named` leads to (all versions of a path), and the places that quote them.

    Raises:
        UsageError: if it leads to no source.
    """
    with open_shelf(library, Access.READ) as shelf:
        ids = tuple(shelf.resolve(named) or shelf.resolve(str(Path(named).absolute())))
        if not ids:
            raise UsageError(
                f"“{named}” names no source in the library", where=library_path(library),
                remedy="`briefing search` shows the ids.",
            )  # fmt: skip
        after = shelf.successors(ids)
        texts = _folded(shelf, set(after.values()))
        uses = tuple(
            Use(edition, said, _stands(said, texts.get(after.get(said.source, ""))))
            for edition in shelf.quoting(ids)
            for said in edition.excerpts
            if said.source in ids
        )
    return ids, uses


def _stands(said: Said, text: str | None) -> bool | None:
    return None if text is None else fold(said.text) in text


def _folded(library: Library, ids: Iterable[str]) -> dict[str, str]:
    return {source.id: fold(source.text) for source in library.sources(sorted(ids))}


def with_editions(library: Library, item: Imported) -> Imported:
    """`item`; of a changed file it says how many editions quote what it was, and what is gone of it."""
    if item.outcome is not Outcome.CHANGED or item.told:
        return item
    former = set(library.resolve(item.path)).difference(item.sources)
    try:
        editions = library.quoting(sorted(former)) if former else ()
    except (
        LibraryDamagedError
    ):  # which `briefing library check` tells: the file is taken in all the same
        return item
    if not editions:
        return item
    text = "\n".join(_folded(library, item.sources).values())
    quoted = {said.text for one in editions for said in one.excerpts if said.source in former}
    gone = sum(fold(words) not in text for words in quoted)
    count = len(editions)
    quote = "edition quotes" if count == 1 else "editions quote"
    told = f"{count} {quote} it; passages that stand there no more: {gone} of {len(quoted)}"
    return replace(item, told=told)
