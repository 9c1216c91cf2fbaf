"""Runs become text operators: kerned words and spread spaces in one `TJ` array a run."""

from typing import Any

from briefing.writers.pdf import fonts
from briefing.writers.pdf.kerning import kerns
from briefing.writers.pdf.runs import Run

# A hyphen that only breaks a word reads as a soft hyphen (ISO 32000-1, 14.8.2.2.3).
_SOFT = ("/Span <</ActualText <FEFF00AD>>> BDC", "EMC")
_ESCAPED = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\"}


def show(text: Any, canvas: Any, run: Run) -> None:
    """Show `run` where the text object `text` of `canvas` stands; its size and colour are set.

    Both are reportlab's, whose types do not know the parts that are used here.
    """
    font = fonts.found(run.font)
    moves = _moves(run.text, run.font)
    spread = -run.spread * 1000.0 / run.size
    document = canvas._doc  # noqa: SLF001 - subsets belong to the file, which has no public name
    out = text._code  # noqa: SLF001 - reportlab has no public operator for arrays
    if run.soft:
        out.append(_SOFT[0])
    at = 0
    for subset, codes in font.splitString(run.text, document):
        name = font.getSubsetInternalName(subset, document)
        out.append(f"{name} {run.size:g} Tf")
        end = at + len(codes)
        out.append(_array(codes, run.text[at:end], {i - at: v for i, v in moves.items()}, spread))
        at = end
    if run.soft:
        out.append(_SOFT[1])


def _array(codes: bytes, words: str, moves: dict[int, int], spread: float) -> str:
    """The operator that shows `codes`: the array breaks at kerns and, if spread, behind spaces."""
    stops: dict[int, float] = {at: -amount for at, amount in moves.items() if 0 <= at < len(codes)}
    if spread:
        for at, character in enumerate(words, 1):
            if character == " ":
                stops[at] = stops.get(at, 0) + spread
    shown = codes.decode("latin-1")
    if not stops:
        return f"({_escaped(shown)}) Tj"
    parts: list[str] = []
    start = 0
    for at in sorted(stops):
        if at > start:
            parts.append(f"({_escaped(shown[start:at])})")
        parts.append(f"{stops[at]:.1f}".rstrip("0").rstrip("."))
        start = at
    if start < len(shown):
        parts.append(f"({_escaped(shown[start:])})")
    return f"[{' '.join(parts)}] TJ"


def _escaped(shown: str) -> str:
    """The inside of a PDF string, other than printable ASCII as octal."""
    plain = shown.translate(_ESCAPED)
    if plain.isascii() and plain.isprintable():
        return plain
    return "".join(c if " " <= c <= "~" else f"\\{ord(c):03o}" for c in plain)


def _moves(text: str, name: str) -> dict[int, int]:
    """Kerns inside the words of `text`; none across a space, as in the widths of lines."""
    moves: dict[int, int] = {}
    start = 0
    for word in text.split(" "):
        for at, amount in kerns(word, name):
            moves[start + at] = amount
        start += len(word) + 1
    return moves
