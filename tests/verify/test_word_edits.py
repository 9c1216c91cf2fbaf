"""What an editor may do to a quotation of a Word file without a change of its words is told."""

import pytest

from briefing.verify.word import read_word
from tests.verify.raw_word import part, word_file

STYLES = '<w:style w:styleId="Quote"><w:name w:val="Quote"/></w:style>'
BEFORE, BEHIND = "The port will ", "stay closed."
FILL = "<a:solidFill><a:srgbClr val='FFFFFF'/></a:solidFill>"
OUTLINE = f"<a:noFill/><a:ln>{FILL}</a:ln>"
CHOICE = "<mc:AlternateContent><mc:Choice Requires='{}'>{}</mc:Choice>{}</mc:AlternateContent>"


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def quotation(between: str, properties: str = "") -> str:
    style = f"<w:pPr><w:pStyle w:val='Quote'/>{properties}</w:pPr>"
    return f"<w:p>{style}{run(BEFORE)}{between}{run(BEHIND)}</w:p>"


def shape(fill: str = FILL, wrap: str = "wrapNone", behind: int = 0, height: int = 190_500) -> str:
    return (
        f"<w:r><w:drawing><wp:anchor behindDoc='{behind}'><wp:extent cx='900000' cy='{height}'/>"
        f"<wp:{wrap}/><a:graphic><a:graphicData uri='x'><wps:wsp><wps:spPr>{fill}</wps:spPr></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def old_shape(style: str = "", inside: str = "", filled: str = "t") -> str:
    where = f"position:absolute;width:90pt;height:14pt;{style}"
    return (
        f"<w:r><w:pict><v:rect style='{where}' filled='{filled}'>{inside}</v:rect></w:pict></w:r>"
    )


def read(body: str, **others: str) -> tuple[str, list[str]]:
    """The words of the first paragraph, and what is told of any."""
    lines = read_word(word_file(body, STYLES, **others)).paragraphs
    told = [what.partition(":")[0] for line in lines for what in line.unseen]
    return lines[0].text, told


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("<m:oMath><m:r><m:t>not </m:t></m:r></m:oMath>", id="a formula"),
        pytest.param(f"<w:sdt><w:sdtContent>{run('not ')}</w:sdtContent></w:sdt>", id="a control"),
        pytest.param(
            f"<w:ins w:id='1' w:author='A'>{run('not ')}</w:ins>", id="a tracked insertion"
        ),
        pytest.param(f"<w:fldSimple w:instr='QUOTE'>{run('not ')}</w:fldSimple>", id="a field"),
    ],
)
def test_words_put_in_by_other_means_are_read_as_the_page_shows_them(between: str) -> None:
    assert read(quotation(between)) == (f"{BEFORE}not {BEHIND}", [])


@pytest.mark.parametrize(
    ("body", "told"),
    [
        pytest.param(quotation(run("never ", "<w14:textFill><w14:noFill/></w14:textFill>")),
                     "hidden text", id="letters without a fill"),
        pytest.param(
            quotation(run("never ", "<w14:textFill><w14:solidFill><w14:srgbClr w14:val='FFFFFF'/>"
                                    "</w14:solidFill></w14:textFill>")),
            "white text", id="letters filled white"),
        pytest.param(quotation(run("never ", "<w:color w:val='EEEEEE'/>")), "white text",
                     id="nearly white"),
        pytest.param(quotation(run("never ", "<w:color w:val='000000' w:themeColor='background1'/>")),
                     "white text", id="white by the theme"),
        pytest.param(quotation(run("never ", "<w:sz w:val='8'/>")), "text too small to read",
                     id="four points"),
        pytest.param(quotation(run("never ", "<w:fitText w:val='60'/>")), "text too small to read",
                     id="made to fit nothing"),
        pytest.param(f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{quotation('')}</w:tc></w:tr></w:tbl>",
                     "text in lines too low to show it", id="a hidden row"),
    ],
)  # fmt: skip
def test_words_kept_from_view_are_told_and_not_read(body: str, told: str) -> None:
    words, found = read(body)

    assert "never" not in words
    assert set(found) == {told}


@pytest.mark.parametrize(
    "properties",
    [
        pytest.param("<w:webHidden/>", id="hidden on the web alone"),
        pytest.param("<w:color w:val='7F7F7F' w:themeColor='background1' w:themeShade='7F'/>",
                     id="the theme's grey"),
        pytest.param("<w14:textOutline><w14:noFill/></w14:textOutline>", id="no outline"),
        pytest.param("<w:color w:val='FFC000'/>", id="amber"),
        pytest.param("<w:sz w:val='10'/>", id="five points"),
        pytest.param("<w:fitText w:val='600'/>", id="made to fit"),
        pytest.param("<w:rtl w:val='0'/>", id="read from the left"),
    ],
)  # fmt: skip
def test_words_that_are_seen_are_read(properties: str) -> None:
    assert read(quotation(run("never ", properties))) == (f"{BEFORE}never {BEHIND}", [])


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(shape(), id="a shape"),
        pytest.param(shape("<pic:pic><a:blip/></pic:pic>"), id="a picture"),
        pytest.param(shape(wrap="inlineNothing"), id="one that says nothing of the text"),
        pytest.param(old_shape(), id="an old shape"),
        pytest.param(old_shape(inside="<w10:wrap type='none'/>"), id="an old one that says so"),
    ],
)
def test_a_shape_that_may_lie_over_words_is_told(drawing: str) -> None:
    body = f"<w:p>{run(BEFORE)}{run(BEHIND)}{drawing}</w:p>"

    assert read(body) == (BEFORE + BEHIND, ["a picture or a shape that may cover text"])


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(shape(behind=1), id="behind the text"),
        pytest.param(shape(wrap="wrapSquare"), id="with room of its own"),
        pytest.param(shape(OUTLINE), id="an outline"),
        pytest.param(shape(height=12_700), id="a line"),
        pytest.param(old_shape("z-index:-2"), id="an old one behind the text"),
        pytest.param(old_shape(inside="<w10:wrap type='square'/>"), id="an old one with room"),
        pytest.param(old_shape(filled="f"), id="an old outline"),
        pytest.param(shape().replace("anchor", "inline"), id="in the line"),
    ],
)
def test_a_shape_that_covers_nothing_is_not_told(drawing: str) -> None:
    assert read(f"<w:p>{run(BEFORE)}{run(BEHIND)}{drawing}</w:p>")[1] == []


def test_a_picture_among_the_words_quoted_is_told_and_one_beside_them_is_not() -> None:
    drawing = shape(wrap="wrapSquare").replace("anchor", "inline")

    assert read(quotation(drawing))[1] == ["a picture or a box among the words quoted"]
    for beside in (("</w:pPr>", f"</w:pPr>{drawing}"), ("</w:p>", f"{drawing}</w:p>")):
        assert read(quotation("").replace(*beside))[1] == []


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        pytest.param(CHOICE.format("wps", run("not "), f"<mc:Fallback>{run('now ')}</mc:Fallback>"),
                     ["other words in programs that know less"], id="two wordings"),
        pytest.param(CHOICE.format("wps", run("not "), f"<mc:Fallback>{run('not ')}</mc:Fallback>"), [],
                     id="the same in both"),
        pytest.param(CHOICE.format("wps", run("not "), "<mc:Fallback/>"), [], id="a picture instead"),
        pytest.param(CHOICE.format("zz", run("not "), ""), ["words that Word does not show"],
                     id="for a program that nobody has"),
    ],
)  # fmt: skip
def test_words_that_only_some_programs_show_are_told(choice: str, told: list[str]) -> None:
    assert read(quotation(choice)) == (f"{BEFORE}not {BEHIND}", told)


def test_a_place_with_two_wordings_within_another_stands_for_its_first() -> None:
    both = f"<mc:Fallback>{run('now ')}</mc:Fallback>"
    inner = CHOICE.format("wps", run("now "), both)
    outer = CHOICE.format(
        "wps", run("not ") + inner, f"<mc:Fallback>{run('not now ')}</mc:Fallback>"
    )

    assert read(quotation(outer)) == (f"{BEFORE}not now {BEHIND}", [])


def test_words_that_a_list_sets_before_a_quotation_are_told() -> None:
    levels = "<w:lvl w:ilvl='0'><w:lvlText w:val='{}'/></w:lvl>"
    numbering = part("numbering", (
        f"<w:abstractNum w:abstractNumId='3'>{levels.format('It is false that')}</w:abstractNum>"
        f"<w:abstractNum w:abstractNumId='4'>{levels.format('%1.')}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='3'/></w:num>"
        "<w:num w:numId='2'><w:abstractNumId w:val='4'/></w:num>"
    ))  # fmt: skip
    item = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{}'/></w:numPr>"

    said, plain = (
        read(quotation("", item.format(number)), numbering=numbering)[1] for number in (1, 2)
    )

    assert (said, plain) == (["words that a list sets before those quoted"], [])


def test_words_set_as_if_they_were_read_from_the_right_are_told() -> None:
    turned = run("12 – 14 ships ", "<w:rtl/>")

    assert read(quotation(turned))[1] == ["words set as if they were read from the right"]
    assert read(quotation(turned + run("הנמל")))[1] == []


def test_a_style_sets_words_from_the_right_too() -> None:
    styles = f"{STYLES}<w:style w:styleId='Turned'><w:rPr><w:rtl/></w:rPr></w:style>"
    properties = "<w:rStyle w:val='Turned'/>"
    (turned,) = read_word(word_file(quotation(run("12 – 14 ", properties)), styles)).paragraphs
    (back,) = read_word(
        word_file(quotation(run("12 – 14 ", f"{properties}<w:rtl w:val='0'/>")), styles)
    ).paragraphs

    assert [what.partition(":")[0] for what in turned.unseen] == [
        "words set as if they were read from the right"
    ]
    assert back.unseen == ()


@pytest.mark.parametrize(
    ("arrives", "told"),
    [
        pytest.param("", ["a tracked deletion"], id="nowhere"),
        pytest.param(f"<w:p><w:moveTo w:id='2'>{run('not ')}</w:moveTo></w:p>", [], id="below"),
    ],
)
def test_words_that_were_moved_away_and_stand_nowhere_are_told(
    arrives: str, told: list[str]
) -> None:
    body = quotation(f"<w:moveFrom w:id='1'>{run('not ')}</w:moveFrom>") + arrives

    assert read(body) == (f"{BEFORE}{BEHIND}", told)
