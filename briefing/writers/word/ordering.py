"""Puts the styles and the numbering of a house's document in the schema's order (ECMA-376).

LibreOffice and other makers write some children in an order of their own, and some values in their
strict form; Word forgives it, validators and other programs do not.
"""

from docx.oxml.ns import qn
from lxml import etree

_ORDER = {
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr "
    "tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
    "vAlign hideMark",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
}
_RANKS = {
    qn(f"w:{parent}"): {qn(f"w:{child}"): rank for rank, child in enumerate(children.split())}
    for parent, children in _ORDER.items()
}
_SIDES = {"start": "left", "end": "right"}


def put_in_order(root: etree._Element) -> None:
    """Sort the children under `root` whose order the schema fixes, and mend old values."""
    for parent, ranks in _RANKS.items():
        for element in root.iter(parent):
            children = list(element)
            places = [ranks.get(str(child.tag), len(ranks)) for child in children]
            if places != sorted(places):
                element[:] = [
                    child for _, child in sorted(zip(places, children, strict=True), key=_place)
                ]
    for name in ("lvlJc", "jc"):
        for element in root.iter(qn(f"w:{name}")):
            value = str(element.get(qn("w:val")))
            element.set(qn("w:val"), _SIDES.get(value, value))


def _place(item: tuple[int, etree._Element]) -> int:
    return item[0]
