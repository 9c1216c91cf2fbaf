"""Citations that other programs understand: fields of Zotero's kind, or Word's own sources.

A Zotero field carries its source inside as CSL-JSON, so that it can be refreshed or set in another
style on any machine. Word's sources lie in a part of their own and appear on its References tab.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from msgspec import Struct

from briefing.model.csl import csl_item, split_name
from briefing.model.document import Citation, Facts, Reference
from briefing.words import ENGLISH
from briefing.writers.escaping import clean, escape
from briefing.writers.word.custom import add_item
from briefing.writers.word.markup import long_field
from briefing.writers.word.scripts import full_tag
from briefing.writers.word.skeleton import Skeleton

_CSL_SCHEMA = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"
_LOCALES = {"de": 1031, "en": 1033, "fr": 1036}
"""Languages by the numbers that Word's fields call them by."""
_ZOTERO_STYLES = {
    "chicago-notes": "chicago-fullnote-bibliography",
    "apa": "apa",
    "numbered": "ieee",
}
_BIBLIOGRAPHY = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"


class Zotero(Struct, frozen=True):
    """Makes the words of a citation a field that Zotero's Word plug-in takes for its own."""

    references: Mapping[int, Reference]

    def wrap(self, citation: Citation, note: int, plain: str, content: str) -> str:
        """`content`, in `plain` words, as the result of a field; unlisted sources stay words."""
        reference = self.references.get(citation.number)
        if reference is None:
            return content
        item: dict[str, Any] = {
            "id": citation.number,
            "uris": [f"http://zotero.org/users/local/briefing/items/{_key(reference.source)}"],
            "itemData": csl_item(reference.facts, str(citation.number)),
        }
        if citation.page is not None:
            item |= {"locator": citation.page_label or str(citation.page), "label": "page"}
        elif citation.paragraph is not None:
            item |= {"locator": str(citation.paragraph), "label": "paragraph"}
        told = {
            "citationID": f"b{note}n{citation.number}",
            "properties": {"formattedCitation": plain, "plainCitation": plain, "noteIndex": note},
            "citationItems": [item],
            "schema": _CSL_SCHEMA,
        }
        code = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return long_field(f"ADDIN ZOTERO_ITEM CSL_CITATION {escape(clean(code))}", content)


def zotero_preferences(style: str, language: str, *, endnotes: bool) -> str:
    """What Zotero notes in a document of its own: which style, and where notes stand."""
    name = _ZOTERO_STYLES.get(style, "chicago-fullnote-bibliography")
    notes = 0 if name in ("apa", "ieee") else 1 + endnotes
    locale = f'locale="{full_tag(language)}" ' if language != ENGLISH else ""
    return (
        '<data data-version="3" zotero-version="6.0"><session id="briefing"/>'
        f'<style id="http://www.zotero.org/styles/{name}" {locale}hasBibliography="1" '
        'bibliographyStyleHasBeenSet="0"/><prefs><pref name="fieldType" value="Field"/>'
        f'<pref name="noteType" value="{notes}"/></prefs></data>'
    )


class OwnSources(Struct, frozen=True):
    """Makes the words of a citation one of Word's own."""

    references: Mapping[int, Reference]
    language: str

    def wrap(self, citation: Citation, note: int, _: str, content: str) -> str:
        """`content` as the result of a CITATION field in a content control."""
        if citation.number not in self.references:
            return content
        named = citation.page_label or citation.page
        page = f" \\p {named}" if named is not None else ""
        field = long_field(
            f"CITATION {_tag(citation.number)} \\l {_LOCALES.get(self.language, 1033)}{page}",
            content,
        )
        key = int(sha256(f"{note}/{citation.number}".encode()).hexdigest()[:7], 16)
        return (
            f'<w:sdt><w:sdtPr><w:id w:val="{key}"/><w:citation/></w:sdtPr>'
            f"<w:sdtContent>{field}</w:sdtContent></w:sdt>"
        )


def carry_sources(skeleton: Skeleton, references: Iterable[Reference]) -> None:
    """Put `references` where Word keeps the sources of a document."""
    told = "".join(map(_own_source, references))
    item = (
        f'<b:Sources xmlns:b="{_BIBLIOGRAPHY}" xmlns="{_BIBLIOGRAPHY}" SelectedStyle="\\CHICAGO.XSL" '
        f'StyleName="Chicago">{told}</b:Sources>'
    )
    add_item(skeleton, _BIBLIOGRAPHY, item)


def _own_source(reference: Reference) -> str:
    facts = reference.facts
    values = {
        "Tag": _tag(reference.number),
        "SourceType": "ArticleInAPeriodical" if facts.publisher else "InternetSite",
        "Guid": _guid(reference.source),
        "Title": facts.title,
        "PeriodicalTitle": facts.publisher,
        **_day("", facts),
        **_day("Accessed", facts),
        "URL": facts.url,
        "RefOrder": str(reference.number),
    }
    inner = "".join(
        f"<b:{name}>{escape(value)}</b:{name}>" for name, value in values.items() if value
    )
    return f"<b:Source>{inner}{_own_authors(facts.authors)}</b:Source>"


def _day(which: str, facts: Facts) -> dict[str, str | None]:
    day = facts.accessed if which else facts.published
    if day is None:
        return {}
    names = (f"Year{which}", f"Month{which}", f"Day{which}")
    return dict(zip(names, (str(day.year), day.strftime("%B"), str(day.day)), strict=True))


def _own_authors(authors: tuple[str, ...]) -> str:
    """Persons as a list of names; where one is not plainly a person, all as one body."""
    if not authors:
        return ""
    names = [split_name(author) for author in authors]
    if None in names:
        inner = f"<b:Corporate>{escape(', '.join(authors))}</b:Corporate>"
    else:
        persons = "".join(
            f"<b:Person><b:Last>{escape(name.family)}</b:Last>"
            f"<b:First>{escape(name.given)}</b:First></b:Person>"
            for name in names
            if name
        )
        inner = f"<b:NameList>{persons}</b:NameList>"
    return f"<b:Author><b:Author>{inner}</b:Author></b:Author>"


def _tag(number: int) -> str:
    return f"Source{number}"


def _key(source: str) -> str:
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:8].upper()


def _guid(source: str) -> str:
    told = sha256(source.encode("utf-8", "surrogatepass")).hexdigest().upper()
    return f"{{{told[:8]}-{told[8:12]}-{told[12:16]}-{told[16:20]}-{told[20:32]}}}"
