"""What is chosen: nothing twice, spread over sources, the analyst's word first."""

from collections.abc import Sequence

import pytest

from briefing.analysis.body import Body
from briefing.analysis.candidates import Candidate, candidates
from briefing.analysis.selection import Choice, Wishes, select
from briefing.analysis.theme_files import parse_theme
from briefing.analysis.themes import compile_theme
from briefing.errors import PassageRangeError
from briefing.model.brief import Drop, Pin
from briefing.model.findings import Conflict, Position
from briefing.model.passage import Excerpt, Passage
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
        matcher.theme.id: [item for source in sources for item in candidates(Body(source), matcher)]
        for matcher in (HARBOUR, PILOTS)
    }
    wishes = Wishes(limit, **orders)  # type: ignore[arg-type] # orders are pins and drops
    return select(by_theme, {source.id: source for source in sources}, wishes)


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


def _candidate(source: Source, words: str, score: float, backing: float = 1.0) -> Candidate:
    start = source.text.index(words)
    excerpt = Excerpt.cut(source, start, start + len(words))
    return Candidate("harbour", excerpt, score, ("speaks of “harbour”",), backing)


def test_of_two_that_say_the_same_the_better_backed_is_printed() -> None:
    plain, backed = make_source(OPENING, id="aaaa"), make_source(OPENING_ELSEWHERE, id="bbbb")
    pool = [_candidate(plain, OPENING, 1.0), _candidate(backed, OPENING_ELSEWHERE, 0.9, 1.2)]

    (pick,) = select({"harbour": pool}, {"aaaa": plain, "bbbb": backed}, Wishes(5))["harbour"]

    assert pick.candidate.excerpt.exact == OPENING_ELSEWHERE
    assert pick.candidate.because[-1] == "better sourced than the same elsewhere"
    assert [echo.excerpt.exact for echo in pick.echoes] == [OPENING]


def test_a_better_backed_side_of_a_difference_for_which_there_is_no_room_is_passed_over() -> None:
    plain, backed = make_source(OPENING, TOLL, id="aaaa"), make_source(OPENING_ELSEWHERE, id="bbbb")
    other = make_source(HIGH, id="cccc")
    pool = [
        _candidate(plain, OPENING, 1.0), _candidate(backed, OPENING_ELSEWHERE, 0.9, 1.2),
        _candidate(plain, TOLL, 0.8),
    ]  # fmt: skip
    sides = [pool[1].excerpt, _candidate(other, HIGH, 1.0).excerpt]
    conflict = Conflict("When", tuple(map(Position, ("4 May", "90"), sides)))
    sources = {source.id: source for source in (plain, backed, other)}

    chosen = select({"harbour": pool}, sources, Wishes(1), [conflict])["harbour"]

    assert OPENING_ELSEWHERE not in [pick.candidate.excerpt.exact for pick in chosen]


LOW = "The harbour office says that 40 ships were held back by the storm."
HIGH = "At the pilots' guild they count 90 ships that the storm held back."


@pytest.mark.parametrize(
    ("limit", "dropped", "printed"),
    [
        pytest.param(5, "", {LOW, HIGH, TOLL}, id="both sides"),
        pytest.param(1, "", {TOLL}, id="neither, where there is room for one"),
        pytest.param(5, HIGH, {TOLL}, id="neither, if one is dropped"),
    ],
)
def test_both_sides_of_a_difference_are_printed_or_neither(
    limit: int, dropped: str, printed: set[str]
) -> None:
    one, other = make_source(LOW, TOLL, id="aaaa"), make_source(HIGH, id="bbbb")
    drops = [Drop(_candidate(other, words, 1.0).excerpt.passage) for words in (dropped,) if words]
    sides = [_candidate(one, LOW, 1.0).excerpt, _candidate(other, HIGH, 1.0).excerpt]
    conflict = Conflict("How many ships", tuple(map(Position, ("40", "90"), sides)))
    pool = [_candidate(one, LOW, 1.0), _candidate(one, TOLL, 0.9)]

    chosen = select(
        {"harbour": pool}, {"aaaa": one, "bbbb": other}, Wishes(limit, drops=drops), [conflict]
    )

    assert {pick.candidate.excerpt.exact for pick in chosen["harbour"]} == printed


def test_two_names_of_one_thing_are_no_two_answers() -> None:
    naming = "The old harbour of Moss (also known as the lock) is found north of the town hall."
    telling = "The old harbour of Moss waits for the lock until the winter storms are over."
    named = "The old harbour of Moss, also known as the lock, is found north of the town hall."

    assert _select([make_source(naming, telling)], limit=1)["harbour"] == [telling]
    assert _select([make_source(named, telling)], limit=1)["harbour"] == [telling]
