"""Reads a recipe: a brief written down in TOML, so that it can be made again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from briefing.compose.citations import check_style
from briefing.errors import UnknownNameError
from briefing.model.brief import Brief, Drop, Note, Pin
from briefing.model.output import CITATION_FIELDS, STYLE_ROLES, WordWishes
from briefing.model.passage import Passage
from briefing.text.tables import Table, open_table
from briefing.tongue import document_languages
from briefing.workflow.catalogue import find_template, find_themes, read_text
from briefing.workflow.order import Order, today
from briefing.workflow.writing import FORMATS


def read_recipe(file: Path) -> Order:
    """The order in the recipe `file`; its paths are relative to the folder it lies in.

    Raises:
        RecipeError: with every fault of the file at once.
    """
    table = open_table(read_text(file), str(file))
    base = file.resolve().parent
    order = _order(table, base)
    table.close()
    table.faults.complain()
    return order


def _order(table: Table, base: Path) -> Order:
    inner = table.table("brief")
    if inner is None:
        table.fault("brief", "a recipe needs a [brief] table")
        return Order(Brief(date=today()), (), ())
    order = order_in(inner, table, base)
    inner.close()
    _look_up(inner, order, base)
    return order


def _look_up(inner: Table, order: Order, base: Path) -> None:
    """Note the themes, the template, the citation style and the formats that there are not."""
    lookups: list[tuple[str, Callable[[], object]]] = [
        *(("themes", partial(find_themes, (name,), base)) for name in order.brief.themes),
        ("template", partial(find_template, order.brief.template, base)),
        ("citation-style", partial(check_style, order.brief.citation_style)),
    ]
    for key, look_up in lookups:
        try:
            look_up()
        except UnknownNameError as error:
            inner.fault(key, f"{error.what}. {error.remedy}".rstrip(". "))
    for target in order.outputs:
        if target.suffix.lower() not in FORMATS:
            inner.fault("outputs", f"no format goes with “{target.name}”; use {', '.join(FORMATS)}")


def order_in(inner: Table, places: Table, base: Path) -> Order:
    """The order whose keys stand in `inner`, its notes, pins, drops and styles in `places`."""
    notes = tuple(map(_note, places.tables("note")))
    pins = tuple(map(_pin, places.tables("pin")))
    drops = tuple(map(_drop, places.tables("drop")))
    return Order(
        replace(_brief(inner), notes=notes, pins=pins, drops=drops),
        sources=tuple(base / name for name in inner.texts("sources")),
        outputs=tuple(base / name for name in inner.texts("outputs")),
        base=base,
        reference=base / name if (name := inner.text("reference-doc")) else None,
        archival=inner.flag("archival"),
        library=base / name if (name := inner.text("library")) else None,
        previous=_previous(inner, base),
        issue=inner.flag("issue"),
        word=_word(inner, places.table("styles")),
    )


def _previous(table: Table, base: Path) -> str | None:
    """The edition before: its number in the library, or a file beside the recipe."""
    name = table.text("previous")
    return name if name is None or name.isdecimal() else str(base / name)


def _word(brief: Table, styles: Table | None) -> WordWishes:
    named: list[tuple[str, str]] = []
    if styles is not None:
        named = [(role, name) for role in STYLE_ROLES if (name := styles.text(role))]
        styles.close()
    return WordWishes(
        brief.flag("endnotes"),
        brief.choice("citation-fields", CITATION_FIELDS) or "",
        tuple(named),
    )


def _brief(table: Table) -> Brief:
    standard = Brief(date=table.day("date") or today())
    return replace(
        standard,
        title=table.text("title"),
        recipient=table.text("for"),
        author=table.text("by"),
        marking=table.text("marking"),
        themes=table.texts("themes"),
        template=table.text("template") or standard.template,
        citation_style=table.text("citation-style") or standard.citation_style,
        since=table.day("since"),
        until=table.day("until"),
        limit=table.integer("limit"),
        source_list=table.flag("source-list", default=True),
        language=table.choice("language", document_languages()) or standard.language,
    )


def _note(table: Table) -> Note:
    note = Note(table.text("section", required=True) or "", table.text("text", required=True) or "")
    table.close()
    return note


def _pin(table: Table) -> Pin:
    pin = Pin(_passage(table), table.text("theme", required=True) or "")
    table.close()
    return pin


def _drop(table: Table) -> Drop:
    drop = Drop(_passage(table), table.text("theme"))
    table.close()
    return drop


def _passage(table: Table) -> Passage:
    return Passage(
        table.text("source", required=True) or "",
        table.integer("start", required=True) or 0,
        table.integer("end", required=True) or 0,
    )
