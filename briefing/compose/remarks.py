"""What is remarked on sources, told so that a reader can take it in."""

from collections import defaultdict
from collections.abc import Iterable

from briefing.model.source import Notice

_MANY = 3
"""Sources of which the same is told in one line; fewer have a line each."""


def told_once(notices: Iterable[Notice]) -> tuple[str, ...]:
    """The lines that tell `notices`, in their order; what is told of many sources, with all of them."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    lines: dict[str, str] = {}
    for notice in notices:
        places[notice.text].append(notice.where)
    for notice in notices:
        where = [place for place in places[notice.text] if place]
        if len(where) < _MANY:
            lines.setdefault(str(notice), str(notice))
        else:
            lines.setdefault(notice.text, f"{len(where)} files ({', '.join(where)}): {notice.text}")
    return tuple(lines.values())
