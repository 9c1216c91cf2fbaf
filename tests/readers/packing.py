"""Builds small Word and OpenDocument packages in one line."""

import io
import zipfile

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/{}.main+xml"/></Types>'
)
PLAIN = "vnd.openxmlformats-officedocument.wordprocessingml.document"
_ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://x/{}" Target="{}"/></Relationships>'
)
_DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<w:body>{}</w:body></w:document>"
)


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of `parts`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, words in parts.items():
            file.writestr(name, words)
    return buffer.getvalue()


def word(body: str, sort: str = PLAIN, related: str = "", **more: str) -> bytes:
    """A Word document of a sort whose body is the markup `body`; `more` names further parts by stem.

    The one that it is `related` to comes with that name.
    """
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES.format(sort),
        "_rels/.rels": _ROOT,
        "word/document.xml": _DOCUMENT.format(body),
        **{f"word/{name}.xml": markup for name, markup in more.items()},
    }
    if related:
        parts["word/_rels/document.xml.rels"] = _RELATED.format(related, f"{related}.xml")
    return packed(parts)


def paragraphs(*words: str) -> str:
    """Markup of plain paragraphs."""
    return "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in words)
