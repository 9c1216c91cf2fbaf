"""What begins before the command line is read, for it takes as long as that."""

from collections.abc import Sequence


def begin(arguments: Sequence[str]) -> None:
    """Begin what the command in `arguments` is sure to need."""
    from briefing.lean import import_lean

    if arguments[0] == "build":
        from briefing.workflow import ahead

        ahead.start()
    import_lean("click", ("uuid",))  # no option here is one
