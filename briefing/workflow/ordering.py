"""What stands in a search beside words and filters: `order:newest`, `like:` and a place."""

from briefing.model.passage import Passage
from briefing.text.lazy import Lazy

_ORDER = Lazy(r"(?:^|(?<=\s))order:(newest|oldest|publisher)(?!\S)")
_PLACE = Lazy(r"(?:^|(?<=\s))like:(\w+)/(\d+)/(\d+)(?!\S)")


def order_in(text: str) -> tuple[str, str]:
    """The order that `text` asks for, empty for the best first, and `text` without it."""
    found = _ORDER.search(text)
    if found is None:
        return "", text
    return found[1], f"{text[: found.start()]}{text[found.end() :]}".strip()


def like_in(text: str) -> tuple[Passage | None, str]:
    """The place after `like:` in what was searched, and what was searched without it."""
    found = _PLACE.search(text)
    if found is None:
        return None, text
    source, start, end = found.groups()
    return Passage(source, int(start), int(end)), text[: found.start()] + text[found.end() :]


def without(text: str, name: str) -> str:
    """`text` without the filter `name`; as it is where that does not stand in it."""
    return " ".join(part for part in text.split() if part != name) if name in text else text
