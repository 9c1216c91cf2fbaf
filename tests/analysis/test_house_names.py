"""A house is one whatever name a document gives it; two houses stay two."""

import pytest

from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.house_names import house_key
from briefing.analysis.lexicon import parse_lexicon
from briefing.analysis.theme_files import parse_theme
from tests.sources import make_source

OUTLETS = """
[[outlet]]
name = "Lund Press-Agency"
aliases = ["LPA"]
domains = ["lpa.example"]
[[outlet]]
name = "Moss"
[[outlet]]
name = "Moss News"
[[outlet]]
name = "Harbour News"
[[outlet]]
name = "Las Angeles Post"
aliases = ["LA Post"]
"""
LEXICON = parse_lexicon(OUTLETS, 'saying = ["said"]\nquoting = []\n')
THEME = parse_theme('id="port"\ntitle="Port"\n[[match]]\nany=["port"]\n', "t.toml")


@pytest.mark.parametrize(
    ("publisher", "house"),
    [
        ("LPA", "Lund Press-Agency"),
        ("Lund Press Agency -- English", "Lund Press-Agency"),
        ("The Lund Press-Agency (Web)", "Lund Press-Agency"),
        ("www.lpa.example", "Lund Press-Agency"),
        ("lpa.co.uk", "Lund Press-Agency"),
        ("Moss", "Moss"),
        ("Moss News", "Moss News"),
        ("Moss TV", None),
        ("Harbour", "Harbour News"),
        ("Die Harbour", "Harbour News"),
        ("Harbour.de", "Harbour News"),
        ("Harbour Post", None),
        ("The Post", None),
        ("gazette.example", None),
        ("", None),
        (" ", None),
        ("?!", None),
        (None, None),
    ],
)
def test_a_listed_house(publisher: str | None, house: str | None) -> None:
    assert LEXICON.outlets.house(publisher) == house


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Lund Gazette", "Lund Gazette", True),
        ("Gazette – Lund Print and Press", "Gazette", True),
        ("Lund Gazette", "Lund Post", False),
        ("lund-gazette.example", "The Lund Gazette", True),
        ("www.lundgazette.co.uk", "Lund Gazette", True),
        ("news.lundgazette.example", "Lund Gazette", True),
        ("Газета", "Почта", False),
    ],
)
def test_a_house_that_is_not_listed(one: str, other: str, *, same: bool) -> None:
    assert (house_key(one) == house_key(other)) is same


@pytest.mark.parametrize(
    ("publisher", "origins"),
    [("LPA", 1), ("Lund Press Agency -- English", 1), ("lpa.example", 1), ("Lund Post", 2)],
)
def test_who_leans_on_a_house_counts_with_it(publisher: str, origins: int) -> None:
    mine = "The port of Lund will get 40 new cranes by 2030, the harbour master said on Monday."
    theirs = "By 2030 the Lund port gets 40 new cranes, the harbour master told Lund Press-Agency."
    sources = [
        make_source(mine, id="a", publisher=publisher),
        make_source(theirs, id="b", publisher="Gazette"),
    ]

    found = analyse(sources, [THEME], LEXICON, Scope(4))

    assert len(found.voices) == origins


@pytest.mark.parametrize(
    ("authors", "origins"),
    [(("LPA",), 1), (("Ada Moss", "LPA"), 2), (("Ada Moss",), 2), ((), 2)],
)
def test_a_report_by_an_agency_is_the_agency_s(authors: tuple[str, ...], origins: int) -> None:
    sources = [
        make_source("The port of Lund will get new cranes.", id="a", publisher="LPA"),
        make_source("Cranes are on their way.", id="b", publisher="Gazette", authors=authors),
    ]

    assert len(analyse(sources, [THEME], LEXICON, Scope(4)).voices) == origins
