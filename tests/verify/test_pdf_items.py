"""What a list of a PDF file quotes is read whole, wherever its lines end."""

from datetime import date

from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Document,
    Paragraph,
    Quoted,
    SourceLink,
    Text,
)
from briefing.model.passage import Excerpt, Passage
from briefing.verify.pdf import read_pdf
from briefing.writers.pdf import write_pdf

WORDS = "the port will stay closed while men measure the channel and count the barges again".split()


def _item(quoted: str) -> tuple[Block, ...]:
    cite = Cite((Citation(1, "s", (Text("Gazette, para. 1."),)),))
    link = SourceLink(1, (Text("[1]"),))
    words = Quoted(Excerpt(Passage("s", 0, len(quoted)), quoted))
    return (Paragraph((words, cite, Text(": 2 independent origins, "), link)),)


def test_an_item_goes_on_behind_the_colon_that_follows_its_note() -> None:
    """The items grow letter by letter, so that in some a line ends at the note, or at its colon."""
    quoted = [" ".join([*WORDS, "a" * letters]) for letters in range(1, 60)]
    items = BulletList(tuple(map(_item, quoted)))
    document = Document("Channel", "en-GB", date(2024, 5, 3), (items,), "Channel")

    paper = read_pdf(write_pdf(document).data)

    found = [
        paragraph.text[start:end].replace("\ufffe", "")
        for paragraph in paper.paragraphs
        for start, end in paragraph.quoted
    ]
    assert found == quoted
