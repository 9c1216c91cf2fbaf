"""A document without its source list: what led there says it in words."""

import pytest

from briefing.compose.citations import STYLES
from briefing.compose.unlisted import check_list, unlisted
from briefing.errors import UsageError
from briefing.model.brief import NAMING
from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Heading,
    Paragraph,
    SourceLink,
    SourceList,
    Text,
)
from briefing.words import Speech

ENGLISH = Speech()

LINK = SourceLink(2, (Text("[2]"),))
NAMES = {2: "Moss Courier"}


def _note(*words: Text | SourceLink) -> Paragraph:
    return Paragraph((Cite((Citation(2, "abc", words),)),))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            Paragraph((Text("As in "), LINK)), Paragraph((Text("As in "), Text("Moss Courier"))),
            id="running text",
        ),
        pytest.param(
            BulletList(((Paragraph((LINK,)),),)),
            BulletList(((Paragraph((Text("Moss Courier"),)),),)),
            id="within a list",
        ),
        pytest.param(
            _note(Text("Moss Courier, para. 3 "), LINK, Text(".")),
            _note(Text("Moss Courier, para. 3 "), Text("[2]"), Text(".")),
            id="a note keeps the number",
        ),
        pytest.param(
            _note(LINK, Text(" (withdrawn; see its entry).")),
            _note(Text("[2]"), Text(" (withdrawn).")),
            id="no entry to be seen",
        ),
    ],
)  # fmt: skip
def test_links_to_the_list_become_words(before: Block, after: Block) -> None:
    assert unlisted([before], NAMES, ENGLISH) == (after,)


def test_the_list_goes_with_its_heading_and_what_stands_between() -> None:
    kept = (Heading(1, (Text("China"),), "china"), Paragraph((Text("Words."),)))
    listed = (Heading(1, (Text("Sources"),), "sources"), Paragraph((Text("Two."),)), SourceList(()))
    after = Heading(1, (Text("Method"),), "method")

    assert unlisted([*kept, *listed, after], NAMES, ENGLISH) == (*kept, after)


@pytest.mark.parametrize("style", [*STYLES, "house.csl"])
def test_styles_whose_notes_only_refer_need_the_list(style: str) -> None:
    check_list(style, shown=True)
    if style in NAMING:
        check_list(style, shown=False)
    else:
        with pytest.raises(UsageError, match="only be read with the source list"):
            check_list(style, shown=False)
