"""Which name stands for who speaks: short forms, several of one name, who is meant by “he”."""

import pytest

from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.speech import attributions
from briefing.model.findings import Attribution
from tests.sources import make_source

VERBS = CueVerbs(frozenset("said says added told explained concedes reported".split()), frozenset())


def _said(*paragraphs: str) -> tuple[Attribution, ...]:
    return attributions(make_source(*paragraphs, publisher=None), VERBS)


def _last(*paragraphs: str) -> str | None:
    return _said(*paragraphs)[-1].speaker


SPOKE = "“The wharf is mine,” said Otto Holm."


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        pytest.param("Some like Senator Leo Brandt do not. But he says all the wharf must be open.",
                     "Leo Brandt", id="the one named in a paragraph where nobody spoke"),
        pytest.param("Some like Senator Leo Brandt do not. Holm laughs. He says all must be open to us.",
                     "Otto Holm", id="but not where who spoke last is named too"),
        pytest.param("After Jan Vance left, it was Leo Brandt who stayed. “The wharf is shut,” he said.",
                     "Leo Brandt", id="who did it"),
    ],
)  # fmt: skip
def test_he_is_who_the_paragraph_is_about(paragraph: str, speaker: str) -> None:
    assert _last(SPOKE, paragraph) == speaker


def test_she_is_not_the_man_whose_mother_she_is() -> None:
    assert _last("Kim Vance’s mother opened the wharf. “It is a fine day,” she said.") is None


@pytest.mark.parametrize(
    ("first", "short", "full"),
    [
        pytest.param(
            "Bob Vander Moss runs the wharf.", "Vander Moss", "Bob Vander Moss", id="two words"
        ),
        pytest.param(
            "Lee Moss met Bob Lee Moss.", "Lee Moss", "Lee Moss", id="another who came first"
        ),
        pytest.param(
            "We met Norland’s Ada Moss there.", "Moss", "Ada Moss", id="to whom she belongs"
        ),
        pytest.param(
            "We met Reuters’ Ada Moss there.", "Moss", "Ada Moss", id="to an outlet in -s"
        ),
    ],
)
def test_a_short_form_leads_to_the_name_alone(first: str, short: str, full: str) -> None:
    assert _last(first, f"“The wharf is open,” {short} said.") == full


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("Some Norlanders said the wharf would be closed.", "Some Norlanders", id="some"),
        pytest.param("But many Norlanders said the wharf would be closed.", "many Norlanders", id="many"),
        pytest.param("Norlanders said the wharf would be closed.", "Norlanders", id="all of them"),
        pytest.param("Scientist and scholar Leo Brandt said the wharf would be closed.", "Leo Brandt",
                     id="one who is two things"),
        pytest.param("Outgoing President Leo Brandt said the wharf would be closed.", "Leo Brandt",
                     id="a title before a title"),
        pytest.param("House Majority Whip Leo Brandt said the wharf would be closed.", "Leo Brandt",
                     id="a lesser office"),
        pytest.param("Vance Fire Chief Leo Brandt said the wharf would be closed.", "Leo Brandt",
                     id="who heads a service"),
        pytest.param("Secretary of Veterans Affairs Leo Brandt said the wharf would be closed.",
                     "Leo Brandt", id="what an office is for"),
        pytest.param("Secretary of Harbour Affairs Zybo Brandt said the wharf would be closed.",
                     "Zybo Brandt", id="affairs before a given name that is not known"),
        pytest.param("Norland’s wharf minister yesterday said the wharf would be closed.",
                     "Norland’s wharf minister", id="when he said it"),
        pytest.param("A firm led by sons of Vance Corp Chairman Leo Brandt said the wharf would be closed.",
                     "sons of Vance Corp Chairman Leo Brandt", id="whose sons do it"),
        pytest.param("Solicitor General Leo Brandt said the wharf would be closed.", "Leo Brandt",
                     id="a title of two words"),
        pytest.param("The Norland Foreign Affairs Council said the wharf would be closed.",
                     "Norland Foreign Affairs Council", id="a body and no person"),
    ],
)  # fmt: skip
def test_so_many_speak_as_the_words_say(text: str, written: str) -> None:
    (said,) = _said(text)

    assert said.as_written == written


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        pytest.param("Hong of the Norland Institute", "Park Hong", id="somebody of an institute"),
        pytest.param("Bank of the Norland Institute", None, id="nobody by that name"),
        pytest.param(
            "Leo Brandt, Democrat of the Norland Institute,", "Leo Brandt", id="an office"
        ),
    ],
)
def test_somebody_is_not_what_he_belongs_to(who: str, speaker: str | None) -> None:
    said = _said("Park Hong watches the wharf.", f"{who} said the wharf would be closed.")

    assert [item.speaker for item in said] == ([speaker] if speaker else [])


def test_he_may_stand_before_what_he_is() -> None:
    assert _last(SPOKE, "“It is an old wharf,” he, a former pilot, said.") == "Otto Holm"


def test_a_name_behind_an_article_has_no_role_before_it() -> None:
    said = _said(
        "The weekend brought snow to the Harbour Board.", "The weekend said nothing. “No,” it said."
    )

    assert "Harbour Board" not in {item.speaker for item in said}


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        pytest.param("Ada Moss added in a letter:", None, id="a verb that is not beside the colon"),
        pytest.param("Ada Moss said:", "Ada Moss", id="a name"),
        pytest.param("The Harbour Times reported:", "Harbour Times", id="a paper"),
        pytest.param("Ada Moss said this.", None, id="no colon"),
    ],
)
def test_words_in_a_paragraph_of_their_own_are_of_who_announced_them(
    before: str, speaker: str | None
) -> None:
    said = _said("The wharf was shut.", before, "“The port is open for all ships.”")

    assert said[-1].speaker in (speaker, "Ada Moss" if before.endswith(":") else None)


def test_what_was_announced_is_over_with_its_paragraph() -> None:
    said = _said("Ada Moss said:", "The wharf was shut.", "“The port is open for all ships.”")

    assert said[-1].speaker is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            '"The wharf is open,” Ada Moss said.', ["The wharf is open,"], id="closed by another"
        ),
        pytest.param(
            '"He said “no” to me," Ada Moss said.', ["He said “no” to me,"], id="a mark within"
        ),
    ],
)
def test_a_straight_mark_may_be_closed_by_a_curly_one(text: str, words: list[str]) -> None:
    assert [item.text for item in _said(text)] == words


def test_a_title_that_opens_the_next_sentence_is_no_name() -> None:
    said = _said(
        "Mr Robert Moss was seen in Norland. Mr Moss laughed.",
        "Mr Moss said the old wharf would be shut.",
    )

    assert [item.speaker for item in said] == ["Robert Moss"]
