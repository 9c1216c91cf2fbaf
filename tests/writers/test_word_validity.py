"""Every template, with one theme to all, in every house's style: valid by SDK and schemas."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from briefing.model.brief import Brief, Note
from briefing.model.document import Document
from briefing.model.output import WordWishes
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.writers.word import write_docx
from tests.hostile import full_of
from tests.house.code import ROOT
from tests.writers.accessibility import findings
from tests.writers.houses import HOUSES
from tests.writers.schemas import faults, schemas
from tests.writers.tables import with_table

TEMPLATES = ("full", "one-page", "talking-points")
THEMES = ((), ("china",), ("china", "industry"))
STYLES = (None, *HOUSES)
FIELDS = ("", "zotero", "word")
DOCUMENTS = [(template, themes) for template in TEMPLATES for themes in THEMES]
LETTERHEAD = r"Ministry of Harbours|a picture in word/document\.xml"
CASES = [
    pytest.param(*DOCUMENTS[row], house, FIELDS[(row + place) // 3 % 3],
                 id=f"{DOCUMENTS[row][0]}-{len(DOCUMENTS[row][1]) or 4}-{house}")
    for row in range(len(DOCUMENTS))
    for place, house in enumerate(STYLES)
    if (row + place) % 3 == 0
]  # fmt: skip


@pytest.fixture(scope="module")
def documents(
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[tuple[str, tuple[str, ...]], Document]:
    """A briefing of the samples for each template and number of themes."""
    target = tmp_path_factory.mktemp("samples") / "x.json"
    note = Note("key-points", "The harbour will be late.")
    return {
        (template, themes): with_table(build(
            Order(
                Brief(
                    date=date(2026, 11, 24), title="Harbours", author="Moss", marking="TLP:RED",
                    template=template, themes=themes, notes=(note,),
                ),
                (ROOT / "seeds" / "articles",),
                (target,),
            )
        ).document)
        for template, themes in DOCUMENTS
    }  # fmt: skip


@pytest.fixture(params=[("de", "zotero"), ("fr", "word")], ids=["de", "fr"])
def foreign(request: pytest.FixtureRequest, tmp_path: Path) -> bytes:
    """A file in another language."""
    language, fields = request.param
    brief = Brief(date=date(2026, 11, 24), language=language, marking="TLP:RED")
    order = Order(brief, (ROOT / "seeds" / "articles",), (tmp_path / "x.json",))
    return write_docx(build(order).document, wishes=WordWishes(citation_fields=fields)).data


def test_another_language_is_as_valid(foreign: bytes, tmp_path: Path) -> None:
    path = tmp_path / "written.docx"
    path.write_bytes(foreign)

    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert list(findings(foreign)) == []


def test_the_schemas_bear_another_language(
    foreign: bytes, by_space: dict[str, etree.XMLSchema]
) -> None:
    assert list(faults(foreign, by_space)) == []


@pytest.fixture(scope="module")
def by_space(tmp_path_factory: pytest.TempPathFactory) -> dict[str, etree.XMLSchema]:
    """The schemas by namespace."""
    return schemas(tmp_path_factory.mktemp("schemas"))


@pytest.mark.parametrize(("template", "themes", "house", "fields"), CASES)
def test_the_validator_has_nothing_to_say(
    template: str,
    themes: tuple[str, ...],
    house: str | None,
    fields: str,
    documents: dict[tuple[str, tuple[str, ...]], Document],
    tmp_path: Path,
) -> None:
    reference = HOUSES[house]() if house else None
    wishes = WordWishes(endnotes=fields == "word", citation_fields=fields)
    path = tmp_path / "written.docx"
    path.write_bytes(
        write_docx(documents[template, themes], reference=reference, wishes=wishes).data
    )

    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


@pytest.mark.parametrize(("number", "house"), list(enumerate(STYLES)), ids=["ours", *HOUSES])
def test_the_schemas_have_nothing_to_say(
    number: int,
    house: str | None,
    by_space: dict[str, etree.XMLSchema],
    documents: dict[tuple[str, tuple[str, ...]], Document],
) -> None:
    reference = HOUSES[house]() if house else None
    found = {}
    for place, ((template, themes), document) in enumerate(documents.items()):
        fields = FIELDS[(number + place) % len(FIELDS)]
        wishes = WordWishes(endnotes=(number + place) % 2 == 0, citation_fields=fields)
        data = write_docx(document, reference=reference, wishes=wishes).data
        if told := list(faults(data, by_space)):
            found[template, len(themes), fields] = told[:3]

    assert found == {}


def test_the_schemas_notice_a_fault(by_space: dict[str, etree.XMLSchema]) -> None:
    data, broken = write_docx(full_of("words")).data, io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(broken, "w") as told:
        for name in package.namelist():
            told.writestr(name, package.read(name).replace(b"<w:keepNext/>", b"<w:keepnext/>"))

    assert not list(faults(data, by_space))
    assert any("keepnext" in fault for fault in faults(broken.getvalue(), by_space))


@pytest.mark.parametrize("house", STYLES, ids=["ours", *HOUSES])
def test_an_accessibility_checker_finds_nothing(
    house: str | None, documents: dict[tuple[str, tuple[str, ...]], Document]
) -> None:
    reference = HOUSES[house]() if house else None
    found = {}
    for place, (name, document) in enumerate(documents.items()):
        fields = FIELDS[place % len(FIELDS)]
        wishes = WordWishes(endnotes=place % 2 == 1, citation_fields=fields)
        told = findings(write_docx(document, reference=reference, wishes=wishes).data)
        if house == "with place":  # whose own letterhead in the text is its maker's
            told = [finding for finding in told if not re.search(LETTERHEAD, finding)]
        if told:
            found[name] = told

    assert found == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(b"<w:tblHeader/>", b"", "no header row", id="table"),
        pytest.param(b' descr="', b' title="', "no words", id="picture"),
        pytest.param(b'w:val="Heading2"', b'w:val="Heading3"', "leave out", id="headings"),
        pytest.param(b'w:name="source_', b'w:name="sauce_', "leads nowhere", id="links"),
        pytest.param(b"<w:footnoteReference ", b"<w:bookmark ", "marks stand", id="notes"),
        pytest.param(b"<dc:title>", b"<dc:subject>", "no title", id="title"),
    ],
)
def test_an_accessibility_checker_notices_a_fault(
    old: bytes, new: bytes, said: str, documents: dict[tuple[str, tuple[str, ...]], Document]
) -> None:
    data, broken = write_docx(documents["full", ()]).data, io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(broken, "w") as told:
        for name in package.namelist():
            content = package.read(name)
            if name == "docProps/core.xml" and old == b"<dc:title>":
                content = content.replace(b"</dc:title>", b"</dc:subject>")
            told.writestr(name, content.replace(old, new))

    assert any(said in finding for finding in findings(broken.getvalue()))
