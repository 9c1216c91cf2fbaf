"""How an entry of a source list leads to its source."""

from briefing.model.source import Source
from briefing.verify.shelf import Clue, Held, Sources, tell, tell_likely

TITLE = "The harbour closes for a year"
AROUND = ("barges cranes dredgers lighters moles", "pilots tides tolls wharves winches")


def _source(key: str, title: str, text: str) -> Held:
    return Held(Source(key * 16, f"{key}.txt", key * 64, "text/plain", text, (), title=title))


def test_a_title_leads_to_its_source_whatever_stands_around_it() -> None:
    meant = _source("a", TITLE, f"{TITLE}\n\nThe port will reopen in May.")
    others = [
        _source(key, f"Of {words}", f"{TITLE}, for {words}")
        for key, words in zip("bc", AROUND, strict=True)
    ]
    shelf = Sources((*others, meant))
    clue = Clue(f"[1] “{TITLE}.” n.d. {AROUND[0]} {AROUND[1]}")

    assert tell(clue, shelf.likely(clue.text, 3)) == []  # the words around it lead elsewhere
    assert tell_likely(clue, shelf, 3) == [meant]
