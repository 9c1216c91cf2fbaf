"""How the code reads: sizes, broad handlers, files opened, docstrings."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.code import ROOT, Module, functions, imports, public_definitions, read_modules

LONGEST_FILE = 450
LONGEST_FUNCTION = 50
BROAD = frozenset({"Exception", "BaseException"})
MAY_OPEN = frozenset({"workflow", "library", "cli", "gui", "patterns", "resources", "", "__main__"})
READS = frozenset({"read_text", "read_bytes"})
WRITES = frozenset({"write_text", "write_bytes"})


def written_files() -> list[Path]:
    """Every Python file that people write here."""
    folders = ("briefing", "tests", "tools", "benches")
    return [ROOT / "start.py", *(path for name in folders for path in (ROOT / name).rglob("*.py"))]


def opened(module: Module) -> Iterator[str]:
    """Files touched where bytes and values should do. Data the program brings may be read."""
    brings = any(name.startswith("briefing.resources") for name in imports(module))
    refused = WRITES if brings else READS | WRITES
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Attribute(attr=name) if name in refused:
                yield f"{module.name}:{node.lineno} {name}"
            case ast.Name(id="open"):
                yield f"{module.name}:{node.lineno} open"
            case _:
                pass


def broad_handlers(tree: ast.AST) -> Iterator[int]:
    """Lines of handlers that catch whatever comes and do not hand it on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and not _hands_on(node):
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            names = {ast.unparse(kind) if kind else "Exception" for kind in caught}
            if names & BROAD:
                yield node.lineno


def _hands_on(handler: ast.ExceptHandler) -> bool:
    """Whether `handler` only tidies up: it ends in a bare `raise`."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_files_end_in_time() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in written_files()}

    assert {path for path, length in lengths.items() if length > LONGEST_FILE} == set()
    assert len(lengths) > 50


def test_functions_end_in_time() -> None:
    lengths = {
        f"{path.relative_to(ROOT)}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in written_files()
        for node in functions(ast.parse(path.read_text(encoding="utf-8")))
    }

    assert {name for name, length in lengths.items() if length > LONGEST_FUNCTION} == set()
    assert len(lengths) > 100


def test_no_handler_catches_everything() -> None:
    modules = read_modules()

    found = [f"{module.name}:{line}" for module in modules for line in broad_handlers(module.tree)]

    assert found == []
    assert modules


@pytest.mark.parametrize(
    "handler",
    [
        pytest.param("except Exception:", id="by name"),
        pytest.param("except:", id="bare"),
        pytest.param("except (OSError, BaseException):", id="in company"),
    ],
)
def test_a_planted_broad_handler_is_caught(handler: str) -> None:
    assert list(broad_handlers(ast.parse(f"try:\n    pass\n{handler}\n    pass"))) == [3]


def test_only_the_workflow_opens_files() -> None:
    lower = [module for module in read_modules() if module.room not in MAY_OPEN]

    assert [place for module in lower for place in opened(module)] == []
    assert len(lower) > 20


@pytest.mark.parametrize("call", ["open(name)", "path.read_text()", "path.write_bytes(data)"])
def test_a_planted_file_access_is_caught(call: str) -> None:
    module = Module("briefing.text.planted", Path("planted.py"), ast.parse(call))

    assert list(opened(module))


def test_everything_public_says_what_it_is_for() -> None:
    public = [
        (module, node) for module in read_modules() for node in public_definitions(module.tree)
    ]

    bare = [f"{module.name}.{node.name}" for module, node in public if not ast.get_docstring(node)]

    assert bare == []
    assert len(public) > 100
