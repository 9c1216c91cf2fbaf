"""Who is quoted by others: “Ada Moss was quoted as saying”, “the agency quoted Ada Moss as saying”."""

from briefing.analysis.behind_verb import inverted
from briefing.analysis.subjects import Said, in_front, shown
from briefing.text.lazy import Lazy

_WAS_QUOTED = Lazy(
    r" (?:is|was|were|has been|have been|had been) (?:also |later )?(?:quoted|cited|heard|reported)"
    r"(?: (?:by|in|on) [^,;:“”\"]{2,60})? as (?:also )?$"
)
_QUOTED = Lazy(r"\b(?:quot|cit)(?:ed|es|ing) (?=[^,;:“”\"]{2,90} as $)")
_AS = " as "
_REACH = 160


def quoted_as(text: str, at: int, cue: str) -> Said | None:
    """The person that `text[:at]`, which ends before “saying”, has quoted; `None` if it quotes nobody.

    Stops of abbreviations are hidden in `text`.
    """
    if not cue.endswith("ing") or not text.endswith(_AS, 0, at):
        return None
    near = max(0, at - _REACH)
    if found := _WAS_QUOTED.search(text, near, at):
        return in_front(text[: found.start()], cue)
    *_, found = None, *_QUOTED.finditer(text, near, at)
    if found is None:
        return None
    end = at - len(_AS)
    named = inverted(text[: at - 1], found.end(), cue)
    return named or Said(shown(text[found.end() : end]), found.end(), cue)
