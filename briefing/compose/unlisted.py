"""A document without its source list: for notes that name their sources in full."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefing.compose.citations import unreferring
from briefing.errors import UsageError
from briefing.model.brief import NAMING
from briefing.model.document import Block, Citation, Heading, Quoted, SourceLink, SourceList, Text
from briefing.words import Speech


def check_list(style: str, *, shown: bool) -> None:
    """Refuse to leave the list out where the notes lead to it by number or short name only.

    Raises:
        UsageError: if the notes of `style` need it.
    """
    if not shown and style not in NAMING:
        raise UsageError(
            f"notes of the citation style “{style}” can only be read with the source list",
            remedy="Keep the list, or use chicago-notes or ics-206.",
        )


def unlisted(
    blocks: Iterable[Block], names: Mapping[int, str], tongue: Speech
) -> tuple[Block, ...]:
    """`blocks` without the source list, its heading, and what leads to it.

    In running text the name of a source, which `names` has by its number, stands in the place of a
    link to its entry. In a note, which names it, its number stays: by it the short notes go with the
    full one, and a proof with the manifest.
    """
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, SourceList):
            head = max((at for at, one in enumerate(kept) if isinstance(one, Heading)), default=0)
            del kept[head:]
        else:
            kept.append(_without_links(block, names, tongue))
    return tuple(kept)


def _without_links(part: Any, names: Mapping[int, str] | None, tongue: Speech) -> Any:
    """`part` of the tree with names in the place of links to the list; without `names`, numbers."""
    if isinstance(part, SourceLink):
        return Text(names[part.number] if names else f"[{part.number}]")
    if isinstance(part, Text) and names is None:
        return Text(unreferring(part.text, tongue))
    if isinstance(part, tuple):
        return tuple(_without_links(one, names, tongue) for one in part)
    if not isinstance(part, Struct) or isinstance(part, Quoted):
        return part
    inner = None if isinstance(part, Citation) else names
    old = {name: getattr(part, name) for name in part.__struct_fields__}
    new = {name: _without_links(value, inner, tongue) for name, value in old.items()}
    changed = {name: value for name, value in new.items() if value is not old[name]}
    return replace(part, **changed) if changed else part
