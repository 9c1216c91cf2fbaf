"""What is foreseen of acts that wait is what the session makes of them, whatever they are."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.gui.view_models import foreseen
from briefing.gui.view_models.foreseen import Effect, Foresight
from briefing.library import Access, Library, open_library
from briefing.model.desk import Desk, Included, Settings, ShownCard
from briefing.resources import seeds
from briefing.workflow.importing import import_paths
from briefing.workflow.session import Session

_MOST = 6
_NAMES = count()
_Act = Callable[[Session], None]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of a few sample articles."""
    with open_library(tmp_path_factory.mktemp("shelf") / "library.db", Access.MAKE) as library:
        articles = sorted(seeds("articles").iterdir())[:5]
        for _ in import_paths(library, articles):
            pass
        yield library


def _item(card: ShownCard, theme: str) -> Included:
    place = card.passage
    return Included(
        place, theme, card.text, card.speaker, card.label, card.published, place, card.publisher
    )


def _acts(session: Session, draw: st.DataObject) -> tuple[_Act, Effect]:
    """An act as the session does it, and its effect as the window foresees it."""
    desk, ids = session.desk(), [theme.id for theme in session.themes]
    cards = session.cards(session.excerpts()[:_MOST])
    card, theme = draw.draw(st.sampled_from(cards)), draw.draw(st.sampled_from(ids))
    place, items = card.passage, (*desk.included, *desk.parked)
    whole = {item.whole: item for item in items}
    known = whole.get(place, _item(card, theme))
    kinds = ["include", "out", "place", "dismiss", "write", "remark", "setting"]
    kind = draw.draw(st.sampled_from([*kinds, *(["park", "trim", "move"] if items else [])]))
    item = draw.draw(st.sampled_from(items)) if items else known
    on, by = draw.draw(st.booleans()), draw.draw(st.sampled_from([-9, -1, 1, 9]))
    text = draw.draw(st.sampled_from(["", "a word", " two words "]))
    before = draw.draw(st.sampled_from([None, *whole]))
    start, end = item.whole.start, item.whole.end - (7 if on else 0)
    cut = session.source(item.whole.source).source.text[start:end]
    made: dict[str, tuple[_Act, Effect]] = {
        "include": (lambda s: s.include([(place, theme)]),
                    foreseen.with_included([_item(card, theme)], ids)),
        "out": (lambda s: s.leave_out([place]), foreseen.without([place])),
        "place": (lambda s: s.place([place], theme, before),
                  foreseen.placed_under([_item(card, theme)], theme, before, ids)),
        "dismiss": (lambda s: s.dismiss([place], on=on), foreseen.dismissed([place], on=on)),
        "write": (lambda s: s.write(theme, [text, "more"]),
                  foreseen.written(theme, [text, "more"])),
        "remark": (lambda s: s.remark(place, text), foreseen.noted(place, text)),
        "setting": (lambda s: s.set("title", text, "Title"), foreseen.with_setting("title", text)),
        "park": (lambda s: s.park(item, on=on), foreseen.parked(item, on=on)),
        "trim": (lambda s: s.trim(item, start, end), foreseen.trimmed(item, start, end, cut)),
        "move": (lambda s: s.move(item, by), foreseen.moved(item, by)),
    }  # fmt: skip
    return made[kind]


def _bare(desk: Desk) -> Desk:
    """Without what only the disk knows: the titles of the acts."""
    return replace(desk, undo=None, redo=None)


def _foresee(desk: Desk, effects: list[Effect]) -> Desk:
    return Foresight().foresee(desk, effects)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_is_foreseen_is_what_the_session_makes_of_it(
    shelf: Library, data: st.DataObject
) -> None:
    session = Session(shelf, f"desk {next(_NAMES)}")
    effects, desks, sight = [], [session.desk()], Foresight()

    for _ in range(data.draw(st.integers(1, 5))):
        act, effect = _acts(session, data)
        act(session)
        effects.append(effect)
        desks.append(session.desk())

        assert _bare(sight.foresee(desks[0], effects)) == _bare(desks[-1])
    for done, desk in enumerate(desks):  # one after the other comes to the disk
        assert _bare(sight.foresee(desk, effects[done:])) == _bare(desks[-1])


_EFFECTS = [foreseen.with_setting("title", "one"), foreseen.written("china", ["a word"]),
            foreseen.with_setting("title", "")]  # fmt: skip


@given(st.lists(st.sampled_from(_EFFECTS), max_size=5), st.integers(0, 7))
def test_as_many_redos_as_undos_lead_back(acts: list[Effect], times: int) -> None:
    desk = Desk("one", Settings())
    back = [*acts, *[foreseen.undone] * times]

    assert _bare(_foresee(desk, [*back, *[foreseen.redone] * times])) == _bare(_foresee(desk, acts))
    kept = acts[: max(len(acts) - times, 0)]
    assert _bare(_foresee(desk, back)) == _bare(_foresee(desk, kept))


def test_each_act_that_waits_is_worked_out_once() -> None:
    worked: list[int] = []

    def act(number: int) -> Effect:
        def effect(desk: Desk) -> Desk:
            worked.append(number)
            return foreseen.with_setting("title", f"title {number}")(desk)

        return effect

    sight, desk, acts = Foresight(), Desk("one", Settings()), [act(n) for n in range(30)]
    for many in range(1, 31):
        foretold = sight.foresee(desk, acts[:many])
        assert foretold.settings.title == f"title {many - 1}"
    on_disk = desk
    for done in range(30):
        on_disk = foreseen.with_setting("title", f"title {done}")(on_disk)
        assert sight.foresee(on_disk, acts[done + 1 :]).settings.title == "title 29"

    assert worked == list(range(30))
