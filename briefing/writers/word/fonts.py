"""A house's own fonts (of its look file) in a Word file: named in the styles and carried along.

They are embedded as ECMA-376 wants it (part 1, 17.8.1): the first 32 bytes are mixed with a key that
stands beside them. A font that may only be shown and printed is named and not carried, for Word
would not let such a file be edited.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct

from briefing.model.look import FontFile, Look
from briefing.model.source import Notice
from briefing.writers.escaping import escape
from briefing.writers.word.markup import HEAD
from briefing.writers.word.measures import learn
from briefing.writers.word.typeface import Typeface, read_typeface

_KINDS = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
_CUTS = (0, 2, 1, 3)
"""The cut (1 bold, 2 italic, 3 both) of each file of a look."""
_MIXED = 32
_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"


class Family(Struct, frozen=True):
    """A family by its `name`: its files by cut; `key` finds its measures."""

    name: str
    key: str
    files: dict[int, tuple[FontFile, Typeface]]


def families_of(look: Look) -> tuple[Family | None, Family | None]:
    """The family of running text and that of headings, where the look brings its own."""
    return _family(look.text_fonts), _family(look.heads_fonts)


def _family(files: Sequence[FontFile]) -> Family | None:
    """`None` where there are no files, or the first cannot be read."""
    read = [read_typeface(file.data) for file in files]
    first = read[0] if read else None
    if first is None:
        return None
    found = {
        cut: (file, face)
        for cut, file, face in zip(_CUTS, files, read, strict=False)
        if face is not None
    }
    widths = [found[cut if cut in found else 0][1].widths for cut in range(len(_KINDS))]
    mark = sha256(b"".join(sha256(file.data).digest() for file in files)).hexdigest()
    return Family(first.family, learn(f"{first.family} {mark}", first.height, widths), found)


def carry_fonts(parts: dict[str, bytes], families: Sequence[Family]) -> None:
    """Put the files of `families` into the package whose `parts` those are."""
    entries = links = overrides = ""
    number = 0
    for family in {family.name: family for family in reversed(families)}.values():
        inner = ""
        for cut, kind in enumerate(_KINDS):
            file, face = family.files.get(cut, (None, None))
            if file is None or face is None or not face.may_be_edited:
                continue
            number += 1
            key = sha256(file.data).hexdigest()[:32].upper()
            parts[f"word/fonts/font{number}.odttf"] = _mixed(file.data, key)
            links += (
                f'<Relationship Id="rId{number}" Type="{_FONT}" Target="fonts/font{number}.odttf"/>'
            )
            overrides += (
                f'<Override PartName="/word/fonts/font{number}.odttf" ContentType="{_TYPE}"/>'
            )
            inner += f'<w:{kind} r:id="rId{number}" w:fontKey="{_guid(key)}"/>'
        entries += f'<w:font w:name="{escape(family.name)}">{inner}</w:font>'
    _add(parts, "word/fontTable.xml", "</w:fonts>", entries)
    if not number:
        return
    _add(parts, "[Content_Types].xml", "</Types>", overrides)
    relations = f'{HEAD}<Relationships xmlns="{_RELATIONS}">{links}</Relationships>'
    parts["word/_rels/fontTable.xml.rels"] = relations.encode()
    _add(parts, "word/settings.xml", "<w:defaultTabStop", "<w:embedTrueTypeFonts/>")


def names(families: tuple[Family | None, Family | None]) -> Mapping[str, str]:
    """Where the measures of each family are found, by its name."""
    return {escape(family.name): family.key for family in reversed(families) if family is not None}


def untold(look: Look, families: tuple[Family | None, Family | None]) -> Iterator[Notice]:
    """What of a look's own fonts does not go into the file."""
    for files, family in zip((look.text_fonts, look.heads_fonts), families, strict=True):
        if files and family is None:
            yield Notice("Word", f"the font “{files[0].name}” cannot be read; another is used.")
        for file, face in family.files.values() if family else ():
            if not face.may_be_edited:
                yield Notice(
                    "Word",
                    f"the maker of “{file.name}” does not let it go into files that are edited; "
                    "readers need it on their machines.",
                )


def _mixed(data: bytes, key: str) -> bytes:
    backwards = bytes.fromhex(key)[::-1] * 2
    head = bytes(a ^ b for a, b in zip(data[:_MIXED], backwards, strict=True))
    return head + data[_MIXED:]


def _guid(key: str) -> str:
    return f"{{{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}}}"


def _add(parts: dict[str, bytes], name: str, before: str, addition: str) -> None:
    head, found, tail = parts[name].decode("utf-8").partition(before)
    parts[name] = f"{head}{addition}{found}{tail}".encode()
