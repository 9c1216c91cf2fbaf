"""A house's own Word document as reference: its styles by role, ours only where it has none."""

from copy import deepcopy
from io import BytesIO

from docx.api import Document as open_docx  # noqa: N813 - a function that python-docx spells so
from docx.oxml.ns import qn
from docx.styles.styles import Styles
from lxml import etree

from briefing.writers.word import styles


def with_our_styles(house: bytes, ours: bytes) -> bytes:
    """`house` saved anew, with each style that we set and it lacks taken from `ours`.

    Raises:
        PackageNotFoundError, BadZipFile, KeyError, ValueError: if `house` is not a Word file.
    """
    document = open_docx(BytesIO(house))
    have = _by_name(document.styles)
    own = _by_name(open_docx(BytesIO(ours)).styles)
    for name in styles.ALL:
        if name.casefold() not in have:
            document.styles.element.append(deepcopy(own[name.casefold()]))
    if document.element.body.sectPr is None:
        document.add_section()
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _by_name(known: Styles) -> dict[str, etree._Element]:
    found = {}
    for style in known.element.style_lst:
        name = style.find(qn("w:name"))
        if name is not None:
            found[str(name.get(qn("w:val"))).casefold()] = style
    return found
