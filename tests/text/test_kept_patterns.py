"""Compiled patterns that are kept from one run to the next are those that Python would compile."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import patterns
from briefing.resources import seeds

_PIECES = st.sampled_from(
    [r"\b", r"\w+", "(?:a|bc)*", "(?P<year>[12]\\d{3})", "([à-þ])", "(?i:Ab)", "[^\\W\\d_]", "(?<=x)",
     "(?<!y)", "z{2,5}?", "(?=q)", "Ä", "ſ", "İ", "\\s*", "^", "$", ".", "(?>a+)",
     "[\U0001f600-\U0001f64f]"]
)  # fmt: skip
_FLAGS = st.sampled_from([0, re.IGNORECASE, re.MULTILINE | re.DOTALL, re.ASCII, re.VERBOSE])


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[patterns._Store]:
    """A store of its own that stands in for the compiler, and a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    found = patterns._store.__wrapped__()
    assert found is not None
    monkeypatch.setattr(patterns, "_store", lambda: found)
    before = found.compiler.compile
    yield found
    found.compiler.compile = before


def _kept(entries: dict[patterns._Key, patterns._Compiled]) -> patterns._Shelf:
    return patterns._Shelf(patterns._Shelf.made(entries.items()))


@given(st.lists(_PIECES, max_size=6), _FLAGS)
def test_a_kept_pattern_is_the_pattern(pieces: list[str], flags: int) -> None:
    store = patterns._store.__wrapped__()
    assert store is not None
    key = ("".join(dict.fromkeys(pieces)), int(flags))
    fresh = store.plainly(*key)

    store.known = _kept({key: store.taken_apart(key)})

    assert store.known.get(key) is not None
    assert store.compile(*key) == fresh
    assert store.compile(*key).groupindex == fresh.groupindex


@pytest.mark.usefixtures("store")
def test_what_stands_in_code_is_kept_and_what_was_read_is_not(store: patterns._Store) -> None:
    patterns.recall()
    name = "".join(["Moss", str(len(os.environ))])
    re.purge()
    re.compile(r"a pattern of this \w+ alone")
    re.compile(rf"\b{name}\b")

    patterns.keep()

    kept = {pattern for pattern, _ in patterns._Shelf(patterns._read()).all()}
    assert r"a pattern of this \w+ alone" in kept
    assert not any("Moss" in pattern for pattern in kept)
    assert store.new == set()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 100])
def test_a_damaged_file_is_as_none(damage: bytes) -> None:
    file = patterns._file()
    file.parent.mkdir(parents=True)
    file.write_bytes(damage)

    patterns.recall()

    assert patterns._Shelf(patterns._read()).all() == {}
    assert re.compile(r"still \w+ compiled").match("still is compiled")


@given(st.binary(max_size=9), st.data())
def test_an_entry_that_is_not_whole_is_as_none(noise: bytes, data: st.DataObject) -> None:
    entries: dict[patterns._Key, patterns._Compiled] = {
        (f"a{number}", 0): (0, b"code" * number, 0, {}, (None,)) for number in range(9)
    }
    file = bytearray(patterns._Shelf.made(entries.items()))
    at = data.draw(st.integers(0, len(file)))
    file[at : at + len(noise)] = noise

    shelf = patterns._Shelf(bytes(file))

    assert shelf.all().items() <= entries.items()
    assert all(shelf.get(key) in (None, value) for key, value in entries.items())


def test_what_older_versions_asked_for_makes_room(
    store: patterns._Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_MOST", 2)
    for pattern in ("old a", "old b", "new c"):
        store.new.add((pattern, 0))
        patterns.keep()

    assert [*patterns._Shelf(patterns._read()).all()] == [("new c", 0)]


def test_a_second_run_writes_the_same_and_all_kept_are_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def build(name: str) -> bytes:
        file = tmp_path / name
        command = [sys.executable, "-m", "briefing", "build", str(seeds("articles")), "-q"]
        subprocess.run([*command, "-o", str(file)], check=True)
        return file.read_bytes()

    assert build("first.docx") == build("second.docx")
    store = patterns._store.__wrapped__()
    assert store is not None
    store.known = patterns._Shelf(patterns._read())
    kept = store.known.all()
    assert len(kept) > 100
    assert [key for key in kept if store.known.get(key) != kept[key]] == []
    assert [key for key in kept if store.compile(*key) != store.plainly(*key)] == []
