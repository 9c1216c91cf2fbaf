"""What a person can be told. Every failure we foresee is one of these; anything else is our fault.

BriefingError
├── UsageError            the order cannot be carried out as it was given
│   ├── UnknownNameError    no theme, template or citation style of that name
│   └── RecipeError         a recipe, theme or template file has faults
├── SourceError           a file cannot be read as a source
│   └── NoSourcesError      nothing at all is left to read
├── OutputError           a result cannot be written where it was asked for
├── LibraryError          the library cannot do what was asked of it
│   ├── LibraryMissingError   there is no library at that place
│   ├── LibraryForeignError   the file is no library of ours
│   ├── LibraryNewerError     it was made by a newer version of the program
│   ├── LibraryDamagedError   what it holds is not what was put in
│   ├── LibraryBusyError      another program is writing to it
│   ├── LibraryHeldError      another window has it open
│   ├── LibraryReadOnlyError  it can be read and not written
│   └── LibraryFullError      the disk has no room left
├── ProofError            a finished file cannot be read to prove it, or must not be handed over
└── PassageRangeError     a passage lies outside its source
"""

from collections.abc import Iterable

REFUSED = 2
"""Exit status of a request that cannot be carried out (usage, unreadable input)."""


class BriefingError(Exception):
    """One sentence for the person: what is wrong, where, and what to do next."""

    status = REFUSED

    def __init__(self, what: str, *, where: object = "", remedy: str = "") -> None:
        self.what = what
        self.where = str(where)
        self.remedy = remedy
        super().__init__(what)

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.what}{place}.{remedy}"


class UsageError(BriefingError):
    """The order cannot be carried out as it was given."""


class UnknownNameError(UsageError):
    """Nothing is known under a name; the message offers the nearest one."""

    def __init__(self, sort: str, name: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches  # noqa: PLC0415 - 1 ms, wanted only for a wrong name

        names = sorted(known)
        near = get_close_matches(name, names, n=1, cutoff=0.5)
        hint = f"Did you mean “{near[0]}”?" if near else f"Known: {', '.join(names)}."
        super().__init__(f"there is no {sort} “{name}”", remedy=hint)


class RecipeError(UsageError):
    """A file that a person wrote (recipe, theme, template) has a fault.

    `faults` are all that were found, each with its line, or 0 where that is not known.
    """

    faults: tuple[tuple[int, str], ...] = ()

    @classmethod
    def of_all(cls, faults: Iterable[tuple[int, str]], *, where: object) -> "RecipeError":
        """The error that names every fault of one file, in the order of their lines."""
        ordered = sorted(faults, key=lambda fault: fault[0])
        told = (f"line {line}: {trouble}" if line else trouble for line, trouble in ordered)
        error = cls("; ".join(told), where=where, remedy="Mend the file.")
        error.faults = tuple(ordered)
        return error


class SourceError(BriefingError):
    """A file cannot be read as a source; the others are read all the same."""


class NoSourcesError(SourceError):
    """Nothing is left to make a briefing of."""


class OutputError(BriefingError):
    """A result cannot be written where it was asked for."""


class LibraryError(BriefingError):
    """The library cannot do what was asked of it; what was acknowledged before is kept."""


class LibraryMissingError(LibraryError):
    """There is no library at the place named."""


class LibraryForeignError(LibraryError):
    """The file is no library of ours."""


class LibraryNewerError(LibraryError):
    """The library was made by a newer version of the program."""


class LibraryDamagedError(LibraryError):
    """What the library holds is not what was put in."""


class LibraryBusyError(LibraryError):
    """Another program is writing to the library."""


class LibraryHeldError(LibraryError):
    """A window has the library open; `here` says that it is one of this person on this machine."""

    def __init__(self, *, where: object, here: bool, by: str = "") -> None:
        self.here = here
        holder = f" of {by}" if by else ""
        super().__init__(f"the library is open in another window{holder}", where=where)


class LibraryReadOnlyError(LibraryError):
    """The library can be read and not written."""


class LibraryFullError(LibraryError):
    """The disk has no room left for what should be written."""


class ProofError(BriefingError):
    """A finished file cannot be read to prove it, or must not be handed over."""


class PassageRangeError(BriefingError):
    """A passage lies outside the text of its source."""

    def __init__(self, start: int, end: int, length: int) -> None:
        super().__init__(
            f"passage {start}–{end} lies outside a source of {length} characters",
            remedy="Take the offsets from `briefing excerpts --json`.",
        )
