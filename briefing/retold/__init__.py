"""Sentences that the engine made in English, said again in the person's language.

What is stored and printed is the same on every machine: titles of acts in the history of a library,
reasons why an excerpt ranks, why a file was not read. Where such a sentence is shown it is
recognised by the pattern it was made by, and said by the catalogue; what is not recognised is
shown as it is. Whoever speaks English pays nothing for it: no pattern is compiled.
"""

import re
from functools import cache, lru_cache

from briefing.errors import BriefingError, RecipeError
from briefing.words import Speech, mark, say, say_many, speech, translates

Pattern = str | tuple[str, str]
"""A sentence with `{fields}`, or its two forms, for one thing and for many (`{n}`)."""
_FIELD = re.compile(r"\{(\w+)\}")
_MARKED = re.compile("“([^“”]*)”")
_JOINED = re.compile("(?<=”) (near|and) (?=“)")
"""What joins the phrases of a theme that an excerpt answers to."""
_PARTED = re.compile("; (?![^“”]*”)")
"""Between findings that are told in one line, outside of quoted words."""
_COUNT, _DAY = "n", "day"
_NUMBERS = frozenset({_COUNT, "place", "other", "most"})
"""Fields that hold a whole number."""
_OURS = "said"
"""How the field begins whose words are the program's own, and said in their turn."""
_Known = tuple[re.Pattern[str], Pattern]


def retell(text: str) -> str:
    """`text`, a sentence or several, in the person's language as far as it is known."""
    return _retold(text, speech()) if text and translates() else text


@lru_cache(4000)
def _retold(text: str, _speech: Speech) -> str:
    """Looked for once in each language: a list is painted again with each step of scrolling."""
    done: list[str] = []
    while (said := _whole(text)) is None:
        head, stop, rest = text.partition(". ")
        if not stop or (said := _placed(head) or _whole(f"{head}.")) is None:
            break
        done.append(f"{said.removesuffix('.')}. ")
        text = rest
    if said is None and text.endswith(".") and (said := _placed(text[:-1])) is not None:
        said = f"{said}."
    return "".join(done) + (text if said is None else said)


def retell_each(text: str) -> str:
    """`text`, whose parts stand between semicolons, in the person's language as far as it is known."""
    if not translates():
        return text
    parts = _PARTED.split(text)
    said = [retell(part) for part in parts]
    # A semicolon may also stand in a finding that is one.
    whole = retell(text) if any(map(str.__eq__, parts, said)) else text
    return whole if whole != text else "; ".join(said)


def told(error: BriefingError) -> str:
    """What is wrong, where, and what to do, in the person's language."""
    if not translates():
        return str(error)
    faults = error.faults if isinstance(error, RecipeError) else ()
    what = "; ".join(_fault(*fault) for fault in faults) if faults else retell(error.what)
    return str(BriefingError(what, where=error.where, remedy=retell(error.remedy)))


def _fault(line: int, trouble: str) -> str:
    """One of the faults of a file that a person wrote, with the line it is on."""
    said = retell(f"{trouble}.").removesuffix(".")
    return say("line {place}: {said}", place=str(line), said=said) if line else said


def _placed(text: str) -> str | None:
    """A fault without its remedy, perhaps with its place in brackets."""
    what, bracket, place = text.partition(" (")
    if (said := _whole(text)) is None and bracket and (said := _whole(what)) is not None:
        return f"{said} ({place}"
    return said


def _whole(text: str) -> str | None:
    known = _patterns()
    for pattern, words in (*known.get(text.partition(" ")[0], ()), *known.get("", ())):
        if found := pattern.fullmatch(text):
            return _said(words, found.groupdict())
    return None


def _said(words: Pattern, found: dict[str, str]) -> str:
    fields = {name: _field(name, value) for name, value in found.items()}
    if isinstance(words, str):
        return say(words, **fields)
    n = int(fields.pop(_COUNT).replace(",", ""))
    return say_many(*words, n, **fields)


def _field(name: str, value: str) -> str:
    if name == _DAY:
        from briefing.retold.days import day_said  # noqa: PLC0415

        return day_said(value)
    return _own(value) if name.startswith(_OURS) else value


def _own(words: str) -> str:
    """Words of the program, or phrases of a theme in the marks of the person's language."""
    first, *rest = _JOINED.split(words)
    if not rest and (said := _whole(words)) is not None:
        return said
    told = _in_marks(first)
    for how, phrase in zip(rest[::2], rest[1::2], strict=True):
        both = mark("{one} near {other}") if how == "near" else mark("{one} and {other}")
        told = say(both, one=told, other=_in_marks(phrase))
    return told


def _in_marks(words: str) -> str:
    return _MARKED.sub(lambda found: say("“{words}”", words=found[1]), say(words))


@cache
def _patterns() -> dict[str, list[_Known]]:
    """All patterns by their first word; by none if they begin with a field."""
    from briefing.retold.acts import ACTS  # noqa: PLC0415 - who speaks English never needs them
    from briefing.retold.faults import FAULTS  # noqa: PLC0415
    from briefing.retold.found import FOUND  # noqa: PLC0415
    from briefing.retold.notices import NOTICES  # noqa: PLC0415
    from briefing.retold.own_files import OWN_FILES  # noqa: PLC0415
    from briefing.retold.proofs import LACKS, PROOFS  # noqa: PLC0415
    from briefing.retold.reasons import REASONS  # noqa: PLC0415
    from briefing.retold.states import STATES  # noqa: PLC0415
    from briefing.retold.usage import USAGE  # noqa: PLC0415

    known: dict[str, list[_Known]] = {}
    for words in (
        *ACTS,
        *REASONS,
        *STATES,
        *FAULTS,
        *OWN_FILES,
        *NOTICES,
        *FOUND,
        *LACKS,
        *USAGE,
        *PROOFS,
    ):
        for form in dict.fromkeys((words,) if isinstance(words, str) else words):
            first = form.partition(" ")[0]
            known.setdefault("" if "{" in first else first, []).append((_compiled(form), words))
    return known


def _compiled(form: str) -> re.Pattern[str]:
    parts = _FIELD.split(form)
    parts[::2] = map(re.escape, parts[::2])
    parts[1::2] = [
        rf"(?P<{name}>\d[\d,]{{0,20}})" if name in _NUMBERS else rf"(?P<{name}>.+?)"
        for name in parts[1::2]
    ]
    return re.compile("".join(parts), re.DOTALL)
