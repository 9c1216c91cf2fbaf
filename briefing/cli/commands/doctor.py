"""`briefing doctor`: what this machine has or lacks."""

import click
from msgspec import to_builtins

from briefing.cli.options import common, print_json
from briefing.cli.terminal import retold, visible
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
        states = say("ok"), say("absent"), say("MISSING")
        wide = max(map(len, states))
        for item in findings:
            state = states[0] if item.present else states[1 + item.needed]
            click.echo(visible(f"{state:{wide}} {retold(item.name)}: {retold(item.detail)}"))
            if not item.present and item.remedy:
                click.echo(visible(f"{'':{wide}} {retold(item.remedy)}"))
    context.exit(0 if all(item.present or not item.needed for item in findings) else 1)
