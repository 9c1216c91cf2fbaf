"""A name at the end of a phrase is not who speaks: “a spokesman for the ministry in Moss said”."""

import pytest

from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speech import attributions
from tests.sources import make_source

CUES = CueVerbs(frozenset({"said", "told", "asked"}), frozenset({"called"}))
QUOTING = CueVerbs(frozenset({"said", "saying"}), frozenset())
SAID = " the old harbour of the town would be closed by March."


@pytest.mark.parametrize(
    ("subject", "written"),
    [
        ("One official in Moss", "One official in Moss"),
        ("A spokesman for the ministry in Moss", "A spokesman for the ministry in Moss"),
        ("The head of the U.N. mission in Moss", "The head of the U.N. mission in Moss"),
        ("Harbour officials in Moss and Vance", "Harbour officials in Moss and Vance"),
        ("Some guests at the meeting in Moss", "Some guests at the meeting in Moss"),
        ("The Council on Foreign Affairs", "The Council on Foreign Affairs"),
        ("People familiar with the matter", "People familiar with the matter"),
        ("A source close to the prime minister", "A source close to the prime minister"),
        ("Two officials with direct knowledge of the plan",
         "Two officials with direct knowledge of the plan"),
        ("The sailors met, and in May Ada Vance", "Ada Vance"),
        ("79 percent of Norwegians", "79 percent of Norwegians"),
        ("The Organization for Harbour Law", "The Organization for Harbour Law"),
        ("Leo Brandt, research director for Vance Harbour Works,", "Leo Brandt"),
        ("Leo Brandt, 29, of Moss,", "Leo Brandt"),
        ("Secretary of State Ada Vance", "Ada Vance"),
        ("Help from Ada Vance, who", "Ada Vance"),
        ("She spoke with a sailor in Moss, who", "a sailor in Moss"),
        ("More than a dozen Norwegians", "More than a dozen Norwegians"),
        ("Two House and Senate Republicans", "Two House and Senate Republicans"),
    ],
)  # fmt: skip
def test_the_whole_phrase_speaks(subject: str, written: str) -> None:
    (found,) = attributions(make_source(f"{subject} said{SAID}"), CUES)

    assert found.as_written == written
    assert found.speaker in (None, written)


@pytest.mark.parametrize(
    "subject",
    [
        "Support for Ada Vance",
        "The port’s ban of Ada Vance",
        "The cheap plan for a new pier in Moss",
        "Even if the board can win against Vance in Moss",
        "On Sunday, the sailor leading the charge to open the Harbour wall",
        "Ada Moss Leo Brandt Otto Vance Ida Lund Jon Berg",
        "FOR ALL the noise of the harbour board, nobody ever",
    ],
)
def test_what_is_nobody_does_not_speak(subject: str) -> None:
    assert not attributions(make_source(f"{subject} said{SAID}"), CUES)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The port will open soon,” Ada Vance was quoted as saying by the paper.", "Ada Vance"),
        ("The Moss Agency said so. “The port will open soon,” Vance was quoted as saying.", "Vance"),
        ("The paper quoted harbour engineer Ada Vance as saying “the port will open soon”.", "Ada Vance"),
        ("Ada Vance was quoted by the paper as saying: “The port will open soon.”", "Ada Vance"),
        ("The paper cited Ada Vance as saying that the old port of the town would open soon.", "Ada Vance"),
        ("“The port will open soon,” said people familiar with the plan.", None),
        ("The Moss Times quoted harbour sources as saying “the port will open soon”.", None),
    ],
)  # fmt: skip
def test_who_is_quoted_by_others_speaks(text: str, speaker: str | None) -> None:
    found = attributions(make_source(text), QUOTING)

    assert [item.speaker for item in found if "soon" in item.text] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Leo Brandt and his Norwegian colleague Ada Vance said “it will open quite soon.”",
        "Others, who stood in the rain, said, “It will open quite soon!”",
    ],
)
def test_who_speaks_is_unknown_where_it_may_be_another(text: str) -> None:
    (found,) = attributions(make_source(text), QUOTING)

    assert found.speaker is None


def test_what_another_tells_is_not_of_who_spoke_last() -> None:
    found = attributions(
        make_source(
            "Ada Vance said: “The port is old.” Her office clarified that it “will open soon for all”."
        ),
        QUOTING,
    )

    assert [item.speaker for item in found] == ["Ada Vance"]


@pytest.mark.parametrize(
    ("subject", "written"),
    [
        ("residents at the village of Vance", "residents at the village of Vance"),
        ("three former Norwegians", "three former Norwegians"),
    ],
)
def test_the_whole_phrase_speaks_behind_its_words(subject: str, written: str) -> None:
    (found,) = attributions(
        make_source(f"“The harbour was shelled all night,” {subject} said."), CUES
    )

    assert found.speaker == written


def test_a_body_before_a_name_is_no_part_of_it() -> None:
    text = f"The head of the Vance Harbour Council Ada Moss spoke. Ms. Moss said{SAID}"
    (found,) = attributions(make_source(text), CUES)

    assert found.speaker == "Ada Moss"
