"""Whatever ends a program, the library opens, is sound, and holds what was acknowledged."""

import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing.errors import LibraryBusyError, LibraryDamagedError, LibraryError, LibraryFullError
from briefing.library import Access, open_library
from briefing.library.checking import check
from tests.libraries import article, keep, new_library, taken

KILLS = 8
WRITER = """
import sys
from pathlib import Path
from tests.libraries import article, keep, new_library, taken
with new_library(Path(sys.argv[1])) as library:
    for number in range(10_000):
        source = article(f"a{number}", f"The port of Moss has {number} ships.")
        keep(library, [taken(f"/a/{number}.txt", source)])
        print(source.id, flush=True)
"""


def silent(doing: str, done: int, total: int) -> None:
    """Show nothing."""


@pytest.mark.parametrize("seed", range(KILLS))
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, seed: int) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    told = [writer.stdout.readline().strip()]
    killer = threading.Timer(random.Random(seed).random() * 0.5, writer.kill)
    killer.start()
    told += [line.strip() for line in writer.stdout if line.endswith("\n")]
    assert writer.wait() == -signal.SIGKILL
    writer.stdout.close()

    with open_library(tmp_path / "library.db") as library:
        assert set(told) <= set(library.ids())
        assert list(check(library.store, silent)) == []
        assert library.search("port").total > 0


def test_flipped_bits_in_kept_texts_are_found_and_never_used(tmp_path: Path) -> None:
    sources = [
        article(f"a{number}", f"The port has {number} ships. " * 160) for number in range(60)
    ]
    with new_library(tmp_path) as library:
        keep(library, [taken(f"/a/{item.id}.txt", item) for item in sources])
        library.store.patient_rows("PRAGMA wal_checkpoint(TRUNCATE)")
    path = tmp_path / "library.db"
    whole = path.read_bytes()
    texts = {source.id: source.text for source in sources}
    flips = random.Random(7)
    altered = found = 0
    for _ in range(60):
        raw = bytearray(whole)
        place = flips.randrange(4096, len(raw))
        raw[place] ^= 1 << flips.randrange(8)
        path.write_bytes(raw)
        try:
            with open_library(path, Access.READ) as library:
                damages = list(check(library.store, silent))
                for source_id, text in texts.items():
                    try:
                        (source,) = library.sources([source_id])
                    except (LibraryDamagedError, ValueError):
                        altered += 1
                        found += bool(damages)
                    else:
                        assert source.text == text
        except LibraryError:
            continue
    assert altered > 5
    assert found == altered


def test_a_second_writer_waits_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.library.opening._PATIENCE", 0.2)
    source = article("moss", "The port of Moss will reopen.")
    with new_library(tmp_path) as one, new_library(tmp_path) as other:
        with (
            one.store.writing(),
            pytest.raises(LibraryBusyError, match="another program is writing"),
        ):
            other.begin_run()

        keep(other, [taken("/a/moss.txt", source)])
        assert one.ids() == [source.id]


def test_a_full_disk_is_told_and_costs_nothing(tmp_path: Path) -> None:
    first = article("moss", "The port of Moss will reopen.")
    large = article("large", "The port. " * 50_000)
    with new_library(tmp_path) as library:
        keep(library, [taken("/a/moss.txt", first)])
        (pages,) = library.store.patient_rows("PRAGMA page_count")[0]
        library.store.patient_rows(f"PRAGMA max_page_count = {pages + 2}")

        with pytest.raises(LibraryFullError, match="no room"):
            keep(library, [taken("/a/large.txt", large)])

        assert library.ids() == [first.id]
        assert list(check(library.store, silent)) == []
        library.store.patient_rows("PRAGMA max_page_count = 1000000")
        keep(library, [taken("/a/large.txt", large)])
        assert len(library.ids()) == 2


def test_a_clock_that_runs_backwards_changes_no_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(["2026-01-02T00:00:00", "1970-01-01T00:00:10", "1969-12-31T23:59:59"])
    monkeypatch.setattr("briefing.library.holding.now", lambda: next(times))
    with new_library(tmp_path) as library:
        for name in ("one", "two"):
            keep(library, [taken(f"/a/{name}.txt", article(name, f"The port of {name}."))])

        (new,) = library.search("is:new").hits

        assert new.kept.path == "/a/two.txt"


def test_a_text_that_is_no_longer_utf_8_is_told_and_the_rest_is_checked(tmp_path: Path) -> None:
    one, other = article("one", "The port is open."), article("other", "The port is shut.")
    with new_library(tmp_path) as library:
        keep(library, [taken("/a/1.txt", one), taken("/a/2.txt", other)])
        for source in (one, other):
            library.store.connection.execute(
                "UPDATE body SET text = CAST(x'ff' AS TEXT) || text WHERE source ="
                " (SELECT number FROM source WHERE id = ?)",
                (source.id,),
            )

        damages = list(check(library.store, silent))

        assert {item.where for item in damages} >= {f"source {one.id}", f"source {other.id}"}
