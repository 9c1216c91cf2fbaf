"""A page that has room for short words only does not say that the sources are silent."""

from briefing.analysis.analyse import Scope, analyse
from tests.reports import LEXICON, THEME
from tests.sources import make_source

LONG = (
    "The council of Moss approved the treaty after a debate in which the pilots, the harbour office, "
    "the dockers and the owners of the ferries were heard in turn by a panel of five judges."
)


def test_a_theme_whose_passages_are_too_long_is_answered_and_no_gap() -> None:
    sources = [make_source(LONG, id="aaaa"), make_source(f"{LONG} It was late.", id="bbbb")]

    found = analyse(sources, [THEME], LEXICON, Scope(3, longest=10))

    assert [(theme.excerpts, theme.answered) for theme in found.themes] == [((), True)]
    assert not any("no source" in gap.text for gap in found.gaps)


def test_a_theme_of_which_nothing_speaks_is_not_answered() -> None:
    found = analyse([make_source("Nobody came.")], [THEME], LEXICON, Scope(3))

    assert [theme.answered for theme in found.themes] == [False]
