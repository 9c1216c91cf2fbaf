"""Who speaks in a quotation: looked for behind it, then in the sentence in front of it."""

import re
from collections.abc import Sequence

from briefing.analysis.behind_verb import inverted
from briefing.analysis.cues import Cue
from briefing.analysis.quoted_as import quoted_as
from briefing.analysis.subjects import (
    PRONOUNS,
    Said,
    apposed_before,
    in_front,
    loose,
    masked,
    subject,
)
from briefing.text.lazy import Lazy

_SAID_FIRST = Lazy(
    r"^(?:Said|Says|Asked(?= (?:(?![A-Z]\w+day\b)[A-Z]|the |an? ))|Added|Adds|Wrote|Writes|Tweeted|"
    r"Objected|Replied|Explained|Recalled|Warned|Insisted|Joked|Quipped|Concluded|Declared|Countered|"
    r"Responded|Retorted|Observed|Remarked) "
)
_ANY_VERB = Lazy(
    r",? (?:(?P<who>he|she) )?(?P<verb>(?!was\b|is\b|has\b|does\b|used\b|need|as\b)[a-z]{3,}(?:s|ed))\b"
    r"(?(who)[ .,;:]| (?=[A-Z]))"
)
"""A verb and who goes with it, right behind a quotation that ends in a comma."""
_TRANSCRIPT = Lazy(r"([A-Z][\w․’'-]*(?: [A-Z][\w․’'-]*){0,4}):\s*")
_ACCORDING = Lazy(r"\b(?:[Aa]ccording to|[Ii]n the words of) ")
_ACCORDING_BEHIND = (" according to ", ", according to ", " per ", ", per ")
_CLAUSE_OF_ITS_OWN = Lazy(r"\b(?:is|are|was|were)\b|, as ")
"""Behind a quotation that ends its sentence: “That is another thing, as Moss noted.” is the next one."""
_APART = Lazy(r"([,;]|\band|\bbut)(?: \w+ly| also| then)? $")
"""Before a verb whose subject does not stand right in front of it."""
_OPENS = Lazy(
    r"[\s_]*(?:(?:In|At|On|After|Before|During|Speaking|Later|Earlier|Last|This)\b[^,]{2,70}, )?"
    r"(?:.*\b(?:and|but|that|as|when|while|because|where) )?(?:[A-Z][\w․’'-]* )*"
)
"""What stands before the subject that opens a sentence or a clause of it."""
_NEXT_CLAUSE = (
    "which", "that ", "and ", "but ", "to ", "as ", "when ", "if ", "while ", "whereas ", "though ",
    "although ",
)  # fmt: skip
"""How a clause begins behind a quotation whose verb is of other words: “…, while Ada Moss said”."""
NOUNS = frozenset("states remarks reports claims notes comments".split())
"""Verbs that are nouns too: only a name or a pronoun before them makes them verbs."""
_POSSESSED = Lazy(r"[^ ]+[’']s? ")
"""“Moss’s sharp comments come a day after” are no words of “Moss’s sharp”."""


def after_quotation(behind: str, goes_on: bool, cue: Cue | None) -> Said | None:
    """The speaker right behind a quotation: “…,” she said; “…,” said Moss; “…,” according to Moss.

    `goes_on` says that the quotation does not end its sentence, `cue` is the first verb behind it.
    """
    if according := next(filter(behind.startswith, _ACCORDING_BEHIND), None):
        return inverted(masked(behind), len(according), "according to")
    if cue is None:
        return None
    text = masked(behind)
    if quoted := quoted_as(text, cue.start, cue.word):
        return quoted
    before = text[: cue.start]
    if re.search(r"[.;:!?] |^\.|^ ?[—–(]", before) or (not goes_on and before.strip(" ,")):
        follows = text[cue.end : cue.end + 4]
        if not re.fullmatch(r" [^.;:!?—–(]{2,50} ", before) or not re.match(r"[.,]", follows):
            return None
    bare = loose(before.strip(" ,"))
    if not bare:
        # “…,” claiming he was ill: who claims it stands in front of the quotation.
        return None if cue.word.endswith("ing") else inverted(text, cue.end, cue.word)
    if not goes_on and _CLAUSE_OF_ITS_OWN.search(before):
        return None
    if bare.startswith(_NEXT_CLAUSE):
        return None
    found = in_front(before, cue.word)
    # “…,” Ada Moss, the mayor, and Leo Brandt said: he is not the only one, or of the next clause.
    return None if found and before[: found.at].endswith(" and ") else found


def with_any_verb(behind: str) -> Said | None:
    """The speaker behind a quotation that ends in a comma, whatever the verb: “…,” mumbled Ada Moss.

    Only he, she and a full name right beside the verb are sure to be one.
    """
    if found := _ANY_VERB.match(behind):
        if found["who"]:
            return Said(found["who"], found.start("who"), found["verb"])
        said = inverted(masked(behind), found.end("verb"), found["verb"])
        return said if said and said.words[0].isupper() and " " in said.words else None
    return None


def before_quotation(lead: str, cues: Sequence[Cue]) -> Said | None:
    """The speaker in the sentence in front of a quotation: Moss said: “…”; `cues` are its verbs."""
    text = masked(lead)
    if first := _SAID_FIRST.match(text):
        return inverted(text, first.end(), first.group().strip().lower())
    if transcript := _TRANSCRIPT.fullmatch(text):
        return Said(transcript[1], 0, ":")
    for cue in reversed(cues):
        if quoted := quoted_as(text, cue.start, cue.word):
            return quoted
        apart = _APART.search(text[: cue.start])
        if apart or cue.word.endswith("ing"):
            found = apposed_before(text[: cue.start], cue.word)
            if found is None and apart and apart[1] == "," and not cue.word.endswith("ing"):
                found = in_front(text[: cue.start], cue.word)
                found = found if found and _OPENS.fullmatch(text, 0, found.at) else None
            found = found or subject(text, cue.word)
        else:
            found = in_front(text[: cue.start], cue.word)
        if found and not (cue.word in NOUNS and _is_noun_for(found.words)):
            return found
    if according := list(_ACCORDING.finditer(text)):
        return inverted(text, according[-1].end(), "according to")
    return None


def _is_noun_for(words: str) -> bool:
    """Whether what stands behind `words` is a noun: “a dozen states”, “Moss’s sharp comments”."""
    small = words[0].islower() and words not in PRONOUNS
    return small or _POSSESSED.match(words) is not None
