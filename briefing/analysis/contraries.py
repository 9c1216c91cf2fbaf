"""Words that make two things of what is told alike: a short-range missile and a long-range one."""

from functools import lru_cache

from briefing.text.lazy import Lazy

_WORD = Lazy(r"[a-z]+(?:-[a-z]+)*")
_GROUPS = tuple(
    tuple(frozenset(one.split("/")) for one in group.split())
    for group in (
        "short-range medium-range intermediate-range long-range",
        "first/first-quarter second/second-quarter third/third-quarter fourth/fourth-quarter fifth",
        (
            "begin/begins/began/begun/start/starts/started/open/opens/opened "
            "end/ends/ended/finish/finished/close/closes/closed/conclude/concluded"
        ),
        "export/exports/exported import/imports/imported",
        "men/male/boys women/female/girls",
        "northern southern eastern western",
        "monthly yearly/annual/annually quarterly weekly daily",
        "buy/buys/bought/purchase/purchased sell/sells/sold",
        "public private",
        "civilian/civilians military/soldiers/troops",
        "passenger/passengers cargo/freight",
        "minimum maximum",
        "domestic foreign/overseas",
        "arrive/arrived/arrival depart/departed/departure",
        "gross net operating pre-tax/pretax adjusted/underlying",
        "summer winter spring autumn",
    )
)
_NOT = Lazy(
    r"\b(?:[Nn]ot|[Nn]ever|[Nn]o|[Nn]one|[Nn]or|[Nn]either|[Nn]obody|[Ww]ithout|cannot|den(?:y|ies|ied|ying)|"
    r"refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|fail(?:s|ed|ing)? to)\b|n[’']t\b"
)
_BORDER = Lazy(
    r"[.?!,;:—–()“”\"\n]|\b(?:and|but|or|(?<!denied )(?<!denies )(?<!deny )that|which|who|whose|where|when|"
    r"while|if|because|although|though|as|after|before|since|until|for|with|from)\b"
)
"""Where what is denied ends."""
_NOT_BEHIND = Lazy(
    r"[^.?!,;:—–()“”\"\n]*?\b(?:will|wo|would|could|can|ca|did|do|does|is|are|was|were|has|have|had|must|"
    r"should) ?(?:not|never|n[’']t)\b"
)
"""What denies what it stands behind: “40 jets will not be bought”."""
_NO_LIMIT = Lazy(
    r"\b(?:[Nn]o|[Nn]ot|[Nn]ever) (?:more|less|fewer|later|only|just|even|merely|doubt|longer|surprise)\b"
)
"""What denies nothing: “no fewer than 40 jets”, “not only 40 jets”."""
_KNOWN = Lazy(r"\b(?:[Tt]he|[Tt]h(?:is|ese|ose)|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:\w+ ){0,2}$")
"""Before an amount that only tells of what thing something is denied: “did not discuss the $2 billion”."""
_OPENS = Lazy(r"(?:^|[.,;:—–“\"] ?|\b(?:that|and|but) )(?:(?:[Ss]ome|[Aa]ll|[Aa]bout) )?$")
"""Before what opens a clause, and so is what its verb is said of."""
_GROUP_OF = {
    word: (number, place)
    for number, group in enumerate(_GROUPS)
    for place, words in enumerate(group)
    for word in words
}


def contrary(one: str, other: str) -> bool:
    """Whether two sentences hold contrary words: each has one that stands for what the other's rules out.

    Where one of them has both, nothing is ruled out.
    """
    mine, theirs = _contraries(one), _contraries(other)
    return any(places.isdisjoint(theirs.get(group, places)) for group, places in mine.items())


@lru_cache(maxsize=2_000)
def _contraries(text: str) -> dict[int, frozenset[int]]:
    """The groups that the words of `text` are of, and their places in them."""
    found: dict[int, set[int]] = {}
    for word in _WORD.findall(text.lower()):
        if known := _GROUP_OF.get(word):
            found.setdefault(known[0], set()).add(known[1])
    return {group: frozenset(places) for group, places in found.items()}


def denies(text: str) -> bool:
    """Whether a sentence says of something that it is not so: two that differ in that say the contrary."""
    return _NOT.search(text) is not None


def denies_around(text: str, start: int, end: int) -> bool:
    """Whether what stands at `[start, end)` of a sentence is said not to be so.

    Looked at are the words before it in its clause, and the verb behind it where that is its own.
    """
    before = text[:start]
    if _KNOWN.search(before):
        return False
    if denies(_NO_LIMIT.sub("", _BORDER.split(before)[-1])):
        return True
    opens = _OPENS.search(before) is not None
    return opens and _NOT_BEHIND.match(_BORDER.split(text[end:], 1)[0]) is not None
