"""What stands in for a part of Python gives what that gives."""

from inspect import cleandoc

from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.early import cleaned

_PIECES = st.sampled_from(["Make a briefing.", "\n", "\t", "  ", "a", " ", "\x0c", ""])


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_a_help_is_cleaned_as_python_cleans_it(text: str) -> None:
    assert cleaned(text) == cleandoc(text)
