"""Printed words are found in a source word for word, or as an editor may change them."""

import pytest

from briefing.verify.editing import find_words
from briefing.verify.folding import fold_print, fold_with_places

TEXT = (
    "The port of Moss will not reopen on 4 May, the harbour office said. It costs $14.9 billion – a "
    "lot. The ministers' “bold” plan needs three-star generals. A Post-ABC survey [of May] agrees. "
    "It went down.[1][2] Then it rose[3] again. page.html港の人は言った“橋は開く”。 "
    "Rain is a 'must'Stone is not, and O'Brien of the ministers'guild said so."
)


def _finds(printed: str) -> bool:
    return find_words(fold_print(printed), fold_with_places(TEXT)) is not None


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("will not reopen on 4 May", id="word for word"),
        pytest.param("It costs $14.9 billion—a lot", id="a dash without spaces"),
        pytest.param('The ministers’ "bold" plan', id="other quotation marks"),
        pytest.param("three\ufffestar gen\xaderals", id="hyphens of print"),
        pytest.param("The port […] said", id="words left out"),
        pytest.param("The port ... said", id="words left out, without brackets"),
        pytest.param("The port of [the town] will not reopen", id="words in place of others"),
        pytest.param("[t]he ministers' “bold” plan", id="a letter made small"),
        pytest.param("on 4 May [sic], the harbour", id="words put in"),
        pytest.param("A Post", id="the first of two joined names"),
        pytest.param("ABC survey", id="the second of two joined names"),
        pytest.param("survey [of May] agrees", id="brackets of the source itself"),
        pytest.param("plan needs […]. A Post-ABC survey [of May]", id="brackets of both"),
        pytest.param(
            "… Then it rose[3] again", id="numbers of the source itself behind an omission"
        ),
        pytest.param("… went down.[1][2] Then it rose", id="two of them"),
        pytest.param(
            "港の人は言った", id="words without spaces, up to a mark and behind other words"
        ),
        pytest.param("“橋は開く”", id="words without spaces, in marks"),
        pytest.param("Stone is not", id="words that nothing parts from marks before them"),
        pytest.param("on 4 May […]. [I]t costs", id="left out up to a changed letter"),
    ],
)
def test_what_editors_and_setters_do_is_found(printed: str) -> None:
    assert _finds(printed)


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("will reopen on 4 May", id="a negation dropped"),
        pytest.param("will not reopen on 5 May", id="a figure changed"),
        pytest.param("The minister", id="a word cut short"),
        pytest.param("It costs $14", id="a figure cut short"),
        pytest.param("costs 14.9 billion", id="a sign dropped"),
        pytest.param("star generals", id="a word cut at its hyphen"),
        pytest.param("Brien of", id="a name cut at its apostrophe"),
        pytest.param("guild said so", id="words cut at an apostrophe"),
        pytest.param("survey [of June] agrees", id="other words in the source's own brackets"),
        pytest.param("said […] The port", id="another order"),
        pytest.param("Will not reopen", id="a capital changed without brackets"),
        pytest.param("[x]he ministers' “bold” plan", id="another letter in brackets"),
        pytest.param("will not re\u202eopen", id="a direction mark among the words"),
        pytest.param("will nоt reopen", id="a letter of another script"),
    ],
)
def test_changed_words_are_not_found(printed: str) -> None:
    assert not _finds(printed)
