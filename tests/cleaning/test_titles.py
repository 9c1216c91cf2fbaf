"""What stands above an article in a copy of a page, reads much like its headline and is none."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.model.source import Source
from briefing.readers import read

_MENU = "Home\nNews\nHarbours\nShips\nPeople\nContact\nSearch\n"
_ARTICLE = (
    "\n\nThe harbour of Moss will reopen in May after two years of repairs, the council said on Thursday.\n"
    "\n\nShips from the north are to call at the harbour twice a week, it said in a note to the press.\n"
    "\n\nA third quay is to be built by 2027 if the council gets its way, the mayor told reporters.\n"
    "\n\nThe repairs cost more than was planned, and fees for ships that call are to rise by a tenth.\n"
)


def _read(*above: str) -> Source:
    text = _MENU + "\n".join(above) + _ARTICLE
    return clean(read(text.encode(), PurePath("copy.txt"))[0])


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Home » News » Harbours » The harbour of Moss reopens", id="a path"),
        pytest.param("« Two years of repairs at the harbour of Lund", id="the story before"),
        pytest.param("Two years of repairs at the harbour of Lund »", id="the story behind"),
        pytest.param("Published on 2 May 2024 by the council of Moss", id="when and by whom"),
        pytest.param("The harbour of Moss after its repairs © Harbour Gazette", id="a picture"),
        pytest.param("Harbours, Ships of Moss, Council", id="tags"),
        pytest.param("Council | Harbour of Moss", id="sections"),
        pytest.param("Home › The harbour of Moss reopens", id="a short path"),
        pytest.param("/ Thursday, 2 May 2024", id="a day"),
        pytest.param("* The harbour of Moss will reopen in May after repairs", id="an item"),
        pytest.param("Get the council’s note and other newsletters on ships", id="an offer"),
    ],
)
def test_it_is_no_headline(line: str) -> None:
    assert _read(line).title is None


def test_a_headline_is_found_below_a_menu() -> None:
    source = _read("Harbour of Moss reopens after two years", "2 May 2024")

    assert (source.title, str(source.published)) == (
        "Harbour of Moss reopens after two years",
        "2024-05-02",
    )


def test_without_a_headline_the_first_of_several_days_is_not_believed() -> None:
    source = _read("9 May 2024 10:22", "Council | Harbours", "2 May 2024")

    assert (source.title, source.published) == (None, None)


def test_the_day_right_above_the_headline_goes_before_one_amid_the_article() -> None:
    amid = "1 March 2022 · Harbour Gazette\nThe harbour of Lund is closed"
    text = _MENU + "3 May 2024 · By the council\nHarbour of Moss reopens after two years"
    text += _ARTICLE.replace("\n\nA third", f"\n{amid}\n\nA third")
    source = clean(read(text.encode(), PurePath("copy.txt"))[0])

    assert (source.title, str(source.published)) == (
        "Harbour of Moss reopens after two years",
        "2024-05-03",
    )
