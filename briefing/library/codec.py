"""Frozen values to JSON and back, by the types of their fields.

A value becomes the list of its fields in order, trailing ones that have their default left out: a
type may gain fields with defaults at its end, and what was written before is still read.
"""

import hashlib
import json
import zlib
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from briefing.errors import BriefingError

Value = TypeVar("Value")
Turn = Callable[[Any], Any]


class UnreadableError(BriefingError):
    """What was kept is not of the shape it should have."""


def pack(value: object) -> str:
    """`value` as JSON without spaces: the same text for the same value."""
    sort: Any = type(value)
    return json.dumps(_writer(sort)(value), ensure_ascii=False, separators=(",", ":"))


def unpack(sort: type[Value], text: str) -> Value:
    """The value of type `sort` that `pack` wrote.

    Raises:
        UnreadableError: if `text` is nothing that `pack` wrote for that type.
    """
    try:
        read: Callable[[Any], Value] = _reader(cast("Any", sort))
        value = read(json.loads(text))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise UnreadableError(f"a value of the library cannot be read: {error}") from None
    return value


def digest(text: str) -> str:
    """SHA-256 of a text; a lone surrogate counts as it stands."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest_bytes(data: bytes) -> str:
    """SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def inflate(data: bytes, size: int) -> bytes | None:
    """The bytes that were compressed, at most `size` of them; `None` if they cannot be had."""
    try:
        return zlib.decompressobj().decompress(data, size + 1)
    except zlib.error:
        return None


@cache
def _writer(sort: Any) -> Turn:
    """What turns a value of the declared type `sort` into what JSON knows."""
    origin, inner = get_origin(sort), get_args(sort)
    if origin is UnionType or NoneType in inner:
        (kept,) = (part for part in inner if part is not NoneType)
        turn = _writer(kept)
        return lambda value: None if value is None else turn(value)
    if origin is tuple:
        parts = _parts(inner, _writer)
        if parts is None:
            each = _writer(inner[0])
            return lambda value: [each(item) for item in value]
        return lambda value: [turn(item) for turn, item in zip(parts, value, strict=True)]
    if origin is dict:
        key, each = map(_writer, inner)
        return lambda value: {key(name): each(item) for name, item in value.items()}
    if is_dataclass(sort):
        return _record_writer(sort)
    if isinstance(sort, type) and issubclass(sort, Enum):
        return lambda value: value.value
    if sort is date:
        return lambda value: value.isoformat()
    return _plain


@cache
def _reader(sort: Any) -> Turn:
    """What turns JSON back into a value of the declared type `sort`."""
    origin, inner = get_origin(sort), get_args(sort)
    if origin is UnionType or NoneType in inner:
        (kept,) = (part for part in inner if part is not NoneType)
        turn = _reader(kept)
        return lambda value: None if value is None else turn(value)
    if origin is tuple:
        parts = _parts(inner, _reader)
        if parts is None:
            each = _reader(inner[0])
            return lambda value: tuple([each(item) for item in value])
        return lambda value: tuple([turn(item) for turn, item in zip(parts, value, strict=True)])
    if origin is dict:
        key, each = map(_reader, inner)
        return lambda value: {key(name): each(item) for name, item in value.items()}
    if is_dataclass(sort):
        return _record_reader(sort)
    if isinstance(sort, type) and issubclass(sort, Enum):
        return sort
    if sort is date:
        return date.fromisoformat
    return _plain


def _plain(value: Any) -> Any:
    return value


def _parts(inner: tuple[Any, ...], turn: Callable[[Any], Turn]) -> list[Turn] | None:
    """The turns of a tuple of fixed length; `None` where one type goes for all items."""
    return None if inner[-1] is Ellipsis else [turn(part) for part in inner]


def _hints(sort: Any) -> list[Any]:
    hints = get_type_hints(sort)
    return [hints[item.name] for item in fields(sort)]


def _record_writer(sort: Any) -> Turn:
    turns = [_writer(hint) for hint in _hints(sort)]
    names = [item.name for item in fields(sort)]
    defaults = [_default(item) for item in fields(sort)]

    def write(value: object) -> list[Any]:
        items = [getattr(value, name) for name in names]
        while items and items[-1] == defaults[len(items) - 1]:
            items.pop()
        return [turn(item) for turn, item in zip(turns, items, strict=False)]

    return write


def _record_reader(sort: Any) -> Turn:
    turns = [_reader(hint) for hint in _hints(sort)]
    return lambda value: sort(*[turn(item) for turn, item in zip(turns, value, strict=False)])


def _default(item: Field[Any]) -> object:
    if item.default is not MISSING:
        return item.default
    return MISSING if item.default_factory is MISSING else item.default_factory()
