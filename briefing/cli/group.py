"""The command group; each command is imported when it is asked for."""

from importlib import import_module

import click

from briefing import __version__
from briefing.cli.showing import Formatter
from briefing.errors import UnknownNameError
from briefing.words import mark

COMMANDS = {
    "build": mark("Make a briefing: read, select, compose, write."),
    "batch": mark("Make many briefings from one file of recipes."),
    "import": mark("Take articles into the library."),
    "search": mark("Search the library."),
    "library": mark("Look after the library: check, rebuild, copy, grade."),
    "verify": mark("Prove every quotation of a finished file."),
    "uses": mark("Say which editions quote a source."),
    "diff": mark("Say what changed between two editions."),
    "sources": mark("Show how each source was read."),
    "excerpts": mark("Show ranked excerpts, with reasons."),
    "themes": mark("List, show and try themes."),
    "templates": mark("List, show and copy templates."),
    "gui": mark("Open the desktop app."),
    "doctor": mark("Say what this machine has or lacks."),
}
"""The commands with their short help; `briefing.cli.commands.NAME` holds each as `command`."""

_MODULES = {"import": "import_"}
"""Commands whose name cannot be a module's."""

click.Context.formatter_class = Formatter


class _Lazy(click.Group):
    """Knows its commands by name and imports the one that is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names, in the order in which a person needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            raise UnknownNameError("command", cmd_name, COMMANDS)
        module = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = import_module(f"briefing.cli.commands.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table above: no command is imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`briefing COMMAND --help` explains a command. Example: "
    "briefing build articles -o brief.docx -o brief.pdf",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def briefing() -> None:
    """Sourced Word and PDF briefings out of a folder of articles: offline, verbatim, cited."""
