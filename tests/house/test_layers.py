"""The storeys of the house: who may import whom, and which library lives in which room."""

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.house.code import PACKAGE, Module, imports, read_modules

BELOW = frozenset({"model", "text"})
MAY_IMPORT: dict[str, frozenset[str]] = {
    "errors": frozenset(),
    "lean": frozenset(),
    "leftovers": frozenset(),
    "patterns": frozenset({"places"}),
    "places": frozenset(),
    "finding": frozenset(),
    "digests": frozenset(),
    "turns": frozenset(),
    "uncollected": frozenset(),
    "resources": frozenset(),
    "words": frozenset({"resources"}),
    "retold": frozenset(),
    "tongue": frozenset({"errors", "resources", "words"}),
    "model": frozenset(),
    "text": frozenset({"model"}),
    "readers": BELOW,
    "cleaning": BELOW,
    "analysis": BELOW,
    "compose": BELOW | {"retold"},
    "writers": frozenset({"model"}),
    "verify": frozenset({"model"}),
    "library": frozenset({"model"}),
    "workflow": BELOW
    | {"readers", "cleaning", "analysis", "compose", "writers", "verify", "library"},
    "cli": frozenset({"workflow", "model", "retold"}),
    "gui": frozenset({"workflow", "model", "retold"}),
    "__main__": frozenset({"cli"}),
}
# The errors a person is told, the data the program brings, where it keeps what it can make again,
# what is left by killed programs, digests, lean imports, turns at PDFium, the rest of the collector and the
# languages of documents may be used on every storey.
EVERYWHERE = frozenset(
    {
        "digests",
        "errors",
        "finding",
        "lean",
        "leftovers",
        "patterns",
        "places",
        "resources",
        "tongue",
        "turns",
        "uncollected",
        "words",
    }
)
LOWEST = EVERYWHERE
ONLY_IN = {
    "PySide6": "gui",
    "click": "cli",
    "docx": "writers",
    "jinja2": "compose",
    "reportlab": "writers",
    "sqlite3": "library",
    "trafilatura": "readers",
}


def strays(modules: Iterable[Module]) -> Iterator[str]:
    """Imports that the table does not allow, each as `module imports name`."""
    for module in modules:
        for name in imports(module):
            package, _, rest = name.partition(".")
            room = rest.partition(".")[0]
            allowed = MAY_IMPORT.get(module.room, frozenset()) | {module.room}
            if module.room not in LOWEST:
                allowed |= EVERYWHERE
            if package == PACKAGE and room in MAY_IMPORT and room not in allowed:
                yield f"{module.name} imports {name}"
            if ONLY_IN.get(package, module.room) != module.room:
                yield f"{module.name} imports {name}"


def circle(modules: Iterable[Module]) -> list[str]:
    """The modules of one import circle, or nothing."""
    every = {module.name: module for module in modules}
    graph = {
        name: {other for other in imports(module) if other in every and other != name}
        - _holders(name, every)
        for name, module in every.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _holders(name: str, every: Iterable[str]) -> set[str]:
    """The packages that `name` lies in: naming a brother names them too."""
    return {other for other in every if name.startswith(f"{other}.")}


def test_every_room_is_in_the_table() -> None:
    rooms = {module.room for module in read_modules()} - {""}

    assert rooms <= MAY_IMPORT.keys()
    assert len(rooms) > 5


def test_rooms_import_only_what_lies_below() -> None:
    assert list(strays(read_modules())) == []


def test_nothing_imports_in_circles() -> None:
    assert circle(read_modules()) == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        pytest.param("writers/pdf.py", "import briefing.analysis", id="writer into analysis"),
        pytest.param("verify/proof.py", "from briefing import compose", id="proof into compose"),
        pytest.param("model/plain.py", "from ..text import words", id="relative, upwards"),
        pytest.param("errors.py", "from briefing.model import plain", id="errors into anything"),
        pytest.param("text/words.py", "import sqlite3", id="library outside its room"),
        pytest.param(
            "cli/run.py", "def f():\n    import PySide6.QtCore", id="hidden in a function"
        ),
    ],
)
def test_a_planted_stray_is_caught(tmp_path: Path, file: str, line: str) -> None:
    _plant(tmp_path, file, line)

    assert any(strays(read_modules(tmp_path)))


def test_a_planted_circle_is_caught(tmp_path: Path) -> None:
    _plant(tmp_path, "text/one.py", "from briefing.text import two")
    _plant(tmp_path, "text/two.py", "from briefing.text.one import x")

    assert circle(read_modules(tmp_path))


def _plant(root: Path, file: str, text: str) -> None:
    path = root / PACKAGE / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
