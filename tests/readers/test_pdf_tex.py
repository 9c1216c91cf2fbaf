"""Letters of TeX's bitmap fonts are told by TeX's encodings; other programs' are not."""

from pathlib import PurePath

import pytest

from briefing.model.source import Article
from briefing.readers import read


def _printed(words: bytes, producer: str) -> Article:
    """A page set in a font of Type 3 whose signs are called a1, a2 …, as bitmap fonts of TeX are."""
    glyph = b"600 0 0 0 500 700 d1 0 0 500 700 re f"
    codes = sorted(set(words))
    procs = b"".join(b"/a%d 7 0 R" % code for code in codes)
    named = b"".join(b" %d/a%d" % (code, code) for code in codes)
    shown = b"BT /F 11 Tf 20 700 Td <" + words.hex().encode() + b"> Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 0"
        b"/LastChar 255/Widths[" + b"600 " * 256 + b"]/Encoding<</Type/Encoding/Differences["
        + named + b"]>>/CharProcs<<" + procs + b">>>>",
        b"<</Producer(%s)>>" % producer.encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(glyph), glyph),
    )  # fmt: skip
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    trailer = b"trailer\n<</Root 1 0 R/Info 6 0 R/Size 8>>\nstartxref\n0\n%%EOF"
    return read(b"%PDF-1.4\n" + body + trailer, PurePath("a.pdf"))[0]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param(b"\x10An o\x1ece \x1cne,\x11 he said.", "“An office fine,” he said.", id="Cork"),
        pytest.param(b"The o\x0ece is \x0cne \x7b he said.", "The office is fine – he said.", id="Knuth"),
        pytest.param(b"Pla\xe7a \xaa\xf3d\xb9 o\x1ece.", "Plaça łódź office.", id="letters"),
        pytest.param(b"Nothing odd, 3 < 4.", "Nothing odd, 3 < 4.", id="nothing odd"),
    ],
)  # fmt: skip
def test_letters_of_bitmap_fonts_are_told_by_their_encoding(words: bytes, shown: str) -> None:
    article = _printed(words, "pdfTeX-1.40.24")

    assert article.text == shown


def test_files_of_other_programs_are_left_as_they_are() -> None:
    assert "office" not in _printed(b"The o\x1ece is open.", "Quartz PDFContext").text
