"""Notes as Word's own, at the foot of the page or at the end: separators, numbering by Word.

Numbers ascend in the order of the marks: LibreOffice pairs notes and marks by rank (measured), and
Word refuses ids above 32767.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping

from msgspec import Struct, field

from briefing.errors import OutputError
from briefing.model.document import Citation, Cite, Inlines, SourceLink, Text
from briefing.model.plain import plain_text
from briefing.writers.word import styles
from briefing.writers.word.markup import NAMESPACES, paragraph, run

MOST = 32_767
Wrap = Callable[[Citation, int, str, str], str]
"""Makes of a citation, the number of its note, its plain words and its runs a live citation."""


class Notes(Struct):
    """Collects the notes of one document.

    `set_words` sets the words of a note, `wrap` makes those of one citation in note n a live field.
    """

    ids: Mapping[str, str]
    set_words: Callable[[Inlines], str]
    wrap: Wrap | None
    endnotes: bool = False
    notes: list[str] = field(default_factory=list)
    cited_in: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    @property
    def sort(self) -> str:
        """What Word calls these notes: footnote or endnote."""
        return "endnote" if self.endnotes else "footnote"

    @property
    def name(self) -> str:
        """The name of the part that holds the notes."""
        return f"word/{self.sort}s.xml"

    def add(self, cite: Cite) -> str:
        """The mark for a new note.

        Raises:
            OutputError: if there are more notes than Word can number.
        """
        number = len(self.notes) + 1
        if number > MOST:
            raise OutputError(f"Word can number no more than {MOST} notes", remedy="Lower --limit.")
        words = ""
        for citation in cite.citations:
            words += run(" ") + self._citation(citation, number)
            if number not in self.cited_in[citation.number][-1:]:
                self.cited_in[citation.number].append(number)
        style = styles.ENDNOTE_MARK if self.endnotes else styles.NOTE_MARK
        mark = f'<w:rStyle w:val="{self.ids[style]}"/>'
        text = styles.ENDNOTE_TEXT if self.endnotes else styles.NOTE_TEXT
        reference = f"<w:r><w:rPr>{mark}</w:rPr><w:{self.sort}Ref/></w:r>"
        whole = paragraph(self.ids[text], reference + words)
        self.notes.append(f'<w:{self.sort} w:id="{number}">{whole}</w:{self.sort}>')
        return f'<w:r><w:rPr>{mark}</w:rPr><w:{self.sort}Reference w:id="{number}"/></w:r>'

    def part(self) -> tuple[str, ...]:
        """The part that holds the notes, in pieces."""
        return (
            f"<w:{self.sort}s {NAMESPACES}>{self._separators()}",
            *self.notes,
            f"</w:{self.sort}s>",
        )

    def _separators(self) -> str:
        """The rule above the notes, in a line as low as LibreOffice's: page numbers agree."""
        shape = (
            '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        )
        small = '<w:rPr><w:sz w:val="10"/></w:rPr>'
        return "".join(
            f'<w:{self.sort} w:type="{name}" w:id="{key}"><w:p>{shape}<w:r>{small}<w:{name}/></w:r></w:p>'
            f"</w:{self.sort}>"
            for key, name in ((-1, "separator"), (0, "continuationSeparator"))
        )

    def _citation(self, citation: Citation, number: int) -> str:
        """The live part is what stands before the link to the source list."""
        if self.wrap is None:
            return self.set_words(citation.note)
        live, rest = _split(citation.note)
        content = self.wrap(citation, number, plain_text(live), self.set_words(live))
        return content + self.set_words(rest)


def _split(note: Inlines) -> tuple[Inlines, Inlines]:
    at = next((at for at, leaf in enumerate(note) if isinstance(leaf, SourceLink)), len(note))
    if at == 0:
        return note, ()
    last = note[at - 1]
    if isinstance(last, Text) and last.text.endswith(" "):
        return (*note[: at - 1], Text(last.text.rstrip())), (Text(" "), *note[at:])
    return note[:at], note[at:]
