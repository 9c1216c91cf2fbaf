"""Custom XML parts: data that Word and LibreOffice keep when they save the file."""

from briefing.digests import digest
from briefing.writers.word.markup import HEAD
from briefing.writers.word.skeleton import Skeleton

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PROPERTIES_LINK = f"{_STORE.rsplit('/', 1)[0]}/relationships/customXmlProps"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def add_item(skeleton: Skeleton, namespace: str, item: str) -> None:
    """Put the element `item` of `namespace` into a part of its own, related to the body."""
    number = 1
    while f"customXml/item{number}.xml" in skeleton.parts:
        number += 1
    told = digest(item.encode("utf-8", "surrogatepass")).upper()
    key = "-".join((told[:8], told[8:12], told[12:16], told[16:20], told[20:32]))
    properties = (
        f'<ds:datastoreItem ds:itemID="{{{key}}}" xmlns:ds="{_STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    relation = f'Id="rId1" Type="{_PROPERTIES_LINK}" Target="itemProps{number}.xml"'
    relations = f'<Relationships xmlns="{_RELATIONS}"><Relationship {relation}/></Relationships>'
    for name, content in (
        (f"item{number}.xml", item),
        (f"itemProps{number}.xml", properties),
        (f"_rels/item{number}.xml.rels", relations),
    ):
        skeleton.parts[f"customXml/{name}"] = f"{HEAD}{content}".encode()
    skeleton.declare(f"/customXml/itemProps{number}.xml", _PROPERTIES_TYPE)
    skeleton.link("customXml", f"../customXml/item{number}.xml")
