"""Small clusters of reports in which something looks like what it is not."""

from collections.abc import Sequence
from datetime import date

import pytest

from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.lexicon import CueVerbs, Lexicon, Outlets
from briefing.analysis.theme_files import parse_theme
from briefing.model.findings import Findings
from briefing.model.source import Source
from tests.sources import make_source

THEME = parse_theme('id="m"\ntitle="M"\n[[match]]\nany=["Moss", "Skarven", "Rygge"]\n', "m.toml")
SAYING = frozenset("said reported told".split())
LEXICON = Lexicon(
    Outlets({"Reuters": "Reuters", "Rygge Times": "Rygge Times"}),
    CueVerbs(SAYING, frozenset({"declined"})),
)
TITLES = ("Skarven ferry terminal in Moss, Norway",) * 3
PLACE = " The Skarven ferry terminal in Moss stands beside the Rygge road in Norway."


def _cluster(
    *texts: str, days: Sequence[int] = (4, 4, 4), place: str = PLACE, titles: Sequence[str] = TITLES
) -> Findings:
    sources: list[Source] = [
        make_source(
            text + place,
            id=f"id{at}",
            title=titles[at],
            publisher=f"Paper {at}",
            published=date(2024, 5, day),
        )
        for at, (text, day) in enumerate(zip(texts, days, strict=False))
    ]
    return analyse(sources, [THEME], LEXICON, Scope(4, today=date(2024, 5, 30)))


def _conflicts(found: Findings) -> list[list[str]]:
    return [[side.value for side in conflict.positions] for conflict in found.conflicts]


YARD = (
    "The Rygge yard bought the Skarven terminal from Moss council for {} on Friday, lawyers said."
)
SERVED = "The Skarven terminal handled {} for the Rygge line, the Moss council said."
SALES = (
    "The Rygge yard expects sales at the Skarven terminal to grow by {} this year, the owner said."
)
WORST = "It was the {}, the Moss fire chief said."


@pytest.mark.parametrize(
    ("frame", "one", "other", "sides"),
    [
        pytest.param(
            YARD, "$114 million", "$140 million", ["$114 million", "$140 million"], id="sums"
        ),
        pytest.param(YARD, "$14.9 billion", "nearly $15 billion", None, id="one rounded"),
        pytest.param(YARD, "1.2 billion kronor", "$114 million", None, id="another currency"),
        pytest.param(SALES, "4 to 6 percent", "5 percent", None, id="a range and a point in it"),
        pytest.param(
            SERVED, "40,000 passengers a month", "480,000 passengers a year", None, id="two spans"
        ),
        pytest.param(
            SERVED,
            "40,000 passengers a month",
            "62,000 passengers a month",
            ["40,000 passengers", "62,000 passengers"],
            id="one span",
        ),
        pytest.param(
            WORST,
            "worst fire at a ferry terminal in Norway since 1951",
            "worst fire at a ferry terminal in Norway since 1987",
            ["1951", "1987"],
            id="since two years",
        ),
        pytest.param(
            WORST,
            "worst fire at a ferry terminal in Norway since 1951",
            "wettest month on the coast since 1987",
            None,
            id="since a year of another thing",
        ),
    ],
)
def test_only_what_differs_is_a_difference(
    frame: str, one: str, other: str, sides: list[str] | None
) -> None:
    found = _cluster(frame.format(one), frame.format(other))

    assert len(found.events) == 1
    assert _conflicts(found) == ([sides] if sides else [])


def test_a_toll_that_grew_and_a_toll_elsewhere_are_no_differences() -> None:
    grown = _cluster(
        "A fire at the Skarven ferry terminal killed 12 people on Saturday, police said.",
        "The fire at the Skarven ferry terminal killed 19 people, police said on Monday.",
        days=(4, 6),
    )
    elsewhere = _cluster(
        f"A blast at the Skarven ferry terminal in Moss killed 12 people on Saturday.{PLACE}",
        "A blast at the Halden paper mill killed 31 people on Saturday. Halden lies on the Tista.",
        place="",
        titles=("Skarven ferry terminal in Moss", "Halden paper mill"),
    )

    assert (_conflicts(grown), _conflicts(elsewhere)) == ([], [])


def test_a_figure_that_was_taken_back_is_none() -> None:
    cut = "The Rygge yard cut 1,200 jobs at the Skarven terminal on Friday, the company said."
    again = " An earlier version of this article said 2,100 jobs were cut at the Skarven terminal."
    found = _cluster(cut, cut + again)

    assert [figure.value for figure in found.figures] == ["1,200 jobs"]
    assert _conflicts(found) == []


def test_what_rose_and_to_what_it_rose_are_no_range() -> None:
    rose = "Support for the Skarven terminal in Moss rose by {} to 52 percent, the council said."
    found = _cluster(rose.format("4 percentage points"), rose.format("8 percent"))

    assert {figure.value for figure in found.figures} == {
        "4 percentage points",
        "8 percent",
        "52 percent",
    }


def test_a_paper_that_quotes_a_paper_that_quotes_an_agency_is_one_origin() -> None:
    found = _cluster(
        "The terminal will close, the Rygge Times reported, citing Reuters. Police were silent.",
        "The terminal will close in May, Reuters reported on Friday, citing two officials.",
        "The terminal will close, according to the Rygge Times.",
    )

    assert len(found.voices) == 1


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            "A spokesman for the yard, Otto Vance, declined to comment on the “sudden and painful end”.",
            set(),
            id="who declines to comment",
        ),
        pytest.param(
            "Ada Moss, the mayor, shut the port. Leo Moss runs it. “We were not asked,” Moss said.",
            {"Moss"},
            id="two of one name",
        ),
        pytest.param(
            "“Ada Moss told me, ‘the port is closed for good,’ and I believed her,” said Leo Brandt.",
            {"Leo Brandt"},
            id="words within words",
        ),
    ],
)
def test_words_are_given_to_nobody_who_did_not_say_them(text: str, speakers: set[str]) -> None:
    found = _cluster(text)

    assert {said.speaker for said in found.by_source[0].attributions} == speakers


DAY = date(2024, 5, 4)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("The mayor opened the Moss quay on Tuesday.", ["2024-04-30"], id="a weekday"),
        pytest.param(
            "The mayor opened the Moss quay on Sunday.", [], id="tomorrow, or six days ago"
        ),
        pytest.param("The Moss quay was full on Black Friday.", [], id="the name of a day"),
        pytest.param("The Moss quay recalls the Oct. 7 fires.", [], id="far ahead"),
        pytest.param("The Moss quay will open on Aug. 7.", ["2024-08-07"], id="ahead, and told so"),
        pytest.param(
            "On June 29, 2021 a Moss court shut the quay. On June 30 the Moss pilots left.",
            ["2021-06-29"],
            id="a year given just before",
        ),
    ],
)
def test_days_that_could_be_others_are_left_out(text: str, days: list[str]) -> None:
    found = _cluster(text, place="")

    assert [item.on.isoformat() for item in found.chronology] == days


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Rygge has an ATR 72 aircraft at Moss for the pilots.", [], id="a model"),
        pytest.param("Rygge has 72 aircraft at Moss.", [("72 aircraft", "aircraft", None)], id="many"),
        pytest.param("The Moss bank printed a new $20 bill for the Rygge yard.", [], id="a note"),
        pytest.param("Fares in Moss rose 12 percent from 2017.", [("12 percent", None, None)], id="from"),
        pytest.param(
            "Moss took 90 percent of the growth in trade since 2015, the yard said.",
            [("90 percent", "growth", None)],
            id="since",
        ),
        pytest.param(
            "Moss took 90 percent of the yard’s trade in 2015, the mayor said.",
            [("90 percent", None, "2015")],
            id="an owner",
        ),
    ],
)  # fmt: skip
def test_a_figure_says_no_more_than_its_words(text: str, told: list[tuple[str, str, str]]) -> None:
    found = _cluster(text, place="")

    assert [(figure.value, figure.subject, figure.time) for figure in found.figures] == told
