"""Change bars: a border at the right of a paragraph, outside the text."""

from collections.abc import Mapping

_SIDES = ("top", "left", "bottom", "right", "between")
"""In the schema's order."""


def change_bar(borders: Mapping[str, str], colour: str) -> str:
    """The property that bars a paragraph of a style which has such `borders`, by their side.

    These are said again: programs differ in whether they keep those that a paragraph with borders of
    its own does not name. `colour` is hexadecimal, with its `#`.
    """
    ink = colour.removeprefix("#").upper()
    bar = f'<w:right w:val="single" w:sz="12" w:space="18" w:color="{ink}"/>'
    told = {**borders, "right": bar}
    return f"<w:pBdr>{''.join([told[side] for side in _SIDES if side in told])}</w:pBdr>"
