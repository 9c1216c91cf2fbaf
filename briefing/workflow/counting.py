"""Numbers with their nouns."""


def counted(count: int, noun: str) -> str:
    """`1 excerpt`, `2 excerpts`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
