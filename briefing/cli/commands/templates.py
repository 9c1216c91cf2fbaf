"""`briefing templates`: list, show, copy."""

from pathlib import Path

import click

from briefing.cli.options import common, print_json
from briefing.cli.showing import Verbs
from briefing.words import say
from briefing.workflow.catalogue import all_templates, copy_template, find_template


@click.group(cls=Verbs, no_args_is_help=False)
def command() -> None:
    """List, show and copy templates."""


@command.command("list")
@common
def list_templates(as_json: bool, quiet: bool, verbose: bool, debug: bool) -> None:
    """List the templates the program brings."""
    found = all_templates()
    if as_json:
        shown = [
            {"id": item.id, "title": item.title, "description": item.description} for item in found
        ]
        print_json({"schema": "briefing.templates/1", "templates": shown})
        return
    for template in found:
        click.echo(f"{template.id:<15} {template.title}: {template.description}")


@command.command()
@click.argument("template")
@common
def show(template: str, as_json: bool, quiet: bool, verbose: bool, debug: bool) -> None:
    """Show the sections of TEMPLATE (a name or a folder).

    Example: briefing templates show full
    """
    found = find_template(template)
    if as_json:
        print_json(
            {
                "schema": "briefing.template/1",
                "id": found.id,
                "title": found.title,
                "description": found.description,
                "limit": found.limit,
                "sections": list(found.sections),
            }
        )
        return
    click.echo(f"{found.title} ({found.id}): {found.description}")
    click.echo(f"  {say('excerpts a theme: {count}', count=str(found.limit))}")
    for section in found.sections:
        click.echo(f"  {say('section: {name}', name=section)}")
        if verbose:
            click.echo(found.files[f"{section}.jinja"])


@command.command()
@click.argument("template")
@click.argument("folder", type=click.Path(path_type=Path))
@common
def copy(
    template: str, folder: Path, as_json: bool, quiet: bool, verbose: bool, debug: bool
) -> None:
    """Copy TEMPLATE to a new FOLDER, to edit it there and build with --template FOLDER.

    Example: briefing templates copy full my-template
    """
    files = copy_template(template, folder)
    if as_json:
        print_json({"schema": "briefing.templates-copy/1", "files": [str(file) for file in files]})
    elif not quiet:
        told = say(
            "copied {count} files to {folder}; use it with --template {folder}",
            count=str(len(files)),
            folder=folder,
        )
        click.echo(told)
