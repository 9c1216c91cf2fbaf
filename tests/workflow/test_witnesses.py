"""How many independent origins say what an excerpt says, in the whole library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library import Access, Library, open_library
from briefing.model.desk import Backing
from briefing.model.passage import Passage
from briefing.model.source import Field
from briefing.workflow.importing import import_paths
from briefing.workflow.witnesses import Witnesses

_SAID = (
    "China has sent two destroyers and a tanker to the northern strait near the island, "
    "the navy ministry said on Tuesday."
)
_TOLD_ELSEWHERE = (
    "China had sent two destroyers and a tanker there on Tuesday, closer to the island than in any "
    "week before, an official of the coast guard said."
)
_OTHER = "The ministry of finance raised the tax on sugar, and shops in the capital closed early."
_REST = {
    "harbour": "Fishermen were told to stay away until the end of the week, and few complained.",
    "coast": "A lighthouse keeper counted the boats by night; he had never seen as many before.",
    "city": "Bakers protested in front of the town hall with empty baskets and a brass band.",
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library.db", Access.MAKE) as made:
        yield made


def _take(library: Library, folder: Path, **articles: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    paths = []
    for name, body in articles.items():
        paths.append(folder / f"{name}.txt")
        head = f"Ships near the island\n\nThe {name.title()} Post\nMarch 12, 2024\n\n"
        paths[-1].write_text(f"{head}{body}\n\n{_REST[name]}\n")
    return [one for told in import_paths(library, paths) for one in told.sources]


def _place(library: Library, source: str) -> Passage:
    (read,) = library.sources([source])
    start = read.text.index("China" if _SAID in read.text else "The ministry")
    return Passage(source, start, read.text.index(".", start) + 1)


def test_what_another_house_reports_in_its_own_words_counts(
    library: Library, tmp_path: Path
) -> None:
    one, *_ = _take(library, tmp_path / "a", harbour=_SAID, coast=_TOLD_ELSEWHERE, city=_OTHER)

    assert Witnesses(library).backing(_place(library, one)) == Backing(origins=2)


def test_a_reprint_is_told_apart_and_is_no_origin(library: Library, tmp_path: Path) -> None:
    one, *_ = _take(library, tmp_path / "a", harbour=_SAID, coast=f"{_SAID}\n\n{_REST['harbour']}")
    library.correct("", one, Field.PUBLISHER, "The Harbour Post")

    found = Witnesses(library).backing(_place(library, one))

    assert (found.origins, found.repeats) == (1, 1)


def test_alone_is_alone_until_another_comes_and_again_once_it_is_put_away(
    library: Library, tmp_path: Path
) -> None:
    one, _ = _take(library, tmp_path / "a", harbour=_SAID, city=_OTHER)
    witnesses = Witnesses(library)
    place = _place(library, one)
    assert witnesses.backing(place) == Backing()

    (other,) = _take(library, tmp_path / "b", coast=_TOLD_ELSEWHERE)
    assert witnesses.backing(place).origins == 2
    library.remove("weekly", [other])

    assert witnesses.backing(place) == Backing()


def test_the_sources_that_say_otherwise_are_counted(library: Library, tmp_path: Path) -> None:
    killed = "A blast at the Skarven ferry terminal in Moss killed {} people on Tuesday, {} said."
    one, *others = _take(
        library, tmp_path / "a",
        harbour=killed.format(12, "the police of Rygge"),
        coast=killed.format(31, "the police of Rygge"),
        city=killed.format(31, "the mayor of Rygge"),
    )  # fmt: skip
    counted = []
    for read in library.sources([one, *others]):
        start = read.text.index("A blast")
        place = Passage(read.id, start, read.text.index(".", start) + 1)
        counted.append(Witnesses(library).backing(place).against)

    assert counted == [2, 1, 1]


def test_who_says_otherwise_counts_also_where_nobody_has_the_words(
    library: Library, tmp_path: Path
) -> None:
    killed = "A blast at the Skarven ferry terminal in Moss killed {} people on Tuesday, {} said."
    one, _ = _take(
        library, tmp_path / "a",
        harbour=killed.format(12, "the police of Rygge"),
        coast=killed.format(31, "the police of Rygge"),
    )  # fmt: skip
    witnesses = Witnesses(library)
    (read,) = library.sources([one])
    number = Passage(one, read.text.index("12 people"), read.text.index(" people"))

    assert witnesses.near(number) == []
    assert witnesses.backing(number) == Backing(against=1)
