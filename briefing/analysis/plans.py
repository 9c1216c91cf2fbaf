"""Plans that a later report of the same event has overtaken: “will announce”, then “announced”."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from briefing.analysis.body import Said
from briefing.analysis.one_matter import long_before
from briefing.model.findings import Overtaken
from briefing.text.lazy import Lazy
from briefing.text.variants import compared_stems
from briefing.text.words import stem

_FAMILIES = (
    ("announce", "announced", "unveil", "unveiled", "reveal", "revealed"),
    ("sign", "signed"), ("launch", "launched"), ("approve", "approved"), ("resign", "resigned"),
    ("appoint", "appointed", "name", "named"), ("publish", "published", "release", "released"),
    ("impose", "imposed"), ("deploy", "deployed"), ("agree", "agreed", "reached agreement"),
    ("withdraw", "withdrew"), ("visit", "visited"), ("meet", "met"), ("reopen", "reopened"),
    ("open", "opened"), ("close", "closed"), ("vote", "voted"), ("ban", "banned"),
)  # fmt: skip
_KIN = {word: family[0] for family in _FAMILIES for word in family}
_PLAN = Lazy(
    r"\b(?:will|would|(?:is|are|was|were) to|(?:poised|set|expected|due|plans?|planned|about|going|likely|"
    r"scheduled|ready|vowed|promised|agreed|wants?|intends?|hopes?) to|when they) "
    r"(?:(?:reportedly|likely|soon|also|formally|officially|jointly) )?(?:be )?(?P<verb>[a-z]+)\b"
)
_HEDGE = Lazy(r"\b(?:will|poised|expected|set|due|plans?|about|going|reportedly|likely)\b")
_DONE = Lazy(
    r"(?<!will )(?<!would )(?<!to )(?<!to be )(?<!be )"
    r"\b(?P<verb>[a-z]{2,}ed|met|withdrew|reached agreement)\b"
)
_MEASURING = frozenset(map(stem, "million billion percent per cent dollars dlrs mln bln".split()))
_PASSIVE = Lazy(r"\b(?:was|were|been|being|is|are|be|[a-z]+(?<!ed)) (?:\w+ly )?$")
"""Before a verb that may be a passive: “a rule published in …”."""
_HEDGES = frozenset("will poised expected set due plan plans about going reportedly likely".split())
_DONE_WORDS = frozenset(word for word in _KIN if word.endswith("ed")) | {
    "met",
    "withdrew",
    "reached",
}
"""Words without which a sentence has neither: looked up first."""
_TELLING = _HEDGES | _DONE_WORDS
_ALONE = Lazy(r"(?: (?:on|in|at|by|next|this|last|tomorrow|today|after|before|from|for)\b|[,.;]|$)")
"""Behind a verb that does something to nothing: “the bridge will reopen on Friday”."""
_LONG_PAST = Lazy(
    r"\b(?:[Ll]ast (?:year|month|spring|summer|autumn|fall|winter|[A-Z][a-z]+ber|January|February|March|"
    r"April|May|June|July|August)|(?:years?|months?) (?:ago|earlier|before)|[Hh]ad (?:also |already )?"
    r"[a-z]+(?:ed|et))\b"
)
_LEAST_NAMES = 2
_LEAST_SHARED = 2
"""Stems of what is done that a plan and a report share: “will release the report” is not carried
out by who “released a summary”. Where the same two people act one will do; where nobody who acts
is named in both, it takes more."""
_TWO_PEOPLE = 4
"""Names that two people have in a sentence at the least."""
_SUBJECT, _LEAST_OF_SUBJECT = 6, 3
"""Words of meaning before such a verb, and those of them that say by themselves what comes about, if
one is no name: the bridge between Vance and Moss."""
_BEHIND, _BEFORE = 24, 4
"""Words of meaning behind a verb and before it that say what is done."""
_NAME = Lazy(r"\b[A-Z][a-z]{2,}\b")
_MOST = 6


class _Act(Struct, frozen=True):
    """What somebody does, in the stems around the verb, and all names in the sentence."""

    said: Said
    act: str
    names: frozenset[str]
    actors: frozenset[str]
    """Names before the verb."""
    what: frozenset[str]
    subject: frozenset[str] = frozenset()
    """What comes about, in stems with its names, where the verb has no object."""


def overtaken_plans(said: Sequence[Said], event_of: Mapping[str, int]) -> tuple[Overtaken, ...]:
    """The plans in `said` that another source of the same event reports as done.

    `event_of` leads from a source to its event. A plan published after the report is none.
    """
    telling = [
        one
        for one in said
        if one.source.id in event_of and not _TELLING.isdisjoint(one.row.written)
    ]
    plans = [act for one in telling for act in _planned(one)]
    done = [act for one in telling for act in _happened(one)]
    found: dict[tuple[str, str], Overtaken] = {}
    for plan in plans:
        fits = [act for act in done if _overtakes(act, plan, event_of)]
        if fits:
            best = max(fits, key=lambda act: len(act.said.stems & plan.said.stems))
            key = (plan.said.source.id, plan.act)
            found.setdefault(key, _overtaken(plan, best))
    return tuple(found.values())[:_MOST]


def _planned(said: Said) -> Iterator[_Act]:
    if _HEDGES.isdisjoint(said.row.written) or not _HEDGE.search(said.text):
        return
    for found in _PLAN.finditer(said.text):
        verb = found["verb"]
        act = _KIN.get(verb) or _KIN.get(stem(verb))
        if act:
            passive = found.group().endswith(f"be {verb}")
            yield _acted(said, act, found, passive=passive)
            return


def _happened(said: Said) -> Iterator[_Act]:
    if _DONE_WORDS.isdisjoint(said.row.written):
        return
    for found in _DONE.finditer(said.text):
        if act := _KIN.get(found["verb"]):
            passive = _PASSIVE.search(said.text[: found.start()]) is not None
            yield _acted(said, act, found, passive=passive)


def _acted(said: Said, act: str, found: re.Match[str], *, passive: bool) -> _Act:
    actors = frozenset(_NAME.findall(said.text, 0, found.start()))
    names = frozenset(_NAME.findall(said.text))
    what = _what(said, found, passive=passive)
    alone = passive or _ALONE.match(said.text, found.end("verb")) is not None
    subject = compared_stems(said.text[: found.start()])[-_SUBJECT:] if alone else ()
    return _Act(said, act, names, actors, what, frozenset(subject))


def _what(said: Said, found: re.Match[str], *, passive: bool) -> frozenset[str]:
    """The stems behind the verb; of a passive also those before it."""
    behind = compared_stems(said.text[found.end("verb") :])[:_BEHIND]
    before = compared_stems(said.text[: found.start()])[-_BEFORE:] if passive else ()
    return frozenset((*before, *behind)) - _MEASURING


def _overtakes(done: _Act, plan: _Act, event_of: Mapping[str, int]) -> bool:
    one, other = done.said.source, plan.said.source
    if done.act != plan.act or one.id == other.id or event_of[one.id] != event_of[other.id]:
        return False
    if one.published and other.published and one.published < other.published:
        return False
    if _LONG_PAST.search(done.said.text) or (
        other.published and long_before(done.said, other.published, 0)
    ):
        return False  # What was done before the plan was told is not what was planned.
    names = done.names & plan.names
    # Those who act may be all that two sentences on other things share.
    named = {stem(name) for name in (*done.names, *plan.names)}
    what = (done.what & plan.what) - named
    subject = done.subject & plan.subject
    if done.said.stems == plan.said.stems:
        return False  # A reprint of the same sentence.
    actors = len(done.actors & plan.actors)
    least = _LEAST_SHARED + (not actors) - (actors >= _TWO_PEOPLE)
    comes_about = len(subject) >= _LEAST_OF_SUBJECT and not subject <= named
    return len(names) >= _LEAST_NAMES and (len(what) >= least or comes_about)


def _overtaken(plan: _Act, done: _Act) -> Overtaken:
    return Overtaken(
        plan.said.cut(),
        done.said.cut(),
        (f"one report has it as a plan to {plan.act}, another as done",),
    )
