"""Changes to the quotations of a finished document, each with the standing it must get.

Some change words and must be found; some change typography or are an editor's right, and must not
be blamed.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace

from briefing.model.document import Block, Cite, Document, Inline, Quotation, Quoted, Text
from briefing.model.report import Standing

Found = tuple[str, Cite | None] | None


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation as it is printed, and another one of the same document from another source."""

    words: str
    cite: Cite
    other: str
    other_cite: Cite


def _word(case: Case, chance: random.Random) -> Found:
    places = list(re.finditer(r"\b[a-z]{4,}\b", case.words))
    if not places:
        return None
    at = chance.choice(places)
    new = chance.choice(
        [word for word in ("harbour", "seldom", "quietly", "eleven") if word != at[0]]
    )
    return case.words[: at.start()] + new + case.words[at.end() :], case.cite


def _number(case: Case, chance: random.Random) -> Found:
    places = list(re.finditer(r"\d", case.words))
    if not places:
        return None
    at = chance.choice(places)
    digit = str((int(at[0]) + chance.randint(1, 9)) % 10)
    return case.words[: at.start()] + digit + case.words[at.end() :], case.cite


def _negation(case: Case, chance: random.Random) -> Found:
    places = list(re.finditer(r" (?:not|never|no)\b|n[’']t\b", case.words))
    if not places:
        return None
    at = chance.choice(places)
    return case.words[: at.start()] + case.words[at.end() :], case.cite


def _name(case: Case, chance: random.Random) -> Found:
    places = list(re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}", case.words))
    if not places:
        return None
    at = chance.choice(places)
    new = chance.choice(
        [name for name in ("Moss", "Vance", "Okafor", "Lindqvist") if name != at[0]]
    )
    return case.words[: at.start()] + new + case.words[at.end() :], case.cite


def _cut(case: Case, chance: random.Random) -> Found:
    words = case.words.split()
    if len(words) < 9:
        return None
    at = chance.randint(2, len(words) - 6)
    return " ".join(words[:at] + words[at + chance.randint(1, 4) :]), case.cite


def _ends(case: Case, chance: random.Random) -> Found:
    """Cuts off in the middle of a sentence: whole sentences may be left out at the ends."""
    words = case.words.split()
    if len(words) < 9:
        return None
    if chance.random() < 0.5:
        whole = re.search(r"[.!?…:]\W*$", words[1])
        return None if whole else (" ".join(words[2:]), case.cite)
    whole = re.search(r"[.!?…:]\W*$", words[-3])
    return None if whole else (" ".join(words[:-2]), case.cite)


def _letter(case: Case, chance: random.Random) -> Found:
    places = [m.start() for m in re.finditer(r"[A-Za-z0-9]", case.words)]
    if not places:
        return None
    at = chance.choice(places)
    kind = chance.randint(0, 2)
    new = chance.choice("bdfgkmpvw")
    new = new if new != case.words[at].lower() else "z"
    if kind == 0:
        return case.words[:at] + new + case.words[at + 1 :], case.cite
    if kind == 1:
        return case.words[:at] + case.words[at + 1 :], case.cite
    return case.words[:at] + new + case.words[at:], case.cite


def _homoglyph(case: Case, chance: random.Random) -> Found:
    places = [m.start() for m in re.finditer("[aeoc]", case.words)]
    if not places:
        return None
    at = chance.choice(places)
    twin = {"a": "а", "e": "е", "o": "о", "c": "с"}[case.words[at]]
    return case.words[:at] + twin + case.words[at + 1 :], case.cite


def _moved(case: Case, _: random.Random) -> Found:
    return case.words, case.other_cite


def _uncited(case: Case, _: random.Random) -> Found:
    return case.words, None


def _joined(case: Case, chance: random.Random) -> Found:
    ours, theirs = case.words.split(), case.other.split()
    mark = chance.choice([[], ["[…]"], ["…"]])
    return " ".join(ours[: len(ours) // 2] + mark + theirs[len(theirs) // 2 :]), case.cite


def _invented(case: Case, _: random.Random) -> Found:
    return "Purple whales govern quietly whenever seven lanterns forget their umbrellas.", case.cite


def _typography(case: Case, chance: random.Random) -> Found:
    words = case.words
    for old, new in (
        ("“", '"'), ("”", '"'), ("’", "'"), ("—", " – "), ("–", "—"), ("fi", "ﬁ"), ("-", "‑"),
    ):  # fmt: skip
        if chance.random() < 0.6:
            words = words.replace(old, new)
    words = re.sub(" ", lambda _: chance.choice([" ", " ", "\u00a0", "  "]), words)
    soft = [m.start() for m in re.finditer(r"(?<=[a-z]{3})(?=[a-z]{3})", words)]
    for at in sorted(chance.sample(soft, min(3, len(soft))), reverse=True):
        words = words[:at] + "\xad" + words[at:]
    return words, case.cite


def _omission(case: Case, chance: random.Random) -> Found:
    words = case.words.split()
    if len(words) < 10:
        return None
    at = chance.randint(3, len(words) - 6)
    mark = chance.choice(["[…]", "[...]", "…", "..."])
    return " ".join([*words[:at], mark, *words[at + 3 :]]), case.cite


def _bracket(case: Case, chance: random.Random) -> Found:
    places = list(re.finditer(r"(?<=[a-z] )(?:he|she|they|it|the|a)(?= [a-z])", case.words))
    if not places:
        return None
    at = chance.choice(places)
    new = chance.choice(["[the minister]", "[the port]", f"{at[0]} [sic]"])
    return case.words[: at.start()] + new + case.words[at.end() :], case.cite


KINDS: dict[str, tuple[Callable[[Case, random.Random], Found], frozenset[Standing]]] = {
    "a word changed": (_word, frozenset({Standing.ALTERED})),
    "a figure changed": (_number, frozenset({Standing.ALTERED})),
    "a negation dropped": (_negation, frozenset({Standing.ALTERED})),
    "a name swapped": (_name, frozenset({Standing.ALTERED})),
    "words cut out": (_cut, frozenset({Standing.ALTERED})),
    "words cut off": (_ends, frozenset({Standing.ALTERED})),
    "a letter changed": (_letter, frozenset({Standing.ALTERED})),
    "a letter of another script": (_homoglyph, frozenset({Standing.ALTERED})),
    "moved to another citation": (_moved, frozenset({Standing.ALTERED})),
    "halves joined": (_joined, frozenset({Standing.ALTERED})),
    "citation removed": (_uncited, frozenset({Standing.UNCITED})),
    "invented": (_invented, frozenset({Standing.MISSING})),
    "typography": (_typography, frozenset({Standing.PROVEN})),
    "words left out with a mark": (_omission, frozenset({Standing.PROVEN})),
    "words in brackets": (_bracket, frozenset({Standing.PROVEN})),
}


def mutate(document: Document, chance: random.Random) -> tuple[Document, list[str | None]]:
    """`document` with most quotations changed, and the kind of change of each (`None`: none)."""
    places = [at for at, block in enumerate(document.blocks) if isinstance(block, Quotation)]
    cases = [_case(document.blocks[at]) for at in places]
    blocks: list[Block] = list(document.blocks)
    kinds: list[str | None] = []
    for number, at in enumerate(places):
        own = cases[number]
        others = [it for it in cases if it and own and not _sources(it[1]) & _sources(own[1])]
        if own is None or not others:
            kinds.append(None)
            continue
        other = chance.choice(others)
        kind, found = _any(Case(*own, *other), chance)
        kinds.append(kind)
        if found:
            words, cite = found
            leaves: tuple[Inline, ...] = (Text(words), cite) if cite else (Text(words),)
            blocks[at] = _with(blocks[at], leaves)
    return replace(document, blocks=tuple(blocks)), kinds


def _any(case: Case, chance: random.Random) -> tuple[str | None, Found]:
    for kind in chance.sample(list(KINDS), len(KINDS)):
        found = KINDS[kind][0](case, chance)
        if found and (found[0] != case.words or found[1] != case.cite):
            return kind, found
    return None, None


def _case(block: Block) -> tuple[str, Cite] | None:
    if not isinstance(block, Quotation):
        return None
    words = [leaf.excerpt.exact for leaf in block.inlines if isinstance(leaf, Quoted)]
    cites = [leaf for leaf in block.inlines if isinstance(leaf, Cite)]
    return (words[0], cites[0]) if len(words) == len(cites) == 1 else None


def _sources(cite: Cite) -> set[str]:
    return {citation.source for citation in cite.citations}


def _with(block: Block, inlines: tuple[Inline, ...]) -> Block:
    return Quotation(inlines, block.lead) if isinstance(block, Quotation) else block
