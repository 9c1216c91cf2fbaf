"""Articles of Nexis and LexisNexis out of the paragraphs of an export.

Older exports (text, HTML) number their articles (“3 of 10 DOCUMENTS”) and stand in blocks; Nexis
Uni (Word, RTF) closes each with “End of Document” and heads the text with “Body”.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.errors import SourceError
from briefing.model.source import Field, Kind, Notice
from briefing.readers.exports.counting import count_remarks, empty_remark
from briefing.readers.exports.labels import LEXIS, author_names, language_tag
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.dates import find_day

NUMBER = re.compile(
    r"\s*(?:Documento? |Dokument )?(?P<number>\d{1,6}) (?:of|von|de|sur|van|di) (?P<all>\d{1,6})"
    r"(?: (?:DOCUMENT(?:S|OS|EN|I)?|DOKUMENTEN?))?\s*",
    re.IGNORECASE,
)
END = frozenset({"end of document", "ende des dokuments", "fin du document", "fin del documento"})
_BODY = frozenset({"body", "text", "body:", "textkörper", "volltext", "corps", "cuerpo"})
_LABEL = re.compile(
    r"(?P<name>Date de chargement|Fecha de carga|"
    r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü/&-]{1,24}(?: [A-Z][A-Za-z-]{1,20})?):(?=\s|$)"
)
_SAID = re.compile(r"^(?:Documents|Dokumente|Documentos) \((?P<all>\d{1,6})\)$")
_SELECTED = re.compile(r"Selected Items: (?P<first>\d{1,6})-(?P<last>\d{1,6})")
_COPYRIGHT = re.compile(r"(?:Copyright|©|\(c\))", re.IGNORECASE)
_DAYLIKE = re.compile(r"\b(?:19|20)\d\d\b")
_CORRECTED = re.compile(r"Correction Appended|Editors?[’'] Note Appended", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<=[a-z]{3})\.$")
_COVER = ("Date and Time:", "Datum und Uhrzeit:", "Date et heure")
_CREDIT = re.compile(
    r"^\s*;.*|\s*;[^;]{0,80}\b(?:report(?:ed|ing)|contribut(?:ed|ing)|from|in)\b.*$", re.DOTALL
)
_APPENDED = re.compile(
    r"\s*(?:[-–—]|;)?\s*(?:Correction|Editors?[’'] Note) Appended\s*$", re.IGNORECASE
)
_CLOSING = frozenset(
    (
        *("load-date", "ladedatum", "date de chargement", "fecha de carga", "correction-date"),
        *("date-chargement", "fecha-carga", "laaddatum", "language", "sprache", "langue", "idioma"),
    )
)
"""Fields behind the text."""
_PARAGRAPH = 12
"""Words from which on a line below the fields is the text, where no line says that it begins."""
_NO_TITLE = "no headline in original"

Block = tuple[str, ...]
"""Paragraphs that stand together."""


class _Draft(Struct):
    """One article while it is put together."""

    parts: list[Part] = field(default_factory=list)
    corrected: bool = False
    correction: list[str] = field(default_factory=list)
    undated: str = ""

    def has_body(self) -> bool:
        return any(part.kind is Kind.BODY and part.words.strip() for part in self.parts)


def read_numbered(
    blocks: Sequence[Block], path: PurePath, sha256: str, media_type: str, said: int | None = None
) -> Reading:
    """The articles of an export whose blocks are numbered; `said` is how many it says it holds.

    Raises:
        SourceError: if there is no numbered article in it.
    """
    groups: list[list[Block]] = []
    numbers: list[int] = []
    for block in blocks:
        found = NUMBER.fullmatch(block[0]) if len(block) == 1 else None
        if found:
            numbers.append(int(found["number"]))
            groups.append([])
            total = int(found["all"])
        elif groups:
            groups[-1].append(block)
        elif selected := _SELECTED.search(" ".join(block)):
            said = int(selected["last"]) - int(selected["first"]) + 1
    if not groups:
        raise SourceError("the export holds no article", where=path)
    if said is None and min(numbers) == 1:
        said = total
    drafts = [_numbered(group) for group in groups]
    return _reading(drafts, path, sha256, media_type, said, numbers)


def read_closed(paragraphs: Sequence[str], path: PurePath, sha256: str, media_type: str) -> Reading:
    """The articles of a Nexis Uni export, each closed by its own line.

    Raises:
        SourceError: if there is no closed article in it.
    """
    groups: list[list[str]] = [[]]
    said: int | None = None
    for paragraph in paragraphs:
        words = paragraph.strip()
        if words.casefold() in END:
            groups.append([])
        elif cover := _SAID.match(words):
            said = int(cover["all"])
        elif words:
            groups[-1].append(words)
    is_cut = _body_at(groups[-1]) is not None
    whole = [group for group in (groups if is_cut else groups[:-1]) if group]
    if not whole:
        raise SourceError("the export holds no article", where=path)
    drafts = [_closed(group if at else _after_cover(group)) for at, group in enumerate(whole)]
    reading = _reading(drafts, path, sha256, media_type, said, ())
    cut = (Notice(str(path), "The last article has no end: the export is cut off."),)
    return replace(reading, notices=reading.notices + cut) if is_cut else reading


def looks_closed(paragraphs: Sequence[str]) -> bool:
    """Whether `paragraphs` are a Nexis Uni export."""
    return any(paragraph.strip().casefold() in END for paragraph in paragraphs)


def _reading(
    drafts: Sequence[_Draft],
    path: PurePath,
    sha256: str,
    media_type: str,
    said: int | None,
    numbers: Sequence[int],
) -> Reading:
    articles = tuple(
        article_of(
            draft.parts,
            path,
            sha256,
            media_type,
            index=index,
            notices=tuple(_notices(draft, path)),
        )
        for index, draft in enumerate(drafts)
        if draft.parts
    )
    empty = sum(not draft.has_body() for draft in drafts)
    remarks = (*count_remarks(len(articles), said, numbers), *empty_remark(empty))
    return Reading(articles, notices=tuple(Notice(str(path), remark) for remark in remarks))


def _notices(draft: _Draft, path: PurePath) -> Iterator[Notice]:
    if draft.corrected or draft.correction:
        words = " ".join(
            dict.fromkeys(draft.correction)
        )  # some have it at the head and at the foot
        yield Notice(str(path), f"Correction appended{': ' + words if words else '.'}")
    if draft.undated:
        yield Notice(str(path), f"The day of publication is not one: “{draft.undated[:80]}”.")


def _numbered(blocks: Sequence[Block]) -> _Draft:
    """One article of an older export: source, day, title, labelled fields, text, fields."""
    draft = _Draft()
    labels = [index for index, block in enumerate(blocks) if _label(block[0]) is not None]
    first = next((at for at in labels if _is_field(blocks[at][0])), None)
    head = blocks[: len(blocks) if first is None else first]
    draft.parts.extend(_head(head, draft))
    in_body = first is None
    seen_body = False
    for block in blocks[len(head) :]:
        named = _label(block[0])
        if named is not None and _is_field(block[0]):
            in_body = named.casefold() in ("body", "text")
            draft.parts.extend(_labelled(block, named, draft))
            seen_body = seen_body or in_body
        elif seen_body and not in_body and draft.correction and draft.parts[-1].kind is Kind.NOTE:
            draft.parts.extend(_correction(block, draft))
        elif _COPYRIGHT.match(block[0]) and _rest_is_closing(blocks, block):
            draft.parts.extend(Part(words, Kind.BOILERPLATE) for words in block)
        else:
            seen_body = True
            draft.parts.extend(Part(words, Kind.BODY) for words in block)
    return draft


def _rest_is_closing(blocks: Sequence[Block], block: Block) -> bool:
    """Whether `block` is among the last two: a copyright line closes an article."""
    return any(block is last for last in blocks[-2:])


def _head(blocks: Sequence[Block], draft: _Draft) -> Iterator[Part]:
    """Source, day and title, in this order; the copyright line may stand among them."""
    day = next((at for at, block in enumerate(blocks) if at and find_day(block[0])), None)
    if day is None:
        day = next(
            (at for at, block in enumerate(blocks) if at and _DAYLIKE.search(block[0])), None
        )
    for at, block in enumerate(blocks):
        if _COPYRIGHT.match(block[0]):
            yield from (Part(words, Kind.BOILERPLATE) for words in block)
        elif at == 0:
            yield from (_publisher(words) for words in block[:1])
            yield from (Part(words, Kind.NOTE) for words in block[1:])
        elif at == day or (day is None and at == 1 and len(blocks) > 2):  # noqa: PLR2004
            yield from _day(block, draft)
        else:
            yield _title(" ".join(block), draft)


def _title(words: str, draft: _Draft) -> Part:
    value = _APPENDED.sub("", words)
    draft.corrected = draft.corrected or value != words
    named = Field.TITLE if value.strip().casefold() != _NO_TITLE else None
    return Part(words, Kind.TITLE, named, value, "headline")


def _publisher(words: str) -> Part:
    name = _FULL_STOP.sub("", words.strip())
    return Part(words, Kind.NOTE, Field.PUBLISHER, name, "source line of the export")


def _day(block: Block, draft: _Draft) -> Iterator[Part]:
    for at, words in enumerate(block):
        if _CORRECTED.search(words):
            draft.corrected = True
        if at or not find_day(words):
            draft.undated = draft.undated or ("" if at else words.strip())
            yield Part(words, Kind.NOTE if at else Kind.DATE)
        else:
            yield Part(words, Kind.DATE, Field.PUBLISHED, found_in="date line of the export")


def _label(words: str) -> str | None:
    found = _LABEL.match(words.replace("\xa0", " ").lstrip())
    return found["name"] if found else None


def _is_field(words: str) -> bool:
    """Whether a label is a field of the database: in capitals, or one that is known."""
    name = _label(words) or ""
    return bool(name) and (name.isupper() or name.casefold() in LEXIS)


def _labelled(block: Block, name: str, draft: _Draft) -> Iterator[Part]:
    key = name.casefold()
    first, *rest = block
    value = first.replace("\xa0", " ").partition(":")[2].strip()
    if key in ("body", "text"):
        yield Part(first[: first.index(":") + 1], Kind.BOILERPLATE)
        yield from (Part(words, Kind.BODY) for words in (value, *rest) if words)
        return
    kind, wanted = LEXIS.get(key, (Kind.BOILERPLATE, None))
    if key == "correction":
        draft.corrected = True
        draft.correction.extend(words for words in (value, *rest) if words)
    if wanted is Field.LANGUAGE:
        value = language_tag(value)
    elif wanted is Field.AUTHORS:
        value = author_names(_CREDIT.sub("", value))
    found_in = f"{name} field of the export"
    yield Part(first, kind, wanted if value else None, value, found_in)
    yield from (Part(words, kind) for words in rest)


def _correction(block: Block, draft: _Draft) -> Iterator[Part]:
    for words in block:
        draft.correction.append(words)
        yield Part(words, Kind.NOTE)


def _after_cover(paragraphs: Sequence[str]) -> Sequence[str]:
    """`paragraphs` without the cover page and list of documents that may stand before the first."""
    body = _body_at(paragraphs)
    first = next((at for at, words in enumerate(paragraphs) if _COPYRIGHT.match(words)), 0)
    reach = first + 1 if body is None else body
    days = [at for at in range(reach) if _is_day(paragraphs[at])]
    owned = [at for at in range(reach) if _COPYRIGHT.match(paragraphs[at])]
    if not days and not owned:
        return paragraphs
    below = days[-1] if days else owned[-1]
    above = paragraphs[below - 1].startswith("(") if below else False
    return paragraphs[max(0, below - 2 - above) :]


def _is_day(words: str) -> bool:
    """Whether `words` is a date line: a day, and no field, copyright or cover line."""
    if _label(words) or _COPYRIGHT.match(words) or words.startswith(_COVER):
        return False
    return find_day(words) is not None


def _body_at(paragraphs: Sequence[str]) -> int | None:
    return next((at for at, words in enumerate(paragraphs) if words.casefold() in _BODY), None)


def _text_at(paragraphs: Sequence[str]) -> int:
    """Where the text begins that no line announces: with a paragraph below the fields."""
    fields = [at for at, words in enumerate(paragraphs) if at > 1 and _ends_head(words)]
    below = fields[0] if fields else len(paragraphs)
    return next(
        (
            at
            for at in range(below, len(paragraphs))
            if len(paragraphs[at].split()) >= _PARAGRAPH and not _ends_head(paragraphs[at])
        ),
        len(paragraphs),
    )


def _closed(paragraphs: Sequence[str]) -> _Draft:
    """One article of Nexis Uni: title, source, day, labelled fields, Body, fields."""
    draft = _Draft()
    body = _body_at(paragraphs)
    reach = _text_at(paragraphs) if body is None else body
    labels = (at for at in range(2, reach) if _ends_head(paragraphs[at]))
    head = next(labels, reach)
    # Where the day stands second, there is no headline.
    first = 1 if len(paragraphs) > 1 and head > 1 and _is_day(paragraphs[1]) else 0
    for at, words in enumerate(paragraphs[:head], first):
        draft.parts.extend(_head_line(words, at, draft))
    for words in paragraphs[head:reach]:
        draft.parts.extend(_front(words, draft))
    section = "body" if body is None else ""
    for words in paragraphs[reach:]:
        section = _heading(words, section)
        draft.parts.extend(_back(words, section, draft))
    return draft


def _ends_head(words: str) -> bool:
    return _COPYRIGHT.match(words) is not None or _is_field(words)


def _head_line(words: str, at: int, draft: _Draft) -> Iterator[Part]:
    """The title, then the source, then the day and whatever else stands above the fields."""
    if at == 0:
        yield _title(words, draft)
    elif at == 1:
        yield _publisher(words)
    elif _DAYLIKE.search(words):
        yield from _day((words,), draft)
    else:
        draft.corrected = draft.corrected or bool(_CORRECTED.search(words))
        yield Part(words, Kind.NOTE)


def _front(words: str, draft: _Draft) -> Iterator[Part]:
    name = _label(words)
    if _COPYRIGHT.match(words):
        yield Part(words, Kind.BOILERPLATE)
    elif name is not None:
        yield from _labelled((words,), name, draft)
    else:
        draft.corrected = draft.corrected or bool(_CORRECTED.search(words))
        yield Part(words, Kind.NOTE)


_SECTIONS = {
    "body": "body",
    "textkörper": "body",
    "volltext": "body",
    "corps": "body",
    "cuerpo": "body",
    "classification": "indexing",
    "klassifizierung": "indexing",
    "graphic": "graphic",
    "correction": "correction",
    "notes": "notes",
}


def _heading(words: str, section: str) -> str:
    """The section that the line `words` begins, else the one we are in."""
    named = _SECTIONS.get(words.casefold())
    if named is None and section != "body" and _is_field(words):
        return section
    return named or section


def _back(words: str, section: str, draft: _Draft) -> Iterator[Part]:
    name = _label(words)
    if words.casefold() in _SECTIONS:
        yield Part(words, Kind.BOILERPLATE)
    elif name is not None and name.casefold() in _CLOSING:
        yield from _labelled((words,), name, draft)
    elif section == "body":
        yield Part(words, Kind.BODY)
    elif section == "graphic":
        yield Part(words, Kind.CAPTION)
    elif section == "correction":
        yield from _correction((words,), draft)
    elif section == "notes":
        yield Part(words, Kind.NOTE)
    elif name is not None:
        yield from _labelled((words,), name, draft)
    else:
        yield Part(words, Kind.BOILERPLATE)
