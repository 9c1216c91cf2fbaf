"""Whether the words beside an outlet's name show that its report is passed on."""

from briefing.text.lazy import Lazy
from briefing.text.word_signs import CAPITAL, DASH, SMALL, Signs

REACH = 110
"""Characters looked at on either side of a name."""
_SAYING_LIST = """
reported report reports revealed reveals wrote writes said says stated states noted notes quoted quotes
cited cites citing published publishes learned obtained found finds confirmed confirms described
describes called calls suggested suggests declared declares announced announces asked asks
characterized characterised observed observes explained explains added adds argued argues claimed
claims estimated estimates projected projects disclosed detailed details endorsed endorses concluded
concludes predicted predicts editorialized exposed noticed rated rates deemed ranked ranks listed
lists examined tweeted told tells acknowledged acknowledges commented calculated tallied surveyed
polled broke aired ran headlined blared named accused accuses expressed denied warned warns insisted
insists reckons opined recounted recounts documented chronicled pressed alleged alleges uncovered
highlighted identified labeled labelled criticized criticised mocked quipped posted shared mentioned
"""
_ALSO_LIST = """
first also has had have is was were will would then previously earlier later recently further now
once each both all just who itself already even
"""
_WORK_LIST = """
poll polls polling survey surveys analysis analyses report reports story stories article articles
editorial editorials column columns piece pieces interview interviews dispatch dispatches
investigation investigations average averages tracker trackers tally tallies count counts estimate
estimates projection projections study studies review reviews headline headlines coverage account
accounts ranking rankings profile profiles essay essays reporting documentary documentaries
"""
_STAFF_LIST = """
reporter reporters correspondent correspondents columnist columnists anchor anchors host hosts
moderator moderators contributor contributors editor editors analyst analysts commentator commentators
journalist journalists writer writers pundit pundits critic critics blogger bloggers producer
producers executive executives personality presenter
"""
_DONE_LIST = """
reported obtained released conducted compiled collected published aired written penned tallied
calculated commissioned cited quoted noted asked pressed grilled interviewed
named described reviewed seen revealed broken endorsed credited posted
carried taken produced estimated projected called dubbed labeled labelled
"""
_SIGNS = Signs(
    {
        "saying": _SAYING_LIST,
        "also": _ALSO_LIST,
        "work": _WORK_LIST,
        "staff": _STAFF_LIST,
        "done": _DONE_LIST,
        "telling": "told telling tells tell citing quoting",
        "citing": "citing",
        "addressed": "remarks comments statement statements provided leaked credited gave given",
        "talking": "speaking spoke speak talking talked",
        "speaking": "speaking spoke speak",
        "stating": "says said reported reports noted wrote writes stated",
        "said": "said",
        "writing": "wrote written writing writes reporting reported worked",
        "editorial": "editorial",
    },
    either=("work", "telling"),
)
_NAMES = rf"[{CAPITAL}][\w'.-]*(?: [{CAPITAL}][\w'.-]*){{0,3}}"
_SAYING = rf"(?:{_SIGNS.of('saying')}|point(?:s|ed) out|puts? it|summed up)\b"
_ALSO = (
    rf"(?:(?:{_SIGNS.of('also')}|\w+ly|(?:last|this) (?:week|month|year)|(?:on )?\w{{3,6}}day) )*"
)
_WORK = rf"(?:{_SIGNS.of('work')}|op-eds?|fact[- ]check(?:s|ers?)?|blog posts?|front page)"
_ANY_WORK = (
    rf"(?:{_SIGNS.of('work', capital=True)}|"
    r"(?i:op-eds?|fact[- ]check(?:s|ers?)?|blog posts?|front page))"
)
_STAFF = rf"(?:{_SIGNS.of('staff')}|{_SIGNS.of('editorial')} board|bureau chief|fact[- ]checkers?)"
_BEFORE = Lazy(
    rf"(?:\b(?:{_SIGNS.of('telling', capital=True)}|"
    rf"{_SIGNS.of('done')} (?:(?:\w+ ){{0,3}}(?:by|for)|in|on)|"
    r"[Aa]ccording to|[Pp]er|[Vv]ia|appear(?:ed|ing|ance|ances) (?:in|on)|"
    rf"{_WORK}(?: \w+){{0,2}} (?:with|by|on|for|in|from|of)|"
    rf"(?:{_SIGNS.of('addressed')}|{_SIGNS.of('speaking')}) to|"
    rf"(?:{_SIGNS.of('talking')}|sat down) (?:with|on)|{_SIGNS.of('said')} (?:on|in)|"
    rf"{_SIGNS.of('stating')}|{_SIGNS.of('writing')} (?:in|for|on|at|with)) "
    rf"(?:an? |[Tt]he |both )?(?:(?:{_NAMES}, ){{0,2}}{_NAMES},? and (?:[Tt]he )?)?"
    # Of what somebody is one, no others stand before: “Moss of Vance, Brandt and the Gazette”.
    rf"|\b(?:[{CAPITAL}][\w'-]+ ){{2}}(?:of|from) (?:an? |[Tt]he )?)$"
)
_STAFF_BEFORE = Lazy(
    rf"(?<!former )(?<!ex-)\b{_STAFF} (?:\w+ )?(?:for|at|of|with|on) (?:[Tt]he )?$"
)
_KIND = (
    r"(?:(?:news)?paper|daily|weekly|magazine|website|news (?:site|agency|website|service)|broadcaster|"
    r"television|radio)"
)
_AFTER = Lazy(
    r"(?:\.com|\.org)?(?:'s? (?:own |latest |new )?)?"
    rf"(?:[/-][{CAPITAL}][\w/-]*(?: [{CAPITAL}][\w/-]*){{0,4}})?"
    rf"(?:(?: [{CAPITAL}][\w/-]*| [{SMALL}]+){{0,2}} {_ANY_WORK}\b(?! board\b)|,? {_SIGNS.of('citing')}\b"
    # What may stand between the name and the verb, and the verb.
    rf"|(?:(?: [{CAPITAL}]\w*)? "
    rf"|(?:, [^.;\n]{{3,80}}?,| ?{DASH} ?[^.;\n{DASH}]{{3,80}}{DASH}| \([^()\n]{{3,80}}\)) ?"
    rf"| and (?:[Tt]he )?{_NAMES} "
    rf"|(?: [\w'-]+){{0,4}} {_STAFF}(?: {_NAMES})?(?:, [^,.;\n]{{3,60}},)? "
    rf"|(?:'s?)?(?: {_STAFF})? [{CAPITAL}][\w'-]+ [{CAPITAL}][\w'-]+,? )"
    rf"{_ALSO}{_SAYING}"
    rf"| {_KIND} {_ALSO}{_SAYING})"
)
_WAS_FIRST = Lazy(
    r" (?:(?:was|were) (?:the )?first to (?:report|publish|reveal|disclose)"
    r"|contributed (?:reporting )?to this (?:report|story|article))\b"
)
_PICTURED = Lazy(rf"[{CAPITAL}][\w./-]* via (?:the )?$")
"""How the credit of a picture ends: “Jim Moss/Getty Images via AP”."""
_LINK = Lazy(r" (?:for|at|of|with|on) (?:[Tt]he )?$")
_LAST_WORDS = 30
_SOMEBODY_SAYS = Lazy(rf"[\w’']+ {_SIGNS.of('stating')} (?:an? |[Tt]he )?$")
"""Before a name that stands in what somebody says: “the owner said CNN’s business is broad”."""
_ONCE = Lazy(
    r"\b(?:once|formerly|previously|used to) (?:worked?|written|wrote|write) (?:in|for|on|at|with) "
    r"(?:[Tt]he )?$"
)
"""Before where somebody worked who does no more."""
_ABOUT_ITSELF = Lazy(
    r"(?:, (?:an? |the )?(?:former |ex-|outgoing |billionaire)"
    r"(?:(?! (?:was|were|is|has|had|will|would|said|told) )[^,;.]){3,60},"
    r"| (?:for|over) (?:its|their|his|her) "
    r"| (?:[\w-]+ ){0,5}receives? (?:support|funding)\b| (?:has |had )?confirmed to "
    r"| (?:has |had )?said in (?:an? )?(?:[a-z]+ )?(?:statement|memo|e-?mail|filing)\b"
    r"| (?:(?:said|says) (?:it|its \w+) (?:added|lost|cut|bought|sold|earned|hired|rose|fell)"
    r"|announce[ds] (?:\w+day )?(?:that )?(?:it|its))\b"
    r"| (?:lunch|luncheon|breakfast|dinner|summit)\b)"
)
"""Behind a name that is no outlet’s here, or of one that is itself what is told of."""
_NO_REPORT = Lazy(
    r"\b(?:(?:CEO|[Cc]hief executive|[Pp]resident|[Cc]hairman|[Ff]ounder|[Oo]wner) of"
    r"|[Ww]ork(?:s|ed|ing)? for|requests? (?:for (?:an )?(?:interview|comment)s? )?(?:from|by|of)) "
    r"(?:[Tt]he )?$"
)
"""Before it: whom somebody works for, and whose question is not answered."""
_IS_SPOKEN_OF = Lazy(
    r"['’]s? [a-z]| (?:is|are|was|were|has|had|does|did|should|would|could|will|can|must|may|might|never|"
    r"(?!including|citing|according|reporting|quoting|saying|adding)[a-z]{3,}ing)\b"
)
"""Behind a name of which somebody says something: “Moss said CNN is wrong”."""
_BODY = (
    r"(?:Ministr(?:y|ies)|Ministers?|Departments?|Secretar(?:y|ies)|Committees?|Councils?|Commissions?|Bureau|"
    r"Office|Institute|School|Cent(?:er|re)|University|College|Society|Association)"
)
_GOES_ON = Lazy(
    rf" (?:{_BODY}|Holdings|Group|Inc|Corp|PLC|plc|Ltd|LLC|Compan(?:y|ies)|Foundation|Papers|Intelligence|"
    r"Units?|Bank|Party|Court|Union|Street|Square|Tower|Prize|Awards?|Police|Forces?|Army|Guards?|Movement|"
    r"Front|Alliance|Fund|Trust|Museum|Bridge|Life|Insurance|Capital|Investments?|Industries|Energy|"
    r"Airlines?|Hotels?)\b"
)
"""Behind a name that is only the first word of another: “Guardian Council”."""
_BEGUN = Lazy(rf"\b{_BODY} (?:of|for|on) (?:the )?$")
"""Before a name that is only the end of another: “Ministry of Foreign Affairs”."""
_ASKS = Lazy(rf"[^.\n]{{0,60}}?\b{_SAYING}")
_NAME_BEHIND = Lazy(rf"(?:'s?)?(?: [{CAPITAL}{SMALL}]+){{0,2}} {_STAFF} {_NAMES}")
_SAID_BEFORE = Lazy(
    # No word that has its object behind it; a sign stands in place of the first letter.
    rf"\b(?!.(?:sked|sks|old|ells|amed|ccused|riticized|riticised|arned|uoted|ressed)\b){_SAYING} (?:by )?"
    r"(?:[Tt]he )?$"
)


def leaning(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name at `[start, end)` with the words that show a report is passed on, if there are any."""
    head = _SIGNS.mark(text[max(0, start - REACH) : start])
    tail = _SIGNS.mark(text[end : end + REACH])
    if _GOES_ON.match(text, end) or _BEGUN.search(text, max(0, start - REACH), start):
        return None
    if _IS_SPOKEN_OF.match(text, end) and _SOMEBODY_SAYS.search(head):
        return None
    if _PICTURED.search(head) or _ONCE.search(text, max(0, start - REACH), start):
        return None
    if _ABOUT_ITSELF.match(text, end) or _NO_REPORT.search(text, max(0, start - REACH), start):
        return None
    if before := _BEFORE.search(head):
        return start - len(before.group()), end
    if after := _AFTER.match(tail):
        return start, end + after.end()
    if first := _WAS_FIRST.match(text, end):
        return start, first.end()
    if (
        _LINK.search(head[-_LAST_WORDS:])
        and (staff := _STAFF_BEFORE.search(head))
        and (heard := _ASKS.match(tail))
    ):
        return start - len(staff.group()), end + heard.end()
    if (staff := _NAME_BEHIND.match(tail)) and (said := _SAID_BEFORE.search(head[-_LAST_WORDS:])):
        return start - len(said.group()), end + staff.end()
    return None
