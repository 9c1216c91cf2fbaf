"""Chooses what is printed: the best excerpts a theme, spread over sources, nothing said twice.

Themes take turns, best excerpt first, so that no theme eats another's evidence; a place is printed
once in the whole document. The analyst's pins come first and drops never come.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import heappush, heappushpop

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.analysis.backing import MOST, Backing
from briefing.analysis.candidates import Candidate
from briefing.analysis.gainsaying import gainsay
from briefing.analysis.likeness import Likeness
from briefing.analysis.sides import Sides
from briefing.model.brief import Drop, Pin
from briefing.model.findings import Conflict, Echo
from briefing.model.passage import Excerpt, Passage
from briefing.model.source import Source

SAME = 0.62
"""Likeness from which two excerpts say the same: the second becomes a further citation."""
RELATED = 0.4
"""Likeness from which a second excerpt is held back in favour of something new."""
_ANOTHER_THEME = 0.55
"""Factor for an excerpt that answers better to another theme of the brief."""
_SAME_SOURCE = 0.72
"""Factor for each excerpt already taken from the same source under this theme."""
_SAME_SOURCE_ELSEWHERE = 0.94
"""The same for each excerpt taken from it under another theme."""
_FLOOR = 0.22
"""Share of the theme's best score below which an excerpt is not worth printing."""
_EQUAL = 0.75
"""Share of the best value from which on another excerpt that says the same is worth as much."""
_CONSIDERED = 400
"""Most candidates a theme is compared among, best first."""


class Choice(Struct, frozen=True):
    """A chosen candidate, with the places that say the same."""

    candidate: Candidate
    pinned: bool
    echoes: tuple[Echo, ...]


class _Board(Struct):
    """What is chosen so far."""

    likeness: Likeness
    chosen: dict[str, list[tuple[Candidate, bool]]]
    echoes: dict[Passage, dict[str, Echo]] = field(default_factory=dict)
    _likenesses: dict[str, dict[str, float]] = field(default_factory=dict)
    """How like each chosen text the other texts are."""
    _most: dict[str, float] = field(default_factory=dict)
    """How like a text is the chosen one that is most like it."""
    _held: dict[str, list[Passage]] = field(default_factory=dict)
    """The places of the chosen ones by their source."""
    _turns: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many were chosen for a theme from a source."""

    def taken(self) -> list[Candidate]:
        return [candidate for picks in self.chosen.values() for candidate, _ in picks]

    def put(self, candidate: Candidate, *, pinned: bool = False) -> None:
        passage = candidate.excerpt.passage
        self.chosen[candidate.theme].append((candidate, pinned))
        self.echoes[passage] = {}
        self._compare(candidate.excerpt.exact)
        self._held.setdefault(passage.source, []).append(passage)
        self._turns[candidate.theme, passage.source] += 1

    def is_taken(self, place: Passage) -> bool:
        """Whether a chosen excerpt shares words with `place`."""
        return any(place.overlaps(other) for other in self._held.get(place.source, ()))

    def share(self, theme: str, source: str) -> tuple[int, int]:
        """How many were chosen from `source` for `theme`, and for all themes."""
        return self._turns[theme, source], len(self._held.get(source, ()))

    def _compare(self, chosen: str) -> None:
        """Compare all texts with one that is chosen now."""
        if chosen not in self._likenesses:
            like = self._likenesses[chosen] = self.likeness.to_all(chosen)
            for text, value in like.items():
                if value > self._most.get(text, 0.0):
                    self._most[text] = value

    def similarity(self, candidate: Candidate) -> float:
        """How like `candidate` the chosen excerpt is that is most like it."""
        return self._most.get(candidate.excerpt.exact, 0.0)

    def same(self, candidate: Candidate) -> tuple[Candidate, float] | None:
        """The chosen excerpt most like `candidate`, and how like it is, if both say the same."""
        if self.similarity(candidate) < SAME:
            return None
        text = candidate.excerpt.exact
        scored = [
            (self._likenesses[other.excerpt.exact].get(text, 0.0), other) for other in self.taken()
        ]
        value, chosen = max(scored, key=lambda pair: pair[0])
        return chosen, value

    def echo(self, chosen: Candidate, candidate: Candidate, similarity: float) -> bool:
        """Note that `candidate` says what `chosen` says, if it stands in another source.

        Whether it does: words in common may say two things.
        """
        source = candidate.excerpt.passage.source
        if source == chosen.excerpt.passage.source:
            return True
        if gainsay(chosen.excerpt.exact, candidate.excerpt.exact):
            return False
        known = self.echoes[chosen.excerpt.passage]
        if source not in known or known[source].similarity < similarity:
            known[source] = Echo(candidate.excerpt, round(similarity, 3))
        return True


class Wishes(Struct, frozen=True):
    """How many excerpts a theme may have, and what the analyst wants and does not want."""

    limit: int
    pins: Sequence[Pin] = ()
    drops: Sequence[Drop] = ()


def select(
    by_theme: Mapping[str, Sequence[Candidate]],
    sources: Mapping[str, Source],
    wishes: Wishes,
    conflicts: Sequence[Conflict] = (),
    behind: Backing | None = None,
) -> dict[str, tuple[Choice, ...]]:
    """Choose excerpts for each theme, best first.

    `by_theme` gives each theme's candidates, `sources` every source by its id (pins are cut from
    them). Pins are taken even beyond the limit. Of `conflicts` all sides are chosen or none.
    `behind` weighs what stands behind a candidate.

    Raises:
        PassageRangeError: if a pin lies outside its source.
    """
    pools = {theme: _pool(found, wishes.drops, behind) for theme, found in by_theme.items()}
    board = _Board(
        Likeness.over(item.excerpt.exact for pool in pools.values() for item in pool),
        {theme: [] for theme in by_theme},
    )
    for pin in wishes.pins:
        if pin.theme in board.chosen and pin.passage.source in sources:
            board.put(_pinned(pin, sources[pin.passage.source]), pinned=True)
    dropped = [drop.passage for drop in wishes.drops]
    _take_turns(board, pools, wishes.limit, Sides(conflicts, dropped))
    _gather_echoes(board, pools)
    return {theme: tuple(_choices(board, picks)) for theme, picks in board.chosen.items()}


def _pool(
    found: Sequence[Candidate], drops: Sequence[Drop], behind: Backing | None
) -> list[Candidate]:
    """The candidates that are compared, best first."""
    kept = [
        candidate
        for candidate in found
        if not any(
            drop.theme in (None, candidate.theme)
            and drop.passage.overlaps(candidate.excerpt.passage)
            for drop in drops
        )
    ]
    if behind is not None:
        kept = _weighed(kept, behind)
    kept.sort(key=lambda candidate: (-candidate.score, candidate.excerpt.passage))
    return kept[:_CONSIDERED]


def _weighed(found: Sequence[Candidate], behind: Backing) -> list[Candidate]:
    """The candidates with what stands behind them, but for those that cannot be among the best."""
    weighed: list[Candidate] = []
    best: list[float] = []
    for candidate in sorted(found, key=lambda candidate: -candidate.score):
        if len(best) == _CONSIDERED and candidate.score * MOST < best[0]:
            break
        weighed.append(behind.weigh(candidate))
        (heappush if len(best) < _CONSIDERED else heappushpop)(best, weighed[-1].score)
    return weighed


def _pinned(pin: Pin, source: Source) -> Candidate:
    excerpt = Excerpt.cut(source, pin.passage.start, pin.passage.end)
    return Candidate(pin.theme, excerpt, 1.0, ("pinned by the analyst",))


def _best_shares(pools: Mapping[str, Sequence[Candidate]]) -> dict[Passage, tuple[float, str]]:
    """For each passage the theme it answers to best, by share of that theme's best score.

    Where two are equal, the theme with less to choose from has it.
    """
    best: dict[Passage, tuple[float, str]] = {}
    for theme, pool in sorted(pools.items(), key=lambda item: len(item[1])):
        top = pool[0].score if pool else 1.0
        for candidate in pool:
            share = candidate.score / top
            if share > best.get(candidate.excerpt.passage, (0.0, ""))[0]:
                best[candidate.excerpt.passage] = (share, theme)
    return best


def _take_turns(
    board: _Board, pools: Mapping[str, list[Candidate]], limit: int, sides: Sides
) -> None:
    best = _best_shares(pools)
    waiting = {theme: list(pool) for theme, pool in pools.items()}
    tops = {theme: pool[0].score for theme, pool in pools.items() if pool}
    active = [theme for theme in pools if waiting[theme]]
    while active:
        for theme in list(active):
            room = limit - len(board.chosen[theme])
            pick = _next(board, waiting[theme], tops[theme], best) if room > 0 else None
            if pick is None:
                active.remove(theme)
                continue
            taken = [item.excerpt.passage for item in board.taken()]
            others = sides.against(pick, taken)
            if others is None or len(others) >= room:
                # By its place: a better sourced one is told so, and is no longer the one that waits.
                place = pick.excerpt.passage
                waiting[theme] = [one for one in waiting[theme] if one.excerpt.passage != place]
                continue
            board.put(sides.told(pick, others))
            for other in others:
                board.put(other)


def _next(
    board: _Board, pool: list[Candidate], top: float, best: Mapping[Passage, tuple[float, str]]
) -> Candidate | None:
    """The candidate worth most now, or `None`; those that can never be taken leave the pool."""
    worth: list[tuple[float, Candidate]] = []
    left: list[Candidate] = []
    for candidate in pool:
        passage = candidate.excerpt.passage
        if board.is_taken(passage):
            continue
        if same := board.same(candidate):
            chosen, similarity = same
            if board.echo(chosen, candidate, similarity):
                continue
        left.append(candidate)
        novelty = _novelty(board.similarity(candidate))
        value = candidate.score / top * novelty * _spread(board, candidate)
        if best[passage][1] != candidate.theme:
            value *= _ANOTHER_THEME
        if value >= _FLOOR:
            worth.append((value, candidate))
    pool[:] = left
    if not worth:
        return None
    value, pick = max(worth, key=lambda pair: pair[0])
    return _better_sourced(board, pick, [item for other, item in worth if other >= _EQUAL * value])


def _better_sourced(board: _Board, pick: Candidate, near: Sequence[Candidate]) -> Candidate:
    """Of `pick` and what says the same in other sources, worth about as much, the best backed."""
    source, words = pick.excerpt.passage.source, pick.excerpt.exact
    better = [
        item
        for item in near
        if item.backing > pick.backing
        and item.excerpt.passage.source != source
        and board.likeness.between(words, item.excerpt.exact) >= SAME
    ]
    if not better:
        return pick
    best = max(better, key=lambda item: (item.backing, item.score))
    return replace(best, because=(*best.because, "better sourced than the same elsewhere"))


def _novelty(similarity: float) -> float:
    return 1.0 if similarity < RELATED else 1.0 - similarity


def _spread(board: _Board, candidate: Candidate) -> float:
    here, everywhere = board.share(candidate.theme, candidate.excerpt.passage.source)
    return float(_SAME_SOURCE**here * _SAME_SOURCE_ELSEWHERE ** (everywhere - here))


def _gather_echoes(board: _Board, pools: Mapping[str, Sequence[Candidate]]) -> None:
    """Look once more through all candidates for places that say what was chosen."""
    for pool in pools.values():
        for candidate in pool:
            if not board.is_taken(candidate.excerpt.passage) and (same := board.same(candidate)):
                chosen, similarity = same
                board.echo(chosen, candidate, similarity)


def _choices(board: _Board, picks: Sequence[tuple[Candidate, bool]]) -> list[Choice]:
    return [
        Choice(
            candidate,
            pinned,
            tuple(echo for _, echo in sorted(board.echoes[candidate.excerpt.passage].items())),
        )
        for candidate, pinned in picks
    ]
