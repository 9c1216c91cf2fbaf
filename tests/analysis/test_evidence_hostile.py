"""Long text of the worst kind costs what its length costs."""

import time
from collections.abc import Callable

import pytest

from briefing.analysis.lexicon import CueVerbs, Outlets
from briefing.analysis.origins import origins
from briefing.analysis.reprints import reprints
from briefing.analysis.speech import attributions
from briefing.model.source import Kind, Segment, Source

CUES = CueVerbs(frozenset({"said", "told", "reported"}), frozenset({"called"}))
OUTLETS = Outlets({"Reuters": "Reuters"})
WORK: dict[str, Callable[[Source], object]] = {
    "speech": lambda source: attributions(source, CUES),
    "origins": lambda source: origins(source, OUTLETS),
    "reprints": lambda source: reprints([source, source]),
}


@pytest.mark.parametrize("work", WORK)
@pytest.mark.parametrize(
    "part",
    [
        "“",
        '"',
        "'a ",
        "said ",
        "he said ",
        "The ",
        "A ",
        "( ",
        "told ",
        "who said ",
        "Reuters, a, ",
    ],
)
def test_hostile_text_stays_quick(part: str, work: str) -> None:
    text = (part * 50_000)[:50_000]
    source = Source("s", "s", "", "", text, (Segment(0, len(text), Kind.BODY),))
    began = time.process_time()

    WORK[work](source)

    assert time.process_time() - began < 1.0, "quadratic work takes many seconds here"
