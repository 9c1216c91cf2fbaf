"""Styles by role: what each part of a document is called in Word's list of styles."""

from collections.abc import Mapping

from msgspec import Struct, field

from briefing.model.document import Role
from briefing.model.output import STYLE_ROLES

ROLES = {role: STYLE_ROLES[role.value] for role in Role}
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
CONTENTS = ("toc 1", "toc 2", "toc 3")
QUOTATION_LEAD, QUOTATION = "Quotation Lead", "Quote"
TABLE, TABLE_HEAD, TABLE_TEXT = "Briefing Table", "Table Head", "Table Text"
CAPTION, FIGURE = "Caption", "Figure"
REFERENCE, REFERENCE_NOTE = "Bibliography", "Bibliography Note"
COMPACT_REFERENCE = "Bibliography Compact"
HEADER, FOOTER, MARKING = "Header", "Footer", "Marking"
NOTE_TEXT, NOTE_MARK = "footnote text", "footnote reference"
ENDNOTE_TEXT, ENDNOTE_MARK = "endnote text", "endnote reference"
HYPERLINK, SOURCE_WORDS, ANALYST_WORDS = "Hyperlink", "Source Words", "Analyst Words"

CHARACTER = frozenset({NOTE_MARK, ENDNOTE_MARK, HYPERLINK, SOURCE_WORDS, ANALYST_WORDS})
ALL = tuple(STYLE_ROLES.values())
ALIKE = {
    "Normal": ("Body Text", "Text Body"),
    QUOTATION: ("Quotations", "Block Text"),
    REFERENCE: ("Reference", "References"),
}
"""What a house may call the style of a role; the name of our own comes first but for the body."""


def sort_of(name: str) -> str:
    """The sort of style: paragraph, character or table."""
    if name == TABLE:
        return "table"
    return "character" if name in CHARACTER else "paragraph"


class Look(Struct, frozen=True):
    """How a document is set: the ids of styles by their names, and what they leave to be said.

    `numbering` and `outline` hold properties for paragraphs whose style brings no bullet or no level
    of its own. `text_width` is in twentieths of a point.
    """

    ids: Mapping[str, str]
    text_width: int
    numbering: Mapping[str, str] = field(default_factory=dict)
    outline: Mapping[str, str] = field(default_factory=dict)
