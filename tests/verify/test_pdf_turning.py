"""Words from right to left are proven in a PDF file, and what was changed in them is told."""

import random
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Document,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    SourceList,
    Strong,
    Text,
)
from briefing.model.passage import Excerpt, Passage
from briefing.model.report import Standing
from briefing.model.source import Source
from briefing.verify.pdf import read_pdf
from briefing.verify.pdf_turning import Letter, is_overset, seen, written
from briefing.verify.proving import prove
from briefing.verify.shelf import Held, Sources
from briefing.writers.pdf import write_pdf
from tests.sources import make_source

_HEBREW = "נמל יפו ייפתח ביום שני הממשלה הודיעה צה״ל המו״מ בקרוב".split()
_ARABIC = "قال وزير الخارجية إن الاتفاق لا يزال قائماً السلام الآلاف مسؤول مدّة".split()
_PERSIAN = "وزیر خارجه گفت می‌خواهیم چهار ژاپن گفت‌وگو ۱۲ ۲۰۲۴".split()
_URDU = "اردو میں یہ جملہ لکھا گیا ہے بڑے گاؤں ٹیکس".split()
_ENGLISH = "the port of Haifa said NATO and John Smith minister on Monday".split()
_NUMBERS = "12 2024 3.5 12–15 $14.9 50% 7,000 1/2 ١٢ ٣٫٥".split()


def _sentence(choice: random.Random) -> str:
    main = choice.choice([_HEBREW, _ARABIC, _PERSIAN, _URDU, _ENGLISH])
    other = choice.choice([_HEBREW, _ARABIC]) if main is _ENGLISH else _ENGLISH
    share = choice.choice([0.05, 0.3, 0.5])
    words: list[str] = []
    for _ in range(choice.randint(3, 60)):
        lot = choice.random()
        if lot < share:
            inside = " ".join(choice.choices(other, k=choice.randint(1, 3)))
            words.append(choice.choice(["{}", "{}", "({})", "«{}»"]).format(inside))
        else:
            words.append(choice.choice(_NUMBERS if lot > 0.9 else main))
        words[-1] += choice.choice([",", ";", ":", "،"]) if choice.random() < 0.1 else ""
    return " ".join(words) + choice.choice(".?!…")


def _document(source: Source, choice: random.Random) -> Document:
    """Each paragraph of `source` quoted in one of the ways that documents quote."""
    blocks: list[Block] = []
    mark = Cite((Citation(1, source.id, (Text("[1], para. 1."),)),))
    for number, segment in enumerate(source.segments):
        passage = Passage(source.id, segment.start, segment.end)
        words = Quoted(Excerpt(passage, source.text[segment.start : segment.end]))
        item = Paragraph((Strong((Text("Label: "),)), words, mark))
        blocks += (
            (
                Quotation((words, mark), (Text("Gazette"),)),
                Paragraph((Text("He said: “"), words, Text("”"), mark, Text(" in May."))),
                BulletList(((item,),)),
            )[number % 3],
            Paragraph((Text("Words of the analyst fill the page. " * choice.choice([1, 30])),)),
        )
    entry = (Text("[1] Gazette, “Port to reopen”, aaaa.txt."),)
    blocks.append(SourceList((Reference(1, source.id, entry),)))
    return Document("Port", "en-GB", date(2024, 5, 3), tuple(blocks), "Port")


def _standings(
    printed: Sequence[str], held: Sequence[str], choice: random.Random
) -> list[Standing]:
    document = _document(make_source(*printed), choice)
    paper = read_pdf(write_pdf(document).data, closely=True)
    report = prove(paper, Sources((Held(make_source(*held)),)), "brief.pdf")
    assert [finding for finding in report.findings if finding.grave] == []
    return [verdict.standing for verdict in report.verdicts]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10_000))
def test_words_of_both_directions_are_proven(seed: int) -> None:
    choice = random.Random(seed)
    words = [_sentence(choice) for _ in range(4)]

    assert _standings(words, words, choice) == [Standing.PROVEN] * 4


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10_000))
def test_a_changed_letter_is_told(seed: int) -> None:
    choice = random.Random(seed)
    words = [_sentence(choice) for _ in range(4)]
    changed = [_changed(one, choice) for one in words]

    assert Standing.PROVEN not in _standings(changed, words, choice)


def _changed(words: str, choice: random.Random) -> str:
    letters = [at for at, one in enumerate(words) if one.isalpha()]
    at = choice.choice(letters)
    pool = "אבגדהו" if "א" <= words[at] <= "ת" else "abcdef" if words[at].isascii() else "بتحدرس"
    return words[:at] + choice.choice(pool.replace(words[at], "")) + words[at + 1 :]


@pytest.mark.parametrize(
    "words",
    [
        "The ministry posted שלום on its page.",
        "The ministry posted the words שלום עולם טוב on its page, and went home.",
        "It said that the port (נמל יפו) would open on Monday.",
        "He said (שלום) and [עולם טוב], 12 times.",
        "נמל יפו ייפתח ביום שני (אולי).",
        "بشأن NATO (حلف الشمال الأطلسي) قال: «نعم»، ثم عاد.",
        "The minister said السلام عليكم in a speech.",
        "وزیر خارجه گفت: «چهار میلیون تومان».",
        "اردو میں یہ جملہ لکھا گیا ہے، 15 لوگ۔",
    ],
)
def test_what_is_written_is_read(words: str) -> None:
    document = Document("Port", "en-GB", date(2024, 5, 3), (Paragraph((Text(words),)),), "Port")

    (line,) = [it.text for it in read_pdf(write_pdf(document).data).paragraphs if it.text]

    assert line == words


def _letters(text: str) -> list[Letter]:
    return [Letter(one, 5.0 * at, 5.0 * at + 5, 0, 10.0) for at, one in enumerate(text)]


@pytest.mark.parametrize(
    ("shown", "from_right", "read"),
    [
        ("a ב1 c", False, "a 1ב c"),
        ("12 בא", True, "אב 12"),
        (".)בא(", True, "(אב)."),
    ],
)
def test_what_is_seen_may_be_read_from_either_side(
    shown: str, from_right: bool, read: str
) -> None:  # fmt: skip
    found = written(seen([_letters(shown)]), from_right=from_right)

    assert "".join(one.whole for one in found) == read


def test_words_set_on_others_are_told_from_a_sign_below_a_letter() -> None:
    over = [Letter(one, 5.0 * at, 5.0 * at + 5, 1, 10.0) for at, one in enumerate("אבג")]
    sign = [Letter(".", 6.0, 8.0, 1, 10.0)]

    assert is_overset(seen([_letters("דהו"), over]))
    assert not is_overset(seen([_letters("דהו"), sign]))


@pytest.mark.parametrize("seed", [147, 2004])
def test_marks_of_a_source_amid_words_from_the_right_are_no_title(seed: int) -> None:
    """A title in marks is read by itself; the marks in these quotations are the source's own."""
    choice = random.Random(seed)
    words = [_sentence(choice) for _ in range(4)]

    assert _standings(words, words, choice) == [Standing.PROVEN] * 4
