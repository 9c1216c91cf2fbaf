"""The direction of characters is that of the Unicode Standard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.bidi import as_shown, begins_right, isolated, levels, mirrored, parted, shown

# Cases of the Standard's own conformance test (BidiCharacterTest) that have no explicit codes.
_CASES = """
05D0 05D1 0028 05D2 05D3 005B 0026 0065 0066 005D 002E 0029 0067 0068;0;1 1 0 1 1 0 0 0 0 0 0 0 0 0
05D0 05D1 0028 05D2 05D3 005B 0026 0065 0066 005D 002E 0029 0067 0068;1;1 1 1 1 1 1 1 2 2 1 1 1 2 2
0627 0628 062C 0020 0062 006F 006F 006B 0028 0073 0029;1;1 1 1 1 2 2 2 2 2 2 2
0061 0028 0332 0062 0029 0333;1;2 2 2 2 2 2
05D0 0028 0332 05D1 0029 0333;0;1 1 1 1 1 1
0661 0028 0662 0029 0331;0;2 1 2 1 1
0661 0028 0332 0662 0029 0333;0;2 1 1 2 1 1
062A 0031 002F 0032;1;1 2 2 2
0661 002D 0031;0;2 0 0
0061 0020 0031 0020 0032 002D 0033;1;2 2 2 2 2 2 2
05D0 0020 0031 002D 0032;0;1 1 2 2 2
0061 0028 05D0 005B 05D1 005D 0021 0029 0062;0;0 0 1 1 1 1 0 0 0
0061 0028 05D0 005B 05D1 005D 0021 0029 0062;1;2 1 1 1 1 1 1 1 2
05D0 0028 0061 005B 0062 005D 0021 0029 05D1;1;1 1 2 2 2 2 1 1 1
"""


@pytest.mark.parametrize("case", _CASES.strip().split("\n"))
def test_levels_are_those_of_the_standard(case: str) -> None:
    codes, base, wanted = case.split(";")
    text = "".join(chr(int(code, 16)) for code in codes.split())

    assert levels(text, from_right=base == "1") == list(map(int, wanted.split()))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("said אב (גד הו) now", "said (וה דג) בא now"),
        ("said «אב גד», then", "said «דג בא», then"),
        ("אב (now) גד.", ".דג (now) בא"),
        ("אב ב-10.5 [גד]", "[דג] 10.5-ב בא"),
        ("אב (25%) U.S. Army, גד", "דג ,U.S. Army (25%) בא"),
        ("(then אב", "(then בא"),
        ("said אב 12–15 now", "said 15–12 בא now"),
        ("قال 12-15", "15-12 لاق"),
        ("אב 12-15", "12-15 בא"),
    ],
)
def test_a_line_is_seen_as_the_standard_has_it(text: str, seen: str) -> None:
    assert shown(text, levels(text, from_right=begins_right(text))) == seen


@given(st.text("ab12אבبج ()[]«».,:-–%$\u0301\u05b8\u064b", max_size=20), st.booleans())
def test_every_character_stands_once(text: str, from_right: bool) -> None:
    known = levels(text, from_right=from_right)

    assert sorted(as_shown(known)) == list(range(len(text)))
    assert set(known) <= ({1, 2} if from_right else {0, 1, 2})
    assert "".join(map(mirrored, map(mirrored, text))) == text


@pytest.mark.parametrize(
    ("leaf", "part"),
    [
        ("“אב גד,” ", "אב גד"),
        ("אב. ", "אב"),
        ("«אב» ", "אב"),
        ("(אב)", "(אב)"),
        ("אב ‘גד’", "אב ‘גד’"),
        ("Staff, ", ""),
        ("", ""),
    ],
)
def test_a_title_is_isolated_without_the_marks_that_a_citation_sets(leaf: str, part: str) -> None:
    assert parted(leaf)[1] == part
    assert "".join(parted(leaf)) == leaf


@pytest.mark.parametrize(
    ("leaf", "behind", "seen"),
    [
        ("“אב גד,” ", "12 March", "“דג בא,” 12 March"),
        ("אב 5", ", 12 March", "5 בא, 12 March"),
        ("said אב", ", 12 גד", "said בא, 12 דג"),
    ],
)
def test_what_is_isolated_does_not_turn_what_stands_behind_it(
    leaf: str, behind: str, seen: str
) -> None:
    text = leaf + behind

    assert shown(text, levels(text, from_right=False, isolates=[isolated(leaf)])) == seen


@given(
    st.lists(st.text("ab12אבج ().,“”-", max_size=8), max_size=5),
    st.booleans(),
)
def test_isolates_leave_the_levels_outside_as_if_a_sign_stood_there(
    leaves: list[str], from_right: bool
) -> None:
    whole, around, places = "", "", []
    for leaf in leaves:
        before, words, behind = parted(leaf)
        if words:
            places.append((len(whole + before), len(whole + before + words)))
        whole += leaf
        around += before + "\ufffc" * bool(words) + behind
    known = levels(whole, from_right=from_right, isolates=places)
    inside = {at for start, end in places for at in range(start, end)}
    outer = levels(around, from_right=from_right)

    assert len(known) == len(whole)
    assert [level for at, level in enumerate(known) if at not in inside] == [
        level for level, one in zip(outer, around, strict=True) if one != "\ufffc"
    ]
