"""A gap is named where the sources are silent or one alone speaks."""

from datetime import date

from msgspec.structs import replace

from briefing.analysis.body import Body
from briefing.analysis.candidates import candidates
from briefing.analysis.gaps import Behind, find_gaps
from briefing.analysis.theme_files import parse_theme
from briefing.analysis.themes import compile_theme
from tests.sources import make_source

LOCK = "The northern lock of Moss harbour will open again on 4 May after two years of repairs."
TOLL = "Every ship of more than 90 metres pays a toll of 400 crowns from next winter on."


def test_gaps() -> None:
    themes = [
        parse_theme(f'id="{word}"\ntitle="{word}"\n[[match]]\nany=["{word}"]\n', word)
        for word in ("lock", "toll", "pilot")
    ]
    sources = [
        make_source(LOCK, TOLL, id="aaaa", publisher="Gazette"),
        make_source(LOCK, id="bbbb"),
    ]
    found = {
        theme.id: [
            item for source in sources for item in candidates(Body(source), compile_theme(theme))
        ]
        for theme in themes
    }

    assert [(gap.theme, gap.text) for gap in find_gaps(themes, found, sources)] == [
        ("toll", "of the sources at hand only one answers, Gazette."),
        ("pilot", "no source at hand answers."),
    ]


def test_one_origin_and_old_sources_are_gaps() -> None:
    (theme,) = (parse_theme('id="lock"\ntitle="lock"\n[[match]]\nany=["lock"]\n', "lock"),)
    sources = [make_source(LOCK, id="aaaa"), make_source(LOCK, TOLL, id="bbbb")]
    found = {
        "lock": [
            item for source in sources for item in candidates(Body(source), compile_theme(theme))
        ]
    }
    behind = Behind({}, {"bbbb": "aaaa"}, date(2024, 9, 1))

    assert [gap.text for gap in find_gaps([theme], found, sources, behind)] == [
        "2 sources answer, and all go back to one origin.",
        "the newest source that answers is of 12 April 2024.",
    ]


def test_an_undated_source_may_be_newer_and_a_title_stands_in_marks() -> None:
    (theme,) = (parse_theme('id="lock"\ntitle="lock"\n[[match]]\nany=["lock"]\n', "lock"),)
    sources = [
        make_source(LOCK, id="aaaa", title="The Lock Opens", publisher=None),
        make_source(f"{LOCK} The pilots say so.", id="bbbb", published=None),
        make_source(TOLL, id="cccc"),
        replace(make_source(LOCK, id="dddd", title=None, publisher=None), path="articles/lock.txt"),
    ]

    def told(*used: int) -> list[str]:
        items = {
            "lock": [
                item for at in used for item in candidates(Body(sources[at]), compile_theme(theme))
            ]
        }
        behind = Behind({}, {}, date(2024, 9, 1))
        return [gap.text for gap in find_gaps([theme], items, sources, behind)]

    assert told(0, 1)[-1] == "the newest dated source that answers is of 12 April 2024."
    assert told(0)[0] == "of the sources at hand only one answers, “The Lock Opens”."
    assert told(3)[0] == "of the sources at hand only one answers, lock.txt."
