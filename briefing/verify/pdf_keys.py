"""Which note a mark of a PDF file leads to."""

from msgspec import Struct


class Keys(Struct, frozen=True):
    """Leads a mark to its note: on its page, on the next, or anywhere."""

    notes: dict[tuple[int, str], str]

    def of(self, page: int, number: str) -> str:
        """The key of the note `number` for a mark on `page`."""
        for at in (page, page + 1):
            if (at, number) in self.notes:
                return f"{at}:{number}"
        found = [at for at, known in self.notes if known == number]
        return f"{found[0] if found else page}:{number}"
