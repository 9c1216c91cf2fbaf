"""Labels before quotations of lists, and entries of the list of sources, say what the sources say."""

from datetime import date

import pytest
from msgspec.structs import replace

from briefing.model.report import Finding
from briefing.model.source import Source
from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.proving import prove
from briefing.verify.reckoning import misreckoned
from briefing.verify.shelf import Held, Sources
from briefing.workflow.reckoning import times_of

WORDS = "The port of Moss lost 170 barges on 12 March."
PORT = Source(
    "a" * 16, "port-0758.txt", "a" * 64, "text/plain", f"Barges go down.\n\n{WORDS}\n", (),
    title="Barges go down", publisher="Harbour Gazette", published=date(2024, 4, 8),
)  # fmt: skip
ENTRY = "[1]\t“Barges go down.” Harbour Gazette, April 8, 2024. File port-0758.txt"


def found(label: str, entry: str = ENTRY) -> list[Finding]:
    """What is told of a list item with that label, and of that entry."""
    text = f"{label}{WORDS}"
    quoted = ((len(label), len(text)),)
    item = Printed(text, Part.BODY, 1, "paragraph 1", (Mark(len(text), "1"),), quoted)
    lines = (item, Printed(entry, Part.ENTRY, 2, "paragraph 2"))
    report = prove(
        Paper("word", lines, {"1": "[1]"}), Sources((Held(PORT),), reckon=times_of), "brief.docx"
    )
    assert report.is_clean
    return list(report.findings)


@pytest.mark.parametrize(
    ("label", "figure"),
    [
        pytest.param("170 barges: ", None, id="a figure of the source"),
        pytest.param("710 barges: ", "710", id="another one"),
        pytest.param("17 barges: ", "17", id="a part of one"),
        pytest.param("• 170 barges: ", None, id="behind a bullet"),
        pytest.param("170 barges, 2 independent origins: ", None, id="with its origins"),
        pytest.param("170 barges, 2 unabhängige Ursprünge: ", None, id="counted in German"),
        pytest.param("12 March 2024, Harbour Gazette: ", None, id="a day, its year inferred"),
        pytest.param("21 March 2024, Harbour Gazette: ", "21", id="another day"),
        pytest.param("12 March 2021, Harbour Gazette: ", "2021", id="another year"),
        pytest.param("12 March 2024 (inferred), Harbour Gazette: ", None, id="a day reckoned"),
        pytest.param("12. März 2024 (erschlossen), Harbour Gazette: ", None, id="so in German"),
        pytest.param("March 2024 (inferred), Harbour Gazette: ", None, id="a month reckoned"),
        pytest.param("On 3 May 2019 the paper wrote: ", None, id="a sentence with its day"),
        pytest.param(
            "In all 12 rooms of the long house by the quay where 9 men met it read: ",
            None,
            id="a sentence",
        ),
        pytest.param("710 barges ", None, id="no label"),
        pytest.param("Moss, port-0758.txt, undated: ", None, id="the name of the file"),
        pytest.param("Corrected, Harbour Gazette [1]; now: ", None, id="a number of the list"),
    ],
)
def test_a_label_has_the_figures_of_the_source(label: str, figure: str | None) -> None:
    told = [(it.kind, it.grave) for it in found(label) if f" {figure} " in it.text]

    assert found(label) == [] if figure is None else told == [("figure", True)]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        pytest.param(ENTRY, [], id="as it is"),
        pytest.param(ENTRY.replace("8,", "18,"), [("date", True)], id="another day"),
        pytest.param(ENTRY.replace("Gazette", "Courier"), [("name", False)], id="another paper"),
        pytest.param(ENTRY.replace("go down", "go up"), [("name", False)], id="another title"),
        pytest.param(ENTRY.upper(), [], id="in capitals"),
        pytest.param(f"{ENTRY}, accessed 9 May 2024", [], id="with the day of a visit"),
        pytest.param("[1]\tBarges go down, Harbour Gazette, port-0758.txt", [], id="without a day"),
    ],
)
def test_an_entry_says_of_its_source_what_it_says_itself(
    entry: str, told: list[tuple[str, bool]]
) -> None:
    assert [(it.kind, it.grave) for it in found("170 barges: ", entry)] == told


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("9 March 2024 (inferred), Harbour Gazette: ", "2024-03-09"),
        ("9. März 2024 (erschlossen), Harbour Gazette: ", "2024-03-09"),
        ("avril 2024 (déduit), Harbour Gazette : ", "2024-04"),
    ],
)
def test_a_day_that_the_words_do_not_lead_to_was_not_inferred_from_them(
    label: str, day: str
) -> None:
    said = f"the words do not lead to {day}, which their label says is inferred"

    assert [(it.kind, it.text, it.grave) for it in found(label)] == [("date", said, True)]


WEDNESDAY = "The port lost its barges on Wednesday. They sank within the hour, in a storm."


@pytest.mark.parametrize(
    ("label", "published", "words", "day"),
    [
        ("3 April 2024", date(2024, 4, 8), WEDNESDAY[:38], None),
        ("4 April 2024", date(2024, 4, 8), WEDNESDAY[:38], "2024-04-04"),
        ("4 April 2024", None, WEDNESDAY[:38], None),
        ("4 April 2024", date(2024, 4, 8), WEDNESDAY[39:], None),
        ("some day", date(2024, 4, 8), WEDNESDAY[:38], None),
    ],
    ids=["as reckoned", "another", "of no day", "words without a time", "no day"],
)
def test_a_day_is_reckoned_from_that_of_its_source(
    label: str, published: date | None, words: str, day: str | None
) -> None:
    source = replace(PORT, text=WEDNESDAY, published=published)
    start = WEDNESDAY.find(words)

    shelf = Sources((), reckon=times_of)

    assert misreckoned(label, source, (start, start + len(words)), shelf) == day


@pytest.mark.parametrize(("day", "told"), [("8 ,2024. April", []), ("9 ,2024. April", ["date"])])
def test_a_day_in_a_line_of_both_directions_may_be_read_in_any_order(
    day: str, told: list[str]
) -> None:
    titles = ("Barges go down", "Ferries are late again", "The lock was mended in May")
    sources = [
        replace(PORT, id=title * 2, path=f"{title.split()[1]}.txt", title=title) for title in titles
    ]
    days = (day, "8 April 2024", "8 April 2024")
    entries = [
        f"[{at}] {one.title}. Harbour Gazette, {when}. {one.path}"
        for at, (one, when) in enumerate(zip(sources, days, strict=True), 1)
    ]
    lines = [Printed(it, Part.ENTRY, 9, "page 1", seen=(it,)) for it in entries]
    item = Printed(WORDS, Part.QUOTATION, 1, "page 1", (Mark(len(WORDS), "1"),))
    paper = Paper("pdf", (item, *lines), {"1": "[1]; [2]; [3]"})

    report = prove(paper, Sources(tuple(map(Held, sources))), "brief.pdf")

    assert [it.kind for it in report.findings if it.grave] == told


@pytest.mark.parametrize(
    ("language", "day"), [("fr", None), ("fr-CA", None), ("en", "2024-11-22"), (None, "2024-11-22")]
)
def test_a_day_is_reckoned_in_the_language_of_its_source(
    language: str | None, day: str | None
) -> None:
    text = "Le port a affirmé vendredi avoir perdu ses quais pour 2025."
    source = replace(PORT, text=text, published=date(2024, 11, 22), language=language)
    shelf = Sources((), reckon=times_of)

    label = "22 novembre 2024 (déduit)"
    assert misreckoned(label, source, (0, len(text)), shelf) == day
