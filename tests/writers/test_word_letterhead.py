"""How high headers and footers are, and what that leaves for the text."""

import pytest

from briefing.model.look import Look
from briefing.writers.word.furniture import furnish
from briefing.writers.word.letterhead import height
from briefing.writers.word.measures import StyleBook
from briefing.writers.word.rooms import Rooms, rooms_of
from briefing.writers.word.sheet import sheet_of
from briefing.writers.word.skeleton import open_skeleton
from tests.hostile import full_of
from tests.writers.houses import HOUSES

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
STYLES = (
    '<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
    '<w:pPr><w:spacing w:line="200" w:lineRule="exact"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Spaced"/>'
    '<w:pPr><w:spacing w:before="100" w:after="40" w:line="200" w:lineRule="exact"/></w:pPr></w:style>'
    "</w:styles>"
)
BOOK = StyleBook(STYLES, "")
LINE, SPACED = "<w:p/>", '<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr></w:p>'


def _cell(*blocks: str) -> str:
    return f"<w:tc>{''.join(blocks)}</w:tc>"


def _anchored(wrap: str, place: str) -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:anchor distB="0"><wp:positionV relativeFrom="{place}">'
        '<wp:posOffset>254000</wp:posOffset></wp:positionV><wp:extent cx="1" cy="1270000"/>'
        f"<wp:{wrap}/></wp:anchor></w:drawing></w:r></w:p>"
    )


INLINE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="635000"/></wp:inline></w:drawing></w:r>'
    "</w:p>"
)
ROW = '<w:trPr><w:trHeight w:val="600"{}/></w:trPr>'


@pytest.mark.parametrize(
    ("blocks", "high"),
    [
        pytest.param(LINE * 3, 30, id="lines"),
        pytest.param(SPACED + SPACED, 32, id="the larger of two spaces between paragraphs"),
        pytest.param("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", 20, id="a break"),
        pytest.param(f"<w:p><w:r><w:t>{'harbour ' * 40}</w:t></w:r></w:p>", 40, id="long words"),
        pytest.param("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", 10, id="tabs"),
        pytest.param(INLINE, 52.5, id="a picture in a line"),
        pytest.param(
            f"<w:tbl><w:tr>{_cell(LINE)}{_cell(LINE, LINE)}</w:tr></w:tbl>{LINE}", 30,
            id="a row as high as its highest cell",
        ),
        pytest.param(f"<w:tbl><w:tr>{ROW.format('')}{_cell(LINE)}</w:tr></w:tbl>", 30,
                     id="a row of a least height"),
        pytest.param(
            f"<w:tbl><w:tr>{ROW.format(' w:hRule=' + chr(34) + 'exact' + chr(34))}"
            f"{_cell(LINE * 9)}</w:tr></w:tbl>", 30, id="a row of an exact height",
        ),
        pytest.param(f"<w:sdt><w:sdtContent>{LINE}</w:sdtContent></w:sdt>", 10, id="a control"),
        pytest.param(_anchored("wrapTopAndBottom", "page") + LINE, 110, id="kept clear of"),
        pytest.param(_anchored("wrapTopAndBottom", "paragraph") + LINE, 140, id="hung on its words"),
        pytest.param(_anchored("wrapNone", "page") + LINE, 20, id="behind the words"),
    ],
)  # fmt: skip
def test_what_stands_in_a_letterhead_is_as_high_as_word_sets_it(blocks: str, high: float) -> None:
    part = f"<w:hdr {W} {WP}>{blocks}</w:hdr>".encode()

    assert height(part, BOOK, 400.0, 30.0) == pytest.approx(high)


SECTION = (
    '<w:sectPr>{}<w:pgSz w:w="12000" w:h="16000"/>'
    '<w:pgMar w:top="{}" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500"/>'
    "{}</w:sectPr>"
)


@pytest.mark.parametrize(
    ("columns", "widths"),
    [
        pytest.param("", (10000,), id="one"),
        pytest.param('<w:cols w:num="3" w:space="500"/>', (3000,) * 3, id="as wide as each other"),
        pytest.param(
            '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="6000" w:space="400"/>'
            '<w:col w:w="3600"/></w:cols>', (6000, 3600), id="each its own",
        ),
    ],
)  # fmt: skip
def test_the_widths_of_columns(columns: str, widths: tuple[int, ...]) -> None:
    assert sheet_of(SECTION.format("", 1000, columns)).columns == widths


def _rooms(house: str | None, look: Look | None = None) -> Rooms:
    skeleton = open_skeleton(HOUSES[house]() if house else None, {}, look or Look())
    furnish(skeleton, full_of("words"))
    return rooms_of(skeleton, sheet_of(skeleton.section))


def test_a_header_higher_than_the_margin_pushes_the_text_down() -> None:
    high, margin = 27.94 / 2.54 * 72, 2.0 / 2.54 * 72

    assert _rooms("tall head").other < high - 2 * margin - 80


def test_each_kind_of_page_has_its_own_header() -> None:
    rooms = _rooms("tall first page")

    assert rooms.first < rooms.other == rooms.even
    assert (rooms.of(1), rooms.of(2), rooms.of(3)) == (rooms.first, rooms.even, rooms.other)


def test_our_own_header_counts_where_a_look_leaves_it_no_room() -> None:
    roomy, narrow = _rooms(None), _rooms(None, Look(top=20.0))

    assert roomy.other == pytest.approx(841.9 - 84 - 78, abs=1.5)
    assert roomy.other < narrow.other < 841.9 - 20 - 78 - 20
