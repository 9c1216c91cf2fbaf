"""WordprocessingML in strings: the one place where text is escaped."""

from briefing.writers.escaping import escape
from briefing.writers.word.scripts import pieces

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

RUN_END = "</w:t></w:r>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(text)}{RUN_END}'


def words(text: str, style: str = "", look: str = "", language: str = "") -> str:
    """`text` in runs of one script each, in a character style and with a `look` (bold, italic).

    Properties stand in the schema's order: style, fonts, look, direction, language.
    """
    if text.isascii() and not language:
        return run(text, style + look)
    return "".join(
        [run(piece, f"{style}{fonts}{look}{told}") for piece, fonts, told in pieces(text, language)]
    )


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a style (by its id)."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(code: str, result: str, properties: str = "") -> str:
    """A field with its stored result, so that it is right before anybody updates it."""
    return long_field(code, run(result, properties), properties)


def long_field(code: str, content: str, properties: str = "") -> str:
    """A field whose stored result is `content`, runs and links."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{inner}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{inner}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r>{inner}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{content}"
        f'<w:r>{inner}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def short_field(code: str, result: str) -> str:
    """A field that is one number."""
    return f'<w:fldSimple w:instr=" {code} ">{run(result)}</w:fldSimple>'


def bookmark(name: str, number: int, content: str) -> str:
    """`content` within a bookmark; numbers are unique in a document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def link(anchor: str, content: str) -> str:
    """A link to a bookmark of the document."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>'
