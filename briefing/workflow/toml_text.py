"""Writes the TOML that `recipes` and `theme_files` read."""

import json
from collections.abc import Iterable
from datetime import date

from briefing.model.theme import Theme

Value = str | int | float | bool | date | tuple[str, ...] | None


def pairs(values: Iterable[tuple[str, Value]]) -> str:
    """`key = value` lines; what is empty is left out."""
    kept = ((key, value) for key, value in values if value not in (None, "", ()))
    return "".join(f"{key} = {_value(value)}\n" for key, value in kept)


def theme_text(theme: Theme) -> str:
    """A theme as its file."""
    head = pairs(
        (
            ("id", theme.id), ("title", theme.title), ("question", theme.question),
            ("weight", None if theme.weight == 1 else theme.weight),
        )
    )  # fmt: skip
    parts = [head]
    for match in theme.matches:
        within = match.within if match.near else None
        told = pairs(
            (
                ("any", match.any), ("all", match.all), ("near", match.near), ("within", within),
                ("regex", match.regex), ("weight", match.weight),
            )
        )  # fmt: skip
        parts.append(f"\n[[match]]\n{told}")
    parts += [
        f"\n[[exclude]]\n{pairs((('any', part.any), ('regex', part.regex)))}"
        for part in theme.exclusions
    ]
    return "".join(parts)


def _value(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            # A JSON string is a TOML string, but for the one character that TOML wants escaped.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case date():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(map(_value, value))}]"
        case _:
            return str(value)
