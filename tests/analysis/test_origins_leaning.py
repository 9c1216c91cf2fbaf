"""On whom a source leans."""

import pytest
from msgspec.structs import replace

from briefing.analysis.lexicon import Outlets
from briefing.analysis.origins import origins
from briefing.model.source import Kind, Segment, Source

OUTLETS = Outlets(
    {"Reuters": "Reuters", "Time": "Time", "Harbour Times": "Harbour Times", "CP": "Canadian Press"}
)


def source(text: str) -> Source:
    return Source("s", "s", "", "text/plain", text, (Segment(0, len(text), Kind.BODY),))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("The plan was first reported by the Harbour Times.", ["Harbour Times"],
                     id="first reported by"),
        pytest.param("The plan was first reported by Quay Weekly.", ["Quay Weekly"],
                     id="from the sentence alone"),
        pytest.param("“It is old,” she told Reuters on Monday.", ["Reuters"], id="told"),
        pytest.param("The quay is old, Reuters reported.", ["Reuters"], id="reported"),
        pytest.param("The quay is old, said the Harbour Times on Monday.", ["Harbour Times"],
                     id="said"),
        pytest.param("OTTAWA (CP) — The quay is old.", ["Canadian Press"], id="dateline"),
        pytest.param("It is closed, the paper said, citing a QKNA dispatch.", ["QKNA"],
                     id="dispatch"),
        pytest.param("On “Real Time” it was old, “Quay Time” host Leo Brandt said.", [],
                     id="a common word that ends another name"),
        pytest.param("It is closed, he said in the QKNA report.", [], id="the report of an office"),
        pytest.param("The Harbour Times said it added two pages in May.", [], id="of itself"),
        pytest.param("Quay Street Gazette columnist Ada Moss wrote that it is old.",
                     ["Quay Street Gazette"], id="unlisted, its columnist"),
        pytest.param("The Harbour Times, which has long followed the matter, noted the cost.",
                     ["Harbour Times"], id="aside before the verb"),
        pytest.param("Ada Moss, a reporter for the Harbour Times, said it was old.",
                     ["Harbour Times"], id="its reporter speaks"),
        pytest.param("Ada Moss, a former reporter for Reuters, said it was old.", [],
                     id="who once worked there"),
        pytest.param("The Times reported that it was old.", ["The Times"],
                     id="short name of nobody known"),
        pytest.param("The Harbour Times reported it. It cost more, according to the Times.",
                     ["Harbour Times"], id="short name of one known"),
        pytest.param("It was built in the Times of plenty, and Leo Post said so.", [],
                     id="words that papers are named by"),
        pytest.param("He wrote in Monday’s Quay Street Gazette that it was old.",
                     ["Quay Street Gazette"], id="after a possessive"),
        pytest.param("A North/Harbour Times poll showed it.", ["Harbour Times"], id="once only"),
        pytest.param("Quay closed Reuters Monday 6 Jun 2016 The quay is closed.", ["Reuters"],
                     id="credit line of a page run together"),
        pytest.param("It is closed, according to a report by Sen. Ada Moss.", [], id="a title"),
        pytest.param("It is closed, according to a report from the Harbour Department’s board.", [],
                     id="an office of state"),
        pytest.param("The debate was hosted by Reuters.", [], id="a host"),
        pytest.param("James Reuters said it was old.", [], id="somebody's name"),
        pytest.param("Ada Moss told Reuters it is old — Quay Fan (@quayfan) May 3, 2016", [],
                     id="in a post that is printed"),
        pytest.param("Ada Moss told Reuters it is old, and Leo Brandt (@leobrandt) agreed.", ["Reuters"],
                     id="beside the name of an account"),
        pytest.param("It is closed, according to news reports from Vance.", [], id="from a place"),
        pytest.param("The mayor asked the Reuters correspondent Ada Moss to join.", [], id="who is asked"),
        pytest.param("Ada Moss of Vance, the board’s Leo Brandt and Reuters were there.", [],
                     id="among others"),
        pytest.param("James Reuters came. Later Reuters said that it was old.", [],
                     id="somebody's name, then short"),
        pytest.param("Reuters, a former mayor of Vance, said that it was old.", [],
                     id="what only somebody is"),
        pytest.param("As reported by Reuters, the former mayor of Vance was told of it.",
                     ["Reuters"], id="an outlet before somebody else"),
        pytest.param("He blamed Reuters for its coverage of the quay.", [], id="who is blamed"),
        pytest.param("“We stand by it,” Reuters said in a statement.", [], id="what it says of itself"),
        pytest.param("The owner of Reuters said that it was old.", [], id="who owns it"),
        pytest.param("Moss has worked for Reuters since May.", [], id="who works there"),
        pytest.param("She did not answer an interview request from Reuters.", [],
                     id="what nobody answered"),
        pytest.param("Leo Radio, a harbour researcher at the college, says it is old.", [],
                     id="a person with an outlet's word for a surname"),
        pytest.param("Quay Radio, a small broadcaster, says it is old.", ["Quay Radio"],
                     id="what an outlet is"),
        pytest.param("It is old, according to the Reuters Quay News.", ["Reuters Quay News"],
                     id="the longer name"),
        pytest.param("Leo Moss/Quay Pictures via Reuters", [], id="the credit of a picture"),
        pytest.param("Reuters Holdings said that it had a new owner.", [], id="a company"),
        pytest.param("The Harbour Times newspaper said that it was old.", ["Harbour Times"],
                     id="its kind behind it"),
        pytest.param("Reuters was first to report the cost.", ["Reuters"], id="first to report"),
        pytest.param("Reuters contributed to this report.", ["Reuters"], id="contributed"),
        pytest.param("She once worked at Reuters and is a judge now.", [], id="once worked there"),
        pytest.param("The Reuters Council said that it had met.", [], id="the first word of a body"),
        pytest.param("The Ministry of Reuters said that it had met.", [], id="the end of a body"),
        pytest.param("The owner said Reuters’ business is broad.", [], id="what it has"),
        pytest.param("Moss said Reuters is wrong about it.", [], id="what somebody says of it"),
        pytest.param("Many said Reuters leaving it was too much.", [], id="what many say of it"),
        pytest.param("Reuters confirmed to Moss that it left.", [], id="what it says itself"),
        pytest.param("Reuters science coverage receives support from Moss.", [], id="its own note"),
        pytest.param("She told Leo Brandt that Reuters has a new roof.", [], id="no leaning"),
        pytest.param("He sold his shares of Reuters and moved on.", [], id="only named"),
    ],
)  # fmt: skip
def test_origins_are_read_from_the_words(text: str, names: list[str]) -> None:
    found = origins(source(text), OUTLETS)

    assert sorted({origin.name for origin in found}) == names
    assert all(
        origin.evidence == text[origin.passage.start : origin.passage.end] for origin in found
    )


@pytest.mark.parametrize("publisher", ["Reuters", "Reuters (Web News)", "Reuters Online News"])
def test_a_paper_is_itself_under_a_longer_name(publisher: str) -> None:
    here = replace(source("“It is old,” she told Reuters."), publisher=publisher)

    assert origins(here, OUTLETS) == ()


@pytest.mark.parametrize("publisher", ["vance.example", "Vance Press Agency -- English"])
def test_an_agency_is_itself_under_its_site_and_in_a_database(publisher: str) -> None:
    names = {"VPA": "Vance Press-Agency", "Vance Press-Agency": "Vance Press-Agency"}
    outlets = Outlets(names, {"vance.example": "Vance Press-Agency"})
    here = replace(source("“It is old,” she told VPA."), publisher=publisher)

    assert origins(here, outlets) == ()


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://local.vance.example/quay", []),
        ("https://vance.example.moss.example/quay", ["Vance Times"]),
        (None, ["Vance Times"]),
    ],
)
def test_a_paper_that_names_itself_nowhere_is_known_by_its_address(
    url: str | None, names: list[str]
) -> None:
    outlets = Outlets({"Vance Times": "Vance Times"}, {"vance.example": "Vance Times"})
    here = replace(source("“It is old,” she told the Vance Times."), url=url)

    assert [origin.name for origin in origins(here, outlets)] == names


def test_a_paper_is_itself_without_its_kind() -> None:
    outlets = Outlets({"Vance News": "Vance News", "Vance Business": "Vance Business"})
    here = replace(source("She told Vance News, and he told Vance Business."), publisher="Vance")

    assert [origin.name for origin in origins(here, outlets)] == ["Vance Business"]


def test_a_station_is_itself_under_another_kind() -> None:
    outlets = Outlets({"Vance Radio": "Vance Radio"})
    here = replace(source("She told Vance Radio that it is old."), publisher="Vance News")

    assert origins(here, outlets) == ()


def test_a_paper_is_not_its_own_origin() -> None:
    own = replace(source("The quay is old, she told the Harbour Times."), publisher="Harbour Times")

    assert origins(own, OUTLETS) == ()


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        pytest.param("Reuters", ["Reuters"], id="alone"),
        pytest.param("By Ada Moss and Reuters", ["Reuters"], id="with the paper's own"),
        pytest.param("By Reuters Harbour Desk", ["Reuters"], id="its desk"),
        pytest.param("By Ada Reuters", [], id="a person's name"),
    ],
)
def test_a_byline_credits_an_agency(byline: str, names: list[str]) -> None:
    text = f"{byline}\nThe quay is old."
    segments = (
        Segment(0, len(byline), Kind.BYLINE),
        Segment(len(byline) + 1, len(text), Kind.BODY),
    )
    found = origins(Source("s", "s", "", "text/plain", text, segments), OUTLETS)

    assert [origin.name for origin in found] == names
