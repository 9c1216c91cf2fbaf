"""House documents of several makes, for `--reference-doc`: each a person's letter paper.

`HOUSES` holds what makes each; the one by LibreOffice needs the program.
"""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from PIL import Image

OFFICE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt"
 fo:font-family="'DejaVu Sans'" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"
 style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.3cm"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties
 fo:color="#7a1f1f" fo:font-size="18pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="1cm"/><style:text-properties fo:font-style="italic"/>
</style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties
 fo:page-width="21.59cm" fo:page-height="27.94cm" fo:margin-left="3cm" fo:margin-right="2cm"
 fo:margin-top="2cm" fo:margin-bottom="2cm"/><style:header-style><style:header-footer-properties
 fo:min-height="1cm"/></style:header-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">
<style:header><text:p>Ministry of Harbours</text:p></style:header>
<style:footer><text:p>Pier 4, Moss</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text><text:h text:style-name="Heading_20_1" text:outline-level="1">Old heading
</text:h><text:p text:style-name="Text_20_body">Old words.</text:p><text:p
 text:style-name="Quotations">Old quotation.</text:p></office:text></office:body></office:document>
"""


def letterhead() -> bytes:
    """A logo in the header, another first page, old words, a comment-like custom property."""
    document = Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.left_margin = section.right_margin = Cm(3)
    logo = io.BytesIO()
    Image.new("RGB", (60, 20), "navy").save(logo, "PNG")
    logo.seek(0)
    section.first_page_header.paragraphs[0].add_run("Ministry of Harbours ").add_picture(logo)
    section.header.paragraphs[0].text = "Ministry of Harbours"
    section.footer.paragraphs[0].text = "Pier 4, Moss"
    document.styles["Normal"].font.name = "Georgia"
    document.styles["Normal"].font.size = Pt(12)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x7A, 0x1F, 0x1F)
    document.add_heading("Old heading", 1)
    logo.seek(0)
    document.add_picture(logo)
    return _saved(document)


def bare() -> bytes:
    """No header, no footer, hardly a style: even the lists' are gone."""
    document = Document()
    for style in list(document.styles):
        if style.name not in {"Normal", "Default Paragraph Font", "Normal Table", "No List"}:
            style.delete()
    document.settings.element.remove(document.settings.element.find(qn("w:compat")))
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            del document.part.rels[key]
    return _saved(document)


def german() -> bytes:
    """Ids in German, names as Word keeps them, odd and even pages, a language, a style with alias."""
    document = Document()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].even_page_header.paragraphs[0].text = "Hafenamt (gerade)"
    document.sections[0].header.paragraphs[0].text = "Hafenamt"
    data = _saved(document)

    def renamed(styles: str) -> str:
        for ours, theirs in (("Heading1", "berschrift1"), ("Normal", "Standard")):
            styles = re.sub(
                rf'(w:styleId|w:basedOn w:val|w:next w:val|w:link w:val)="{ours}"',
                rf'\1="{theirs}"',
                styles,
            )
        return styles.replace('w:val="en-US"', 'w:val="de-DE"')

    return _changed(data, "word/styles.xml", renamed)


def two_sections() -> bytes:
    """A cover of its own; headers that the last section takes from the one before; columns."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Hafenamt"
    document.add_paragraph("Cover")
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    columns = section._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "720")
    return _saved(document)


def template() -> bytes:
    """A .dotx with protection, a question on opening and a link to a template elsewhere."""
    document = Document()
    settings = document.settings.element
    for name, value in (("documentProtection", "forms"), ("updateFields", "true")):
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:edit" if name.startswith("doc") else "w:val"), value)
        settings.insert(1, element)
    data = _saved(document)
    return _changed(
        data,
        "[Content_Types].xml",
        lambda text: text.replace("ml.document.main+xml", "ml.template.main+xml"),
    )


def with_place() -> bytes:
    """A letterhead in the body, and a line that says where the briefing goes."""
    document = Document()
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text = "Ministry of Harbours"
    logo = io.BytesIO()
    Image.new("RGB", (60, 20), "navy").save(logo, "PNG")
    logo.seek(0)
    table.rows[0].cells[1].paragraphs[0].add_run().add_picture(logo)
    document.add_paragraph("[briefing]")
    document.add_paragraph("Distribution: Moss, Lund.")
    return _saved(document)


def numbered_headings() -> bytes:
    """Headings that Word numbers, and a style of the house's own for quotations."""
    document = Document()
    quote = document.styles.add_style("Beleg", 1)
    quote.paragraph_format.left_indent = Cm(2)
    chapter = document.styles.add_style("Kapitel", 1)
    chapter.font.size = Pt(20)
    numbers = parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    )
    document.styles["Heading 2"].element.pPr.find(qn("w:spacing")).addprevious(numbers)
    return _saved(document)


def tall_head() -> bytes:
    """Letter paper; a logo and an address that need more than the margin, a bank's in the footer."""
    document = Document()
    section = _page(document, 21.59, 27.94, 2.0)
    _font(document, "Calibri", 11)
    head = section.header.paragraphs[0].add_run()
    head.add_picture(_logo(), height=Cm(2.4))
    for line in ("Ministry of Harbours", "Pier 4, Moss", "Telephone 12 34"):
        section.header.add_paragraph(line)
    for line in ("Bank of Moss", "Account 12 3456", "www.harbours.example"):
        section.footer.add_paragraph(line)
    return _saved(document)


def tall_first_page() -> bytes:
    """A table with the address at the head of the first page; a line on all others."""
    document = Document()
    section = _page(document, 21, 29.7, 2.0)
    _font(document, "Arial", 10)
    section.different_first_page_header_footer = True
    table = section.first_page_header.add_table(1, 2, Cm(16))
    table.rows[0].cells[0].paragraphs[0].add_run().add_picture(_logo(), width=Cm(6))
    for line in ("Ministry of Harbours", "Department 4", "Pier 4, Moss"):
        table.rows[0].cells[1].add_paragraph(line)
    section.header.paragraphs[0].text = "Ministry of Harbours"
    for line in ("Bank of Moss", "Account 12 3456", "www.harbours.example"):
        section.first_page_footer.add_paragraph(line)
    return _saved(document)


def wide_margins() -> bytes:
    """Lines at one and a half, paragraphs told apart by indents alone, lone lines allowed."""
    document = Document()
    section = _page(document, 21, 29.7, 3.0)
    section.left_margin, section.right_margin = Cm(5), Cm(4)
    _font(document, "Times New Roman", 12)
    paragraphs = document.styles["Normal"].paragraph_format
    paragraphs.line_spacing, paragraphs.space_after = 1.5, Pt(0)
    paragraphs.first_line_indent, paragraphs.widow_control = Cm(0.75), False
    return _saved(document)


def exact_lines() -> bytes:
    """Lines of an exact height; each chapter begins a page, in capitals."""
    document = Document()
    _page(document, 21, 29.7, 2.5)
    _font(document, "Arial", 10)
    paragraphs = document.styles["Normal"].paragraph_format
    paragraphs.line_spacing, paragraphs.space_after = Pt(15), Pt(7)
    document.styles["Heading 1"].paragraph_format.page_break_before = True
    document.styles["Heading 1"].font.all_caps = True
    return _saved(document)


def three_columns() -> bytes:
    """Landscape, a header of three lines, a rule between the columns."""
    document = Document()
    section = _page(document, 29.7, 21, 2.0)
    section.orientation = WD_ORIENT.LANDSCAPE
    _font(document, "Calibri", 10)
    columns = section._sectPr.find(qn("w:cols"))
    for name, value in (("num", "3"), ("space", "400"), ("sep", "1")):
        columns.set(qn(f"w:{name}"), value)
    for line in ("Hafenamt", "Abteilung 4", "Pier 4"):
        section.header.add_paragraph(line)
    return _saved(document)


def uneven_columns() -> bytes:
    """Two columns of which one is wider."""
    document = Document()
    section = _page(document, 21.59, 27.94, 2.0)
    _font(document, "Arial", 9.5)
    columns = section._sectPr.find(qn("w:cols"))
    for name, value in (("num", "2"), ("equalWidth", "0")):
        columns.set(qn(f"w:{name}"), value)
    for width, gap in (("5800", "400"), ("3600", "0")):
        column = OxmlElement("w:col")
        column.set(qn("w:w"), width)
        column.set(qn("w:space"), gap)
        columns.append(column)
    return _saved(document)


def small_grid() -> bytes:
    """A5, with the grid of lines that East Asian pages have, and narrow margins."""
    document = Document()
    section = _page(document, 14.8, 21, 1.6)
    _font(document, "Times New Roman", 9.5)
    section.header_distance = section.footer_distance = Cm(0.8)
    grid = section._sectPr.find(qn("w:docGrid"))
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), "280")
    section.header.paragraphs[0].text = "Hafenamt"
    return _saved(document)


def by_office(office: str, folder: Path) -> bytes:
    """One written by LibreOffice itself, the program at `office`."""
    source = folder / "house.fodt"
    source.write_text(OFFICE, encoding="utf-8")
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to",
         "docx", "--outdir", str(folder), str(source)],
        check=True, capture_output=True,
    )  # fmt: skip
    return (folder / "house.docx").read_bytes()


HOUSES: Mapping[str, Callable[[], bytes]] = {
    "letterhead": letterhead,
    "bare": bare,
    "german": german,
    "two sections": two_sections,
    "template": template,
    "with place": with_place,
    "numbered headings": numbered_headings,
    "tall head": tall_head,
    "tall first page": tall_first_page,
    "wide margins": wide_margins,
    "exact lines": exact_lines,
    "three columns": three_columns,
    "uneven columns": uneven_columns,
    "small grid": small_grid,
}


def _page(document: WordDocument, wide: float, high: float, margin: float) -> Section:
    """The first section on paper of that size, in centimetres."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(wide), Cm(high)
    section.left_margin = section.right_margin = Cm(margin)
    section.top_margin = section.bottom_margin = Cm(margin)
    return section


def _font(document: WordDocument, family: str, size: float) -> None:
    """All styles in `family`, the text in `size`."""
    document.styles["Normal"].font.size = Pt(size)
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for name in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{name}"), family)


def _logo() -> io.BytesIO:
    logo = io.BytesIO()
    Image.new("RGB", (200, 120), "navy").save(logo, "PNG")
    logo.seek(0)
    return logo


def _saved(document: WordDocument) -> bytes:
    told = io.BytesIO()
    document.save(told)
    return told.getvalue()


def _changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    told = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(told, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content.decode()) if name == part else content)
    return told.getvalue()
