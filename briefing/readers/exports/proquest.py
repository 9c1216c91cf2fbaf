"""Exports of ProQuest as text: articles parted by a rule, their fields led by labels."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from briefing.errors import SourceError
from briefing.model.source import Field, Kind, Notice
from briefing.readers.exports.counting import count_remarks, empty_remark
from briefing.readers.exports.labels import language_tag
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.decoding import decode
from briefing.text.digests import digest

_RULE = re.compile(r"^\s*_{20,}\s*$", re.MULTILINE)
_NUMBER = re.compile(r"^Document (?P<number>\d{1,6}) of (?P<all>\d{1,6})$")
_FIELD = re.compile(r"^(?P<name>[A-Z][A-Za-z/ -]{2,40}):(?: +|$)")
_LABELS: dict[str, tuple[Kind, Field | None]] = {
    "full text": (Kind.BODY, None),
    "title": (Kind.TITLE, Field.TITLE),
    "author": (Kind.BYLINE, Field.AUTHORS),
    "publication title": (Kind.NOTE, Field.PUBLISHER),
    "publication date": (Kind.DATE, Field.PUBLISHED),
    "document url": (Kind.URL, Field.URL),
    "language of publication": (Kind.NOTE, Field.LANGUAGE),
    "section": (Kind.SECTION, None),
    "abstract": (Kind.NOTE, None),
    "illustration": (Kind.CAPTION, None),
    "caption": (Kind.CAPTION, None),
    "credit": (Kind.NOTE, None),
}
"""The fields that tell of the article; the rest is the database's own indexing."""
_INDEXING = frozenset(
    "publication info|proquest document link|links|subject|location|people|company / organization|"
    "company/organization|identifier / keyword|first page|pages|number of pages|publication year|"
    "column|dateline|publisher|place of publication|country of publication|publication subject|"
    "issn|e-issn|source type|document type|proquest document id|copyright|last updated|database|"
    "volume|issue|classification|document feature|journal subject|source|language|year|edition|"
    "alternate title|series title".split("|")
)


def read_proquest(data: bytes, path: PurePath) -> Reading:
    """The articles of an export as text.

    Raises:
        SourceError: if there is none.
    """
    pieces = _RULE.split(decode(data).text)
    groups = [[line.strip() for line in piece.split("\n") if line.strip()] for piece in pieces]
    drafts = [list(_parts(group)) for group in groups if _is_article(group)]
    if not drafts:
        raise SourceError("the export holds no article", where=path)
    sha256 = digest(data)
    articles = tuple(
        article_of(draft, path, sha256, "text/plain", index=index)
        for index, draft in enumerate(drafts)
    )
    found = [_NUMBER.match(group[0]) for group in groups if group]
    numbers = [int(number["number"]) for number in found if number]
    said = next((int(number["all"]) for number in found if number), None)
    empty = sum(not any(part.kind is Kind.BODY for part in draft) for draft in drafts)
    remarks = (*count_remarks(len(articles), said, numbers), *empty_remark(empty))
    return Reading(articles, notices=tuple(Notice(str(path), remark) for remark in remarks))


def _is_article(group: Sequence[str]) -> bool:
    names = {_label(line) for line in group}
    return "title" in names and not names.isdisjoint(("publication title", "full text"))


def _label(line: str) -> str:
    """The label that leads `line`, if it is one of the database's."""
    found = _FIELD.match(line)
    name = found["name"].casefold() if found else ""
    return name if name in _LABELS or name in _INDEXING else ""


def _parts(group: Sequence[str]) -> Iterator[Part]:
    """The lines of an article; those under “Full text” go on to the next label."""
    in_text = False
    for line in group:
        name = _label(line)
        if not name:
            yield Part(line, Kind.BODY if in_text else Kind.NOTE)
            continue
        in_text = name == "full text"
        words = line.partition(":")[2].strip()
        kind, wanted = _LABELS.get(name, (Kind.BOILERPLATE, None))
        if in_text:
            if words:
                yield Part(words, Kind.BODY)
            continue
        value = _value(wanted, words)
        yield Part(line, kind, wanted if value else None, value, f"“{name}” field of the export")


def _value(wanted: Field | None, words: str) -> str:
    match wanted:
        case Field.AUTHORS:
            return "; ".join(map(_turned, words.split(";")))
        case Field.PUBLISHER:
            return words.partition(";")[0].strip()
        case Field.LANGUAGE:
            return language_tag(words)
        case _:
            return words


def _turned(name: str) -> str:
    """“Moss, Ada” as “Ada Moss”."""
    family, comma, given = name.strip().partition(",")
    return f"{given.strip()} {family.strip()}" if comma else family
