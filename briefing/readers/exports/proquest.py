"""Exports of ProQuest: text, and the paragraphs of its Word, RTF, PDF and HTML files.

Text parts articles by a rule and leads the words by “Full text:”; the others have headings for the
words and for the fields (“FULL TEXT”, “DETAILS”). The last field of an article is its database.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from briefing.digests import digest
from briefing.errors import SourceError
from briefing.model.source import Field, Kind, Notice
from briefing.readers.exports.counting import count_remarks, empty_remark
from briefing.readers.exports.fielded import turned, with_values
from briefing.readers.exports.labels import language_tag
from briefing.readers.exports.proquest_labels import HEADINGS, INDEXING, LABELS, SAME
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.decoding import decode

_MARK = "ProQuest"
_RULE = re.compile(r"_{20,}")
_NUMBER = re.compile(
    r"Documento? (?P<number>\d{1,6}) (?:of|von|de|sur|di) (?P<all>\d{1,6})", re.IGNORECASE
)
_FIELD = re.compile(r"(?P<name>[^\W\d_][\w/’' .-]{1,40}?) ?:(?: +|$)")
_IDENTITY = re.compile(r"[^:]{0,40}ProQuest[^:]{0,40}:(?: ?\d{4,})?")
_HEADED = re.compile(
    r" (?=(?:Location|People|Title|Publication title|First page|Pages|Publication year|Section|"
    r"Publication date|Publisher|Place of publication|Country of publication|Publication subject|"
    r"ISSN|Source type|Language of publication|Document type|ProQuest document ID|Document URL|"
    r"Copyright|Full text availability|Last updated|Database): )"
)
"""A field that the layout of a page has joined to the one before it."""
_CLOSING = re.compile(
    r"Database copyright|Terms and Conditions|Contact ProQuest|Contact us at|Check for full text|"
    r"Report Information from ProQuest|Table of contents|Bibliography$|Citation style:|Links?$",
    re.IGNORECASE,
)
"""What the database writes between articles."""
_SAVED_FROM = re.compile(r"ProQuest document link|Link zum ProQuest|Lien vers le document")
_LAST = "database"


def read_proquest(data: bytes, path: PurePath) -> Reading:
    """The articles of an export as text.

    Raises:
        SourceError: if there is none.
    """
    lines = decode(data).text.split("\n")
    return read_proquest_paragraphs(lines, path, digest(data), "text/plain")


def looks_proquest(paragraphs: Sequence[str]) -> bool:
    """Whether an article in `paragraphs` has a title and the number that ProQuest gives it."""
    marked = any(_MARK in words and _IDENTITY.fullmatch(words.strip()) for words in paragraphs)
    return marked and any(_label(words.strip()) == "title" for words in paragraphs)


def is_proquest_field(words: str) -> bool:
    """Whether a line is a field or a heading of an export."""
    return bool(_label(words)) or _heading(words) != "" or _RULE.match(words) is not None


def read_proquest_paragraphs(
    paragraphs: Sequence[str], path: PurePath, sha256: str, media_type: str
) -> Reading:
    """The articles among `paragraphs`.

    Raises:
        SourceError: if there is none.
    """
    groups = list(_groups([line for words in paragraphs if (line := " ".join(words.split()))]))
    drafts = [list(_parts(group)) for group in groups if _is_article(group)]
    if not drafts:
        raise SourceError("the export holds no article", where=path)
    articles = tuple(
        article_of(draft, path, sha256, media_type, index=index)
        for index, draft in enumerate(drafts)
    )
    found = [number for group in groups if (number := _NUMBER.fullmatch(group[0]))]
    numbers = [int(number["number"]) for number in found]
    said = next((int(number["all"]) for number in found), None)
    empty = sum(not any(part.kind is Kind.BODY for part in draft) for draft in drafts)
    remarks = (*count_remarks(len(articles), said, numbers), *empty_remark(empty))
    return Reading(articles, notices=tuple(Notice(str(path), remark) for remark in remarks))


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each article: parted by a rule, by its number, or behind the last field."""
    group: list[str] = []
    for line in lines:
        ruled = _RULE.fullmatch(line) is not None
        if group and (ruled or _NUMBER.fullmatch(line)):
            yield group
            group = []
        if not ruled:
            group.extend(_HEADED.split(line) if _label(line) else (line,))
        if group and _closes(group):
            yield group
            group = []
    if group:
        yield group


def _closes(group: Sequence[str]) -> bool:
    """Whether the last field is there, with its value: in tables that stands in a line of its own."""
    if group[-1].endswith(":"):
        return False
    return _LAST in (_label(group[-1]), _label(group[-2]) if group[-2:][0].endswith(":") else "")


def _is_article(group: Sequence[str]) -> bool:
    names = {_label(line) or _heading(line) for line in group}
    return "title" in names and not names.isdisjoint(("publication title", "full text"))


def _label(line: str) -> str:
    """The label that leads `line`, if it is one of the database's, as English names it."""
    found = _FIELD.match(line)
    name = found["name"].casefold() if found else ""
    name = SAME.get(name, name)
    if name in LABELS or name in INDEXING:
        return name
    return "proquest document id" if found and _IDENTITY.fullmatch(line) else ""


def _heading(line: str) -> str:
    """What the heading `line` of a page is of, or nothing."""
    return HEADINGS.get(line.rstrip(":").casefold(), "")


def _parts(group: Sequence[str]) -> Iterator[Part]:
    """The lines of an article; those under “Full text” go on to the heading of the fields, or a label."""
    details = [at for at, line in enumerate(group) if _heading(line) == "details"]
    end = details[-1] if details else len(group)
    begin = next((at for at, line in enumerate(group) if _begins_text(line)), len(group))
    text = next((at for at in range(begin + 1, end) if _ends_text(group[at], details)), end)
    for line in with_values(group[:begin], _label):
        yield _front(line)
    for line in group[begin:text]:
        yield from _said(line)
    for line in _continued(with_values(group[text:], _label)):
        yield _field(line)


def _continued(lines: Iterable[str]) -> Iterator[str]:
    """The fields, each with the lines on which its value goes on."""
    held = ""
    for line in lines:
        goes_on = _label(held) and not (_label(line) or _heading(line) or _CLOSING.match(line))
        if goes_on:
            held = f"{held} {line}"
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _begins_text(line: str) -> bool:
    return "full text" in (_label(line), _heading(line))


def _ends_text(line: str, details: Sequence[int]) -> bool:
    """Whether a field follows upon the text; where a heading stands above the fields, it ends there."""
    return not details and bool(_label(line))


def _front(line: str) -> Part:
    """A line above the text: the headline once more, whence it comes, the abstract."""
    if _label(line):
        return _field(line)
    closing = _CLOSING.match(line) or _NUMBER.fullmatch(line) or _SAVED_FROM.match(line)
    return Part(line, Kind.BOILERPLATE if closing or _heading(line) else Kind.NOTE)


def _said(line: str) -> Iterator[Part]:
    """A line of the text; captions and credits are led by labels of their own there."""
    name = _label(line)
    if name == "full text":
        line = line.partition(":")[2].strip()
    elif name in ("illustration", "caption", "credit", "word count"):
        yield _field(line)
        return
    if line and not _heading(line):
        yield Part(line, Kind.BODY)


def _field(line: str) -> Part:
    name = _label(line)
    if not name:
        return Part(line, Kind.BOILERPLATE if _CLOSING.match(line) or _heading(line) else Kind.NOTE)
    kind, wanted = LABELS.get(name, (Kind.BOILERPLATE, None))
    value = _value(wanted, line.partition(":")[2].strip())
    return Part(line, kind, wanted if value else None, value, f"“{name}” field of the export")


def _value(wanted: Field | None, words: str) -> str:
    match wanted:
        case Field.AUTHORS:
            # Word and PDF files set the paper, the place and the day behind the names.
            names = re.split(r" \. |\. (?=[^.]{2,80}\[)", words, maxsplit=1)[0]
            return "; ".join(map(turned, names.rstrip(" .").split(";")))
        case Field.PUBLISHER:
            return words.partition(";")[0].strip()
        case Field.LANGUAGE:
            return language_tag(words)
        case _:
            return words
