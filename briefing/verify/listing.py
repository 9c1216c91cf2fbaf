"""What stands before quotations in lists, and what the list of sources says, held against the sources."""

import re
from collections.abc import Iterator, Sequence

from briefing.model.bidi import has_rightward
from briefing.model.report import Finding, Standing, Verdict
from briefing.model.source import Source
from briefing.verify.appearing import label_as_seen
from briefing.verify.citing import Citations
from briefing.verify.naming import foreign_address, foreign_digest, foreign_names, plain, undated
from briefing.verify.paper import Paper, Part, Printed
from briefing.verify.quoting import MOST_IN_LABEL, Quote, entry_number
from briefing.verify.reckoning import misreckoned
from briefing.verify.shelf import Held, Shelf
from briefing.verify.tongues import INFERRED, MONTH_DAY, ORIGINS, days_in, has_parts_of

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_NUMBER = re.compile(r"\[\d{1,4}\]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BULLET = re.compile(rf"^\s*(?:[•◦▪‣·●○■\uf000-\uf0ff]|(?!{MONTH_DAY.pattern})\d{{1,3}}[.)]\s)\s*")
_DATED = re.compile(r"([^,:]*\d[^,:]*), (.+)")


def check_label(
    quote: Quote, verdict: Verdict, held: Sequence[Held], shelf: Shelf
) -> Iterator[Finding]:
    """A figure or a day before the words of a list that no source cited has."""
    if verdict.standing is not Standing.PROVEN or not (label := _label(quote)):
        return
    cited = [one.source for one in held]
    texts = [one.folded.text for one in held]
    texts += [str(one.published.year) for one in cited if one.published]
    for figure in _figures(label, cited):
        pattern = re.compile(rf"(?<![\d.,]){re.escape(figure)}(?![.,]?\d)")
        if not any(pattern.search(text) for text in texts):
            said = f"the source does not have the figure {figure} of the label “{label}”"
            yield Finding("figure", said, verdict.place, verdict.paragraph, grave=True)
    own = next((one for one in cited if one.id == verdict.source), None)
    if own and verdict.start is not None and verdict.end and INFERRED.search(label):
        day = misreckoned(label, own, (verdict.start, verdict.end), shelf)
        if day:
            said = f"the words do not lead to {day}, which their label says is inferred"
            yield Finding("date", said, verdict.place, verdict.paragraph, grave=True)


def _label(quote: Quote) -> str:
    """The words before those of a source that fill the rest of the paragraph."""
    text = quote.paragraph.text
    for start, end in quote.paragraph.quoted:
        said = text[:start]
        if quote.paragraph.seen and not quote.paragraph.from_right:
            seen = label_as_seen(said, quote.paragraph)
            said = said if has_rightward(seen) else seen
        label = _BULLET.sub("", said).strip()
        if text[start:end].strip() == quote.text and label.endswith(":"):
            label = label.rstrip(": \xa0\u202f")
            return label if len(label.split()) <= MOST_IN_LABEL or _DATED.match(label) else ""
    return ""


def _figures(label: str, cited: Sequence[Source]) -> list[str]:
    """Its figures: before a name that the source bears also those of days and years."""
    dated = _DATED.fullmatch(label)
    if dated and any(plain(dated[2]) in plain(" ".join(_names(one))) for one in cited):
        return [] if INFERRED.search(dated[1]) else _FIGURE.findall(dated[1])
    words = _NUMBER.sub("", MONTH_DAY.sub("", ORIGINS.sub("", label)))
    for name in (name for one in cited for name in _names(one)):
        words = words.replace(name, "")
    return [figure for figure in _FIGURE.findall(words) if not _YEAR.fullmatch(figure)]


def _names(source: Source) -> list[str]:
    file = source.path.rpartition("/")[2]
    return list(filter(None, (source.title, source.publisher, *source.authors, file)))


def check_entries(paper: Paper, citations: Citations, shelf: Shelf) -> Iterator[Finding]:
    """Entries of the list of sources that say of a source what it does not say of itself."""
    entries = list(_entries(paper, citations, shelf))
    lacking = set(undated([(line.text, source) for line, source in entries]))
    for at, (line, source) in enumerate(entries):
        if line.seen and source.published and has_parts_of(source.published, line.text):
            continue  # in a line of both directions a day may be read in any order
        days = days_in(line.text)
        day = source.published.isoformat() if source.published else ""
        if at in lacking or (day and days and day not in days):
            said = f"the source is of {day}, its entry " + (
                f"says {days[0]}" if days else "does not say so"
            )
            yield Finding("date", said, line.place, line.number, grave=True)
    for line, source in entries:
        for said in _misnamed(line, citations, source):
            yield Finding("name", said, line.place, line.number)


def _entries(paper: Paper, citations: Citations, shelf: Shelf) -> Iterator[tuple[Printed, Source]]:
    """The entries of what is cited, each with the one source that it tells."""
    for line in paper.paragraphs:
        number = entry_number(line.text) if line.part is Part.ENTRY else None
        if number is None or number not in citations.used:
            continue
        told = shelf.told(citations.clue(number, line.number))
        if len(told) == 1:
            yield line, told[0].source


def _misnamed(line: Printed, citations: Citations, source: Source) -> Iterator[str]:
    entry = plain(line.text)
    for name in (source.title, source.publisher):
        if name and plain(name) not in entry:
            yield f"the entry of the source does not have its name “{name}”"
    if foreign := foreign_names(line.text, source):
        yield f"the entry names “{' '.join(foreign)}”, the source “{'; '.join(source.authors)}”"
    if foreign_address(line.text, source):
        yield f"the entry does not have the address of its source, {source.url}"
    whole = citations.clue(entry_number(line.text) or 0, line.number).text
    if digest := foreign_digest(whole, source):
        yield f"the source does not have the digest {digest} of its entry"
