"""Makes `assets/reference.docx`: the styles of our own Word files, on python-docx's default.

Run it after changing a style: python tools/make_reference.py
"""

from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

TARGET = Path(__file__).parent.parent / "assets" / "reference.docx"
SANS, SERIF = "Calibri", "Cambria"
INK, ACCENT, QUIET = "1A1F2B", "1F4E79", "4A5363"
CHARACTER = WD_STYLE_TYPE.CHARACTER
PARAGRAPH = WD_STYLE_TYPE.PARAGRAPH

# name: (based on, font, size, colour, bold, italic, before, after, left indent, keep with next)
PARAGRAPHS = {
    "Normal": (None, SERIF, 11, INK, False, False, 0, 7, 0, False),
    "Title": ("Normal", SANS, 24, ACCENT, True, False, 0, 2, 0, True),
    "Subtitle": ("Normal", SANS, 14, QUIET, False, False, 0, 4, 0, True),
    "Meta": ("Normal", SANS, 10, QUIET, False, False, 0, 10, 0, False),
    "Heading 1": ("Normal", SANS, 16, ACCENT, True, False, 20, 6, 0, True),
    "Heading 2": ("Normal", SANS, 12, ACCENT, True, False, 13, 4, 0, True),
    "Heading 3": ("Normal", SANS, 10.5, INK, True, False, 10, 3, 0, True),
    "Lead": ("Normal", SANS, 10.5, QUIET, False, True, 0, 7, 0, True),
    "Label": ("Normal", SANS, 8.5, ACCENT, True, False, 12, 2, 0, True),
    "Note": ("Normal", SANS, 8.5, QUIET, False, False, 0, 4, 0, False),
    "Analyst Judgment": ("Normal", SANS, 10.5, INK, False, True, 3, 9, 0.35, False),
    "Quotation Lead": ("Normal", SANS, 9, QUIET, False, False, 4, 0, 0.4, True),
    "Quote": ("Normal", SERIF, 11, INK, False, False, 0, 16, 0.4, False),
    "List Bullet": ("Normal", SERIF, 11, INK, False, False, 0, 3, 0.6, False),
    "List Bullet 2": ("Normal", SERIF, 11, INK, False, False, 0, 3, 1.2, False),
    "List Bullet 3": ("Normal", SERIF, 11, INK, False, False, 0, 3, 1.8, False),
    "Table Text": ("Normal", SANS, 9, INK, False, False, 1, 1, 0, False),
    "Table Head": ("Table Text", SANS, 9, ACCENT, True, False, 1, 1, 0, True),
    "Caption": ("Normal", SANS, 8.5, QUIET, True, False, 6, 3, 0, False),
    "Bibliography": ("Normal", SERIF, 10, INK, False, False, 5, 0, 0.95, False),
    "Bibliography Compact": ("Normal", SERIF, 8.5, INK, False, False, 1, 0, 0.8, False),
    "Bibliography Note": ("Normal", SANS, 8.5, QUIET, False, False, 0, 0, 0.95, False),
    "TOC 1": ("Normal", SANS, 10.5, INK, False, False, 2, 0, 0, False),
    "TOC 2": ("Normal", SANS, 9.5, QUIET, False, False, 0, 0, 0.5, False),
    "TOC 3": ("Normal", SANS, 9, QUIET, False, False, 0, 0, 1.0, False),
    "Header": ("Normal", SANS, 8.5, QUIET, False, False, 0, 0, 0, False),
    "Footer": ("Normal", SANS, 8.5, QUIET, False, False, 0, 0, 0, False),
    "Marking": ("Normal", SANS, 12, INK, True, False, 0, 0, 0, False),
    "footnote text": ("Normal", SERIF, 9, INK, False, False, 0, 1.5, 0, False),
    "endnote text": ("Normal", SERIF, 9, INK, False, False, 0, 1.5, 0, False),
    "Figure": ("Normal", SANS, 9, INK, False, False, 6, 8, 0, False),
}
# name: (colour, superscript)
CHARACTERS = {
    "footnote reference": (ACCENT, True),
    "endnote reference": (ACCENT, True),
    "Hyperlink": (ACCENT, False),
    "Source Words": (None, False),
    "Analyst Words": (None, False),
}
_BUILT_IN = {
    "TOC 1",
    "TOC 2",
    "TOC 3",
    "Bibliography",
    "Hyperlink",
    "footnote text",
    "footnote reference",
    "endnote text",
    "endnote reference",
}
# The distance of lines in points, that of the PDF: so the pages of both begin alike.
LEADING = {
    "Title": 29, "Subtitle": 19, "Meta": 14, "Heading 1": 21, "Heading 2": 16, "Label": 12,
    "Note": 12, "Quotation Lead": 13, "Table Text": 12.6, "Table Head": 12.6, "Caption": 12,
    "Bibliography": 13.4, "Bibliography Compact": 11.2, "Bibliography Note": 11.6, "TOC 1": 17,
    "TOC 2": 15, "TOC 3": 14, "footnote text": 11.2, "endnote text": 11.2, "Header": 11,
    "Footer": 11, "Marking": 15,
}  # fmt: skip
_BARS = {"Analyst Judgment": ACCENT, "Quotation Lead": "B9C4D0", "Quote": "B9C4D0"}
_BAR_WIDTHS = {"Quotation Lead": "13"}
"""Eighths of a point. Bars just alike are joined over the gap between two quotations."""
_SHADED = {"Analyst Judgment": "F0F4F8"}
_OUTLINE_TAB = Cm(15.5)


def main() -> None:
    """Write the reference document."""
    document = Document()
    for part_name in ("stylesWithEffects", "customXml", "thumbnail"):
        _drop(document, part_name)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.75)
    section.top_margin, section.bottom_margin = Cm(3.0), Cm(2.75)
    section.header_distance, section.footer_distance = Cm(1.1), Cm(0.9)
    _remove_unused(document)
    tabbed = {}
    for name, values in PARAGRAPHS.items():
        tabbed[name] = _paragraph_style(document, name, *values)
    for name, (colour, raised) in CHARACTERS.items():
        style = _get(document, name, CHARACTER)
        style.font.superscript = raised or None
        if colour:
            style.font.color.rgb = RGBColor.from_string(colour)
    for name in ("TOC 1", "TOC 2", "TOC 3"):
        _right_tab(tabbed[name])
    document.styles.element.append(parse_xml(_table_style()))
    _modern(document)
    document.save(str(TARGET))


def _table_style() -> str:
    """Rules above, below and between rows; the header row in the accent's colour."""
    edges = "".join(
        f'<w:{name} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for name, size, colour in (
            ("top", 8, ACCENT),
            ("bottom", 4, ACCENT),
            ("insideH", 4, "B9C4D0"),
        )
    )
    return (
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="BriefingTable">'
        '<w:name w:val="Briefing Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="20" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{ACCENT}"/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _modern(document) -> None:  # type: ignore[no-untyped-def] # python-docx's own type
    """Settings of today's Word, so that it opens without “Compatibility Mode”; no old traces."""
    settings = document.settings.element
    for name in ("rsids", "savePreviewPicture", "proofState", "zoom", "shapeDefaults"):
        for element in settings.findall(qn(f"w:{name}")):
            settings.remove(element)
    settings.insert(0, parse_xml(f'<w:zoom {nsdecls("w")} w:percent="100"/>'))
    for element in settings.iter(qn("w:compatSetting")):
        if element.get(qn("w:name")) == "compatibilityMode":
            element.set(qn("w:val"), "15")
    language = document.styles.element.find(f".//{qn('w:lang')}")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "ja-JP")


def _drop(document, name: str) -> None:  # type: ignore[no-untyped-def] # python-docx's own type
    for holder in (document.part, document.part.package):
        for key, relation in list(holder.rels.items()):
            if name.lower() in relation.reltype.lower() or name in str(relation.target_ref):
                del holder.rels[key]


def _remove_unused(document) -> None:  # type: ignore[no-untyped-def] # python-docx's own type
    """Leave only the styles that we set and those that Word needs."""
    kept = {
        *PARAGRAPHS,
        *CHARACTERS,
        "Default Paragraph Font",
        "Normal Table",
        "No List",
        "Table Grid",
    }
    for style in list(document.styles):
        if style.name not in kept:
            style.delete()


def _get(document, name: str, sort: WD_STYLE_TYPE):  # type: ignore[no-untyped-def] # python-docx's
    try:
        return document.styles[name]
    except KeyError:
        style = document.styles.add_style(name, sort, builtin=name in _BUILT_IN)
        if name.startswith("TOC"):
            style.element.name_val = name.lower()  # as Word itself spells it
        return style


def _paragraph_style(  # type: ignore[no-untyped-def] # a row of the table above
    document, name, base, font, size, colour, bold, italic, before, after, left, keep
) -> ParagraphStyle:
    style = _get(document, name, PARAGRAPH)
    numbering = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    for element in list(style.element):
        if element.tag in (qn("w:pPr"), qn("w:rPr"), qn("w:link")):
            style.element.remove(element)
    style.base_style = document.styles[base] if base else None
    style.hidden = style.unhide_when_used = False
    style.quick_style = True
    _font(style, font, size, colour, bold=bold, italic=italic)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    if name != "Figure":
        shape.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
        shape.line_spacing = Pt(LEADING.get(name, 15))
    shape.left_indent = Cm(left) if left else None
    if name.startswith(("List Bullet", "Bibliography")) and name != "Bibliography Note":
        shape.first_line_indent = Cm(-left if name.startswith("Bibliography") else -0.45)
    shape.keep_with_next = keep or None
    shape.widow_control = True
    if name.startswith("Heading"):
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(int(name[-1]) - 1))
        style.element.get_or_add_pPr().append(level)
    if numbering is not None:
        style.element.pPr.find(qn("w:spacing")).addprevious(numbering)
    _decorate(style, name)
    return style


def _font(  # type: ignore[no-untyped-def] # python-docx's own type
    style, name: str, size: float, colour: str, *, bold: bool, italic: bool
) -> None:
    style.font.name, style.font.size = name, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    style.font.bold, style.font.italic = bold or None, italic or None
    fonts = style.element.rPr.rFonts
    for key in ("w:cs", "w:eastAsia"):
        fonts.set(qn(key), name if key == "w:cs" else "MS Mincho")


def _decorate(style: ParagraphStyle, name: str) -> None:
    """A bar at the left of quotations and judgments, a ground behind judgments."""
    if name not in _BARS:
        return
    properties = style.element.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    left = OxmlElement("w:left")
    width = _BAR_WIDTHS.get(name, "12")
    for key, value in {"val": "single", "sz": width, "space": "8", "color": _BARS[name]}.items():
        left.set(qn(f"w:{key}"), value)
    borders.append(left)
    spacing = properties.find(qn("w:spacing"))
    spacing.addprevious(borders)
    if name in _SHADED:
        ground = OxmlElement("w:shd")
        for key, value in {"val": "clear", "color": "auto", "fill": _SHADED[name]}.items():
            ground.set(qn(f"w:{key}"), value)
        spacing.addprevious(ground)


def _right_tab(style: ParagraphStyle) -> None:
    tabs = OxmlElement("w:tabs")
    tab = OxmlElement("w:tab")
    for key, value in {"val": "right", "leader": "dot", "pos": str(_OUTLINE_TAB.twips)}.items():
        tab.set(qn(f"w:{key}"), value)
    tabs.append(tab)
    style.element.get_or_add_pPr().find(qn("w:spacing")).addprevious(tabs)


if __name__ == "__main__":
    main()
