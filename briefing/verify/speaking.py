"""Who speaks by the source, held against the speaker whom a citation line names."""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.findings import Attribution
from briefing.model.report import Finding, Standing, Verdict
from briefing.verify.folding import fold, fold_print

_WORD = re.compile(r"[\w’'-]{2,}")
_LONG = 4
"""Letters from which a word without a capital tells one speaker from another."""
_COMMON = frozenset({"the", "an", "former"})
"""Words that stand before the names and roles of many."""
_WHOLE_NAME = 2
"""Words with capitals that name a person, whether or not the source has them speak."""

Said = Sequence[Attribution]


def check_speaker(
    printed: str, verdict: Verdict, places: Iterable[int], said: Said
) -> Iterator[Finding]:
    """A speaker to whom the source does not give the words, while it surely gives them to another.

    `places` are where the words begin in the source, `said` is what is reported in it. It is grave
    only where the speaker is named beside the words: elsewhere the analyst may have known better.
    """
    if verdict.standing is not Standing.PROVEN or verdict.start is None or verdict.end is None:
        return
    length = verdict.end - verdict.start
    heard = [_within(said, at, at + length) for at in places]
    speakers = {item.speaker for here in heard for item in here}
    name = next(iter(speakers), None)
    if not name or len(speakers) > 1 or not all(heard):
        return
    if _is_other(printed, name, said):
        sure = all(item.cue and _words(name) & _words(item.as_written) for item in heard[0])
        text = f"the source has these words from {name}, not from “{printed}”"
        yield Finding("speaker", text, verdict.place, verdict.paragraph, grave=sure)


def _within(said: Said, start: int, end: int) -> list[Attribution]:
    return [item for item in said if item.passage.start < end and start < item.passage.end]


def _is_other(printed: str, name: str, said: Said) -> bool:
    """Whether `printed` is surely somebody else than `name`, by any name or role that the source gives."""
    own = [item for item in said if item.speaker == name]
    called = _words(name).union(*(_words(item.role) | _words(item.as_written) for item in own))
    asked = _words(printed)
    if not asked or asked & called:
        return False
    speaks = any(asked == _words(item.speaker) for item in said)
    capitals = [word for word in _WORD.findall(printed) if word[0].isupper()]
    return speaks or (len(capitals) == len(printed.split()) >= _WHOLE_NAME)


def _words(name: str | None) -> frozenset[str]:
    """The words of a name or a role that tell it from others."""
    found = _WORD.findall(fold(fold_print(name or "")))
    telling = (word for word in found if len(word) >= _LONG or word[0].isupper())
    return frozenset(map(str.casefold, telling)) - _COMMON
