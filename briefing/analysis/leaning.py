"""Whether the words beside an outlet's name show that its report is passed on."""

import re

REACH = 110
"""Characters looked at on either side of a name."""
_NAMES = r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}"
_SAYING = (
    r"(?:reported|reports?|revealed|reveals|wrote|writes|said|says|stated|states|noted|notes|quoted|quotes|"
    r"cited|cites|citing|published|publishes|learned|obtained|found|finds|confirmed|confirms|described|"
    r"describes|called|calls|suggested|suggests|declared|declares|announced|announces|asked|asks|"
    r"characterized|characterised|observed|observes|explained|explains|added|adds|argued|argues|claimed|"
    r"claims|estimated|estimates|projected|projects|disclosed|detailed|details|endorsed|endorses|"
    r"concluded|concludes|points out|pointed out|predicted|predicts|put it|puts it|editorialized|exposed|"
    r"noticed|rated|rates|deemed|ranked|ranks|listed|lists|examined|tweeted|told|tells|acknowledged|"
    r"acknowledges|commented|calculated|tallied|surveyed|polled|broke|aired|ran|headlined|blared|named|"
    r"accused|accuses|expressed|denied|warned|warns|insisted|insists|reckons|opined|recounted|recounts|"
    r"documented|chronicled|summed up|pressed|alleged|alleges|uncovered|highlighted|identified|labeled|"
    r"labelled|criticized|criticised|mocked|quipped|posted|shared|mentioned)\b"
)
_ALSO = (
    r"(?:(?:first|also|has|had|have|is|was|were|will|would|then|previously|earlier|later|recently|"
    r"further|now|once|each|both|all|just|who|itself|already|even|\w+ly|"
    r"(?:last|this) (?:week|month|year)|(?:on )?\w{3,6}day) )*"
)
_WORK = (
    r"(?:polls?|polling|surveys?|analys[ie]s|reports?|stor(?:y|ies)|articles?|editorials?|op-eds?|"
    r"columns?|pieces?|interviews?|dispatch(?:es)?|investigations?|averages?|trackers?|tall(?:y|ies)|"
    r"counts?|estimates?|projections?|stud(?:y|ies)|reviews?|headlines?|fact[- ]check(?:s|ers?)?|coverage|"
    r"accounts?|rankings?|profiles?|essays?|blog posts?|reporting|documentar(?:y|ies)|front page)"
)
_STAFF = (
    r"(?:reporters?|correspondents?|columnists?|anchors?|hosts?|moderators?|contributors?|editors?|"
    r"analysts?|commentators?|journalists?|writers?|pundits?|critics?|bloggers?|producers?|"
    r"executives?|editorial board|bureau chief|fact[- ]checkers?|personality|presenter)"
)
_DONE = (
    r"(?:reported|obtained|released|conducted|compiled|collected|published|aired|written|penned|"
    r"tallied|calculated|sponsored|commissioned|cited|quoted|noted|asked|challenged|pressed|grilled|"
    r"interviewed|mentioned|named|described|reviewed|seen|revealed|broken|endorsed|credited|posted|"
    r"moderated|hosted|carried|taken|produced|estimated|projected|called|dubbed|labeled|labelled)"
)
_BEFORE = re.compile(
    r"(?:\b(?:[Tt]old|[Tt]elling|tells|tell|"
    rf"{_DONE} (?:\w+ ){{0,3}}(?:by|for)|{_DONE} (?:in|on)|"
    r"[Aa]ccording to|[Pp]er|[Vv]ia|[Cc]iting|[Qq]uoting|appear(?:ed|ing|ance|ances) (?:in|on)|"
    rf"{_WORK}(?: \w+){{0,2}} (?:with|by|on|for|in|from|of)|"
    r"(?:remarks|comments|statements?|provided|leaked|credited|gave|given|speaking|spoke|speak) to|"
    r"(?:speaking|spoke|speak|sat down|talking|talked) (?:with|on)|said (?:on|in)|says|said|reported|"
    r"reports|noted|wrote|writes|stated|"
    r"(?:wrote|written|writing|writes|reporting|reported|worked) (?:in|for|on|at|with)|"
    r"(?:[A-Z][\w’'-]+ ){2}(?:of|from)) "
    rf"(?:an? |[Tt]he |both )?(?:(?:{_NAMES}, ){{0,2}}{_NAMES},? and (?:[Tt]he )?)?)$"
)
_STAFF_BEFORE = re.compile(
    rf"(?<!former )(?<!ex-)\b{_STAFF} (?:\w+ )?(?:for|at|of|with|on) (?:[Tt]he )?$"
)
_AFTER = re.compile(
    r"(?:\.com|\.org)?(?:[’']s? (?:own |latest |new )?)?"
    r"(?:[/-][A-Z][\w/-]*(?: [A-Z][\w/-]*){0,4})?"
    rf"(?:(?: [A-Z][\w/-]*| [a-z]+){{0,2}} (?i:{_WORK})\b"
    rf"|(?: [A-Z]\w*)? {_ALSO}{_SAYING}|,? citing\b"
    rf"|(?:, [^.;\n]{{3,80}}?,| ?— ?[^.;\n—]{{3,80}}—| \([^()\n]{{3,80}}\)) ?{_ALSO}{_SAYING}"
    rf"| and (?:[Tt]he )?{_NAMES} {_ALSO}{_SAYING}"
    rf"|(?: [\w’'-]+){{0,4}} {_STAFF}(?: {_NAMES})?(?:, [^,.;\n]{{3,60}},)? {_ALSO}{_SAYING}"
    rf"|(?:[’']s?)?(?: {_STAFF})? [A-Z][\w’'-]+ [A-Z][\w’'-]+,? {_ALSO}{_SAYING})"
)
_LINK = re.compile(r" (?:for|at|of|with|on) (?:[Tt]he )?$")
_LAST_WORDS = 30
_ASKS = re.compile(rf"[^.\n]{{0,60}}?\b{_SAYING}")
_NAME_BEHIND = re.compile(rf"(?:[’']s?)?(?: [A-Za-z]+){{0,2}} {_STAFF} {_NAMES}")
_SAID_BEFORE = re.compile(rf"\b{_SAYING} (?:by )?(?:[Tt]he )?$")


def leaning(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name at `[start, end)` with the words that show a report is passed on, if there are any."""
    head = text[max(0, start - REACH) : start]
    tail = text[end : end + REACH]
    if before := _BEFORE.search(head):
        return start - len(before.group()), end
    if after := _AFTER.match(tail):
        return start, end + after.end()
    if (
        _LINK.search(head[-_LAST_WORDS:])
        and (staff := _STAFF_BEFORE.search(head))
        and (heard := _ASKS.match(tail))
    ):
        return start - len(staff.group()), end + heard.end()
    if (staff := _NAME_BEHIND.match(tail)) and (said := _SAID_BEFORE.search(head[-_LAST_WORDS:])):
        return start - len(said.group()), end + staff.end()
    return None
