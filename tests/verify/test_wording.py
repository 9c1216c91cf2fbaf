"""What a verdict says of letters that deceive the eye, and of scripts that stand side by side."""

import pytest

from briefing.verify.wording import tell_strange


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("HTML-документа", id="two words joined by a hyphen"),
        pytest.param("АвиаПорт.Ru", id="an address"),
        pytest.param(
            "CPUパワー(電気代ｘ時間)", id="a wide letter among others, words without spaces"
        ),
        pytest.param("Αθήνα Moss", id="two words"),
    ],
)
def test_words_of_several_scripts_deceive_nobody(words: str) -> None:
    assert tell_strange(words) == ""


@pytest.mark.parametrize("words", ["will nоt", "the рort-master", "Мoss.example", "the ｍoss"])
def test_a_letter_of_another_script_within_a_word_is_told(words: str) -> None:
    assert "only look like Latin letters" in tell_strange(words)
