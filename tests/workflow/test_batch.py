"""Many briefs from one file: the same bytes however they are made, and no failure stops others."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefing.errors import RecipeError
from briefing.resources import seeds
from briefing.workflow.batch import Made, run_batch
from briefing.workflow.batch_files import read_batch
from briefing.workflow.batch_runs import Run
from tests.house.code import ROOT

DEFAULTS = f"""
[defaults]
date = 2024-04-12
sources = ["{seeds("articles")}"]
themes = ["china"]
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def write_batch(folder: Path, *briefs: str) -> Path:
    file = folder / "batch.toml"
    file.write_text(DEFAULTS + "".join(f"\n[[brief]]\n{brief}\n" for brief in briefs))
    return file


ONE = 'title = "One"\noutputs = ["one.md", "one.docx"]'
TWO = 'title = "Two"\nthemes = ["industry"]\noutputs = ["two.pdf"]'
DREI = 'title = "Drei"\nlanguage = "de"\noutputs = ["drei.md", "drei.docx"]'
QUATRE = 'title = "Quatre"\nlanguage = "fr"\noutputs = ["quatre.md"]'
BAD = 'title = "Bad"\ntemplate = "none-such"\noutputs = ["bad.pdf"]'


def digests(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}


def run(folder: Path, out: str, jobs: int = 1, scheduler: str | None = None) -> list[Made]:
    file = folder / "batch.toml"
    items = read_batch(file, folder / out)
    return list(Run(items, file, folder / out, jobs, scheduler))


def test_one_failure_stops_nothing(tmp_path: Path) -> None:
    write_batch(tmp_path, ONE, BAD, TWO)

    made = {one.name: one for one in run(tmp_path, "out")}

    assert "none-such" in (made["Bad"].trouble or "")
    assert made["One"].trouble is made["Two"].trouble is None
    assert set(digests(tmp_path / "out")) == {"one.md", "one.docx", "two.pdf"}


def test_two_processes_make_the_same_bytes(tmp_path: Path) -> None:
    write_batch(tmp_path, ONE, TWO, DREI, QUATRE)
    run(tmp_path, "alone")

    run(tmp_path, "shared", jobs=2)

    assert digests(tmp_path / "alone") == digests(tmp_path / "shared")


def test_each_brief_speaks_its_own_language(tmp_path: Path) -> None:
    write_batch(tmp_path, ONE, DREI, QUATRE)
    run(tmp_path, "out")

    first = {"one": "Key points", "drei": "Kernpunkte", "quatre": "Points clés"}
    for name, heading in first.items():
        assert f"## {heading}" in (tmp_path / "out" / f"{name}.md").read_text(encoding="utf-8")


def test_any_executor_of_the_standard_kind_will_do(tmp_path: Path) -> None:
    write_batch(tmp_path, ONE, TWO, DREI, QUATRE)
    (tmp_path / "out").mkdir()
    items = read_batch(tmp_path / "batch.toml", tmp_path / "out")

    made = list(run_batch(items, lambda: ThreadPoolExecutor(1)))

    done = {one.name for one in made if one.trouble is None}
    assert done == {"One", "Two", "Drei", "Quatre"}


def test_resume_makes_only_what_is_missing_or_changed(tmp_path: Path) -> None:
    file = write_batch(tmp_path, ONE, TWO)
    run(tmp_path, "out")
    before = digests(tmp_path / "out")
    (tmp_path / "out" / "two.pdf").write_bytes(b"half")

    items = read_batch(file, tmp_path / "out")
    again = {one.name: one.skipped for one in Run(items, file, tmp_path / "out", 1, resume=True)}

    assert again == {"One": True, "Two": False}
    assert digests(tmp_path / "out") == before


def test_a_scheduler_of_this_machine_works_under_whatever_script_calls_the_command(
    tmp_path: Path,
) -> None:
    pytest.importorskip("distributed")
    write_batch(tmp_path, ONE)
    script = tmp_path / "briefing"
    script.write_text("import sys\nfrom briefing.__main__ import command\nsys.exit(command())\n")
    order = ["batch.toml", "--out", "out", "--scheduler", "local", "--library", "own.db"]

    done = subprocess.run(
        [sys.executable, script, "batch", *order], check=False, cwd=tmp_path, capture_output=True,
        text=True, timeout=120, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    assert "1 made" in done.stdout


@pytest.fixture
def other_machines(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A scheduler with two workers on loopback, as another machine would run them."""
    distributed = pytest.importorskip("distributed")
    monkeypatch.undo()
    monkeypatch.setenv("DASK_DISTRIBUTED__WORKER__DAEMON", "False")
    pytest.importorskip("dask").config.refresh()
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        yield cluster.scheduler_address


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_a_scheduler_with_two_workers_makes_the_same_bytes(
    tmp_path: Path, other_machines: str
) -> None:
    write_batch(tmp_path, ONE, TWO, BAD)
    run(tmp_path, "alone")

    made = run(tmp_path, "cluster", scheduler=other_machines)

    assert sum(one.trouble is None for one in made) == 2
    assert digests(tmp_path / "alone") == digests(tmp_path / "cluster")


@pytest.mark.parametrize(
    ("brief", "told"),
    [
        pytest.param('outputs = ["../x.pdf"]', "“..”", id="up"),
        pytest.param('outputs = ["/tmp/x.pdf"]', "root", id="absolute"),
        pytest.param('outputs = ["a\\\\b.pdf"]', "must not hold", id="backslash"),
        pytest.param('outputs = ["x.pdf:s"]', "must not hold", id="stream"),
        pytest.param('outputs = ["x.pdf "]', "space", id="space at the end"),
        pytest.param('outputs = ["a\\u202eb.pdf"]', "direction", id="direction"),
        pytest.param(f'outputs = ["{"x" * 300}.pdf"]', "bytes", id="long"),
        pytest.param('outputs = [""]', "outputs", id="empty"),
        pytest.param('outputs = ["con.pdf"]', "device", id="device"),
        pytest.param('outputs = ["x.xls"]', "no format", id="format"),
        pytest.param('ouputs = ["x.pdf"]', "did you mean “outputs”", id="misspelt"),
        pytest.param('outputs = ["x.pdf"]\nlimit = "ten"', "whole number", id="wrong type"),
        pytest.param(
            'outputs = ["x.pdf"]\nlanguage = "it"', "one of en, de, fr", id="no such language"
        ),
        pytest.param('title = "No"', "“outputs” is missing", id="no output"),
    ],
)
def test_faults_are_told_before_anything_is_made(tmp_path: Path, brief: str, told: str) -> None:
    file = write_batch(tmp_path, ONE, brief)

    with pytest.raises(RecipeError) as caught:
        read_batch(file, tmp_path / "out")

    assert told in str(caught.value)
    assert "line" in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_two_briefs_must_not_write_one_file(tmp_path: Path) -> None:
    file = write_batch(tmp_path, ONE, 'title = "Twin"\noutputs = ["ONE.md"]')

    with pytest.raises(RecipeError, match="“One” too"):
        read_batch(file, tmp_path / "out")


def test_a_folder_that_leads_out_is_refused(tmp_path: Path) -> None:
    write_batch(tmp_path, 'outputs = ["sub/one.md"]')
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "sub").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(Exception, match="leads out"):
        run(tmp_path, "out")
    shutil.rmtree(tmp_path / "out")


def test_a_machine_that_shares_no_work_makes_all_in_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("multiprocessing.context.BaseContext.Lock", refused)
    file = write_batch(tmp_path, ONE, TWO)
    runs = Run(read_batch(file, tmp_path / "out"), file, tmp_path / "out", 2)

    made = list(runs)

    assert "shares no work" in str(runs.notice)
    assert [one.trouble for one in made] == [None, None]
