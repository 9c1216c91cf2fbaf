"""Reads who a noun phrase names, in languages whose words a `Tongue` holds.

“Polizeisprecherin Ada Moss”, “le ministre de l’Intérieur, Leo Brandt”, “er”, “die Polizei”. What is
not plainly somebody who can speak is nobody.
"""

import re
from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.tongues import Tongue

Kind = Literal["name", "he", "she", "role", "body", "thing"]

_TOKEN = re.compile(
    r"(?:[lL](?=[’'])|\b(?:d|j|n|s|c|qu|un|all|dell|dall|nell|sull)(?=[’'][^\W\d_]))"
    r"|[^\W_]+(?:(?:[-’']|(?<=[A-ZÀ-Þ])\.(?=[A-ZÀ-Þ]))[^\W_]+)*"
)
_JOINS = re.compile(r"[’'] ?| | \([^()\n]{1,30}\) |\. ")
_ASIDE = re.compile(r" ?\([^()\n]{1,40}\)")
_MOST_TOKENS = 14
_MOST_OF_NAME = 5
_AFTER_ANOTHER = frozenset("der den la las los le les dem".split())
"""Particles that stand behind another one only: “von der Leyen”, “de la Vega”."""
_ALL_CAPITALS = 2


class Token(Struct, frozen=True):
    """A word, where it stands, and what stands behind it up to the next."""

    word: str
    start: int
    end: int


class Who(Struct, frozen=True):
    """Whom a noun phrase names: what sort of phrase it is, its words, and where they stand.

    `role` is what the phrase says that somebody is, `noun` the noun that says so. `whole` says
    that nothing of the phrase is left over.
    """

    kind: Kind
    words: str
    start: int
    end: int
    role: str | None = None
    noun: str = ""
    whole: bool = True
    titled: bool = False


class Reading(Struct, frozen=True):
    """What a phrase is read by: the language, and what the article has of its words."""

    tongue: Tongue
    text: str
    is_noun: Callable[[str], bool]
    """Whether a word with a capital has an article before it somewhere, as no name has."""
    is_given: Callable[[str], bool]


def tokens_at(text: str, start: int, end: int, tongue: Tongue) -> tuple[list[Token], int]:
    """The words from `start` on that nothing but spaces parts, and where they end."""
    found: list[Token] = []
    at = start
    while len(found) < _MOST_TOKENS and (hit := _TOKEN.match(text, at, end)):
        word = hit.group()
        found.append(Token(word, hit.start(), hit.end()))
        gap = _JOINS.match(text, hit.end(), end)
        if gap is None:
            return found, hit.end()
        if gap.group() == ". " and not (len(word) == 1 or word in tongue.titles):
            return found, hit.end()
        if "(" in gap.group() and not (word[0].isupper() and word.isupper() is False):
            return found, hit.end()
        at = gap.end()
    return found, found[-1].end if found else start


def read_phrase(reading: Reading, start: int, end: int) -> Who | None:
    """Whom the phrase names that begins at `start`; it may go on behind him up to `end`."""
    tokens, stop = tokens_at(reading.text, start, end, reading.tongue)
    if not tokens:
        return None
    tongue = reading.tongue
    first = tokens[0]
    lowered = first.word.casefold()
    if pronoun := _pronoun(tokens, tongue, stop):
        return pronoun
    if lowered in tongue.nobody and not (lowered in tongue.subjects and len(tokens) > 1):
        return None
    tokens, was_cut = _cut(tokens, tongue)
    if first.word[0].isupper() and lowered not in tongue.determiners:
        found = _by_name(reading, tokens)
    elif lowered in tongue.determiners or tongue.is_role(first.word):
        found = _by_role(reading, tokens, was_cut, stop, end)
    elif lowered in tongue.particles and len(tokens) > 1:
        found = _by_name(reading, tokens, particle=True)
    else:
        return None
    if found is None:
        return None
    left_over = was_cut or found.end < tokens[-1].end
    return replace(found, whole=False) if left_over else found


def _pronoun(tokens: Sequence[Token], tongue: Tongue, stop: int) -> Who | None:
    first = tokens[0]
    lowered = first.word.casefold()
    for kind, words in (("he", tongue.he), ("she", tongue.she)):
        if lowered in words and (lowered not in tongue.determiners or len(tokens) == 1):
            return Who(kind, first.word, first.start, first.end, whole=stop == first.end)  # type: ignore[arg-type]
    return None


def _cut(tokens: list[Token], tongue: Tongue) -> tuple[list[Token], bool]:
    """The tokens up to the first that ends what names somebody, and whether there was one."""
    for at, token in enumerate(tokens):
        if at and token.word in tongue.cut and not _is_particle_at(tokens, at, tongue):
            return tokens[:at], True
    return tokens, False


def _is_particle_at(tokens: Sequence[Token], at: int, tongue: Tongue) -> bool:
    """Whether a word goes on with a name: “von”, “de la”."""
    word = tokens[at].word
    before = tokens[at - 1].word
    if word not in tongue.particles or at + 1 >= len(tokens):
        return False
    if word in _AFTER_ANOTHER and before not in tongue.particles:
        return False
    follows = tokens[at + 1].word
    return before in tongue.given and (follows[0].isupper() or follows in tongue.particles)


def name_run(reading: Reading, tokens: Sequence[Token], at: int) -> int:
    """Where the name ends that begins at the token `at`: the number of its tokens."""
    tongue = reading.tongue
    end = at
    while end < len(tokens) and end - at < _MOST_OF_NAME:
        word = tokens[end].word
        if word in tongue.particles and not word[0].isupper():
            known = end > at and reading.is_given(tokens[end - 1].word)
            alone = end == at + 1 and not (tongue.capital_nouns and word in tongue.prepositions)
            after = tokens[end + 1].word if end + 1 < len(tokens) else ""
            chained = end > at and tokens[end - 1].word.casefold() in tongue.particles
            more = after[:1].isupper() or after in tongue.particles
            if word in _AFTER_ANOTHER and not chained:
                break
            if not (known or alone or chained) or not more or _is_abbreviation(after):
                break
            if not chained and (tongue.is_body(after) or after in tongue.not_names):
                break
        elif not _is_name_part(word, tongue, first=end == at):
            break
        end += 1
    while end > at and not tokens[end - 1].word[0].isupper():
        end -= 1
    return end - at


def _is_abbreviation(word: str) -> bool:
    return len(word) >= _ALL_CAPITALS and word.isupper()


def _is_name_part(word: str, tongue: Tongue, *, first: bool) -> bool:
    if not word[0].isupper() or word in tongue.not_names:
        return False
    return first or not _is_abbreviation(word)


def _by_name(reading: Reading, tokens: Sequence[Token], *, particle: bool = False) -> Who | None:
    """A phrase that begins with a name, or with titles and roles in front of one."""
    tongue = reading.tongue
    at = 0
    if particle:
        while at < len(tokens) and tokens[at].word in tongue.particles:
            at += 1
        if at == len(tokens) or not tokens[at].word[0].isupper():
            return None
        return _who(reading, tokens, 0, at + 1, titled=False)
    at = titles_before(reading, tokens)
    titled = at > 0
    many = name_run(reading, tokens, at)
    if not many or (not titled and tongue.is_role(tokens[at].word) and many == 1):
        return _group(reading, tokens)
    if _is_abbreviation(tokens[at].word) and at == 0 and many > 1:
        many = 1
    return _who(reading, tokens, at, at + many, titled=titled)


def titles_before(reading: Reading, tokens: Sequence[Token]) -> int:
    """How many of the words at the head are titles and roles in front of a name.

    What goes before a role belongs to it: “Österreichs Sportdirektor”.
    """
    tongue, at = reading.tongue, 0
    for number, token in enumerate(tokens[:-1]):
        if not tokens[number + 1].word[0].isupper() or not token.word[0].isupper():
            break
        if number > at + 1 or (number and reading.is_given(token.word)):
            break
        if (
            token.word in tongue.titles
            or tongue.is_role(token.word)
            or _is_common(reading, tokens, number)
        ):
            at = number + 1
    return at


def _is_common(reading: Reading, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word before a name is a noun that the lists do not have: “Notfallsanitäter Ada Moss”."""
    if not reading.tongue.capital_nouns or reading.is_given(tokens[at].word):
        return False
    whole = len(tokens) > at + 2 and tokens[at + 2].word[0].isupper()
    if whole and "-" in tokens[at].word:
        return True  # “Box-Promoter Leo Brandt”
    if reading.is_given(tokens[at + 1].word) and whole:
        return True
    return reading.is_noun(tokens[at].word)


def _group(reading: Reading, tokens: Sequence[Token]) -> Who | None:
    """A body without an article: “Polizei”."""
    first = tokens[0]
    if first.word in reading.tongue.not_names:
        return None
    if reading.tongue.is_body(first.word):
        return Who("body", first.word, first.start, first.end, noun=first.word)
    return None


def _who(
    reading: Reading, tokens: Sequence[Token], first: int, end: int, *, titled: bool
) -> Who | None:
    """The name in `tokens[first:end]`, with the titles before it as the role."""
    start, stop = tokens[first].start, tokens[end - 1].end
    words = reading.text[start:stop]
    if words.endswith(("’s", "'s")):
        words, stop = words[:-2], stop - 2
    titles = reading.tongue.titles
    said = [token for token in tokens[:first] if token.word not in titles]
    role = reading.text[said[0].start : said[-1].end] if said else None
    noun = said[-1].word if said else tokens[first - 1].word if first else ""
    return Who("name", words, start, stop, role, noun, titled=titled)


def _by_role(
    reading: Reading, tokens: Sequence[Token], was_cut: bool, stop: int, end: int
) -> Who | None:
    """A phrase that begins with an article or with what somebody is; a name may follow."""
    tongue = reading.tongue
    role = next(
        (token for token in tokens if tongue.is_role(token.word) or token.word in tongue.titles),
        None,
    )
    for at in range(1, len(tokens)):
        if found := _name_in_role(reading, tokens, at, role):
            return found
    words = reading.text[tokens[0].start : tokens[-1].end]
    if role is not None and not was_cut and (found := _apposed(reading, words, tokens, stop, end)):
        return found
    head = _head_noun(tokens, tongue)
    if head is None:
        return None
    at = tokens.index(head)
    if tongue.is_role(head.word):
        kind: Kind = "role"
    elif tongue.is_body(head.word):
        kind = "body"
    elif role is not None and tokens.index(role) == at + 1:
        kind, head = "role", role
    else:
        kind = "thing"
    return Who(kind, words, tokens[0].start, tokens[-1].end, noun=head.word)


def _name_in_role(
    reading: Reading, tokens: Sequence[Token], at: int, role: Token | None
) -> Who | None:
    """The name that begins at the token `at`, if it is that of whom the words before it tell."""
    tongue = reading.tongue
    word, before = tokens[at].word, tokens[at - 1].word
    many = name_run(reading, tokens, at) if word[0].isupper() else 0
    if not many or tongue.is_role(word) or word in tongue.titles:
        return None
    led = tongue.is_role(before) or before in tongue.titles
    if not led and not tongue.capital_nouns:
        small = before[0].islower() and before not in tongue.prepositions
        led = small and role is not None and before not in tongue.determiners
    borders = tongue.prepositions | tongue.determiners
    close = next((i for i in range(1, at) if tokens[i].word in borders), at)
    if close < at and not any(tongue.is_role(token.word) for token in tokens[:close]):
        return None  # “eine Entschuldigung von Parteichef Moss” is none of his words.
    given = reading.is_given(word) and many > 1
    if tongue.capital_nouns and at > 1 and before[0].islower():
        given = False
    joined = before in tongue.prepositions or before in tongue.determiners
    if not (led or (given and not joined)):
        return None
    if many == 1 and (role is None or tongue.is_body(word) or _is_abbreviation(word)):
        return None
    if many == 1 and before[0].isdigit():
        return None  # “der 28-jährige Luxemburger” is not called so.
    if given and not led and any(tongue.is_body(token.word) for token in tokens[:at]):
        return None
    return _who(reading, tokens, at, at + many, titled=True)


def _head_noun(tokens: Sequence[Token], tongue: Tongue) -> Token | None:
    """The noun that the article at the head goes with."""
    for token in tokens[1:] if tokens[0].word.casefold() in tongue.determiners else tokens:
        if tongue.capital_nouns and not token.word[0].isupper():
            if token.word in tongue.prepositions:
                return None
            continue
        return token
    return None


def _apposed(
    reading: Reading, words: str, tokens: Sequence[Token], stop: int, end: int
) -> Who | None:
    """The name behind a role and a comma: “der Sprecher der Stadt, Leo Brandt, sagte”."""
    aside = _ASIDE.match(reading.text, stop, end)
    stop = aside.end() if aside else stop
    if not reading.text.startswith(", ", stop):
        return None
    others, close = tokens_at(reading.text, stop + 2, end, reading.tongue)
    if not others:
        return None
    many = name_run(reading, others, 0)
    if many < 2 or others[many - 1].end != close:  # noqa: PLR2004 - a given name and another
        return None
    role = next((token for token in tokens if reading.tongue.is_role(token.word)), tokens[-1])
    name = reading.text[others[0].start : close]
    return Who("name", name, others[0].start, close, words, role.word, titled=True)
