"""Outputs appear whole or not at all, and never in place of a source."""

import errno
import os
import shutil
import stat
from pathlib import Path

import pytest

from briefing.errors import OutputError
from briefing.workflow.outputs import Staging, check_targets, write_whole

FORMATS = (".docx", ".pdf")


def test_write_whole_replaces_and_leaves_nothing_beside(tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"old")

    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_write_whole_makes_the_last_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "out" / "brief.pdf", b"new")

    assert (tmp_path / "out" / "brief.pdf").read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_colleagues_can_read_what_was_written(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_whole(tmp_path / "brief.pdf", b"new")
    finally:
        os.umask(mask)

    assert stat.S_IMODE((tmp_path / "brief.pdf").stat().st_mode) == 0o644


def test_a_target_that_cannot_be_written_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"old")

    def locked(self: Path, other: Path) -> None:
        raise PermissionError(13, "Permission denied", str(other))

    # A lock by another program exists only on Windows; everywhere else it has to be played.
    monkeypatch.setattr(Path, "replace", locked)

    with pytest.raises(OutputError, match="cannot be written") as told:
        write_whole(target, b"new")

    assert "brief-2.pdf" in str(told.value)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_interrupt_leaves_no_partial_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "brief.pdf", b"new")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("targets", "trouble"),
    [
        pytest.param(["brief.odt"], "no format goes with", id="unknown format"),
        pytest.param(["brief.pdf", "brief.pdf"], "twice", id="twice"),
        pytest.param(["source.docx"], "overwrite a source", id="a source"),
        pytest.param(["no/such/folder/brief.pdf"], "folder does not exist", id="no folder"),
        pytest.param(["folder.pdf"], "is a folder", id="a folder"),
    ],
)
def test_check_targets_refuses(tmp_path: Path, targets: list[str], trouble: str) -> None:
    source = tmp_path / "source.docx"
    source.write_bytes(b"words")
    (tmp_path / "folder.pdf").mkdir()

    with pytest.raises(OutputError, match=trouble):
        check_targets([tmp_path / name for name in targets], [source], FORMATS)


def test_a_full_disk_is_told_as_one_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="Free some room"):
        write_whole(target, b"new")

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_goes_while_one_writes_to_it_is_told_as_that(tmp_path: Path) -> None:
    folder = tmp_path / "out"

    def write() -> None:
        with Staging() as staging:
            staging.add(folder / "brief.pdf", b"new")
            shutil.rmtree(folder)
            folder.write_bytes(b"")
            staging.settle()

    with pytest.raises(OutputError, match="cannot be written"):
        write()


def test_where_only_reading_is_allowed_another_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("whoever runs this may write anywhere")

    with pytest.raises(OutputError, match="another folder"):
        write_whole(folder / "brief.pdf", b"new")


def test_what_is_not_settled_is_taken_away(tmp_path: Path) -> None:
    old, new = tmp_path / "brief.pdf", tmp_path / "out" / "brief.docx"
    old.write_bytes(b"old")

    with Staging() as staging:
        staging.add(old, b"new")
        staging.add(new, b"new")

    assert old.read_bytes() == b"old"
    assert sorted(tmp_path.rglob("*")) == [old, new.parent]


def test_what_is_staged_comes_into_its_place_together(tmp_path: Path) -> None:
    targets = [tmp_path / "brief.pdf", tmp_path / "brief.docx"]

    with Staging() as staging:
        for target in targets:
            staging.add(target, b"new")
        assert not any(target.exists() for target in targets)
        staging.settle()

    assert sorted(tmp_path.iterdir()) == sorted(targets)
