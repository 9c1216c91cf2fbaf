"""A table as a house's own template may have it; the templates that come with the program have none."""

from msgspec.structs import replace

from briefing.model.document import Document, Table, Text

_HEAD = ("Theme", "Question", "Excerpts", "Sources dated")
_ROW = (
    "China",
    "What is said of China’s conduct, and of the answer to it?",
    "6",
    "8–14 April 2024",
)


def with_table(document: Document) -> Document:
    """`document` with such a table at its end."""
    head, row = (tuple((Text(cell),) for cell in cells) for cells in (_HEAD, _ROW))
    table = Table(head, (row,) * 3, (0.24, 0.44, 0.12, 0.20))
    return replace(document, blocks=(*document.blocks, table))
