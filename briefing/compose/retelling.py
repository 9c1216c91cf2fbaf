"""What the engine told in English, as a document in another language has it."""

import re

from msgspec.structs import replace

from briefing.model.findings import Findings
from briefing.words import Speech, mark, speaking

OWN_WAY = (
    mark("new"), mark("gone"), mark("moved"), mark("newly contradicted"), mark("newly corroborated"),
    mark("corrected at its source"), mark("withdrawn by its publisher"),
)  # fmt: skip
"""What became of a quotation, which a document words otherwise than the window."""
_DAY_AT_END = re.compile(r"(.*?)(\d{1,2} [A-Z][a-z]+ \d{4})$", re.DOTALL)


def retold(text: str, tongue: Speech) -> str:
    """A sentence of the engine in the language of the document, as far as its catalogues know it."""
    if tongue.catalogue is None or not text:
        return text
    # Late: most documents are in English.
    from briefing.retold import retell  # noqa: PLC0415

    with speaking(tongue):
        return retell(text)


def matter_retold(about: str, tongue: Speech) -> str:
    """What a difference is about, “Moss, 12 April 2024: how many were killed”; names stay."""
    if tongue.catalogue is None:
        return about
    name, colon, what = about.rpartition(": ")
    if not colon:
        return retold(about, tongue)
    # The engine begins its sentence in lower case behind a name.
    asked = retold(f"{what[:1].upper()}{what[1:]}", tongue)
    return f"{_day_retold(name, tongue)}: {asked[:1].lower()}{asked[1:]}"


def _day_retold(name: str, tongue: Speech) -> str:
    found = _DAY_AT_END.fullmatch(name)
    if found is None:
        return name
    from briefing.retold.days import day_said  # noqa: PLC0415

    with speaking(tongue):
        return f"{found[1]}{day_said(found[2])}"


def themes_retold(findings: Findings, speech: Speech) -> Findings:
    """The findings, with the themes that the program brings named in the language of the document.

    They are known by their question: what a person wrote stays as it is.
    """
    said = [
        replace(found, theme=replace(theme, title=speech.say(theme.title), question=question))
        if (question := speech.say((theme := found.theme).question)) != theme.question
        else found
        for found in findings.themes
    ]
    named = {
        old.theme.title: new.theme.title for old, new in zip(findings.themes, said, strict=True)
    }
    gaps = [replace(gap, theme=named.get(gap.theme, gap.theme)) for gap in findings.gaps]
    return replace(findings, themes=tuple(said), gaps=tuple(gaps))
