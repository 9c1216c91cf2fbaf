"""The table of sources is in the order in which a person looks for a title."""

from pathlib import Path

import pytest

from briefing.library import Access
from briefing.model.source import Field
from briefing.workflow.importing import import_paths
from briefing.workflow.listing import sources_listed
from briefing.workflow.shelves import open_shelf

_TEXT = "\nThe navy sent ships to the strait, the ministry said on Monday. " * 3


@pytest.mark.parametrize(
    "titles",
    [
        pytest.param(("Eagles land", "Elsewhere it rains", "Élysée answers", "Zones widen"), id="accents"),
        pytest.param(("Oil falls", "“Peace” is far", "Pears grow", "Qatar calls"), id="quotation marks"),
        pytest.param(("¿Adónde van?", "adrift", "Aerials", "Zebra"), id="signs and capitals"),
    ],
)  # fmt: skip
def test_signs_on_letters_and_before_words_do_not_part_what_belongs_together(
    tmp_path: Path, titles: tuple[str, ...]
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(len(titles)):
        (folder / f"{number}.txt").write_text(f"Report {number}\n{_TEXT}", encoding="utf-8")
    with open_shelf(tmp_path / "library.db", Access.MAKE) as library:
        list(import_paths(library, [folder]))
        for source, title in zip(library.ids(), reversed(titles), strict=True):
            library.correct("", source, Field.TITLE, title)
        listed = [kept.title for kept in sources_listed(library, sort="title")]

    assert listed == list(titles)
