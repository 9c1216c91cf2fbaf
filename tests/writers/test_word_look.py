"""A template's look in the Word file: paper, margins, sizes, families, colours, fonts, logo."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator
from PIL import Image
from reportlab.pdfbase.ttfonts import TTFontFile

from briefing.model.look import FontFile, Look
from briefing.model.output import Written
from briefing.resources import asset
from briefing.writers.word import write_docx
from briefing.writers.word.typeface import read_typeface
from tests.hostile import full_of
from tests.writers.houses import HOUSES

LOOK = Look(page="Letter", left=60, right=90, size=14.0, text="sans", accent="#7A1F1F")


def _part(look: Look, name: str) -> str:
    data = write_docx(replace(full_of("words"), look=look)).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(f"word/{name}.xml").decode()


def _style(look: Look, key: str) -> str:
    return _part(look, "styles").partition(f'w:styleId="{key}"')[2].partition("</w:style>")[0]


def test_the_paper_and_its_margins() -> None:
    body = _part(LOOK, "document")

    assert re.search(r'<w:pgSz w:w="12240" w:h="15840"', body)
    assert re.search(r'<w:pgMar [^>]*w:right="1800"[^>]*w:left="1200"', body)
    assert 'w:pos="9240"' in body


def test_sizes_and_spaces_follow_the_text() -> None:
    assert 'w:sz w:val="22"' in _style(Look(), "Normal")
    assert 'w:sz w:val="29"' in _style(LOOK, "Normal")
    assert 'w:after="187"' in _style(LOOK, "Normal")
    assert 'w:line="400"' in _style(LOOK, "Normal")


def test_families_and_colours() -> None:
    assert "Calibri" in _style(LOOK, "Normal")
    assert "Calibri" in _style(LOOK, "Heading1")
    assert 'w:color w:val="7A1F1F"' in _style(LOOK, "Heading1")
    assert "1F4E79" not in _part(LOOK, "styles")


def _font(name: str) -> FontFile:
    return FontFile(name, asset(f"fonts/{name}").read_bytes())


def _picture(sort: str) -> bytes:
    told = io.BytesIO()
    Image.new("RGB", (60, 20), "navy").save(told, sort)
    return told.getvalue()


SERIF, ITALIC = _font("SourceSerif4-Regular.ttf"), _font("SourceSerif4-Italic.ttf")
SANS = _font("SourceSans3-Regular.ttf")
OWN = Look(text_fonts=(SERIF, ITALIC), heads_fonts=(SANS,), logo=_picture("PNG"))


def _write(look: Look, house: str = "") -> tuple[Written, dict[str, bytes]]:
    reference = HOUSES[house]() if house else None
    written = write_docx(replace(full_of("words"), look=look), reference=reference)
    with zipfile.ZipFile(io.BytesIO(written.data)) as package:
        return written, {name: package.read(name) for name in package.namelist()}


def test_own_fonts_are_named_in_the_styles() -> None:
    assert 'w:ascii="Source Serif 4"' in _style(OWN, "Normal")
    assert 'w:ascii="Source Sans 3"' in _style(OWN, "Heading1")
    assert "Cambria" not in _part(OWN, "styles").partition("</w:docDefaults>")[2]


def test_own_fonts_go_into_the_file_mixed_with_the_key_beside_them() -> None:
    _, parts = _write(OWN)
    table = parts["word/fontTable.xml"].decode()
    links = parts["word/_rels/fontTable.xml.rels"].decode()
    found = {}
    for kind, link, key in re.findall(
        r'<w:(embed\w+) r:id="(\w+)" w:fontKey="\{([-0-9A-F]+)\}"', table
    ):
        target = re.search(rf'Id="{link}"[^>]*Target="([^"]+)"', links)
        assert target is not None
        data = parts[f"word/{target[1]}"]
        backwards = bytes.fromhex(key.replace("-", ""))[::-1]
        head = bytes(byte ^ backwards[at % 16] for at, byte in enumerate(data[:32]))
        found[kind, head + data[32:]] = True

    assert ("embedRegular", SERIF.data) in found
    assert ("embedItalic", ITALIC.data) in found
    assert ("embedRegular", SANS.data) in found
    assert b"<w:embedTrueTypeFonts/>" in parts["word/settings.xml"]


@pytest.mark.parametrize("sort", ["PNG", "JPEG"])
def test_the_logo_stands_at_the_head_of_the_first_page_alone(sort: str) -> None:
    logo = _picture(sort)
    written, parts = _write(replace(OWN, logo=logo))
    headers = {name: parts[name] for name in parts if re.match(r"word/briefing-header", name)}
    shown = [name for name, part in headers.items() if b"<pic:pic" in part]

    assert shown == ["word/briefing-header-first.xml"]
    assert logo in parts.values()
    assert written.notices == ()
    assert len(headers) > 1


def test_a_file_with_fonts_and_logo_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(_write(OWN)[0].data)

    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_a_houses_own_document_goes_before_the_look() -> None:
    _, parts = _write(OWN, "bare")

    assert OWN.logo not in parts.values()
    assert b"Source Serif" not in parts["word/styles.xml"]


def test_a_logo_that_is_no_picture_is_told() -> None:
    written, _ = _write(replace(OWN, logo=b"\x89PNG\r\n\x1a\n rest"))

    assert any("logo" in notice.text for notice in written.notices)


def test_a_font_that_is_broken_is_told_and_another_used() -> None:
    broken = FontFile("broken.ttf", SERIF.data[:200])
    written, parts = _write(replace(OWN, text_fonts=(broken,)))

    assert any("broken.ttf" in notice.text for notice in written.notices)
    assert b"Cambria" in parts["word/styles.xml"].partition(b"</w:docDefaults>")[2]


def test_a_font_for_showing_alone_is_named_and_left_out() -> None:
    entry = SERIF.data.index(b"OS/2")
    start = int.from_bytes(SERIF.data[entry + 8 : entry + 12], "big")
    shown = FontFile("shown.ttf", SERIF.data[: start + 8] + b"\0\4" + SERIF.data[start + 10 :])
    written, parts = _write(replace(OWN, text_fonts=(shown,), heads_fonts=()))

    assert any("shown.ttf" in notice.text for notice in written.notices)
    assert b"Source Serif 4" in parts["word/styles.xml"]
    assert not any(name.endswith(".odttf") for name in parts)


@pytest.mark.parametrize("font", [SERIF, ITALIC, SANS], ids=lambda font: font.name)
def test_a_typeface_is_read_as_others_read_it(font: FontFile) -> None:
    face, oracle = read_typeface(font.data), TTFontFile(io.BytesIO(font.data))

    assert face is not None
    assert face.family in oracle.familyName.decode()
    assert len(face.widths) > 100
    for sign, width in face.widths.items():
        assert width == pytest.approx(oracle.charWidths[ord(sign)], abs=1)
    assert face.height == pytest.approx((oracle.ascent - oracle.descent) / 1000, abs=0.15)
