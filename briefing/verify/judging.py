"""Judges each quotation: looks for its words where it says they are, then everywhere else."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.report import Change, Standing, Strength, Verdict
from briefing.model.source import Source
from briefing.verify.appearing import find_appearing
from briefing.verify.bounds import cut_at_end, cut_at_start
from briefing.verify.citing import Citation
from briefing.verify.differing import Near, Token, nearest, tokens
from briefing.verify.editing import Match, find_words, occurrences
from briefing.verify.folding import OPTIONAL, fold_print
from briefing.verify.lost import is_lost_in_print, is_none_printed
from briefing.verify.manifest import Manifest
from briefing.verify.naming import plain
from briefing.verify.quoting import Quote, readings
from briefing.verify.shelf import Clue, Held, Shelf
from briefing.verify.wording import tell_changes, tell_strange

_LIKELY = 5
_SHORTEST_TITLE = 2
"""Spaces in the first words of a title that tell it."""
_MOST_PLACES = 50
"""Places of the same words in a source that are looked at."""
_PLAINLY = 0.75
"""Share of a quotation's words in the source cited from which no other source is asked."""
_GOES_ON = re.compile(r"['\s]*[-–—(]")
_BROKEN = re.compile("(\\w+)\ufffe(?=(\\w+))")
_LOST = "print does not give all letters of these words back; they cannot be checked here"
_BEGINS = r"(?:(?<![A-Za-z0-9])|(?![A-Za-z0-9]))"
_ANY_LETTER, _MANY_LOST = r"(\?|[^\s!-~])", 3
"""What “?” may stand for in print, and how many there are where any letters may be lost."""
_WITH_SPACES = "-'"
"""What folding may have put in the place of a dash or a mark with the spaces before it."""
_COLON, _DAY = re.compile(r":\s+"), 60
"""What ends a label, and how many characters of it may stand behind the name of a source."""
_CLOSING = "”“»"
_OPEN = (("“", "”"), ("„", "“"), ("«", "»"))


class Judge(Struct):
    """Judges the quotations of one paper against `shelf`."""

    shelf: Shelf
    manifest: Manifest | None
    form: str
    _tokens: dict[str, tuple[Token, ...]] = field(default_factory=dict)

    def judge(self, quote: Quote, citation: Citation) -> tuple[Verdict, tuple[Held, ...]]:
        """The verdict on `quote`, and the sources that its citation leads to."""
        cited = self._cited(citation)
        if not citation.cited:
            return self._uncited(quote, citation), cited
        if verdict := self._stands(quote, citation, cited) or self._named(quote, citation, cited):
            return verdict, cited
        if verdict := self._unprintable(quote, citation, cited):
            return verdict, cited
        if len(cited) < len(citation.cited) and not self._is_altered(quote, cited):
            return self._not_at_hand(quote, citation), cited
        return self._not_found(quote, citation, cited), cited

    def stands(self, quote: Quote, citation: Citation) -> tuple[Verdict, tuple[Held, ...]] | None:
        """The verdict on `quote` if its words stand in a source cited; else nothing."""
        cited = self._cited(citation)
        verdict = self._stands(quote, citation, cited)
        return (verdict, cited) if verdict else None

    def nearly(self, quote: Quote, citation: Citation) -> tuple[Held, Near] | None:
        """The place in a source cited that comes nearest to `quote`."""
        return self._nearest(quote, self._cited(citation))

    def without_label(self, quote: Quote, citation: Citation) -> Quote:
        """`quote` as it begins behind the name of its source, which may have a colon of its own."""
        line = quote.paragraph
        spans = [span for span in line.quoted if line.text[slice(*span)].strip() == quote.text]
        if self.form == "pdf" and spans:
            ((start, end), *_) = spans
            for held in self._cited(citation):
                name = held.source.publisher or ""
                at = line.text.find(name, 0, start + len(name)) if ":" in name else -1
                behind = at + len(name)
                colon = _COLON.search(line.text, behind, behind + _DAY)
                if at >= 0 and behind > start and colon:
                    line = replace(line, quoted=((colon.end(), end),))
                    return replace(quote, text=line.text[colon.end() : end].strip(), paragraph=line)
        return quote

    def knows(self, citation: Citation) -> bool:
        """Whether the citation leads to any source at hand."""
        return bool(self._cited(citation))

    def _cited(self, citation: Citation) -> tuple[Held, ...]:
        told = (held for item in citation.cited for held in self.shelf.told(item.clue))
        return tuple(dict.fromkeys(told))

    def _stands(self, quote: Quote, citation: Citation, cited: Iterable[Held]) -> Verdict | None:
        for held in cited:
            told = None
            # What seems cut off may only have been read at the wrong end.
            for find in (self._find, find_appearing):
                if found := find(quote, held):
                    told, before = self._found(quote, citation, held, found), told
                    if told.standing is Standing.PROVEN:
                        return told
                    told = before or told
            if told:
                return told
        return None

    def _find(self, quote: Quote, held: Held) -> Match | None:
        for words, named in readings(quote):
            needle = fold_print(words).strip()
            found = find_words(needle, held.folded)
            # Where the source too goes on so, what stands there is no name but part of the words.
            if found and not (named and _GOES_ON.match(held.folded.text, found.end)):
                return found
        return None if quote.displayed or quote.is_styled else self._left_open(quote, held)

    def _left_open(self, quote: Quote, held: Held) -> Match | None:
        """The words up to the last mark, where those of the source have one that is never closed.

        The mark that ends the quotation then seems to close that one, and what follows to be quoted.
        """
        end = max(map(quote.text.rfind, _CLOSING))
        if end < 1:
            return None
        found = find_words(fold_print(quote.text[:end]).strip(), held.folded)
        if found is None:
            return None
        start, _ = _where(held, found)
        words = held.source.text[start:].partition("\n")[0]  # it may be closed behind them
        is_open = any(words.count(one) > words.count(other) for one, other in _OPEN)
        return found if is_open or words.count('"') % 2 else None

    def _found(self, quote: Quote, citation: Citation, held: Held, found: Match) -> Verdict:
        start, end = _where(held, found)
        cut = self._cut(quote, held.source, start, end)
        if cut and (whole := self._whole_elsewhere(quote, held, found)):
            (start, end), cut = whole, ()
        told = tell_changes(found.changes)
        if cut:
            told = tell_changes(cut)
        standing = Standing.ALTERED if cut else Standing.PROVEN
        return _verdict(quote, citation, standing, told, held, (start, end), found.changes or cut)

    def _whole_elsewhere(self, quote: Quote, held: Held, found: Match) -> tuple[int, int] | None:
        """Another place in the source where the same words are not cut off, if they are unchanged."""
        words = held.folded.text[found.start : found.end]
        places = () if found.changes else occurrences(words, held.folded, found.start + 1)
        for begin, end in islice(places, _MOST_PLACES):
            where = _where(held, Match(begin, end))
            if not self._cut(quote, held.source, *where):
                return where
        return None

    def _cut(self, quote: Quote, source: Source, start: int, end: int) -> tuple[Change, ...]:
        """What was cut off a quotation that stands by itself, unmarked, in the middle of a sentence."""
        if not quote.is_whole or (self.manifest and self.manifest.has(source.id, start, end)):
            return ()
        if self.shelf.strength is Strength.MANIFEST:
            return ()
        words = fold_print(quote.text).strip(" '")
        before = "" if words.startswith(("[", "...")) else cut_at_start(source.text, start)
        behind = "" if words.endswith(("]", "...")) else cut_at_end(source.text, end)
        return tuple(Change("", words) for words in (before, behind) if words)

    def _uncited(self, quote: Quote, citation: Citation) -> Verdict:
        nowhere = f"the citation {', '.join(citation.nowhere)} leads nowhere; "
        detail = nowhere if citation.nowhere else "nothing cites these words; "
        elsewhere = self._elsewhere(quote, ())
        if elsewhere:
            held, found = elsewhere
            where = _where(held, found)
            if not citation.nowhere and (titled := self._named(quote, citation, (held,), where)):
                return titled
            detail += f"they stand in {held.name}"
            return _verdict(quote, citation, Standing.UNCITED, detail, held, where, found.changes)
        # A web page need not repeat in its text how its window was titled.
        by_title = () if citation.nowhere else self.shelf.told(Clue(f"“{quote.text}”"))
        if titled := self._named(quote, citation, by_title):
            return titled
        detail += "they stand in no source at hand"
        return _verdict(quote, citation, Standing.UNCITED, detail)

    def _named(
        self,
        quote: Quote,
        citation: Citation,
        among: Iterable[Held],
        where: tuple[int, int] | None = None,
    ) -> Verdict | None:
        """That the words are the title of a source, which need not stand in its text."""
        for held in among:
            if _is_title(quote, held):
                detail = f"the title of {held.name}"
                return _verdict(quote, citation, Standing.PROVEN, detail, held, where)
        return None

    def _unprintable(
        self, quote: Quote, citation: Citation, cited: Iterable[Held]
    ) -> Verdict | None:
        """That a PDF file shows “?” for letters of its source, as where no font at hand has them."""
        shown = quote.text.split("?")
        if self.form != "pdf" or len(shown) == 1:
            return None
        # Each by itself, for folding takes the spaces before a question mark.
        parts = (fold_print(part).replace(OPTIONAL, "") for part in shown)
        spaced = (r"\s*".join(map(re.escape, "".join(part.split()))) for part in parts)
        pattern = re.compile(_BEGINS + rf"\s*{_ANY_LETTER}\s*".join(spaced))
        for held in cited:
            found = pattern.search(held.folded.text)
            if found and (len(shown) > _MANY_LOST or is_none_printed(found.groups())):
                where = _where(held, Match(*found.span()))
                return _verdict(quote, citation, Standing.UNCHECKED, _LOST, held, where)
        return None

    def _not_at_hand(self, quote: Quote, citation: Citation) -> Verdict:
        detail = "the source cited is not at hand"
        if elsewhere := self._elsewhere(quote, ()):
            detail += f"; the words stand in {elsewhere[0].name}"
        return _verdict(quote, citation, Standing.UNCHECKED, detail)

    def _is_altered(self, quote: Quote, cited: Sequence[Held]) -> bool:
        near = self._nearest(quote, cited)
        return near is not None and near[1].is_like

    def _not_found(self, quote: Quote, citation: Citation, cited: Sequence[Held]) -> Verdict:
        own = self._nearest(quote, cited)
        plain = own is not None and own[1].share >= _PLAINLY
        if not plain and (elsewhere := self._elsewhere(quote, cited)):
            held, found = elsewhere
            where = _where(held, found)
            detail = f"the words stand in {held.name}, which is not the source cited"
            return _verdict(quote, citation, Standing.ALTERED, detail, held, where, found.changes)
        if own is None or not own[1].is_like:
            others = self._nearest(quote, self._likely(quote, cited))
            own = max(filter(None, (own, others)), key=lambda it: it[1].share, default=None)
        if own is None or not own[1].is_like:
            strange = tell_strange(quote.text)
            detail = "the words stand in no source at hand" + (f"; {strange}" if strange else "")
            return _verdict(quote, citation, Standing.MISSING, detail)
        held, near = own
        where = _where(held, near)
        if self.form == "pdf" and is_lost_in_print(near, quote.text):
            return _verdict(quote, citation, Standing.UNCHECKED, _LOST, held, where)
        told = [tell_changes(near.changes), tell_strange(quote.text)]
        if held not in cited:
            told.append(f"the nearest words stand in {held.name}, which is not the source cited")
        detail = "; ".join(filter(None, told))
        return _verdict(quote, citation, Standing.ALTERED, detail, held, where, near.changes)

    def _elsewhere(self, quote: Quote, cited: Sequence[Held]) -> tuple[Held, Match] | None:
        for held in self._likely(quote, cited):
            if found := self._find(quote, held):
                return held, found
        return None

    def _likely(self, quote: Quote, cited: Sequence[Held]) -> list[Held]:
        found = self.shelf.likely(fold_print(quote.text), _LIKELY + len(cited))
        return [held for held in found if held not in cited][:_LIKELY]

    def _nearest(self, quote: Quote, among: Iterable[Held]) -> tuple[Held, Near] | None:
        printed = tokens(fold_print(quote.text))
        best: tuple[Held, Near] | None = None
        for held in among:
            near = nearest(printed, self._tokens_of(held))
            if near and (best is None or near.share > best[1].share):
                best = held, near
        return best

    def _tokens_of(self, held: Held) -> tuple[Token, ...]:
        key = held.source.id
        if key not in self._tokens:
            self._tokens[key] = tokens(held.folded.text)
        return self._tokens[key]


def _is_title(quote: Quote, held: Held) -> bool:
    """Whether the words are a source's title, which names it: they need no citation.

    A note within brackets may give its first words alone.
    """
    title = fold_print(held.source.title or "").strip(" .")
    words = fold_print(quote.text).strip(" .,")
    if title and plain(words) == plain(title):
        return True  # marks in it may close before it ends
    before = quote.paragraph.text.partition(quote.text)[0]
    noted = before.rfind("(") > before.rfind(")") and words.count(" ") >= _SHORTEST_TITLE
    return bool(title) and noted and title.startswith(f"{words} ")


def _where(held: Held, found: Match | Near) -> tuple[int, int]:
    """The place in the text itself, without the spaces that folding took with a dash."""
    text = held.source.text
    start, end = held.folded.origin(found.start), held.folded.origin(found.end - 1) + 1
    if held.folded.text[found.end - 1] in _WITH_SPACES:
        end = held.folded.origin(found.end)
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return start, end


def _whole(printed: str, passage: str) -> str:
    """The printed words without line ends: a hyphen there stays where `passage` has it."""
    return _BROKEN.sub(lambda it: it[1] + ("-" if f"{it[1]}-{it[2]}" in passage else ""), printed)


def _verdict(
    quote: Quote,
    citation: Citation,
    standing: Standing,
    detail: str,
    held: Held | None = None,
    where: tuple[int, int] | None = None,
    changes: tuple[Change, ...] = (),
) -> Verdict:
    start, end = where or (None, None)
    passage = held.source.text[start:end] if held else ""
    return Verdict(
        quote=_whole(quote.text, passage),
        citation=citation.printed,
        standing=standing,
        source=held.source.id if held else None,
        start=start,
        end=end,
        detail=detail,
        passage=passage,
        name=held.name if held else "",
        place=quote.paragraph.place,
        paragraph=quote.paragraph.number or None,  # none of what stands beside the text
        changes=changes,
        displayed=quote.displayed,
    )
