"""Reads a batch: `[defaults]` and any number of `[[brief]]` tables of a recipe's keys."""

from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefing.text.file_names import folded, name_fault
from briefing.text.tables import Faults, Table, open_table
from briefing.workflow.catalogue import read_text
from briefing.workflow.order import Order
from briefing.workflow.recipes import order_in
from briefing.workflow.writing import FORMATS

LARGEST = 1 << 20
"""Characters a batch file may have."""
_INNER = ("note", "pin", "drop", "styles")


class Item(Struct, frozen=True):
    """One brief of a batch; `name` is what it is called in tables and logs."""

    name: str
    order: Order


def read_batch(file: Path, out: Path, library: Path | None = None) -> tuple[Item, ...]:
    """The briefs in `file`; their outputs lie under `out`, all other paths beside the file.

    Raises:
        RecipeError: with every fault of the file at once; nothing has been written then.
    """
    text = read_text(file)
    table = open_table(text, str(file))
    if len(text) > LARGEST:
        table.faults.add((), f"the file has more than {LARGEST // 1024} kB")
    base = file.resolve().parent
    defaults = table.table("defaults")
    values = defaults.values if defaults else {}
    if defaults:
        _read(defaults, {}, base)
    items = tuple(
        _item(number, brief, values, base, out, library)
        for number, brief in enumerate(table.tables("brief"))
    )
    if not items:
        table.fault("brief", "a batch needs at least one [[brief]] table")
    table.close()
    _check_names(items, out, table)
    table.faults.complain()
    return items


def _item(
    number: int, brief: Table, defaults: dict[str, Any], base: Path, out: Path,
    library: Path | None,
) -> Item:  # fmt: skip
    _read(brief, defaults, base)
    merged = Table(defaults | brief.values, Faults(brief.faults.where, brief.faults.text))
    order = order_in(merged, merged, base)
    names = merged.texts("outputs")
    if not names and "outputs" not in brief.values:
        brief.fault("outputs", "“outputs” is missing")
    for name in names:
        if fault := name_fault(name):
            brief.fault("outputs", f"the output “{name}” cannot be written: {fault}")
        elif Path(name).suffix.lower() not in FORMATS:
            brief.fault("outputs", f"no format goes with “{name}”; use {', '.join(FORMATS)}")
    title = merged.text("title")
    return Item(
        title or (Path(names[0]).stem if names else f"brief {number + 1}"),
        replace(
            order,
            outputs=tuple(out / name for name in names),
            library=order.library or library,
        ),
    )


def _read(table: Table, defaults: dict[str, Any], base: Path) -> None:
    """Note the faults of one table's own keys."""
    order_in(table, table, base)
    table.known.update(key for key in defaults if key in _INNER)
    table.close()


def _check_names(items: tuple[Item, ...], out: Path, table: Table) -> None:
    """Two briefs must not write one file, on no system."""
    seen: dict[str, str] = {}
    for number, item in enumerate(items):
        for target in item.order.outputs:
            name = str(target.relative_to(out)) if target.is_relative_to(out) else str(target)
            if folded(name) in seen:
                table.faults.add(
                    (f"brief#{number}", "outputs"),
                    f"“{name}” is written by “{seen[folded(name)]}” too",
                )
            seen.setdefault(folded(name), item.name)
