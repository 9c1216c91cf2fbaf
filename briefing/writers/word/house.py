"""A house's own Word document as reference: its styles by role, its page, its letterhead.

What the house has is used as it is. A style it lacks is taken from ours in the house's look: its
fonts, its text size, the colour of its headings. Old words, pictures, comments, macros and links to
templates are left out, but for what stands around a paragraph that says “[briefing]”.
"""

import re
import zipfile
from collections.abc import Mapping
from difflib import get_close_matches
from io import BytesIO

from docx.api import Document as open_docx  # noqa: N813 - a function that python-docx spells so
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree
from msgspec import Struct

from briefing.errors import UsageError
from briefing.model.output import STYLE_ROLES
from briefing.writers.word import styles
from briefing.writers.word.adapting import Adapter, follow, named_styles, style_name
from briefing.writers.word.bullets import add_bullets, bullet
from briefing.writers.word.ordering import put_in_order

_MAIN = re.compile(
    rb"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml"
    rb"|application/vnd\.ms-word\.\w+\.macroEnabled\w*\.main\+xml"
)
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KEPT = frozenset({"styles", "settings", "theme", "fontTable", "numbering", "webSettings"})
_STRICT_CHARSET = re.compile(rb' w:characterSet="[^"]*"')
_SETTLED = frozenset({etree.QName(qn(name)).namespace for name in ("w:x", "m:x", "sl:x")})
"""Settings of these namespaces stay; of others, programs note what concerns their own sessions."""
_UNWANTED = (
    "writeProtection", "attachedTemplate", "linkStyles", "mailMerge", "trackRevisions",
    "documentProtection", "updateFields", "footnotePr", "endnotePr", "docVars", "rsids",
)  # fmt: skip
_PLACE = "[briefing]"
_BEFORE_PAGE = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
_PAGE_SIZE = f'<w:pgSz {nsdecls("w")} w:w="11906" w:h="16838"/>'
_PAGE_MARGINS = (
    f'<w:pgMar {nsdecls("w")} w:top="1701" w:right="1559" w:bottom="1559" w:left="1559" '
    'w:header="624" w:footer="510" w:gutter="0"/>'
)


class House(Struct, frozen=True):
    """A house's parts, ready to be written into: `ids` of styles by our names for them."""

    parts: dict[str, bytes]
    ids: Mapping[str, str]
    numbering: Mapping[str, str]
    outline: Mapping[str, str]
    before: str
    after: str


def take_over(house: bytes, ours: bytes, chosen: Mapping[str, str]) -> House:
    """`house` put in order, with each style that we set and it lacks made after `ours`.

    Raises:
        UsageError: if `chosen`, the style map, names a style that the house has not.
        PackageNotFoundError, BadZipFile, KeyError, ValueError: if `house` is not a Word file.
    """
    document = open_docx(BytesIO(_as_document(house)))
    own = open_docx(BytesIO(ours))
    _one_section(document)
    before, after = _around(document)
    ids = _resolve(document, own, chosen)
    bare = [name for name in styles.BULLETS if not _says(document, ids[name], "numPr")]
    key = add_bullets(document) if bare else ""
    numbering = {name: bullet(key, styles.BULLETS.index(name)) for name in bare}
    outline = {
        name: f'<w:outlineLvl w:val="{level}"/>'
        for level, name in enumerate(styles.HEADINGS)
        if not _says(document, ids[name], "outlineLvl")
        and not style_name(follow(document.styles.element, ids[name])[0]).startswith("heading")
    }
    _without_lost_bases(document.styles.element)
    put_in_order(document.styles.element)
    if RELATIONSHIP_TYPE.NUMBERING in {link.reltype for link in document.part.rels.values()}:
        put_in_order(document.part.numbering_part.element)
    _clean_settings(document)
    _prune(document, f"{before}{after}")
    _with_a_theme(document, own)
    _with_usual_names(document)
    saved = BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if fonts := parts.get("word/fontTable.xml"):
        parts["word/fontTable.xml"] = _STRICT_CHARSET.sub(b"", fonts)
    return House(parts, ids, numbering, outline, before, after)


def _as_document(data: bytes) -> bytes:
    """A template, or a file with macros, as a plain document."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        types = package.read("[Content_Types].xml")
        if not _MAIN.search(types):
            return data
        told = BytesIO()
        with zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as plain:
            for name in package.namelist():
                content = package.read(name)
                if name == "[Content_Types].xml":
                    content = _MAIN.sub(_DOCUMENT, content)
                plain.writestr(name, content)
    return told.getvalue()


def _resolve(document: Document, own: Document, chosen: Mapping[str, str]) -> dict[str, str]:
    have = named_styles(document.styles.element)
    wanted = {STYLE_ROLES[role]: name for role, name in chosen.items()}
    ids: dict[str, str] = {}
    missing: list[str] = []
    for name in styles.ALL:
        sort = styles.sort_of(name)
        found = have.get((sort, wanted[name].casefold())) if name in wanted else None
        if name in wanted and found is None:
            raise _unknown_style(wanted[name], [key for kind, key in have if kind == sort])
        for other in _candidates(name):
            found = found if found is not None else have.get((sort, other.casefold()))
        if found is None:
            missing.append(name)
        else:
            ids[name] = str(found.get(qn("w:styleId")))
    adapter = Adapter(document.styles.element, own.styles.element, ids)
    for name in missing:
        ids[name] = adapter.add(name)
    return ids


def _candidates(name: str) -> tuple[str, ...]:
    alike = styles.ALIKE.get(name, ())
    return (*alike, name) if name == STYLE_ROLES["body"] else (name, *alike)


def _unknown_style(name: str, known: list[str]) -> UsageError:
    near = get_close_matches(name.casefold(), known, n=1)
    hint = f"It has “{near[0]}”." if near else "Name a style of its list."
    return UsageError(f"the reference document has no style “{name}”", remedy=hint)


def _says(document: Document, key: str, tag: str) -> bool:
    """Whether the style `key`, or one it is based on, has the paragraph property `tag`."""
    chain = follow(document.styles.element, key)
    return any(style.find(f"{qn('w:pPr')}/{qn(f'w:{tag}')}") is not None for style in chain)


def _one_section(document: Document) -> None:
    """The last section's page; headers and footers that it leaves out are those before it."""
    body = document.element.body
    if body.sectPr is None:
        document.add_section()
    sections = list(body.iter(qn("w:sectPr")))
    last = sections[-1]
    have = {_which(reference) for reference in last if _which(reference)}
    for section in reversed(sections[:-1]):
        for reference in [item for item in section if _which(item)]:
            if _which(reference) not in have:
                have.add(_which(reference))
                last.insert(0, reference)
    for change in last.findall(qn("w:sectPrChange")):
        last.remove(change)
    _with_a_page(last)


def _with_a_theme(document: Document, own: Document) -> None:
    """Our theme, where the house has none: Word wants one."""
    sort = RELATIONSHIP_TYPE.THEME
    if sort not in {relation.reltype for relation in document.part.rels.values()}:
        for relation in own.part.rels.values():
            if relation.reltype == sort:
                document.part.relate_to(relation.target_part, sort)


def _without_lost_bases(styles_: etree._Element) -> None:
    """A style based on one that is not there is based on nothing."""
    known = {style.get(qn("w:styleId")) for style in styles_.findall(qn("w:style"))}
    for style in styles_.findall(qn("w:style")):
        for tag in ("basedOn", "next", "link"):
            for other in style.findall(qn(f"w:{tag}")):
                if other.get(qn("w:val")) not in known:
                    style.remove(other)


def _with_usual_names(document: Document) -> None:
    """The parts that we write into, under the names that Word gives them."""
    document.part.partname = PackURI("/word/document.xml")
    usual = {
        RELATIONSHIP_TYPE.STYLES: "/word/styles.xml",
        RELATIONSHIP_TYPE.SETTINGS: "/word/settings.xml",
        RELATIONSHIP_TYPE.THEME: "/word/theme/theme1.xml",
    }
    for relation in document.part.rels.values():
        if relation.reltype in usual:
            relation.target_part.partname = PackURI(usual[relation.reltype])


def _with_a_page(section: etree._Element) -> None:
    """A4 with margins as ours, where the house leaves the page to Word."""
    if section.find(qn("w:pgSz")) is not None and section.find(qn("w:pgMar")) is not None:
        return
    for name in ("pgSz", "pgMar"):
        for element in section.findall(qn(f"w:{name}")):
            section.remove(element)
    heads = {qn(f"w:{name}") for name in _BEFORE_PAGE}
    at = sum(1 for element in section if element.tag in heads)
    for element in reversed([parse_xml(_PAGE_SIZE), parse_xml(_PAGE_MARGINS)]):
        section.insert(at, element)


def _which(reference: etree._Element) -> tuple[str, str] | None:
    if reference.tag in (qn("w:headerReference"), qn("w:footerReference")):
        return (str(reference.tag), str(reference.get(qn("w:type"), "default")))
    return None


def _around(document: Document) -> tuple[str, str]:
    """What the house has before and after a paragraph that says “[briefing]”; else nothing."""
    body = document.element.body
    blocks = [item for item in body if item.tag in (qn("w:p"), qn("w:tbl"), qn("w:sdt"))]
    for at, block in enumerate(blocks):
        words = "".join(node.text or "" for node in block.iter(qn("w:t"))).strip()
        if block.tag == qn("w:p") and words.casefold() == _PLACE:
            kept = (blocks[:at], blocks[at + 1 :])
            before, after = ("".join(map(_as_text, part)) for part in kept)
            return before, after
    return "", ""


def _as_text(block: etree._Element) -> str:
    for section in list(block.iter(qn("w:sectPr"))):
        parent = section.getparent()
        if parent is not None:
            parent.remove(section)
    return etree.tostring(block, encoding="unicode", with_tail=False)


def _clean_settings(document: Document) -> None:
    """No question on opening, no trace of earlier authors, no link to a template elsewhere."""
    settings = document.settings.element
    for name in _UNWANTED:
        for element in settings.findall(qn(f"w:{name}")):
            settings.remove(element)
    for element in list(settings):
        if isinstance(element.tag, str) and etree.QName(element).namespace not in _SETTLED:
            settings.remove(element)
    for zoom in settings.findall(qn("w:zoom")):
        zoom.set(qn("w:percent"), zoom.get(qn("w:percent"), "100"))
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.SETTINGS:
            relation.target_part.rels.clear()


def _prune(document: Document, kept: str) -> None:
    """Leave out the parts that only the house's old words used."""
    body = document.element.body
    used = {str(reference.get(qn("r:id"))) for reference in body.sectPr if _which(reference)}
    for key, relation in list(document.part.rels.items()):
        sort = str(relation.reltype).rpartition("/")[2]
        if sort not in _KEPT and key not in used and f'"{key}"' not in kept:
            del document.part.rels[key]
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if str(relation.reltype).rpartition("/")[2] not in {"officeDocument", "core-properties"}:
            del package.rels[key]
