"""A quotation cut within a sentence says so, outside its words."""

import pytest

from briefing.compose.cutting import quotation
from briefing.model.document import Quoted, Text
from briefing.model.passage import Excerpt
from tests.sources import make_source

TEXT = "The port will open in May. “We are glad,” she said, and left."


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        pytest.param("The port will open in May.", "", "", id="a whole sentence"),
        pytest.param(TEXT, "", "", id="a whole paragraph"),
        pytest.param("will open in May.", "… ", "", id="begins within"),
        pytest.param("The port will open", "", " …", id="ends within"),
        pytest.param("“We are glad,” she said", "", " …", id="speech, then ends within"),
        pytest.param("she said, and left", "… ", "", id="only the full stop is missing"),
    ],
)
def test_what_was_left_out_is_marked(words: str, before: str, after: str) -> None:
    source = make_source(TEXT)
    start = TEXT.index(words)

    inlines = quotation(Excerpt.cut(source, start, start + len(words)), source).inlines

    marks = [
        "".join(item.text for item in part if isinstance(item, Text)) for part in _parts(inlines)
    ]
    assert marks == [before, after]


def _parts(inlines: tuple[object, ...]) -> tuple[tuple[object, ...], tuple[object, ...]]:
    middle = next(place for place, item in enumerate(inlines) if isinstance(item, Quoted))
    return inlines[:middle], inlines[middle + 1 :]
