"""Writes `briefing/cli/help_text.py`: the help of `briefing`, ready before click is imported."""

from pathlib import Path

from click import Context

from briefing.cli.group import briefing

TARGET = Path(__file__).parent.parent / "briefing" / "cli" / "help_text.py"


def help_text() -> str:
    """What `briefing --help` prints, set 80 columns wide."""
    settings = dict(briefing.context_settings)
    with Context(briefing, info_name="briefing", terminal_width=80, **settings) as context:
        return briefing.get_help(context) + "\n"


if __name__ == "__main__":
    TARGET.write_text(
        '"""The help of `briefing`, made by tools/make_help.py; a test holds it to the commands."""\n\n'
        f'HELP = """\\\n{help_text()}"""\n',
        encoding="utf-8",
    )
