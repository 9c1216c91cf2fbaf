"""What an editor does to a finished Word file, part by part: what must be told, and what is honest."""

import random
import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, Self

from lxml import etree

Element = Any
"""A part of a tree, as lxml gives it."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = {
    "w": W,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = " ".join(f'xmlns:{key}="{name}"' for key, name in _NAMES.items())
_MADE_UP = "The ministers agreed in secret to close every port by Easter."
_BODY, _NOTES, _HEADER = "word/document.xml", "word/footnotes.xml", "word/header1.xml"


class WordFile:
    """The parts of a Word file; those that are edited as trees."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.trees = {
            name: etree.fromstring(data)
            for name, data in parts.items()
            if name.startswith("word/") and name.endswith(".xml")
        }

    @classmethod
    def opened(cls, data: bytes) -> Self:
        """The file with the bytes `data`."""
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    def saved(self) -> bytes:
        """Its bytes."""
        for name, tree in self.trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8")
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return target.getvalue()

    def paragraphs(self, style: str, part: str = _BODY) -> list[Element]:
        """The paragraphs of a style; those of none where none is named."""
        found = self.trees[part].iter(f"{{{W}}}p") if part in self.trees else ()
        return [one for one in found if _style(one) == style and _words(one).strip()]

    @property
    def quotations(self) -> list[Element]:
        """The quotations set as paragraphs."""
        return self.paragraphs("Quote")


Edit = Callable[[WordFile, random.Random], bool]


def _style(paragraph: Element) -> str:
    found = paragraph.find("w:pPr/w:pStyle", _NAMES)
    return "" if found is None else found.get(f"{{{W}}}val", "")


def _words(element: Element) -> str:
    return "".join(found.text or "" for found in element.iter(f"{{{W}}}t"))


def _xml(words: str) -> Element:
    return etree.fromstring(f"<x {_DECLARED}>{words}</x>")[0]


def _run(words: str, properties: str = "") -> Element:
    return _xml(f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>')


def _texts(paragraph: Element) -> list[Element]:
    return [one for one in paragraph.iter(f"{{{W}}}t") if (one.text or "").strip()]


def _parted(file: WordFile, chance: random.Random) -> tuple[Element, Element] | None:
    """The run of a quotation, cut in two between two words."""
    text = chance.choice(_texts(chance.choice(file.quotations)))
    places = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", text.text or "")]
    if not places:
        return None
    at = chance.choice(places)
    first = text.getparent()
    second: Element = etree.fromstring(etree.tostring(first))
    whole = text.text or ""
    text.text = whole[: at + 1]
    other: Element = second.find("w:t", _NAMES)
    other.text = whole[at + 1 :]
    for one in (text, other):
        one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    first.addnext(second)
    return first, second


def _between(made: Callable[[], Element]) -> Edit:
    """Sets something between two words of a quotation."""

    def edit(file: WordFile, chance: random.Random) -> bool:
        if (runs := _parted(file, chance)) is None:
            return False
        runs[0].addnext(made())
        return True

    return edit


def _dressed(properties: str) -> Edit:
    """Gives some words of a quotation other properties."""

    def edit(file: WordFile, chance: random.Random) -> bool:
        if (runs := _parted(file, chance)) is None:
            return False
        own = runs[1].find("w:rPr", _NAMES)
        if own is None:
            own = etree.Element(f"{{{W}}}rPr")
            runs[1].insert(0, own)
        for one in etree.fromstring(f"<x {_DECLARED}>{properties}</x>"):
            own.append(one)
        return True

    return edit


def _put(style: str, part: str, words: str) -> Edit:
    """Puts a sentence in marks behind the words of a paragraph."""

    def edit(file: WordFile, chance: random.Random) -> bool:
        found = file.paragraphs(style, part)
        if not found:
            return False
        chance.choice(found).append(_run(f" {words}"))
        return True

    return edit


def _in_cell(file: WordFile, chance: random.Random) -> bool:
    cells = list(file.trees[_BODY].iter(f"{{{W}}}tc"))
    if not cells:
        return False
    chance.choice(cells)[-1].append(_run(f" “{_MADE_UP}”"))
    return True


def _in_part(prefix: str) -> Edit:
    def edit(file: WordFile, chance: random.Random) -> bool:
        parts = sorted(name for name in file.trees if name.startswith(f"word/{prefix}"))
        lines = [one for name in parts for one in file.trees[name].iter(f"{{{W}}}p") if _words(one)]
        if not lines:
            return False
        chance.choice(lines).append(_run(f" “{_MADE_UP}”"))
        return True

    return edit


def _shape(place: str, words: str = "", *, inline: bool = False) -> Element:
    inside = f"<wps:txbx><w:txbxContent><w:p>{words}</w:p></w:txbxContent></wps:txbx>"
    graphic = (
        "<a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'>"
        "<wps:wsp><wps:spPr><a:prstGeom prst='rect'/><a:solidFill><a:srgbClr val='FFFFFF'/>"
        f"</a:solidFill></wps:spPr>{inside if words else ''}</wps:wsp></a:graphicData></a:graphic>"
    )
    size = "<wp:extent cx='1270000' cy='190500'/>"
    if inline:
        return _xml(f"<w:r><w:drawing><wp:inline>{size}{graphic}</wp:inline></w:drawing></w:r>")
    return _xml(
        f"<w:r><w:drawing><wp:anchor behindDoc='0'>{place}{size}<wp:wrapNone/>{graphic}"
        "</wp:anchor></w:drawing></w:r>"
    )


_PLACE = (
    "<wp:positionH relativeFrom='column'><wp:posOffset>300000</wp:posOffset></wp:positionH>"
    "<wp:positionV relativeFrom='paragraph'><wp:posOffset>0</wp:posOffset></wp:positionV>"
)
_VML = (
    "<w:r><w:pict><v:rect style='position:absolute;margin-left:20pt;margin-top:0;width:90pt;"
    "height:14pt' fillcolor='white'/></w:pict></w:r>"
)


def _not_run(properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">not </w:t></w:r>'


def _alternate(file: WordFile, chance: random.Random) -> bool:
    """Two wordings, of which each program shows one."""
    if (runs := _parted(file, chance)) is None:
        return False
    words = etree.tostring(runs[1]).decode()
    needs = chance.choice(("wps", "w14", "zz"))
    made = _xml(
        f"<mc:AlternateContent xmlns:zz='urn:nobody'><mc:Choice Requires='{needs}'>{words}</mc:Choice>"
        f"<mc:Fallback>{_not_run()}{words}</mc:Fallback></mc:AlternateContent>"
    )
    runs[1].getparent().replace(runs[1], made)
    return True


def _plain_body(file: WordFile, chance: random.Random) -> bool:
    """A quotation loses its style, and words of it are changed."""
    paragraph = chance.choice(file.quotations)
    paragraph.remove(paragraph.find("w:pPr", _NAMES))
    for style in list(paragraph.iter(f"{{{W}}}rStyle")):
        if style.get(f"{{{W}}}val") != "FootnoteReference":
            style.getparent().remove(style)
    return True


def _tracked(kind: str) -> Edit:
    def edit(file: WordFile, chance: random.Random) -> bool:
        if (runs := _parted(file, chance)) is None:
            return False
        own = f"<w:{kind} w:id='900' w:author='A' w:date='2024-01-01T00:00:00Z'>"
        runs[0].addnext(_xml(f"{own}{_not_run()}</w:{kind}>"))
        return True

    return edit


def _wrapped(before: str, behind: str) -> Edit:
    """Sets some words of a quotation within something else, unchanged."""

    def edit(file: WordFile, chance: random.Random) -> bool:
        if (runs := _parted(file, chance)) is None:
            return False
        own = etree.tostring(runs[1]).decode()
        runs[1].getparent().replace(runs[1], _xml(f"{before}{own}{behind}"))
        return True

    return edit


def _marks(opening: str, closing: str) -> Edit:
    """A quotation in the running text, with marks of other forms."""

    def edit(file: WordFile, chance: random.Random) -> bool:
        paragraph = chance.choice(file.quotations)
        texts = _texts(paragraph)
        texts[0].text = f"He said: {opening}{_MADE_UP}{closing}"
        for other in texts[1:]:
            if not (other.text or "").strip().isdigit():
                other.text = ""
        paragraph.remove(paragraph.find("w:pPr", _NAMES))
        for style in list(paragraph.iter(f"{{{W}}}rStyle")):
            if style.get(f"{{{W}}}val") != "FootnoteReference":
                style.getparent().remove(style)
        return True

    return edit


def _reworded(change: Callable[[str, random.Random], str | None]) -> Edit:
    def edit(file: WordFile, chance: random.Random) -> bool:
        text = chance.choice(_texts(chance.choice(file.quotations)))
        made = change(text.text or "", chance)
        if made is None or made == text.text:
            return False
        text.text = made
        return True

    return edit


def _figure(words: str, chance: random.Random) -> str | None:
    places = list(re.finditer(r"\d", words))
    if not places:
        return None
    at = chance.choice(places)
    new = chance.choice((chr(0xFF10 + int(at[0])), "О" if at[0] == "0" else "l", f"{at[0]}\u0335"))
    return words[: at.start()] + new + words[at.end() :]


def _widthless(words: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(words))
    return words[:at] + chance.choice("\xad\u200b\u2060") + words[at:]


def _two_words(words: str, _: random.Random) -> str | None:
    parts = words.split()
    at = next((at for at in range(1, len(parts) - 2) if parts[at] != parts[at + 1]), None)
    if at is None:
        return None
    parts[at], parts[at + 1] = parts[at + 1], parts[at]
    return " ".join(parts)


def _negation(words: str, _: random.Random) -> str | None:
    """Leaves out a negation behind an editor's mark."""
    made, count = re.subn(r"\b(?:not|never|no|neither)\b", "[…]", words, count=1)
    return made if count else None


def _sentence(words: str, _: random.Random) -> str | None:
    parts = re.split(r"(?<=[.!?]) ", words)
    return " ".join((parts[0], *parts[2:])) if len(parts) > 2 else None


def _merged(file: WordFile, chance: random.Random) -> bool:
    """Two neighbouring quotations become one, with the note of the second."""
    at = chance.randrange(max(len(file.quotations) - 1, 1))
    one, other = file.quotations[at : at + 2]
    _texts(other)[0].text = f"{_words(one)} {_texts(other)[0].text}"
    one.getparent().remove(one)
    return True


def _numbered(file: WordFile, chance: random.Random) -> bool:
    """Puts words before a quotation as the number of a list."""
    if "word/numbering.xml" not in file.trees:
        return False
    numbering = file.trees["word/numbering.xml"]
    made = _xml(
        "<w:abstractNum w:abstractNumId='997'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/>"
        "<w:lvlText w:val='It is false that'/></w:lvl></w:abstractNum>"
    )
    numbering.insert(0, made)
    numbering.append(_xml("<w:num w:numId='997'><w:abstractNumId w:val='997'/></w:num>"))
    properties = chance.choice(file.quotations).find("w:pPr", _NAMES)
    properties.append(_xml("<w:numPr><w:ilvl w:val='0'/><w:numId w:val='997'/></w:numPr>"))
    return True


def _hidden_row(file: WordFile, chance: random.Random) -> bool:
    rows = list(file.trees[_BODY].iter(f"{{{W}}}tr"))
    if not rows:
        return False
    chance.choice(rows).insert(0, _xml("<w:trPr><w:hidden/></w:trPr>"))
    return True


_INSERTED_MATH = "<m:oMath><m:r><m:t>not</m:t></m:r></m:oMath>"

TOLD: dict[str, Edit] = {
    "not as a formula": _between(lambda: _xml(_INSERTED_MATH)),
    "not in a box in the line": _between(lambda: _shape("", _not_run(), inline=True)),
    "picture in the line": _between(lambda: _shape("", inline=True)),
    "shape laid over": _between(lambda: _shape(_PLACE)),
    "older shape laid over": _between(lambda: _xml(_VML)),
    "not tracked in": _tracked("ins"),
    "not moved in": _tracked("moveTo"),
    "two wordings": _alternate,
    "not in a content control": _between(
        lambda: _xml(f"<w:sdt><w:sdtContent>{_not_run()}</w:sdtContent></w:sdt>")
    ),
    "not in a field": _between(
        lambda: _xml(f"<w:fldSimple w:instr='QUOTE'>{_not_run()}</w:fldSimple>")
    ),
    "words without fill": _dressed("<w14:textFill><w14:noFill/></w14:textFill>"),
    "words filled white": _dressed(
        "<w14:textFill><w14:solidFill><w14:srgbClr w14:val='FFFFFF'/></w14:solidFill></w14:textFill>"
    ),
    "words nearly white": _dressed("<w:color w:val='EEEEEE'/>"),
    "words white by theme": _dressed("<w:color w:val='000000' w:themeColor='background1'/>"),
    "words tiny": _dressed("<w:sz w:val='7'/>"),
    "words hidden": _dressed("<w:vanish/>"),
    "words set from the right": _dressed("<w:rtl/>"),
    "words squeezed to fit": _dressed("<w:fitText w:val='20'/>"),
    "made up in the lead": _put("QuotationLead", _BODY, f"“{_MADE_UP}”"),
    "made up in plain text": _put("Normal", _BODY, f"“{_MADE_UP}”"),
    "made up in a heading": _put("Heading1", _BODY, f"“{_MADE_UP}”"),
    "made up in the source list": _put("Bibliography", _BODY, f"“{_MADE_UP}”"),
    "made up in a cell": _in_cell,
    "made up in a note": _in_part("footnotes"),
    "made up in a header": _in_part("briefing-header"),
    "made up in a footer": _in_part("briefing-footer"),
    "figures of other signs": _reworded(_figure),
    "two words exchanged": _reworded(_two_words),
    "negation behind a mark": _reworded(_negation),
    "sentence left out": _reworded(_sentence),
    "two merged": _merged,
    "words before by number": _numbered,
    "row hidden": _hidden_row,
    "turned to plain text": _plain_body,
} | {
    f"made up in {a}{b}": _marks(a, b)
    for a, b in (
        "″″",
        "““",
        "„“",
        "«»",
        "‘’",
        "‹›",
        ("``", "''"),
        ("''", "''"),
        ("<<", ">>"),
        "❝❞",
        "〝〞",
        "′′",
        "``",
    )
}

HONEST: dict[str, Edit] = {
    "web hidden": _dressed("<w:webHidden/>"),
    "grey by theme": _dressed(
        "<w:color w:val='7F7F7F' w:themeColor='background1' w:themeShade='7F'/>"
    ),
    "outline without line": _dressed("<w14:textOutline><w14:noFill/></w14:textOutline>"),
    "words bold and red": _dressed("<w:b/><w:color w:val='C00000'/>"),
    "without width": _reworded(_widthless),
    "words in a content control": _wrapped("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "words linked": _wrapped("<w:hyperlink w:anchor='x'>", "</w:hyperlink>"),
    "words tracked in": _wrapped("<w:ins w:id='901' w:author='A'>", "</w:ins>"),
    "words bookmarked": _between(lambda: _xml("<w:bookmarkStart w:id='77' w:name='x'/>")),
    "words in both wordings": _wrapped(
        "<mc:AlternateContent><mc:Choice Requires='wps'>",
        "</mc:Choice><mc:Fallback/></mc:AlternateContent>",
    ),
    "line break": _between(lambda: _xml("<w:r><w:br/></w:r>")),
    "comment": _between(lambda: _xml("<w:commentRangeStart w:id='4'/>")),
}


def edits() -> Iterator[tuple[str, Edit, bool]]:
    """Each edit by name, and whether it must be told."""
    yield from ((name, edit, True) for name, edit in TOLD.items())
    yield from ((name, edit, False) for name, edit in HONEST.items())
