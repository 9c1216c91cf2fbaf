"""Reads a theme from its TOML file."""

import re

from briefing.model.theme import Exclusion, Match, Theme
from briefing.text.tables import Table, open_table

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WITHIN = 8
"""Words within which phrases are near, if a theme does not say."""


def parse_theme(text: str, where: str) -> Theme:
    """The theme that a file's `text` describes; `where` names the file in messages.

    Raises:
        RecipeError: with every fault of the file at once.
    """
    table = open_table(text, where)
    theme_id = table.text("id", required=True) or ""
    if theme_id and not _ID.fullmatch(theme_id):
        table.fault("id", f"“{theme_id}” may hold only small letters, digits and single hyphens")
    theme = Theme(
        id=theme_id,
        title=table.text("title", required=True) or "",
        question=table.text("question") or "",
        matches=tuple(map(_match, table.tables("match"))),
        exclusions=tuple(map(_exclusion, table.tables("exclude"))),
        weight=table.number("weight", 1.0),
    )
    if not theme.matches:
        table.fault("match", "a theme needs at least one [[match]]")
    table.close()
    table.faults.complain()
    return theme


def _match(table: Table) -> Match:
    match = Match(
        any=table.texts("any"),
        all=table.texts("all"),
        near=table.texts("near"),
        within=_within(table),
        regex=_regex(table),
        weight=table.number("weight", 1.0),
    )
    if not any(map(table.values.get, ("any", "all", "near", "regex"))):
        table.fault("any", "a [[match]] needs “any”, “all”, “near” or “regex”")
    if len(match.near) == 1:
        table.fault("near", "“near” needs at least two phrases")
    table.close()
    return match


def _within(table: Table) -> int:
    """How many words may lie between phrases: none is no distance, and not the usual one."""
    within = table.integer("within")
    if within == 0:
        table.fault("within", "“within” must be a whole number of 1 or more")
    return within or _WITHIN


def _exclusion(table: Table) -> Exclusion:
    exclusion = Exclusion(any=table.texts("any"), regex=_regex(table))
    if not any(map(table.values.get, ("any", "regex"))):
        table.fault("any", "an [[exclude]] needs “any” or “regex”")
    table.close()
    return exclusion


def _regex(table: Table) -> str | None:
    source = table.text("regex")
    if source is None:
        return None
    try:
        re.compile(source)
    except (re.error, RecursionError, OverflowError) as error:
        table.fault("regex", f"“regex” is not a regular expression: {error}")
        return None
    return source
