"""Word files made by hand, part by part, for what no writer makes."""

import zipfile
from io import BytesIO

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
VML = "urn:schemas-microsoft-com:vml"
BODY_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SPACES = {
    "w": WORD,
    "wp": PLACED,
    "wps": SHAPE,
    "v": VML,
    "r": KIND,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "w10": "urn:schemas-microsoft-com:office:word",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}


def part(name: str, inside: str) -> str:
    """A part of that root."""
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
    return f"<w:{name} {spaces}>{inside}</w:{name}>"


def word_file(body: str, styles: str = "", **others: str) -> bytes:
    """A Word file of that body; `others` are parts by their kinds."""
    parts = {"styles": part("styles", styles), **others}
    links = "".join(
        f'<Relationship Id="{kind}" Type="{KIND}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types><Override PartName="/word/document.xml" ContentType="{BODY_TYPE}"/></Types>',
        )
        package.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        package.writestr("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
        for kind, text in parts.items():
            package.writestr(f"word/{kind}.xml", text)
    return data.getvalue()
