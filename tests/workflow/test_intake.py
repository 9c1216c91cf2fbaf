"""Files on their way into a library: one that is gone costs itself only."""

from pathlib import Path

import pytest

from briefing.errors import NoSourcesError
from briefing.model.library import Outcome
from briefing.workflow.catalogue import find_themes
from briefing.workflow.intake import take_files


def test_of_many_files_one_that_is_gone_is_told_and_the_others_are_taken_in(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("China sends ships\n\n" + "China has sent two ships to the strait again. " * 9)
    paths = [tmp_path / "gone.txt", good]

    taken = {
        Path(item.path).name: item
        for item in take_files(tmp_path / "library.db", paths, find_themes([]))
    }

    assert taken["good.txt"].outcome is Outcome.NEW
    assert taken["gone.txt"].outcome is Outcome.REFUSED
    assert "cannot be opened" in taken["gone.txt"].told


def test_where_nothing_is_left_of_what_was_named_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoSourcesError, match="no such file or folder"):
        list(take_files(tmp_path / "library.db", [tmp_path / "gone.txt"], find_themes([])))
