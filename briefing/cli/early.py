"""What begins before the command line is read, for it takes as long as that."""

from collections.abc import Sequence


def begin(arguments: Sequence[str]) -> None:
    """Begin what the command in `arguments` is sure to need."""
    if arguments[0] == "build":
        from briefing.workflow import ahead

        ahead.start()
    _import_click()


def _import_click() -> None:
    """Import click without what it uses of Python to look into code: here that is one small function."""
    from briefing.lean import Later, import_lean

    core = import_lean("click.core", ("inspect", "uuid"))
    if isinstance(core.inspect, Later):
        core.inspect.__dict__["cleandoc"] = cleaned


def cleaned(text: str) -> str:
    """The text of a help as `inspect.cleandoc` gives it; most are of one line, with nothing to indent."""
    if "\n" not in text:
        return text.expandtabs().lstrip()
    from inspect import cleandoc

    return cleandoc(text)
