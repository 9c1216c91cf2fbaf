"""A build loads nothing of what its libraries bring beside what it uses."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.resources import seeds

_RUN = """
import sys, json, os
from briefing.__main__ import main
status = main()
print(json.dumps([status, sorted(sys.modules)]))
"""
_UNUSED = {
    "PIL.ExifTags", "bz2", "decimal", "ipaddress", "jinja2.compiler", "jinja2.parser", "lzma",
    "hashlib", "inspect", "msgspec.inspect", "platformdirs", "shutil", "tempfile", "uuid",
}  # fmt: skip
"""What the libraries import by themselves, and what stands in for it in `briefing.lean`."""


def test_a_build_imports_no_more_than_it_uses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    article = seeds("articles") / "sample-02-wire-summit.txt"
    asked = [
        "build",
        str(article),
        "-q",
        "-o",
        str(tmp_path / "a.docx"),
        "-o",
        str(tmp_path / "a.pdf"),
    ]

    def loaded() -> set[str]:
        command = [sys.executable, "-c", _RUN, *asked]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        status, modules = json.loads(done.stdout)
        assert status == 0
        return set(modules)

    loaded()  # from then on its templates are compiled
    found = loaded()

    assert {"PIL.Image", "jinja2.environment", "msgspec.json", "zipfile"} <= found
    assert found & _UNUSED == set()
