"""How far a long run is. Workflow reports, the way in (terminal, window) shows."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


def silent(doing: str, done: int, total: int) -> None:
    """Show nothing."""
