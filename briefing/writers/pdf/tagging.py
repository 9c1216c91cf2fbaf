"""The structure tree: what the marked content of the pages is (ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Iterator
from typing import Union

from msgspec import Struct, field

from briefing.writers.pdf.packing import Pack, text_string

Kid = Union["Element", "Content", "Annotation"]


class Content(Struct, frozen=True):
    """A marked stretch of a page: the page's index and the mark's number on it."""

    page: int
    mark: int


class Annotation(Struct, frozen=True):
    """An annotation: the number of its object, and its page's index."""

    number: int
    page: int


class Element(Struct):
    """An element of the tree; `extra` are further entries of its dictionary, ready made."""

    tag: str
    extra: str = ""
    kids: list[Kid] = field(default_factory=list)
    number: int = 0

    def add(self, tag: str, extra: str = "") -> "Element":
        """A new last child."""
        made = Element(tag, extra)
        self.kids.append(made)
        return made


def prune(element: Element) -> bool:
    """Drop elements that nothing of was shown; whether anything is left."""
    element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or prune(kid)]
    return bool(element.kids) or element.tag in {"TD", "TH"}


def write_tree(
    pack: Pack, root: Element, pages: list[int], marked: list[list[Element]], links: list[Element]
) -> int:
    """Write the tree; the number of its root.

    `pages` are the pages' object numbers, `marked` the element of each mark of each page, `links`
    that of each annotation, whose keys follow those of the pages.
    """
    tree = pack.reserve()
    every = list(_every(root))
    for element in every:
        element.number = pack.reserve()
    _write(pack, root, tree, pages)
    nums = [
        f"{key}[{' '.join([f'{one.number} 0 R' for one in elements])}]"
        for key, elements in enumerate(marked)
    ]
    nums += [f"{key} {one.number} 0 R" for key, one in enumerate(links, len(marked))]
    parents = pack.put(f"<</Nums[{' '.join(nums)}]>>")
    notes = [one for one in every if one.tag == "Note"]
    names = " ".join(f"(n{at:08}) {one.number} 0 R" for at, one in enumerate(notes))
    for at, one in enumerate(notes):
        body = pack.objects[one.number]
        pack.objects[one.number] = b"%b/ID(n%08d)>>" % (body[:-2], at)
    ids = f"/IDTree<</Names[{names}]/Limits[(n{0:08})(n{len(notes) - 1:08})]>>" if notes else ""
    if ids:
        ids = f"/IDTree<</Kids[{pack.put(ids.removeprefix('/IDTree'))} 0 R]>>"
    pack.put(
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {parents} 0 R"
        f"/ParentTreeNextKey {len(marked) + len(links)}/RoleMap<</Judgment/P>>{ids}>>",
        tree,
    )
    return tree


def _every(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _every(kid)


def _write(pack: Pack, element: Element, parent: int, pages: list[int]) -> None:
    kids: list[str] = []
    home = -1
    for kid in element.kids:
        match kid:
            case Element():
                kids.append(f"{kid.number} 0 R")
            case Content(page, mark):
                home = page if home < 0 else home
                other = f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>"
                kids.append(str(mark) if page == home else other)
            case Annotation(number, page):
                kids.append(f"<</Type/OBJR/Pg {pages[page]} 0 R/Obj {number} 0 R>>")
    on = f"/Pg {pages[home]} 0 R" if home >= 0 else ""
    inner = kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"
    pack.put(
        f"<</S/{element.tag}/P {parent} 0 R{on}{element.extra}/K {inner}>>"
        if kids
        else f"<</S/{element.tag}/P {parent} 0 R{element.extra}>>",
        element.number,
    )
    for kid in element.kids:
        if isinstance(kid, Element):
            _write(pack, kid, element.number, pages)


def language(tag: str) -> str:
    """The entry that gives an element's language."""
    return f"/Lang{text_string(tag)}"


HEADER_CELL = "/A<</O/Table/Scope/Column>>"
BULLETS = "/A<</O/List/ListNumbering/Disc>>"
NUMBERS = "/A<</O/List/ListNumbering/Decimal>>"
