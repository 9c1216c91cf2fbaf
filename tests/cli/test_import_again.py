"""Files taken in again: what was read is told as the same, what could not be read is told again."""

import json
from pathlib import Path

import pytest

from briefing.cli.run import run


def test_a_file_that_still_cannot_be_read_is_refused_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("Moss\n\nThe ferry to Moss was late, the pilot said.\n")
    (articles / "b.pdf").write_bytes(b"%PDF-1.7\nno more than that")
    files, library = str(articles), ["--library", str(tmp_path / "library.db")]
    told = []
    for _ in range(2):
        assert run(["import", files, *library]) == 0
        told.append(capsys.readouterr())

    assert "1 new, 1 refused" in told[0].out
    assert "1 same, 1 refused" in told[1].out
    assert "b.pdf: " in told[1].err
    assert told[1].err == told[0].err
    assert run(["import", files, *library, "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert [file["outcome"] for file in again["files"]] == ["same", "refused"]
