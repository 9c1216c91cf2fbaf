"""Exports of Genios and wiso (German papers): headline, fields from “Quelle” on, text, address, rights."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from briefing.errors import SourceError
from briefing.model.source import Field, Kind, Notice
from briefing.readers.exports.counting import empty_remark
from briefing.readers.exports.fielded import with_values
from briefing.readers.exports.labels import author_names
from briefing.readers.reading import Reading
from briefing.readers.setting import Part, article_of
from briefing.text.dates import find_day

_ADDRESS = "Dauerhafte Adresse des Dokuments"
_LABELS: dict[str, tuple[Kind, Field | None]] = {
    "quelle": (Kind.NOTE, Field.PUBLISHER),
    "ressort": (Kind.SECTION, None),
    "rubrik": (Kind.SECTION, None),
    "autor": (Kind.BYLINE, Field.AUTHORS),
    "autoren": (Kind.BYLINE, Field.AUTHORS),
    "ausgabe": (Kind.NOTE, None),
    "dokumentnummer": (Kind.BOILERPLATE, None),
    "dauerhafte adresse des dokuments": (Kind.URL, Field.URL),
    "alle rechte vorbehalten": (Kind.BOILERPLATE, None),
}
_FIELD = re.compile(rf"(?P<name>{'|'.join(_LABELS)}) ?:(?: +|$)", re.IGNORECASE)
_CLOSING = re.compile(r"© ?GBI-Genios|Alle Rechte vorbehalten|Seite \d+ von \d+$|Dokumente$")
_CONTENTS = re.compile(r"Inhaltsverzeichnis$|.{0,200}?\.(?: ?\.){2}[. ]{0,200}\d{1,4}$")
_DAY_AT = re.compile(r"(?:,? (?:vom|v\.|den)|,)? *\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄ][a-zä]+) ?\d{2,4}")
_NUMBER_AT = re.compile(r",? (?:Nr\.?|Heft|Ausgabe) ?\d.*$")
_BYLINE = re.compile(r"(?:Von|VON) \S+(?: \S+){1,5}")


def looks_genios(paragraphs: Sequence[str]) -> bool:
    """Whether an article in `paragraphs` names its lasting address and its source."""
    return any(words.startswith(_ADDRESS) for words in paragraphs) and any(
        words.startswith("Quelle:") for words in paragraphs
    )


def is_genios_field(words: str) -> bool:
    """Whether a line is a field of an export, or stands between its articles."""
    return _FIELD.match(words) is not None or _CLOSING.match(words) is not None


def read_genios(paragraphs: Sequence[str], path: PurePath, sha256: str, media_type: str) -> Reading:
    """The articles among `paragraphs`.

    Raises:
        SourceError: if there is none.
    """
    tidied = [line for words in paragraphs if (line := " ".join(words.split()))]
    lines = list(with_values(tidied, _name))
    drafts = [list(_parts(group)) for group in _groups(lines)]
    if not drafts:
        raise SourceError("the export holds no article", where=path)
    articles = tuple(
        article_of(draft, path, sha256, media_type, index=index)
        for index, draft in enumerate(drafts)
    )
    empty = sum(not any(part.kind is Kind.BODY for part in draft) for draft in drafts)
    notices = tuple(Notice(str(path), remark) for remark in empty_remark(empty))
    return Reading(articles, notices=notices)


def _name(line: str) -> str:
    found = _FIELD.match(line)
    return found["name"].casefold() if found else ""


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each article: from below the rights of the one before to its own."""
    group: list[str] = []
    ended = False
    for line in lines:
        closes = _CLOSING.match(line) is not None
        if ended and not closes and _name(line) != "dauerhafte adresse des dokuments":
            yield group
            group, ended = [], False
        if not group and (closes or _CONTENTS.match(line)):
            continue
        group.append(line)
        ended = ended or line.startswith(_ADDRESS)
    if any(_name(line) == "quelle" for line in group):
        yield group


def _parts(group: Sequence[str]) -> Iterator[Part]:
    source = next((at for at, line in enumerate(group) if _name(line) == "quelle"), 0)
    for at, line in enumerate(group[:source]):
        if at:
            yield Part(line, Kind.TEASER)
        else:
            yield Part(line, Kind.TITLE, Field.TITLE, found_in="headline")
    begun = False
    for line in group[source:]:
        if _name(line):
            yield from _field(line)
        elif _CLOSING.match(line):
            yield Part(line, Kind.BOILERPLATE)
        elif not begun and _BYLINE.fullmatch(line):
            yield Part(
                line, Kind.BYLINE, Field.AUTHORS, author_names(line), "author line of the export"
            )
        else:
            begun = True
            yield Part(line, Kind.BODY)


def _field(line: str) -> Iterator[Part]:
    name = _name(line)
    kind, wanted = _LABELS[name]
    value = line.partition(":")[2].strip()
    told = f"{name.title()} field of the export"
    if wanted is not Field.PUBLISHER:
        yield Part(line, kind, wanted if value else None, value, told)
        return
    day = find_day(value)
    at = _DAY_AT.search(value)
    house, rest = (value[: at.start()], value[at.start() :]) if at else (value, "")
    house = _NUMBER_AT.sub("", house).strip(" ,")
    yield Part(f"Quelle: {house}", kind, wanted if house else None, house, told)
    if rest:
        printed = value[day[1] : day[2]] if day else None
        yield Part(rest.strip(" ,"), Kind.DATE, Field.PUBLISHED if day else None, printed, told)
