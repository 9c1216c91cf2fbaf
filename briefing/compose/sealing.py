"""Seals what a template prints, so that no value can become markup.

Rendering a template gives a string in which every printed value is only a mark (two private-use
characters around a number). The markup parser turns each mark back into the one leaf it stands
for; what a leaf says is never read as markup, code, field or link.
"""

import re
from datetime import date

from jinja2 import Undefined
from msgspec import Struct, field

from briefing.compose.dates import spell_day
from briefing.errors import RecipeError
from briefing.model.document import Inline, Inlines, Text
from briefing.words import Speech

OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")


class Leaf(Struct, frozen=True):
    """Inlines that a template can place but not look into."""

    inlines: Inlines


class Seals(Struct):
    """The values of one rendering, each under its mark; days and numbers are written in `tongue`."""

    where: str
    tongue: Speech
    _leaves: list[Inlines] = field(default_factory=list)

    def seal(self, value: object) -> str:
        """The mark that stands for `value`; Jinja2 calls this for everything a template prints.

        Raises:
            RecipeError: if the value is unknown (`None`) or of a kind that cannot be printed.
        """
        if isinstance(value, Undefined):
            str(value)  # raises the error that says what is undefined
        self._leaves.append(self._inlines(value))
        return f"{OPEN}{len(self._leaves) - 1}{CLOSE}"

    def unseal(self, number: int) -> Inlines:
        """What the mark with `number` stands for."""
        return self._leaves[number]

    def _inlines(self, value: object) -> Inlines:
        match value:
            case Leaf(inlines):
                return inlines
            case bool() | None:
                raise RecipeError(
                    f"the template prints a value that is {'unknown' if value is None else value}",
                    where=self.where,
                    remedy="Ask for it with {% if … %} first, or print other words with “or”.",
                )
            case str():
                return (Text(value),)
            case int():
                return (Text(self.tongue.number(value)),)
            case float():
                return (Text(f"{value:,}"),)
            case date():
                return (Text(spell_day(value, self.tongue)),)
            case _:
                raise RecipeError(
                    f"the template prints a whole {type(value).__name__}",
                    where=self.where,
                    remedy="Print one of its parts instead.",
                )


def leaf(*inlines: Inline) -> Leaf:
    """A leaf of these inlines."""
    return Leaf(inlines)
