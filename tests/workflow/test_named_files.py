"""Files that are named for something else than a source: what is no file of a size is refused at once."""

import os
from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.workflow.files import LARGEST
from briefing.workflow.handing import house_document


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device that never ends is Unix's")
def test_a_device_is_no_house_document() -> None:
    with pytest.raises(UsageError, match="house document cannot be opened: this is no ordinary"):
        house_document(Path("/dev/zero"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are Unix's")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.docx"
    os.mkfifo(pipe)

    with pytest.raises(UsageError, match="no ordinary file"):
        house_document(pipe)


def test_a_house_document_has_a_size(tmp_path: Path) -> None:
    large = tmp_path / "large.docx"
    with large.open("wb") as stream:
        stream.truncate(LARGEST + 1)

    with pytest.raises(UsageError, match="more than 64 MB"):
        house_document(large)


def test_a_house_document_that_is_away_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Choose another in Preferences"):
        house_document(tmp_path / "away.docx")
