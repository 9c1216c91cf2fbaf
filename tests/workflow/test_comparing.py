"""What comes into the library is held against what is there, and where they differ is kept."""

from pathlib import Path

from briefing.library import Access, Library, open_library
from briefing.library.checking import check
from briefing.workflow.importing import import_paths
from briefing.workflow.progress import silent

REST = (
    " The Skarven ferry terminal in Moss stands beside the Rygge road in Norway, and hundreds of"
    " commuters pass through it each morning on their way to the capital.\n\n"
    "The harbour office said the terminal would stay closed while the fire brigade looked for what"
    " had caused it. Ferries to Horten were led to another quay, and trains stopped short of the"
    " town for most of the day.\n"
)


def _report(folder: Path, name: str, sentence: str, day: int = 4) -> Path:
    file = folder / name
    file.write_text(
        f"Blast at the Skarven ferry terminal in Moss, Norway\n\n{day} May 2024\n\n{sentence}{REST}",
        encoding="utf-8",
    )
    return file


def _import(library: Library, *files: Path) -> None:
    assert list(import_paths(library, files))


def _disputed(library: Library) -> list[str]:
    return sorted(hit.kept.path.rsplit("/", 1)[-1] for hit in library.search("is:disputed").hits)


def _sides(library: Library) -> list[list[str]]:
    return [[side.value for side in item.positions] for item in library.conflicts()]


def test_two_tolls_of_one_event_are_disputed_whenever_they_came(tmp_path: Path) -> None:
    one = _report(tmp_path, "one.txt", "A blast in Moss killed 12 people on Saturday.")
    other = _report(tmp_path, "other.txt", "A blast in Moss killed 31 people on Saturday.")
    with open_library(tmp_path / "library.db", Access.MAKE) as library:
        _import(library, one)
        assert _disputed(library) == []

        _import(library, other)

        assert _disputed(library) == ["one.txt", "other.txt"]
        assert _sides(library) == [["12 people", "31 people"]]
        assert {item.value: item.count for item in library.facets() if item.sort == "is"}[
            "disputed"
        ] == 2
        assert list(check(library.store, silent)) == []


def test_a_third_report_joins_the_difference_that_is_known(tmp_path: Path) -> None:
    tolls = {"one.txt": 12, "other.txt": 31, "third.txt": 57}
    files = [
        _report(tmp_path, name, f"A blast in Moss killed {toll} people on Saturday.")
        for name, toll in tolls.items()
    ]
    with open_library(tmp_path / "library.db", Access.MAKE) as library:
        for file in files:
            _import(library, file)

        assert _sides(library) == [["12 people", "31 people", "57 people"]]


def test_reports_that_agree_or_lie_weeks_apart_are_not_disputed(tmp_path: Path) -> None:
    files = [
        _report(tmp_path, "one.txt", "A blast in Moss killed 12 people on Saturday."),
        _report(tmp_path, "same.txt", "A blast in Moss killed 12 people early on Saturday."),
        _report(tmp_path, "later.txt", "A blast in Moss killed 31 people on Saturday.", day=29),
    ]
    with open_library(tmp_path / "library.db", Access.MAKE) as library:
        _import(library, *files)

        assert _disputed(library) == []


def test_a_side_that_was_corrected_at_its_source_disputes_no_more(tmp_path: Path) -> None:
    one = _report(tmp_path, "one.txt", "A blast in Moss killed 12 people on Saturday.")
    other = _report(tmp_path, "other.txt", "A blast in Moss killed 31 people on Saturday.")
    with open_library(tmp_path / "library.db", Access.MAKE) as library:
        _import(library, one, other)
        assert len(_disputed(library)) == 2

        _report(tmp_path, "other.txt", "A blast in Moss killed 12 people on Saturday night.")
        _import(library, other)

        assert _disputed(library) == []
        assert _sides(library) == []


def test_one_more_file_is_judged_in_the_company_of_what_is_there(tmp_path: Path) -> None:
    told = "The terminal in Moss that opens in March 2025 will have room for {} passengers and lead"
    rest = " cars, trucks and coaches over two new ramps to the ferries of the line to Horten."
    one = _report(tmp_path, "one.txt", told.format("310") + rest)
    with open_library(tmp_path / "library.db", Access.MAKE) as library:
        _import(library, one)
        _import(library, _report(tmp_path, "other.txt", told.format("400") + rest, day=6))

        assert _disputed(library) == ["one.txt", "other.txt"]


def test_two_days_for_one_thing_are_disputed(tmp_path: Path) -> None:
    told = "The Skarven ferry terminal in Moss will open again with three new quays on {} May 2024."
    files = [
        _report(tmp_path, name, told.format(day)) for name, day in (("one.txt", 20), ("b.txt", 27))
    ]
    with open_library(tmp_path / "library.db", Access.MAKE) as library:
        for file in files:
            _import(library, file)

        assert _sides(library) == [["20 May 2024", "27 May 2024"]]
        assert _disputed(library) == ["b.txt", "one.txt"]
