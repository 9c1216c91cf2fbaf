"""A template's look in the Word file: paper, margins, sizes, families, colours."""

import io
import re
import zipfile

from msgspec.structs import replace

from briefing.model.look import Look
from briefing.writers.word import write_docx
from tests.hostile import full_of

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
