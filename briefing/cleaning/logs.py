"""Pages that go on all day: the entries of a log are the article, however short each is.

A log has a line with nothing but a time above each entry, from its very beginning on, and the times run one
way. Those of readers' comments stand below an article, and beside names.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.cleaning.lines import Feature

_TIME = re.compile(r"(\d{1,2})[:.h](\d\d)(?: ?(?:[AaPp]\.?[Mm]\.?|Uhr|h|hrs|[A-Z]{2,4}))?$")
_LONGEST = 14
"""Characters of a line that is a time."""
_FEWEST = 3
_ABOVE = 80
"""Words of paragraphs that stand above the first entry at the most."""
_BELOW = 4
"""Lines below a time within which the first paragraph of its entry stands."""
_HOURS = 12 * 60


def with_entries(features: Sequence[Feature], judged: Sequence[bool]) -> list[bool]:
    """`judged` with the paragraphs of each entry, if the page is a log."""
    stamps = [
        (at, minute)
        for at, feature in enumerate(features)
        if len(feature.text) <= _LONGEST and (minute := _minute(feature.text)) is not None
    ]
    kept = list(judged)
    if len(stamps) < _FEWEST or not _run_one_way([minute for _, minute in stamps]):
        return kept
    first = stamps[0][0]
    if sum(feature.count for feature in features[:first] if feature.prose) > _ABOVE:
        return kept
    entries = [
        (at, end)
        for (at, _), (end, _) in pairwise([*stamps, (_end(features, judged, stamps[-1][0]), 0)])
        if any(feature.prose for feature in features[at + 1 : min(at + 1 + _BELOW, end)])
    ]
    if len(entries) < max(_FEWEST, len(stamps) - 1):
        return kept
    for at, end in entries:
        for index in range(at + 1, end):
            kept[index] = kept[index] or (features[index].prose and features[index].clean)
    return kept


def _minute(text: str) -> int | None:
    found = _TIME.match(text) if text[:1].isdigit() else None
    return None if found is None else int(found[1]) * 60 + int(found[2])


def _run_one_way(minutes: Sequence[int]) -> bool:
    """Whether the times fall or rise all through; hours counted to twelve begin anew once."""
    steps = [other - one for one, other in pairwise(minutes)]
    falling = sum(step > 0 for step in steps)
    rising = sum(step < 0 for step in steps)
    return min(falling, rising) <= (1 if max(map(abs, steps)) > _HOURS // 2 else 0)


def _end(features: Sequence[Feature], judged: Sequence[bool], last: int) -> int:
    """Where the last entry ends: with its first paragraphs, before an end mark or many short lines."""
    prose = [at for at in range(last, min(last + 2 * _BELOW, len(features))) if features[at].prose]
    inside = [at for at, yes in enumerate(judged) if yes and at > last]
    for at in range(last, len(features)):
        if features[at].end:
            return at
    return max([*prose[:2], *inside, last]) + 1
