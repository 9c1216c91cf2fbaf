"""What an editor does to a finished Word file, part by part: what must be told, and what is honest."""

import random
import re
from collections.abc import Callable, Iterator

from lxml import etree

from benches.kit import people_edits
from benches.kit.word_parts import (
    BODY,
    DECLARED,
    NAMES,
    Element,
    W,
    WordFile,
    run_of,
    texts_of,
    words_of,
    xml_of,
)

_MADE_UP = "The ministers agreed in secret to close every port by Easter."

Edit = Callable[[WordFile, random.Random], bool]


def _parted(file: WordFile, chance: random.Random) -> tuple[Element, Element] | None:
    """The run of a quotation, cut in two between two words."""
    text = chance.choice(texts_of(chance.choice(file.quotations)))
    places = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", text.text or "")]
    if not places:
        return None
    at = chance.choice(places)
    first = text.getparent()
    second: Element = etree.fromstring(etree.tostring(first))
    whole = text.text or ""
    text.text = whole[: at + 1]
    other: Element = second.find("w:t", NAMES)
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
        own = runs[1].find("w:rPr", NAMES)
        if own is None:
            own = etree.Element(f"{{{W}}}rPr")
            runs[1].insert(0, own)
        for one in etree.fromstring(f"<x {DECLARED}>{properties}</x>"):
            own.append(one)
        return True

    return edit


def _put(style: str, part: str, words: str) -> Edit:
    """Puts a sentence in marks behind the words of a paragraph."""

    def edit(file: WordFile, chance: random.Random) -> bool:
        found = file.paragraphs(style, part)
        if not found:
            return False
        chance.choice(found).append(run_of(f" {words}"))
        return True

    return edit


def _in_cell(file: WordFile, chance: random.Random) -> bool:
    cells = list(file.trees[BODY].iter(f"{{{W}}}tc"))
    if not cells:
        return False
    chance.choice(cells)[-1].append(run_of(f" “{_MADE_UP}”"))
    return True


def _in_part(prefix: str) -> Edit:
    def edit(file: WordFile, chance: random.Random) -> bool:
        parts = sorted(name for name in file.trees if name.startswith(f"word/{prefix}"))
        lines = [
            one for name in parts for one in file.trees[name].iter(f"{{{W}}}p") if words_of(one)
        ]
        if not lines:
            return False
        chance.choice(lines).append(run_of(f" “{_MADE_UP}”"))
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
        return xml_of(f"<w:r><w:drawing><wp:inline>{size}{graphic}</wp:inline></w:drawing></w:r>")
    return xml_of(
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
    made = xml_of(
        f"<mc:AlternateContent xmlns:zz='urn:nobody'><mc:Choice Requires='{needs}'>{words}</mc:Choice>"
        f"<mc:Fallback>{_not_run()}{words}</mc:Fallback></mc:AlternateContent>"
    )
    runs[1].getparent().replace(runs[1], made)
    return True


def _plain_body(file: WordFile, chance: random.Random) -> bool:
    """A quotation loses its style, and words of it are changed."""
    paragraph = chance.choice(file.quotations)
    paragraph.remove(paragraph.find("w:pPr", NAMES))
    for style in list(paragraph.iter(f"{{{W}}}rStyle")):
        if style.get(f"{{{W}}}val") != "FootnoteReference":
            style.getparent().remove(style)
    return True


def _tracked(kind: str) -> Edit:
    def edit(file: WordFile, chance: random.Random) -> bool:
        if (runs := _parted(file, chance)) is None:
            return False
        own = f"<w:{kind} w:id='900' w:author='A' w:date='2024-01-01T00:00:00Z'>"
        runs[0].addnext(xml_of(f"{own}{_not_run()}</w:{kind}>"))
        return True

    return edit


def _wrapped(before: str, behind: str) -> Edit:
    """Sets some words of a quotation within something else, unchanged."""

    def edit(file: WordFile, chance: random.Random) -> bool:
        if (runs := _parted(file, chance)) is None:
            return False
        own = etree.tostring(runs[1]).decode()
        runs[1].getparent().replace(runs[1], xml_of(f"{before}{own}{behind}"))
        return True

    return edit


def _marks(opening: str, closing: str) -> Edit:
    """A quotation in the running text, with marks of other forms."""

    def edit(file: WordFile, chance: random.Random) -> bool:
        paragraph = chance.choice(file.quotations)
        texts = texts_of(paragraph)
        texts[0].text = f"He said: {opening}{_MADE_UP}{closing}"
        for other in texts[1:]:
            if not (other.text or "").strip().isdigit():
                other.text = ""
        paragraph.remove(paragraph.find("w:pPr", NAMES))
        for style in list(paragraph.iter(f"{{{W}}}rStyle")):
            if style.get(f"{{{W}}}val") != "FootnoteReference":
                style.getparent().remove(style)
        return True

    return edit


def _reworded(change: Callable[[str, random.Random], str | None]) -> Edit:
    def edit(file: WordFile, chance: random.Random) -> bool:
        text = chance.choice(texts_of(chance.choice(file.quotations)))
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


def _day_of_entry(file: WordFile, chance: random.Random) -> bool:
    """Gives a source of the list another day."""
    places = [
        (text, found)
        for line in file.paragraphs("Bibliography")
        for text in texts_of(line)
        for found in [
            re.search(r"\b[A-Z]\w+ \d{1,2}(?=, \d{4})|\b\d{1,2}(?=\.? \w+ \d{4})", text.text)
        ]
        if found
    ]
    if not places:
        return False
    text, found = chance.choice(places)
    day = re.search(r"\d+", found[0])
    start = found.start() + (day.start() if day else 0)
    other = "3" if text.text[start : found.end()] != "3" else "4"
    text.text = text.text[:start] + other + text.text[found.end() :]
    return True


def _figure_of_label(file: WordFile, chance: random.Random) -> bool:
    """Changes the figure with which an item of a list begins."""
    labels = [
        text
        for line in file.paragraphs("ListBullet")
        for text in texts_of(line)[:1]
        if re.search(r"\d{3}", text.text) and "(" not in words_of(line)
        if line.find(".//w:footnoteReference", NAMES) is not None  # others are remarks
    ]
    if not labels:
        return False
    text = chance.choice(labels)
    text.text = re.sub(r"\d(\d\d)", r"\g<1>777", text.text, count=1)
    return True


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
    texts_of(other)[0].text = f"{words_of(one)} {texts_of(other)[0].text}"
    one.getparent().remove(one)
    return True


def _numbered(file: WordFile, chance: random.Random) -> bool:
    """Puts words before a quotation as the number of a list."""
    if "word/numbering.xml" not in file.trees:
        return False
    numbering = file.trees["word/numbering.xml"]
    made = xml_of(
        "<w:abstractNum w:abstractNumId='997'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/>"
        "<w:lvlText w:val='It is false that'/></w:lvl></w:abstractNum>"
    )
    numbering.insert(0, made)
    numbering.append(xml_of("<w:num w:numId='997'><w:abstractNumId w:val='997'/></w:num>"))
    properties = chance.choice(file.quotations).find("w:pPr", NAMES)
    properties.append(xml_of("<w:numPr><w:ilvl w:val='0'/><w:numId w:val='997'/></w:numPr>"))
    return True


def _hidden_row(file: WordFile, chance: random.Random) -> bool:
    rows = list(file.trees[BODY].iter(f"{{{W}}}tr"))
    if not rows:
        return False
    chance.choice(rows).insert(0, xml_of("<w:trPr><w:hidden/></w:trPr>"))
    return True


_INSERTED_MATH = "<m:oMath><m:r><m:t>not</m:t></m:r></m:oMath>"

TOLD: dict[str, Edit] = {
    "not as a formula": _between(lambda: xml_of(_INSERTED_MATH)),
    "not in a box in the line": _between(lambda: _shape("", _not_run(), inline=True)),
    "picture in the line": _between(lambda: _shape("", inline=True)),
    "shape laid over": _between(lambda: _shape(_PLACE)),
    "older shape laid over": _between(lambda: xml_of(_VML)),
    "not tracked in": _tracked("ins"),
    "not moved in": _tracked("moveTo"),
    "two wordings": _alternate,
    "not in a content control": _between(
        lambda: xml_of(f"<w:sdt><w:sdtContent>{_not_run()}</w:sdtContent></w:sdt>")
    ),
    "not in a field": _between(
        lambda: xml_of(f"<w:fldSimple w:instr='QUOTE'>{_not_run()}</w:fldSimple>")
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
    "made up in the lead": _put("QuotationLead", BODY, f"“{_MADE_UP}”"),
    "made up in plain text": _put("Normal", BODY, f"“{_MADE_UP}”"),
    "made up in a heading": _put("Heading1", BODY, f"“{_MADE_UP}”"),
    "made up in the source list": _put("Bibliography", BODY, f"“{_MADE_UP}”"),
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
    "another day in the source list": _day_of_entry,
    "another figure in a label": _figure_of_label,
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
    "words bookmarked": _between(lambda: xml_of("<w:bookmarkStart w:id='77' w:name='x'/>")),
    "words in both wordings": _wrapped(
        "<mc:AlternateContent><mc:Choice Requires='wps'>",
        "</mc:Choice><mc:Fallback/></mc:AlternateContent>",
    ),
    "line break": _between(lambda: xml_of("<w:r><w:br/></w:r>")),
    "comment": _between(lambda: xml_of("<w:commentRangeStart w:id='4'/>")),
}


def edits() -> Iterator[tuple[str, Edit, bool]]:
    """Each edit by name, and whether it must be told."""
    told, honest = TOLD | people_edits.TOLD, HONEST | people_edits.HONEST
    yield from ((name, edit, True) for name, edit in told.items())
    yield from ((name, edit, False) for name, edit in honest.items())
