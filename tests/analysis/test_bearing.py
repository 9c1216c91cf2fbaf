"""A briefing prints what bears on its themes, and nothing else that lay in the folder."""

from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.bearing import bearing_on_themes
from briefing.analysis.lexicon import CueVerbs, Lexicon, Outlets
from briefing.analysis.theme_files import parse_theme
from briefing.model.findings import Findings
from tests.sources import make_source

THEME = parse_theme('id="moss"\ntitle="Moss"\n[[match]]\nany=["Moss", "treaty"]\n', "m.toml")
LEXICON = Lexicon(Outlets({}), CueVerbs(frozenset({"said"}), frozenset()))
ASKED = "The pier of Moss is to cost 40 million euros by 4 May 2026, the council said."
OTHER = "The opera in Lund sold 900 thousand tickets by 4 May 2024, the town said."


def _sources_of(found: Findings) -> tuple[set[str], set[str]]:
    return (
        {item.excerpt.passage.source for item in found.figures},
        {item.excerpt.passage.source for item in found.chronology},
    )


def test_what_nobody_asked_about_is_not_printed() -> None:
    sources = [make_source(ASKED, id="asked"), make_source(OTHER, id="other")]
    found = analyse(sources, [THEME], LEXICON, Scope(4))

    told = bearing_on_themes(found)

    assert _sources_of(found) == ({"asked", "other"}, {"asked", "other"})
    assert _sources_of(told) == ({"asked"}, {"asked"})
    assert told.themes == found.themes


def test_a_source_that_only_touches_on_a_theme_gives_that_and_nothing_else() -> None:
    rest = [f"The choir of Lund sang piece number {at} of its own." for at in range(20)]

    def years(*parts: str) -> set[int]:
        told = bearing_on_themes(analyse([make_source(*parts)], [THEME], LEXICON, Scope(4)))
        return {item.on.year for item in told.chronology}

    assert years(ASKED, OTHER) == {2024, 2026}
    assert years(ASKED, OTHER, *rest) == {2026}
    # However many passages lie in the one paragraph that answers.
    again = "The treaty of Moss was read. Moss paid for the ink. Who came to Moss got a pen."
    assert years(f"{ASKED} {again}", OTHER, *rest) == {2026}


def test_a_figure_that_was_asked_about_goes_before_others() -> None:
    others = [make_source(OTHER.replace("900", str(900 + at)), id=f"b{at}") for at in range(30)]
    found = analyse([*others, make_source(ASKED, id="z")], [THEME], LEXICON, Scope(4))

    assert found.figures[0].excerpt.passage.source == "z"


def test_what_several_sources_carry_on_a_theme_goes_before_all_else() -> None:
    """However much they share that nobody asked about: of that, a few are told."""
    asked = "The pier of Moss will be widened for ferries"
    others = [f"The opera will stage comedy number {at} for friends of ferries" for at in range(9)]
    sources = []
    for who in ("Ada", "Bo"):
        own = " ".join(f"{who}{at}" for at in range(9))
        parts = (f"{words}, {who} told us. Beside that: {own}." for words in (asked, *others))
        sources.append(make_source(*parts, id=who))

    found = [
        claim.excerpts[0].exact for claim in analyse(sources, [THEME], LEXICON, Scope(4)).claims
    ]

    assert "pier" in found[0]
    assert 1 < len(found) < len(others)


def test_a_list_that_lost_its_lines_is_no_sentence() -> None:
    row = " ".join(f"The pier of Moss costs {at} million euros," for at in range(200))
    found = analyse([make_source(row), make_source(ASKED, id="bbbb")], [THEME], LEXICON, Scope(4))

    assert {item.excerpt.passage.source for item in found.figures} == {"bbbb"}
