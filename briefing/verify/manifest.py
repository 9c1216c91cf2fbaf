"""The manifest inside a file: read with suspicion, compared, never believed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from briefing.digests import digest
from briefing.model.report import Finding, Verdict
from briefing.model.source import Source
from briefing.verify.folding import OPTIONAL, fold_print
from briefing.verify.paper import Paper
from briefing.verify.shelf import Held

SCHEMA = "briefing.manifest/1"
LARGEST = 32 * 2**20
_MOST = 100_000
_SHOWN = 80


class Claimed(Struct, frozen=True):
    """An excerpt as a manifest claims it."""

    source: str
    start: int
    end: int
    exact: str
    cited: tuple[int, ...]


class Manifest(Struct, frozen=True, dict=True):
    """What a manifest claims: sources by id, excerpts, the marking."""

    sources: Mapping[str, Mapping[str, Any]]
    excerpts: tuple[Claimed, ...]
    marking: str | None = None

    def ids(self) -> dict[int, str]:
        """The ids of sources by their numbers in the source list."""
        return {
            item["number"]: key
            for key, item in self.sources.items()
            if isinstance(item.get("number"), int)
        }

    def cited(self) -> frozenset[int]:
        """The numbers of the sources that its excerpts cite."""
        return frozenset(number for excerpt in self.excerpts for number in excerpt.cited)

    def held(self) -> Iterator[Held]:
        """The claimed excerpts as if they were sources: good for consistency, not for proof."""
        for key, item in self.sources.items():
            words = [excerpt.exact for excerpt in self.excerpts if excerpt.source == key]
            yield Held(
                Source(
                    id=key,
                    path=_text(item, "name"),
                    sha256=_text(item, "sha256"),
                    media_type=_text(item, "media_type"),
                    text="\n\n".join(words),
                    segments=(),
                    title=_text(item, "title") or None,
                    url=_text(item, "url") or None,
                )
            )

    def has(self, source: str, start: int, end: int) -> bool:
        """Whether an excerpt of these very bounds is claimed."""
        return (source, start, end) in self._bounds

    @cached_property
    def _bounds(self) -> frozenset[tuple[str, int, int]]:
        return frozenset((item.source, item.start, item.end) for item in self.excerpts)

    def doubts(self, sources: Mapping[str, Held]) -> Iterator[Finding]:
        """Where the manifest says what the sources at hand do not."""
        for key, item in self.sources.items():
            held = sources.get(key)
            if held is None:
                continue
            source = held.source
            if _text(item, "sha256") != source.sha256:
                yield _lie(f"it names another digest for {_text(item, 'name')}")
            told = digest(source.text.encode("utf-8", "surrogatepass"))
            if _text(item, "text_sha256") not in ("", told):
                yield _lie(f"the text of {_text(item, 'name')} is another one")
        for excerpt in self.excerpts:
            held = sources.get(excerpt.source)
            if held and held.source.text[excerpt.start : excerpt.end] != excerpt.exact:
                yield _lie(f"“{_short(excerpt.exact)}” does not stand where it says in the source")

    def unprinted(self, paper: Paper, verdicts: Sequence[Verdict]) -> Iterator[Finding]:
        """Excerpts that the text does not print as the manifest has them."""
        exact = {verdict.quote for verdict in verdicts}
        left = [excerpt for excerpt in self.excerpts if excerpt.exact not in exact]
        whole = _bare("\n".join(line.text for line in paper.paragraphs)) if left else ""
        # A quotation may have become several, one below the other.
        quoted = _close("".join(verdict.quote for verdict in verdicts)) if left else ""
        places = {(verdict.source, verdict.start, verdict.end) for verdict in verdicts}
        for excerpt in left:
            words = _bare(excerpt.exact)
            if words not in whole:
                text = f"the text does not print, as the manifest has it: “{_short(excerpt.exact)}”"
                yield Finding("manifest", text)
            elif (
                _close(words) not in quoted
                and (excerpt.source, excerpt.start, excerpt.end) not in places
            ):
                text = f"the text no longer shows as a quotation: “{_short(excerpt.exact)}”"
                yield Finding("manifest", text)


def read_manifest(data: bytes | None) -> tuple[Manifest | None, tuple[Finding, ...]]:
    """The manifest in `data`, or what is wrong with it."""
    if data is None:
        return None, ()
    if len(data) > LARGEST:
        return None, (Finding("manifest", "the manifest is too large to be one"),)
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        tree = None
    if not isinstance(tree, dict) or tree.get("schema") != SCHEMA:
        return None, (Finding("manifest", "the manifest inside cannot be read; it is not used"),)
    sources = {_text(item, "id"): item for item in _tables(tree, "sources")}
    excerpts = tuple(map(_claimed, _tables(tree, "excerpts")))
    recipe = tree.get("recipe")
    marking = _text(recipe, "marking") if isinstance(recipe, dict) else ""
    return Manifest(sources, excerpts, marking or None), ()


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rpartition(' ')[0]} …"


def _bare(words: str) -> str:
    """`words` folded, without hyphens: those of line ends may stand or fall."""
    return fold_print(words).replace(OPTIONAL, "").replace("-", "").strip()


def _close(words: str) -> str:
    return "".join(_bare(words).split())


def _claimed(item: Mapping[str, Any]) -> Claimed:
    cited = item.get("cited")
    numbers = tuple(n for n in cited if isinstance(n, int)) if isinstance(cited, list) else ()
    return Claimed(
        _text(item, "source"),
        _number(item, "start"),
        _number(item, "end"),
        _text(item, "exact"),
        numbers,
    )


def _tables(tree: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    found = tree.get(key)
    return (
        [item for item in found[:_MOST] if isinstance(item, dict)]
        if isinstance(found, list)
        else []
    )


def _text(item: Mapping[str, Any], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _number(item: Mapping[str, Any], key: str) -> int:
    value = item.get(key)
    return value if isinstance(value, int) else 0


def _lie(what: str) -> Finding:
    return Finding("manifest", f"the manifest inside does not tell the truth: {what}", grave=True)
