"""Frozen types that every room shares: what is read, what is found, what is printed."""

import sys

from briefing.lean import import_dates, import_lean

import_dates()

# The addresses of web sites are taken apart, not those of machines.
import_lean("urllib.parse", ("ipaddress",))
# msgspec asks typing_extensions for what `typing` itself has since Python 3.11. Told that there is
# none, it looks there. No value of ours is a `Decimal` or a `UUID`: it need not know them. Together
# they are a tenth of what a cold start takes.
_ABSENT = "typing_extensions" not in sys.modules and "msgspec" not in sys.modules
if _ABSENT:
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    try:
        import_lean(
            "msgspec",
            ("msgspec._json_schema", "msgspec.inspect", "msgspec.toml", "msgspec.yaml"),
            never=("decimal", "uuid"),
        )
    finally:
        del sys.modules["typing_extensions"]
