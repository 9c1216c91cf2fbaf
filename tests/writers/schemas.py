"""The schemas of ECMA-376 (transitional), which say what a Word file's parts may hold.

No package carries them and they are not ours to pass on: the folder `ref/xsd` of python-docx's
repository has them, and OOXML_SCHEMAS names where it lies.
"""

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

FOLDER = "OOXML_SCHEMAS"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_XML = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"
 targetNamespace="http://www.w3.org/XML/1998/namespace"><xsd:attribute name="space"
 type="xsd:NCName"/><xsd:attribute name="lang" type="xsd:language"/></xsd:schema>"""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FILES = {
    _WORD: "wml.xsd",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "dml-main.xsd",
    f"{_OFFICE}/bibliography": "shared-bibliography.xsd",
    f"{_OFFICE}/custom-properties": "shared-documentPropertiesCustom.xsd",
    f"{_OFFICE}/extended-properties": "shared-documentPropertiesExtended.xsd",
    f"{_OFFICE}/customXml": "shared-customXmlDataProperties.xsd",
    f"{_PACKAGE}/content-types": "opc-xsd/opc-contentTypes.xsd",
    f"{_PACKAGE}/relationships": "opc-xsd/opc-relationships.xsd",
}
_WITH_XML = frozenset({_WORD})
"""Namespaces whose schema uses xml:space, for which it does not say where it is."""


def schemas(scratch: Path) -> dict[str, etree.XMLSchema]:
    """The schema of each namespace; skips, with the reason, where they are not."""
    named = os.environ.get(FOLDER, "")
    if not (Path(named) / "wml.xsd").is_file() or not named:
        pytest.skip(f"{FOLDER} does not name a folder with the schemas (ref/xsd of python-docx)")
    (scratch / "xml.xsd").write_text(_XML, encoding="utf-8")
    found = {}
    for space, name in _FILES.items():
        imports = ""
        if space in _WITH_XML:
            imports = _import("http://www.w3.org/XML/1998/namespace", scratch / "xml.xsd")
        imports += _import(space, Path(named) / name)
        whole = f'<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">{imports}</xsd:schema>'
        found[space] = etree.XMLSchema(etree.fromstring(whole))
    return found


def _import(space: str, path: Path) -> str:
    return f'<xsd:import namespace="{space}" schemaLocation="{path.resolve().as_uri()}"/>'


def faults(data: bytes, by_space: dict[str, etree.XMLSchema]) -> Iterator[str]:
    """What the parts of the package `data` hold against the schemas; asserts that it saw the body."""
    seen = set()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = _plain(etree.fromstring(package.read(name)))
            schema = by_space.get(etree.QName(root).namespace or "")
            if schema is None:
                continue
            seen.add(name)
            if not schema.validate(root):
                yield from (f"{name}: {line}" for line in str(schema.error_log).splitlines())
    assert {"word/document.xml", "word/styles.xml", "[Content_Types].xml"} <= seen


def _plain(root: etree._Element) -> etree._Element:
    """Without what newer programs add and older ones pass over (ECMA-376 part 3)."""
    passed_over = {root.nsmap.get(key) for key in root.get(f"{{{_MC}}}Ignorable", "").split()}
    for element in list(root.iter(etree.Element)):
        element.attrib.pop(f"{{{_MC}}}Ignorable", "")
        for name in list(element.attrib):
            if etree.QName(name).namespace in passed_over:
                del element.attrib[name]
        parent = element.getparent()
        if parent is not None and etree.QName(element).namespace in passed_over:
            parent.remove(element)
    return etree.fromstring(etree.tostring(root))
