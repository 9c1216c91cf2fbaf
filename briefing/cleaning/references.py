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

from briefing.model.reference import Reference
from briefing.model.source import Evidence, Field, Notice, Source
from briefing.text.dates import find_day

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3
"""Words a title must have to tell an article from others."""


def with_references(
    sources: tuple[Source, ...], references: Sequence[Reference]
) -> tuple[tuple[Source, ...], tuple[Notice, ...]]:
    """`sources` with what `references` say of them, and a notice on entries without a source."""
    if not references:
        return sources, ()
    # A name that several files have leads to none of them, lest one gets the metadata of another.
    named = Counter(key for source in sources for key in _keys(source))
    places = {
        key: at
        for at, source in enumerate(sources)
        for key in reversed(_keys(source))
        if named[key] == 1 or not key.startswith("file ")
    }
    result = list(sources)
    lost: dict[str, int] = {}
    for reference in references:
        at = _match(reference, places)
        if at is None:
            lost[reference.found_in] = lost.get(reference.found_in, 0) + 1
        else:
            result[at] = _filled(result[at], reference)
    notices = tuple(
        Notice("", f"{name}: {count} of its entries matched no file among the sources.")
        for name, count in lost.items()
    )
    return tuple(result), notices


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


def _match(reference: Reference, places: Mapping[str, int]) -> int | None:
    wanted = [key for name in reference.files for key in _file_keys(name)]
    if url := reference.get(Field.URL):
        wanted.append(f"link {_link(url)}")
    if (words := reference.get(Field.TITLE)) and (title := _title(words)):
        wanted.append(f"title {title}")
    return next((places[key] for key in wanted if key in places), None)


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
            yield field, value
    if authors := reference.every(Field.AUTHORS):
        yield Field.AUTHORS, authors
    for field in (Field.PUBLISHED, Field.ACCESSED):
        found = find_day(reference.get(field) or "")
        if found is not None:
            yield field, found[0]
