"""Whether entries and notes name their sources' authors, days, addresses and digests, and no others."""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.source import Source
from briefing.verify.folding import fold_print
from briefing.verify.shelf import SHORTEST_DIGEST
from briefing.verify.tongues import days_in, without_any_day

_NUMBER = re.compile(r"\s*\[?\d{1,4}[\]\t.]\s*")
_NAME = re.compile(r"[^\W\d_][\w’'\xad\ufffe-]*")
_INITIAL = re.compile(r"(?<!\w)([^\W\d_])(?=\.|\W)")
_OPENING = re.compile('[“„«"]')
_YEAR = re.compile(r"([^\d“”„«»\[\]]{3,120}), (?:\d{4}|n\.d\.|o\.\s?D\.|s\.\s?d\.)")
_DIGEST = re.compile(rf"SHA-256\s+([0-9a-f]{{{SHORTEST_DIGEST},64}})")
_SHORT = 3
"""Letters of a word that may be a name."""
_TITLE_WORDS = 3
_OFFICES = frozenset({"hrsg", "eds", "prof"})


def plain(words: str) -> str:
    """The letters and figures of `words`: a line's end may have parted them."""
    return "".join(filter(str.isalnum, fold_print(words))).casefold()


def foreign_names(words: str, source: Source) -> list[str]:
    """Names before the title in a citation that stand there in place of the source's authors."""
    head = _head(words, source) if source.authors else ""
    if not head:
        return []
    bears = plain(
        " ".join((*source.authors, source.publisher or "", source.title or "", source.path))
    )
    names = [name for name in _NAME.findall(without_any_day(head)) if len(name) >= _SHORT]
    foreign = [it for it in names if not it[0].islower() and plain(it) not in bears]
    foreign = [it for it in foreign if plain(it) not in _OFFICES]
    return foreign if foreign and _lacks(head, source.authors) else []


def _lacks(head: str, authors: Iterable[str]) -> bool:
    """Whether some part of an author's name is not there, not even as its first letter."""
    whole = plain(head)
    initials = {found[1].casefold() for found in _INITIAL.finditer(head)}
    parts = (plain(part) for author in authors for part in _NAME.findall(author))
    return any(part not in whole and part[:1] not in initials for part in parts)


def _head(words: str, source: Source) -> str:
    """What stands before the title, or before the year of a citation without one."""
    words = _NUMBER.sub("", words, count=1) if _NUMBER.match(words) else words
    begins = _begin_of(source.title or "", words)
    opening = _OPENING.search(words)
    ends = [at for at in (begins, opening and opening.start()) if at is not None]
    if ends:
        return words[: min(ends)]
    dated = _YEAR.match(words.lstrip(" (;,"))
    return dated[1] if dated else ""


def _begin_of(title: str, words: str) -> int | None:
    """Where the title begins in `words`, by its first words."""
    parts = re.findall(r"\w+", fold_print(title))[:_TITLE_WORDS]
    found = re.search(r"\W+".join(map(re.escape, parts)), words, re.IGNORECASE) if parts else None
    return found.start() if found else None


def foreign_address(entry: str, source: Source) -> bool:
    """Whether an entry has an address, and not its source's."""
    return bool(source.url) and "://" in entry and plain(source.url or "") not in plain(entry)


def foreign_digest(entry: str, source: Source) -> str | None:
    """A digest that an entry gives, and its source does not have."""
    digests: list[str] = _DIGEST.findall(entry)
    strange = [it for it in digests if not source.sha256.startswith(it)]
    return strange[0] if len(strange) == len(digests) and strange else None


def undated(entries: Sequence[tuple[str, Source]]) -> Iterator[int]:
    """Which of the entries lack the day of their source, where most of the others have theirs."""
    known = [at for at, (_, source) in enumerate(entries) if source.published]
    dated = [at for at in known if days_in(entries[at][0])]
    if 2 * len(dated) > len(known):
        yield from (at for at in known if at not in dated)
