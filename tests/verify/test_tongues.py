"""A proof knows the words of documents in every language that they can have."""

from datetime import date

import pytest

from briefing.compose.changed import _WORDS
from briefing.compose.dates import spell_day, spell_day_american
from briefing.tongue import document_languages, tongue
from briefing.verify import tongues

each = pytest.mark.parametrize("language", document_languages())


@each
def test_the_days_of_a_document_are_read(language: str) -> None:
    speech = tongue(language)
    for month in range(1, 13):
        day = date(2024, month, month)
        for spelt in (spell_day(day, speech), spell_day_american(day, speech)):
            assert tongues.days_in(f"Moss Courier, {spelt}") == [day.isoformat()]
            assert tongues.before_day(f"Moss Courier, {spelt}") == "Moss Courier"


@each
def test_the_words_of_notes_and_citation_lines_are_known(language: str) -> None:
    speech = tongue(language)
    line = speech.say("%(speaker)s, in %(source)s").replace("%(speaker)s", "Ada Moss")
    line = line.replace("%(source)s", "Moss Courier")
    own = "".join(filter(str.isalpha, speech.say("Analyst’s judgment"))).casefold()
    paragraph = tongues.PARAGRAPH.search(speech.say("para.\N{NO-BREAK SPACE}{number}", number="7"))
    pages = [
        tongues.PAGE.search(speech.say(f"p.\N{NO-BREAK SPACE}{{page}}{behind}", page=page))
        for page, behind in (("9", ""), ("iv", ""), ("A-3", ""), ("12", " of the file"))
    ]

    assert tongues.parted(line) == ("Ada Moss", "Moss Courier")
    assert tongues.before_day(f"Moss Courier, {speech.say('undated')}") == "Moss Courier"
    assert own in tongues.JUDGMENT
    assert paragraph is not None
    assert paragraph[1] == "7"
    assert [page and page[1] for page in pages] == ["9", "iv", "A-3", "12"]
    for word in set(_WORDS.values()):
        assert tongues.CHANGE.sub("", f"{speech.say(word)} · Ada Moss") == "Ada Moss"
    by = speech.say("An article by {author}", author="Leo Brandt")
    assert tongues.where(by) == "Leo Brandt"


@pytest.mark.parametrize("words", ["U.S. 7th Fleet", "the U.S. 5 billion", "Abs 3", "step. 4"])
def test_other_abbreviations_name_no_page(words: str) -> None:
    assert tongues.PAGE.search(words) is None


def test_a_day_within_a_title_is_not_that_of_the_source() -> None:
    words = "„Was am 3. Mai 2024 geschah“, Moss Courier, 4. Mai 2024, Abs. 3"

    assert tongues.days_in(words) == ["2024-05-04"]


@pytest.mark.parametrize(
    "words", ["9 juill. 2020", "9 juil. 2020", "9 juillet 2020", "2020, July 9"]
)
def test_months_are_read_however_a_style_shortens_them(words: str) -> None:
    assert tongues.days_in(f"Moss, «\N{NO-BREAK SPACE}10 July\N{NO-BREAK SPACE}», {words}.") == [
        "2020-07-09"
    ]
