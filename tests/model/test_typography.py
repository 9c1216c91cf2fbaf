"""Quotation marks are curled by what stands around them, one character for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.typography import bare, curl


@pytest.mark.parametrize(
    ("text", "curled"),
    [
        pytest.param('"The quay," she said', "“The quay,” she said", id="double marks"),
        pytest.param("She said 'no' to it", "She said ‘no’ to it", id="single marks"),
        pytest.param("\"He said 'no'\"", "“He said ‘no’”", id="marks in marks"),
        pytest.param("the fishermen's quay isn't", "the fishermen’s quay isn’t", id="apostrophes"),
        pytest.param("the '90s repairs", "the ’90s repairs", id="decades"),
        pytest.param('("quay")', "(“quay”)", id="brackets"),
        pytest.param('done—"now"', "done—“now”", id="after a dash"),
        pytest.param("“done” ‘so’", "“done” ‘so’", id="curled already"),
        pytest.param("a\u00a0quay", "a quay", id="spaces of other widths"),
    ],
)
def test_curl_turns_marks_by_their_neighbours(text: str, curled: str) -> None:
    assert curl(text) == curled


@pytest.mark.parametrize(
    ("language", "curled"),
    [
        ("de-AT", '„Das ist’s“, sagte er, 5" breit'),
        ("en", '“Das ist’s”, sagte er, 5" breit'),
        (None, '“Das ist’s”, sagte er, 5" breit'),
    ],
)
def test_curl_sets_marks_as_the_language_does(language: str | None, curled: str) -> None:
    assert curl('"Das ist\'s", sagte er, 5" breit', language=language) == curled


def test_curl_knows_what_stands_before() -> None:
    assert curl('" she said', before="quay") == "” she said"


@given(st.text(st.sampled_from("ab 1\"'“”—(\u00a0\x00")), st.text(max_size=2))
def test_curl_keeps_the_length_and_leaves_no_other_character_changed(
    text: str, before: str
) -> None:
    curled = curl(text, before)

    assert len(curled) == len(text)
    assert all(a == b or a in "\"'\u00a0" for a, b in zip(text, curled, strict=True))


@given(st.text())
def test_bare_shows_what_cannot_be_seen(text: str) -> None:
    assert len(bare(text)) == len(text)
    assert "\x00" not in bare(text)
