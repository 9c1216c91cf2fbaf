"""What several sources carry in nearly the same words: “military exercise with the United Kingdom”.

Two sentences carry one claim if they share a run of words that carry meaning, function words left
aside, at least two of them no names. Only reports of one event are compared, and no reprints.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter

from briefing.analysis.body import Body
from briefing.analysis.clauses import RUN, whole
from briefing.analysis.contraries import contrary, denies
from briefing.analysis.corroboration import independent_origins, quoted_speaker
from briefing.analysis.evidence import Closeness
from briefing.model.findings import Claim, SourceFindings
from briefing.model.passage import Excerpt, Passage
from briefing.model.source import Source
from briefing.text.lazy import Lazy
from briefing.text.phrases import Words
from briefing.text.remembered import Remembered
from briefing.text.sentences import sentences
from briefing.text.variants import COMPARED
from briefing.text.words import content_stems

_PLAIN = 2
_MOST, _MOST_KEPT, _MOST_FAR = 12, 200, 3
"""Most claims printed, most kept to choose them from, and most of those printed that no theme asks for."""
_MOST_TOGETHER = 3
"""Most claims that the same sources carry."""
_FAR = 40
"""Most characters between two words of a run."""

_THIN, _FULL, _WITH_VERB = 2, 8, 0.25
"""Words of meaning that say next to nothing, how many more say all, and what a verb adds."""
_ENOUGH = 0.5
"""How much of a whole claim words must say for those who share them to agree on something."""
_VERB = Lazy(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|said|says|"
    r"told)\b|\bto [a-z]+\b|(?<![\w-])[a-z]{3,}(?:ed|ing)(?= (?:a|an|the|its|his|her|their|that|to|in|on|"
    r"by|from|with|for|\d|[A-Z]))"
)

_TO_COME = Lazy(
    r"\b(?:will|would|shall|(?:plans?|planning|expected|due|set|going|about|poised) to)\b|[’']ll\b"
)
_PAST = Lazy(
    r"\b(?:has|have|had|was|were|[a-z]{3,}ed|met|held|made|took|won|sent|went|came|gave|began|became|left|paid)\b"
)
_POINTS_BACK = Lazy(
    r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]h(?:is|ese|ose|at)|[Tt]he latter)\b"
)
"""What begins so points back at something that the reader does not see."""

_LEAD = 40
"""Characters before a run in which it may be denied."""
_CLAUSE = re.compile(r"[.?!,;:—–“”\"\n]")

_CELL = 400
"""Characters by which places are put together before they are compared."""
_STOPS = ';“”"'
_STOP = re.compile(rf"[.?!] |[{_STOPS}]")

_HYPHENS = "-‐‑"
_JOINS = "-‐‑’'"
_JOINED_BEFORE = re.compile(r"[^\W_]+(?:[-‐‑’'][^\W_]+)*[-‐‑’']$")
_JOINED_BEHIND = re.compile(r"(?:[-‐‑][^\W_]+)+")
_NAME_LAST = re.compile(r"\b[A-Z][a-z]+$")
_NAME_BEFORE = re.compile(
    r"(?<![.!?] )(?<!\n)(?<!^)\b(?:(?!(?:The|An?|In|On|At|As|But|And|For|He|She|It|They|We|I|\w+day)\b)"
    r"[A-Z][a-z]+ )+$"
)
_NAME_BEHIND = re.compile(r"(?:(?<=\bM[rs])\.|(?<=\bMrs)\.|(?<=\bDr)\.)?(?: [A-Z][a-z]+)+")
_AMOUNT_BEFORE = re.compile(r"(?:[$€£¥][ \xa0]?)?(?:\d+[.,])*$")
_AMOUNT_BEHIND = re.compile(r"(?:[.,]\d+)*[ \xa0]?%|(?:[.,]\d+)+")

_RUN_STEMS = Remembered(lambda word: COMPARED[word] if len(word) > 1 or word.isdigit() else "")
"""The stem of a word of a run; a single letter carries no meaning."""

Run = tuple[str, ...]
Spot = tuple[str, int, int]


def shared_claims(
    bodies: Sequence[Body],
    event_of: Mapping[str, int],
    sources: Mapping[str, Source],
    found: Mapping[str, SourceFindings],
    reprint_of: Mapping[str, str],
) -> tuple[Claim, ...]:
    """The claims that sources of one event share, those of most origins first."""
    claims: list[Claim] = []
    texts = {body.source.id: body.text for body in bodies}
    for places in _joined(_held(bodies, event_of, reprint_of)):
        told = [sources[place.source] for place in places]
        shared = whole([(texts[place.source], place.start, place.end) for place in places])
        if shared is None:
            continue
        best, edges = shared
        told_so = list(zip(told, edges, strict=True))
        if _disagree([source.text[slice(*edge)] for source, edge in told_so]):
            continue
        if len({denies(_led_in(source.text, *edge)) for source, edge in told_so}) > 1:
            continue
        if not _is_whole_abroad(told[best], *edges[best]):
            continue
        excerpts = [Excerpt.cut(source, *span) for source, span in zip(told, edges, strict=True)]
        # Whose words read as a statement is printed, the others are cited.
        excerpts.insert(0, excerpts.pop(best))
        printed = [excerpt.passage for excerpt in excerpts]
        speaker = quoted_speaker(printed, found)
        # What somebody said is his, also where a source has it without marks.
        count = 1 if speaker else independent_origins(printed, sources, found, reprint_of)
        claims.append(Claim(tuple(excerpts), count, speaker))
    claims = _each_once(claims)
    claims.sort(key=lambda claim: -claim.independent_origins * _content(claim.excerpts[0].exact))
    return tuple(claims[:_MOST_KEPT])


def _disagree(words: Sequence[str]) -> bool:
    """Whether what several share is of different things, or done for one and to come for another."""
    rest = [each for each in words if not _TO_COME.search(each)]
    if len(rest) < len(words) and any(_PAST.search(each) for each in rest):
        return True
    return any(contrary(words[0], each) for each in words[1:])


def _led_in(text: str, start: int, end: int) -> str:
    """The words from `start` to `end` with those before them in their clause: “denied that …”."""
    lead = text[max(0, start - _LEAD) : start]
    return f"{_CLAUSE.split(lead)[-1]}{text[start:end]}"


def _is_whole_abroad(source: Source, start: int, end: int) -> bool:
    """Whether words are whole sentences: where phrases end is known of English alone."""
    if not source.language or source.language.startswith("en"):
        return True
    part = next((part for part in source.body() if part.start <= start < part.end), None)
    if part is None:
        return False
    ranges = sentences(source.text, part.start, part.end, source.language)
    starts, ends = {begin for begin, _ in ranges}, {stop for _, stop in ranges}
    return start in starts and not ends.isdisjoint((end, end + 1))


def _each_once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those whose words lie, in two sources, in those of a longer one."""
    held: defaultdict[str, list[tuple[Passage, int]]] = defaultdict(list)
    kept: list[int] = []
    for at in sorted(range(len(claims)), key=lambda at: -len(claims[at].excerpts[0].exact)):
        places = [excerpt.passage for excerpt in claims[at].excerpts]
        shared = Counter(
            other for place in places for wide, other in held[place.source] if place.overlaps(wide)
        )
        if max(shared.values(), default=0) > 1:
            continue
        kept.append(at)
        for place in places:
            held[place.source].append((place, at))
    return [claims[at] for at in sorted(kept)]


def nearest(claims: Sequence[Claim], close: Closeness) -> tuple[Claim, ...]:
    """The claims to print: first those that stand in an answer to a theme, then a few others.

    “His deleted tweet” and “it works out for everybody” say nothing by themselves.
    """
    asked: list[Claim] = []
    others: list[Claim] = []
    for claim in claims:
        if _POINTS_BACK.match(claim.excerpts[0].exact):
            continue
        near = any(not close.of(excerpt.passage) for excerpt in claim.excerpts)
        (asked if near else others).append(claim)
    return tuple([*_spread(asked), *list(_spread(others))[:_MOST_FAR]][:_MOST])


def agrees(claim: Claim) -> bool:
    """Whether those who carry `claim` agree on something: six words of meaning, or four with a verb.

    Fewer may stand in reports that say opposite things of “abuse of power and obstruction of Congress”.
    """
    return _content(claim.excerpts[0].exact) >= _ENOUGH


def _content(words: str) -> float:
    """How much words say, up to 1: a long run with a verb says more than “meeting with the leader”."""
    many = len(content_stems(words)) - _THIN
    return min(1.0, many / _FULL + _WITH_VERB * (_VERB.search(words) is not None))


def _spread(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims without those of sources that carry a few together already: both print one speech."""
    together: Counter[frozenset[str]] = Counter()
    for claim in claims:
        sources = frozenset(excerpt.passage.source for excerpt in claim.excerpts)
        together[sources] += 1
        if together[sources] <= _MOST_TOGETHER:
            yield claim


def _held(
    bodies: Iterable[Body], event_of: Mapping[str, int], reprint_of: Mapping[str, str]
) -> Iterator[dict[str, Passage]]:
    """The runs that several texts of one event hold: for each text the first place."""
    told: defaultdict[int, list[tuple[int, Body]]] = defaultdict(list)
    for at, body in enumerate(bodies):
        if body.source.id in event_of:
            told[event_of[body.source.id]].append((at, body))
    # An event after the other, so that the words of few are held; in the order of the sources.
    found = [item for among in told.values() for item in _among(among, reprint_of)]
    found.sort(key=itemgetter(0))
    for _, places in found:
        yield {text: Passage(*place) for text, place in places.items()}


def _among(
    told: Sequence[tuple[int, Body]], reprint_of: Mapping[str, str]
) -> Iterator[tuple[int, dict[str, Spot]]]:
    """The same among reports of one event, each with the number of the source that made it several."""
    texts = [reprint_of.get(body.source.id, body.source.id) for _, body in told]
    if len(set(texts)) == 1:
        return
    cut = [body.words for _, body in told]
    stems = [list(map(_RUN_STEMS.__getitem__, words.written)) for words in cut]
    common = _in_several(texts, stems)
    first: dict[Run, tuple[str, Spot]] = {}
    several: dict[Run, tuple[int, dict[str, Spot]]] = {}
    for (at, body), text, words, row in zip(told, texts, cut, stems, strict=True):
        source = body.source.id
        for run, start, end in _runs(words, row, common):
            spot = source, start, end
            held = first.setdefault(run, (text, spot))
            if held[0] != text:
                if run not in several:
                    several[run] = at, {held[0]: held[1]}
                several[run][1].setdefault(text, spot)
    yield from several.values()


def _in_several(texts: Sequence[str], stems: Sequence[Sequence[str]]) -> set[str]:
    """The stems that several of `texts` hold: only they can be in a shared run."""
    by_text: defaultdict[str, set[str]] = defaultdict(set)
    for text, row in zip(texts, stems, strict=True):
        by_text[text].update(row)
    seen: set[str] = set()
    common: set[str] = set()
    for held in by_text.values():
        common |= seen & held
        seen |= held
    return common


def _joined(groups: Iterable[dict[str, Passage]]) -> list[list[Passage]]:
    """The places of each run; runs that overlap in two sources become one."""
    kept: list[dict[str, Passage]] = []
    near: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for held in groups:
        places = {place.source: place for place in held.values()}
        cells = {(place.source, place.start // _CELL) for place in places.values()}
        beside = dict.fromkeys(
            at
            for source, cell in sorted(cells)
            for near_by in (cell - 1, cell, cell + 1)
            for at in near[source, near_by]
        )
        home = next((at for at in beside if _overlap(kept[at], places)), None)
        if home is None:
            home = len(kept)
            kept.append(places)
        else:
            kept[home] = _widened(kept[home], places)
        for cell in cells:
            near[cell].append(home)
    return [list(places.values()) for places in kept]


def _overlap(one: Mapping[str, Passage], other: Mapping[str, Passage]) -> bool:
    """Whether two runs share words in at least two sources."""
    return (
        sum(place.overlaps(other[source]) for source, place in one.items() if source in other) > 1
    )


def _widened(one: Mapping[str, Passage], other: Mapping[str, Passage]) -> dict[str, Passage]:
    wide = dict(one)
    for source, place in other.items():
        known = wide.get(source)
        if known is None:
            wide[source] = place
        elif known.overlaps(place):
            start, end = min(known.start, place.start), max(known.end, place.end)
            wide[source] = Passage(source, start, end)
    return wide


def _runs(
    words: Words, stems: Sequence[str], common: AbstractSet[str]
) -> Iterator[tuple[Run, int, int]]:
    """The runs of `common` stems in each paragraph, each with its place."""
    text, starts, written = words.text, words.starts, words.written
    for first, last in zip(words.firsts, words.lasts, strict=True):
        row: list[int] = []
        for at in range(first, last):
            stem_here = stems[at]
            if not stem_here:
                continue
            if stem_here not in common:
                row.clear()
                continue
            if row and _parted(text, words.end(row[-1]), starts[at]):
                row.clear()
            row.append(at)
            if len(row) < RUN:
                continue
            if sum([written[word][0].islower() for word in row]) >= _PLAIN:
                run = tuple([stems[word] for word in row])
                yield run, *_whole(text, starts[row[0]], words.end(at))
            del row[0]


def _parted(text: str, end: int, start: int) -> bool:
    """Whether words stand apart of which one ends at `end` and the next begins at `start`."""
    if start - end == 1:
        return text[end] in _STOPS
    return start - end > _FAR or _STOP.search(text, end, start) is not None


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` with the rest of its words and amounts.

    “26-delegate” is never “delegate”, “$1.3 trillion” never “3 trillion”,
    “South China Sea” never “South China”.
    """
    if text[start].isdigit() and (
        before := _AMOUNT_BEFORE.search(text, max(0, start - _FAR), start)
    ):
        start = before.start()
    if text[end - 1].isdigit() and (behind := _AMOUNT_BEHIND.match(text, end)):
        end = behind.end()
    if text[start - 1 : start] in _JOINS and (
        before := _JOINED_BEFORE.search(text, max(0, start - _FAR), start)
    ):
        start = before.start()
    if text[end : end + 1] in _HYPHENS and (behind := _JOINED_BEHIND.match(text, end)):
        end = behind.end()
    if text[start].isupper() and (first := _NAME_BEFORE.search(text, max(0, start - _FAR), start)):
        start = first.start()
    if (name := _NAME_BEHIND.match(text, end)) and _NAME_LAST.search(text, start, end):
        end = name.end()
    return start, end
