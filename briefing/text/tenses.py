"""Of what the words beside a time speak: of what is over, or of what is to come."""

import re

from briefing.text.lazy import Lazy

REACH = 90
"""Characters looked at on either side of a time."""
OVER, AHEAD_FOR_SURE = -2, 2
AHEAD = re.compile(
    r"\b(?:will|shall|would|won[’']t|going to|plans?(?= (?:to|on|for|an?|the)\b)|planned|planning|"
    r"due|scheduled|expected|"
    r"slated|(?:is|are|was|were) to|set (?:for|to)|to be|upcoming|"
    r"(?:could|may|might)(?! (?:have|remember|recall)\b)|[’']ll|"
    r"hopes?|intends?|vows?|vowed|payable|look(?:s|ed|ing) forward|"
    r"follows|speaks|begins|starts|meets|arrives|opens|travels|visits|holds|hosts|(?<!tax )returns|takes|"
    r"heads|leaves|faces|gathers?|convenes?)\b"
)
_UP_TO = re.compile(
    r"\b(?:by|until|till|through|before|from|starting|beginning)(?: (?:at|on|late|noon|early))? $"
)
_BEHIND = re.compile(
    r"\b(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?:(?!planned|scheduled|expected|slated|vowed|need|"
    r"looked forward)"
    r"[a-z]{2,}ed|said|was|were|had|told|met|made|took|came|went|began|won|lost|left|gave|found|held|"
    r"wrote|rose|fell|saw|sent|spoke|ran|hit|broke|struck|has|have|brought|led|put|felt|got|knew|"
    r"sank|flew|fought|shot|drew|grew|threw|bought|sold|paid|stood|swore|withdrew|overran|blew|drove|"
    r"chose|laid|sought|kept|became|rode)\b"
)
_SAID = re.compile(
    r"\b(?:said|told \w+|announced|reported|wrote|says|added|vowed|pledged|promised|threatened|tweeted|"
    r"(?:(?:declined|refused) to|would not|wouldn[’']t) (?:say|comment))(?: late| early)?(?: on)? $"
)
_IF = Lazy(
    r"\b(?:if|unless|once|whoever) (?:[\w’'-]+ ){1,5}?(?:is|are|wins?|gets?|becomes?|loses?)\b[^,;]*$"
    r"|\b(?:ends|expires|runs out|takes effect)(?: (?:on|in))? $"
)
"""Before a time to come: “if a farmer is elected in November”, “the year, which ends Sept. 30”."""
_AT_STAKE = Lazy(
    r"\b(?:chances?|odds|prospects?|goals?|aims?|hopes?|bid|path|likelihood|hoping|aiming|ready|poised|"
    r"advantage|winning|beating|defeating|unseating|retaking|"
    r"(?:to|could|can) (?:win|beat|defeat|unseat|retake))\b(?: (?!in\b)[\w’'.-]+){0,8} in $"
)
"""Before a month alone in which something is to be won: “the goal of defeating Moss in November”."""
_WHEN_IT_WAS = Lazy(
    r"^,? when (?:[\w’'.-]+ ){1,5}?(?:was|were|had|won|lost|took|came|became|met|left|went|[a-z]{2,}ed)\b"
)
"""Behind a time that is over: “in April, when he won election”."""
_BY_THEN = Lazy(
    r"\b(?:had|were|was) (?:been )?(?:\w+ly )?[a-z]+(?:ed|en|wn|ne)\b(?!.*\bto [a-z]+ ).* by $"
    r"|\b(?:post(?:ing)?|message|letter|statement|report|poll|survey|tweet|e-?mail|video|interview|"
    r"article|story|speech|debate|photo|footage|remarks|comments|results)(?: [\w’']+){0,3} from $"
)
"""Before a day up to which something was done, or on which it was written: “were freed by Monday”."""
_PASSED = Lazy(
    r"(?<!\bbe )(?<!\bto )\b(?:since|ended|dated|set|died|born|closed|opened|occurred|happened|held)"
    r"(?: (?:late|early))?(?: on)? $"
)
"""Right before a date: it is over, however near that of next year is."""
_LEAVES_OPEN = (
    r"said|told|wrote|says|announced|added|reported|discussed|predicted|feared|promised|pledged|hoped|"
    r"proposed|wanted|called|agreed|approved|picked|named|elected|chosen|backed|urged|based|led|reserved|"
    r"booked|earmarked"
)
"""What was done speaks of something to come as often as of something gone by."""
_DONE_IN = Lazy(
    rf"(?!\b(?:(?:was|were|has|have|had) (?:been )?)?(?:{_LEAVES_OPEN})\b){_BEHIND.pattern}"
    r"(?:,? (?!(?:that|which|who|when|before|after|until|for|to|ahead)\b)[\w’'-]+){0,8} in $"
)
"""Before a month alone: “joined the alliance of the seven in March” is no month to come."""
_SAID_IN = Lazy(
    r"(?<!\bbe )(?<!\bto )\b(?:said|announced|reported|wrote|unveiled|revealed|disclosed|launched) in $"
)
"""Right before a month alone, in which it was said: “announced in July that it would open”."""
_QUOTED = Lazy(r"“[^“”]*”(?! ?$)")
_DEADLINE = Lazy(r" deadline\b")
_MISSED = Lazy(
    r"\b(?:miss(?:ed|ing)|passed|past|after|since|met|beyond)(?: (?:the|a|its|their|that|an?))? $"
)
_SENTENCE = re.compile(r"[.!?;] (?=[A-Z“\"])")
_LAST = 6
"""Spaces in the last words before a time that tell of it: five words and the one behind them."""


def side_of(text: str, start: int, end: int, sort: str) -> int:
    """-1 where the words beside it speak of the past, 1 where of what is to come, else 0.

    -2 where they say that it is over, 2 that it has not been yet.
    """
    begin = max(text.rfind("\n", 0, start) + 1, start - REACH)
    lead = text[begin:start]
    lead = _SENTENCE.split(lead)[-1]
    tail = text[end : end + REACH]
    if "“" in lead or "“" in tail:
        lead, tail = _outside_quotation(lead, tail)
    # What stands right before it goes over the last words.
    near = len(lead.rsplit(" ", _LAST)[0]) if lead.count(" ") >= _LAST else 0
    if _PASSED.search(lead, near) or (
        sort == "month"
        and ((_DONE_IN.search(lead) and not AHEAD.search(lead)) or _SAID_IN.search(lead))
    ):
        return OVER
    if _WHEN_IT_WAS.match(tail):
        return OVER
    if _SAID.search(lead, near) or (_BY_THEN.search(lead) and not AHEAD.search(lead)):
        return -1
    if _DEADLINE.match(tail) and not _MISSED.search(lead):
        return 1
    if _IF.search(lead):
        return AHEAD_FOR_SURE
    if sort == "month" and _AT_STAKE.search(lead) and not _BEHIND.search(lead, near):
        return AHEAD_FOR_SURE
    if (until := _UP_TO.search(lead, near)) and not (
        until.group().startswith("before") and _BEHIND.search(lead) and not AHEAD.search(lead)
    ):
        return 1
    ahead = max((hit.start() for hit in AHEAD.finditer(lead)), default=-1)
    behind = max((hit.start() for hit in _BEHIND.finditer(lead)), default=-1)
    if ahead == behind:
        # Who is told to have vowed behind the day vowed on it.
        tail = _SENTENCE.split(tail, 1)[0].replace("vowed", "said")
        first = next((hit.start() for hit in AHEAD.finditer(tail)), REACH)
        other = next((hit.start() for hit in _BEHIND.finditer(tail)), REACH)
        return (first < other) - (other < first)
    return 1 if ahead > behind else -1


def _outside_quotation(lead: str, tail: str) -> tuple[str, str]:
    """What stands before a time and behind it, without the words of others that it does not stand in.

    Who claims on Monday that he is “going to stay” speaks of a Monday gone by. A quotation that ends
    right before the time tells of it, and so does one in which it stands.
    """
    if lead.rfind("“") > lead.rfind("”"):
        return lead, tail
    opened = tail.find("“")
    inside = 0 <= tail.find("”") < (opened if opened >= 0 else len(tail))
    return _QUOTED.sub("“”", lead), tail if inside or opened < 0 else tail[:opened]
