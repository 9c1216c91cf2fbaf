"""The verbs of saying in an article of another language, and who stands beside them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from briefing.analysis.people_abroad import People
from briefing.analysis.phrases_abroad import Who, read_phrase, tokens_at
from briefing.analysis.tongues import Tongue
from briefing.text.phrases import Words

_TIED = re.compile(r"-(?:t-)?([a-zà-ÿ]+)(?![\w-])")
_TIED_BEFORE = re.compile(r"[a-zà-ÿ]-(?:t-)?([a-zà-ÿ]+) $")
_LONGEST_TIE = 14
_JOINED = ("-", "_")
_LONGEST_SUBJECT = 160
_ASIDE = re.compile(r" ?\([^()\n]{1,40}\)[ ,]*$")
_PARTS = re.compile(r", ")
_FIRST = re.compile(r"\w+")
_ONE = ("name", "he", "she")
_AND = re.compile(r"(?: \([^()\n]{1,40}\))? (\w{1,3}) ([^\W\d_]+)")
_DEEPEST = 3
"""Commas over which a subject may stand apart from its verb."""


class Verb(Struct, frozen=True):
    """A verb of saying and where it stands; `pronoun` is one that is tied to it: “dit-il”."""

    word: str
    start: int
    end: int
    pronoun: str = ""


class Said(Struct, frozen=True):
    """Who stands beside a verb, and the verb; `who` is `None` where it has no subject of its own."""

    who: Who | None
    cue: str
    at: int


class CuesAbroad:
    """The verbs of saying among the words of an article."""

    def __init__(self, words: Words, tongue: Tongue) -> None:
        self._verbs = [
            verb
            for at in words.among(tongue.verbs)
            if (verb := _verb(words.text, words.starts[at], words.written[at], tongue))
        ]
        self._starts = [verb.start for verb in self._verbs]

    def within(self, start: int, end: int) -> list[Verb]:
        """Those in `[start, end)` in reading order."""
        first = bisect_left(self._starts, start)
        return self._verbs[first : bisect_left(self._starts, end, first)]


def _verb(text: str, start: int, word: str, tongue: Tongue) -> Verb | None:
    """The verb at `start`, with the pronoun that is tied to it or to what goes before it."""
    end = start + len(word)
    if text[start - 1 : start] in _JOINED:
        return None
    if text[end : end + 1] == "-":
        tied = _TIED.match(text, end)
        if tied is None or tied[1] not in tongue.pronouns:
            return None
        return Verb(word, start, tied.end(), tied[1])
    before = _TIED_BEFORE.search(text, max(0, start - _LONGEST_TIE), start)
    pronoun = before[1] if before and before[1] in tongue.pronouns else ""
    return Verb(word, start, end, pronoun)


def beside(verb: Verb, start: int, end: int, people: People) -> Who | None:
    """The subject of a verb, in front of it since `start`, else behind it up to `end`."""
    if verb.pronoun:
        return _tied(verb, people.tongue)
    found = in_front(start, verb.start, people)
    return found if found is not None else behind(verb.end, end, people)


def _tied(verb: Verb, tongue: Tongue) -> Who:
    kind = "he" if verb.pronoun in tongue.he else "she" if verb.pronoun in tongue.she else "thing"
    return Who(kind, verb.pronoun, verb.end - len(verb.pronoun), verb.end)  # type: ignore[arg-type]


def behind(at: int, end: int, people: People) -> Who | None:
    """Who is named right behind a verb that ends at `at`."""
    text, tongue = people.text, people.tongue
    if not text.startswith((" ", "’", "'"), at):
        return None
    at += 1
    while skip := tongue.skips.match(text, at, end):
        at = skip.end()
    first = _FIRST.match(text, at, end)
    if first and first[0] in tongue.determiners and first[0] not in tongue.subjects:
        return None
    found = read_phrase(people.reading, at, min(end, at + _LONGEST_SUBJECT))
    if found is None or found.kind == "thing" or _is_joined(text, found.end, tongue):
        return None
    if tongue.capital_nouns and _is_of_several(text, at) and found.kind in _ONE:
        return None
    single = found.kind == "name" and " " not in found.words and not found.titled
    if single and (found.words in tongue.not_names or _is_object(found, people)):
        return None
    return found


def _is_of_several(text: str, at: int) -> bool:
    """Whether the German verb before `at` is in the plural: “sagten”."""
    return text[:at].rstrip().endswith("en")


def _is_joined(text: str, at: int, tongue: Tongue) -> bool:
    """Whether somebody else speaks along with whom a phrase up to `at` names."""
    more = _AND.match(text, at)
    if more is None or more[1] not in tongue.openers:
        return False
    return more[2] in tongue.subjects or more[2][0].isupper()


def _is_object(found: Who, people: People) -> bool:
    """Whether a single name may be a noun without an article."""
    return not people.knows(found.words) and people.is_common(found.words)


def source_of(at: int, end: int, people: People) -> Who | None:
    """Who is given as the source behind “laut” or “selon”: somebody known, a role or a body."""
    who = read_phrase(people.reading, at, end)
    if who is None or who.kind not in ("name", "body", "role"):
        return None
    if who.kind == "name" and not who.titled:
        full = people.full(who.words)
        known = people.is_person(full) if " " in full else people.is_given(full)
        return who if known else None
    return who


def in_front(start: int, verb: int, people: People) -> Who | None:
    """Who is named in front of a verb at `verb`, as all that its clause says before it."""
    text, tongue = people.text, people.tongue
    end = verb
    while skip := tongue.skips_before.search(text, max(start, end - 40), end):
        if skip.end() == skip.start():
            break
        end = skip.start()
    tail = text[start:end].rstrip(" ")
    comma = tail.endswith(",")
    tail = tail.rstrip(" ,")
    if aside := _ASIDE.search(tail):
        tail = tail[: aside.start()]
    pieces = _pieces(start, tail)
    if not pieces:
        return None
    if comma:
        return _apart(pieces, people)
    first, last = pieces[-1]
    if len(pieces) > 1 and (found := _behind_role(pieces, people)):
        return found
    return _all_of(first, last, people)


def _pieces(start: int, tail: str) -> list[tuple[int, int]]:
    """The ranges between commas in `tail`, which begins at offset `start`."""
    found: list[tuple[int, int]] = []
    at = 0
    for comma in _PARTS.finditer(tail):
        found.append((start + at, start + comma.start()))
        at = comma.end()
    if tail[at:].strip():
        found.append((start + at, start + len(tail)))
    return found[-_DEEPEST - 1 :]


def _all_of(start: int, end: int, people: People) -> Who | None:
    """Whom the words in `[start, end)` name, if they name nothing else."""
    text, tongue = people.text, people.tongue
    start += len(text[start:end]) - len(text[start:end].lstrip(" –—-„“”«»\"'"))
    tokens, _ = tokens_at(text, start, end, tongue)
    while tokens and tokens[0].word.casefold() in tongue.openers and len(tokens) > 1:
        start = tokens[1].start
        tokens = tokens[1:]
    if not tokens:
        return None
    first = tokens[0].word.casefold()
    if first in tongue.determiners and first not in tongue.subjects:
        return None
    found = read_phrase(people.reading, start, end)
    if found is None:
        return None
    if not found.whole or found.end < len(text[:end].rstrip()):
        return _headed(found, text, end, tongue)
    single = found.kind == "name" and " " not in found.words and not found.titled
    return None if single and not people.knows(found.words) else found


def _headed(found: Who, text: str, end: int, tongue: Tongue) -> Who | None:
    """The full name with which a longer phrase begins: “Ada Moss aus Bremen sagte”."""
    if found.kind != "name" or " " not in found.words:
        return None
    follows = text[found.end : end].split()
    if not text.startswith(" ", found.end) or not follows or follows[0] in tongue.openers:
        return Who("thing", found.words, found.start, found.end)
    plain = follows[0] in tongue.prepositions and follows[0] not in tongue.determiners
    return found if plain else None


def _apart(pieces: Sequence[tuple[int, int]], people: People) -> Who | None:
    """The subject that commas part from its verb: “Ada Moss, die Sprecherin, sagte”."""
    if len(pieces) < 2:  # noqa: PLR2004 - what stands apart, and whom it tells of
        return None
    if found := _behind_role(pieces, people):
        return found
    for first, last in reversed(pieces[:-1]):
        found = _all_of(first, last, people)
        if found is not None:
            role = people.text[pieces[-1][0] : pieces[-1][1]]
            return _with_role(found, role, people) if found.kind == "name" else found
    return None


def _with_role(who: Who, aside: str, people: People) -> Who:
    tokens, _ = tokens_at(aside, 0, len(aside), people.tongue)
    is_role = tokens and any(people.tongue.is_role(token.word) for token in tokens[:4])
    if not is_role or who.role:
        return who
    noun = next(token.word for token in tokens if people.tongue.is_role(token.word))
    return Who(who.kind, who.words, who.start, who.end, aside, noun, who.whole, who.titled)


def _behind_role(pieces: Sequence[tuple[int, int]], people: People) -> Who | None:
    """The full name in the last piece, if the one before says what somebody is."""
    name = _all_of(*pieces[-1], people)
    if name is None or name.kind != "name" or " " not in name.words or name.role:
        return None
    role = _all_of(*pieces[-2], people)
    if role is None or role.kind != "role":
        return None
    return Who("name", name.words, name.start, name.end, role.words, role.noun, titled=True)
