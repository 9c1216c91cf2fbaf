"""What stands behind an excerpt raises or lowers it."""

import pytest

from briefing.analysis.backing import backing
from briefing.analysis.candidates import Candidate
from briefing.model.findings import Attribution, Findings, Form, SourceFindings
from briefing.model.passage import Excerpt, Passage
from tests.sources import make_source

OURS = "We must close the harbour of Moss to defend the pilots."
THEIRS = "The board must close the harbour of Moss to defend them."
MARKED = "“The harbour of Moss is shut to every ship,” he said."


def _backing(words: str, *others: str, speaker: str | None = None) -> float:
    source = make_source(words, *others)
    said = Attribution(Passage("aaaa", 0, 40), "", speaker, speaker, None, "said", Form.DIRECT)
    found = {"aaaa": SourceFindings("aaaa", (said,) if speaker else ())}
    behind = backing({"aaaa": source}, found, {}, Findings(()))
    item = Candidate("moss", Excerpt.cut(source, 0, len(words)), 1.0, ())
    return behind.weigh(item).backing


@pytest.mark.parametrize("words", [OURS, MARKED])
def test_words_of_somebody_who_is_not_told_count_less(words: str) -> None:
    assert _backing(words) < _backing(THEIRS) < _backing(words, speaker="Ada Moss")


def test_an_author_who_speaks_of_himself_throughout_is_told() -> None:
    assert _backing(OURS, "I know it well.", "My ship lies there.") == _backing(THEIRS)
