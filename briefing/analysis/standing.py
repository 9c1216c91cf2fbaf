"""Whether words stand by themselves: can a reader understand them without what came before?"""

import re

from msgspec import Struct

from briefing.analysis.standing_abroad import opening_abroad
from briefing.text.lazy import Lazy
from briefing.text.remembered import Remembered
from briefing.text.words import count_words

_FIRST = re.compile(r"\w+")
# A first word that points back at something the reader does not see.
_POINT_BACK = frozenset(
    "He She They It This That These Those His Her Their Its Such Both One Another Other Others Each "
    "Neither Either Here There Then So Thus Therefore Hence Otherwise Likewise Similarly".split()
)
_POINTING_BACK = Lazy(
    r"(?:Some of|For (?:example|instance)|As a result|In (?:turn|response|contrast)|By contrast|"
    r"On the other hand|According to (?:him|her|them)|"
    r"(?:After|Before|Since|Until|Despite|At|With|By|In|During|On|Under|From) "
    r"(?:that|this|then|these|those)"
    r"(?! (?:week|month|year|spring|summer|autumn|fall|winter|morning|afternoon|evening))"
    r"|Through all (?:this|that|these|those))\b"
)
_MAY_POINT_BACK = frozenset(
    "Some For As In By On According After Before Since Until Despite At With During Under From "
    "Through".split()
)
# A first word that only ties the sentence to the one before.
_TIE_BACK = frozenset(
    "But And Or Yet Still Instead However Nevertheless Nonetheless Moreover Furthermore Also Besides "
    "Additionally Meanwhile Afterward Afterwards Later Earlier Unusually Indeed Rather Nor "
    "Unsurprisingly".split()
)
_TYING_BACK = tuple(
    words + behind
    for words in (
        "In addition", "Of course", "That said", "At the same time", "Hours later", "Days later",
        "Weeks later", "Months later", "Minutes later", "Moments later", "Among other things",
        "Not surprisingly", "Even so", "In fact", "In short", "After all", "To be sure", "In any case",
        "Either way", "In particular", "For his part", "For her part", "For their part", "By comparison",
        "As a point of comparison", "More importantly", "To make matters worse",
    )
    for behind in (" ", ",")
)  # fmt: skip
_ANSWERING = (
    "No, ", "Yes, ", "No. ", "Yes. ", "Well, ", "Right, ", "Sure, ", "Exactly", "First, ", "Second, ",
    "Third, ", "Finally, ", "Next, ",
)  # fmt: skip
"""How an answer begins to a question that the reader does not see, and one of several things told."""
_MAY_TIE_BACK = frozenset(words.split()[0] for words in _TYING_BACK)
_MAY_BE_LATER = frozenset(
    "Only Just Barely Some About A An Several Two Three Four Five Six".split()
)
_LATER = Lazy(
    r"(?:Only |Just |Barely |Some |About )?"
    r"(?:[Aa] few|[Aa]n?|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix) "
    r"(?:hour|day|week|month|year|minute)s? (?:later|earlier|before that|after that|afterwards?)\b"
)
"""A time reckoned from one told of before: “Only a few months later, …”."""
_POINTING_AFTER = Lazy(r"[A-Z][\w’'-]*(?: [\w’'-]+){0,3}, (?:he|she|it|they|his|her|their|its)\b")
"""A few words that open a sentence, and a pronoun right behind them: “In reality, it led to …”."""
_PRONOUN_BEHIND = tuple(f", {word}" for word in "he she it they his her their its".split())
_QUOTED_BACK = frozenset(
    "He She They It This That These Those But And So Both Such Neither Either His Her Its Their".split()
)
_PRONOUNS = frozenset("he she they it his her their him them its".split())
_DEFINITE = frozenset(
    "move plan deal agreement agreements change changes decision announcement proposal proposals model "
    "leaders former latter specifics statement pact shift measure measures country countries group "
    "company bill law report visit meeting summit pair two three upgrade step steps official "
    "officials initiative initiatives".split()
)
_BARE = Lazy(
    r"The (?:(?:new|latest|other|same|first|second|third|next|whole|entire) )?"
    r"(?!(?:president|government|ministry|military|army|police|world|economy|market|markets|court|"
    r"public|country|nation|king|queen|pope|church|press|media|internet|weather|sun|opposition)\b)[a-z]+ "
    r"(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|came|comes|"
    r"follow(?:s|ed)|mark(?:s|ed)|beg[ai]ns?|took|takes|include[sd]?|means?|meant|show(?:s|ed)|gave|"
    r"gives|happened|occurred|reads?|adds|added)\b"
)
"""A thing that one word and “the” name, so that it was told of before: “The incident comes …”."""
_POSSESSED = Lazy(
    r"The (?:survey|poll|study|report|paper|bill|law|plan|deal|agreement|measure|proposal|group|"
    r"company|firm|agency|organi[sz]ation|panel|committee|team|couple|suspect|victim|attack|"
    r"incident|speech|letter|ruling|decision|move|project|programme?|service|magazine|book|film)[’']s "
)
"""What belongs to a thing told of before: “The survey’s sampling error is …”."""
_MARKS = "\"“‘'"
_CLAUSE_END = re.compile(r"[,;:—–]")
_DIGIT = re.compile(r"\d")
# It begins with a digit, so that only digits are tried.
_FIGURE = re.compile(
    r"\d(?:(?<=[$€£¥]\d)|(?<=[$€£¥]\s\d)|[\d.,]*\s?(?:%|per ?cent|percent|km|kilomet|miles?|billion|"
    r"million|trillion|troops|soldiers|ships|tons?|tonnes|years?|people)|"
    r"(?<=\b1)9\d\d\b|(?<=\b2)0\d\d\b)"
)
_AROUND = '.,;:!?()“”"'
"""Signs around a word that are none of it."""
_WIDE = 20
"""Bits for a count: sentences are shorter."""
_WIDEST = (1 << _WIDE) - 1
# They begin with the capital itself, so that only capitals are tried.
_RUN_ON = re.compile(r"([A-Z](?<!\w.)[a-z]{2,})[A-Z][a-z]")
_RUN_ON_REACH = 60
_CAPTION = Lazy(
    r"(?<![Oo]n )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\b"
    r"|[A-Z][\w.]*,? [A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\.?$"
    r"|\b[Ii]n this [A-Z][^.]{0,40}(?:photo|picture|image|frame)\b"
)
"""How agencies date what a picture shows: “… arrives in Moss, Friday, Feb. 9, 2018.”"""
_PICTURED = (
    "Photo: ", "Photos: ", "Chart: ", "Charts: ", "Graph: ", "Graphs: ", "Map of ", "Map: ", "Drawing: ",
    "Graphic: ", "Drawing of ", "Diagram: ",
)  # fmt: skip
"""How a line begins that says what a paper showed beside the text."""
_STANDING_WORDS = (
    "transcripts are created on a rush deadline", "Werden Sie Fan ", "olgen Sie uns", "esen Sie hier auf ",
    "esen Sie auch", "ehr zum Thema:", "lire aussi", "LIRE AUSSI", "isez aussi", "ee también", "ea también",
    "EE TAMBIÉN", "eer también", "eggi anche", "EGGI ANCHE", "ees ook:", "EAD MORE:", "ead more:",
    "LSO READ:",
)  # fmt: skip
"""What houses set below every article of theirs."""
_NAME_PAIR = re.compile(r"[A-Z](?<!\w.)[a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+")

SHORTEST = 8
"""Fewest words an excerpt may have and still be weighed in full."""
LONGEST = 95
"""Most words an excerpt may have and still be weighed in full."""


class Signs(Struct, frozen=True):
    """What a sentence shows, or a run of sentences, of how well it stands by itself."""

    words: int
    opening: float
    """What its first words are worth, pronouns aside."""
    pronoun: bool
    """Whether one stands in its first clause."""
    parted: bool
    """Whether its first clause ends within it."""
    closing: float
    """What its last characters are worth, open quotations aside."""
    opened: int
    """Quotation marks that open, less those that close."""
    straight: int
    """Quotation marks that do either."""
    figure: bool
    name: bool
    furniture: bool
    """Whether links of a page stand in it, or it says what a picture shows."""

    def joined(self, other: "Signs") -> "Signs":
        """What both show together, where `other` follows."""
        return Signs(
            self.words + other.words,
            self.opening,
            self.pronoun or (other.pronoun and not self.parted),
            self.parted or other.parted,
            other.closing,
            self.opened + other.opened,
            self.straight + other.straight,
            self.figure or other.figure,
            self.name or other.name,
            self.furniture or other.furniture,
        )


def _counts(piece: str) -> int:
    """What stands between two spaces, counted: its words, pronouns, digits and words run together."""
    bare = piece.strip(_AROUND)
    if bare.isalpha() and not _RUN_ON.search(bare):
        return 1 | (bare.lower() in _PRONOUNS) << _WIDE
    pronouns = sum(word in _PRONOUNS for word in _FIRST.findall(piece.lower()))
    digits = len(_DIGIT.findall(piece))
    run_on = _RUN_ON.search(piece) is not None
    return count_words(piece) | pronouns << _WIDE | digits << 2 * _WIDE | run_on << 3 * _WIDE


_COUNTS = Remembered(_counts)
"""In one number, so that the counts of a sentence are but one sum."""


def signs_of(text: str, language: str = "en") -> Signs:
    """What the sentence `text` of a `language` (BCP 47) shows."""
    counts = sum(map(_COUNTS.__getitem__, text.split()))
    end = _CLAUSE_END.search(text)
    pronouns = counts >> _WIDE & _WIDEST > 0
    figure = counts >> 2 * _WIDE & _WIDEST > 0
    return Signs(
        counts & _WIDEST,
        _opening_in(text, language, end.start() if pronouns and end else None),
        pronouns and language[:2] == "en" and _has_pronoun(text[: end.start()] if end else text),
        end is not None,
        _closing(text),
        text.count("“") - text.count("”"),
        text.count('"'),
        figure and _FIGURE.search(text) is not None,
        _NAME_PAIR.search(text) is not None,
        "://" in text
        or (counts >> 3 * _WIDE > 0 and _has_links(text))
        or (figure and _is_caption(text))
        or _is_gallery(text),
    )


def _opening_in(text: str, language: str, comma: int | None) -> float:
    """What its first words are worth; `comma` is where its first clause ends, if it has a pronoun."""
    if comma is not None and _points_after(text, comma):
        return 0.0
    opening = _opening(text)
    return opening if language.startswith("en") else min(opening, opening_abroad(text, language))


def _is_gallery(text: str) -> bool:
    """Whether it holds what stands between the captions of a page's pictures and films."""
    if text.startswith(_PICTURED) or any(sign in text for sign in _STANDING_WORDS):
        return True
    placed = "(left)" in text or "(right)" in text or "(center)" in text
    return placed or "Hide Caption" in text or "Photos: " in text or "WATCHED " in text


def _points_after(text: str, comma: int) -> bool:
    """Whether its first words lead to a pronoun; `comma` is where its first clause ends."""
    return text.startswith(_PRONOUN_BEHIND, comma) and _POINTING_AFTER.match(text) is not None


def _has_pronoun(clause: str) -> bool:
    return sum(map(_COUNTS.__getitem__, clause.split())) >> _WIDE & _WIDEST > 0


class Standing(Struct, frozen=True):
    """How well words stand by themselves (0 to 1), what they bring, and why, in words."""

    factor: float
    because: tuple[str, ...]


def judge(shown: Signs) -> Standing:
    """Judge sentences by what they show together."""
    opening = shown.opening
    if opening == 1.0 and shown.pronoun:
        opening = 0.75
    closing = shown.closing
    if closing == 1.0 and (shown.opened or shown.straight % 2):
        closing = 0.9
    factor = 0.0 if shown.furniture else _length_factor(shown.words) * opening * closing
    because: tuple[str, ...] = ()
    if shown.figure:
        factor *= 1.12
        because = ("gives figures or dates",)
    if shown.name:
        factor *= 1.05
        because = (*because, "names names")
    return Standing(factor, because)


def _has_links(text: str) -> bool:
    """Whether a page's links stand in the sentence: “Ada Moss Ada MossNew evidence …”.

    The name that was a link stands there twice, and the next headline is joined to it.
    """
    return any(
        f"{found[1]} " in text[max(0, found.start() - _RUN_ON_REACH) : found.start()]
        for found in _RUN_ON.finditer(text)
    )


def _is_caption(text: str) -> bool:
    """Whether the sentence says what a picture shows; its cheapest signs are looked for first."""
    dated = "day, " in text or text[-5:].rstrip(".")[-4:].isdigit()
    return (dated or "n this " in text) and _CAPTION.search(text) is not None


def _length_factor(words: int) -> float:
    if words < SHORTEST:
        return 0.35
    if words > LONGEST:
        return max(0.2, LONGEST / words - 0.25)
    return 1.0


def _opening(text: str) -> float:
    first = _first_word(text)
    if (first in _POINT_BACK and not text.startswith("So far")) or (
        first in _MAY_POINT_BACK and _POINTING_BACK.match(text)
    ):
        return 0.0
    if first in _TIE_BACK or (first in _MAY_TIE_BACK and text.startswith(_TYING_BACK)):
        return 0.6
    if first in _MAY_BE_LATER and _LATER.match(text):
        return 0.6
    if text.startswith(_ANSWERING):
        return 0.55
    marked = text[0] in _MARKS
    if marked and _first_word(text.lstrip(_MARKS)) in _QUOTED_BACK:
        return 0.55
    bare = text.lstrip(_MARKS) if marked else text
    if bare.startswith("The ") and _POSSESSED.match(bare):
        return 0.6
    if bare.startswith("The ") and (_first_word(bare[4:]) in _DEFINITE or _BARE.match(bare)):
        return 0.8
    return 0.4 if text[0].islower() or text[0] == "(" else 1.0


def _first_word(text: str) -> str:
    found = _FIRST.match(text)
    return found[0] if found else ""


def _closing(text: str) -> float:
    end = text.rstrip("\"'”’)]")[-1:]
    if end == "?":
        return 0.7
    return 1.0 if end and end in ".!…" else 0.4
