"""What a Word file holds and does not show is told, wherever it is kept from view."""

import zipfile
from io import BytesIO

import pytest

from briefing.verify.word import read_word
from tests.verify.raw_word import part, word_file

SOURCES = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
WORDS = "The port will stay closed."
SHEET = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def _paragraph(properties: str = "", words: str = WORDS) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def _box(across: int, down: int = 0, wrap: str = "wrapSquare", origin: str = "page") -> str:
    """A paragraph with a text box, so many twips off the corner of the page."""
    return (
        "<w:p><w:r><w:drawing><wp:anchor>"
        f'<wp:positionH relativeFrom="{origin}"><wp:posOffset>{across * 635}</wp:posOffset>'
        f'</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{down * 635}'
        f'</wp:posOffset></wp:positionV><wp:extent cx="{3000 * 635}" cy="{600 * 635}"/>'
        f"<wp:{wrap}/><wps:wsp><wps:txbx><w:txbxContent>{_paragraph()}</w:txbxContent>"
        "</wps:txbx></wps:wsp></wp:anchor></w:drawing></w:r></w:p>"
    )


def _old_box(style: str) -> str:
    return (
        f'<w:p><w:r><w:pict><v:shape style="{style}"><v:textbox><w:txbxContent>{_paragraph()}'
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )


def _row(height: int, rule: str) -> str:
    return (
        f'<w:tbl><w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="{rule}"/></w:trPr>'
        f"<w:tc>{_paragraph()}</w:tc></w:tr></w:tbl>"
    )


def _told(body: str, styles: str = "") -> list[str]:
    paper = read_word(word_file(body + SHEET, styles))
    told = [what for paragraph in paper.paragraphs for what in paragraph.unseen]
    if not any("may cover" in what for what in told):
        assert any(line.text == WORDS for line in paper.paragraphs) != bool(told)
    return [what.partition(":")[0] for what in told]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_box(1000), id="a text box on the page"),
        pytest.param(_box(-2000, origin="margin"), id="a text box that may begin on the page"),
        pytest.param(_box(11000, origin="margin"), id="a text box that may reach the page"),
        pytest.param(_old_box("position:absolute;margin-left:60pt"), id="an old text box"),
        pytest.param(_old_box("width:3000pt"), id="an old text box in the line"),
        pytest.param(_paragraph('<w:framePr w:x="900" w:y="900" w:hAnchor="page"/>'), id="a frame"),
        pytest.param(_paragraph('<w:ind w:left="2800" w:hanging="700"/>'), id="an indent"),
        pytest.param(
            _paragraph('<w:spacing w:line="200" w:lineRule="exact"/>'), id="an exact height"
        ),
        pytest.param(
            _paragraph('<w:spacing w:line="20" w:lineRule="atLeast"/>'), id="a least height"
        ),
        pytest.param(_row(20, "atLeast"), id="a row that grows"),
    ],
)
def test_what_is_shown_is_not_told(body: str) -> None:
    assert _told(body) == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_box(11_906), id="right of the page"),
        pytest.param(_box(-3001), id="left of the page"),
        pytest.param(_box(0, 20_000), id="below the page"),
        pytest.param(_box(0, -700), id="above the page"),
        pytest.param(_old_box("position:absolute;margin-left:900pt"), id="an old text box"),
        pytest.param(
            _old_box("position:absolute;margin-left:-30in;width:2in"), id="an old one, left"
        ),
        pytest.param(
            _paragraph('<w:framePr w:w="900" w:x="-950" w:hAnchor="page"/>'), id="a frame"
        ),
        pytest.param(_paragraph('<w:ind w:left="12000"/>'), id="an indent"),
        pytest.param(_paragraph('<w:ind w:start="-24000"/>'), id="a negative indent"),
        pytest.param(_paragraph('<w:pStyle w:val="Away"/>'), id="a frame by its style"),
    ],
)
def test_what_lies_off_the_page_is_told(body: str) -> None:
    style = '<w:pPr><w:framePr w:y="17000" w:vAnchor="page"/></w:pPr>'
    styles = f'<w:style w:styleId="Away"><w:name w:val="Away"/>{style}</w:style>'

    assert _told(body, styles) == ["text off the page"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_paragraph('<w:spacing w:line="20" w:lineRule="exact"/>'), id="a paragraph"),
        pytest.param(_row(20, "exact"), id="a row"),
    ],
)
def test_lines_that_show_nothing_are_told(body: str) -> None:
    assert _told(body) == ["text in lines too low to show it"]


@pytest.mark.parametrize(
    ("properties", "told"),
    [
        pytest.param('<w:w w:val="1"/>', ["text too small to read"], id="one per cent wide"),
        pytest.param('<w:w w:val="66"/>', [], id="two thirds wide"),
        pytest.param('<w:sz w:val="2"/>', ["text too small to read"], id="one point"),
        pytest.param('<w:sz w:val="16"/>', [], id="eight points"),
        pytest.param(
            '<w:spacing w:val="-80"/>', ["letters set on one another"], id="drawn together"
        ),
        pytest.param('<w:spacing w:val="-20"/>', [], id="a point closer"),
        pytest.param('<w:position w:val="-60"/>', ["text moved off its line"], id="far below"),
        pytest.param('<w:position w:val="12"/>', [], id="raised"),
        pytest.param(
            '<w:rFonts w:ascii="Wingdings"/>',
            ["letters that a font of signs shows as others"],
            id="other signs",
        ),
        pytest.param('<w:rFonts w:ascii="Arial" w:cs="Wingdings"/>', [], id="letters"),
        pytest.param('<w:rFonts w:ascii="Symbol" w:asciiTheme="minorHAnsi"/>', [], id="a theme"),
        pytest.param("<w:strike/>", ["text struck out"], id="struck"),
        pytest.param("<w:dstrike/>", ["text struck out"], id="struck twice"),
        pytest.param('<w:strike w:val="0"/>', [], id="struck no more"),
        pytest.param(
            '<w:color w:val="1F4E79"/><w:shd w:fill="204F7A"/>',
            ["text of the colour of its ground"],
            id="as dark as its ground",
        ),
        pytest.param(
            '<w:color w:val="000000"/><w:highlight w:val="black"/>',
            ["text of the colour of its ground"],
            id="blackened",
        ),
        pytest.param('<w:color w:val="000000"/><w:highlight w:val="yellow"/>', [], id="marked"),
        pytest.param('<w:color w:val="FFFFFF"/><w:shd w:fill="1F4E79"/>', [], id="white on dark"),
        pytest.param('<w:color w:val="auto"/><w:shd w:fill="000000"/>', [], id="its own choice"),
    ],
)
def test_letters_that_nobody_can_read_are_told(properties: str, told: list[str]) -> None:
    body = f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{WORDS}</w:t></w:r></w:p>"

    assert _told(body) == told


def test_an_ornament_hides_no_words() -> None:
    run = '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>n </w:t></w:r>'

    (line,) = read_word(word_file(f"<w:p>{run}<w:r><w:t>{WORDS}</w:t></w:r></w:p>")).paragraphs

    assert (line.text, line.unseen) == (f"n {WORDS}", ())


def test_signs_of_a_style_hide_words_where_the_run_has_no_letters_of_its_own() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Webdings"/></w:rPr>'
    styles = f'<w:style w:styleId="Sign"><w:name w:val="Sign"/>{font}</w:style>'
    letters = '<w:rFonts w:ascii="Arial"/>'
    run = '<w:p><w:pPr><w:pStyle w:val="Sign"/></w:pPr><w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r></w:p>'

    assert _told(run.format("", WORDS), styles) == ["letters that a font of signs shows as others"]
    assert _told(run.format(letters, WORDS), styles) == []


@pytest.mark.parametrize(
    ("direction", "words", "told"),
    [
        pytest.param("rtl", WORDS, ["text set from its end to its beginning"], id="Latin"),
        pytest.param("ltr", WORDS, [], id="as it runs"),
        pytest.param("ltr", "הנמל", ["text set from its end to its beginning"], id="Hebrew"),
        pytest.param("rtl", "הנמל", [], id="Hebrew as it runs"),
    ],
)
def test_words_whose_direction_is_turned_round_are_told(
    direction: str, words: str, told: list[str]
) -> None:
    run = f"<w:r><w:t>{words}</w:t></w:r>"
    plain = "<w:r><w:t>Not turned.</w:t></w:r>"

    (line,) = read_word(
        word_file(f'<w:p><w:bdo w:val="{direction}">{run}</w:bdo>{plain}</w:p>')
    ).paragraphs

    assert line.text == ("Not turned." if told else f"{words}Not turned.")
    assert [what.partition(":")[0] for what in line.unseen] == told


def test_the_ground_of_a_paragraph_hides_its_words_too() -> None:
    words = f'<w:r><w:rPr><w:color w:val="800000"/></w:rPr><w:t>{WORDS}</w:t></w:r>'
    body = f'<w:p><w:pPr><w:shd w:fill="7F0000"/></w:pPr>{words}</w:p>'

    assert _told(body) == ["text of the colour of its ground"]


def test_parts_that_word_makes_itself_are_no_manifests() -> None:
    data = BytesIO(word_file(_paragraph()))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("customXml/item1.xml", f'<b:Sources xmlns:b="{SOURCES}"/>')
        package.writestr("customXml/item2.xml", '<proof xmlns="urn:of:somebody">all proven</proof>')

    (finding,) = read_word(data.getvalue()).findings

    assert finding.text == "the part customXml/item2.xml is no manifest; not used"


def test_a_text_box_that_the_text_does_not_make_way_for_is_told() -> None:
    assert _told(_box(1000, wrap="wrapNone")) == ["a text box that may cover other text"]


def test_a_larger_page_shows_more() -> None:
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'

    (_, box) = read_word(word_file(_box(12_000) + wide)).paragraphs[::-1]

    assert box.unseen == ()


@pytest.mark.parametrize(
    ("kind", "inside", "place"),
    [
        pytest.param("footnotes", '<w:footnote w:id="1">{}</w:footnote>', "footnotes", id="notes"),
        pytest.param("header", "{}", "default header", id="a header"),
    ],
)
def test_hidden_text_beside_the_body_is_told(kind: str, inside: str, place: str) -> None:
    words = f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{WORDS}</w:t></w:r></w:p>"
    body = f'{_paragraph()}<w:sectPr><w:headerReference r:id="header" w:type="default"/></w:sectPr>'
    inner = part(kind.removesuffix("er") if kind == "header" else kind, inside.format(words))

    (finding,) = read_word(word_file(body, **{kind: inner})).findings

    assert (finding.kind, finding.place, finding.grave) == ("unseen", f"the {place}", True)
    assert finding.text == f"hidden text: “{WORDS}”"
