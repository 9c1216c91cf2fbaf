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
from briefing.writers.word.sheet import sheet_of
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

    made = change_bar(sides, "#7a1f1f", sheet_of(""))

    assert re.findall(r"<w:(\w+)\b", made) == ["pBdr", "top", "left", "bottom", "right", "between"]
    assert "<w:right/>" not in made


def test_between_columns_it_keeps_clear_of_the_next_one() -> None:
    page = '<w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:left="1134" w:right="1134"/>'
    beside = [
        int(re.findall(r'w:space="(\d+)"', change_bar({}, "#7a1f1f", sheet_of(page + columns)))[0])
        for columns in (
            "", '<w:cols w:num="3" w:space="400" w:sep="1"/>', '<w:cols w:num="2" w:space="0"/>',
        )
    ]  # fmt: skip

    assert beside == [18, 5, 0]


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
