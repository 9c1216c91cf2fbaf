"""Every template, with one theme to all, in every house's style: valid by the rules of the Open XML SDK."""

from datetime import date
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from briefing.model.brief import Brief, Note
from briefing.model.document import Document
from briefing.model.output import WordWishes
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.writers.word import write_docx
from tests.house.code import ROOT
from tests.writers.houses import HOUSES

TEMPLATES = ("full", "one-page", "talking-points")
THEMES = ((), ("china",), ("china", "industry"))
STYLES = (None, *HOUSES)
FIELDS = ("", "zotero", "word")
DOCUMENTS = [(template, themes) for template in TEMPLATES for themes in THEMES]
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
        (template, themes): build(
            Order(
                Brief(
                    date=date(2026, 11, 24), title="Harbours", author="Moss", marking="TLP:RED",
                    template=template, themes=themes, notes=(note,),
                ),
                (ROOT / "seeds" / "articles",),
                (target,),
            )
        ).document
        for template, themes in DOCUMENTS
    }  # fmt: skip


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
