"""Who stands beside a verb of saying: the noun phrase in front of it or behind it, as written."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.callings import CALLINGS
from briefing.analysis.given_names import pronoun_of
from briefing.analysis.names import Named, is_office, runs, trim
from briefing.analysis.one_matter import CALENDAR
from briefing.analysis.roles import ROLE_BEFORE
from briefing.analysis.whole_phrases import PREPOSITIONS, SOME, phrase_before
from briefing.text.lazy import Lazy

_ABBREVIATIONS = (
    "Sen Sens Rep Reps Gov Gen Adm Dr Mr Mrs Ms Prof Lt Col Capt Maj Sgt Jr Sr St Rev Hon Amb Ft Mt No vs "
    "Jan Feb Aug Sept Oct Nov Dec"
)
_STATES = [f"[DRI]-[A-Z]{'[a-z]' * more}" for more in range(1, 5)]
"""“D-Calif.”: a party and a state, behind a name."""
_ENDS = "|".join(f"(?<=\\b{word}\\.)" for word in ("[A-Z]", *_ABBREVIATIONS.split(), *_STATES))
# Most words before a stop are longer than any of these.
_ABBREVIATION = Lazy(rf"\.(?<!\w{{6}}.)(?:{_ENDS})(?=[\s,)A-Z])")
_MASK = "․"
LONGEST = 100
"""Most characters of a noun phrase."""
_TIME = (
    "(?:weekend|week|month|year|morning|afternoon|evening|night|spring|summer|autumn|fall|winter)"
)
_OCCASION = (
    "(?:[a-z]+ )?(?:interview|statement|speech|letter|tweet|post|email|e-mail|memo|filing|"
    "news conference|press conference)"
)
_SLACK = Lazy(
    r"(?:(?:^|[ ,])(?:has|had|have|also|later|then|recently|again|once|first|even|just|"
    r"would|will|was|is|been|now|"
    r"still|often|always|famously|both|all|himself|herself|once more|yesterday|today|tonight|"
    # Not the nouns: “a Hebrew daily wrote”, “the Khan family said”.
    r"(?!(?i:dai|week|month|quarter|year|fami|al|assemb)ly$)[a-z]\w{1,11}ly|"
    r"at one point|at the time|at times|"
    rf"(?:(?:over|during|earlier|late|later) )?(?:the|this|last|that) {_TIME}|in an? {_OCCASION}|"
    r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))$"
)
_SLACK_ENDS = (
    *"has had have also later then recently again once first even just would will was is been now still "
    "often always famously both all himself herself more ly day point time times".split(),
    *(f" {word}" for word in re.findall(r"[a-z-]{4,}", f"{_TIME} {_OCCASION}")),
)
_LONGEST_SLACK = 32
_PRONOUN_END = Lazy(r"(?:^|[\s,—–(-])(he|she|they|who)$", re.IGNORECASE)
PRONOUNS = ("he", "she", "they", "who")
_OF_TWO_WORDS = r"(?:(?:North|South|East|West|New|Saudi|Sri|Hong|San|Los|United|Costa|Sierra) )?"
"""Before the last word of a land or town: “South Korea’s weather agency”."""
_ROLE_END = Lazy(
    r"(?:^|[\s,])((?:the|an?|one|another|his|her|their|some|several|many|two|three|senior|this|"
    rf"{_OF_TWO_WORDS}[A-Z][\w․-]+[’']s?) (?:[\w․’'-]+ ){{0,5}}[a-z][\w-]+)$",
    re.IGNORECASE,
)
_MOST_OF_ROLE = 7
"""Words over which it goes at the most."""
_WITH_ROLE = Lazy(
    r"(?:^|[,;:—–] )(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y)"
    rf"|{_OF_TWO_WORDS}(?:[A-Z][\w․-]+ ){{0,4}}[A-Z][\w․-]+[’']s?) [^,;:—–“”\"]{{3,80}}$"
)
_FROM_A_PLACE = Lazy(r" (?:from|in|at|near)(?: [A-Z][\w․’'-]*)+$")
"""What follows it may be the land of the place: a salesman from Sumter, South Carolina, said."""
_NO_ROLE = Lazy(
    r"_|--|\b(?:that|which|who|when|while|because|it|be|being|to|not|as|if|have|had|has|was|were|is|are|reason)\b"
    r"|\b(?:of|in|on|at|by|for|from|with|the|an?|some|long|while|when|ever|still|new|and|or|but|before|after|"
    r"ago)$"
)
OF = Lazy(r" (?:of|from|at|with|for|in) (?:the )?(?:[a-z-]+ ){0,2}$")
_INTRO = Lazy(r"^(?:And|But|So|Yet|Then|Still|Meanwhile|However|Also|Later|Now),? ")
_OPENING = Lazy(r"^[^,“”\"]{2,70}, ")
_OFFICE_OF = Lazy(
    r"(?:^|[\s,])((?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Ss]everal|[Tt]wo) "
    r"(?:[a-z][\w-]* ){1,3}(?:of|at|for|with) (?:the )?)$"
)
"""Before the name of what somebody belongs to: “a former head of the Harbour Board said”."""
_SEVERAL = r"(?:(?<=[^s]s)|(?<=eople)|(?<=olice)|(?<=men)|(?<=taff))"
GROUP_OF = Lazy(
    r"(?:^ ?|[,;:—–.] |\b(?:[Aa]nd|[Bb]ut|that|as|when|while|because|what) )"
    r"((?!and |[Bb]ut )(?:(?:[Tt]he )?(?:[A-Z][a-z-]+ |\d+ )?(?:[a-z-]+ ){0,2}[a-z-]{2,}|[A-Z][a-z-]{2,})"
    rf"{_SEVERAL} (?:of|at|for|with|in|near|from) (?:the )?)$"
)
"""Before the name of where several people are, or whose they are: “Residents of Moss said”."""
_LINKED = tuple(f" {word} {article}" for word in (*PREPOSITIONS, "to") for article in ("", "the "))
"""How what stands before a name ends that is no subject by itself."""
_LINKED_TO = tuple(f" {word} " for word in (*PREPOSITIONS, "to"))
_PASSIVE = Lazy(r"\b(?:was|were|is|are|be|been|being)(?: \w+ly)? $")
"""Before “declared” or “called”: others did."""
_TWO_PARTS = Lazy(
    r"(?:Secretary|Minister|Speaker|Director|Leader|Department) (?:of|for) (?:the )?$"
)
"""Before the second part of an office, which a name follows: “Secretary of State Ada Moss”."""
_PLACE = (" in ", " at ", " near ", " in the ", " at the ", " near the ")
_PLACED = Lazy(rf",.* (?:{'|'.join(sorted(PREPOSITIONS))}) (?:the )?$")
"""Before a name that ends what stands in commas behind a name, where the second comma is missing."""
_APPOSED = Lazy(r", (?:\d{2}, +(?:of|from)|an?|the|who|[a-z]+(?: [a-z]+)*) ")
_WITHIN_ASIDE = Lazy(
    r"(?:an?|the|who|and) .*\b(?:of|at|for|with|in|near|from|to) (?:the )?"
    r"[A-Z][\w․’'-]*(?: [A-Z][\w․’'-]*)*$"
)
"""What stands in commas behind a name, and ends in another: “a professor at the University of Moss”."""
_CAPITALS = Lazy(r"(?:[A-Z][\w.’'-]* )*")
_WITH_ASIDE = 2
"""Parts between commas: a name and what it is."""
_SO_MUCH = Lazy(r"[$€£]?\d[\d,.]* [a-z]+ to |[$€£]?\d[\d,.]* per ?cent")
"""What stands in commas and is nobody’s role: “66 percent to 20 percent”."""
_OBJECT_OF = Lazy(r" (?:on|of|for|about|against|with|from) (?=(?:some|several|many|two|three) )")
"""Before what is no subject: “supporters of bans on some ships said”."""
_WITHIN = Lazy(r"[a-z]{2,}(?:ing|ed|s) (?:with|on|of|for|about|against|by) $")
"""Before what is no subject either: “researchers working with the captured documents said”."""
_TO_DO = Lazy(r"\bto [a-z]{3,} $")
"""Nor is what somebody is to do something with: “who led the charge to open the Harbour wall said”."""
_OF_SEVERAL = Lazy(r"(?:^ ?|[,;”\"] ?)(?:[a-z-]+ ){1,3}(?:of|for) (?:[a-z]+(?:, | ))*[a-z]+$")
"""What an office is of, before its “and”: “minister of mines and energy Ada Moss”."""
_OPENS_ROLE = Lazy(r"[A-Z][a-z]+")
_BODY = Lazy(r"[Tt]he [A-Z]")
"""How a body begins that only stands before its head: “the Council on Harbours President Ada Moss”."""
_OF_SOME = Lazy(r" [a-z]+s (?:of|for) (?:the )?$")
"""Before the name of whom several belong to: “led by four sons of Vance Corp Chairman Ada Moss”."""
_TO_SOMEBODY = Lazy(r"(?<!ccording)(?<! up)(?<! due) to (?:the )?$")
"""Before a name that is only spoken to: “a recent report to Congress said”."""
_AND = Lazy(r"(?<!,) and (?:the )?(?:[a-z-]+ ){0,2}$")
_AND_HIS = Lazy(r"(?<!,) and (?:his|her|its|their) (?:[A-Z]?[a-z-]+ ){1,4}$")
"""Before who speaks together with another: “Ada Moss and her Norwegian counterpart Leo Brandt”."""
_CLAUSE_START = Lazy(
    r"(?:^|[,;:—–] |\b(?:and|but|that|as|when|while|both|because|what|which|where|after|before) )"
    r"(?:the )?(?:[a-z-]+ )?$"
)
_NO_VERB = Lazy(
    r" (?:of|and|in|at|administration|campaign|government|officials?|aides?|advis[eo]rs?|supporters?|"
    r"allies|team|voters|leaders?|lawmakers?|spokes\w+|lawyers?|attorneys?) "
)
"""Behind a name that is no subject, but says whose others are: “Senior Moss campaign officials call”."""
_LOWER_NEXT = Lazy(r"(?: \([^()]{1,40}\))?(?:, [^,;“”\"]{2,110},)? [a-z]")


_BODIES_OF = tuple(
    " Chiefs| House| Bank| Council| Board| Ministry| Department| Institute".split("|")
)
"""How a body's name may end before what it is of: “the Joint Chiefs of Staff”."""


class Said(Struct, frozen=True):
    """A speaker as written, where, and the verb; `words` may name two who speak together.

    `tight` says that the words stand right beside the verb, `sure` that they are all its subject, and
    `head` what they belong to, if that is the name of somebody: “Moss of the Harbour Board”.
    """

    words: str
    at: int
    cue: str
    tight: bool = True
    sure: bool = True
    head: str = ""


def masked(text: str) -> str:
    """`text` with the stops of abbreviations hidden; of the same length."""
    return _ABBREVIATION.sub(_MASK, text)


def shown(words: str) -> str:
    """Words of a masked text with their stops."""
    return words.replace(_MASK, ".")


def subject(lead: str, cue: str = "") -> Said | None:
    """The subject that opens a sentence, if it is a name, a pronoun or a role before a verb."""
    text = masked(lead)
    at = 0
    if intro := _INTRO.match(text):
        at = intro.end()
    for begin in (
        at,
        opening.end() + at if (opening := _OPENING.match(text[at:])) else at,
    ):
        part = text[begin:]
        if pronoun := re.match(r"(?:He|She|he|she) (?=[a-z])", part):
            return Said(pronoun.group().strip(), begin, cue, tight=False)
        for run in runs(part)[:2]:
            lead_in = part[: run.start()]
            named = trim(run.group(), run.start())
            if named is not None and _OPENS_ROLE.fullmatch(run.group()) and _is_title_of(part, run):
                continue
            if lead_in and ROLE_BEFORE.fullmatch(lead_in) and " " in run.group():
                lead_in = ""
            if named is None or (
                lead_in and not re.fullmatch(r"(?:[Tt]he )?(?:[a-z-]+ ){0,3}", lead_in)
            ):
                break
            if _LOWER_NEXT.match(part, named.end) and not _NO_VERB.match(part, named.end):
                return Said(
                    shown(part[named.start : named.end]),
                    begin + named.start,
                    cue,
                    tight=False,
                )
            break
    return None


def _is_title_of(part: str, run: re.Match[str]) -> bool:
    """Whether a name follows upon small words that end in a role: “Mechanical engineer Ada Moss”."""
    if run.start():
        return False
    behind = ROLE_BEFORE.match(part)
    return behind is not None and any(
        " " in later.group() for later in runs(part[behind.end() : behind.end() + LONGEST])[:1]
    )


def loose(words: str) -> str:
    """Without auxiliaries and adverbs at the end."""
    while words.endswith(_SLACK_ENDS) and (found := _SLACK.search(words[-_LONGEST_SLACK:])):
        words = words[: max(0, len(words) - _LONGEST_SLACK) + found.start()].rstrip()
    return words


def in_front(before: str, cue: str) -> Said | None:
    """The noun phrase at the end of `before`."""
    if cue.endswith(("ed", "told")) and _PASSIVE.search(before[-_LONGEST_SLACK:]):
        return None
    words = loose(before.rstrip())
    if not words:
        return None
    if words.endswith((",", "—", "–")):
        words = words.rstrip(" ,—–")
        if found := apposed_before(words, cue):
            return found
        heads = re.split(r", (?=\w)| [—–] ?", words)
        for cut in range(len(heads) - 1, 0, -1):
            head = ", ".join(heads[:cut])
            if _SO_MUCH.match(heads[cut]):
                return None
            if cut > 1 and _WITHIN_ASIDE.match(heads[cut - 1]):
                continue
            found = _at_end(_blank(head), cue)
            if found and cut == 1 and found.words in ("he", "she") and head.strip() == found.words:
                return found
            if found and found.words[0].isupper():
                return _named_before(heads[:cut], found, cue) or found
        return None
    return _at_end(_blank(words), cue)


def _named_before(heads: Sequence[str], found: Said, cue: str) -> Said | None:
    """The full name that a role in commas stands behind: “Ada Moss, the board’s adviser, spoke, saying”."""
    if len(heads) < _WITH_ASIDE or not found.words.rsplit(maxsplit=1)[-1].islower():
        return None
    aside = shown(heads[-1])
    if not aside.endswith(found.words) or not _CAPITALS.fullmatch(aside[: -len(found.words)]):
        return None
    named = _at_end(_blank(", ".join(heads[:-1])), cue)
    full = (
        named is not None and " " in named.words and named.words.rsplit(maxsplit=1)[-1][0].isupper()
    )
    return named if full else None


def apposed_before(words: str, cue: str) -> Said | None:
    """The full name in front of a verb that a role and a comma lead to: the mayor, Ada Moss, said."""
    words = words.rstrip(" ,")
    lead, _, name = words.rpartition(", ")
    if cue.endswith("ing") or not _WITH_ROLE.search(lead.lstrip(" _")):
        return None
    if _FROM_A_PLACE.search(lead) and pronoun_of(name.split(" ")[0]) is None:
        return None
    found = runs(name)
    if len(found) != 1 or found[0].group() != name:
        return None
    named = trim(name, len(words) - len(name))
    if named is None or " " not in named.name:
        return None
    return Said(shown(named.name), named.start, cue)


def _blank(words: str) -> str:
    """Parentheses at the end taken off."""
    while words.endswith(")") and (found := re.search(r" ?\([^()]{1,40}\)$", words)):
        words = words[: found.start()]
    return words


def _at_end(words: str, cue: str) -> Said | None:
    final = words[words.rfind(" ") + 1 :]
    small = final.lower()
    if small.endswith(PRONOUNS) and (pronoun := _PRONOUN_END.search(words)):
        if pronoun[1].lower() == "who":
            before = words[: pronoun.start(1)].rstrip(" ,")
            return in_front(before, cue) or _antecedent(before, cue)
        return Said(pronoun[1], pronoun.start(1), cue)
    found = runs(words) if final != small else []
    if found and found[-1].end() == len(words):
        return _named_at_end(words, found, cue)
    near = len(words.rsplit(" ", _MOST_OF_ROLE)[0]) if words.count(" ") >= _MOST_OF_ROLE else 0
    role = _ROLE_END.search(words, near)
    if role and _NO_ROLE.search(role[1]):
        role = _ROLE_END.search(words, role.start(1) + 1)
        begin = _whole(words, role.start(1)) if role and not _NO_ROLE.search(role[1]) else None
        return None if begin is None else Said(shown(words[begin:]), begin, cue)
    if role:
        begin = role.start(1)
        if _OBJECT_OF.match(words, max(0, words.rfind(" ", 0, begin - 1))):
            return None
        lead = max(0, begin - _LONGEST_SLACK)
        if _WITHIN.search(words, lead, begin) or _TO_DO.search(words, lead, begin):
            return None
        whole = _whole(words, begin)
        if whole is None and words.endswith(_LINKED_TO, 0, begin):
            return None
        begin = begin if whole is None else whole
        return Said(shown(words[begin:]), begin, cue)
    return None


def _whole(words: str, role: int) -> int | None:
    """Where the phrase begins that ends in the role at `role`, if it is but the end of one."""
    return phrase_before(words, role) if words.endswith(_LINKED_TO, 0, role) else None


def _named_at_end(words: str, found: Sequence[re.Match[str]], cue: str) -> Said | None:
    """The subject that the name at the end belongs to; `found` are the capitalised runs of `words`."""
    last = found[-1]
    at = len(found) - 1
    while at and OF.fullmatch(words[found[at - 1].end() : found[at].start()]):
        at -= 1
    head = found[at].group() if at < len(found) - 1 and " " not in found[at].group() else ""
    if head and _may_be_somebody(head) and _CLAUSE_START.search(words[: found[at].start()]):
        whole = _belonging(words, found, last, cue)
        if whole is not None or not words.endswith("the ", 0, last.start()):
            return replace(whole, head=head) if whole else None
        return Said(head, found[at].start(), cue, tight=False)
    return _belonging(words, found, last, cue)


def _some(words: str, last: re.Match[str]) -> str | None:
    """“Some Republicans” at the end of `words`; `last` is the run that ends there."""
    if not last.group().endswith("s"):
        return None
    found = SOME.search(words, max(0, len(words) - LONGEST))
    return found.group() if found else None


def _may_be_somebody(word: str) -> bool:
    """Whether one word with a capital may be a family name: not “Democrat”, not “Residents”."""
    return not (is_office(word) or word in CALLINGS or word.endswith("s"))


def _belonging(
    words: str, found: Sequence[re.Match[str]], last: re.Match[str], cue: str
) -> Said | None:
    """The same, where the name at the end may belong to what stands before it."""
    at = len(found) - 1
    while at and OF.fullmatch(words[found[at - 1].end() : found[at].start()]):
        at -= 1
        if " " in found[at].group().removeprefix("The ") and not is_office(found[at].group()):
            last = found[at]
            if last.group().endswith(_BODIES_OF):
                start = last.end() - len(last.group().removeprefix("The "))
                return Said(shown(words[start : found[-1].end()]), start, cue)
    if last.group().endswith(("’s", "'s")):
        return None  # “Moss’s admitted fault” is none that Moss admitted just now.
    lead = words[: last.start()]
    if some := _some(words, last):
        return Said(shown(some), last.end() - len(some), cue)
    named = trim(last.group(), last.start())
    if lead.endswith(_LINKED):
        titles = words[last.start() : named.start].split() if named else []
        own = titles and (titles[0] in CALENDAR or _TWO_PARTS.search(lead))  # “in May Ada Moss”
        if not own:
            whole = _not_its_own(words, last.start(), cue)
            is_body = _BODY.match(whole.words) if whole else not _OF_SOME.search(lead)
            told = _TO_SOMEBODY.search(lead[-_LONGEST_SLACK:])
            person = named and " " in named.name and titles and is_office(titles[-1])
            if told or not (person and is_body):
                return whole
    if named is None:
        return None
    alone = Said(shown(named.name), named.start, cue)
    if _AND_HIS.search(lead):
        return replace(alone, sure=False)
    if (both := _AND.search(lead)) is None:
        return alone
    before = found[at - 1] if at else None
    if before is not None and before.end() == both.start():
        linked = words[: before.start()].endswith(_LINKED)  # “officials in Moss and Vance”
        whole = _not_its_own(words, before.start(), cue) if linked else None
        return whole or _joint(words, before, named, cue)
    office = _OF_SEVERAL.search(words, 0, both.start()) is not None
    return replace(alone, sure=office or not words[: both.start()].endswith("s"))


def _antecedent(words: str, cue: str) -> Said | None:
    """Who is meant by “who” behind `words`, whatever these say of him: “no mention of Ada Moss, who”."""
    found = runs(words)
    if not found or found[-1].end() != len(words):
        return None
    start = found[-1].start()
    if words[:start].endswith(_LINKED):
        begin = phrase_before(words, start, nearest=True)
        if begin is not None:
            return Said(shown(words[begin:]), begin, cue)
    named = None if words[:start].endswith(_PLACE) else trim(found[-1].group(), start)
    return Said(shown(named.name), named.start, cue) if named else None


def _not_its_own(words: str, name: int, cue: str) -> Said | None:
    """The subject that only ends in the name at `name`: an office, who is in a place, who speaks to it."""
    lead = words[:name]
    for known in (_OFFICE_OF, GROUP_OF):
        found = known.search(lead)
        # “residents at the village of Moss”: the village is no office.
        if found and not words.endswith(_LINKED_TO, 0, found.start(1)):
            return Said(shown(words[found.start(1) :]), found.start(1), cue)
    if _PLACED.search(lead) and (headed := _headed(words, cue)):
        return headed
    if told := _TO_SOMEBODY.search(lead):
        return _at_end(words[: told.start()], cue)
    begin = phrase_before(words, name)
    return None if begin is None else Said(shown(words[begin:]), begin, cue)


def _headed(words: str, cue: str) -> Said | None:
    """The full name in front of the first comma: “Ada Moss, an engineer in Norway” is Ada Moss."""
    head = words[: words.index(",")]
    found = runs(head)
    if not found or found[-1].end() != len(head) or " " not in found[-1].group():
        return None
    named = trim(found[-1].group(), found[-1].start())
    if named is None or " " not in named.name or not _APPOSED.match(words, len(head)):
        return None
    return Said(shown(named.name), named.start, cue)


def _joint(words: str, before: re.Match[str], last: Named, cue: str) -> Said | None:
    """Two who speak together; not sure where the first of them may belong to another verb."""
    first = trim(before.group(), before.start())
    if first is None or is_office(before.group()) or first.name in CALLINGS:
        return Said(shown(last.name), last.start, cue)
    both = shown(words[first.start : last.end])
    lead = words[: before.start()].removesuffix("the ")
    listed = [run for run in runs(lead) if run.end() == len(lead.rstrip(", ")) != len(lead)]
    more = any(trim(run.group(), 0) for run in listed)
    return Said(both, first.start, cue, sure=_CLAUSE_START.search(lead) is not None and not more)
