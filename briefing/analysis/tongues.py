"""How other languages than English say who speaks: word lists, a file for each language.

The rules are one for all; what differs from language to language is data (`seeds/speech/`).
"""

import re
from functools import cached_property

from msgspec import Struct

from briefing.text.remembered import Remembered
from briefing.text.tables import open_table
from briefing.text.weekdays import WEEKDAYS

_HYPHEN = "-"
_CASES = ("en", "es", "n", "s")
"""What nouns end in besides, in other cases and in the plural."""
_LONGER = 4
"""Letters that a noun has more than the ending that makes it a role, for the short ones."""


class Tongue(Struct, frozen=True, dict=True):
    """The words of one language; `files` under `seeds/speech/` explain each list."""

    language: str
    saying: frozenset[str]
    quoting: frozenset[str]
    after: frozenset[str]
    according: tuple[str, ...]
    behind: tuple[str, ...]
    so: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    nobody: frozenset[str]
    determiners: frozenset[str]
    subjects: frozenset[str]
    prepositions: frozenset[str]
    particles: frozenset[str]
    between: tuple[str, ...]
    openers: frozenset[str]
    that: frozenset[str]
    reported: frozenset[str]
    cut: frozenset[str]
    titles: frozenset[str]
    roles: tuple[str, ...]
    bodies: tuple[str, ...]
    not_names: frozenset[str]
    outlet_before: tuple[str, ...]
    outlet_behind: tuple[str, ...]
    told: frozenset[str]
    outlet_kinds: tuple[str, ...]
    women: frozenset[str]
    men: frozenset[str]
    capital_nouns: bool
    drops_pronouns: bool

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Every verb of saying."""
        return self.saying | self.quoting | self.after

    @cached_property
    def skips(self) -> re.Pattern[str]:
        """What may stand between a verb and who speaks, with the space behind it."""
        return re.compile(rf"(?:{self._loose})(?<=[\w’'])(?:,? |(?<=[’']))", re.IGNORECASE)

    @cached_property
    def skips_before(self) -> re.Pattern[str]:
        """The same at the end of what stands in front of a verb."""
        return re.compile(rf"(?:^|(?<=[ ,]))(?:{self._loose})[ ,]*$", re.IGNORECASE)

    @cached_property
    def _loose(self) -> str:
        words = sorted(self.between, key=len, reverse=True)
        days = "|".join(WEEKDAYS.get(self.language, {}))
        day = (
            rf"(?:[a-zà-ÿ]{{2,7}} )?(?:{days})(?:s)?(?:abend|morgen| matin| soir)?(?!\w)|"
            if days
            else ""
        )
        return day + "|".join(rf"{re.escape(word)}(?!\w)" for word in words)

    @cached_property
    def accords(self) -> re.Pattern[str]:
        """What leads in the source of what is said: “laut ”, “selon ”."""
        words = "|".join(map(re.escape, sorted(self.according, key=len, reverse=True)))
        return re.compile(rf"(?<![\w-])(?:{words}) ", re.IGNORECASE)

    def is_role(self, word: str) -> bool:
        """Whether a noun says what somebody is."""
        return self._role_nouns[word]

    def is_body(self, word: str) -> bool:
        """Whether a noun names something that speaks for itself."""
        return self._body_nouns[word]

    @cached_property
    def _role_nouns(self) -> Remembered[bool]:
        endings = tuple(role for role in self.roles if not role.startswith(" "))
        whole = frozenset(role.strip() for role in self.roles)
        return Remembered(lambda word: word not in self.given and _ends(word, endings, whole))

    @cached_property
    def _body_nouns(self) -> Remembered[bool]:
        endings = self.bodies if self.capital_nouns else ()
        whole = frozenset(self.bodies)
        return Remembered(lambda word: _ends(word, endings, whole))

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Every pronoun that can be a subject."""
        return self.he | self.she | self.nobody

    @cached_property
    def given(self) -> frozenset[str]:
        """The given names it knows."""
        return self.women | self.men


def _ends(word: str, endings: tuple[str, ...], whole: frozenset[str]) -> bool:
    """Whether a noun is one of `whole`, or ends in one of `endings`, in whatever case."""
    head = word.casefold().rpartition(_HYPHEN)[2]
    for form in (head, *(head[: -len(case)] for case in _CASES if head.endswith(case))):
        if form in whole:
            return True
        if form.endswith(endings) and any(
            form.endswith(one) and len(form) >= len(one) + _LONGER for one in endings
        ):
            return True
    return False


def parse_tongue(language: str, text: str) -> Tongue:
    """Read the words of a language from its TOML text.

    Raises:
        RecipeError: with every fault of the file at once.
    """
    table = open_table(text, f"{language}.toml")

    def words(key: str) -> frozenset[str]:
        return frozenset(table.texts(key))

    tongue = Tongue(
        language=language,
        saying=words("saying"),
        quoting=words("quoting"),
        after=words("after"),
        according=table.texts("according"),
        behind=table.texts("according-behind"),
        so=words("so"),
        he=words("he"),
        she=words("she"),
        nobody=words("nobody"),
        determiners=words("determiners"),
        subjects=words("subjects"),
        prepositions=words("prepositions"),
        particles=words("particles"),
        between=table.texts("between"),
        openers=words("openers"),
        that=words("that"),
        reported=words("reported"),
        cut=words("cut"),
        titles=words("titles"),
        roles=table.texts("roles"),
        bodies=table.texts("bodies"),
        not_names=words("not-names"),
        outlet_before=table.texts("outlet-before"),
        outlet_behind=table.texts("outlet-behind"),
        told=words("told"),
        outlet_kinds=table.texts("outlet-kinds"),
        women=words("women"),
        men=words("men"),
        capital_nouns=table.flag("nouns-have-capitals"),
        drops_pronouns=table.flag("drops-pronouns"),
    )
    table.close()
    table.faults.complain()
    return tongue
