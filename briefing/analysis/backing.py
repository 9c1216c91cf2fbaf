"""What stands behind an excerpt besides its words: origins, a named speaker, figures, its source.

Two excerpts that say the same are not worth the same: the one that names its speaker, gives the
figure that others give too, and stands in the report that was first is the one to print.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.candidates import Candidate
from briefing.analysis.corroboration import house_of, origin_at, speaker_in
from briefing.analysis.house_names import house_key
from briefing.model.findings import Findings, Form, SourceFindings
from briefing.model.passage import Excerpt, Passage
from briefing.model.source import Source
from briefing.text.lazy import Lazy

_ANOTHER_ORIGIN, _MOST_ORIGINS = 0.15, 2
"""What each further independent origin adds, and how many count."""
_SPEAKER, _REPORTED = 0.1, 0.05
"""What a named speaker adds: in words of his own, and where the report only says that he says so."""
_FIGURE = 0.05
_ACCORDING = Lazy(r"\b[Aa]ccording to (?:the |an? )?[A-Z]")
_REPRINT, _SECOND_HAND, _NO_PUBLISHER = 0.85, 0.93, 0.97
"""Factors for a source that reprints, that leans on a report at hand, that says not who publishes it."""
_NOBODYS = 0.75
"""Factor for words of somebody whom the reader cannot tell: in quotation marks, or of “I” and “we”."""
_OF_ITSELF = 3
"""Paragraphs that speak of “I” or “we” from which on it is the author who does."""
_MARKED = ("“", '"', "‘", "«", "„")
_QUOTED = Lazy(r"“[^”]*”?|\"[^\"]*\"?|‘‘.*?’’")
_IN_PERSON = Lazy(r"\b(?:I|I[’'](?:m|ve|ll|d)|[Mm]y|[Ww]e|[Ww]e[’'](?:re|ve|ll)|[Oo]ur)\b")
MOST = 1.5
"""No candidate is worth more than so many times what its words are worth by themselves."""

Weight = tuple[float, tuple[str, ...]]


class Backing(Struct, frozen=True):
    """What is known of the sources, and what several of them carry, by source."""

    sources: Mapping[str, Source]
    found: Mapping[str, SourceFindings]
    reprint_of: Mapping[str, str]
    carried: Mapping[str, Sequence[tuple[Passage, int]]]
    figures: Mapping[str, Sequence[Passage]]
    houses: frozenset[str]
    personal: dict[str, bool]
    """Which sources speak of “I” or “we” throughout, as far as somebody asked."""

    def weigh(self, item: Candidate) -> Candidate:
        """The candidate with what stands behind it in its score and, in words, in its reasons."""
        claim, because = self._of_words(item.excerpt)
        factor = claim * self._of_source(item.excerpt.passage)
        return replace(
            item, score=item.score * factor, backing=factor, because=(*item.because, *because)
        )

    def _of_words(self, words: Excerpt) -> Weight:
        place = words.passage
        carried = self.carried.get(place.source, ())
        origins = max([count for held, count in carried if held.overlaps(place)], default=1)
        factor, because = 1.0, []
        if origins > 1:
            factor += _ANOTHER_ORIGIN * min(origins - 1, _MOST_ORIGINS)
            because.append(f"in part carried by {origins} independent origins")
        found = self.found.get(place.source)
        if speaker := speaker_in(place, found):
            factor += _SPEAKER if _speaks(place, found) else _REPORTED
            because.append(f"names who speaks, {speaker}")
        elif "ccording to " in words.exact and _ACCORDING.search(words.exact):
            factor += _REPORTED
            because.append("names whom it is from")
        elif _is_somebody_s(words.exact) and not self._is_personal(place.source):
            factor *= _NOBODYS
        if any(held.overlaps(place) for held in self.figures.get(place.source, ())):
            factor += _FIGURE
        return factor, tuple(because)

    def _is_personal(self, name: str) -> bool:
        if name not in self.personal:
            self.personal[name] = _is_personal(self.sources[name])
        return self.personal[name]

    def _of_source(self, place: Passage) -> float:
        source = self.sources[place.source]
        factor = 1.0 if source.publisher else _NO_PUBLISHER
        if self.reprint_of.get(source.id, source.id) != source.id:
            factor *= _REPRINT
        origin = origin_at(place, source, self.found.get(source.id))
        if origin is not None and house_key(origin.name) in self.houses:
            factor *= _SECOND_HAND
        return factor


def _is_somebody_s(words: str) -> bool:
    """Whether words are those of somebody: in quotation marks from the first on, or in the first person."""
    return words.startswith(_MARKED) or _speaks_of_itself(words)


def _speaks_of_itself(words: str) -> bool:
    """Whether words speak of “I” or “we”, and not in quotation marks."""
    return bool(_IN_PERSON.search(words)) and bool(_IN_PERSON.search(_QUOTED.sub("", words)))


def _is_personal(source: Source) -> bool:
    """Whether the author speaks of himself in several paragraphs: so does an opinion, or an interview."""
    told = 0
    for part in source.body():
        told += _speaks_of_itself(source.text[part.start : part.end])
        if told >= _OF_ITSELF:
            return True
    return False


def _speaks(place: Passage, found: SourceFindings | None) -> bool:
    """Whether somebody speaks there in words of his own."""
    return found is not None and any(
        item.form is not Form.INDIRECT and place.overlaps(item.passage)
        for item in found.attributions
    )


def backing(
    sources: Mapping[str, Source],
    found: Mapping[str, SourceFindings],
    reprint_of: Mapping[str, str],
    findings: Findings,
) -> Backing:
    """Put together what `findings` have of claims and figures that several sources carry."""
    carried: defaultdict[str, list[tuple[Passage, int]]] = defaultdict(list)
    for claim in findings.claims:
        for excerpt in claim.excerpts:
            carried[excerpt.passage.source].append((excerpt.passage, claim.independent_origins))
    figures: defaultdict[str, list[Passage]] = defaultdict(list)
    for figure in findings.figures:
        for excerpt in (figure.excerpt, *figure.also_in):
            figures[excerpt.passage.source].append(excerpt.passage)
            if figure.independent_origins > 1:
                carried[excerpt.passage.source].append(
                    (excerpt.passage, figure.independent_origins)
                )
    houses = frozenset(
        house_of(item, found.get(item.id)) for item in sources.values() if item.publisher
    )
    return Backing(sources, found, reprint_of, carried, figures, houses, {})
