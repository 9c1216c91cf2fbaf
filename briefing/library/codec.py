"""Frozen values to JSON and back; digests."""

import hashlib
import zlib
from functools import cache
from typing import Any, TypeVar, cast

from msgspec import DecodeError, json

from briefing.errors import BriefingError

Value = TypeVar("Value")
_ENCODER = json.Encoder()


class UnreadableError(BriefingError):
    """What was kept is not of the shape it should have."""


def pack(value: object) -> str:
    """`value` as JSON: the same text for the same value."""
    return _ENCODER.encode(value).decode()


def pack_with_digest(value: object) -> tuple[str, str]:
    """`value` as JSON, and the digest of that text."""
    data = _ENCODER.encode(value)
    return data.decode(), digest_bytes(data)


def unpack(sort: type[Value], text: str) -> Value:
    """The value of type `sort` that `pack` wrote; fields it lacks have their defaults.

    Raises:
        UnreadableError: if `text` is nothing that `pack` wrote for that type.
    """
    try:
        value: Value = _decoder(cast("Any", sort)).decode(text)
    except (DecodeError, RecursionError) as error:
        raise UnreadableError(f"a value of the library cannot be read: {error}") from None
    return value


@cache
def _decoder(sort: Any) -> json.Decoder[Any]:
    return json.Decoder(sort)


def digest(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_bytes(data: bytes) -> str:
    """SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def inflate(data: bytes, size: int) -> bytes | None:
    """The bytes that were compressed, at most `size` of them; `None` if they cannot be had."""
    try:
        return zlib.decompressobj().decompress(data, size + 1)
    except zlib.error:
        return None
