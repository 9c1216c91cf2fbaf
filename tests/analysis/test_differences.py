"""Differences are claimed where sources differ, and nowhere else."""

from datetime import date

import pytest
from msgspec.structs import replace

from briefing.model.findings import Findings, Precision
from tests.reports import find, reports
from tests.sources import make_source


def _tolls(found: Findings) -> list[list[str]]:
    return [[side.value for side in conflict.positions] for conflict in found.conflicts]


def test_tolls_that_differ_stand_side_by_side() -> None:
    found = find(
        *reports(
            "At least 12 people were killed in a blast in Moss on Saturday.",
            "A blast in Moss killed 31 people on Saturday.",
        )
    )

    assert _tolls(found) == [["At least 12 people", "31 people"]]


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        pytest.param("killed 12 people", "killed twelve people", (4, 4), id="spelt"),
        pytest.param("killed at least 30 people", "killed 31 people", (4, 4), id="at least"),
        pytest.param("killed nearly 30 people", "killed 29 people", (4, 4), id="rounded"),
        pytest.param("killed about 20 people", "killed 25 people", (4, 4), id="about so many"),
        pytest.param(
            "killed 31 people", "is worse: deaths rose from 12 to 31 dead", (4, 4), id="what it was"
        ),
        pytest.param(
            "killed 12 people",
            "killed 31 people, police said, updating a previous toll of 12 dead",
            (4, 4),
            id="what it replaces",
        ),
        pytest.param("killed 12 people", "killed 31 people", (4, 5), id="a toll that grew"),
        pytest.param(
            "killed 31 people Friday", "killed 12 people Saturday", (4, 5), id="of another day"
        ),
        pytest.param("killed 12 people", "killed 31 people", (4, 28), id="another event"),
        pytest.param("killed 12 civilians", "killed 31 soldiers", (4, 4), id="other people"),
        pytest.param(
            "killed 12 people", "killed 12 people including 5 children", (4, 4), id="a part"
        ),
        pytest.param("killed 31 people", "killed 12 soldiers", (4, 4), id="soldiers among them"),
        pytest.param("killed 31 people", "killed a mother of two", (4, 4), id="not the dead"),
        pytest.param("killed 31 people", "left 200 feared dead", (4, 4), id="feared"),
        pytest.param(
            "killed 12 people", "killed 31 people, an overall toll", (4, 4), id="of all places"
        ),
        pytest.param(
            "killed 31 people, 12 of them by the road", "killed 12 people", (4, 4), id="of them"
        ),
        pytest.param(
            "killed 31 people, twelve of whom had no ticket", "killed 12", (4, 4), id="of whom"
        ),
        pytest.param("killed 31", "killed a 59 - year - old man", (4, 4), id="an age"),
        pytest.param(
            "killed 31 people",
            "killed 22 people by the road, and nine were killed in the ferry",
            (4, 4),
            id="parts of the sum",
        ),
    ],
)
def test_no_difference_is_claimed(one: str, other: str, days: tuple[int, int]) -> None:
    found = find(*reports(f"A blast in Moss {one}.", f"A blast in Moss {other}.", days=days))

    assert found.conflicts == ()


def test_two_reports_of_one_paper_do_not_differ_in_tolls() -> None:
    texts = ("A blast in Moss killed 12 people.", "A blast in Moss killed 31 people.")
    found = find(*(replace(one, publisher="The Paper") for one in reports(*texts)))

    assert found.conflicts == ()


SPENT = "The Moss harbour board spent {} on new Rygge cranes and ferry ramps in Skarven."
SOLD = (
    "New Rygge cranes, ferry ramps: the Moss harbour board in Skarven "
    "quietly dined aboard one fine {} yacht."
)


@pytest.mark.parametrize(
    ("one", "other", "days", "differ"),
    [
        pytest.param(SPENT, SPENT, (4, 4), True, id="one thing"),
        pytest.param(SPENT, SOLD, (4, 4), False, id="another thing in the same words"),
        pytest.param(SPENT, SPENT, (4, 5), False, id="told again on the next day"),
    ],
)
def test_amounts_differ_where_they_stand_for_one_thing(
    one: str, other: str, days: tuple[int, int], *, differ: bool
) -> None:
    found = find(*reports(one.format("$5 million"), other.format("$9 million"), days=days))

    assert bool(found.conflicts) is differ


def test_a_mine_and_an_air_raid_are_not_compared() -> None:
    found = find(
        *reports("A land mine in Moss killed 12 people.", "An air raid on Moss killed 31 people.")
    )

    assert found.conflicts == ()


def test_comparisons_with_different_times_differ() -> None:
    found = find(
        *reports(
            "It is the largest shake-up of the Moss alliance since 1951.",
            "It is the biggest change in the Moss alliance since the 1960s.",
            "Oslo and Moss unveil an alliance shake-up transforming the 1960 defence treaty.",
        )
    )

    assert _tolls(found) == [["1951", "the 1960s", "1960"]]


def test_first_since_is_not_compared_with_largest_since() -> None:
    found = find(
        *reports(
            "It is the largest change in the Moss alliance since 1951.",
            "It is the first dinner of the Moss alliance since 2015.",
        )
    )

    assert found.conflicts == ()


def test_a_plan_is_overtaken_by_the_report_that_it_was_done() -> None:
    found = find(
        *reports(
            "Anna Berg and Nils Holm will announce a treaty in Moss.",
            "Anna Berg and Nils Holm unveiled a treaty in Moss.",
        )
    )

    (item,) = found.overtaken
    assert "will announce" in item.plan.exact
    assert "unveiled" in item.report.exact
    assert found.conflicts == ()


@pytest.mark.parametrize(
    ("plan", "report"),
    [
        pytest.param(
            "Anna Berg will publish the report on Moss.",
            "Anna Berg published a summary on Moss.",
            id="another thing",
        ),
        pytest.param(
            "Anna Berg is proud to announce a treaty in Moss.",
            "Anna Berg announced a treaty in Moss.",
            id="no plan",
        ),
        pytest.param(
            "Anna Berg of Moss will announce an order of ships for $2 billion.",
            "Nils Holm of Moss announced in Rygge a loan of $2 billion, as Berg had asked.",
            id="another one's for the same money",
        ),
    ],
)
def test_what_is_not_what_was_planned_overtakes_nothing(plan: str, report: str) -> None:
    assert find(*reports(plan, report)).overtaken == ()


def test_a_plan_published_after_the_report_is_not_overtaken() -> None:
    found = find(
        *reports(
            "Anna Berg and Nils Holm will announce a treaty in Moss.",
            "Anna Berg and Nils Holm unveiled a treaty in Moss.",
            days=(6, 4),
        )
    )

    assert found.overtaken == ()


def test_what_was_done_long_before_is_not_what_was_planned() -> None:
    found = find(
        *reports(
            "Anna Berg and Nils Holm will meet in Moss.",
            "Anna Berg and Nils Holm met in Moss last September.",
        )
    )

    assert found.overtaken == ()


def test_a_statement_that_two_sources_share_keeps_a_name_whole() -> None:
    found = find(
        *reports(
            "The firms will build island harbours in the South Skarven Sea, said Berg.",
            "By May the firms will build island harbours in the South Skarven Sea.",
        )
    )

    shared = [excerpt.exact for claim in found.claims for excerpt in claim.excerpts]
    assert any(words.endswith("South Skarven Sea") for words in shared)
    assert not any(words.endswith("South Skarven") for words in shared)


def test_one_figure_of_two_sources_has_two_origins() -> None:
    found = find(
        *reports(
            "Moss will lift its harbour budget to 2% of revenue by 2027.",
            "The harbour budget of Moss rises from 1% to 2% of revenue by 2027.",
        )
    )

    (figure,) = found.figures
    assert (figure.amount, figure.unit, figure.time) == (2, "%", "2027")
    assert figure.independent_origins == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "The council of Moss cut the ferry budget by 20 per cent.",
            "In Moss 20 per cent of the pilots are women.",
            id="of something else",
        ),
        pytest.param(
            "The ferry budget of Horten falls by 20 per cent, says Moss.",
            "The ferry budget of Larvik falls by 20 per cent, says Moss.",
            id="of another place",
        ),
    ],
)
def test_one_amount_of_two_things_is_two_figures(one: str, other: str) -> None:
    sources = tuple(
        make_source(text, id=f"id{at}", title="News", publisher=f"Paper {at}")
        for at, text in enumerate((one, other))
    )

    assert [figure.independent_origins for figure in find(*sources).figures] == [1, 1]


def test_a_range_is_one_figure() -> None:
    found = find(make_source("The ferry budget of Moss falls by 10 to 20 per cent this spring."))

    assert [figure.value for figure in found.figures] == ["10 to 20 per cent"]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("harbour pilots’ general manager Ada Berg", id="who somebody is"),
        pytest.param("media playback is not supported on this old device", id="the page itself"),
    ],
)
def test_what_says_nothing_is_no_claim(words: str) -> None:
    found = find(*reports(f"In Moss the {words}.", f"Later in Moss the {words}."))

    exact = [excerpt.exact for claim in found.claims for excerpt in claim.excerpts]
    assert not any(words in one for one in exact)


def test_shared_words_are_a_claim_of_two_origins() -> None:
    found = find(
        *reports(
            "The Moss plan is to hold a joint naval exercise with Iceland next to other steps.",
            "Later Vance ought to hold a joint naval exercise with Iceland, said the council of Moss.",
        )
    )

    words = "to hold a joint naval exercise with Iceland"
    assert any(claim.excerpts[0].exact == words for claim in found.claims)


def test_a_toll_is_told_once_though_it_is_a_figure_too() -> None:
    found = find(
        *reports(
            "At least 12 people were killed in an explosion at the Moss harbour depot on Friday, "
            "police said, while Iceland offered help.",
            "An explosion at the Moss harbour depot killed 31 people on Friday, police said, "
            "while Iceland offered help.",
        )
    )

    assert [conflict.about for conflict in found.conflicts] == ["Moss: how many were killed"]


def test_a_claim_cuts_no_amount_and_holds_no_two() -> None:
    found = find(
        *reports(
            "The council passed a $1.3 trillion omnibus spending bill for Moss in May.",
            "A veto of the $2.3 trillion omnibus spending bill for Moss would hurt the ferry.",
            "The sampling error of the Rygge survey in Moss is plus or minus 3.5 percentage points.",
            "Its sampling error of the Rygge survey was plus or minus 3%, Moss said.",
        )
    )
    exact = [excerpt.exact for claim in found.claims for excerpt in claim.excerpts]

    assert exact
    assert not any("trillion" in words or "minus" in words for words in exact)


def test_chronology_says_what_is_inferred_and_leaves_out_what_is_unsure() -> None:
    (first, *_) = reports("")
    source = make_source(
        "The council of Moss approved the treaty on Thursday.",
        "The Moss treaty was signed in Oslo on 2 March 2023.",
        "A Moss debate Monday, a dinner, and the end.",
        published=date(2024, 5, 4),
    )
    said = find(source, first).chronology

    assert [(one.on, one.precision, one.inferred_from is not None) for one in said] == [
        (date(2023, 3, 2), Precision.DAY, False),
        (date(2024, 5, 2), Precision.DAY, True),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("The council of Moss said today that the treaty is signed.", 1, id="today"),
        pytest.param(
            "But today only the port of Moss stands outside the treaty.", 0, id="nowadays"
        ),
        pytest.param(
            "The treaty of Moss is widely admired by pilots today.", 0, id="nowadays behind a verb"
        ),
        pytest.param("The March 16 Factory in Moss broke the treaty.", 0, id="a name with a day"),
        pytest.param("2 May 2024 Eight ships left the port of Moss.", 0, id="a line over the text"),
        pytest.param(
            "On May 2 President Berg left Moss with eight ships.", 1, id="a day before a name"
        ),
        pytest.param("The council of Moss called it a Christmas gift.", 0, id="a feast in a name"),
        pytest.param("Moss has six months to go until Christmas Eve.", 0, id="a feast far off"),
        pytest.param("Moss lay idle from early May to June 14.", 0, id="the end of a stretch"),
        pytest.param(
            "Four in ten of the pilots of Moss are free, up from just 8% in 1994.",
            0,
            id="what is only held against",
        ),
        pytest.param(
            "The index of Moss fell to 76.6 this month from 83.5 in April.", 0, id="what it was"
        ),
        pytest.param(
            "The pilots of Moss doubled from 500,000 in 1980 to a million.",
            0,
            id="what was doubled",
        ),
        pytest.param(
            "Moss gave fewer permits compared with the same months in 2013.", 0, id="months before"
        ),
        pytest.param(
            "Moss farmers planted corn, according to the February 9 harbour report.",
            0,
            id="the day of what is leant on",
        ),
        pytest.param("The share of Moss rose to 76.6 percent in 2019.", 1, id="what it rose to"),
        pytest.param("Moss may stay in the race just as Berg did in 2008.", 0, id="likened to"),
        pytest.param("Unlike in 2012, the council of Moss met briefly.", 0, id="unlike then"),
        pytest.param(
            "The cranes of Moss are still erasing yesterday’s dock trades there.",
            0,
            id="a time gone by",
        ),
        pytest.param(
            "Moss has quarrelled long enough, 63 days before May 2, and in vain.",
            0,
            id="so long before",
        ),
        pytest.param(
            "Eight years ago, Berg was close to the office of Moss after votes in February.",
            0,
            id="years ago",
        ),
        pytest.param(
            "On July 22 that year, Moss closed its harbour. On Oct. 7 the council of Moss met again.",
            0,
            id="a story of that year",
        ),
        pytest.param(
            "On July 22 that year, Moss closed its harbour. On May 2 the council of Moss met again.",
            1,
            id="news behind a story",
        ),
    ],
)
def test_only_what_happens_at_a_time_is_in_the_chronology(text: str, days: int) -> None:
    assert len(find(make_source(text, published=date(2024, 5, 4))).chronology) == days


def test_the_toll_of_two_places_is_not_held_against_that_of_one() -> None:
    found = find(
        *reports(
            "A gunman killed 22 people at the Moss harbour market on Friday, police said, while Iceland "
            "offered help.",
            "Gunmen killed 31 people in Moss, Norway, and Vance, Norway, on Friday, police said of the "
            "harbour market, while Iceland offered help.",
        )
    )

    assert found.conflicts == ()
