"""How help is shown: in the person's language, sentence by sentence as the catalogues have it."""

import re
from collections.abc import Iterable, Iterator

import click

from briefing.cli.terminal import retold
from briefing.words import mark, say

_AS_IT_IS = "\b"
"""How a paragraph begins whose lines are not wrapped."""
_EXAMPLE = "Example: "
_EXTRA = "  ["
"""How it begins what click says of an option's values, after its help."""
_COLUMNS = re.compile(r"(\S.*?)( {2,})(\S.*)")
_WITH_EXAMPLE = mark("Example: {command}")


class Formatter(click.HelpFormatter):
    """Says what click is about to write."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How a command is called."""
        super().write_usage(prog, args, f"{say('Usage:')} " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """What stands below."""
        told = say("{heading}:", heading=say(heading))
        self.write(f"{'':>{self.current_indent}}{told}\n")

    def write_text(self, text: str) -> None:
        """What a command does."""
        super().write_text("\n\n".join(map(_paragraph, text.split("\n\n"))))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Options or commands, each with what it does."""
        super().write_dl([(name, _entry(text)) for name, text in rows], col_max, col_spacing)


class Verbs(click.Group):
    """A command that has others below it, each told by its whole first sentence."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands."""
        helps = {name: self.commands[name].help or "" for name in self.list_commands(ctx)}
        with formatter.section("Commands"):
            formatter.write_dl([(name, first_of(text)) for name, text in helps.items()])


def first_of(text: str) -> str:
    """The first paragraph of a help text."""
    return " ".join(text.partition("\n\n")[0].split())


def sentences_of(text: str) -> Iterator[str]:
    """What of a help text is said: a paragraph without its example, a line without what it explains."""
    for paragraph in text.split("\n\n"):
        if paragraph.startswith(_AS_IT_IS):
            for line in paragraph.splitlines():
                if found := _COLUMNS.fullmatch(line.strip()):
                    yield found[3]
        elif words := " ".join(paragraph.partition(_EXAMPLE)[0].split()):
            yield words


def _paragraph(text: str) -> str:
    if text.startswith(_AS_IT_IS):
        return "\n".join(
            f"{found[1]}{found[2]}{say(found[3])}" if (found := _COLUMNS.fullmatch(line)) else line
            for line in text.splitlines()
        )
    words, example, command = text.partition(_EXAMPLE)
    parts = [say(" ".join(words.split()))] if words else []
    if example:
        parts.append(say(_WITH_EXAMPLE, command=" ".join(command.split())))
    return " ".join(parts)


def _entry(text: str) -> str:
    words, extra, values = text.partition(_EXTRA)
    told = "; ".join(retold(one) for one in values.removesuffix("]").split("; "))
    return f"{say(words)}{extra}{told}]" if extra else say(words)
