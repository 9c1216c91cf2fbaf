"""What is new or changed has a bar at its right in Word, beside the borders that its style has."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

from briefing.model.document import Document, Quotation
from briefing.writers.word import write_docx
from briefing.writers.word.barring import change_bar
from tests.hostile import full_of
from tests.writers.houses import HOUSES
from tests.writers.schemas import faults, schemas

_BORDERS = re.compile("<w:pBdr>(.*?)</w:pBdr>")


def document(*, changed: bool) -> Document:
    plain = full_of("words")
    blocks = tuple(
        replace(block, changed=changed) if isinstance(block, Quotation) else block
        for block in plain.blocks
    )
    return replace(plain, blocks=blocks)


def body(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode()


def test_the_lead_and_the_words_have_one_and_keep_their_own() -> None:
    found = _BORDERS.findall(body(write_docx(document(changed=True)).data))

    assert [re.findall(r"<w:(\w+) ", borders) for borders in found] == [["left", "right"]] * 2
    assert all('w:color="1F4E79"' in borders.partition("<w:right")[2] for borders in found)


def test_nothing_else_has_one() -> None:
    plain, marked = (body(write_docx(document(changed=one)).data) for one in (False, True))

    assert "<w:pBdr>" not in plain
    assert _BORDERS.sub("", marked) == plain


def test_sides_stand_in_the_order_of_the_schema() -> None:
    sides = {name: f"<w:{name}/>" for name in ("between", "bottom", "left", "top", "right")}

    told = re.findall(r"<w:(\w+)\b", change_bar(sides, "#7a1f1f"))

    assert told == ["pBdr", "top", "left", "bottom", "right", "between"]
    assert "<w:right/>" not in change_bar(sides, "#7a1f1f")


@pytest.mark.parametrize("house", [None, *HOUSES])
def test_the_validator_has_nothing_to_say(house: str | None, tmp_path: Path) -> None:
    reference = HOUSES[house]() if house else None
    data = write_docx(document(changed=True), reference=reference).data
    path = tmp_path / "written.docx"
    path.write_bytes(data)

    assert body(data).count("<w:right w:val") == 2
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_the_schemas_have_nothing_to_say(tmp_path: Path) -> None:
    by_space = schemas(tmp_path)
    for house in (None, *HOUSES.values()):
        data = write_docx(document(changed=True), reference=house() if house else None).data

        assert list(faults(data, by_space)) == []
