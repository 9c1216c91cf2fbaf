"""Quotations that are proven by a source of which there is a newer version: does that still say so?"""

from collections.abc import Iterator, Mapping, Sequence

from briefing.model.report import Finding, Standing, Verdict
from briefing.verify.folding import fold

_HELD = frozenset({Standing.PROVEN, Standing.ALTERED})


def check_former(verdicts: Sequence[Verdict], now: Mapping[str, str]) -> Iterator[Finding]:
    """What the newer versions say of the quotations of former ones.

    `now` has the newer text of each source that was changed, by the id of the version quoted. Words
    that are gone are a warning each; of those that still stand there is one note a source.
    """
    folded = {source: fold(text) for source, text in now.items()}
    standing: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.standing not in _HELD or verdict.source not in folded:
            continue
        if fold(verdict.passage) in folded[verdict.source]:
            standing.setdefault(verdict.source, []).append(verdict)
        else:
            said = f"{verdict.name} was changed since, and has these words no more"
            yield Finding("changed since", said, verdict.place, verdict.paragraph, grave=True)
    for kept in standing.values():
        said = f"{kept[0].name} was changed since; what is quoted here still stands in it"
        yield Finding("changed since", said, kept[0].place, kept[0].paragraph)
