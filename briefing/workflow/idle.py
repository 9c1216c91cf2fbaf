"""Wishes for a kind of file that is not among those to be written: a person is told, not left to wonder."""

from collections.abc import Iterator

from briefing.model.output import WordWishes
from briefing.model.source import Notice
from briefing.workflow.order import Order


def idle(order: Order) -> Iterator[Notice]:
    """A notice for each wish of `order` that none of its outputs can bear."""
    kinds = {target.suffix.lower() for target in order.outputs}
    for name, kind in _wishes(order):
        if kind not in kinds:
            yield Notice("", f"“{name}” is for {kind} files only, and none is written.")


def _wishes(order: Order) -> Iterator[tuple[str, str]]:
    word, plain = order.word, WordWishes()
    if order.reference is not None:
        yield "reference-doc", ".docx"
    if word.endnotes:
        yield "endnotes", ".docx"
    if word.citation_fields:
        yield "citation-fields", ".docx"
    if word.styles != plain.styles:
        yield "styles", ".docx"
    if order.archival:
        yield "archival", ".pdf"
