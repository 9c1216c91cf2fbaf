"""What a bibliography (Zotero, a reference manager) says of a document."""

from msgspec import Struct

from briefing.model.source import Field


class Reference(Struct, frozen=True):
    """One entry: its fields as written there, and the names of the files it is attached to."""

    fields: tuple[tuple[Field, str], ...]
    files: tuple[str, ...] = ()
    found_in: str = ""

    def get(self, field: Field) -> str | None:
        """The first value of `field`."""
        return next((value for name, value in self.fields if name is field), None)

    def every(self, field: Field) -> tuple[str, ...]:
        """All values of `field`, in their order (several authors)."""
        return tuple(value for name, value in self.fields if name is field)
