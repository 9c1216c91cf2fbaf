"""The Jinja2 environment for templates, the user's own included: small, closed, bounded.

The sandbox stops escapes but not loops or size (2**(2**33), nested ranges, giant paddings), so
only the parts of the language that a briefing needs are let in (`compiling`), and a few filters.
"""

import marshal
import re
from collections.abc import Callable, Mapping
from itertools import islice
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, pass_context
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.compose.sealing import Seals
from briefing.errors import RecipeError
from briefing.words import Speech

_FILTERS = frozenset(
    "abs count default d first groupby int join last length list lower max min map reject "
    "rejectattr reverse round select selectattr sort sum title trim unique upper".split()
)
FAILURES = (
    TemplateError, ArithmeticError, TypeError, ValueError, AttributeError, LookupError, RecursionError,
)  # fmt: skip
_MOST_OUTPUT = 20_000_000
"""Characters a rendering may have; values are marks, so only the template's own words count."""
_PIECES = 200_000
"""Pieces of output a rendering may consist of."""
SAYS = frozenset({"_", "gettext", "ngettext"})
"""What `{% trans %}` calls."""
_FIELD = re.compile(r"%\((\w+)\)s|\{(\w+)\}|%%")


class _Said(str):
    """Words of the template in the language of the document; they are markup as its others are."""

    __slots__ = ()


class Sandbox:
    """Renders files that `compile_files` has checked and compiled."""

    def __init__(self, code: bytes, tongue: Speech) -> None:
        """Takes what `compile_files` gave in this same Python."""
        self._tongue = tongue
        self._seals = Seals("", tongue)
        self._environment = environment(self._seal)
        self._environment.globals |= {
            "_": self._gettext,
            "gettext": self._gettext,
            "ngettext": self._ngettext,
        }
        self._environment.loader = _Compiled(marshal.loads(code))  # noqa: S302

    def render(self, name: str, values: Mapping[str, object], seals: Seals) -> str:
        """Render the file `name`; every printed value becomes a mark of `seals`.

        Raises:
            RecipeError: with the file, if the template cannot be rendered.
        """
        self._seals = seals
        try:
            pieces = self._environment.get_template(name).generate(**values)
            rendered = "".join(islice(pieces, _PIECES))
        except FAILURES as error:
            raise told(error, name) from None
        if len(rendered) > _MOST_OUTPUT:
            raise RecipeError("the template prints too much", where=name)
        return rendered

    def _seal(self, value: object) -> str:
        return value if isinstance(value, _Said) else self._seals.seal(value)

    def _gettext(self, sentence: str, /, **values: object) -> str:
        return self._filled(self._tongue.say(sentence), values)

    def _ngettext(self, one: str, many: str, n: int, /, **values: object) -> str:
        catalogue = self._tongue.catalogue
        english = one if n == 1 else many
        return self._filled(catalogue.ngettext(one, many, n) if catalogue else english, values)

    def _filled(self, words: str, values: Mapping[str, object]) -> str:
        """`words` with a mark for each value; what stands in braces is a leaf of its own, too."""

        def fill(found: re.Match[str]) -> str:
            name, alone = found[1], found[2]
            if name:
                return self._seals.seal(values[name])
            return "%" if alone is None else self._seals.seal(alone)

        return _Said(_FIELD.sub(fill, words))


def told(error: Exception, name: str) -> RecipeError:
    """What a person is told of a failure in the file `name`."""
    if isinstance(error, TemplateSyntaxError):
        where = f"{error.name or name}, line {error.lineno}"
        return RecipeError(f"not a valid template: {error.message}", where=where)
    if isinstance(error, TemplateNotFound):
        return RecipeError(f"the section “{error.name}” is missing", where=name)
    if isinstance(error, UndefinedError):
        asked = str(error).removesuffix(" is undefined").rpartition(" ")[2].strip("'")
        return RecipeError(f"the template asks for “{asked}”, which there is not", where=name)
    return RecipeError(f"the template fails: {error}", where=name)


class _Compiled(BaseLoader):
    """Gives the environment the code that is there."""

    def __init__(self, code: Mapping[str, CodeType]) -> None:
        self._code = code

    def load(
        self,
        environment: Environment,
        name: str,
        globals: Any = None,  # noqa: A002
    ) -> Template:
        """The template `name`.

        Raises:
            TemplateNotFound: if there is no code of this name.
        """
        if name not in self._code:
            raise TemplateNotFound(name)
        return Template.from_code(environment, self._code[name], globals or {})


def environment(seal: Callable[[object], str]) -> ImmutableSandboxedEnvironment:
    """An environment with the few filters that are let in; each printed value goes through `seal`."""

    # A finalize that needs the context is not applied to constants while compiling, where a mark
    # would be baked into the compiled template.
    @pass_context
    def finalize(_: Context, value: object) -> str:
        return seal(value)

    closed = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    closed.globals.clear()
    kept: dict[str, Callable[..., object]] = {
        name: function for name, function in closed.filters.items() if name in _FILTERS
    }
    closed.filters.clear()
    closed.filters.update(kept)
    return closed
