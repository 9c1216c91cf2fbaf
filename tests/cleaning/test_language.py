"""The language of a text: by its commonest words, or by letters that it alone is written in."""

import pytest

from briefing.cleaning.language import guess_language


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("海峡の貨物輸送が15日、停止した。", "ja"),
        ("海峡货运15日陷入停滞，港务局表示。", "zh"),
        ("해협의 화물 운송이 15일 멈췄다고 항만청이 밝혔다.", "ko"),
        ("Το λιμάνι της Μος θα ανοίξει ξανά τον Μάιο.", "el"),
        ("Докеры двух крупнейших терминалов пролива прекратили работу в полночь.", "ru"),
        ("Ми просимо зустрічі з листопада, і ось вся відповідь.", None),
        ("The port of 北京 was shut.", None),
    ],
)
def test_letters_tell_the_language_where_no_other_has_them(
    words: str, language: str | None
) -> None:
    assert guess_language([words]) == language
