"""Values that programs spoilt on their way into a field."""

import pytest

from briefing.text.spoilt import closed, unspoilt


@pytest.mark.parametrize(
    ("words", "right"),
    [
        pytest.param("Lund&#8217;s port", "Lund’s port", id="a number"),
        pytest.param("Lund&amp;#8217;s port &amp;amp; Moss", "Lund’s port & Moss", id="twice"),
        pytest.param("MÃ¼ller und die HÃ¤fen", "Müller und die Häfen", id="misread"),
        pytest.param("Lundâ€™s port", "Lund’s port", id="a misread mark"),
        pytest.param("MÃƒÂ¼ller", "Müller", id="misread twice"),
        pytest.param("M&Atilde;&frac14;ller", "Müller", id="misread, then written out"),
        pytest.param("AT&T, R&D; Moss & Lund", "AT&T, R&D; Moss & Lund", id="a sign of its own"),
        pytest.param("“CAFÉ” – SÃO PAULO", "“CAFÉ” – SÃO PAULO", id="other letters"),
        pytest.param("Порт Лунда", "Порт Лунда", id="Cyrillic"),
        pytest.param("a  b", "a  b", id="nothing to mend"),
    ],
)
def test_what_a_value_was(words: str, right: str) -> None:
    assert unspoilt(words) == right


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Gazette (Online", "Gazette"),
        ("Gazette (Online)", "Gazette (Online)"),
        ("Gazette (Lund) [web", "Gazette (Lund)"),
        ("(Gazette", "(Gazette"),
    ],
)
def test_a_bracket_that_is_cut_goes(name: str, right: str) -> None:
    assert closed(name) == right
