"""What is chosen: nothing twice, spread over sources, the analyst's word first."""

from collections.abc import Sequence

import pytest

from briefing.analysis.candidates import Candidate, candidates, paragraphs
from briefing.analysis.selection import Choice, select
from briefing.analysis.theme_files import parse_theme
from briefing.analysis.themes import compile_theme
from briefing.errors import PassageRangeError
from briefing.model.brief import Drop, Pin
from briefing.model.passage import Passage
from briefing.model.source import Source
from tests.sources import make_source

HARBOUR = compile_theme(
    parse_theme('id="harbour"\ntitle="Harbour"\n[[match]]\nany=["harbour", "lock"]\n', "h.toml")
)
PILOTS = compile_theme(
    parse_theme('id="pilots"\ntitle="Pilots"\n[[match]]\nany=["pilot"]\n', "p.toml")
)
OPENING = "The northern lock of Moss harbour will open again on 4 May after two years of repairs."
OPENING_ELSEWHERE = (
    "After two years of repairs the northern lock of Moss harbour opens again on 4 May."
)
TOLL = "Every ship of more than 90 metres pays a harbour toll of 400 crowns from next winter on."
PILOT = "Nine pilots of the harbour guild asked the ministry for a second tower on the mole."


def _select(sources: Sequence[Source], limit: int = 5, **orders: object) -> dict[str, list[str]]:
    chosen = _choices(sources, limit, **orders)
    return {
        theme: [pick.candidate.excerpt.exact for pick in picks] for theme, picks in chosen.items()
    }


def _choices(
    sources: Sequence[Source], limit: int, **orders: object
) -> dict[str, tuple[Choice, ...]]:
    by_theme: dict[str, list[Candidate]] = {
        matcher.theme.id: [
            item for source in sources for item in candidates(paragraphs(source), matcher)
        ]
        for matcher in (HARBOUR, PILOTS)
    }
    return select(by_theme, limit, {source.id: source for source in sources}, **orders)  # type: ignore[arg-type] # orders are pins and drops


def test_a_repetition_becomes_a_second_citation() -> None:
    one, other = make_source(OPENING, id="aaaa"), make_source(OPENING_ELSEWHERE, TOLL, id="bbbb")
    picks = _choices([one, other], 5)["harbour"]

    texts = [pick.candidate.excerpt.exact for pick in picks]
    assert len({OPENING, OPENING_ELSEWHERE} & set(texts)) == 1
    (echo,) = [echo for pick in picks for echo in pick.echoes]
    assert {echo.excerpt.exact, *texts} == {OPENING, OPENING_ELSEWHERE, TOLL}


def test_no_place_is_printed_under_two_themes() -> None:
    chosen = _select([make_source(PILOT, TOLL)])

    assert chosen == {"harbour": [TOLL], "pilots": [PILOT]}


def test_limit_holds_for_each_theme() -> None:
    chosen = _select([make_source(OPENING, TOLL, PILOT)], limit=1)

    assert {theme: len(texts) for theme, texts in chosen.items()} == {"harbour": 1, "pilots": 1}


def test_pins_come_first_and_drops_never() -> None:
    source = make_source(OPENING, TOLL, PILOT)
    pin = Pin(Passage("aaaa", 4, 17), "pilots")
    drop = Drop(Passage("aaaa", source.text.index(TOLL) + 5, source.text.index(TOLL) + 9))

    chosen = _select([source], pins=[pin], drops=[drop])

    assert chosen["pilots"][0] == OPENING[4:17]
    assert TOLL not in chosen["harbour"]
    assert OPENING not in chosen["harbour"]


def test_a_pin_outside_its_source_is_refused() -> None:
    with pytest.raises(PassageRangeError):
        _select([make_source(OPENING)], pins=[Pin(Passage("aaaa", 5, 9999), "pilots")])


def test_a_drop_of_one_theme_leaves_the_place_to_the_others() -> None:
    drop = Drop(Passage("aaaa", 0, len(PILOT)), "pilots")

    chosen = _select([make_source(PILOT)], drops=[drop])

    assert chosen["pilots"] == []
