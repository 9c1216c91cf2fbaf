"""The house of a page is who publishes it, not whose pictures it shows."""

import pytest

from briefing.cleaning.houses import is_outlet_name, own_house
from briefing.model.source import Kind
from tests.readers.told import PARAGRAPHS, TITLE, read_source


@pytest.mark.parametrize(
    ("line", "house"),
    [
        pytest.param(
            "© Copyright 2024 The Harbour Gazette Inc.", "The Harbour Gazette", id="said twice"
        ),
        pytest.param("© 2024 Harbour Gazette. All rights reserved.", "Harbour Gazette", id="own"),
        pytest.param("Copyright 2024 Harbour Gazette", "Harbour Gazette", id="in words"),
        pytest.param("Image copyright Getty Images Image caption The quay", None, id="a picture's"),
        pytest.param("Image copyright AFP Image caption The quay", None, id="an agency's picture"),
        pytest.param("© Moss Pictures", None, id="who sells pictures"),
        pytest.param("The quay in 2024. © Harbour Gazette", None, id="behind a caption"),
        pytest.param("2024 © Harbour Gazette", "Harbour Gazette", id="with the year before"),
        pytest.param("© All Rights Reserved Moss Institute 2024", "Moss Institute", id="rights"),
        pytest.param(
            "Copyright © 2024 MGZ. The MGZ links to others.", "MGZ", id="a sentence behind"
        ),
        pytest.param("© 2024 Casa de Moss. Todos os direitos", "Casa de Moss", id="small words"),
        pytest.param("© 2024 The Moss (Lund) Private Ltd.", "The Moss (Lund)", id="a place within"),
        pytest.param("© 2024 Moss Media Group Ltd", "Moss Media Group", id="its legal form"),
        pytest.param("Copyright © 모스일보", "모스일보", id="another script"),
        pytest.param(
            "저작권자 © 모스일보 무단전재 및 재배포 금지", "모스일보", id="Korean, and a warning"
        ),
        pytest.param("海港日报版权所有", "海港日报", id="Chinese, before the rights"),
        pytest.param("版权所有：海港网", "海港网", id="Chinese, behind the rights"),
        pytest.param("Copyright © 2024 海港网 版权所有", "海港网", id="in both languages"),
        pytest.param("版权所有 未经授权不得转载", None, id="Chinese, of nobody"),
        pytest.param(
            "© 2024 Amt für Hafen und Handel", "Amt für Hafen und Handel", id="two of them"
        ),
        pytest.param(
            "© 2024 Amt für Hafen, Handel und Fischerei",
            "Amt für Hafen, Handel und Fischerei",
            id="a list within",
        ),
        pytest.param("© 2024 Moss A/S. All rights reserved", "Moss", id="a form with a stroke"),
        pytest.param(
            "Tous droits réservés © Société Moss\u2011Lund 2024",
            "Société Moss\u2011Lund",
            id="hyphen",
        ),
        pytest.param("© 2024 SHIPS AND HARBOURS FOR ALL OF MOSS", None, id="a motto"),
        pytest.param("© 2015 Moss Society Copyright © 2022 Moss", "Moss Society", id="two rights"),
    ],
)
def test_a_copyright_line_names_the_house_of_the_page(line: str, house: str | None) -> None:
    found = own_house(line, Kind.BOILERPLATE, opens=False)

    assert (found.name if found else None) == house


@pytest.mark.parametrize(
    ("line", "foot", "house"),
    [
        pytest.param("© Ada Moss", False, None, id="a photographer's"),
        pytest.param("© AFP", False, None, id="an agency's picture"),
        pytest.param("© Lund Polizei", False, None, id="an office's picture"),
        pytest.param("© Lund Tourism / Ada Moss", True, None, id="an office's and who took it"),
        pytest.param("© 2024 Lund Free Beacon", True, "Lund Free Beacon", id="at the foot"),
        pytest.param("© 2024 Moss Verlag GmbH", True, None, id="a company's"),
        pytest.param("© Alle Rechte vorbehalten", True, None, id="nobody's"),
        pytest.param("© Harbour Gazette 2024", True, "Harbour Gazette", id="with a year behind"),
    ],
)
def test_a_copyright_line_may_name_others(line: str, foot: bool, house: str | None) -> None:
    found = own_house(line, Kind.BOILERPLATE, opens=False, foot=foot)

    assert (found.name if found else None) == house


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Harbour Gazette", True), ("la Gazette", True), ("n-lund.de", True), ("Politik", False),
     ("what comes next", False), ("in Lund", False)],
)  # fmt: skip
def test_what_ends_a_pages_title_is_an_outlet_a_section_or_words(
    name: str, *, is_one: bool
) -> None:
    assert is_outlet_name(name) is is_one


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("جميع الحقوق محفوظة © 2027 صحيفة المضيق", "صحيفة المضيق"),
        ("© 2027 صحيفة المضيق. جميع الحقوق محفوظة", "صحيفة المضيق"),
        ("© جميع الحقوق محفوظة 2027", None),
    ],
)
def test_an_arabic_copyright_line_names_the_house(words: str, name: str | None) -> None:
    sign = own_house(words, Kind.BOILERPLATE, opens=False)

    assert (sign.name if sign else None) == name


def test_whose_pictures_a_page_shows_is_no_house_where_they_are_several() -> None:
    text = "\n\n".join(["© Ada Moss", TITLE, *PARAGRAPHS, "© Moss Verein", "© Lund Verein"])

    assert read_source(text, "a.txt").publisher is None


@pytest.mark.parametrize(
    ("foot", "publisher"),
    [
        pytest.param("© 2024 Lund Holding Limited. All rights reserved.", None, id="an owner"),
        pytest.param(
            "© 2024 Lund Gazette Limited. All rights reserved.", "Lund Gazette", id="a paper"
        ),
        pytest.param("© 2024 Lund Limited · www.lund.example", "Lund", id="of the site"),
    ],
)
def test_a_company_that_the_page_does_not_call_itself_is_no_house(
    foot: str, publisher: str | None
) -> None:
    source = read_source(f"{TITLE}\n\n" + "\n\n".join(PARAGRAPHS) + f"\n\n{foot}\n", "copy.txt")

    assert source.publisher == publisher
