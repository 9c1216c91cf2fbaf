"""The bare words of inlines: for bookmarks, anchors, alternative texts."""

from collections.abc import Iterable
from typing import assert_never

from briefing.model.document import (
    Cite,
    Emphasis,
    Inline,
    Judgment,
    Link,
    Quoted,
    SourceLink,
    Strong,
    Text,
)


def plain_text(inlines: Iterable[Inline]) -> str:
    """The words of `inlines` without notes and styles."""
    return "".join([one.text if type(one) is Text else _words(one) for one in inlines])


def is_mixed(inlines: Iterable[Inline]) -> bool:
    """Whether words of several leaves stand beside each other: then none may turn the others."""
    return sum(any(map(str.isalnum, _words(inline))) for inline in inlines) > 1


def _words(inline: Inline) -> str:
    match inline:
        case Text(text) | Judgment(text):
            return text
        case Quoted(excerpt):
            return excerpt.exact
        case Emphasis(inner) | Strong(inner) | Link(_, inner) | SourceLink(_, inner):
            return plain_text(inner)
        case Cite():
            return ""
        case _:
            assert_never(inline)
