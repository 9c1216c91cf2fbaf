"""Small helpers of the open briefing: keys of places, cards ready to be painted, speakers."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from briefing.analysis.themes import Matcher, find_hits
from briefing.model.desk import ShownCard
from briefing.model.findings import Attribution, SourceFindings
from briefing.model.library import Card, ThemeScore
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.text.spaces import flat


def place_key(passage: Passage, theme: str) -> str:
    """The key under which the library keeps what was decided of a place."""
    return f"{passage.source}/{passage.start}/{passage.end}/{theme}"


def place_of(key: str) -> Passage:
    """The place of such a key."""
    source, start, end, _ = key.split("/", 3)
    return Passage(source, int(start), int(end))


def theme_of(key: str) -> str:
    """The theme of such a key."""
    return key.split("/", 3)[3]


def label_of(source: Source) -> str:
    """A short name for a source."""
    return source.publisher or source.title or source.path.rsplit("/", 1)[-1]


def name_speakers(
    found: Mapping[str, SourceFindings], named: Mapping[Passage, str]
) -> dict[str, SourceFindings]:
    """`found` with the speakers that the analyst named in the place of those that were read."""
    known = dict(found)
    for passage, speaker in named.items():
        if passage.source in known:
            said = renamed(known[passage.source].attributions, passage, speaker)
            known[passage.source] = replace(known[passage.source], attributions=said)
    return known


def renamed(said: Sequence[Attribution], passage: Passage, speaker: str) -> tuple[Attribution, ...]:
    """What is said in a source, `speaker` being who speaks at `passage`."""
    return tuple(
        replace(item, speaker=speaker) if item.passage.overlaps(passage) else item for item in said
    )


def shown(card: Card, matchers: Sequence[Matcher], weights: Mapping[str, float]) -> ShownCard:
    """A card of the library with the words marked that answer to its themes.

    `weights` say what each theme counts for: the score is that of the theme that counts most.
    """

    def weighed(item: ThemeScore) -> float:
        return item.value * weights.get(item.theme, 1.0)

    scores = sorted(card.scores, key=weighed, reverse=True)
    best = scores[0] if scores else None
    plain = flat(card.text)
    marks = sorted(
        {
            (hit.start, hit.end)
            for matcher in matchers
            for hit in find_hits(matcher, plain, 0, len(plain))
        }
    )
    return ShownCard(
        number=card.number,
        passage=card.passage,
        text=card.text,
        marks=tuple(marks),
        themes=tuple(item.theme for item in scores),
        score=weighed(best) if best else 0.0,
        because=best.because if best else (),
        speaker=card.speaker,
        label=card.kept.publisher or card.kept.title or Path(card.kept.path).name,
        published=card.kept.published,
        disputed=card.disputed,
        new=card.new,
        publisher=card.kept.publisher,
    )
