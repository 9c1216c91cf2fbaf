"""Composes a document: numbers the sources, writes the notes, fills the template, parses it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from pathlib import PurePath
from typing import Any

from msgspec import Struct, field

from briefing import __version__
from briefing.compose.charts import chronology, coverage
from briefing.compose.citation_words import capital, label, opening
from briefing.compose.citations import (
    Numbered,
    OtherStyle,
    amended_remarks,
    check_style,
    entry,
    found_form,
    leaning_remark,
    note,
    unknown_fields,
)
from briefing.compose.cutting import quotation
from briefing.compose.dates import spell_span, spell_time
from briefing.compose.manifest import make_manifest
from briefing.compose.markup import Parser
from briefing.compose.numbering import by_sentence, number_sources
from briefing.compose.own_words import KEY_POINTS, OwnWords
from briefing.compose.remarks import told_once
from briefing.compose.sandbox import Sandbox
from briefing.compose.sealing import Leaf, Seals, leaf
from briefing.compose.summary import summarise
from briefing.compose.template import Template
from briefing.compose.unlisted import check_list, unlisted
from briefing.compose.views import (
    AmountView,
    BriefView,
    ChangeView,
    ClaimView,
    ConflictView,
    DatedView,
    DifferenceView,
    ExcerptView,
    GapView,
    OvertakenView,
    PositionView,
    SourceView,
    ThemeView,
)
from briefing.model.brief import Brief
from briefing.model.changes import Changes
from briefing.model.document import (
    Block,
    Citation,
    Cite,
    Document,
    Facts,
    Figure,
    Inlines,
    Quoted,
    Reference,
    SourceLink,
    Text,
)
from briefing.model.findings import (
    Claim,
    Conflict,
    DatedStatement,
    Findings,
    Overtaken,
    Position,
    Precision,
    Selected,
    ThemeFindings,
)
from briefing.model.findings import Figure as Amount
from briefing.model.passage import Excerpt
from briefing.model.source import Notice, Source

GENERATOR = f"Briefing {__version__}"


class Material(Struct, frozen=True):
    """What a document is made of."""

    brief: Brief
    sources: tuple[Source, ...]
    findings: Findings
    refused: tuple[Notice, ...] = ()
    notices: tuple[Notice, ...] = ()
    style_file: bytes | None = None
    changes: Changes | None = None


def compose(material: Material, template: Template) -> Document:
    """Fill `template` with `material`.

    Raises:
        UsageError: if the source list is to be left out, and the notes need it.
        RecipeError: if the template has a fault; the message names the file.
        UnknownNameError: if there is no citation style of the name in the order.
    """
    check_style(material.brief.citation_style)
    check_list(material.brief.citation_style, shown=material.brief.source_list)
    wanted = template.names()
    desk = _Desk(material)
    desk.numbers |= number_sources(material.findings, material.sources, desk.own_words(), wanted)
    desk.other = _other_style(material, desk.in_order())
    values = desk.values(wanted)
    blocks: list[Block] = []
    parser = Parser(Seals(template.title), desk.references(), desk.noted, desk.figures())
    sandbox = Sandbox(template.code)
    for section in template.sections:
        name = f"{section}.jinja"
        parser.seals = Seals(f"{template.id}/{name}")
        blocks += parser.parse(sandbox.render(name, values, parser.seals))
    brief = material.brief
    if material.changes:
        # Late: most documents mark no changes.
        from briefing.compose.changed import marked

        blocks = list(marked(blocks, material.changes.changes))
    if not brief.source_list:
        blocks = list(unlisted(blocks, desk.names()))
    return Document(
        title=desk.title,
        language="en",
        date=brief.date,
        blocks=tuple(blocks),
        running_title=desk.title,
        author=brief.author,
        subject=", ".join(found.theme.title for found in material.findings.themes) or None,
        marking=brief.marking,
        generator=GENERATOR,
        look=template.look,
        citation_style=brief.citation_style,
        manifest=make_manifest(brief, material.sources, desk.numbers, blocks, GENERATOR),
    )


class _Desk(Struct):
    """Makes what the template sees; `numbers` are those of the sources by id, `noted` the ids cited."""

    material: Material
    numbers: dict[str, int] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)
    other: OtherStyle | None = None

    @property
    def title(self) -> str:
        themes = ", ".join(found.theme.title for found in self.material.findings.themes)
        return self.material.brief.title or f"Briefing: {themes}"

    def names(self) -> dict[int, str]:
        """What each source is called, by its number."""
        return {self.numbers[source.id]: label(source) for source in self.material.sources}

    def values(self, wanted: AbstractSet[str]) -> dict[str, Any]:
        """What the template sees, by name; what it cites counts as cited if it is `wanted`."""
        brief, findings = self.material.brief, self.material.findings
        # In the order of the page: what cites a source first names it in full.
        own, themes = self.own_words(), []
        notes = defaultdict(list, {KEY_POINTS: own.printed(KEY_POINTS)})
        for found in findings.themes:
            notes[found.theme.id] = own.printed(found.theme.id)
            themes.append(self._theme(found))
        notes |= own.others(notes)
        evidence = self._evidence(wanted)
        # Last, when it is known which of them are cited.
        sources = tuple(self._source(source) for source in self.in_order())
        return {
            "brief": BriefView(
                self.title, brief.date, brief.recipient, brief.author, brief.marking
            ),
            "themes": tuple(themes),
            "sources": sources,
            "independent_origins": len(findings.voices),
            **evidence,
            "differing": tuple(map(self._differing, findings.conflicts)),
            "summary": summarise(self.material.sources, findings, self.noted),
            "figures": tuple(self.figures()),
            "since": self.material.changes.since if self.material.changes else None,
            "changes": self._changes(),
            "gaps": tuple(GapView(gap.theme, gap.text) for gap in findings.gaps),
            "notes": notes,
            "refused": tuple(str(notice) for notice in self.material.refused),
            "notices": told_once(self.material.notices),
            "generator": GENERATOR,
        }

    def _evidence(self, wanted: AbstractSet[str]) -> dict[str, tuple[object, ...]]:
        """What stands beside the themes, in the order in which it is printed."""
        findings = self.material.findings
        made: dict[str, Iterator[object]] = {
            "claims": map(self._claim, findings.claims),
            "conflicts": map(self._conflict, findings.conflicts),
            "overtaken": map(self._overtaken, findings.overtaken),
            "amounts": map(self._amount, by_sentence(findings.figures)),
            "chronology": map(self._dated, findings.chronology),
        }
        return {name: tuple(views) if name in wanted else () for name, views in made.items()}

    def own_words(self) -> OwnWords:
        """The analyst's words."""
        return OwnWords(self.material.brief.notes, self.material.sources, self._cite)

    def _differing(self, conflict: Conflict) -> DifferenceView:
        sides = (
            f"{position.value} ({self._source_of(position.excerpt).label})"
            for position in conflict.positions
        )
        return DifferenceView(conflict.about, ", ".join(sides))

    def references(self) -> tuple[Reference, ...]:
        """The source list."""
        return tuple(
            Reference(
                self.numbers[source.id],
                source.id,
                self._entry(source),
                self._remarks(source),
                _facts(source),
            )
            for source in self.in_order()
        )

    def figures(self) -> dict[str, Figure]:
        """The charts that there is something to draw for, by name."""
        findings = self.material.findings
        drawn = {
            "coverage": coverage(findings.themes, self.numbers),
            "chronology": chronology(
                [said for said in findings.chronology if said.precision is Precision.DAY],
                self.numbers,
            ),
        }
        return {name: figure for name, figure in drawn.items() if figure}

    def in_order(self) -> list[Source]:
        """The sources in the order of their numbers."""
        return sorted(self.material.sources, key=lambda source: self.numbers[source.id])

    def _by_id(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.material.sources}

    def _cite(self, excerpts: Sequence[Excerpt]) -> Leaf:
        by_id = self._by_id()
        citations = []
        for excerpt in excerpts:
            source = by_id[excerpt.passage.source]
            numbered = Numbered(self.numbers[source.id], source)
            style = self.material.brief.citation_style
            first, last = source.id not in self.noted, excerpt is excerpts[-1]
            words = note(
                numbered,
                excerpt.passage.start,
                style,
                first=first,
                last=last,
                other=self.other,
            )
            self.noted.add(source.id)
            start = excerpt.passage.start
            paragraph, page = source.paragraph_number(start), source.page_number(start)
            citations.append(Citation(numbered.number, source.id, words, paragraph or None, page))
        return leaf(Cite(tuple(citations)))

    def _entry(self, source: Source) -> Inlines:
        cited = source.id in self.noted
        return entry(source, self.material.brief.citation_style, self.other, cited=cited)

    def _quote(self, excerpt: Excerpt) -> Leaf:
        return leaf(Quoted(excerpt, self._by_id()[excerpt.passage.source].language))

    def _theme(self, found: ThemeFindings) -> ThemeView:
        by_id = self._by_id()
        used = [by_id[item.excerpt.passage.source] for item in found.excerpts]
        days = sorted(source.published for source in used if source.published)
        return ThemeView(
            id=found.theme.id,
            title=found.theme.title,
            question=found.theme.question,
            excerpts=tuple(map(self._excerpt, found.excerpts)),
            sources=len({source.id for source in used}),
            span=spell_span(days[0], days[-1]) if days else None,
        )

    def _excerpt(self, item: Selected) -> ExcerptView:
        by_id = self._by_id()
        echoes = [echo.excerpt for echo in item.also_in]
        return ExcerptView(
            quote=quotation(item.excerpt, by_id[item.excerpt.passage.source]),
            cite=self._cite([item.excerpt, *echoes]),
            speaker=capital(item.speaker),
            source=self._source(by_id[item.excerpt.passage.source]),
            origins=item.independent_origins,
            also_in=tuple(self._source(by_id[echo.passage.source]) for echo in echoes),
            because=item.because,
            pinned=item.pinned,
        )

    def _source(self, source: Source) -> SourceView:
        number, called = self.numbers[source.id], label(source)
        return SourceView(
            number=number,
            label=called,
            opening=opening(called),
            title=source.title,
            publisher=source.publisher,
            authors=source.authors,
            published=source.published,
            url=source.url,
            unknown=unknown_fields(source),
            cited=source.id in self.noted,
            leans_on=tuple(map(self._quote, self._leaning(source))),
            link=leaf(SourceLink(number, (Text(f"[{number}]"),))),
            entry=leaf(*self._entry(source)),
        )

    def _leaning(self, source: Source) -> list[Excerpt]:
        """The words that show on whom a source leans, one place for each origin."""
        return [
            Excerpt.cut(source, origin.passage.start, origin.passage.end)
            for found in self.material.findings.by_source
            if found.source == source.id
            for origin in {origin.name: origin for origin in reversed(found.origins)}.values()
        ]

    def _remarks(self, source: Source) -> tuple[Inlines, ...]:
        remarks: list[Inlines] = []
        if unknown := unknown_fields(source):
            remarks.append((Text(f"Not stated in the document: {', '.join(unknown)}."),))
        if found := found_form(source):
            remarks.append((Text(f"Link found as {found}"),))
        remarks += amended_remarks(source)
        if leaning := self._leaning(source):
            remarks.append(leaning_remark(leaning))
        remarks.append(
            (Text(f"File {source.path.rsplit('/', 1)[-1]}, SHA-256 {source.sha256[:16]}…"),)
        )
        return tuple(remarks)

    def _conflict(self, conflict: Conflict) -> ConflictView:
        return ConflictView(conflict.about, tuple(map(self._position, conflict.positions)))

    def _position(self, position: Position) -> PositionView:
        return PositionView(
            position.value,
            self._quote(position.excerpt),
            self._cite([position.excerpt, *position.also]),
            self._source_of(position.excerpt),
            tuple(map(self._source_of, position.also)),
        )

    def _overtaken(self, item: Overtaken) -> OvertakenView:
        return OvertakenView(
            self._position(Position("planned", item.plan)),
            self._position(Position("reported", item.report)),
        )

    def _claim(self, claim: Claim) -> ClaimView:
        return ClaimView(
            self._quote(claim.excerpts[0]),
            self._cite(claim.excerpts),
            tuple(map(self._source_of, claim.excerpts)),
            claim.independent_origins,
        )

    def _amount(self, figures: Sequence[Amount]) -> AmountView:
        first = figures[0].excerpt
        also = {excerpt.passage: excerpt for figure in figures for excerpt in figure.also_in}
        excerpts = first, *(one for place, one in also.items() if place != first.passage)
        counted = groupby(figures, lambda figure: figure.independent_origins)
        return AmountView(
            tuple(figure.value for figure in figures),
            self._quote(first),
            self._cite(excerpts),
            tuple(map(self._source_of, excerpts)),
            max(figure.independent_origins for figure in figures),
            tuple((tuple(figure.value for figure in alike), origins) for origins, alike in counted),
        )

    def _changes(self) -> tuple[ChangeView, ...]:
        changes = self.material.changes.changes if self.material.changes else ()
        titles = {found.theme.id: found.theme.title for found in self.material.findings.themes}
        alike = Counter(
            (
                f"{item.sort.value[0].upper()}{item.sort.value[1:]}",
                titles.get(item.said.theme),
                item.said.label or item.said.path.rsplit("/", 1)[-1],
                item.said.source,
                item.detail or None,
            )
            for item in changes
        )
        return tuple(
            ChangeView(what, theme, called, self._link(source), detail, places)
            for (what, theme, called, source, detail), places in alike.items()
        )

    def _link(self, source: str) -> Leaf | None:
        number = self.numbers.get(source)
        return leaf(SourceLink(number, (Text(f"[{number}]"),))) if number else None

    def _dated(self, said: DatedStatement) -> DatedView:
        return DatedView(
            spell_time(said.on, said.precision),
            said.on,
            self._quote(said.excerpt),
            self._cite([said.excerpt]),
            self._source_of(said.excerpt),
            said.inferred_from,
        )

    def _source_of(self, excerpt: Excerpt) -> SourceView:
        return self._source(self._by_id()[excerpt.passage.source])


def _other_style(material: Material, sources: Sequence[Source]) -> OtherStyle | None:
    """The style of a file, where one was named."""
    if material.style_file is None:
        return None
    # Late: the processor is large and seldom asked for.
    from briefing.compose.citations_csl import CslStyle

    where = PurePath(material.brief.citation_style)
    return CslStyle(material.style_file, sources, where)


def _facts(source: Source) -> Facts:
    return Facts(
        source.title,
        source.publisher,
        source.authors,
        source.published,
        source.accessed,
        source.url,
        source.language,
    )
