"""PDF files made by hand, object by object, for what no writer makes."""


def raw_pdf(
    content: str, fonts: str = "", more: tuple[str, ...] = (), catalog: str = "", further: str = ""
) -> bytes:
    """A file of one page that shows `content`, and of another that shows `further`, if that is given.

    `/F` is Helvetica, `fonts` names further ones, `more` are objects from number 6 on.
    """
    resources = f"<</Font<</F 5 0 R{fonts}>>/Properties<</Off 6 0 R>>>>"
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources{resources}>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *(more or ("<<>>",)),
    ]
    if further:
        page, stream = len(objects) + 1, len(objects) + 2
        objects[1] = f"<</Type/Pages/Kids[3 0 R {page} 0 R]/Count 2>>"
        objects += (
            objects[2].replace("4 0 R", f"{stream} 0 R"),
            f"<</Length {len(further)}>>stream\n{further}\nendstream",
        )
    data, places = b"%PDF-1.7\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{words}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return data + (
        f"xref\n0 {count}\n0000000000 65535 f \n{table}"
        f"trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF"
    ).encode("latin-1")


def shown(words: str, x: float = 72, y: float = 700, before: str = "") -> str:
    """The operators that show `words` at a place."""
    return f"BT {before} /F 12 Tf {x} {y} Td ({words}) Tj ET\n"
