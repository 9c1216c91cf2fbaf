"""A displayed quotation begins and ends where its source's sentences do, or what was cut is told."""

import pytest

from briefing.verify.bounds import cut_at_end, cut_at_start


@pytest.mark.parametrize(
    ("before", "cut"),
    [
        pytest.param("", "", id="at the start"),
        pytest.param("It rained.\n\n", "", id="behind a paragraph"),
        pytest.param("It rained. ", "", id="behind a sentence"),
        pytest.param("“It rained.” ", "", id="behind a quotation"),
        pytest.param("„Es regnete.“ ", "", id="behind a quotation in German"),
        pytest.param("»Es regnete.« ", "", id="behind a quotation in other German marks"),
        pytest.param('It rained. "', "", id="behind a mark that opens a sentence"),
        pytest.param("“", "", id="behind the first mark of the text"),
        pytest.param("It rained.\u200b ", "", id="behind a space without width"),
        pytest.param("港は開いた。", "", id="behind a sentence without spaces"),
        pytest.param("港は", "港は", id="within one"),
        pytest.param("They met Gen. ", "They met Gen.", id="behind a title"),
        pytest.param("He denied that ", "He denied that", id="within a sentence"),
        pytest.param('He denied that "', "He denied that", id="in marks within a sentence"),
        pytest.param("He left (", "(", id="behind a bracket"),
        pytest.param("the so-called “", "the so-called", id="behind words in marks"),
    ],
)
def test_what_is_cut_off_before(before: str, cut: str) -> None:
    assert cut_at_start(f"{before}The port opened.", len(before)) == cut


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        pytest.param("The port opened.", "", id="plainly"),
        pytest.param("“The port opened.”", "", id="in marks"),
        pytest.param("that the port opened.", "It rained.", id="within a sentence"),
    ],
)
def test_sentences_that_lost_their_space_are_two(words: str, cut: str) -> None:
    assert cut_at_start(f"It rained.{words}", 10) == cut


@pytest.mark.parametrize(
    ("words", "behind", "cut"),
    [
        pytest.param("The port opened.", "", "", id="at the end"),
        pytest.param("The port opened.", " It rained.", "", id="before a sentence"),
        pytest.param("The port opened.\u200b", " It rained.", "", id="a space without width"),
        pytest.param("The port opened", "\n\nIt rained.", "", id="before a paragraph"),
        pytest.param("The port opened", " again.", "again.", id="within a sentence"),
        pytest.param("The port opened by Dr.", " Moss.", "Moss.", id="behind a title"),
        pytest.param("„The port opened.“", " It rained.", "", id="in German marks"),
        pytest.param("„The port opened.", "“ It rained.", "“", id="before the mark that closes"),
        pytest.param("The port opened", ", he said.", ",", id="before a comma"),
        pytest.param(
            "The port opened.", '"It rained", he said.', "", id="a space lost before a mark"
        ),
        pytest.param(
            '"The port opened.', '" It rained.', '"', id="before the straight mark that closes"
        ),
        pytest.param("港は開いた。", "船は待つ。", "", id="before a sentence without spaces"),
        pytest.param("港は開", "いた。", "いた。", id="within one"),
    ],
)
def test_what_is_cut_off_behind(words: str, behind: str, cut: str) -> None:
    assert cut_at_end(words + behind, len(words)) == cut
