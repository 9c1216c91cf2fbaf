"""Quotations and who said them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.lexicon import CueVerbs
from briefing.analysis.quotemarks import quoted
from briefing.analysis.speech import attributions
from briefing.model.findings import Attribution, Form
from briefing.model.source import Kind, Segment, Source

CUES = CueVerbs(
    frozenset({"said", "says", "told", "added", "noted", "saying", "stating", "posted"}),
    frozenset({"called", "calling", "asked", "declared", "comments"}),
)
OPENING = "Ada Moss, a professor of harbour law, opened the hearing. "


def source(*paragraphs: str) -> Source:
    text = "\n".join(paragraphs)
    segments: list[Segment] = []
    at = 0
    for paragraph in paragraphs:
        segments.append(Segment(at, at + len(paragraph), Kind.BODY))
        at += len(paragraph) + 1
    return Source("s", "s.txt", "", "text/plain", text, tuple(segments))


def heard(*paragraphs: str) -> tuple[Attribution, ...]:
    return attributions(source(*paragraphs), CUES)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("“The port will open soon,” said Ada Moss.", "Ada Moss", id="verb, name"),
        pytest.param("“The port will open soon,” Ada Moss said.", "Ada Moss", id="name, verb"),
        pytest.param('"The port will open soon," said Ada Moss.', "Ada Moss", id="straight"),
        pytest.param("‘The port will open soon,’ said Ada Moss.", "Ada Moss", id="single"),
        pytest.param("Ada Moss said: “The port will open soon.”", "Ada Moss", id="in front"),
        pytest.param("Sen. Ada B. Moss (D-Ore.), head of the board, said, “It will open soon.”",
                     "Ada B. Moss", id="title, bracket, aside"),
        pytest.param("“It will open soon,” said her manager, Leo Brandt.", "Leo Brandt",
                     id="after a role"),
        pytest.param("“It will open soon,” said the mayor of Vance, Leo Brandt.", "Leo Brandt",
                     id="after the role in a place"),
        pytest.param("The mayor of Vance, Leo Brandt, said: “It will open soon.”", "Leo Brandt",
                     id="after a role, in front"),
        pytest.param("“It will open soon,” Moss’s manager, Leo Brandt, told reporters.", "Leo Brandt",
                     id="after a role, behind"),
        pytest.param("“It will open soon,” the Khan family said.", "the Khan family", id="no adverb"),
        pytest.param("According to Leo Brandt, “it will open quite soon.”", "Leo Brandt",
                     id="according to"),
        pytest.param("“The port will open soon,” said the harbour ministry.",
                     "the harbour ministry", id="organisation"),
        pytest.param("The talks went on, and “the port will open soon.”", None, id="nobody"),
        pytest.param("Leo Brandt, a professor of law at the University of Vance, and a member of the "
                     "board, said: “The port will open soon.”", "Leo Brandt", id="two asides"),
        pytest.param("In May, Vance Attorney General Leo Brandt said: “The port will open soon.”",
                     "Leo Brandt", id="an office of two words"),
        pytest.param("Those in favour of bans on some boats said “the port will open soon.”", None,
                     id="no object"),
        pytest.param("Harbour engineer Leo Brandt, 60, said: “The port will open soon.”", "Leo Brandt",
                     id="after a role with a capital"),
        pytest.param("“The port will open soon,” South Vance’s weather agency said.",
                     "South Vance’s weather agency", id="of a land of two words"),
        pytest.param("“The port will open soon,” said Lt. Gen. Ada Vance.", "Ada Vance",
                     id="a rank of two short forms"),
        pytest.param("The board’s top adviser, Maj. Gen. Ada Vance, said “it will open quite soon.”",
                     "Ada Vance", id="a rank before a quotation"),
        pytest.param("Mayor Leo Brandt’s chief of staff, Ada Vance, said “it will open quite soon.”",
                     "Ada Vance", id="whose chief of staff"),
        pytest.param("Ada Vance came. Vance, during a walk in Moss, said “it will open soon.”", "Ada Vance",
                     id="an aside with a place"),
        pytest.param("“The port will open soon,” said Ada Vance of the harbour charity Moss.",
                     "Ada Vance", id="of what she is"),
        pytest.param("Historian Ada Vance said “it will open quite soon.”", "Ada Vance", id="her calling"),
        pytest.param("“It will open soon,” said Harbour Secretary-General Ada Vance.", "Ada Vance",
                     id="an office with a hyphen"),
        pytest.param("Leo Brandt called it “a very late answer”, while Ada Vance said it was late.",
                     "Leo Brandt", id="no verb of the next clause"),
        pytest.param("A Vance adviser, who spoke by phone, said “it will open quite soon.”",
                     "A Vance adviser", id="an adviser and an aside"),
        pytest.param("The name of the town, Vance, a word in old books, said “it will open soon.”",
                     None, id="no name in the middle"),
        pytest.param("Moss’s sharp comments came when Ada Vance said the port “will open soon.”",
                     "Ada Vance", id="comments are no verb"),
        pytest.param("Mayor Ada Vance spoke to the board, where she said that it “will open late.”",
                     "Ada Vance", id="the one person of the sentence"),
    ],
)  # fmt: skip
def test_the_name_beside_the_verb_speaks(text: str, speaker: str | None) -> None:
    found = [item.speaker for item in heard(text)]

    assert found == ([speaker] if speaker else [])


def test_what_is_somebodys_does_not_speak() -> None:
    cues = CueVerbs(frozenset({"said"}), frozenset({"tweets"}))
    words = (
        "Others pointed to Mayor Moss’s past tweets about Vance, including claims that he wore a wig and a "
        "note that promised he was “worse than” the last one."
    )

    assert [item.speaker for item in attributions(source(words), cues)] == [None]


@pytest.mark.parametrize(
    ("words", "as_written"),
    [
        pytest.param("“We will open it in the spring,” he told the board.", "he", id="pronoun"),
        pytest.param("“We will open it in the spring,” Brandt said.", "Brandt", id="short name"),
        pytest.param(
            "“We will open it in the spring,” the engineer said.", "the engineer", id="role"
        ),
    ],
)
def test_short_forms_lead_to_the_full_name(words: str, as_written: str) -> None:
    first = "“Work has begun on the quay,” said Leo Brandt, an engineer at the port."

    last = heard(first, words)[-1]

    assert (last.speaker, last.as_written) == ("Leo Brandt", as_written)
    assert last.role == "an engineer at the port"


def test_two_people_of_one_family_name_are_not_mixed_up() -> None:
    found = heard(
        "Ada Moss and Leo Moss met in the harbour.", "“We will open it in spring,” Moss said."
    )

    assert found[-1].speaker == "Moss"


def test_speech_goes_on_over_paragraphs_that_open_without_closing() -> None:
    found = heard(
        "“The quay is old,” said Ada Moss. “It was built in a hurry.",
        "“Nobody has looked at it since.”",
    )

    assert [item.speaker for item in found] == ["Ada Moss"] * 3


def test_a_scare_quote_is_no_speech() -> None:
    assert heard("The so-called “ghost port” lay empty for years.") == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Moss Ferries shows its “Best of the Harbour.”", id="of two words"),
        pytest.param(
            "Ada Moss will mail the ‘in case of high water’ leaflet to all.", id="a thing’s"
        ),
    ],
)
def test_the_name_of_a_thing_is_no_speech(text: str) -> None:
    assert heard(OPENING, text) == ()


@pytest.mark.parametrize(
    ("subject", "verb"),
    [
        ("Residents of Moss", "said"),
        ("Police in Lund", "said"),
        ("Health authorities in Norway’s Inner Lund", "said"),
        ("Lawyers for Ada Moss", "said"),
        ("Friends of the Earth", "says"),
    ],
)
def test_several_people_are_not_the_place_where_they_are(subject: str, verb: str) -> None:
    (said,) = heard(OPENING, f"{subject} {verb} that the water had been brown for a week.")

    assert said.speaker == said.as_written == subject


def test_a_group_is_one_voice_and_no_name_is_cut_out_of_it() -> None:
    (said,) = heard(
        OPENING,
        "Brokers and online helpers in Lund said that the forms were far too long for them.",
    )

    assert said.speaker == "Brokers and online helpers in Lund"


def test_a_place_behind_a_group_is_no_role_that_leads_to_somebody() -> None:
    known = "Leo Brandt, a student of Moss, opened the day. "
    (said,) = heard(known, "the students at Moss said that the ferries had been late for weeks.")

    assert said.speaker == "the students at Moss"


def test_a_participle_tells_what_the_subject_of_its_sentence_says() -> None:
    (said,) = heard(
        OPENING, "Leo Brandt defended it, saying the account was linked to the ferries."
    )

    assert (said.speaker, said.text) == ("Leo Brandt", "the account was linked to the ferries")


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    (said,) = heard(
        "VANCE, Sept. 5 (Agency) -- The port of Vance will open in the spring, said Ada Moss."
    )

    assert said.text == "The port of Vance will open in the spring"


def test_indirect_speech_is_the_clause() -> None:
    (found,) = heard("Ada Moss said that the port would open in the spring.")

    assert found.form is Form.INDIRECT
    assert found.text == "the port would open in the spring"
    assert found.speaker == "Ada Moss"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Ada Moss and Leo Brandt said: “The port will open.”",
                     "Ada Moss and Leo Brandt", id="two together"),
        pytest.param("“The port will open soon,” said Ada Moss and Leo Brandt.",
                     "Ada Moss and Leo Brandt", id="two behind the verb"),
        pytest.param("On Monday, Ada Moss and Dr. Leo Brandt said that the port would open in the spring.",
                     "Ada Moss and Leo Brandt", id="reported without marks"),
        pytest.param("Ada Moss, Nick Hale and Leo Brandt said: “The port will open.”", None,
                     id="three: none rather than two"),
        pytest.param("The board criticised Ada Moss and Leo Brandt said: “It will open.”", None,
                     id="another verb's object"),
        pytest.param("“The port will open soon,” Ada Moss, the mayor, and Leo Brandt said.", None,
                     id="the second of two"),
        pytest.param("The engineers and Leo Brandt said: “The port will open.”", None,
                     id="with people unnamed"),
        pytest.param("The owners said Ada Moss confirmed that the port would open in spring.", None,
                     id="the outer speech counts"),
    ],
)  # fmt: skip
def test_who_speak_together_are_all_named_or_none(text: str, speaker: str | None) -> None:
    first = "Ada Moss and Leo Brandt run the port."

    assert [item.speaker for item in heard(first, text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The port would open in the spring, Ada Moss said.",
                     "The port would open in the spring", id="verb at the end"),
        pytest.param("The port would open in the spring, said Ada Moss on Monday.",
                     "The port would open in the spring", id="verb before the name"),
        pytest.param("Ada Moss told the board that the port would open in the spring.",
                     "the port would open in the spring", id="a hearer"),
        pytest.param("Ada Moss said Leo Brandt would open the port in the spring.",
                     "Leo Brandt would open the port in the spring", id="no “that”"),
    ],
)  # fmt: skip
def test_reported_clauses_stand_on_either_side_of_the_verb(text: str, words: str) -> None:
    assert [(item.text, item.speaker) for item in heard(text)] == [(words, "Ada Moss")]


@given(st.text(alphabet="aA.“”\"'‘’ ,\nsidh", max_size=200))
def test_every_quotation_lies_in_its_text(text: str) -> None:
    ends = 0
    for item in quoted(text, 0, len(text)):
        assert ends <= item.outer_start <= item.start < item.end <= item.outer_end <= len(text)
        ends = item.outer_end


@given(st.lists(st.sampled_from(
    ["“", "”", '"', " he said", "Ada Moss ", "said ", ", ", ". ", "the port will open ", "told "]
), max_size=40))  # fmt: skip
def test_words_are_those_of_the_passage(parts: list[str]) -> None:
    article = source("".join(parts) or "x")

    for item in attributions(article, CUES):
        assert item.text == article.text[item.passage.start : item.passage.end]


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        pytest.param("Ada Moss, a professor of law, said", "a professor of law", id="article"),
        pytest.param("Ada Moss, head of the U.S. board, said", "head of the U.S. board", id="bare"),
        pytest.param("Ada Moss, who runs the port, said", "who runs the port", id="does"),
        pytest.param("Secretary of State Ada Moss said", "Secretary of State", id="office"),
        pytest.param("Ada Moss, told reporters, said", None, id="a verb"),
        pytest.param("Ada Moss, the talks were useful, said", None, id="a clause"),
        pytest.param("Ada Moss, who arrived on Friday, said", None, id="who did something"),
        pytest.param("British Ada Moss said", None, id="a nation alone"),
    ],
)
def test_the_role_says_what_somebody_is(behind: str, role: str | None) -> None:
    (found,) = heard(f"{behind}: “The port will open soon.”")

    assert found.role == role


def test_she_is_nobody_whom_the_article_calls_he() -> None:
    found = heard(
        "“The port will open soon,” said Leo Brandt.",
        "“It will take a year,” she said.",
        "Mr. Brandt left when he had been asked.",
    )

    assert [item.speaker for item in found] == ["Leo Brandt", None]


def test_the_president_is_not_the_vice_president() -> None:
    found = heard("Vice President Leo Brandt left.", "“It will take a year,” the president said.")

    assert [item.speaker for item in found] == [None]


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        pytest.param("Norway’s President Ada Moss", "Ada Moss", id="office in a country"),
        pytest.param("Vance Press Secretary Ada Moss", "Ada Moss", id="words before an office"),
        pytest.param("The Gazette’s Ada Moss", "Ada Moss", id="of a paper"),
        pytest.param("Norway’s Harbour Ministry", "Norway’s Harbour Ministry", id="a body"),
        pytest.param("Friday’s Harbour Report", None, id="of a day"),
        pytest.param("Officials", None, id="a common word, as officials are"),
        pytest.param("The Republican", None, id="a party's member"),
    ],
)
def test_the_speaker_is_the_name_alone(subject: str, speaker: str | None) -> None:
    (found,) = heard(f"{subject} said: “The port will open soon.”", "The officials left.")

    assert found.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The Vance School was declared “undesirable indeed” by the court.", id="passive"
        ),
        pytest.param(
            "Vance Bank has posted profits that beat what analysts had hoped for.", id="a thing"
        ),
    ],
)
def test_what_is_done_or_called_is_no_speech(text: str) -> None:
    assert not heard(text)


def test_the_title_of_a_work_is_no_speech() -> None:
    assert not heard(
        "Norway uses a book by Ada Moss, “A History of the Harbour: Growth and Decline.”"
    )


def test_he_is_no_institution() -> None:
    first = "The gates are “safe at last,” the Admiralty said. Divers of the Admiralty agreed."

    assert heard(first, "“We will open it in the spring,” he told the board.")[-1].speaker is None


@pytest.mark.parametrize(
    ("before", "words", "speaker"),
    [
        pytest.param("Ada Moss runs the port. Leo Brandt spoke first.",
                     "Leo Brandt opened the gate. “It was rusty indeed,” she said.", None,
                     id="he is no she, by his given name"),
        pytest.param("“We are very late,” said Ada Moss.",
                     "Mary Vance, whose boat sank, thanked the crew. “They were all very brave,” she said.",
                     "Mary Vance", id="the head of the paragraph"),
        pytest.param("A spokesman for the port told Leo Brandt to wait.",
                     "“It will open soon enough,” the spokesman said.", None,
                     id="who is told is no spokesman"),
        pytest.param("The officials of Ada Moss waited.", "“It will open soon enough,” the official said.",
                     None, id="an official is none of the officials"),
        pytest.param("It was a quiet day.",
                     "Assistant Secretary of State Ada Vance said: “It will open soon.”", "Ada Vance",
                     id="an office in front"),
        pytest.param("It was a quiet day.", "Ada Vance, D-Calif., said: “It will open soon enough.”",
                     "Ada Vance", id="a party and a state behind"),
        pytest.param("Leo Brandt runs the port.",
                     "Brandt, an old seaman, will have a say in how it ends, said sailor Ada Vance.",
                     "Ada Vance", id="a name behind the verb"),
        pytest.param("It was a quiet day.",
                     "Ada Vance, an engineer of a small firm in Norway said: “It will open soon enough.”",
                     "Ada Vance", id="the second comma is missing"),
        pytest.param("It was a quiet day.",
                     "A former head of the Vance Harbour Board said: “It will open soon enough.”",
                     "A former head of the Vance Harbour Board", id="an office of a body"),
        pytest.param("It was a quiet day.",
                     "The harbour master for the port in Vance, Rob Moss, said: “It will open soon.”",
                     "Rob Moss", id="a role in a place, and a given name"),
        pytest.param("It was a quiet day.", "Vance Mayor Ada Moss said: “It will open soon enough.”",
                     "Ada Moss", id="the mayor of a town"),
        pytest.param("It was a quiet day.", "Ada Moss at one point said: “It will open soon enough.”",
                     "Ada Moss", id="at one point"),
        pytest.param("It was a quiet day.", "A recent report to Congress said: “It will open soon enough.”",
                     "A recent report", id="who is spoken to"),
    ],
)  # fmt: skip
def test_who_only_stands_near_does_not_speak(before: str, words: str, speaker: str | None) -> None:
    assert heard(before, words)[-1].speaker == speaker


def test_a_letter_is_not_from_whom_it_goes_to() -> None:
    text = "The board sent a letter to Ada Moss stating that the port will open in May."

    assert not heard(text)


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        pytest.param("President Moss met Ada Moss in Vance.", "Moss", id="another holds an office"),
        pytest.param("President Ada Moss spoke. President Moss was brief.", "Ada Moss", id="hers"),
        pytest.param("Ada Moss met the press in Vance.", "Ada Moss", id="nobody else"),
    ],
)  # fmt: skip
def test_a_last_name_is_not_led_to_a_relative_of_who_holds_an_office(
    before: str, speaker: str
) -> None:
    (said,) = heard(before, "“The port will open soon,” Moss said.")

    assert said.speaker == speaker


@pytest.mark.parametrize("what", ["The Vance law", "The Harbour Act", "The Moss treaty"])
def test_a_law_does_not_speak(what: str) -> None:
    found = heard(f"{what} called for sanctions on “all ships that enter at night.”")

    assert [item.speaker for item in found] == [None]


def test_a_name_before_whose_officials_call_is_no_subject() -> None:
    text = "Senior Moss administration officials are calling it a win that “keeps every promise.”"

    assert "Moss" not in {item.speaker for item in heard(text)}
