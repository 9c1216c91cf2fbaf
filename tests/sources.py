"""Builds a small source in one line: every paragraph given is a body paragraph."""

from datetime import date

from briefing.model.source import Kind, Segment, Source

HARBOUR = (
    "The port of Moss will reopen on 4 May, the harbour office said.",
    "China has sent two ships to the strait. Their crews are paid by the state.",
    "A China expert called the plan bold. It costs $14.9 billion.",
)


def make_source(
    *paragraphs: str,
    id: str = "aaaa",  # noqa: A002 - the field's own name
    publisher: str | None = "Harbour Gazette",
    published: date | None = date(2024, 4, 12),
    title: str | None = "Port to reopen",
    authors: tuple[str, ...] = (),
    url: str | None = None,
) -> Source:
    """A source whose text is `paragraphs`, with a blank line between them."""
    segments: list[Segment] = []
    text = ""
    for paragraph in paragraphs or HARBOUR:
        text += "\n\n" if text else ""
        segments.append(Segment(len(text), len(text) + len(paragraph), Kind.BODY))
        text += paragraph
    return Source(
        id=id,
        path=f"{id}.txt",
        sha256=id * 16,
        media_type="text/plain",
        text=text,
        segments=tuple(segments),
        language="en",
        title=title,
        publisher=publisher,
        authors=authors,
        published=published,
        url=url,
    )
