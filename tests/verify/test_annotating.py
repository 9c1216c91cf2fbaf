"""A copy with comments is a Word file that programs open, and says where what does not hold."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from briefing.model.brief import Brief
from briefing.model.report import Standing
from briefing.verify.annotating import annotate
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.workflow.verify import check_signed, sign_manifest, verify, write_page

SAMPLES = Path(__file__).resolve().parents[2] / "seeds" / "articles"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word briefing in which one figure was changed."""
    folder = tmp_path_factory.mktemp("annotated")
    build(Order(Brief(date=date(2024, 4, 12)), (SAMPLES,), (folder / "brief.docx",)))
    with (
        zipfile.ZipFile(folder / "brief.docx") as old,
        zipfile.ZipFile(folder / "changed.docx", "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"19 hours behind", b"29 hours behind", 1)
            new.writestr(name, content)
    return folder / "changed.docx"


def test_each_place_that_does_not_hold_has_a_comment(changed: Path) -> None:
    (report,) = verify([changed], [SAMPLES])

    copy = docx.Document(BytesIO(annotate(changed.read_bytes(), report.verdicts)))

    (comment,) = list(copy.comments)
    assert comment.text.startswith("Altered: “29” is printed where the source has “19”.")
    marked = [it for it in copy.paragraphs if "commentRangeStart" in it._p.xml]
    assert ["29 hours behind" in it.text for it in marked] == [True]


def test_a_copy_says_what_the_file_says(changed: Path, tmp_path: Path) -> None:
    (report,) = verify([changed], [SAMPLES])
    copy = tmp_path / "copy.docx"
    copy.write_bytes(annotate(changed.read_bytes(), report.verdicts))

    (again,) = verify([copy], [SAMPLES])

    assert again.verdicts == report.verdicts


def test_the_page_marks_what_differs(changed: Path, tmp_path: Path) -> None:
    write_page(tmp_path / "proof.html", verify([changed], [SAMPLES]))

    page = (tmp_path / "proof.html").read_text(encoding="utf-8")
    assert "<mark>29</mark> hours" in page
    assert "<mark>19</mark> hours" in page
    assert "<script" not in page


def test_a_signature_holds_for_its_manifest_alone(changed: Path, tmp_path: Path) -> None:
    key = tmp_path / "key.pem"
    key.write_bytes(KEY)
    brief, signature = changed.with_name("brief.docx"), tmp_path / "brief.docx.sig"
    sign_manifest(brief, key, signature)
    assert check_signed(brief, signature).holds

    forged = tmp_path / "forged.docx"
    with zipfile.ZipFile(brief) as old, zipfile.ZipFile(forged, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"19 hours", b"29 hours"))

    assert not check_signed(forged, signature).holds
    assert Standing.PROVEN not in {it.standing for it in verify([forged])[0].verdicts}


KEY = b"""-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f
-----END PRIVATE KEY-----
"""
"""The private key whose bytes count from 0 to 31; nobody's."""
