"""Frozen types that every room shares: what is read, what is found, what is printed."""

import sys

if "msgspec" not in sys.modules and "typing_extensions" not in sys.modules:
    # msgspec takes from typing what it does not find there. On the Pythons we run on both give it the
    # same, and without it a cold start is an eighth shorter.
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    import msgspec  # noqa: F401

    del sys.modules["typing_extensions"]
