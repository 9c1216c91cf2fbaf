"""Words from right to left of a source, looked for as they would appear on the page.

What is written cannot always be told from what is seen: “12” beside a Hebrew word may be read before
or behind it. But what is seen follows from what is written, by the standard alone (Unicode Standard
Annex 9). So words of the source that have the same letters are put in the quotation's place, and the
lines that they would make are held against those of the page.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from briefing.model.bidi import as_shown, levels, mirrored
from briefing.verify.editing import Match
from briefing.verify.folding import OPTIONAL, fold_print
from briefing.verify.paper import MARK, Printed
from briefing.verify.quoting import Quote
from briefing.verify.shelf import Held

_AROUND_MARK = re.compile(f" ?{MARK} ?")
_HYPHEN = re.compile("[\ufffe\xad]")
"""At a line's end it may only break a word."""
_OMITTED = r"\[?(?:…|\.{3})\]?"
_EDGES = re.compile(rf"({_OMITTED}\s*)?(.*?)(\s*{_OMITTED})?", re.DOTALL)
"""Editors' marks before and behind all words of a quotation, where nothing need be left out."""
_LABEL = "a"
"""Stands for a label: it runs from left to right."""
_MOST = 200
"""Places with the same letters that are looked at."""


def find_appearing(quote: Quote, held: Held) -> Match | None:
    """Where the source has words that would look as the quotation does; `None` if nowhere."""
    paragraph = quote.paragraph
    if not paragraph.seen:
        return None
    whole = _with_marks(paragraph)
    at = whole.find(quote.text)
    if at < 0:
        return None
    before, behind = whole[:at], whole[at + len(quote.text) :]
    if any(0 <= at - begin <= 1 for begin, _ in paragraph.quoted):  # its marks all stand behind
        before, paragraph = _behind_label(before, paragraph)
    for words in dict.fromkeys(quote.text.replace("\ufffe", hyphen) for hyphen in ("-", "")):
        for lead, inner, trail in dict.fromkeys((("", words, ""), _edges(words))):
            for match in islice(_alike(inner, held.folded.text), _MOST):
                text = _as_written(match, held)
                ways = (
                    (before, lead + text + trail, behind),
                    (before + lead, text, trail + behind),
                )
                if any(_appears(way, paragraph) for way in dict.fromkeys(ways)):
                    return match
    return None


def _edges(words: str) -> tuple[str, str, str]:
    found = _EDGES.fullmatch(words)
    return (found[1] or "", found[2], found[3] or "") if found else ("", words, "")


def _as_written(match: Match, held: Held) -> str:
    text = held.source.text
    start, end = held.folded.origin(match.start), held.folded.origin(match.end - 1) + 1
    while end < len(text) and unicodedata.category(text[end]) == "Mn":
        end += 1
    return text[start:end]


def label_as_seen(label: str, paragraph: Printed) -> str:
    """A label as its letters stand on the page from left to right."""
    left = len("".join(label.split()))
    text = " ".join(paragraph.seen)
    places = [at for at, one in enumerate(text) if not one.isspace()]
    return text[: places[left - 1] + 1] if 0 < left <= len(places) else label


def _behind_label(label: str, paragraph: Printed) -> tuple[str, Printed]:
    """A label and its paragraph without what the label says: what is isolated in it reads otherwise."""
    left = len(label_as_seen(label, paragraph))
    lines = list(paragraph.seen)
    while lines and left > len(lines[0]):
        left -= len(lines.pop(0)) + 1  # with the space between two lines
    if not lines:
        return label, paragraph
    lines[0] = f"{_LABEL} {lines[0][left:].lstrip()}"
    return f"{_LABEL} ", replace(paragraph, seen=tuple(lines))


def _with_marks(paragraph: Printed) -> str:
    text, last = "", 0
    for mark in paragraph.marks:
        text += paragraph.text[last : mark.at] + MARK
        last = mark.at
    return text + paragraph.text[last:]


def _alike(words: str, folded: str) -> Iterator[Match]:
    """Places of the folded text that have the same letters as `words`, in any order."""
    wanted = Counter(_letters(fold_print(words)))
    places = [at for at, one in enumerate(folded) if _letters(one)]
    letters = list(map(_faced, map(folded.__getitem__, places)))
    length = wanted.total()
    left = wanted.copy()
    left.subtract(Counter(letters[:length]))
    off = sum(1 for count in left.values() if count)
    for start in range(len(letters) - length + 1):
        if start:
            for one, by in ((letters[start - 1], 1), (letters[start + length - 1], -1)):
                off -= left[one] != 0
                left[one] += by
                off += left[one] != 0
        if not off and length:
            yield Match(places[start], places[start + length - 1] + 1)


def _letters(text: str) -> str:
    return _faced("".join(text.replace(OPTIONAL, "").split()))


def _faced(text: str) -> str:
    """`text` with brackets that all open."""
    return "".join([min(one, mirrored(one)) for one in text])


def _appears(words: Sequence[str], paragraph: Printed) -> bool:
    """Whether `words`, of which the middle ones may be isolated, make the lines of `paragraph`.

    Some files name a bracket among words from right to left as it is drawn, others as it is written.
    """
    before, inside, behind = map(_clusters, words)
    whole = [*before, *inside, *behind]
    text = "".join([one[0] for one in whole])
    for isolates in ((), ((len(before), len(before) + len(inside)),)):
        known = levels(text, from_right=paragraph.from_right, isolates=isolates)
        letters = [
            (part, level) for one, level in zip(whole, known, strict=True) for part in _parts(one)
        ]
        drawn = [(mirrored(one) if level % 2 else one, level) for one, level in letters]
        if _makes(drawn, paragraph) or (drawn != letters and _makes(letters, paragraph)):
            return True
    return False


def _makes(letters: Sequence[tuple[str, int]], paragraph: Printed) -> bool:
    start = 0
    for seen in paragraph.seen:
        ways = dict.fromkeys(_HYPHEN.sub(hyphen, seen) for hyphen in ("", "-"))
        end = next((end for way in ways if (end := _line_end(letters, start, way))), None)
        if end is None:
            return False
        start = end
    return not "".join([one for one, _ in letters[start:]]).strip()


def _line_end(letters: Sequence[tuple[str, int]], start: int, seen: str) -> int | None:
    """Where the line ends that `letters` make from `start` on, if it looks like `seen`."""
    count = sum(len(_parts(one)) for one in _clusters("".join(seen.split())))
    end = start
    while end < len(letters) and (count or letters[end][0].isspace()):
        count -= not letters[end][0].isspace()
        end += 1
    line = list(letters[start:end])
    while line and line[-1][0].isspace():  # at its end a space shows nothing
        line.pop()
    shown = "".join([line[at][0] for at in as_shown([level for _, level in line])])
    return end if not count and _plain(shown) == _plain(seen) else None


def _clusters(words: str) -> list[str]:
    """The letters of `words`, each with the marks set on it; what has no width stays out."""
    found: list[str] = []
    for one in unicodedata.normalize("NFC", words):
        if unicodedata.category(one) == "Mn" and found:
            found[-1] += one
        elif unicodedata.category(one) != "Cf":
            found.append(" " if one.isspace() else one)
    return found


def _parts(cluster: str) -> Sequence[str]:
    """What PDFium makes of a sign among words from right to left: three full stops of “…”."""
    return "..." if cluster == "…" else (cluster,)


def _plain(seen: str) -> str:
    return _AROUND_MARK.sub(MARK, " ".join(fold_print(seen).split()))
