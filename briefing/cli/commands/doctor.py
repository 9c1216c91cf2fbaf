"""`briefing doctor`: what this machine has or lacks."""

import click
from msgspec import to_builtins

from briefing.cli.options import common, print_json
from briefing.cli.terminal import visible
from briefing.words import say
from briefing.workflow.doctor import examine_machine


@click.command()
@click.pass_context
@common
def command(context: click.Context, as_json: bool, quiet: bool, verbose: bool, debug: bool) -> None:
    """Say what this machine has or lacks, each with its remedy; status 1 if it lacks a need."""
    findings = examine_machine()
    if as_json:
        print_json(
            {"schema": "briefing.doctor/1", "findings": [to_builtins(item) for item in findings]}
        )
    else:
        for item in findings:
            state = say("ok") if item.present else say("MISSING") if item.needed else say("absent")
            click.echo(visible(f"{state:7} {item.name}: {item.detail}"))
            if not item.present and item.remedy:
                click.echo(visible(f"        {item.remedy}"))
    context.exit(0 if all(item.present or not item.needed for item in findings) else 1)
