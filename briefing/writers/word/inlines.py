"""Inlines become runs of WordprocessingML (ECMA-376 part 1, 17.3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from briefing.errors import OutputError
from briefing.model.document import (
    Citation,
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
from briefing.model.typography import curl
from briefing.writers.escaping import escape, web_address
from briefing.writers.word import styles

MOST_NOTES = 32767
"""Word's limit on the ids of notes."""

_EAST_ASIAN, _RIGHT_TO_LEFT = {"ja", "zh", "ko"}, {"ar", "fa", "he", "ur", "yi", "ps", "dv", "syr"}


@dataclass(slots=True)
class Links:
    """The web addresses of one part, each with the id of its relationship."""

    ids: dict[str, str] = field(default_factory=dict)

    def id_of(self, url: str) -> str:
        """Id of the relationship to `url`, new or known."""
        return self.ids.setdefault(url, f"rIdLink{len(self.ids) + 1}")


@dataclass(slots=True)
class Footnotes:
    """The footnotes so far, in the order of their marks, and their links."""

    xml: list[str] = field(default_factory=list)
    links: Links = field(default_factory=Links)


@dataclass(frozen=True, slots=True)
class Manner:
    """How the runs around a leaf are set."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Inliner:
    """Sets inlines for one part; `ids` maps names of styles to their ids."""

    ids: Mapping[str, str]
    language: str
    sources: frozenset[int]
    footnotes: Footnotes
    links: Links = field(default_factory=Links)
    in_note: bool = False

    def runs(self, inlines: Iterable[Inline], manner: Manner = Manner()) -> str:  # noqa: B008 - frozen
        """The runs of `inlines`.

        Raises:
            OutputError: if there are more notes than Word can number.
        """
        return "".join([self._inline(inline, manner) for inline in inlines])

    def _inline(self, inline: Inline, manner: Manner) -> str:
        match inline:
            case Text(text):
                return run(text, self._properties(manner))
            case Judgment(text):
                return run(text, self._properties(manner, styles.ANALYST_WORDS))
            case Quoted(excerpt, language):
                return self._quoted(curl(excerpt.exact), language, manner)
            case Emphasis(inner):
                return self.runs(inner, replace(manner, italic=not manner.italic))
            case Strong(inner):
                return self.runs(inner, replace(manner, bold=True))
            case Link(url, inner):
                return self._link(url, inner, manner)
            case SourceLink(number, inner):
                return self._source_link(number, inner, manner)
            case Cite(citations):
                return self._cite(citations, manner)
            case _:
                assert_never(inline)

    def _quoted(self, text: str, language: str | None, manner: Manner) -> str:
        tag = language if language and styles.LANGUAGE_TAG.fullmatch(language) else None
        primary = tag.partition("-")[0].lower() if tag else ""
        end = ""
        if tag and tag != self.language:
            kind = "eastAsia" if primary in _EAST_ASIAN else "val"
            kind = "bidi" if primary in _RIGHT_TO_LEFT else kind
            end = f'<w:lang w:{kind}="{tag}"/>'
        if primary in _RIGHT_TO_LEFT:
            end = f"<w:rtl/>{end}"
        return run(text, self._properties(manner, styles.SOURCE_WORDS, end))

    def _properties(self, manner: Manner, voice: str = "", end: str = "") -> str:
        """Run properties in the schema's order; a voice's style goes before a link's."""
        name = voice or manner.style
        parts = f'<w:rStyle w:val="{self.ids[name]}"/>' if name else ""
        if manner.bold:
            parts += "<w:b/><w:bCs/>"
        if manner.italic:
            parts += "<w:i/><w:iCs/>"
        if voice and manner.linked:
            parts += '<w:u w:val="single"/>'
        return parts + end

    def _link(self, url: str, inner: Iterable[Inline], manner: Manner) -> str:
        safe = web_address(url)
        if safe is None or manner.linked:
            return self.runs(inner, manner)
        links = self.footnotes.links if self.in_note else self.links
        return f'<w:hyperlink r:id="{links.id_of(safe)}" w:history="1">{self._linked(inner, manner)}</w:hyperlink>'

    def _source_link(self, number: int, inner: Iterable[Inline], manner: Manner) -> str:
        if manner.linked or number not in self.sources:
            return self.runs(inner, manner)
        return f'<w:hyperlink w:anchor="Source_{number}" w:history="1">{self._linked(inner, manner)}</w:hyperlink>'

    def _linked(self, inner: Iterable[Inline], manner: Manner) -> str:
        return self.runs(inner, replace(manner, linked=True, style=styles.HYPERLINK))

    def _cite(self, citations: tuple[Citation, ...], manner: Manner) -> str:
        words: list[Inline] = []
        for citation in citations:
            words += (Text(" "), *citation.note)
        if self.in_note or manner.linked:
            # Word has no note within a note, nor a mark within a link: the words stay in place.
            return self.runs(words, manner)
        number = len(self.footnotes.xml) + 1
        if number > MOST_NOTES:
            raise OutputError(
                f"the document has more than {MOST_NOTES} notes, which Word cannot number",
                remedy="Split it, or write it as PDF.",
            )
        self.footnotes.xml.append("")
        self.footnotes.xml[-1] = self._footnote(number, words)
        return f'<w:r>{self._mark()}<w:footnoteReference w:id="{number}"/></w:r>'

    def _footnote(self, number: int, words: Iterable[Inline]) -> str:
        inner = replace(self, in_note=True)
        return (
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{self.ids[styles.FOOTNOTE]}"/>'
            f"</w:pPr><w:r>{self._mark()}<w:footnoteRef/></w:r>{inner.runs(words)}</w:p></w:footnote>"
        )

    def _mark(self) -> str:
        return f'<w:rPr><w:rStyle w:val="{self.ids[styles.FOOTNOTE_MARK]}"/></w:rPr>'


def run(text: str, properties: str = "") -> str:
    """One run of `text`, which is never read as anything but words."""
    if not text:
        return ""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field_runs(instruction: str, result: str, properties: str = "") -> str:
    """A complex field of ours with its stored result; `instruction` never holds foreign words."""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{head}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{head}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{head}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result, properties)}"
        f'<w:r>{head}<w:fldChar w:fldCharType="end"/></w:r>'
    )
