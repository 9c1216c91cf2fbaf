"""Proves a paper: every quotation judged, everything beside it told."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from briefing.model.report import Finding, Report, Standing, Strength, Verdict
from briefing.verify import beside, listing
from briefing.verify.aside import quotes_aside
from briefing.verify.citing import Citation, Citations
from briefing.verify.judging import Judge
from briefing.verify.manifest import Manifest, read_manifest
from briefing.verify.paper import Paper, Part, Printed
from briefing.verify.quoting import Quote, quotes, unmarked
from briefing.verify.shelf import Held, Shelf, Sources
from briefing.verify.unquoted import check_notes

_CONSISTENT = "agrees with the manifest inside the file, which proves nothing by itself"
_NOT_LISTED = "no source is at hand"

_Judged = tuple[Quote, Citation, Verdict, tuple[Held, ...]]


def prove(paper: Paper, shelf: Shelf | None, name: str) -> Report:
    """The report on `paper`, called `name`; without a `shelf` only its own manifest is there."""
    manifest, troubles = read_manifest(paper.manifest)
    if shelf is None:
        return _consistent(paper, manifest, troubles, name)
    return _prove(paper, shelf, manifest, troubles, name)


def _prove(
    paper: Paper,
    shelf: Shelf,
    manifest: Manifest | None,
    troubles: tuple[Finding, ...],
    name: str,
) -> Report:
    citations = Citations(paper, manifest.ids() if manifest else {})
    judge = Judge(shelf, manifest, paper.form)
    leads = beside.leads(paper)
    verdicts: list[Verdict] = []
    findings: list[Finding] = [*paper.findings, *troubles]
    sources: dict[str, Held] = {}
    quoted: list[Quote] = []
    for quote, citation, verdict, cited in _judged(paper, citations, judge):
        sources |= {held.source.id: held for held in cited}
        verdicts.append(verdict)
        quoted.append(quote)
        findings += beside.check_quote(quote, citation)
        findings += beside.check_left_out(verdict)
        findings += beside.check_place(verdict, citation, sources, shelf)
        if shelf.strength is not Strength.MANIFEST:
            findings += listing.check_label(quote, verdict, cited, shelf)
        led = quote.displayed and quote.paragraph.number in leads
        if led and shelf.strength is not Strength.MANIFEST:  # that has excerpts alone
            findings += beside.check_lead(leads[quote.paragraph.number], verdict, sources, shelf)
    held_cited = [held.source for held in sources.values()]
    for quote in quotes_aside(paper, citations.entries, held_cited, listed=citations.listed):
        citation, verdict = _judged_aside(quote, citations, judge)
        if quote.paragraph.part is Part.HEADING and verdict.source:
            continue  # a heading may take up what stands below it
        verdicts.append(verdict)
        findings += beside.check_quote(quote, citation)
    findings += _of_the_whole(paper, citations, manifest, quoted, judge)
    state = "none"
    if manifest:
        against = list(manifest.unprinted(paper, verdicts))
        if shelf.strength is not Strength.MANIFEST:  # what is made of it cannot speak against it
            against = [*manifest.doubts(sources), *against]
        state = "disagrees" if against else "agrees"
        findings += against
    elif troubles:
        state = "unreadable"
    return Report(name, tuple(verdicts), tuple(findings), shelf.strength, state)


def _of_the_whole(
    paper: Paper,
    citations: Citations,
    manifest: Manifest | None,
    quoted: Sequence[Quote],
    judge: Judge,
) -> Iterator[Finding]:
    yield from beside.check_unseen(paper)
    yield from check_notes(paper, citations, quoted, judge)
    yield from beside.check_list(citations, manifest.cited() if manifest else None)
    if judge.shelf.strength is not Strength.MANIFEST:
        yield from listing.check_entries(paper, citations, judge.shelf)
    yield from beside.check_marking(paper, manifest.marking if manifest else None)
    yield from beside.check_contents(paper)


def _judged(paper: Paper, citations: Citations, judge: Judge) -> Iterator[_Judged]:
    """Every quotation judged, its paragraph read in the way in which more of it is proven.

    Both ways look the same on the page, so that either says what is there; but neither may quote less.
    """
    every = list(quotes(paper))
    for at, (paragraph, ways) in enumerate(zip(paper.paragraphs, every, strict=True)):
        best: list[_Judged] = []
        for number, found in enumerate(ways):
            if number and not _faults(best)[0]:
                break
            own = [_judged_one(quote, _following(every, at), citations, judge) for quote in found]
            fewer = _faults(own) < _faults(best)
            if not number or (fewer and _covers(own, best)):
                best = own
        unmarked = _unmarked(paragraph, citations, judge)
        yield from unmarked if unmarked and _covers(unmarked, best) else best


def _judged_one(
    quote: Quote, following: Iterator[Quote], citations: Citations, judge: Judge
) -> _Judged:
    """The verdict on a quotation; without a note or a number, by what else may cite it."""
    citation = citations.of(quote)
    quote = judge.without_label(quote, citation)
    if not citation.printed:
        behind = citations.behind(quote)
        if behind and judge.knows(behind[1]):
            return *behind, *judge.judge(*behind)
        for other in following:  # set apart in several paragraphs, the last of which has the note
            shared = citations.of(other)
            if shared.printed and (stands := judge.stands(quote, shared)):
                return quote, shared, *stands
    return quote, citation, *judge.judge(quote, citation)


def _following(every: Sequence[tuple[list[Quote], ...]], at: int) -> Iterator[Quote]:
    """The next quotation with a citation, if only others set apart stand before it."""
    below = (found for ways in every[at + 1 :] for found in ways[:1])
    for found in takewhile(lambda them: them and them[0].displayed, below):
        if found[0].keys or found[0].numbers:
            yield found[0]
            return


def _judged_aside(quote: Quote, citations: Citations, judge: Judge) -> tuple[Citation, Verdict]:
    """What an entry of the list quotes may be its source's; what is not is as uncited as any."""
    citation = citations.of(quote)
    if quote.entry and (stands := judge.stands(quote, citation)):
        return citation, stands[0]
    citation = citations.of(replace(quote, entry=None))
    return citation, judge.judge(quote, citation)[0]


def _unmarked(paragraph: Printed, citations: Citations, judge: Judge) -> list[_Judged]:
    """What nothing says is quoted, and yet stands in the source that the note behind it names."""
    found: dict[tuple[str, ...], _Judged] = {}
    for quote in unmarked(paragraph):
        citation = citations.of(quote)
        if quote.keys not in found and (stands := judge.stands(quote, citation)):
            found[quote.keys] = quote, citation, *stands
    return list(found.values())


def _covers(own: Sequence[_Judged], best: Sequence[_Judged]) -> bool:
    """Whether as much is quoted: every letter that `best` quotes, in whatever order it is read."""
    ours, theirs = (
        Counter(filter(str.isalnum, "".join([quote.text for quote, *_ in judged])))
        for judged in (own, best)
    )
    return theirs <= ours


def _faults(judged: Sequence[_Judged]) -> tuple[int, int]:
    """How many are not proven, and of how many of them nothing says where they are from."""
    found = [verdict.standing for _, _, verdict, _ in judged]
    return len(found) - found.count(Standing.PROVEN), found.count(Standing.UNCITED)


def _consistent(
    paper: Paper, manifest: Manifest | None, troubles: tuple[Finding, ...], name: str
) -> Report:
    """Without sources nothing is proven; the manifest can only show what was altered since."""
    held = tuple(manifest.held()) if manifest else ()
    strength = Strength.MANIFEST if manifest else Strength.NOTHING
    report = _prove(paper, Sources(held, strength), manifest, troubles, name)
    return replace(report, verdicts=tuple(_unproven(verdict) for verdict in report.verdicts))


def _unproven(verdict: Verdict) -> Verdict:
    match verdict.standing:
        case Standing.PROVEN:
            return replace(
                verdict, standing=Standing.UNCHECKED, detail=_CONSISTENT, start=None, end=None
            )
        case Standing.MISSING:
            return replace(verdict, standing=Standing.UNCHECKED, detail=_NOT_LISTED)
        case Standing.ALTERED:
            detail = f"against the manifest inside the file: {verdict.detail}"
            return replace(verdict, detail=detail, start=None, end=None)
        case _:
            return verdict
