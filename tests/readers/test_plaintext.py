"""Text that was wrapped at a fixed width comes back in its paragraphs."""

from pathlib import PurePath
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.readers import read

_LONG = [
    (
        "The port of Moss will reopen in May after two years of repairs, the council said on Tuesday, and"
        " ships from Lund are to call there twice a week for as long as the summer lasts."
    ),
    (
        "Fishermen had asked for a longer pier, but the council found no money for it this year, and the"
        " mayor promised to look at the matter again when the next budget is written."
    ),
]
_WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=9)
_PARAGRAPHS = st.lists(
    st.lists(_WORD, min_size=60, max_size=90).map(lambda words: f"{' '.join(words)}."),
    min_size=1,
    max_size=6,
)


def _lines(text: str) -> list[str]:
    (article,) = read(text.encode(), PurePath("wrapped.txt"))
    return [" ".join(article.text[line.start : line.end].split()) for line in article.lines]


@given(_PARAGRAPHS, st.integers(60, 90), st.sampled_from(["\n", "\n\n"]), st.integers(2, 8))
def test_an_indent_begins_a_paragraph_with_or_without_a_blank_line(
    paragraphs: list[str], width: int, between: str, indent: int
) -> None:
    wrapped = [fill(words, width, initial_indent=" " * indent) for words in paragraphs]

    assert _lines(between.join(wrapped)) == paragraphs


def test_a_sentence_that_ends_where_the_next_word_would_fit_ends_its_paragraph() -> None:
    assert _lines("\n".join(fill(words, 70) for words in _LONG)) == _LONG


def test_a_text_of_three_wrapped_lines_is_one_paragraph() -> None:
    assert _lines(fill(_LONG[0], 70)) == [_LONG[0]]


@pytest.mark.parametrize("width", [30, 130])
def test_lines_too_short_or_too_long_for_a_wrapped_text_stay_apart(width: int) -> None:
    wrapped = fill(" ".join(_LONG), width)

    assert _lines(wrapped) == wrapped.split("\n")


def test_a_name_above_a_day_is_no_end_of_a_wrapped_headline() -> None:
    headline = "The port of Lund reopens in June after works that took two years"
    body = fill("The harbour office said that ships would come back in June. " * 12, 72)
    words = f"{headline}\nAlexandrina Lindqvist\n3 May 2024\n\n{body}"
    article = read(words.encode(), PurePath("a.txt"))[0]

    assert [article.text[line.start : line.end] for line in article.lines[:3]] == words.split("\n")[
        :3
    ]


def test_a_day_in_figures_is_no_end_of_a_headline() -> None:
    head = [
        "lundico",
        "26 ships come into the harbour of Lund, which opens again after works in the strait",
        "10/26/2016",
    ]

    assert _lines("\n".join((*head, "", "The harbour opened. " * 60)))[:3] == head


def test_a_byline_and_a_day_say_nothing_of_how_a_text_was_wrapped() -> None:
    head = [
        "Harbour of Lund opens again after a winter",
        "Ada Moss, Gazette correspondent for the North, Lund",
        "3 May 2024",
    ]

    assert _lines("\n".join((*head, "", "The harbour opened. " * 9)))[:3] == head
