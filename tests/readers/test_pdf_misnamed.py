"""Signs that Ghostscript calls digits are read as they are shown; what it names right stays."""

from pathlib import PurePath

import pytest

from briefing.model.source import Article
from briefing.readers import read

_CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
1 beginbfrange <20> <7e> <0020> endbfrange
6 beginbfchar <91> <0038> <92> <0039> <93> <003c> <94> <003d> <96> <0033> <97> <0034> endbfchar
endcmap end end"""
_SHOWN = "“It won’t reopen before 1998,” the minister said – so it’s in 34 of 89 papers, if 3 < 4 = true."


def _printed(producer: str) -> Article:
    """A page of Helvetica whose ToUnicode map names quotation marks and dashes as digits."""
    words = _SHOWN.encode("cp1252")
    drawn = b"BT /F 11 Tf 20 700 Td (" + words + b") Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(_CMAP), _CMAP),
        b"<</Producer(%s)>>" % producer.encode(),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    trailer = b"trailer\n<</Root 1 0 R/Info 7 0 R/Size 8>>\nstartxref\n0\n%%EOF"
    return read(b"%PDF-1.4\n" + body + trailer, PurePath("a.pdf"))[0]


def test_signs_that_ghostscript_calls_digits_are_read_as_they_are_shown() -> None:
    article = _printed("GPL Ghostscript 10.00.0")

    assert article.text == _SHOWN
    assert any("as they are shown" in notice.text for notice in article.notices)


@pytest.mark.parametrize("producer", ["Skia/PDF m120", ""])
def test_files_of_other_programs_are_believed(producer: str) -> None:
    assert "won9t" in _printed(producer).text
