"""What single lines of a copied page give away: credits, promotion, blurbs, ends of articles.

The patterns are of wording that publishers share, not of single sites.
"""

import re

_AGENCIES = (
    r"(?:AP|AFP|REUTERS|Reuters|EPA|EFE|ANSA|TASS|UPI|PA|dpa|Xinhua|Kyodo|Yonhap|Bloomberg|Getty|"
    r"POOL|Pool|Shutterstock|ZUMA|Zuma|NurPhoto|SOPA|Anadolu|Sipa|SIPA|Alamy|Handout|Files?)"
)
CREDIT = re.compile(
    rf"\b[\w.'’ -]{{2,40}}/ ?{_AGENCIES}\b"
    rf"|^(?:{_AGENCIES})/"
    rf"|\bvia (?:{_AGENCIES})\b"
    rf"|\b(?:AP|AFP|Reuters|EPA|File|Stock|Courtesy|Handout) [Pp]hoto\b"
    r"|\bGetty Images\b|\bpicture alliance\b|\bShutterstock\b|\biStock\b|\b\w+photo\.com\b"
    r"|(?:^|[\w.)”\"])(?:Image|Photo|Picture|Foto|Photograph|Credit|Photo credit|Image credit|Bild)s?"
    r" ?: ?[A-Z©]"
    r"|\b(?:Photo|Photograph|Image|Picture)s? (?:by|courtesy of) [A-Z]"
    r"|^\(?(?:Photo|Image|Picture)s?\b.{0,60}\)?$"
)
PROMOTION = re.compile(
    r"\b(?:newsletters?|subscribe|subscribers?|unsubscribe|subscription|sign(?:ing)? up|sign in|"
    r"log ?in|your (?:inbox|email|e-mail|account|free)|free (?:updates|trial|account)|cookies?|"
    r"privacy (?:policy|notice)|terms (?:of|and)|click here|tap here|download (?:our|the) app|"
    r"follow us|like us on|join (?:our|the) (?:conversation|channel|community|whatsapp)|"
    r"support (?:our|independent|quality) |donate|advertisement|sponsored|ad-free|"
    r"stay (?:informed|up to date|updated|connected)|get notified|get the latest|breaking news alerts?|"
    r"all rights reserved|copyright|reproduc(?:e|ed|tion) without|delivered to your|"
    r"right to your inbox|read our|share this|whatsapp|already a (?:member|subscriber)|"
    r"become a (?:member|subscriber)|start your|for more information about|is committed to|"
    r"uses? AI\b|this (?:video|browser|content|page) (?:is|was|does|cannot|can't|requires))",
    re.IGNORECASE,
)
ASKED_FOR_COMMENT = re.compile(
    r"^\W?(?:The )?(?:[A-Z][\w.’'&-]* ){1,5}(?:has |have |had )?"
    r"(?:contacted|reached out to|approached|e-?mailed|asked)\b[^.?!]{1,60}.{0,200}?"
    r"\bfor (?:a |further |additional )?(?:comment|response|statement|reaction)"
    r"|\b(?:has|have) been (?:contacted|approached|asked) for (?:a |further )?(?:comment|response)",
)
BLURB = re.compile(
    r"\b(?:is|was) (?:an?|the|our|its)? ?(?:[\w’'-]+ ){0,6}?"
    r"(?:reporter|journalist|correspondent|columnist|editor|bureau chief|producer|staff writer|"
    r"freelance(?:r| writer| journalist)?|contributor|contributing (?:writer|editor)|writer)\b"
    r"|\b(?:Journalist|Reporter|Correspondent|Writer|Editor) (?:based in|covering|focus(?:ing|ed) on)"
    r"|^(?:Follow|Email|Contact|Write to) (?:him|her|them|@|[A-Z])"
    r"|^About the (?:authors?|writers?)\b"
)
EDITED = re.compile(
    r"^\W{0,2}(?:Edited|Additional reporting|Reporting|Editing|Written|Translated|Compiled|Produced) by\b"
    r"|^\W{0,2}(?:With (?:files|reporting|additional reporting) (?:from|by))\b"
    r"|\b(?:contributed to this (?:report|article|story))\b",
    re.IGNORECASE,
)
END = re.compile(
    r"^\W{0,4}(?:more (?:from|stories|news|on|in|like this)\b.{0,40}|related\b.{0,30}|"
    r"recommended\b.{0,30}|you (?:may|might) (?:also )?(?:like|be interested).{0,30}|"
    r"most (?:read|popular|viewed|shared|recent)\b.{0,20}|trending\b.{0,20}|read next\b.{0,20}|"
    r"up next\b.{0,20}|what to read next|latest (?:news|stories|articles|from)\b.{0,20}|"
    r"(?:top|editors?[’']?s?) (?:stories|picks)\b.{0,20}|comments?(?: \(\d+\))?|"
    r"(?:leave|post|add) a (?:comment|reply).{0,20}|about the (?:authors?|writers?)|"
    r"previous (?:article|post|story).{0,80}|next (?:article|post|story).{0,80}|"
    r"(?:filed under|tags|topics)\b:?.{0,80}|around the web|popular\b.{0,20}|"
    r"stay (?:up to date|connected|in touch)|also (?:in the news|read)|featured\b.{0,20}|"
    r"(?:further|suggested) reading|explore (?:more|topics?)|in this (?:story|section))\W{0,3}$",
    re.IGNORECASE,
)
LAST = re.compile(
    r"^\W{0,4}(?:more (?:from|stories|news)\b|most (?:popular|viewed|shared)\b|you (?:may|might)\b|"
    r"related (?:posts|articles|stories|content)|about the (?:authors?|writers?)|"
    r"(?:leave|post|add) a (?:comment|reply)|previous (?:article|post|story)|next (?:article|post|story))",
    re.IGNORECASE,
)
"""End marks that hardly ever stand inside an article."""
BULLET = re.compile(r"^(?:[*•◦▪·+o–-]|\d{1,2}[.)])\s")
SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]]{0,3}$")
URL_ONLY = re.compile(r"^\W{0,2}(?:https?://|www\.)\S+$", re.IGNORECASE)
_MOST_BLURB = 90


def is_blurb(words: str, count: int) -> bool:
    """Whether a line tells who wrote the article."""
    return count < _MOST_BLURB and BLURB.search(words[:240]) is not None
