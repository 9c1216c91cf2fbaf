"""What no font has is told in one sentence a script, however many characters it is."""

from briefing.writers.pdf.lacking import tell_lacking


def test_one_character_is_named() -> None:
    (notice,) = tell_lacking("ब")

    assert "the character U+092C (DEVANAGARI LETTER BA); it is printed" in notice.text


def test_several_characters_of_a_script_are_one_sentence() -> None:
    devanagari = [chr(code) for code in range(0x0905, 0x0905 + 20)]

    found = [notice.text for notice in tell_lacking([*devanagari, "ሀ", "ለ"])]

    assert len(found) == 2
    assert "20 characters (Devanagari: U+0905, U+0906, " in found[0]
    assert "and 8 more); they are printed" in found[0]
    assert "2 characters (Ethiopic: U+1200, U+1208); they" in found[1]
