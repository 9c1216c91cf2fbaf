"""Files are gathered each once, whichever way leads to them."""

from pathlib import Path

import pytest

from briefing.errors import NoSourcesError
from briefing.workflow.ingest import gather


def test_a_file_is_gathered_once_by_whatever_links_and_folders_it_is_reached(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "b.txt").write_text("words", encoding="utf-8")
    (folder / "a.txt").symlink_to(folder / "b.txt")
    (folder / "lost.txt").symlink_to(folder / "gone.txt")
    (folder / ".hidden.txt").write_text("words", encoding="utf-8")
    (tmp_path / "again").symlink_to(folder)

    found = list(gather([folder, tmp_path / "again", folder / "b.txt"]))

    assert found == [folder / "a.txt"]


def test_a_path_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSourcesError, match="no such file"):
        list(gather([tmp_path / "gone"]))


def test_what_systems_and_programs_keep_for_themselves_is_no_source(tmp_path: Path) -> None:
    for name in ("Thumbs.db", "desktop.ini", "~$port.docx", ".~lock.port.odt#", ".DS_Store"):
        (tmp_path / name).write_text("words", encoding="utf-8")
    away = tmp_path / ".port.pdf.icloud"
    away.write_bytes(b"bplist00")

    assert list(gather([tmp_path])) == [away]
