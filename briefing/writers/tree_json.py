"""The document tree as JSON, for other programs; quoted words come with their offsets."""

import json
import re
from datetime import date
from enum import Enum
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from briefing.model.document import Document
from briefing.model.output import Written
from briefing.model.passage import Excerpt
from briefing.writers.escaping import STAND_IN, replaced_notice

SCHEMA = "briefing.document/1"
_SURROGATES = re.compile("[\ud800-\udfff]")
_WORD_START = re.compile(r"(?<!^)(?=[A-Z])")


def write_json(document: Document) -> Written:
    """`document` as JSON in UTF-8 (RFC 8259): every node an object with its `type`.

    Offsets are code points in the text of the source. Keys stand in the order of the tree's fields.
    """
    tree = {"schema": SCHEMA, **_value(document)}
    text = json.dumps(tree, ensure_ascii=False, indent=1) + "\n"
    return Written(text.encode(), replaced_notice("JSON", text.count(STAND_IN)))


def _value(value: object) -> Any:
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return value.value
        case str():
            return _SURROGATES.sub("\ufffd", value)
        case bytes():
            return f"{len(value)} bytes"  # a house's font or logo, which no reader of a tree wants
        case date():
            return value.isoformat()
        case tuple():
            return [_value(item) for item in value]
        case Struct():
            return _node(value)
        case _:
            raise TypeError(f"a document holds no {type(value).__name__}")


def _node(node: Struct) -> dict[str, Any]:
    named: dict[str, Any] = {"type": _WORD_START.sub("_", type(node).__name__).lower()}
    for item in fields(node):
        value = getattr(node, item.name)
        if item.name == "changed" and not value:
            continue  # said of few; most documents mark no changes
        named |= _place(value) if isinstance(value, Excerpt) else {item.name: _value(value)}
    return named


def _place(excerpt: Excerpt) -> dict[str, Any]:
    place = excerpt.passage
    return {
        "source": _value(place.source),
        "start": place.start,
        "end": place.end,
        "text": _value(excerpt.exact),
    }
