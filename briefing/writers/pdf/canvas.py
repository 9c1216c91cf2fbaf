"""The content of one page: operators, each in the mark of the element it belongs to."""

from functools import cache

from msgspec import Struct, field

from briefing.writers.pdf.embedding import Fonts
from briefing.writers.pdf.runs import Run
from briefing.writers.pdf.tagging import Content, Element
from briefing.writers.pdf.words import operator

ARTIFACT = "/Artifact BMC"
HEADER = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"


class Canvas(Struct):
    """A page that is being painted. Every stroke is either marked content or an artifact."""

    page: int
    fonts: Fonts
    parts: list[str] = field(default_factory=list)
    marked: list[Element] = field(default_factory=list)
    _open: Element | str | None = None

    def content(self) -> bytes:
        """The finished stream."""
        self._close()
        return "\n".join(self.parts).encode("latin-1")

    def text(self, run: Run, x: float, y: float, owner: Element | str, ends: str = "") -> None:
        """Show `run` from `x` on the line at `y`, and `ends` behind it.

        `owner` is its element or a kind of artifact.
        """
        self._switch(owner)
        self.fonts.use(run.text, run.font)
        before, behind = _shown(run, ends)
        self.parts.append(f"{before}1 0 0 1 {x:.2f} {y:.2f} Tm{behind}")

    def fill(
        self, x: float, y: float, width: float, height: float, ink: str, owner: Element | str
    ) -> None:
        """A filled rectangle, from its lower left corner."""
        self._switch(owner)
        self.parts.append(f"{colour(ink)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def frame(
        self, x: float, y: float, width: float, height: float, ink: str, owner: Element | str
    ) -> None:
        """The outline of a rectangle."""
        self._switch(owner)
        self.parts.append(f"{colour(ink)} RG 1 w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def line(
        self, start: tuple[float, float], end: tuple[float, float], ink: str, weight: float,
        owner: Element | str,
    ) -> None:  # fmt: skip
        """A straight line."""
        self._switch(owner)
        self.parts.append(
            f"{colour(ink)} RG {weight:g} w {start[0]:.2f} {start[1]:.2f} m "
            f"{end[0]:.2f} {end[1]:.2f} l S"
        )

    def image(
        self, name: str, box: tuple[float, float, float, float], owner: Element | str
    ) -> None:
        """The picture `name`, at its lower left corner and size."""
        self._switch(owner)
        x, y, width, height = box
        self.parts.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm/{name} Do Q")

    def _switch(self, owner: Element | str) -> None:
        if owner is self._open:
            return
        self._close()
        self._open = owner
        if isinstance(owner, str):
            self.parts.append(owner)
            return
        mark = len(self.marked)
        self.marked.append(owner)
        owner.kids.append(Content(self.page, mark))
        self.parts.append(f"/{owner.tag}<</MCID {mark}>>BDC")

    def _close(self) -> None:
        if self._open is not None:
            self.parts.append("EMC")
            self._open = None


def _shown(run: Run, ends: str) -> tuple[str, str]:
    """What stands before and behind the place of a shown run."""
    shown = "[(\xad)]TJ" if run.soft else operator(run.text + ends, run.font, run.size)
    spread = f" {run.spread:.3f} Tw" if run.spread else ""
    rise = f" {run.rise:.2f} Ts" if run.rise else ""
    before = f"BT/{run.font} {run.size:g} Tf {colour(run.colour)} rg{spread}{rise} "
    return before, f"{shown}{' 0 Tw' if spread else ''}{' 0 Ts' if rise else ''} ET"


@cache
def colour(ink: str) -> str:
    """A colour as three shares."""
    return " ".join(f"{int(ink[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))
