"""Composes a document: numbers the sources, writes the notes, fills the template, parses it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from pathlib import PurePath
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from briefing import __version__
from briefing.compose.charts import chronology, coverage
from briefing.compose.citation_words import capital, label, opening
from briefing.compose.citations import (
    Numbered,
    OtherStyle,
    check_style,
    entry,
    note,
    unknown_fields,
)
from briefing.compose.cutting import quotation
from briefing.compose.dates import spell_span, spell_time
from briefing.compose.leaning import leaning_words
from briefing.compose.listing import facts, remarks
from briefing.compose.manifest import make_manifest
from briefing.compose.markup import Parser
from briefing.compose.numbering import FIRST, by_sentence, first_on_each, number_sources
from briefing.compose.own_words import KEY_POINTS, OwnWords
from briefing.compose.remarks import told, told_once
from briefing.compose.retelling import matter_retold, retold, themes_retold
from briefing.compose.sandbox import Sandbox
from briefing.compose.sealing import Leaf, Seals, leaf
from briefing.compose.standing_then import StandingThen
from briefing.compose.summary import summarise
from briefing.compose.template import Template
from briefing.compose.unlisted import check_list, unlisted
from briefing.compose.views import (
    AmountView,
    BriefView,
    ChangedView,
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
from briefing.model.source import Amending, Notice, Source
from briefing.tongue import check_language, tongue
from briefing.words import Speech

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
        UsageError: if the source list is to be left out, and the notes need it, or if no document can
            be in the language of the order.
        RecipeError: if the template has a fault; the message names the file.
        UnknownNameError: if there is no citation style of the name in the order.
    """
    brief, changes = material.brief, material.changes
    check_style(brief.citation_style)
    check_list(brief.citation_style, shown=brief.source_list)
    check_language(brief.language)
    wanted = template.names()
    findings = themes_retold(material.findings, tongue(brief.language))
    material = replace(material, findings=findings)
    desk = _Desk(material)
    own = desk.own_words()
    desk.numbers |= number_sources(findings, material.sources, own, wanted, changes)
    desk.other = _other_style(material, desk.in_order())
    values = desk.values(wanted)
    blocks, speech = list[Block](), desk.tongue
    parser = Parser(Seals(template.title, speech), desk.references(), desk.noted, desk.figures())
    sandbox = Sandbox(template.code, speech)
    for section in template.sections:
        name = f"{section}.jinja"
        parser.seals = Seals(f"{template.id}/{name}", speech)
        blocks += parser.parse(sandbox.render(name, values, parser.seals))
    if changes:
        # Late: most documents mark no changes.
        from briefing.compose.changed import marked

        blocks = list(marked(blocks, changes.changes, speech))
    if not brief.source_list:
        blocks = list(unlisted(blocks, desk.names(), speech))
    behind = StandingThen.of(findings, changes)
    return Document(
        title=desk.title,
        language=brief.language,
        date=brief.date,
        blocks=tuple(blocks),
        running_title=desk.title,
        author=brief.author,
        subject=", ".join(found.theme.title for found in material.findings.themes) or None,
        marking=brief.marking,
        generator=GENERATOR,
        look=template.look,
        citation_style=brief.citation_style,
        manifest=make_manifest(brief, material.sources, desk.numbers, blocks, GENERATOR, behind),
    )


class _Desk(Struct):
    """Makes what the template sees; `numbers` are those of the sources by id, `noted` the ids cited."""

    material: Material
    numbers: dict[str, int] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)
    other: OtherStyle | None = None

    @property
    def tongue(self) -> Speech:
        return tongue(self.material.brief.language)

    @property
    def title(self) -> str:
        themes = ", ".join(found.theme.title for found in self.material.findings.themes)
        return self.material.brief.title or self.tongue.say("Briefing: {themes}", themes=themes)

    def names(self) -> dict[int, str]:
        """What each source is called, by its number."""
        return {
            self.numbers[source.id]: label(source, self.tongue) for source in self.material.sources
        }

    def values(self, wanted: AbstractSet[str]) -> dict[str, Any]:
        """What the template sees, by name; what it cites counts as cited if it is `wanted`."""
        brief, findings = self.material.brief, self.material.findings
        told_changes = self.material.changes
        # In the order of the page: what cites a source first names it in full.
        own, themes = self.own_words(), []
        notes = defaultdict(list, {KEY_POINTS: own.printed(KEY_POINTS)})
        points = first_on_each(findings) if FIRST in wanted else {}
        key_points = {theme: self._excerpt(item) for theme, item in points.items()}
        changes = self._changes() if "changes" in wanted else ()
        for found in findings.themes:
            notes[found.theme.id] = own.printed(found.theme.id)
            themes.append(self._theme(found))
        notes |= own.others(notes)
        evidence = self._evidence(wanted)
        # Last, when it is known which of them are cited.
        sources = tuple(self._source(source) for source in self.in_order())
        return {
            "brief": BriefView(
                self.title, brief.date, brief.recipient, brief.author, brief.marking, brief.language
            ),
            FIRST: key_points,
            "themes": tuple(themes),
            "sources": sources,
            "independent_origins": len(findings.voices),
            **evidence,
            "differing": tuple(map(self._differing, findings.conflicts)),
            "summary": summarise(self.material.sources, findings, self.noted, self.tongue),
            "figures": tuple(self.figures()),
            "since": told_changes and retold(told_changes.since, self.tongue),
            "changes": changes,
            "gaps": tuple(self._gaps()),
            "notes": notes,
            "refused": tuple(told(notice, self.tongue) for notice in self.material.refused),
            "notices": told_once(self.material.notices, self.tongue),
            "generator": GENERATOR,
        }

    def _gaps(self) -> Iterator[GapView]:
        """The gaps; themes of which the same is to be said stand together, where the first stood."""
        findings = self.material.findings
        silent = {found.theme.title for found in findings.themes if not found.answered}
        alike: dict[tuple[str, bool], list[str]] = {}
        for gap in findings.gaps:
            alike.setdefault((gap.text, gap.theme in silent), []).append(gap.theme)
        for (text, is_silent), titles in alike.items():
            between = "; " if any("," in title for title in titles) else ", "
            yield GapView(between.join(titles), retold(text, self.tongue), is_silent)

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
        return DifferenceView(matter_retold(conflict.about, self.tongue), ", ".join(sides))

    def references(self) -> tuple[Reference, ...]:
        """The source list."""
        return tuple(
            Reference(
                self.numbers[source.id],
                source.id,
                self._entry(source),
                remarks(source, self._leaning(source), self.tongue),
                facts(source),
            )
            for source in self.in_order()
        )

    def figures(self) -> dict[str, Figure]:
        """The charts that there is something to draw for, by name."""
        findings = self.material.findings
        drawn = {
            "coverage": coverage(findings.themes, self.numbers, self.tongue),
            "chronology": chronology(
                [said for said in findings.chronology if said.precision is Precision.DAY],
                self.numbers,
                self.tongue,
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
            start, style = excerpt.passage.start, self.material.brief.citation_style
            first, last = source.id not in self.noted, excerpt is excerpts[-1]
            words = note(
                numbered, start, style, self.tongue, first=first, last=last, other=self.other
            )
            self.noted.add(source.id)
            paragraph, page = source.paragraph_number(start), source.page_number(start)
            label = source.page_label(start) or None
            citations.append(
                Citation(numbered.number, source.id, words, paragraph or None, page, label)
            )
        return leaf(Cite(tuple(citations)))

    def _entry(self, source: Source) -> Inlines:
        cited = source.id in self.noted
        style = self.material.brief.citation_style
        return entry(source, self.tongue, style, self.other, cited=cited)

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
            span=spell_span(days[0], days[-1], self.tongue) if days else None,
            answered=found.answered,
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
            because=tuple(retold(reason, self.tongue) for reason in item.because),
            pinned=item.pinned,
        )

    def _source(self, source: Source) -> SourceView:
        number = self.numbers[source.id]
        return SourceView(
            number=number,
            label=label(source, self.tongue),
            opening=opening(source, self.tongue),
            title=source.title,
            publisher=source.publisher,
            authors=source.authors,
            published=source.published,
            url=source.url,
            unknown=unknown_fields(source, self.tongue),
            cited=source.id in self.noted,
            leans_on=tuple(map(self._quote, self._leaning(source))),
            withdrawn=source.amended() is Amending.RETRACTION,
            link=leaf(SourceLink(number, (Text(f"[{number}]"),))),
            entry=leaf(*self._entry(source)),
        )

    def _leaning(self, source: Source) -> list[Excerpt]:
        """The words that show on whom a source leans, one place for each origin."""
        return leaning_words(source, self.material.findings)

    def _conflict(self, conflict: Conflict) -> ConflictView:
        about = matter_retold(conflict.about, self.tongue)
        return ConflictView(about, tuple(map(self._position, conflict.positions)))

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
            capital(claim.speaker),
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
        if self.material.changes is None:
            return ()
        # Late: most documents tell no changes.
        from briefing.compose.changed import told_in_views

        titles = {found.theme.id: found.theme.title for found in self.material.findings.themes}
        show = self._quote, lambda excerpt: self._cite([excerpt]), self._changed, self._differing
        return tuple(told_in_views(self.material.changes, titles, self.tongue, *show))

    def _changed(self, source: str, called: str, places: int) -> ChangedView:
        known = self._by_id().get(source)
        name = label(known, self.tongue) if known else called
        return ChangedView(name, self._link(source), places)

    def _link(self, source: str) -> Leaf | None:
        number = self.numbers.get(source)
        return leaf(SourceLink(number, (Text(f"[{number}]"),))) if number else None

    def _dated(self, said: DatedStatement) -> DatedView:
        return DatedView(
            spell_time(said.on, said.precision, self.tongue),
            said.on,
            self._quote(said.excerpt),
            self._cite([said.excerpt]),
            self._source_of(said.excerpt),
            said.inferred_from and retold(said.inferred_from, self.tongue),
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
    return CslStyle(material.style_file, sources, where, tongue(material.brief.language))
