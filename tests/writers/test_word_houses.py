"""A house's own document is honoured: its styles, its page, its letterhead, and nothing else of it."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from briefing.errors import UsageError
from briefing.model.output import CITATION_FIELDS, WordWishes
from briefing.writers.word import write_docx
from tests.hostile import full_of
from tests.judges import judge
from tests.writers.houses import HOUSES, by_office

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = full_of("words")


def _written(house: bytes, **wishes: object) -> dict[str, str]:
    data = write_docx(DOCUMENT, reference=house, wishes=WordWishes(**wishes)).data  # type: ignore[arg-type]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert len(package.namelist()) == len(set(package.namelist()))
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def _faults(data: bytes, folder: Path) -> list[str]:
    path = folder / "written.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


@pytest.mark.parametrize(("number", "name"), list(enumerate(HOUSES)), ids=list(HOUSES))
def test_the_validator_has_nothing_to_say(number: int, name: str, tmp_path: Path) -> None:
    fields = CITATION_FIELDS[number % 2]
    wishes = WordWishes(endnotes=fields == "word", citation_fields=fields)
    data = write_docx(DOCUMENT, reference=HOUSES[name](), wishes=wishes).data

    assert _faults(data, tmp_path) == []


def test_a_house_by_libreoffice(tmp_path: Path) -> None:
    house = by_office(judge("soffice"), tmp_path)
    parts = _written(house)

    assert _faults(write_docx(DOCUMENT, reference=house).data, tmp_path) == []
    assert 'w:w="12240"' in parts["word/document.xml"]
    assert "Old words" not in "".join(parts.values())


def test_the_letterhead_stays_and_bears_the_marking() -> None:
    parts = _written(HOUSES["letterhead"]())
    heads = [text for name, text in parts.items() if re.match(r"word/(header|footer)\d", name)]

    assert any("Ministry of Harbours" in text and "<pic:pic" in text for text in heads)
    assert heads
    assert all(DOCUMENT.marking and DOCUMENT.marking in text for text in heads)
    assert "Old heading" not in "".join(parts.values())


def test_every_kind_of_page_bears_the_marking() -> None:
    parts = _written(HOUSES["german"]())
    section = etree.fromstring(parts["word/document.xml"].encode()).find(f".//{W}body/{W}sectPr")
    assert section is not None
    kinds = [
        (reference.tag.removeprefix(W), reference.get(f"{W}type"))
        for reference in section
        if str(reference.tag).endswith("Reference")
    ]

    assert {("headerReference", "even"), ("footerReference", "even")} <= set(kinds)
    assert len(kinds) == len(set(kinds))


def test_headings_are_in_the_houses_own_style() -> None:
    body = _written(HOUSES["german"]())["word/document.xml"]

    assert '<w:pStyle w:val="berschrift1"/>' in body
    assert "Heading1" not in body


def test_what_stands_around_the_place_stays() -> None:
    body = _written(HOUSES["with place"]())["word/document.xml"]

    assert body.index("Ministry of Harbours") < body.index("Contents") < body.index("Distribution")
    assert "[briefing]" not in body


def test_a_template_asks_nothing_on_opening() -> None:
    parts = _written(HOUSES["template"]())

    assert "document.main+xml" in parts["[Content_Types].xml"]
    assert not re.search(
        "updateFields|documentProtection|attachedTemplate", parts["word/settings.xml"]
    )


def test_headers_come_from_the_section_before_and_width_from_the_column() -> None:
    parts = _written(HOUSES["two sections"]())

    assert any("Hafenamt" in text for name, text in parts.items() if "header" in name)
    assert "Cover" not in parts["word/document.xml"]
    assert 'w:orient="landscape"' in parts["word/document.xml"]


@pytest.mark.parametrize("name", HOUSES)
def test_numbers_in_the_contents_stand_at_the_right_edge(name: str) -> None:
    parts = _written(HOUSES[name]())
    body = etree.fromstring(parts["word/document.xml"].encode())
    found = etree.fromstring(parts["word/styles.xml"].encode()).iter(f"{W}style")
    styles = {style.get(f"{W}styleId"): style for style in found}
    entry = body.find(f".//{W}sdtContent/{W}p")
    assert entry is not None
    own = {tab.get(f"{W}pos"): tab.get(f"{W}val") for tab in entry.iterfind(f".//{W}tabs/{W}tab")}
    chain, key = [], entry.find(f"{W}pPr/{W}pStyle").get(f"{W}val")  # type: ignore[union-attr]
    while key in styles:
        chain.append(styles[key])
        base = styles[key].find(f"{W}basedOn")
        key = base.get(f"{W}val") if base is not None else None
    theirs = {tab.get(f"{W}pos") for style in chain for tab in style.iter(f"{W}tab")}

    assert list(own.values()).count("right") == 1
    assert theirs <= set(own)
    assert set(own.values()) <= {"right", "clear"}


def test_lists_have_bullets_where_the_house_has_none() -> None:
    parts = _written(HOUSES["bare"]())

    assert "<w:numPr>" in parts["word/document.xml"]
    assert 'w:numFmt w:val="bullet"' in parts["word/numbering.xml"]


def test_a_style_map_says_what_the_house_calls_them() -> None:
    styles = (("quotation", "Beleg"), ("heading-1", "kapitel"))
    body = _written(HOUSES["numbered headings"](), styles=styles)["word/document.xml"]

    assert '<w:pStyle w:val="Beleg"/>' in body
    assert re.search(r'<w:pStyle w:val="Kapitel"/><w:keepNext/><w:outlineLvl w:val="0"/>', body)


def test_an_unknown_style_names_the_nearest() -> None:
    wishes = WordWishes(styles=(("quotation", "Belege"),))
    with pytest.raises(UsageError, match="beleg"):
        write_docx(DOCUMENT, reference=HOUSES["numbered headings"](), wishes=wishes)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_what_is_no_word_file_is_one_sentence(data: bytes) -> None:
    with pytest.raises(UsageError, match="not a Word file"):
        write_docx(DOCUMENT, reference=data)


def test_a_briefing_of_ours_can_be_the_house(tmp_path: Path) -> None:
    briefing = write_docx(DOCUMENT).data
    again = write_docx(DOCUMENT, reference=briefing).data
    thrice = write_docx(DOCUMENT, reference=again).data
    links = _written(briefing)["word/_rels/document.xml.rels"]
    ids = re.findall(r' Id="([^"]+)"', links)

    assert len(ids) > len(DOCUMENT.blocks)
    assert len(ids) == len(set(ids))
    assert _faults(again, tmp_path) == []
    assert _faults(thrice, tmp_path) == []


def test_the_same_house_gives_the_same_bytes() -> None:
    house = HOUSES["letterhead"]()

    assert write_docx(DOCUMENT, reference=house).data == write_docx(DOCUMENT, reference=house).data
