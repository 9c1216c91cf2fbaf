"""Who is given as the source without quotation marks: “…, according to Ada Moss”."""

from msgspec.structs import replace

from briefing.analysis.behind_verb import inverted
from briefing.analysis.cues import Cue
from briefing.analysis.roles import ROLE_NOUN, is_aside
from briefing.analysis.subjects import Said
from briefing.analysis.voices import WORKS
from briefing.analysis.whole_phrases import tells_of_people
from briefing.text.lazy import Lazy

ACCORDING = "according to"
_ACCORDING = Lazy(r"\b[Aa]ccording to(?= )")
_SIGN = "ccording to "
_LEADS_ON = Lazy(r"(?:^|\b(?:[Aa]nd|[Bb]ut|that|because|while|where|when|though),? )$")
"""Before “according to” where the clause follows it."""
_ASIDE = Lazy(r", (\d\d, )?(?:[a-z][^,;:“”\"]{2,90})(?=, )")
"""What stands in commas behind the name."""
_ROLE = Lazy(rf"\b(?i:{ROLE_NOUN})\b")
_TO_CLAUSE = Lazy(r"[^,;:“”\"]{0,90}, (?=\S)")
_ENDED = Lazy(
    r"[^,;:]{0,60}$|, (?:who|which|an?|the|but|and|while|though|although|adding|citing|noting)\b|;"
)
"""Behind who is named where the clause stands in front: the sentence ends, or its next clause begins."""
_NO_CLAUSE = Lazy(r"[a-z]+ing\b|who\b|which\b")
"""How what stands behind the comma opens that is no clause: “according to Moss, writing in May”."""
_HEAD = Lazy(
    r".*?(?= (?:of|by|from|in|at|for|with|on|about|to|who|that|familiar|close|involved|privy|aware|seen|"
    r"(?!unnamed)[a-z]+ed)\b|$)"
)
"""Up to the noun that all hangs on: “an affidavit filed in court”."""
_GOES_ON = Lazy(r" \([^()]{1,20}\) [a-z]+")
"""Behind a name that only stands before its noun: “the Harbour Board (HB) filing”."""
PAST = (
    r"gave|took|made|came|went|got|led|left|lost|won|held|kept|knew|saw|met|ran|sent|spent|thought|"
    r"began|broke|brought|built|drove|fell|felt|found|grew|meant|misled|paid|rose|stood|struck|wrote"
)
"""Pasts that do not end in -ed."""
_VERB = Lazy(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|"
    rf"[a-z]{{3,}}ed|{PAST})\b"
)
_THINGS = Lazy(
    r"\b(?:Report|Survey|Index|Data|Study|Poll|Review|Strategy|Plan|Guidelines|Register|Records|Statistics|"
    r"Figures|Estimates|Projections|Code|Charter|Bible|Quran|Wikipedia|Law|Act|Constitution|Treaty)$"
)
"""How the name of a paper ends, which is nobody."""


def accordings(text: str, start: int, end: int) -> list[Cue]:
    """Where `text[start:end]` gives a source with these words, their places counted from `start` on."""
    if text.find(_SIGN, start, end) < 0:
        return []
    return [
        Cue(ACCORDING, found.start() - start, found.end() - start)
        for found in _ACCORDING.finditer(text, start, end)
    ]


def given_as_source(text: str, cue: Cue, begin: int, stop: int) -> tuple[Said, int, int] | None:
    """Who is given as the source in the sentence `[begin, stop)`, and where the clause lies."""
    said = _source(text[:stop], cue.end)
    if said is None:
        return None
    behind = said.at + len(said.words)
    before = text[begin : cue.start]
    if _LEADS_ON.search(before.lstrip()):
        aside = _ASIDE.match(text, behind, stop)
        if aside and is_aside(aside.group()[2:]):
            behind = aside.end()
        comma = _TO_CLAUSE.match(text, behind, stop)
        if comma is None or _VERB.search(comma.group()) or _NO_CLAUSE.match(text, comma.end()):
            return None
        return said, comma.end(), stop
    ends = _ENDED.match(text, behind, stop)
    if ends is None or (ends.end() < stop and not _VERB.search(before)):
        return None
    start = begin + len(before) - len(before.lstrip())
    return said, start, begin + len(before.rstrip(" ,"))


def _source(text: str, start: int) -> Said | None:
    """Who is named behind the words, or an office or a body; what papers and figures say is nobody's."""
    said = inverted(text, start, ACCORDING)
    if said is None:
        return None
    comma = text.find(",", start)
    if 0 <= comma < said.at:
        # “The mayor, Ada Moss,” is one; “police, Ada Moss, 36, was hurt” are two.
        head = text[start + 1 : comma]
        if not _ROLE.search(head) or head.endswith("s"):
            said = Said(head, start + 1, ACCORDING)
    lead = text[start + 1 : said.at]
    if said.at < comma or comma < 0:
        # “early results of polls for Moss” are of nobody, “the office of Moss” is an office.
        noun = _HEAD.match(lead)
        if noun and noun.end() < len(lead.rstrip()):
            said = Said(text[start + 1 : said.at + len(said.words)], start + 1, ACCORDING)
    upto = _HEAD.match(said.words)
    noun_phrase = upto.group() if upto else said.words
    last = noun_phrase.rsplit(maxsplit=1)[-1]
    if last[0].isupper():
        thing = _THINGS.search(last) or _GOES_ON.match(text, said.at + len(said.words))
        return None if thing or not WORKS.isdisjoint(said.words.split()) else said
    if last in WORKS or said.words.rsplit(maxsplit=1)[-1] in WORKS:
        return None
    if not (last == "one" or tells_of_people(last)):
        return None
    return replace(said, words=noun_phrase) if said.words.endswith("ed") else said
