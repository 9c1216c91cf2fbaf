"""The manifest: what a document was made of, in JSON that travels inside each finished file.

Keys are sorted, nothing is indented and one line feed ends it, so that the same document has the
same manifest to the byte. `docs/verifying.md` describes each key.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefing.compose.standing_then import StandingThen
from briefing.digests import digest
from briefing.model.brief import Brief, Drop, Pin
from briefing.model.document import (
    Block,
    BulletList,
    Cite,
    Emphasis,
    Inline,
    Link,
    Paragraph,
    Quotation,
    Quoted,
    SourceLink,
    SourceList,
    Strong,
    Table,
)
from briefing.model.passage import Excerpt
from briefing.model.source import Source
from briefing.words import ENGLISH

SCHEMA = "briefing.manifest/1"
Json = dict[str, Any]


def make_manifest(
    brief: Brief,
    sources: Sequence[Source],
    numbers: Mapping[str, int],
    blocks: Iterable[Block],
    generator: str,
    standing: StandingThen,
) -> str:
    """The manifest of the document made of `blocks`; `numbers` are those of the source list."""
    printed = [
        (excerpt, cited, isinstance(block, SourceList))
        for block in blocks
        for excerpt, cited in quoted_in(block)
        if excerpt.passage.source in numbers
    ]
    times = Counter(excerpt.passage for excerpt, _, listed in printed if not listed)
    manifest = {
        "schema": SCHEMA,
        "generator": generator,
        "recipe": _recipe(brief),
        "sources": [_source(source, numbers[source.id]) for source in sources],
        "excerpts": [
            {
                **_excerpt(excerpt, cited),
                **({"listed": True} if listed else standing.told(excerpt, times[excerpt.passage])),
            }
            for excerpt, cited, listed in printed
        ],
    }
    text = json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if not text.isprintable():
        text = "".join(c if c.isprintable() else _written_out(c) for c in text)
    return f"{text}\n"


def quoted_in(block: Block) -> Iterator[tuple[Excerpt, tuple[int, ...]]]:
    """The excerpts printed in `block`, each with the numbers of the sources its note cites."""
    match block:
        case Paragraph(inlines):
            yield from _quoted(inlines)
        case Quotation(inlines, lead):
            yield from _quoted(lead)
            yield from _quoted(inlines)
        case BulletList(items):
            for child in (block for item in items for block in item):
                yield from quoted_in(child)
        case Table(head, rows, _, caption):
            for cell in (caption, *head, *(cell for row in rows for cell in row)):
                yield from _quoted(cell)
        case SourceList(references):
            for reference in references:
                for words in (reference.entry, *reference.notes):
                    yield from ((it, cited or (reference.number,)) for it, cited in _quoted(words))
        case _:
            pass


def _quoted(inlines: Iterable[Inline]) -> Iterator[tuple[Excerpt, tuple[int, ...]]]:
    """An excerpt's citation is the next note of its line."""
    waiting: list[Excerpt] = []
    for leaf in _leaves(inlines):
        if isinstance(leaf, Quoted):
            waiting.append(leaf.excerpt)
        elif isinstance(leaf, Cite):
            numbers = tuple(citation.number for citation in leaf.citations)
            yield from ((excerpt, numbers) for excerpt in waiting)
            waiting.clear()
    yield from ((excerpt, ()) for excerpt in waiting)


def _leaves(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case Emphasis(inner) | Strong(inner) | Link(_, inner) | SourceLink(_, inner):
                yield from _leaves(inner)
            case _:
                yield inline


def _excerpt(excerpt: Excerpt, cited: tuple[int, ...]) -> Json:
    place = excerpt.passage
    return {
        "source": place.source,
        "start": place.start,
        "end": place.end,
        "exact": excerpt.exact,
        "sha256": _told(excerpt.exact),
        "cited": list(cited),
    }


def _source(source: Source, number: int) -> Json:
    return {
        "number": number,
        "id": source.id,
        "name": source.path.rsplit("/", 1)[-1],
        "media_type": source.media_type,
        "sha256": source.sha256,
        "text_sha256": _told(source.text),
        "title": source.title,
        "publisher": source.publisher,
        "authors": list(source.authors),
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
    }


def _recipe(brief: Brief) -> Json:
    return {
        "title": brief.title,
        "for": brief.recipient,
        "by": brief.author,
        "date": brief.date.isoformat(),
        "marking": brief.marking,
        "themes": list(brief.themes),
        "template": brief.template.replace("\\", "/").rsplit("/", 1)[-1],
        "citation-style": brief.citation_style,
        "since": brief.since.isoformat() if brief.since else None,
        "until": brief.until.isoformat() if brief.until else None,
        "limit": brief.limit,
        **({} if brief.source_list else {"source-list": False}),
        **({} if brief.language == ENGLISH else {"language": brief.language}),
        "pins": [_place(pin) for pin in brief.pins],
        "drops": [_place(drop) for drop in brief.drops],
    }


def _place(place: Pin | Drop) -> Json:
    passage = place.passage
    return {
        "source": passage.source,
        "start": passage.start,
        "end": passage.end,
        "theme": place.theme,
    }


def _written_out(character: str) -> str:
    """A character that not every file can hold, as JSON writes it out (RFC 8259, section 7)."""
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _told(text: str) -> str:
    return digest(text.encode("utf-8", "surrogatepass"))
