"""What an order asks for under a name that its briefing does not have, and which is lost with it."""

from collections.abc import Collection, Iterator

from briefing.compose import Template
from briefing.model.brief import Brief
from briefing.model.source import Notice


def unheard(brief: Brief, themes: Collection[str], template: Template) -> tuple[Notice, ...]:
    """What is told of notes, pins and drops that lead nowhere; `themes` are the ids of those asked for."""
    return tuple(dict.fromkeys(_unheard(brief, themes, template)))


def _unheard(brief: Brief, themes: Collection[str], template: Template) -> Iterator[Notice]:
    printed = "".join(template.files[f"{section}.jinja"] for section in template.sections)
    for note in brief.notes:
        named = any(f"{mark}{note.section}{mark}" in printed for mark in "'\"")
        if note.section not in themes and not named:
            text = "is no theme or section of this briefing; your note for it is not printed."
            yield Notice(note.section, text)
    for pin in brief.pins:
        if pin.theme not in themes:
            text = "is no theme of this briefing; what you pinned to it is not printed."
            yield Notice(pin.theme, text)
    for drop in brief.drops:
        if drop.theme is not None and drop.theme not in themes:
            text = "is no theme of this briefing; what you dropped from it is not kept out."
            yield Notice(drop.theme, text)
