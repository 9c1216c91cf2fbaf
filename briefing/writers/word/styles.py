"""Styles by role: what each part of a document is called in Word's list of styles."""

from briefing.model.document import Role

ROLES = {
    Role.BODY: "Normal",
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.META: "Meta",
    Role.LEAD: "Lead",
    Role.LABEL: "Label",
    Role.NOTE: "Note",
    Role.JUDGMENT: "Analyst Judgment",
}
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
CONTENTS = ("toc 1", "toc 2", "toc 3")
QUOTATION_LEAD, QUOTATION = "Quotation Lead", "Quote"
TABLE_HEAD, TABLE_TEXT, CAPTION = "Table Head", "Table Text", "Caption"
REFERENCE, REFERENCE_NOTE = "Bibliography", "Bibliography Note"
COMPACT_REFERENCE = "Bibliography Compact"
HEADER, FOOTER, MARKING = "Header", "Footer", "Marking"
NOTE_TEXT, NOTE_MARK = "footnote text", "footnote reference"
HYPERLINK, SOURCE_WORDS, ANALYST_WORDS = "Hyperlink", "Source Words", "Analyst Words"

ALL = (
    *ROLES.values(), *HEADINGS, *BULLETS, *CONTENTS, QUOTATION_LEAD, QUOTATION, TABLE_HEAD,
    TABLE_TEXT, CAPTION, REFERENCE, COMPACT_REFERENCE, REFERENCE_NOTE, HEADER, FOOTER, MARKING,
    NOTE_TEXT, NOTE_MARK,
    HYPERLINK, SOURCE_WORDS, ANALYST_WORDS,
)  # fmt: skip
