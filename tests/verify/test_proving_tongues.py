"""What stands beside the quotations of a German or French document is looked at as in an English one."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefing import words
from briefing.compose.dates import spell_day, spell_day_american
from briefing.model.brief import Brief, Note
from briefing.model.report import Report
from briefing.tongue import tongue
from briefing.verify.pdf import read_pdf
from briefing.verify.proving import prove
from briefing.verify.word import read_word
from briefing.workflow.build import Built, build
from briefing.workflow.order import Order
from briefing.workflow.verify import shelf_of

SAMPLES = Path(__file__).resolve().parents[2] / "seeds" / "articles"
JUDGMENT = "Wer „alle Schiffe der Flotte bleiben im Hafen“ sagt, irrt."
other = pytest.mark.parametrize("language", ["de", "fr"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Built, bytes, bytes]]:
    """The samples in each language, as Word and as PDF."""
    found: dict[str, tuple[Built, bytes, bytes]] = {}
    for language in ("en", "de", "fr"):
        folder = tmp_path_factory.mktemp(language)
        files = folder / "x.docx", folder / "x.pdf"
        brief = Brief(
            date=date(2024, 4, 12), language=language, notes=(Note("key-points", JUDGMENT),)
        )
        built = build(Order(brief, (SAMPLES,), files))
        found[language] = (built, files[0].read_bytes(), files[1].read_bytes())
    return found


def _changed(data: bytes, words: Mapping[str, str]) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for item in old.infolist():
            part = old.read(item)
            if item.filename.endswith(("document.xml", "footnotes.xml")):
                for before, after in words.items():
                    part = part.replace(before.encode(), after.encode())
            new.writestr(item, part)
    return out.getvalue()


def _told(report: Report) -> tuple[Counter[str], Counter[str]]:
    standings = Counter(f"{one.standing}" for one in report.verdicts)
    return standings, Counter(one.kind for one in report.findings)


def _days(language: str, before: int, after: int) -> dict[str, str]:
    """A day as it is written in citation lines and in notes."""
    speech = tongue(language)
    ways = (spell_day, spell_day_american)
    return {way(date(2024, 4, before), speech): way(date(2024, 4, after), speech) for way in ways}


def _paragraph(language: str, number: int) -> str:
    sentence = "para.\N{NO-BREAK SPACE}{number}"
    return tongue(language).say(sentence, number=str(number))


@other
@pytest.mark.parametrize("changed", ["nothing", "day", "paragraph", "speaker"])
def test_a_change_is_found_in_every_language(
    language: str, changed: str, made: dict[str, tuple[Built, bytes, bytes]]
) -> None:
    told = []
    for one in ("en", language):
        built, word, _ = made[one]
        changes = {
            "nothing": {},
            "day": _days(one, 8, 9),
            "paragraph": {f"{_paragraph(one, 3)} ": f"{_paragraph(one, 93)} "},
            "speaker": {"A former U.S. Navy officer": "Admiral Leo Brandt"},
        }
        data = _changed(word, changes[changed])
        told.append(_told(prove(read_word(data), shelf_of(built.ingested.sources), "x")))

    assert told[0] == told[1]
    assert changed == "nothing" or told[0][1]


@other
def test_a_pdf_proves_as_the_english_one_whatever_the_person_speaks(
    language: str, made: dict[str, tuple[Built, bytes, bytes]]
) -> None:
    told = []
    for one, spoken in (("en", "fr"), (language, "en"), (language, "de")):
        built, _, pdf = made[one]
        words.speak([spoken])
        try:
            told.append(_told(prove(read_pdf(pdf), shelf_of(built.ingested.sources), "x")))
        finally:
            words.use(None)

    assert told[0] == told[1] == told[2]
    assert told[0][0]["proven"] > 30
