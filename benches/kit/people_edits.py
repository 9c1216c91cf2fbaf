"""What people do to a finished Word file by hand: notes typed out, marks of another form, text moved."""

import random
import re
from collections.abc import Callable
from copy import deepcopy

from benches.kit.word_parts import (
    BODY,
    NAMES,
    NOTES,
    Element,
    W,
    WordFile,
    run_of,
    texts_of,
    words_of,
    xml_of,
)

Edit = Callable[[WordFile, random.Random], bool]
_ID, _MARK = f"{{{W}}}id", f"{{{W}}}footnoteReference"
_PASTED = 1000
"""What the numbers of notes grow by that come with pasted text."""
_RAISED = "<w:vertAlign w:val='superscript'/>"


def _taken_notes(file: WordFile) -> list[tuple[Element, str]]:
    """The runs with note marks, in their order, each with its note; the notes themselves go."""
    if NOTES not in file.trees:
        return []
    notes = {one.get(_ID): one for one in file.trees[NOTES]}
    found = []
    for mark in list(file.trees[BODY].iter(_MARK)):
        note = notes[mark.get(_ID)]
        found.append((mark.getparent(), words_of(note).strip()))
        file.trees[NOTES].remove(note)
    return found


def _typed_notes(mark: str, item: str, properties: str = "") -> Edit:
    """Notes as paragraphs at the end, with their numbers typed behind the words."""

    def edit(file: WordFile, _: random.Random) -> bool:
        body = file.trees[BODY][0]
        for number, (run, note) in enumerate(taken := _taken_notes(file), 1):
            run.getparent().replace(run, run_of(mark.format(number), properties))
            line = body.makeelement(f"{{{W}}}p", {})
            line.append(run_of(item.format(number) + _safe(note)))
            body.insert(len(body) - 1, line)
        return bool(taken)

    return edit


def _in_brackets(file: WordFile, _: random.Random) -> bool:
    """Each note in brackets behind the words."""
    for run, note in (taken := _taken_notes(file)):
        run.getparent().replace(run, run_of(f" ({_safe(note.rstrip('.'))})"))
    return bool(taken)


def _safe(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _in_two(file: WordFile, chance: random.Random) -> bool:
    """A quotation becomes two paragraphs, of which the second has the note."""
    one = chance.choice(file.quotations)
    texts = texts_of(one)
    at = (texts[0].text or "").find(". ") + 1
    if not at:
        return False
    second = deepcopy(one)
    texts_of(second)[0].text = (texts[0].text or "")[at:].lstrip()
    texts[0].text = (texts[0].text or "")[:at]
    for run in list(one.iterfind("w:r", NAMES))[1:]:
        one.remove(run)
    one.addnext(second)
    return True


def _twice(file: WordFile, chance: random.Random) -> bool:
    one, other = chance.choice(file.quotations), chance.choice(file.quotations)
    other.addnext(deepcopy(one))
    return True


def _written(change: Callable[[str], str], *, everywhere: bool = False) -> Edit:
    """Writes something in another way, in the quotations or in the whole text."""

    def edit(file: WordFile, _: random.Random) -> bool:
        where = [file.trees[BODY]] if everywhere else file.quotations
        changed = False
        for text in (text for one in where for text in texts_of(one)):
            made = change(text.text)
            changed = changed or made != text.text
            text.text = made
        return changed

    return edit


def _marked(opening: str, closing: str) -> Edit:
    return _written(
        lambda words: re.sub("“([^”]*)”", rf"{opening}\1{closing}", words), everywhere=True
    )


def _moved(file: WordFile, chance: random.Random) -> bool:
    """The last sentence of a quotation goes to the end of another."""
    if len(file.quotations) < 2:
        return False
    one, other = (texts_of(it)[0] for it in chance.sample(file.quotations, 2))
    first, parted, last = one.text.rpartition(". ")
    one.text, other.text = f"{first}.", f"{other.text.rstrip()} {last}"
    return bool(parted)


def _renumbered(*, notes: bool) -> Edit:
    """Two sources of the list change their numbers, in the notes, too, or not."""

    def exchanged(words: str) -> str:
        return re.sub(r"\[([12])\]", lambda it: f"[{3 - int(it[1])}]", words)

    def edit(file: WordFile, _: random.Random) -> bool:
        lines = file.paragraphs("Bibliography")
        if len(lines) < 2 or NOTES not in file.trees:
            return False
        where = [*lines, *([file.trees[NOTES], file.trees[BODY]] if notes else [])]
        for text in dict.fromkeys(text for one in where for text in texts_of(one)):
            text.text = exchanged(text.text)
        return True

    return edit


def _followed(file: WordFile, _: random.Random) -> bool:
    """Another briefing is pasted behind this one, its sources numbered otherwise."""
    if NOTES not in file.trees:
        return False
    listed = map(words_of, file.paragraphs("Bibliography"))
    numbers = [int(found[1]) for line in listed if (found := re.search(r"\[(\d+)\]", line))]
    if not numbers:
        return False
    highest = max(numbers)
    body, notes = file.trees[BODY][0], file.trees[NOTES]
    texts: list[Element] = [deepcopy(one) for one in list(body)[:-1]]
    own: list[Element] = [deepcopy(one) for one in notes]
    for text in (text for one in (*texts, *own) for text in texts_of(one)):
        text.text = re.sub(r"\[(\d+)\]", lambda it: f"[{highest + 1 - int(it[1])}]", text.text)
    for one in texts:
        body.insert(len(body) - 1, one)
        for mark in one.iter(_MARK):
            mark.set(_ID, str(_PASTED + int(mark.get(_ID))))
    for one in own:
        if int(one.get(_ID)) > 0:  # the others draw lines
            one.set(_ID, str(_PASTED + int(one.get(_ID))))
            notes.append(one)
    return True


def _moved_away(file: WordFile, chance: random.Random) -> bool:
    """The last sentence of a quotation is kept on record as moved, and stands nowhere."""
    text = texts_of(chance.choice(file.quotations))[0]
    first, parted, last = text.text.rpartition(". ")
    if not parted:
        return False
    text.text = f"{first}."
    words = f"<w:r><w:t xml:space='preserve'> {_safe(last)}</w:t></w:r>"
    text.getparent().addnext(xml_of(f"<w:moveFrom w:id='9' w:author='A'>{words}</w:moveFrom>"))
    return True


def _other_word(pattern: str, made: str) -> Edit:
    """Changes something of an entry of the source list."""

    def edit(file: WordFile, chance: random.Random) -> bool:
        lines = file.paragraphs("Bibliography") + file.paragraphs("SourceNote")
        places = [it for one in lines for it in texts_of(one) if re.search(pattern, it.text)]
        if not places:
            return False
        text = chance.choice(places)
        text.text = re.sub(pattern, made, text.text, count=1)
        return True

    return edit


TOLD: dict[str, Edit] = {
    "a sentence moved to another quotation": _moved,
    "a sentence moved away": _moved_away,
    "a name replaced throughout": _written(lambda it: it.replace("US", "USA").replace("the ", "The ")),
    "sources renumbered in the list alone": _renumbered(notes=False),
    "another digest in the source list": _other_word(r"(SHA-256 )[0-9a-f]{6}", r"\g<1>000000"),
    "another address in the source list": _other_word(r"(https?://[^ /]+/)", r"\g<1>another/"),
    "hyphenated by hand": _written(lambda it: re.sub(r"\b(\w{3})(\w{4})", r"\1-\2", it, count=1)),
}  # fmt: skip

HONEST: dict[str, Edit] = {
    "notes typed with raised numbers": _typed_notes("{}", "{}. ", _RAISED),
    "notes typed with numbers in brackets": _typed_notes(" [{}]", "[{}] "),
    "notes in brackets behind the words": _in_brackets,
    "in two paragraphs": _in_two,
    "copied twice": _twice,
    "guillemets": _marked("«\xa0", "\xa0»"),
    "straight marks": _marked('"', '"'),
    "low marks": _marked("„", "“"),
    "dashes set closer": _written(lambda it: it.replace("—", "–").replace(" - ", " – ")),
    "spaces before the sign of per cent": _written(lambda it: re.sub(r"(\d)%", "\\1\u202f%", it)),
    "spaces that do not break": _written(lambda it: re.sub(r"(\d) ", "\\1\xa0", it)),
    "sources renumbered throughout": _renumbered(notes=True),
    "followed by another briefing": _followed,
}
