"""What is known of an excerpt's words: who speaks, when and where they came out, and how that is known."""

import re
from html import escape

from msgspec import Struct

from briefing.gui.item_models.cards import spell
from briefing.model.desk import ShownSource
from briefing.model.passage import Passage
from briefing.model.source import Field
from briefing.retold import retell
from briefing.words import say

SPEAKER = "speaker"
_AROUND = 160
"""Characters before and after an excerpt among which the words stand that name its speaker."""


class Fact(Struct, frozen=True):
    """One fact: its name, what it is called, its value, how it was found, whether the analyst gave it.

    `value` is what a person would change, `shown` how it is spelled.
    """

    name: str
    label: str
    value: str
    shown: str
    found: str
    told: str
    """More on how it was found, for the tool tip, as HTML."""
    yours: bool

    def line(self) -> str:
        """The fact in one line."""
        how = say("yours") if self.yours else self.found
        line = say("{label}: {value}", label=self.label, value=self.shown)
        return f"{line} ({how}) ✎" if how else f"{line} ✎"


def facts(shown: ShownSource, passage: Passage) -> tuple[Fact, ...]:
    """Who speaks at `passage`, when and where its source came out; for no words no speaker."""
    of_source = (_day(shown), _publisher(shown))
    return (_speaker(shown, passage), *of_source) if passage.start < passage.end else of_source


def _speaker(shown: ShownSource, passage: Passage) -> Fact:
    said = [item for item in shown.said if item.passage.overlaps(passage) and item.speaker]
    names = list(dict.fromkeys(item.speaker or "" for item in said))
    read = "; ".join(names)
    yours = next((name for place, name in shown.named.items() if place.overlaps(passage)), None)
    if yours is not None:
        return Fact(
            SPEAKER,
            say("Who"),
            yours,
            yours,
            "",
            _struck(read or say("speaker unknown")),
            yours=True,
        )
    role = next((item.role for item in said if item.role), "") if len(names) == 1 else ""
    cue = next((found for item in said if (found := _cue(shown, item.as_written, item.cue,
                                                         passage))), "")  # fmt: skip
    words = f"{read}, {role}" if role else read or say("unknown")
    return Fact(
        SPEAKER,
        say("Who"),
        read,
        words,
        say("found: “{words}”", words=cue) if cue else "",
        _correct(),
        yours=False,
    )


def _cue(shown: ShownSource, name: str | None, cue: str | None, passage: Passage) -> str:
    """The words that name the speaker, as they stand beside the excerpt."""
    if not cue:
        return ""
    text = shown.source.text
    part = text[max(0, passage.start - _AROUND) : passage.end + _AROUND]
    if name:
        for one, other in ((name, cue), (cue, name)):
            if hit := re.search(rf"\b{re.escape(one)}\s+{re.escape(other)}\b", part):
                return " ".join(hit[0].split())
    return cue if cue in part else ""


def _day(shown: ShownSource) -> Fact:
    now, found = shown.source.published, shown.found.published
    value = now.isoformat() if now else ""
    return _of_source(shown, Field.PUBLISHED, say("When"), (value, spell(now), spell(found)))


def _publisher(shown: ShownSource) -> Fact:
    now, found = shown.source.publisher or "", shown.found.publisher or say("unknown")
    return _of_source(shown, Field.PUBLISHER, say("Publisher"), (now, now or say("unknown"), found))


def _of_source(shown: ShownSource, field: Field, label: str, values: tuple[str, str, str]) -> Fact:
    value, spelled, found = values
    if field in shown.corrected:
        return Fact(field.value, label, value, spelled, "", _struck(found), yours=True)
    evidence = shown.source.evidence.get(field)
    where = say("text") if evidence and evidence.start is not None else ""
    told = _correct()
    if evidence:
        told = f"{say('Found in: {where}', where=escape(retell(evidence.found_in)))}<br>{told}"
    return Fact(field.value, label, value, spelled, where, told, yours=False)


def _struck(found: str) -> str:
    before = say("Found: {value}", value=f"<s>{escape(found)}</s>")
    return f"{before}<br>{say('Yours stands in its place; leave it empty to go back')}"


def _correct() -> str:
    return say("Click to correct it")
