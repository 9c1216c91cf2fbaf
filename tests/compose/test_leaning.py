"""The words that show on whom a source leans are printed once."""

from briefing.compose.leaning import leaning_words
from briefing.model.findings import Findings, Origin, SourceFindings
from briefing.model.passage import Passage
from tests.sources import make_source


def _origin(text: str, name: str, words: str) -> Origin:
    start = text.index(words)
    return Origin(name, words, Passage("aaaa", start, start + len(words)))


def test_places_that_overlap_are_one() -> None:
    source = make_source("It is shut, according to reports by the Quay Post and the Harbour Times.")
    found = SourceFindings(
        source.id,
        origins=(
            _origin(source.text, "Quay Post", "according to reports by the Quay Post"),
            _origin(source.text, "Harbour Times", "reports by the Quay Post and the Harbour Times"),
        ),
    )

    shown = leaning_words(source, Findings((), by_source=(found,)))

    assert [excerpt.exact for excerpt in shown] == [
        "according to reports by the Quay Post and the Harbour Times"
    ]
