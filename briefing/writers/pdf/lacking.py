"""Tells which characters no font at hand has: in one sentence a script."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.model.source import Notice

_MOST = 12
"""Characters of a script that are named."""


def tell_lacking(characters: Iterable[str]) -> Iterator[Notice]:
    """A notice for each script among `characters`, which are printed as “?”."""
    for script, group in groupby(sorted(characters, key=lambda it: (_script(it), it)), _script):
        found = list(group)
        named = ", ".join(f"U+{ord(one):04X}" for one in found[:_MOST])
        if len(found) == 1:
            name = unicodedata.name(found[0], "unnamed")
            what, them = f"the character {named} ({name}); it is", "it"
        else:
            named += f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
            what, them = f"{len(found)} characters ({script}: {named}); they are", "them"
        yield Notice(
            "PDF",
            f"no font at hand has {what} printed as “?”. "
            f"Install a font that has {them}, such as Noto Sans.",
        )


def _script(character: str) -> str:
    """The script of `character`, which its name begins with (Unicode, chapter 4.8)."""
    return unicodedata.name(character, "unnamed").partition(" ")[0].capitalize()
