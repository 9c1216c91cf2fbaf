"""Which figures are printed, and of how many sources one is; how much of a day a chronology tells."""

from datetime import date

import pytest
from msgspec.structs import replace

from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.lexicon import CueVerbs, Lexicon, Outlets
from briefing.analysis.theme_files import parse_theme
from briefing.model.findings import Findings
from tests.reports import find, reports
from tests.sources import make_source

THEME = parse_theme('id="moss"\ntitle="Moss"\n[[match]]\nany=["Moss"]\n', "m.toml")
LEXICON = Lexicon(Outlets({}), CueVerbs(frozenset({"said"}), frozenset()))


def _find(*reports: tuple[str, date]) -> Findings:
    sources = [
        make_source(text, id=f"id{at}", publisher=f"Paper {at}", published=day)
        for at, (text, day) in enumerate(reports)
    ]
    return analyse(sources, [THEME], LEXICON, Scope(4))


def _values(text: str) -> list[str]:
    return [figure.value for figure in _find((text, date(2024, 5, 4))).figures]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "The Moss ferry flew past 500 kilometres of coast.", ["500 kilometres"], id="of"
        ),
        pytest.param(
            "It went past 500 kilometres of coast near Moss.", [], id="of what nobody sees"
        ),
        pytest.param("So far Moss has lost 4,000 jobs.", ["4,000 jobs"], id="so far"),
        pytest.param("15 curious facts about the ferry of Moss", [], id="a line of a list"),
        pytest.param(
            "Moss pays between 10% and 40% of the fares.", ["between 10% and 40%"], id="a range"
        ),
        pytest.param(
            "The Moss ferry lost 14 percent of its fares, up from 13.2 percent.",
            ["14 percent"],
            id="what a share was",
        ),
        pytest.param(
            "The Moss ferry lost 14 percent of its fares, compared with 13.2 percent a year earlier.",
            ["14 percent"],
            id="what it was a year earlier",
        ),
        pytest.param(
            "The Moss board cut fares sharply from $9 last year to $7.",
            ["$7"],
            id="what a price was",
        ),
        pytest.param(
            "The Moss ferry took on gear that fell from 30 cranes.", ["30 cranes"], id="a real fall"
        ),
        pytest.param("The Moss toll rose to 106, from 56 as of Tuesday.", [], id="no unit"),
    ],
)
def test_a_figure_says_of_what_it_is(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    ("dead", "later", "origins"),
    [
        pytest.param("11 children", date(2024, 5, 5), [2], id="one event"),
        pytest.param("11 children", date(2024, 7, 5), [1, 1], id="two events"),
        pytest.param("11,000 children", date(2024, 7, 5), [2], id="a war"),
    ],
)
def test_victims_of_two_events_are_two_figures(dead: str, later: date, origins: list[int]) -> None:
    found = _find(
        (f"In Moss {dead} were killed at a school by barrel bombs.", date(2024, 5, 4)),
        (f"Barrel bombs killed {dead} at a school in Moss.", later),
    )

    assert [figure.independent_origins for figure in found.figures] == origins


@pytest.mark.parametrize(
    ("place", "origins"),
    [pytest.param("at Vance", [2], id="one place"), pytest.param("here", [1, 1], id="no place")],
)
def test_victims_in_undated_reports_are_one_figure_if_a_name_is_shared(
    place: str, origins: list[int]
) -> None:
    sources = [
        make_source(words, id=words, publisher=words[:9], published=None)
        for words in (
            f"The Moss treaty was of 11 children who were killed at a school {place}.",
            f"A treaty on the 11 children who were killed at a school {place} came.",
        )
    ]
    found = analyse(sources, [THEME], LEXICON, Scope(4)).figures

    assert [figure.independent_origins for figure in found] == origins


def test_a_report_does_not_fill_the_chronology_with_its_own_day() -> None:
    text = (
        "The mayor of Moss opened the new ferry quay on Friday. The harbour board of Moss signed the "
        "crane contract on Friday. A storm took the roof off the Moss fish market on Friday."
    )

    assert len(_find((text, date(2024, 5, 4))).chronology) == 2


def test_short_briefings_have_few_figures() -> None:
    text = " ".join(
        f"The Moss ferry paid ${number} for quay number {number}." for number in range(20, 40)
    )
    source = make_source(text, published=date(2024, 5, 4))

    assert len(analyse([source], [THEME], LEXICON, Scope(3)).figures) == 6


def test_the_day_of_a_dateline_dates_nothing_that_is_told() -> None:
    found = _find(
        ("MOSS, Sept. 5 (Agency) -- The ferry of Moss sank on Wednesday.", date(2024, 9, 5))
    )

    assert [(item.words, item.on) for item in found.chronology] == [("Wednesday", date(2024, 9, 4))]


def test_what_a_share_is_of_is_no_article() -> None:
    found = _find(("The Moss ferry took 98 per cent of the Vance's goods.", date(2024, 5, 4)))

    assert [figure.subject for figure in found.figures] == [None]


@pytest.mark.parametrize(
    ("again", "figures"),
    [
        pytest.param("The ferry went on without the 28 rowers.", 1, id="the same who are counted"),
        pytest.param("The 28 wet rowers of Moss slept well.", 1, id="with an adjective"),
        pytest.param("A raft on the Moss ferry took 29 rowers home.", 2, id="another count"),
    ],
)
def test_an_article_gives_a_figure_once(again: str, figures: int) -> None:
    found = _find(
        (f"In Moss a storm held up 28 rowers at the ferry quay. {again}", date(2024, 5, 4))
    )

    assert len(found.figures) == figures


@pytest.mark.parametrize(
    ("again", "figures"),
    [
        pytest.param(
            "Of the $5.7 billion the mayor had heard nothing in Vance.", 1, id="no round sum"
        ),
        pytest.param(
            "A ship at the Moss quay is worth $5 billion to $5.7 billion.", 2, id="a range"
        ),
        pytest.param("Of the mayors in Vance 5.7 percent like it.", 2, id="a share"),
    ],
)
def test_sums_are_one_where_they_are_hardly_equal_by_chance(again: str, figures: int) -> None:
    found = _find((f"The Moss ferry will cost $5.7 billion by spring. {again}", date(2024, 5, 4)))

    assert len(found.figures) == figures


def test_who_names_another_house_of_a_state_means_no_other_sum() -> None:
    found = _find(
        ("On Monday Congress gave Moss a $2 trillion harbour relief package.", date(2024, 5, 4)),
        ("As the Senate saw, a $2-trillion harbour relief plan helps Moss.", date(2024, 5, 5)),
    )

    assert [figure.independent_origins for figure in found.figures] == [2]


def test_an_apostrophe_makes_no_other_name() -> None:
    said = "Currently, more than 95 percent of Moss’s ferries are built abroad."
    found = _find((said, date(2024, 5, 4)), (said.replace("’", "'"), date(2024, 5, 5)))

    assert [len(figure.also_in) for figure in found.figures] == [1]


def test_who_names_somebody_else_may_mean_another_sum() -> None:
    found = _find(
        ("On Monday Lund gave Moss a $2 trillion harbour relief package.", date(2024, 5, 4)),
        ("As the Vance saw, a $2-trillion harbour relief plan helps Moss.", date(2024, 5, 5)),
    )

    assert [figure.independent_origins for figure in found.figures] == [1, 1]


def test_what_is_the_same_as_two_figures_makes_them_one() -> None:
    one = "The Moss council planned a $2 billion ferry harbour."
    other = "Bridges near Moss swallow $2 billion in concrete and steel."
    both = "Bridges in concrete and a ferry harbour: $2 billion in the Moss council plan."
    day = date(2024, 5, 4)

    apart = _find((one, day), (other, day))
    joined = _find((one, day), (other, day), (both, day))

    assert len(apart.figures) == 2
    assert [figure.independent_origins for figure in joined.figures] == [3]


def test_figures_and_days_of_another_language_are_read_as_its_readers_do() -> None:
    text = (
        "Der Hafen von Moss kostete die Stadt am 12. März 2024 rund 2,5 Millionen Euro. "
        "Die Nachricht aus Moss vom 20. Mai wurde von der Stadt Lund gelöscht und nie mehr gesehen."
    )
    source = replace(make_source(text, published=date(2024, 5, 4)), language="de")

    found = analyse([source], [THEME], LEXICON, Scope(4))

    assert [figure.value for figure in found.figures] == ["rund 2,5 Millionen Euro"]
    assert [entry.on for entry in found.chronology] == [date(2024, 3, 12)]


ON = (
    "The Moss council will put 25 percent tariffs on {} from Vance, the mayor said.",
    "The mayor of Moss and the council want 25 percent tariffs on {} by summer.",
    "New 25 percent tariffs on {} were the council’s answer, as Moss was told on the ferry.",
)


@pytest.mark.parametrize(
    ("things", "origins"),
    [
        pytest.param(("steel", "steel"), [2], id="one thing"),
        pytest.param(("steel", "imported steel and copper"), [2], id="one thing and another"),
        pytest.param(("steel goods", "car parts"), [1, 1], id="two things"),
        pytest.param(("$50bn of goods", "$200bn of goods"), [1, 1], id="so much, and more"),
        pytest.param(
            ("steel goods", "it all", "car parts"), [2, 1], id="and one that may be either"
        ),
    ],
)
def test_equal_shares_of_two_things_are_two_figures(
    things: tuple[str, ...], origins: list[int]
) -> None:
    texts = [
        on.format(thing).replace(" on it all", "") for on, thing in zip(ON, things, strict=False)
    ]
    found = _find(*((text, date(2024, 5, 4)) for text in texts))
    shares = [figure for figure in found.figures if figure.unit == "%"]

    assert [figure.independent_origins for figure in shares] == origins


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The treaty of Moss is told in a book. $18.", id="alone"),
        pytest.param(
            "The treaty of Moss is told in THE HARBOUR (Brandt, $18), a long book.", id="of a book"
        ),
    ],
)
def test_the_price_of_a_book_is_no_figure(text: str) -> None:
    assert not find(*reports(text)).figures
