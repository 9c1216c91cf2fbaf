"""Our own reference document in the look of a template: page, margins, families, size, colours."""

import re

from briefing.model.look import PAGES, Look
from briefing.writers.escaping import escape

_STANDARD = Look()
_FONTS = {"serif": "Cambria", "sans": "Calibri"}
_INKS = ("ink", "accent", "quiet", "rule", "tint")
_SIZE = re.compile(r'(<w:szC?s? w:val=")(\d+)"')
_SPACING = re.compile(r'(?<= w:)(before|after|line)="(\d+)"')
_STYLE = re.compile(r"(?<=</w:docDefaults>).*", re.DOTALL)
_FAMILY = re.compile("|".join(_FONTS.values()))
_HEADING = (
    r'(?s)(<w:style\b[^>]*w:styleId="Heading(\d)">(?:(?!</w:style>|<w:pPr>).)*)'
    r"(<w:pPr>.*?)</w:style>"
)
_TWIPS = 20


def dress(styles: str, look: Look, text: str | None = None, heads: str | None = None) -> str:
    """`styles`, the XML of our own styles, in `look`; `text` and `heads` name families of its own."""
    scale = look.size / _STANDARD.size
    if scale != 1.0:
        styles = _STYLE.sub(lambda found: _scaled(found[0], scale), styles)
    swaps = {
        _FONTS[_STANDARD.text]: escape(text) if text else _FONTS[look.text],
        _FONTS[_STANDARD.heads]: escape(heads) if heads else _FONTS[look.heads],
    }
    styles = _FAMILY.sub(lambda found: swaps[found[0]], styles)
    colours = {getattr(_STANDARD, ink)[1:].upper(): getattr(look, ink)[1:].upper() for ink in _INKS}
    return re.sub("|".join(colours), lambda found: colours[found[0]], styles)


def with_small_heads(styles: str, smaller: int) -> str:
    """`styles` in which headings look like those so many levels below them."""
    found = {int(match[2]): match for match in re.finditer(_HEADING, styles)}
    for level in range(1, len(found) + 1 - smaller):
        look = re.sub(r'(<w:outlineLvl w:val=")\d', f"\\g<1>{level - 1}", found[level + smaller][3])
        styles = styles.replace(found[level][0], f"{found[level][1]}{look}</w:style>")
    return styles


def fold(section: str, look: Look) -> str:
    """`section`, the properties of our page, with the paper and margins of `look`."""
    width, height = (round(side * _TWIPS) for side in PAGES[look.page])
    sides = {
        side: round(getattr(look, side) * _TWIPS) for side in ("top", "right", "bottom", "left")
    }
    for name, value in (("w", width), ("h", height), *sides.items()):
        section = re.sub(rf'(<w:pg(?:Sz|Mar)\b[^>]*? w:{name}=")\d+', rf"\g<1>{value}", section)
    return section


def _scaled(styles: str, scale: float) -> str:
    """Sizes in whole half points, spaces and lines in twips."""
    told = _SIZE.sub(lambda found: f'{found[1]}{max(12, round(int(found[2]) * scale))}"', styles)
    return _SPACING.sub(lambda found: f'{found[1]}="{round(int(found[2]) * scale)}"', told)
