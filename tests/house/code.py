"""Reads the program's own code as syntax trees: what imports what, and what each function is."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = "briefing"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the program. `name` is dotted; a package goes by its own name."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """First folder or file under the package: `writers`, `errors`; empty for the package."""
        return self.name.partition(".")[2].partition(".")[0]


def read_modules(root: Path = ROOT) -> tuple[Module, ...]:
    """Every module of the package under `root`, in the order of their paths."""
    return tuple(_module(path, root) for path in sorted((root / PACKAGE).rglob("*.py")))


def _module(path: Path, root: Path) -> Module:
    parts = path.relative_to(root).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, ast.parse(path.read_text(encoding="utf-8"), str(path)))


def imports(module: Module) -> Iterator[str]:
    """Dotted names that `module` imports, at any depth; `from a import b` gives `a` and `a.b`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(module, node)
            yield origin
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def _origin(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    here = module.name.split(".")
    up = node.level - (module.path.name == "__init__.py")
    base = here[: len(here) - up] if up else here
    return ".".join([*base, *([node.module] if node.module else [])])


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function and method under `tree`."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def public_definitions(tree: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    """Public functions, classes and the public methods of those classes."""
    for node in tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node)
