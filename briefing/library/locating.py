"""Where the originals of sources lie now: a file is the original if it has the same bytes."""

from collections.abc import Iterator, Mapping

from briefing.library.store import Store


def place_of(store: Store, source_id: str) -> tuple[str, str] | None:
    """Where the original of a source lay, and the digest of its bytes; `None` for no such source."""
    row = store.row(
        "SELECT source.path, body.sha256 FROM source JOIN body ON body.source = source.number"
        " WHERE source.id = ?",
        (source_id,),
    )
    return (row[0], row[1]) if row else None


def places(store: Store) -> Iterator[tuple[str, str]]:
    """The same of every source."""
    question = (
        "SELECT DISTINCT source.path, body.sha256 FROM source"
        " JOIN body ON body.source = source.number"
    )
    yield from store.each(question)


def relocate(store: Store, moved: Mapping[str, str]) -> None:
    """Note that originals lie elsewhere now; `moved` leads from the old paths to the new.

    Raises:
        LibraryError: if the library cannot be written.
    """
    with store.writing() as connection:
        for old, new in moved.items():
            connection.execute("UPDATE source SET path = ? WHERE path = ?", (new, old))
            connection.execute("UPDATE OR REPLACE file SET path = ? WHERE path = ?", (new, old))
