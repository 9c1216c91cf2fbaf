"""Whether words say what somebody is: “a professor of law”, “who runs the port”."""

from briefing.text.lazy import Lazy

_FINITE = Lazy(
    r"^(?:(?!\b(?:who|that|which|whose|where)\b).)*?"
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|said|says|told|did|does)\b"
)
"""A verb that makes a clause of what would be a role: “the input was critical in …”."""
_WHO_DOES = Lazy(
    r"who (?:(?:also|now|currently|once|previously|has|had) )*(?:is an?|is the|was an?|was the|heads?|"
    r"headed|leads?|led|runs?|ran|chairs?|chaired|oversees|oversaw|serve[sd]?|directs?|directed|"
    r"(?:co-?)?founded|represents?|represented|teaches|taught|studie[sd]|works?|worked|writes|wrote|"
    r"commands?|commanded|advise[sd]?|manage[sd]?|owns?|owned|coordinate[sd]?|specializes)\b"
)
ROLE_NOUN = (
    r"[\w’'-]*(?:ist|ian|ologist|grapher|sm[ae]n|swoman|swomen|person|yer|eader|irector|inister|"
    r"ficer|ficial|ounder|riter|earcher|porter|ember|eteran|nager|octor|rofessor|ecretary|resident|"
    r"hief|head|chair|chairman|chairwoman|ditor|nalyst|ellow|expert|omist|torney|udge|cholar|"
    r"ssador|general|ommander|dvisor|dviser|olleague|ecutive|ordinator|urer|senator|governor|"
    r"mayor|heriff|eputy|gent|aide|wife|husband|mother|father|daughter|son|brother|sister|owner|"
    r"candidate|partner|student|esident|oter|farmer|teacher|nurse|gineer|eneur|counsel)s?"
)
ROLE_BEFORE = Lazy(
    rf"[A-Z][a-z]+ (?:[a-z-]+ ){{0,2}}{ROLE_NOUN} (?=[A-Z])|[A-Z][a-z]+ (?:[a-z-]+ ){{0,2}}{ROLE_NOUN} $"
)
"""A role in front of a name at the head of a sentence: “Mechanical engineer Ada Moss”."""
_HEAD = Lazy(
    r"^(?:(?!of\b|at\b|for\b|with\b|in\b|to\b|from\b|and\b|who\b|on\b|by\b)[\w’'-]+ )*?"
    rf"{ROLE_NOUN}\b"
)
"""What shows that words without an article are a role."""
_OPENS_CLAUSE = Lazy(
    r"(?!retired\b|acting\b|leading\b)(?:[a-z]+(?:ed|ing)|said|says|told|has|had|is|was|will|would|"
    r"also|according|fresh|in|on|at|by|after|before|when|while|where|and|but|or|as|with|for|to|from|"
    r"whose|like|his|her|their|its|whom|which|both|not|then|because|if|though|although|until|"
    r"so|who)\b"
)


_NOUN = Lazy(rf"\b{ROLE_NOUN}\b")
_SAYS = Lazy(
    r" (?:says?|states?|adds?|writes|reads|argues|contends|suggests|shows|finds|explains|claims|recalls)$"
)
"""How an aside ends that tells who says so: “the report states”."""


def is_role(words: str) -> bool:
    """Whether what stands in commas behind a name says what somebody is, and not what was done."""
    if words.startswith("who "):
        return _WHO_DOES.match(words) is not None
    if _FINITE.match(words) or _SAYS.search(words):
        return False
    if words.startswith(("a ", "an ", "the ")):
        return True
    return not _OPENS_CLAUSE.match(words) and _HEAD.match(words) is not None


def is_aside(words: str) -> bool:
    """Whether words behind a name and a comma are a role where a clause may open as well.

    “According to Ada Moss, a pilot, …” gives one, “according to Ada Moss, the port is open” does not.
    """
    bare = words.lstrip("0123456789, ")
    return is_role(bare) and (bare.startswith(("a ", "an ")) or _NOUN.search(bare) is not None)
