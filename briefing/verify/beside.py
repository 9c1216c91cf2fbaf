"""What is found beside the quotations: citations, citation lines, markings, contents, the unseen."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, groupby, pairwise

from msgspec.structs import replace

from briefing.model.report import Finding, Standing, Verdict
from briefing.model.source import Source
from briefing.verify.citing import Citation, Citations
from briefing.verify.folding import fold, fold_print
from briefing.verify.naming import foreign_names
from briefing.verify.paper import Paper, Part, Printed
from briefing.verify.quoting import Quote
from briefing.verify.shelf import Clue, Held, Shelf
from briefing.verify.speaking import check_speaker
from briefing.verify.tongues import CHANGE, IN, before_day, days_in, parted, where, without_days
from briefing.verify.wording import negation_left_out, tell_strange

_WORD = re.compile(r"[\w’'\xad\ufffe-]{2,}")
_SHORT = 2
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_ENTRY_PAGE = re.compile(r"[\t .…]*(?<!\w)(\d{1,4})\s*$")
_MOST_PLACES = 50
_MANY = 3
_EACH = 3
"""Pieces that do not show, of one sort at one place, up to which each is told."""
"""Sources from which on it is told at once that most are not cited."""
_Listed = tuple[str, int | None]
"""The heading that an entry of the contents names, and the page that it gives."""
_TLP = re.compile(r"TLP:(?:RED|AMBER\+STRICT|AMBER|GREEN|CLEAR)\b")


def check_quote(quote: Quote, citation: Citation) -> Iterator[Finding]:
    """Citations that lead nowhere, and what deceives the eye among the words quoted."""
    for name in citation.nowhere:
        paragraph = quote.paragraph
        text = f"the citation {name} leads nowhere"
        yield Finding("citation", text, paragraph.place, paragraph.number, grave=True)
    if strange := tell_strange(quote.text):
        place, number = quote.paragraph.place, quote.paragraph.number
        yield Finding("deceptive", strange, place, number, grave=True)


def check_left_out(verdict: Verdict) -> Iterator[Finding]:
    """A negation that an editor's mark leaves out: the words are the source's, and say the opposite."""
    for change in verdict.changes:
        if verdict.standing is Standing.PROVEN and (word := negation_left_out(change)):
            text = f"“{change.printed}” leaves out “{word}”, without which the words say something else"
            yield Finding("left out", text, verdict.place, verdict.paragraph, grave=True)


def check_place(
    verdict: Verdict, citation: Citation, sources: Mapping[str, Held], shelf: Shelf
) -> Iterator[Finding]:
    """A wrong paragraph, page or day in the note of a proven quotation."""
    held = sources.get(verdict.source or "")
    if verdict.standing is not Standing.PROVEN or held is None or verdict.start is None:
        return
    source = held.source
    own = [item for item in citation.cited if _tells(item.clue, source, shelf)]
    if not own and not citation.nowhere:  # what leads nowhere may have named the source
        own = [*citation.cited[:1]]
    for item in own[:1]:
        places = [verdict.start, *_again(source.text, verdict)]
        numbers = [source.paragraph_number(at) for at in places] if source.segments else [None]
        if item.paragraph and numbers[0] and item.paragraph not in numbers:
            text = f"the note names paragraph {item.paragraph}; the words stand in {numbers[0]}"
            yield Finding("paragraph", text, verdict.place, verdict.paragraph)
        pages = [_page_names(source, at) for at in places]
        if item.page and pages[0] and item.page not in chain(*pages):
            text = f"the note names page {item.page}; the words stand on {pages[0][0]}"
            yield Finding("page", text, verdict.place, verdict.paragraph)
        yield from _check_day(item.words, source, verdict)
        if foreign := foreign_names(item.words, source):
            said = f"the note names “{' '.join(foreign)}”, the source “{'; '.join(source.authors)}”"
            yield Finding("name", said, verdict.place, verdict.paragraph)


def _page_names(source: Source, offset: int) -> list[str]:
    """What a page may be called: by its printed number, and counted from the file's first page."""
    number = source.page_number(offset)
    return [name for name in (source.page_label(offset), number and str(number)) if name]


def _tells(clue: Clue, source: Source, shelf: Shelf) -> bool:
    """Whether the entry means this source; its number in the list may be another by now."""
    return any(held.source.id == source.id for held in shelf.told(clue))


def _again(text: str, verdict: Verdict) -> Iterator[int]:
    """Where else the words of a proven quotation stand in its source."""
    words = verdict.passage
    at = text.find(words, (verdict.start or 0) + 1) if words else -1
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def check_lead(
    lead: Printed, verdict: Verdict, sources: Mapping[str, Held], shelf: Shelf
) -> Iterator[Finding]:
    """A speaker, a figure or a day in the citation line that the source does not support."""
    held = sources.get(verdict.source or "")
    if verdict.standing is not Standing.PROVEN or held is None:
        return
    source = held.source
    words = CHANGE.sub("", lead.text).partition(" · ")[0]
    yield from _check_day(words, source, verdict)
    yield from _check_label(words, source, verdict)
    speaker, rest = parted(words)
    if not rest:
        speaker = _before_name(words, source)
        rest = speaker
    text = held.small
    if rest:
        lacking = [word for word in _WORD.findall(speaker) if _small(word) not in text]
        if lacking:
            said = f"the source does not support the speaker “{speaker}” ({', '.join(lacking)})"
            yield Finding("speaker", said, verdict.place, verdict.paragraph, grave=True)
        elif verdict.start is not None:
            places = [verdict.start, *_again(source.text, verdict)]
            yield from check_speaker(speaker, verdict, places, shelf.said(held))
    shown = without_days(speaker if rest else words)
    for figure in _FIGURE.findall(shown):
        known = text, source.title or "", source.publisher or "", source.path
        if not any(figure in words for words in known):
            said = f"the source does not have the figure {figure} of the citation line"
            yield Finding("figure", said, verdict.place, verdict.paragraph, grave=True)


def _before_name(words: str, source: Source) -> str:
    """The person before “in” and a name that the source bears, where somebody left the comma out."""
    dated = before_day(words) or ""
    names = (source.publisher, source.title, source.path.rpartition("/")[2])
    borne = {_small(name) for name in names if name}
    for place in IN.finditer(dated):
        speaker, label = place.string[: place.start()], place.string[place.end() :]
        parts = speaker.split()
        is_name = len(parts) > 1 and all(word[0].isupper() for word in parts)
        if is_name and _small(label.strip("“”„«» \xa0")) in borne:
            return speaker
    return ""


def _check_label(words: str, source: Source, verdict: Verdict) -> Iterator[Finding]:
    """The paper or the title that stands before the day, where the source bears quite another name.

    The analyst may have put right in the library what the file itself does not say: this is only told.
    """
    dated = before_day(words)
    if not dated or not source.segments:
        return
    label = where(dated)
    known = source.title, source.publisher, *source.authors, source.path, source.url
    names = _small(" ".join(filter(None, known)))
    asked = [word for word in _WORD.findall(label) if len(word) > _SHORT]
    lacking = [word for word in asked if _small(word) not in names]
    if asked and 2 * len(lacking) >= len(asked):
        said = f"the source does not bear the name “{label}” of the citation line"
        yield Finding("name", said, verdict.place, verdict.paragraph)


def _small(word: str) -> str:
    """`word` as it would stand in a folded text in small letters."""
    return fold(fold_print(word)).casefold()


def _check_day(words: str, source: Source, verdict: Verdict) -> Iterator[Finding]:
    days = days_in(words)
    if source.published and days and source.published.isoformat() not in days:
        said = f"the source is of {source.published.isoformat()}, the citation says {days[0]}"
        yield Finding("date", said, verdict.place, verdict.paragraph, grave=True)


def check_list(citations: Citations, meant: AbstractSet[int] | None) -> Iterator[Finding]:
    """Sources of the list that nothing cites.

    `meant` are those that were to be cited, where a manifest says so: the others are listed as read.
    Where that is most of them, words are likely to have lost their notes, and are not looked at.
    """
    listed = citations.entries.keys() if meant is None else citations.entries.keys() & meant
    missing = listed - citations.used - citations.apart()
    if len(missing) >= _MANY and 2 * len(missing) > len(listed):
        text = (
            f"nothing cites {len(missing)} of the {len(listed)} sources listed; "
            "notes get lost where words alone are copied"
        )
        yield Finding("never cited", text, grave=True)
        return
    for number in sorted(missing):
        yield Finding("never cited", f"nothing cites the source [{number}]")


def check_unseen(paper: Paper) -> Iterator[Finding]:
    """What the file holds and does not show: of many pieces of one sort at a place the first and the last.

    A stamp that covers half a page would else be told line by line.
    """
    told = [
        Finding("unseen", what, paragraph.place, paragraph.number, grave=True)
        for paragraph in paper.paragraphs
        for what in paragraph.unseen
    ]
    for (_, sort), group in groupby(told, lambda one: (one.place, one.text.partition(": “")[0])):
        alike = list(group)
        if len(alike) <= _EACH or ": “" not in alike[0].text:
            yield from alike
            continue
        first, last = (
            one.text.partition(": “")[2].removesuffix("”") for one in (alike[0], alike[-1])
        )
        text = f"{len(alike)} pieces of {sort}, from “{first}” to “{last}”"
        yield replace(alike[0], text=text)


def check_marking(paper: Paper, claimed: str | None) -> Iterator[Finding]:
    """A marking that some pages bear and others lack."""
    found = [match[0] for _, text in paper.pages if (match := _TLP.search(text))]
    marking = claimed or (found[0] if found else None)
    if not marking:
        return
    for place, text in paper.pages:
        if marking not in text:
            yield Finding("marking", f"the marking {marking} is missing", place, grave=True)
    if not paper.pages:
        yield Finding("marking", f"the marking {marking} is on no page", grave=True)


def check_contents(paper: Paper) -> Iterator[Finding]:
    """A table of contents that does not name the headings, in their order and on their pages."""
    every = {_plain(line.text) for line in paper.paragraphs if line.part is Part.HEADING}
    for listed, headings in _contents(paper):
        for entry, _ in listed:
            if entry not in every:
                text = f"the contents list “{entry}”, which is no heading; update the contents"
                yield Finding("contents", text)
        yield from _check_order(listed, headings)


def _contents(paper: Paper) -> Iterator[tuple[list[_Listed], list[Printed]]]:
    """Each table of contents with the headings that it lists.

    Of briefings set one behind the other each has its own: the next begins with what is listed already,
    and lists what stands behind it.
    """
    tables: list[list[_Listed]] = []
    below: list[list[Printed]] = [[]]
    for line in paper.paragraphs:
        if line.part is Part.HEADING:
            below[-1].append(line)
        elif line.part is Part.CONTENTS:
            entry = _entry(line.text)
            if not tables or (below[-1] and entry[0] in dict(tables[-1])):
                tables.append([])
                below += [[]] if len(tables) > 1 else []
            tables[-1].append(entry)
    yield from zip(tables, below, strict=False)


def _check_order(listed: Sequence[_Listed], headings: Sequence[Printed]) -> Iterator[Finding]:
    names = [_plain(line.text) for line in headings]
    found: list[tuple[str, int, int]] = []
    order: list[int] = []
    for entry, page in listed:
        if entry not in names:
            continue
        begin = order[-1] + 1 if order else 0
        after = names.index(entry, begin) if entry in names[begin:] else None
        order.append(names.index(entry) if after is None else after)
        true = headings[order[-1]].page
        if page is not None and true is not None:
            found.append((entry, page, true))
    if order != sorted(order):
        yield Finding("contents", "the contents list the headings in another order")
    # Pages may be counted from a later one on: what most entries are off by is their count.
    usual = Counter(true - page for _, page, true in found).most_common(1)
    for entry, page, true in found:
        if true - page != usual[0][0]:
            right = true - usual[0][0]
            yield Finding(
                "contents", f"the contents have “{entry}” on page {page}; it is on {right}"
            )


def _entry(text: str) -> _Listed:
    """The heading that an entry names, and its page."""
    number = _ENTRY_PAGE.search(text)
    return _plain(text[: number.start()] if number else text), int(number[1]) if number else None


def _plain(text: str) -> str:
    return " ".join(fold_print(text).split())


def leads(paper: Paper) -> dict[int, Printed]:
    """The citation line above each displayed quotation, by the quotation's number."""
    found: dict[int, Printed] = {}
    lines: Sequence[Printed] = paper.paragraphs
    for above, below in pairwise(lines):
        if above.part is Part.LEAD and below.part is Part.QUOTATION:
            found[below.number] = above
    return found
