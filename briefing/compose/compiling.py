"""Checks and compiles the files of a template, before a value is at hand.

Let in are `if`, `for` over given values, `set` of plain values, `include`, `extends` with blocks, and
`trans` with `pluralize`. Most runs find the templates they need compiled, so nothing else imports this.
"""

import marshal
from collections.abc import Iterable, Mapping
from itertools import filterfalse
from types import CodeType

from jinja2 import nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.meta import find_referenced_templates

from briefing.compose.sandbox import FAILURES, SAYS, environment, told
from briefing.compose.sealing import CLOSE, OPEN

_BARRED: tuple[type[nodes.Node], ...] = (
    nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock, nodes.Import,
    nodes.FromImport, nodes.Pow, nodes.Mul, nodes.Mod, nodes.Call,
)  # fmt: skip


def compile_files(files: Mapping[str, str], names: Iterable[str]) -> bytes:
    """The code of the files `names` and of all they include, checked; for `Sandbox`.

    Raises:
        RecipeError: with the file and the line, if one of them cannot be used.
    """
    compiler = _Compiler(files)
    for name in names:
        try:
            compiler.add(name)
        except FAILURES as error:
            raise told(error, name) from None
    return marshal.dumps(compiler.code)


class _Compiler:
    """Checks and compiles each file once."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.code: dict[str, CodeType] = {}
        self._files = files
        self._environment = environment(str)
        self._environment.add_extension("jinja2.ext.i18n")
        self._environment.newstyle_gettext = True  # type: ignore[attr-defined]

    def add(self, name: str) -> None:
        """Refuse what a briefing does not need and what could run away, in all files it uses."""
        if name in self.code or name not in self._files:
            return
        text = self._files[name]
        if OPEN in text or CLOSE in text:
            raise SecurityError(f"{name} holds a private-use character that marks values")
        tree = self._environment.parse(text, name)
        for node in filterfalse(_says, tree.find_all(_BARRED)):
            what = type(node).__name__.lower()
            raise TemplateSyntaxError(f"“{what}” is not allowed here", node.lineno, name)
        others = list(find_referenced_templates(tree))
        self.code[name] = self._environment.compile(tree, name)
        for other in others:
            if other is None:
                raise TemplateSyntaxError("the name of an included file must be plain", 1, name)
            self.add(other)


def _says(node: nodes.Node) -> bool:
    """Whether it is a sentence written out, which is said in the language of the document."""
    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.node.name in SAYS
        and isinstance(node.args[0], nodes.Const)
        and node.dyn_args is None
        and node.dyn_kwargs is None
    )
