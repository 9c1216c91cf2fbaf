"""A new user's way, by mouse and keys alone, from an empty home folder to proven files."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from tests.gui.acting import letters
from tests.gui.person import CARD, ROOT, SIZE, Person, Seen, a_person, in_briefing, lacking

pytestmark = pytest.mark.skipif(bool(why := lacking()), reason=why or "nothing is lacking")
_WHOLE = 240.0
"""Seconds that the way may take on a machine that is busy with other things."""


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    with a_person(tmp_path) as person:
        yield person


def _quote(card: Seen) -> str:
    found = re.search(r"Quote: (.*) (?:Said by |Speaker unknown)", card.name, re.DOTALL)
    assert found
    return found[1]


def _listed(person: Person) -> int:
    tab = person.see("page tab", r"^Candidates \d").name
    return int(tab.split()[-1].replace(",", ""))


def _chosen(person: Person) -> Seen:
    return person.see(CARD, state="selected")


def _tick_by_mouse(person: Person, card: Seen) -> None:
    """Click from the card's corner inwards: somewhere there is its tick."""
    left, top, _, high = card.box
    before = in_briefing(person)
    for inwards in range(10, high // 2, 8):
        person.click((left + inwards, top + inwards))
        time.sleep(0.3)
        if in_briefing(person) != before:
            return
    pytest.fail("the card has no tick")


def _click_quotation(person: Person, unlike: str) -> tuple[int, int]:
    """Click down the page until another card is chosen."""
    page = person.see("filler", "^Page preview$")
    left, top, wide, high = page.box
    for y in range(top + high // 8, top + high, 14):
        person.click((left + wide // 2, y))
        if _quote(_chosen(person)) != unlike:
            return left + wide // 2, y
    pytest.fail("no quotation on the page answers to a click")


def _articles(folder: Path) -> Path:
    folder.mkdir()
    for number in range(25):
        text = "".join(
            f"<p>China has sent {number + 3 * n} patrol ships to the strait of Moss, the "
            f"ministry said on day {n} of journey {number}.</p>"
            for n in range(1, 8)
        )
        title = f"Patrol {number} leaves harbour"
        page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}"
        (folder / f"patrol-{number}.html").write_text(page, encoding="utf-8")
    return folder


def _begin(person: Person) -> None:
    """The sample is there; tick a card; search, include by key, undo."""
    person.see(CARD, "^Included")
    person.see("frame", state="active")
    assert in_briefing(person) == 4
    _tick_by_mouse(person, person.see(CARD, "^Not included"))
    person.wait(lambda: in_briefing(person) == 5)
    every = _listed(person)
    person.press("ctrl+f")
    person.write("command")
    person.wait(lambda: 2 < _listed(person) < every)
    person.press("Tab")
    person.see("list", "^Excerpts$", state="focused")
    person.press("Down", "Down")
    while not _chosen(person).name.startswith("Not included"):
        person.press("Down")
    person.press("space")
    person.wait(lambda: in_briefing(person) == 6)
    person.press("ctrl+z")
    person.wait(lambda: in_briefing(person) == 5)
    person.press("ctrl+f", "BackSpace")
    person.wait(lambda: _listed(person) == every)


def _follow_the_proof(person: Person) -> None:
    """From the page to the card, to the source, to what other sources say."""
    person.press("ctrl+2")
    point = _click_quotation(person, _quote(_chosen(person)))
    card = _chosen(person)
    assert card.name.startswith("Included")
    person.click(point, times=2)
    person.wait(lambda: any(_quote(card) in one.text for one in person.all("text", "^Text of")))
    person.press("ctrl+2", "c")
    person.wait(lambda: any("Compared" in one.text for one in person.look()))


def _add_files(person: Person, folder: Path) -> None:
    """Drag 25 files from another program; they are listed when one says so."""
    before = _listed(person)
    corner = SIZE[0] - 120, SIZE[1] - 120
    pile = person.start("-m", "tests.gui.drag_source", str(folder), *map(str, corner))
    time.sleep(2.0)
    middle = person.see("list", "^Excerpts$").middle()
    person.carry((corner[0] + 50, corner[1] + 50), middle)
    pill = person.see("push button", "^[0-9]+ new excerpts")
    pile.kill()
    assert _listed(person) == before
    person.click(pill.middle())
    person.wait(lambda: _listed(person) == before + int(pill.name.split()[0]))


def _change_template(person: Person) -> None:
    person.press("ctrl+3")
    person.click(person.see("push button", "^Template: One-page").middle())
    person.press("Down", "Return")
    person.see("push button", "^Template: Full briefing")


def _change_theme(person: Person) -> None:
    """What a new phrase finds shows while one types; it is kept, and undone."""
    person.click(person.see("table cell", "^North Korea$").middle(), times=2)
    person.click(person.see("push button", "^. Phrases$").middle())
    person.write("patrol ships")
    person.wait(lambda: any(re.search("^Live result.*＋[1-9]", one.text) for one in person.look()))
    person.click(person.see("push button", "^Done$").middle())
    person.wait(lambda: not person.all("page tab", "^Theme$"))


def _export(person: Person) -> list[Path]:
    person.press("ctrl+e")
    person.see("dialog", "^Export briefing$")
    person.press("Return")
    person.see("label", "Exported .*edition 1")
    files = sorted([*person.home.glob("*.pdf"), *person.home.glob("*.docx")])
    assert [file.suffix for file in files] == [".docx", ".pdf"]
    return files


def _proven(person: Person, file: Path) -> int:
    """How many passages of a file `briefing verify` proves; none may fail."""
    library = person.home / "data/briefing/samples.db"
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "verify", str(file), "--library", str(library)],
        cwd=ROOT, env=person.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    found = re.search(r": (\d+) proven", done.stdout)
    assert found
    return int(found[1])


def _words(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as file:
        return letters("".join(page.get_textpage().get_text_range() for page in file))


def test_a_new_user_finds_the_way(person: Person, tmp_path: Path) -> None:
    began = time.monotonic()
    app = person.start()
    _begin(person)
    _follow_the_proof(person)
    _add_files(person, _articles(tmp_path / "articles"))
    _change_template(person)
    _change_theme(person)
    files = _export(person)

    printed = [_quote(card) for card in person.everything() if card.name.startswith("Included")]
    chosen, count, listed = _quote(_chosen(person)), in_briefing(person), _listed(person)
    assert len(printed) == count
    words = _words(next(file for file in files if file.suffix == ".pdf"))
    assert [quote for quote in printed if letters(quote) not in words] == []
    for file in files:
        assert _proven(person, file) >= count

    app.send_signal(signal.SIGKILL)
    app.wait()
    person.start()
    person.see("label", "ended unexpectedly at .* All changes up to then are here")
    person.wait(lambda: (in_briefing(person), _listed(person)) == (count, listed))
    assert _quote(_chosen(person)) == chosen
    person.see("push button", "^Template: Full briefing")
    assert time.monotonic() - began < _WHOLE
