"""The look file (`look.toml`) that may lie beside a template."""

import re

from briefing.model.look import FAMILIES, PAGES, Look
from briefing.text.tables import Table, open_table

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_MILLIMETRE = 72 / 25.4
_LEAST_MARGIN, _MOST_MARGIN = 15.0, 70.0
_LEAST_SIZE, _MOST_SIZE = 8.0, 16.0


def parse_look(text: str, where: str) -> Look:
    """The look that `text` describes; what it leaves out stays as the program has it.

    Raises:
        RecipeError: with every fault of the file at once.
    """
    table = open_table(text, where)
    standard = Look()
    size = table.number("size", standard.size)
    if not _LEAST_SIZE <= size <= _MOST_SIZE:
        table.fault("size", f"“size” must lie between {_LEAST_SIZE:g} and {_MOST_SIZE:g} points")
    look = Look(
        page=table.choice("page", PAGES) or standard.page,
        left=_margin(table, "margin-left", standard.left),
        right=_margin(table, "margin-right", standard.right),
        top=_margin(table, "margin-top", standard.top),
        bottom=_margin(table, "margin-bottom", standard.bottom),
        text=table.choice("text", FAMILIES) or standard.text,
        heads=table.choice("heads", FAMILIES) or standard.heads,
        size=size,
        ink=_colour(table, "ink", standard.ink),
        accent=_colour(table, "accent", standard.accent),
        quiet=_colour(table, "quiet", standard.quiet),
        rule=_colour(table, "rule", standard.rule),
        tint=_colour(table, "tint", standard.tint),
    )
    table.close()
    table.faults.complain()
    return look


def _margin(table: Table, key: str, standard: float) -> float:
    """A margin in points, given in millimetres; head and foot need room for what stands there."""
    wide = table.number(key, standard / _MILLIMETRE)
    if not _LEAST_MARGIN <= wide <= _MOST_MARGIN:
        limits = f"{_LEAST_MARGIN:g} and {_MOST_MARGIN:g}"
        table.fault(key, f"“{key}” must lie between {limits} millimetres")
    return wide * _MILLIMETRE


def _colour(table: Table, key: str, standard: str) -> str:
    colour = table.text(key) or standard
    if not _COLOUR.fullmatch(colour):
        table.fault(key, f"“{key}” must be a colour such as “{standard}”")
    return colour
