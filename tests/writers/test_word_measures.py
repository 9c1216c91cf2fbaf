"""How far from the edge a style sets its paragraphs."""

import pytest

from briefing.writers.word.measures import StyleBook

LISTS = (
    '<w:numbering><w:abstractNum w:abstractNumId="4">'
    '<w:lvl w:ilvl="0"><w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:pPr><w:ind w:left="720" w:hanging="260"/></w:pPr></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
)
LISTED = '<w:numPr><w:numId w:val="7"/></w:numPr>'
DEEPER = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>'
UNKNOWN = '<w:numPr><w:numId w:val="9"/></w:numPr>'


@pytest.mark.parametrize(
    ("base", "own", "direct", "left"),
    [
        pytest.param("", LISTED, "", 18, id="of its list"),
        pytest.param("", DEEPER, "", 36, id="of its level"),
        pytest.param("", "", DEEPER, 36, id="of the paragraph's list"),
        pytest.param("", f'{LISTED}<w:ind w:left="100"/>', "", 5, id="its own before its list's"),
        pytest.param('<w:ind w:left="100"/>', LISTED, "", 18, id="its list's before its base's"),
        pytest.param(LISTED, "", "", 18, id="of its base's list"),
        pytest.param("", UNKNOWN, "", 0, id="a list that is not there"),
    ],
)
def test_a_list_stands_as_far_in_as_its_numbering_says(
    base: str, own: str, direct: str, left: float
) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}">{more}<w:pPr>{told}</w:pPr></w:style>'
        for key, more, told in (("B", "", base), ("L", '<w:basedOn w:val="B"/>', own))
    )
    shapes = StyleBook(styles, "", lists=LISTS).shapes({"list": "L"}, {"list": direct})

    assert shapes["list"].left == left
