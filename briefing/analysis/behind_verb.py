"""Who stands behind a verb of saying: “…,” said Ada Moss, a pilot."""

import re

from briefing.analysis.names import Named, runs, trim
from briefing.analysis.subjects import GROUP_OF, LONGEST, OF, Said, shown
from briefing.text.lazy import Lazy

_CUT = Lazy(
    r"[,.;:()“”\"‘\n]| (?:who|in|on|at|to|during|as|after|when|while|before|that|about|this|"
    r"last|and|but|of (?=h)|from|with|via|by|because|yesterday|late|early|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_CUT_ROLE = Lazy(
    r"[,.;:()“”\"‘\n]| (?:who|on|during|as|after|when|while|before|that|about|this|last|and|but|"
    r"via|by|because|yesterday|late|early|seen|obtained|reviewed|published|released|posted|issued|"
    r"in (?=an? |the |his |her )|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_OPENS_PHRASE = Lazy(
    r"(?:the|an?|one|another|his|her|some|several|many|most|two|three|four|five|people|officials|sources|"
    r"diplomats|aides|analysts|experts|lawmakers|residents|witnesses|police|authorities|prosecutors|researchers|"
    r"doctors|activists|critics|economists|investigators|lawyers|executives|[A-Z])\b"
)
"""How a phrase opens behind its verb: “said people familiar with the talks”."""
_WHERE = Lazy(
    r"(?:before|after|during|in|on|at|by|to|for|from|with|about|against|into|under|over|through) "
)
"""How what stands behind a verb opens that is not who did it: “testified before the Harbour Committee”."""
_AND_NAME = Lazy(
    r" and ((?:[A-Z][\w․’'-]*)(?: [A-Z][\w․’'-]*){0,4})(?=[.,;]|$| (?:in|on|at|during|after)\b)"
)


def _with_another(text: str, cut: re.Match[str] | None, first: Named) -> Named | None:
    """The name that an “and” behind `first` joins to it: said Ada Moss and Leo Brandt."""
    if cut is None or (more := _AND_NAME.match(text, cut.start())) is None:
        return None
    return trim(more[1], more.start(1)) if text.startswith(first.name, first.start) else None


def inverted(text: str, start: int, cue: str) -> Said | None:
    """The noun phrase that starts at `start`: said Nick Moss, a spokesman."""
    begin = start + len(text[start:]) - len(text[start:].lstrip())
    cut = _CUT.search(text, begin)
    end = cut.start() if cut else len(text)
    head = text[begin:end].rstrip()
    if not head or len(head) > LONGEST or _WHERE.match(head):
        return None
    if re.fullmatch(r"(?:he|she|they)", head):
        return Said(head, begin, cue)
    if head[0].islower() and (named := _apposed(text, end)) is not None:
        return Said(shown(named.name), named.start, cue)
    found = runs(head)
    if found and found[-1].end() == len(head) and not re.search(r"[’']s?$", head):
        named = trim(found[-1].group(), begin + found[-1].start())
        before = head[: found[-1].start()]
        if GROUP_OF.search(before):
            return Said(shown(head), begin, cue)
        if len(found) > 1 and OF.search(before):
            named = trim(found[0].group(), begin + found[0].start())
        if named is None:
            return None
        other = _with_another(text, cut, named)
        words = text[named.start : other.end] if other else named.name
        return Said(shown(words), named.start, cue)
    if (named := _apposed(text, end)) is not None:
        return Said(shown(named.name), named.start, cue)
    if _OPENS_PHRASE.match(head):
        longer = _CUT_ROLE.search(text, begin)
        wide = text[begin : longer.start() if longer else len(text)].rstrip()
        head = wide if len(wide) <= LONGEST else head
        return Said(shown(head), begin, cue)
    return None


def _apposed(text: str, end: int) -> Named | None:
    """The full name that follows a role and a comma: said his manager, Nick Moss."""
    found = runs(text[end + 2 : end + 60]) if text.startswith(", ", end) else []
    if not found or found[0].start() or " " not in found[0].group():
        return None
    return trim(found[0].group(), end + 2)
