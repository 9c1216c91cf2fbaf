"""A slip at the command line costs nobody a file, and is told without words of the code."""

import shutil
from pathlib import Path

import pytest

from briefing.cli.run import run
from briefing.resources import seeds, templates

ARTICLE = seeds("articles") / "sample-02-wire-summit.txt"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one source, of which a briefing was made."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ARTICLE, "wire.txt")
    shutil.copy(seeds("articles") / "sample-07-sparse-page.html", "page.html")
    assert run(["build", "wire.txt", "page.html", "-o", "made.docx", "-q"]) == 0
    return tmp_path


@pytest.mark.parametrize(
    "slip",
    [
        ["--sources", "page.html", "--report", "page.html"],
        ["--sources", "wire.txt", "--report", "made.docx"],
        ["--sources", "wire.txt", "--annotate", "wire.txt"],
        ["--sources", "wire.txt", "--annotate", "made.docx"],
    ],
    ids=" ".join,
)
def test_a_report_of_a_proof_overwrites_neither_file_nor_source(
    desk: Path, slip: list[str]
) -> None:
    before = {file.name: file.read_bytes() for file in desk.iterdir()}

    assert run(["verify", "made.docx", *slip]) == 2
    assert {file.name: file.read_bytes() for file in desk.iterdir()} == before


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        (["verify", "made.docx", "--sources", "none"], "no files to read (none)"),
        (["verify", "made.docx", "--sources", ".", "--sign", "wire.txt"], "PEM without a password (wire"),
        (["verify", "made.docx", "--sources", ".", "--signature", "wire.txt"], "ours (wire.txt)"),
        (["build", ".", "-o", "a.md", "--citation-style", "bad.csl"], "no citation style that can be"),
        (["build", ".", "-o", "a.md", "--limit", "some"], "is not a valid whole number"),
        (["build", ".", "-o", "a.md", "--date"], "requires an argument. See `briefing build --help`"),
        (["build", ".", "-o", "a.md", "--template", "own"], "asks for “tilte”, which there is not"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_slip(
    desk: Path, slip: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "none").mkdir()
    (desk / "bad.csl").write_text('<style xmlns="http://purl.org/net/xbiblio/csl"/>')
    assert run(["templates", "copy", "one-page", "own"]) == 0
    (desk / "own" / "short-method.jinja").write_text("{{ brief.tilte }}")

    assert run(slip) == 2
    assert told in capsys.readouterr().err
    assert not (desk / "a.md").exists()


def test_a_template_is_copied_with_its_look_also_from_a_folder_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["templates", "copy", "one-page", "own"]) == 0
    assert run(["templates", "copy", "own", "other"]) == 0

    for ours in (templates() / "one-page").iterdir():
        assert Path("own", ours.name).read_bytes() == ours.read_bytes()
    assert [file.name for file in sorted(Path("other").iterdir())] == [
        file.name for file in sorted(Path("own").iterdir())
    ]


@pytest.mark.parametrize("group", ["library", "templates", "themes"])
def test_a_command_without_its_verb_is_told_in_one_line(
    group: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([group]) == 2
    assert capsys.readouterr().err == (
        f"briefing: error: Missing command. See `briefing {group} --help`.\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ["build", "{}", "-o", "a.md"],
        ["build", ".", "-o", "{}.md"],
        ["build", ".", "-o", "a.md", "--template", "{}"],
        ["import", "{}", "--library", "l"],
    ],
    ids=" ".join,
)
def test_a_name_that_no_file_can_have_is_one_sentence(
    tmp_path: Path,
    words: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run([word.format("x" * 5000) for word in words]) == 2
    assert "File name too long" in capsys.readouterr().err
