"""Notes that cite a source where nothing shows what is quoted of it."""

import re
from collections.abc import Iterable, Iterator

from briefing.model.report import Finding
from briefing.verify.citing import Citations
from briefing.verify.judging import Judge
from briefing.verify.paper import Mark, Paper, Part, Printed
from briefing.verify.quoting import Quote
from briefing.verify.wording import tell_changes

_LONGEST = 80
"""Characters of a note that a finding gives."""
_WORD = re.compile(r"\w+")
_FEWEST = 10
"""Words before a note that no two writers find alike."""
_NEARLY = 0.85
"""Share of them that stands in the source in its order where somebody changed its words."""


def check_notes(
    paper: Paper, citations: Citations, quoted: Iterable[Quote], judge: Judge
) -> Iterator[Finding]:
    """Notes that cite a source of the list where no quotation was made out.

    The analyst's own words may cite as they like. But a PDF file that another program has printed
    again, without its manifest, may no longer show what is quoted in it: there it is grave.
    """
    printed_again = paper.form == "pdf" and paper.manifest is None
    keys = {key for quote in quoted for key in quote.keys}
    marked = {mark.key for paragraph in paper.paragraphs for mark in paragraph.marks}
    for key, words in paper.notes.items():
        if key not in marked and _cites(words, citations):
            yield Finding("unread", f"no mark in the text leads to the note “{_short(words)}”")
    for paragraph in paper.paragraphs:
        if paragraph.part not in (Part.BODY, Part.HEADING):
            continue
        begin = 0
        for mark in paragraph.marks:
            words = paper.notes.get(mark.key, "")
            if mark.key not in keys and _cites(words, citations):
                said, grave = _unquoted(paragraph, begin, mark, citations, judge)
                said = said or (
                    f"no quotation was made out that the note “{_short(words)}” belongs to"
                )
                grave = grave or printed_again
                yield Finding("unread", said, paragraph.place, paragraph.number, grave=grave)
            begin = mark.at


def _unquoted(
    paragraph: Printed, begin: int, mark: Mark, citations: Citations, judge: Judge
) -> tuple[str, bool]:
    """What is said of words before a note that are a source's, or nearly so, and whether it is grave.

    A program that keeps no styles, or pasting words alone, takes away what shows that they are quoted.
    """
    text = paragraph.text[begin : mark.at].strip()
    quote = Quote(text, paragraph, displayed=False, keys=(mark.key,))
    if len(_WORD.findall(text)) < _FEWEST:
        return "", False
    citation = citations.of(quote)
    if stands := judge.stands(quote, citation):
        return (
            f"“{_short(text)}” stands so in {stands[0].name}, and nothing shows that it is quoted: "
            "set it in marks or in the style Quote"
        ), False
    held, near = judge.nearly(quote, citation) or (None, None)
    if held and near and near.share >= _NEARLY:
        return (
            f"“{_short(text)}” is nearly what {held.name} says, and nothing shows that it is "
            f"quoted: {tell_changes(near.changes)}"
        ), True
    return "", False


def _cites(words: str, citations: Citations) -> bool:
    return any(f"[{number}]" in words for number in citations.entries)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
