"""A correction that a source notes stands in its entry and at every excerpt of it, in every format."""

import re
import zipfile
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from briefing.model.brief import Brief
from briefing.workflow.build import build
from briefing.workflow.inspect import show_sources
from briefing.workflow.order import Order
from briefing.workflow.verify import verify

NOTE = "Correction: The ships will be built in Lund, not in Malmö."
ARTICLE = f"""Shipyards to share missile production

By Ada Moss

3 May 2024

The defence ministry said on Monday that shipyards in both countries will produce missiles together.

Officials of the defence industry forum want the first missiles from the new production line next year.

Analysts said that the shipyards lack welders, and that defence production will be slow to grow.

{NOTE}
"""


def _words(path: Path) -> str:
    match path.suffix:
        case ".docx":
            with zipfile.ZipFile(path) as package:
                parts = [name for name in package.namelist() if name.endswith("notes.xml")]
                xml = [package.read(name).decode() for name in ("word/document.xml", *parts)]
            found = re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", "".join(xml)))
        case ".pdf":
            pages = pypdfium2.PdfDocument(path)
            found = "\n".join(page.get_textpage().get_text_range() for page in pages)
        case _:
            found = path.read_text(encoding="utf-8")
    return " ".join(found.split())


@pytest.mark.parametrize("ending", [".md", ".docx", ".pdf"])
def test_a_correction_follows_the_excerpts(ending: str, tmp_path: Path) -> None:
    (tmp_path / "yards.txt").write_text(ARTICLE, encoding="utf-8")
    made = tmp_path / f"brief{ending}"
    brief = Brief(date=date(2024, 5, 6), themes=("industry",), template="full")

    build(Order(brief, (tmp_path / "yards.txt",), (made,)))

    words = _words(made)
    assert f"The document says that it was corrected: “{NOTE}”" in words
    assert words.count("(corrected; see its entry)") >= 1
    if ending != ".md":
        assert all(report.is_clean for report in verify([made], [tmp_path / "yards.txt"]))


@pytest.mark.parametrize("template", ["full", "one-page", "talking-points"])
@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_what_was_withdrawn_says_so_above_its_words(
    ending: str, template: str, tmp_path: Path
) -> None:
    note = "Retraction: Our paper has withdrawn this report, which no record bears out."
    (tmp_path / "yards.txt").write_text(ARTICLE.replace(NOTE, note), encoding="utf-8")
    made = tmp_path / f"brief{ending}"
    brief = Brief(date=date(2024, 5, 6), themes=("industry",), template=template)

    build(Order(brief, (tmp_path / "yards.txt",), (made,)))

    assert "3 May 2024 · withdrawn by its publisher" in _words(made)
    assert all(report.is_clean for report in verify([made], [tmp_path / "yards.txt"]))


def test_sources_tell_of_a_correction(tmp_path: Path) -> None:
    (tmp_path / "yards.txt").write_text(ARTICLE, encoding="utf-8")
    [source] = show_sources([tmp_path], []).report["sources"]

    assert [(said["text"], said["kind"]) for said in source["amendments"]] == [(NOTE, "correction")]
    assert [part["kind"] for part in source["passages"] if part["text"] == NOTE] == ["note"]
