"""Change bars: a border at the right of a paragraph, outside the text."""

from collections.abc import Mapping

from briefing.writers.word.sheet import Sheet

_SIDES = ("top", "left", "bottom", "right", "between")
"""In the schema's order."""
_BESIDE = 18
"""Points from the text to the bar, as in the PDF."""
_SHARE = 4
"""Between columns it stands within the first quarter of the gap: a rule may stand in its middle."""
_TWIPS = 20


def change_bar(borders: Mapping[str, str], colour: str, sheet: Sheet) -> str:
    """The property that bars a paragraph of a style which has such `borders`, by their side.

    These are said again: programs differ in whether they keep those that a paragraph with borders of
    its own does not name. `colour` is hexadecimal, with its `#`.
    """
    ink = colour.removeprefix("#").upper()
    beside = _beside(sheet)
    bar = f'<w:right w:val="single" w:sz="12" w:space="{beside}" w:color="{ink}"/>'
    told = {**borders, "right": bar}
    return f"<w:pBdr>{''.join([told[side] for side in _SIDES if side in told])}</w:pBdr>"


def _beside(sheet: Sheet) -> int:
    """How far from the text it stands, in points."""
    gaps = len(sheet.columns) - 1
    if not gaps:
        return _BESIDE
    gap = max(0, sheet.full_width - sum(sheet.columns)) // gaps
    return min(_BESIDE, gap // _SHARE // _TWIPS)
