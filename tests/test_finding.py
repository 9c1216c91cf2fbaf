"""Our modules are found as Python finds them: the same code, never an old one."""

import compileall
import os
import subprocess
import sys
from pathlib import Path

import pytest

_RUN = """
import sys
from briefing.finding import find_own
find_own()
sys.path.insert(0, {folder!r})
sys.modules.pop("briefing", None)
import briefing.word
print(briefing.word.SAID, type(briefing.word.__spec__.loader).__name__)
print(briefing.word.__file__, briefing.word.__cached__, briefing.word.__package__)
"""


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """The source of a compiled module of a package with our name."""
    package = tmp_path / "briefing"
    package.mkdir()
    (package / "__init__.py").touch()
    source = package / "word.py"
    source.write_text("SAID = 'first'\n", encoding="utf-8")
    compileall.compile_dir(tmp_path, quiet=1)
    return source


def imported(word: Path, *options: str) -> list[str]:
    run = _RUN.format(folder=str(word.parent.parent))
    command = [sys.executable, *options, "-c", run]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()


def test_what_is_compiled_is_found_where_python_finds_it(word: Path) -> None:
    said, loader, *places = imported(word)

    assert (said, loader) == ("first", "_Compiled")
    compiled = word.parent / "__pycache__" / f"word.{sys.implementation.cache_tag}.pyc"
    assert places == [str(word), str(compiled), "briefing"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("SAID = 'other'\n", "other", id="changed, as long as before"),
        pytest.param("SAID = 'longer than before'[:6]\n", "longer", id="changed"),
    ],
)
def test_a_changed_source_is_compiled_anew(word: Path, text: str, said: str) -> None:
    changed = word.stat().st_mtime + 10
    word.write_text(text, encoding="utf-8")
    os.utime(word, (changed, changed))

    assert imported(word, "-B")[:2] == [said, "SourceFileLoader"]


def test_what_was_compiled_is_nothing_without_its_source(word: Path) -> None:
    word.unlink()

    with pytest.raises(subprocess.CalledProcessError):
        imported(word)


@pytest.mark.parametrize(
    "harm", [pytest.param(b"", id="empty"), pytest.param(b"\0" * 99, id="of another Python")]
)
def test_what_is_not_as_python_left_it_is_left_to_python(word: Path, harm: bytes) -> None:
    compiled = next((word.parent / "__pycache__").glob("word.*"))
    compiled.write_bytes(harm)

    assert imported(word)[:2] == ["first", "SourceFileLoader"]


def test_where_python_keeps_it_elsewhere_nothing_is_looked_for(word: Path, tmp_path: Path) -> None:
    assert imported(word, "-X", f"pycache_prefix={tmp_path / 'kept'}")[1] == "SourceFileLoader"
