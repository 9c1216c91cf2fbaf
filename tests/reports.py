"""Made-up reports of one event, and what is found in them."""

from collections.abc import Sequence
from datetime import date

from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.lexicon import CueVerbs, Lexicon, Outlets
from briefing.analysis.theme_files import parse_theme
from briefing.model.findings import Findings
from briefing.model.source import Source
from tests.sources import make_source

THEME = parse_theme('id="moss"\ntitle="Moss"\n[[match]]\nany=["Moss", "treaty"]\n', "m.toml")
LEXICON = Lexicon(Outlets({"Reuters": "Reuters"}), CueVerbs(frozenset({"said"}), frozenset()))
PLACE = " The Skarven ferry terminal in Moss stands beside the Rygge road in Norway."


def find(*sources: Source) -> Findings:
    """All that is found in `sources`."""
    return analyse(sources, [THEME], LEXICON, Scope(4))


def reports(*texts: str, days: Sequence[int] = (4, 4, 4, 4)) -> tuple[Source, ...]:
    """Reports of one event, a text each, of days in May 2024."""
    return tuple(
        make_source(
            text + PLACE,
            id=f"id{at}",
            title="Skarven ferry terminal in Moss, Norway",
            publisher=f"Paper {at}",
            published=date(2024, 5, day),
        )
        for at, (text, day) in enumerate(zip(texts, days, strict=False))
    )
