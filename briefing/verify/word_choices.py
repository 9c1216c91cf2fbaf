"""Two wordings of one place, of which each program shows the one that it knows (`AlternateContent`)."""

from collections.abc import Mapping

from msgspec import Struct, field

ALTERNATES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_KNOWN = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")
"""How the names of what Word knows begin."""


class _Place(Struct):
    """The words of both wordings, and whether the second is being read."""

    first: list[str] = field(default_factory=list)
    second: list[str] = field(default_factory=list)
    falls_back: bool = False
    strange: bool = False


class Choices(Struct):
    """The places with two wordings that are open while a part is read, the innermost last."""

    spaces: dict[str, str] = field(default_factory=dict)
    _open: list[_Place] = field(default_factory=list)

    def declare(self, prefix: str | None, name: str) -> None:
        """Note which name a prefix stands for."""
        self.spaces[prefix or ""] = name

    def start(self, local: str, own: Mapping[str, str]) -> None:
        """Take the start of an element of such a place."""
        if local == "AlternateContent":
            self._open.append(_Place())
        elif self._open and local == "Choice":
            wanted = own.get("Requires", "").split()
            known = all(self.spaces.get(one, "").startswith(_KNOWN) for one in wanted)
            self._open[-1].strange = self._open[-1].strange or not known
        elif self._open and local == "Fallback":
            self._open[-1].falls_back = True

    def add(self, words: str) -> None:
        """Take words that stand in the wordings open here."""
        if any(place.falls_back for place in self._open[1:]):
            return  # an inner place stands for its first wording
        for place in self._open:
            (place.second if place.falls_back else place.first).append(words)

    def end(self, local: str) -> tuple[str, str] | None:
        """Take the end of an element: what is wrong with the two wordings there, and the words."""
        if local == "Fallback" and self._open:
            self._open[-1].falls_back = False
        if local != "AlternateContent" or not self._open:
            return None
        place = self._open.pop()
        first, second = (" ".join("".join(words).split()) for words in (place.first, place.second))
        if second and first != second:
            return "other words in programs that know less", second
        if place.strange and first != second:
            return "words that Word does not show", first
        return None
