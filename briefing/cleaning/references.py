"""Takes what a bibliography says over into the sources it speaks of.

An entry is matched by the file it is attached to, by its link, or by its title; what a person keeps
in a bibliography goes before what a page says of itself.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from msgspec.structs import replace

from briefing.cleaning.stated import mended
from briefing.model.reference import Reference
from briefing.model.source import Evidence, Field, Kind, Notice, Source
from briefing.text.dates import find_day

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3
"""Words a title must have to tell an article from others."""
_LONGEST_TITLE = 300


def with_references(
    sources: tuple[Source, ...], references: Sequence[Reference]
) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """`sources` with what `references` say of them, and a notice on entries without a source."""
    if not references:
        return sources, ()
    places: dict[str, list[int]] = {}
    for at, source in enumerate(sources):
        for key in _keys(source):
            places.setdefault(key, []).append(at)
    result = list(sources)
    lost: list[Reference] = []
    taken: dict[int, Reference] = {}
    for reference in references:
        match = _match(reference, places, sources)
        if match is None:
            lost.append(reference)
        else:
            taken[match] = reference
            result[match] = _filled(result[match], reference)
    several = _holding_several(sources, taken, lost)
    for at in several:
        result[at] = sources[at]
    held = {_told_title(reference) for at in several for reference in several[at]}
    missing = Counter(
        reference.found_in for reference in lost if _told_title(reference) not in held
    )
    notices = (
        *(
            Notice(
                sources[at].path,
                f"It holds several articles that {parts[0].found_in} names, as one source: nothing was "
                "taken over. Save each article in a file of its own.",
            )
            for at, parts in several.items()
        ),
        *(
            Notice("", f"{name}: {count} of its entries matched no file among the sources.")
            for name, count in missing.items()
        ),
    )
    return tuple(result), notices


def _holding_several(
    sources: Sequence[Source], taken: Mapping[int, Reference], lost: Sequence[Reference]
) -> dict[int, list[Reference]]:
    """The sources that have titles of entries without a source among their lines, with these entries.

    Such a file holds several articles, and none of their entries says what is true of all of it.
    """
    titled = {title: reference for reference in lost if (title := _told_title(reference))}
    found: dict[int, list[Reference]] = {}
    for at in taken if titled else ():
        if parts := [titled[title] for title in titled.keys() & set(_inner_titles(sources[at]))]:
            found[at] = parts
    return found


def _inner_titles(source: Source) -> Iterator[str]:
    """The lines within a source that have its paragraphs above and below: no links to other articles."""
    body = [part.kind is Kind.BODY for part in source.segments]
    first = body.index(True) if True in body else len(body)
    for at, part in enumerate(source.segments):
        if at > first and part.end - part.start < _LONGEST_TITLE and any(body[at + 1 : at + 4]):
            yield _title(source.text[part.start : part.end])


def _told_title(reference: Reference) -> str:
    return _title(mended(Field.TITLE, reference.get(Field.TITLE) or ""))


def _keys(source: Source) -> list[str]:
    keys = list(_file_keys(source.path))
    if source.url:
        keys.append(f"link {_link(source.url)}")
    if source.title and (title := _title(source.title)):
        keys.append(f"title {title}")
    return keys


def _file_keys(path: str) -> Iterator[str]:
    """A file's folder and name, then its name alone: many snapshots are called `index.html`."""
    parts = PurePosixPath(path.replace("\\", "/").casefold()).parts
    yield f"file {'/'.join(parts[-2:])}"
    if len(parts) > 1:
        yield f"file {parts[-1]}"


def _match(
    reference: Reference, places: Mapping[str, Sequence[int]], sources: Sequence[Source]
) -> int | None:
    """Where the source of `reference` is; what several sources share must be told by day or house.

    A name that several files have leads to none of them, lest one gets the metadata of another.
    """
    wanted = [key for name in reference.files for key in _file_keys(name)]
    if url := reference.get(Field.URL):
        wanted.append(f"link {_link(url)}")
    if title := _told_title(reference):
        wanted.append(f"title {title}")
    for key in wanted:
        found = places.get(key, ())
        if len(found) > 1 and not key.startswith("file "):
            found = [at for at in found if _agree(sources[at], reference)]
        if len(found) == 1:
            return found[0]
    return None


def _agree(source: Source, reference: Reference) -> bool:
    """Whether a source and an entry name the same day or the same house, and none that differ."""
    told = dict(_values(reference))
    pairs = [
        (source.published, told.get(Field.PUBLISHED)),
        (_house(source.publisher), _house(reference.get(Field.PUBLISHER))),
    ]
    known = [mine == theirs for mine, theirs in pairs if mine and theirs]
    return bool(known) and all(known)


def _house(name: str | None) -> str:
    return " ".join(_WORD.findall((name or "").casefold().removeprefix("the ")))


def _link(url: str) -> str:
    """A link without what varies: scheme, `www.`, the last slash, what follows `#` or `?utm`."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    host = (parts.netloc or "").casefold().removeprefix("www.").removeprefix("m.")
    query = "&".join(part for part in parts.query.split("&") if part and not part.startswith("utm"))
    return f"{host}{parts.path.rstrip('/')}?{query}"


def _title(words: str) -> str:
    found = _WORD.findall(words.casefold())
    return " ".join(found) if len(found) >= _FEWEST_WORDS else ""


def _filled(source: Source, reference: Reference) -> Source:
    values = dict(_values(reference))
    evidence = {**source.evidence, **{field: Evidence(reference.found_in) for field in values}}
    changed = {field.value: value for field, value in values.items()}
    return replace(source, evidence=evidence, **changed)


def _values(reference: Reference) -> Iterator[tuple[Field, str | tuple[str, ...] | date]]:
    for field in (Field.TITLE, Field.PUBLISHER, Field.URL, Field.LANGUAGE):
        if value := reference.get(field):
            yield field, mended(field, value)
    if authors := reference.every(Field.AUTHORS):
        yield Field.AUTHORS, tuple(mended(Field.AUTHORS, name) for name in authors)
    for field in (Field.PUBLISHED, Field.ACCESSED):
        found = find_day(reference.get(field) or "")
        if found is not None:
            yield field, found[0]
