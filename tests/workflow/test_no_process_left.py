"""A build leaves no process behind, and waits for none that is gone."""

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

_PATIENCE = 60

_PAGE = (
    "<html><body><p>China has sent two ships to the strait, the ministry said.</p></body></html>"
)
_EMPTY = "<html><body><img src='a.png'></body></html>"


@pytest.mark.skipif(sys.platform == "win32", reason="processes are copied on Linux alone")
@pytest.mark.parametrize(
    ("page", "status"),
    [pytest.param(_PAGE, 0, id="built"), pytest.param(_EMPTY, 2, id="nothing to read")],
)
def test_a_build_leaves_no_process(page: str, status: int, tmp_path: Path) -> None:
    """Whoever comes of the build holds the pipe that is given to it: it ends with the last of them."""
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    command = [sys.executable, "-m", "briefing", "build", str(tmp_path / "page.html"), "--quiet"]
    outputs = ["-o", str(tmp_path / "a.docx"), "-o", str(tmp_path / "a.pdf")]
    ours, theirs = os.pipe()

    done = subprocess.run(
        [*command, *outputs], timeout=_PATIENCE, check=False, pass_fds=(theirs,),
        capture_output=True,
    )  # fmt: skip
    os.close(theirs)

    assert done.returncode == status, done.stderr
    assert select.select([ours], [], [], _PATIENCE)[0], "a process of the build is still there"
    assert os.read(ours, 1) == b""
    os.close(ours)
