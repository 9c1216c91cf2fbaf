"""Footnotes as Word's own: a part of their own, separators, numbering by Word.

Numbers ascend in the order of the marks: LibreOffice pairs notes and marks by rank (measured), and
Word refuses ids above 32767.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from briefing.errors import OutputError
from briefing.model.document import Cite, Inlines, Text
from briefing.writers.word import styles
from briefing.writers.word.markup import NAMESPACES, paragraph

MOST = 32_767
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" '
    'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


class Notes(Struct):
    """Collects the notes of one document; `set_words` sets the words of a note."""

    ids: Mapping[str, str]
    set_words: Callable[[Inlines], str]
    notes: list[str] = field(default_factory=list)

    def add(self, cite: Cite) -> str:
        """The mark for a new note.

        Raises:
            OutputError: if there are more notes than Word can number.
        """
        number = len(self.notes) + 1
        if number > MOST:
            raise OutputError(f"Word can number no more than {MOST} notes", remedy="Lower --limit.")
        inlines: Inlines = ()
        for citation in cite.citations:
            inlines += (Text(" "), *citation.note)
        mark = f'<w:rStyle w:val="{self.ids[styles.NOTE_MARK]}"/>'
        reference = f"<w:r><w:rPr>{mark}</w:rPr><w:footnoteRef/></w:r>"
        words = paragraph(self.ids[styles.NOTE_TEXT], reference + self.set_words(inlines))
        self.notes.append(f'<w:footnote w:id="{number}">{words}</w:footnote>')
        return f'<w:r><w:rPr>{mark}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'

    def part(self) -> str:
        """The footnotes part."""
        return f"<w:footnotes {NAMESPACES}>{_SEPARATORS}{''.join(self.notes)}</w:footnotes>"
