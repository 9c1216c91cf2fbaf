"""What a screen reader is told over the bus, and that nothing is ever sent to a network."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.person import CARD, Person, a_person, in_briefing, lacking

pytestmark = pytest.mark.skipif(bool(why := lacking()), reason=why or "nothing is lacking")
ACTED_ON = frozenset(
    {
        "push button", "toggle button", "check box", "radio button", "combo box", "text", "list",
        "list item", "tree", "table", "table cell", "page tab", "page tab list", "menu item",
        "slider", "spin button", "link",
    }
)  # fmt: skip
PANES = (
    (("ctrl+2",), "list", "^Excerpts$"),
    (("Return",), "text", "^Text of the source$"),
    (("ctrl+2", "c"), "label", "^Comparison of sources$"),
    (("ctrl+6",), "label", "^What changed"),
    (("ctrl+l",), "table", "^Sources of the library$"),
    (("ctrl+t",), "label", "^What the theme finds$"),
)
"""Keys, and what shows then."""
DIALOGS = ("ctrl+e", "ctrl+k", "ctrl+comma", "ctrl+h", "F1")


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    with a_person(tmp_path) as person:
        yield person


def _started(person: Person, *watched_by: str) -> None:
    person.start(watched_by=watched_by)
    person.see(CARD, "^Included")
    person.see("frame", state="active")


def _unnamed(person: Person) -> tuple[set[str], int]:
    seen = [one for one in person.look() if one.role in ACTED_ON]
    return {f"{one.role} at {one.box}" for one in seen if not one.name.strip()}, len(seen)


def test_everything_that_can_be_acted_on_has_a_name(person: Person) -> None:
    _started(person)
    unnamed, count = set(), 0
    for keys, role, name in PANES:
        person.press(*keys)
        person.see(role, name)
        found, seen = _unnamed(person)
        unnamed |= {(name, one) for one in found}
        count += seen
    person.press("ctrl+2")
    for key in DIALOGS:
        before = len(person.all("dialog"))
        person.press(key)
        person.wait(lambda before=before: len(person.all("dialog")) > before)  # type: ignore[misc]
        found, seen = _unnamed(person)
        unnamed |= {(key, one) for one in found}
        count += seen
        person.press("Escape")
        person.wait(lambda before=before: len(person.all("dialog")) == before)  # type: ignore[misc]

    assert unnamed == set()
    assert count > 500


def test_a_card_is_ticked_by_its_own_action(person: Person) -> None:
    _started(person)
    before = in_briefing(person)
    card = person.see(CARD, "^Not included")
    assert {"checkable", "selectable"} <= set(card.states)

    person.toggle(CARD, card.name)
    person.wait(lambda: in_briefing(person) == before + 1)
    there = re.escape(card.name.removeprefix("Not included."))
    ticked = person.see(CARD, f"^Included.{there}$", state="checked")
    person.toggle(CARD, ticked.name)

    person.wait(lambda: in_briefing(person) == before)
    person.press("Down", "space")
    person.wait(lambda: in_briefing(person) != before)


@pytest.mark.skipif(not shutil.which("strace"), reason="there is no strace")
def test_nothing_is_ever_sent_to_a_network(person: Person, tmp_path: Path) -> None:
    log = tmp_path / "calls"
    calls = "trace=connect,sendto,sendmsg,sendmmsg"
    _started(person, "strace", "-f", "--seccomp-bpf", "-e", calls, "-o", str(log))
    person.press("Down", "space", "ctrl+e")
    person.see("dialog", "^Export briefing$")
    person.press("Return")
    person.see("label", "Exported .*edition 1")

    made = log.read_text().splitlines()
    assert any("connect(" in line and "AF_UNIX" in line for line in made)
    assert [line for line in made if "AF_INET" in line] == []
