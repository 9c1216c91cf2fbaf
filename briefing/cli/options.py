"""Options that several commands share."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from briefing.errors import UsageError
from briefing.words import say

Function = TypeVar("Function", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A calendar day written YYYY-MM-DD (ISO 8601)."""

    name = "day"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read the day, or fail with a sentence."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(say("“{value}” is not a day such as 2024-04-12", value=value), param, ctx)


class Whole(click.IntRange):
    """A whole number within limits, called so in what is said of another word."""

    name = "whole number"


DAY = Day()
PATHS = click.argument(
    "paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path), required=False
)
THEMES = click.option(
    "--theme",
    "themes",
    multiple=True,
    metavar="ID|FILE",
    help="A theme: a starter's id or a theme file. Repeatable; default: all starter themes.",
)
LIBRARY = click.option(
    "--library",
    "library",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The library; default: your own, in the platform's data folder.",
)
LIMIT = click.option("--limit", type=Whole(1, 1000), metavar="N", help="Most excerpts a theme.")


def common(function: Function) -> Function:
    """Add --json, --quiet, --verbose and --debug."""
    for option in (
        click.option("--debug", is_flag=True, help="Show a traceback if it fails."),
        click.option("-v", "--verbose", is_flag=True, help="Say more."),
        click.option("-q", "--quiet", is_flag=True, help="No warnings, no progress."),
        click.option("--json", "as_json", is_flag=True, help="Print one JSON document."),
    ):
        function = option(function)
    return function


def need_paths(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The paths, if there are any."""
    if not paths:
        raise UsageError(
            say("no files or folders are named"), remedy=say("Name a folder with articles.")
        )
    return paths


def print_json(document: dict[str, Any]) -> None:
    """Print one JSON document, UTF-8, stable."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))
