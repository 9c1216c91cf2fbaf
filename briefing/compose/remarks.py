"""What is remarked on sources, told so that a reader can take it in."""

from collections import defaultdict
from collections.abc import Iterable

from briefing.compose.retelling import retold
from briefing.model.source import Notice
from briefing.words import Speech

_MANY = 3
"""Sources of which the same is told in one line; fewer have a line each."""


def told_once(notices: Iterable[Notice], tongue: Speech) -> tuple[str, ...]:
    """The lines that tell `notices`, in their order; what is told of many sources, with all of them."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    lines: dict[str, str] = {}
    for notice in notices:
        places[notice.text].append(notice.where)
    for notice in notices:
        where = [place for place in places[notice.text] if place]
        if len(where) < _MANY:
            lines.setdefault(str(notice), told(notice, tongue))
        else:
            count, named = str(len(where)), ", ".join(where)
            lines.setdefault(
                notice.text,
                tongue.say(
                    "{n} files ({names}): {said}",
                    n=count, names=named, said=retold(notice.text, tongue),
                ),
            )  # fmt: skip
    return tuple(lines.values())


def told(notice: Notice, tongue: Speech) -> str:
    """The line that tells one notice."""
    return str(Notice(notice.where, retold(notice.text, tongue)))
