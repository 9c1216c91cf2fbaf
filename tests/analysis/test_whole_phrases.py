"""A name at the end of a phrase is not who speaks: “a spokesman for the ministry in Moss said”."""

import pytest

from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speech import attributions
from tests.sources import make_source

CUES = CueVerbs(frozenset({"said", "told", "asked"}), frozenset({"called"}))
SAID = " the old harbour of the town would be closed by March."


@pytest.mark.parametrize(
    ("subject", "written"),
    [
        ("One official in Moss", "One official in Moss"),
        ("A spokesman for the ministry in Moss", "A spokesman for the ministry in Moss"),
        ("The head of the U.N. mission in Moss", "The head of the U.N. mission in Moss"),
        ("Harbour officials in Moss and Vance", "Harbour officials in Moss and Vance"),
        ("Some guests at the meeting in Moss", "Some guests at the meeting in Moss"),
        ("79 percent of Norwegians", "79 percent of Norwegians"),
        ("The Organization for Harbour Law", "The Organization for Harbour Law"),
        ("Leo Brandt, research director for Vance Harbour Works,", "Leo Brandt"),
        ("Leo Brandt, 29, of Moss,", "Leo Brandt"),
        ("Secretary of State Ada Vance", "Ada Vance"),
        ("Help from Ada Vance, who", "Ada Vance"),
        ("She spoke with a sailor in Moss, who", "a sailor in Moss"),
    ],
)
def test_the_whole_phrase_speaks(subject: str, written: str) -> None:
    (found,) = attributions(make_source(f"{subject} said{SAID}"), CUES)

    assert found.as_written == written
    assert found.speaker in (None, written)


@pytest.mark.parametrize(
    "subject",
    [
        "Support for Ada Vance",
        "The port’s ban of Ada Vance",
        "The cheap plan for a new pier in Moss",
        "Even if the board can win against Vance in Moss",
    ],
)
def test_what_is_nobody_does_not_speak(subject: str) -> None:
    assert not attributions(make_source(f"{subject} said{SAID}"), CUES)
