"""Text copies of pages, written anew in the encodings of old programs: they read as they were.

The floors are what is reached, rounded down; they only rise.
"""

from pathlib import Path

import pytest

from briefing.text.decoding import decode, tidy

_KEPT = 0.99
"""Least share of a copy that an encoding has signs for; the rest is left out of it."""


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "iso-8859-15", "mac_roman"])
def test_copies_of_pages_in_western_encodings(shared: Path, codec: str) -> None:
    seen = right = 0
    for form in ("txt_layout", "txt_flat"):
        for file in sorted((shared / "data" / "publisher-pages" / form).iterdir()):
            text = tidy(file.read_text(encoding="utf-8"))[0]
            data = text.encode(codec, "ignore")
            if data.isascii() or len(data) < _KEPT * len(text):
                continue
            seen += 1
            right += decode(data).text == tidy(data.decode(codec))[0]

    assert seen > 200
    assert right / seen >= 0.99
