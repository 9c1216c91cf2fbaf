"""The order of the list, as it stands in what was searched: `order:newest`."""

from briefing.text.lazy import Lazy

_ORDER = Lazy(r"(?:^|(?<=\s))order:(newest|oldest|publisher)(?!\S)")


def order_in(text: str) -> tuple[str, str]:
    """The order that `text` asks for, empty for the best first, and `text` without it."""
    found = _ORDER.search(text)
    if found is None:
        return "", text
    return found[1], f"{text[: found.start()]}{text[found.end() :]}".strip()
