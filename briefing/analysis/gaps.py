"""What the sources do not answer, or answer thinly, in one place only, or long ago."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from briefing.analysis.candidates import Candidate
from briefing.analysis.corroboration import of_one_origin
from briefing.model.findings import Gap, SourceFindings
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.text.times import spell_day

OLD = 90
"""Days before the briefing from which on the newest source of a theme is old."""


class Behind(Struct, frozen=True):
    """What stands behind the sources: findings in each, reprints, the day of the briefing."""

    found: Mapping[str, SourceFindings] = {}
    reprint_of: Mapping[str, str] = {}
    today: date | None = None


def find_gaps(
    themes: Sequence[Theme],
    found: Mapping[str, Sequence[Candidate]],
    sources: Sequence[Source],
    behind: Behind | None = None,
) -> Iterator[Gap]:
    """Themes without, with old or with single-origin evidence; `found` gives their candidates."""
    behind = behind or Behind()
    by_id = {source.id: source for source in sources}
    for theme in themes:
        used = [
            by_id[name] for name in {item.excerpt.passage.source: 0 for item in found[theme.id]}
        ]
        if not used:
            yield Gap(theme.title, "no source at hand answers.")
            continue
        if len(used) == 1 and len(sources) > 1:
            only = _called(used[0])
            yield Gap(theme.title, f"of the sources at hand only one answers, {only}.")
        elif len(used) > 1 and _go_back_to_one(found[theme.id], by_id, behind):
            words = f"{len(used)} sources answer, and all go back to one origin."
            yield Gap(theme.title, words)
        yield from _old(theme, used, behind.today)


def _go_back_to_one(
    found: Sequence[Candidate], sources: Mapping[str, Source], behind: Behind
) -> bool:
    places = [item.excerpt.passage for item in found]
    return of_one_origin(places, sources, behind.found, behind.reprint_of)


def _old(theme: Theme, used: Sequence[Source], today: date | None) -> Iterator[Gap]:
    days = [source.published for source in used if source.published]
    if today is None or not days:
        return
    newest = max(days)
    if (today - newest).days > OLD:
        # An undated one may be newer.
        which = "newest source" if len(days) == len(used) else "newest dated source"
        yield Gap(theme.title, f"the {which} that answers is of {spell_day(newest)}.")


def _called(source: Source) -> str:
    """The publisher of a source, its title in marks, or else its file, never the folder that it lies in."""
    if source.publisher or not source.title:
        return source.publisher or source.path.rsplit("/", 1)[-1]
    return f"“{source.title}”"
