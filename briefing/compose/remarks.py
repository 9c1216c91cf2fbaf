"""What is remarked on sources, told so that a reader can take it in."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

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
        many, where = places[notice.text], [*filter(None, dict.fromkeys(places[notice.text]))]
        if len(many) < _MANY:
            lines.setdefault(str(notice), told(notice, tongue))
        elif len(where) < 2:  # noqa: PLR2004 - articles of one file
            lines.setdefault(notice.text, told(replace(notice, article=""), tongue))
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
    return str(replace(notice, text=retold(notice.text, tongue)))
