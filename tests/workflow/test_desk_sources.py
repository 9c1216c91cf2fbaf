"""The sources of an open briefing."""

from pathlib import Path

import pytest

from briefing.errors import LibraryDamagedError
from briefing.library import Access, open_library
from briefing.workflow.desk_sources import DeskSources


def test_a_source_that_the_library_lacks_is_told_in_a_sentence(tmp_path: Path) -> None:
    with (
        open_library(tmp_path / "library.db", Access.MAKE) as library,
        pytest.raises(LibraryDamagedError, match="lacks a source that the briefing quotes"),
    ):
        DeskSources(library).load(["a" * 16])
