"""What the PDF claims to be, by the published profiles of PDF/UA-1 and PDF/A-3a (veraPDF)."""

import shutil
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from briefing.model.brief import Brief
from briefing.model.document import (
    Block,
    BulletList,
    Citation,
    Cite,
    Contents,
    Document,
    Figure,
    Heading,
    Link,
    PageBreak,
    Paragraph,
    Quotation,
    Quoted,
    Reference,
    Role,
    SourceLink,
    SourceList,
    Table,
    Text,
)
from briefing.model.drawing import Box, Drawing, Ink, Label, Line
from briefing.model.look import FontFile, Look
from briefing.model.passage import Excerpt, Passage
from briefing.resources import asset
from briefing.workflow.build import build
from briefing.workflow.order import Order
from briefing.writers.pdf import write_pdf
from tests.writers.pdf.verapdf import Broken, broken_rules

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ("full", "one-page", "talking-points")
GERMAN = "full de"
FACES = ("SourceSans3-Regular", "SourceSans3-Italic")
NAMES = "岸田文雄, 김정은, 习近平, Владимир Путин, محمد علي, בנימין, Kōbe, Ἀθῆναι, office"
TURNED = (
    "قال وزير الخارجية (محمد علي) إن الاتفاق «لا يزال قائماً» في 12 مايو 2024، بحسب NATO.",
    "وزیر خارجه گفت: «می‌خواهیم ۱۲ میلیون تومان»، وزیر خارجہ نے کہا ہے۔",
    "שר הביטחון (לשעבר) הודיע כי צה״ל, John Smith ו-NATO נפגשו ב-2024.",
    "The ministry posted שלום עולם and السلام عليكم on its page, 12 times.",
)
"""Words from right to left, with marks, joiners, ligatures, numbers and names among them."""
HARBOUR = "The harbour authority said that dredging of the northern channel would begin. "


def cite(words: str) -> Cite:
    link = Link("https://example.org/ü?a=b", (Text("example.org/a"),))
    return Cite((Citation(1, "s", (Text(words), link, SourceLink(1, (Text("[1]"),)))),))


def everything() -> Document:
    drawing = Drawing(
        200, 40, (Line(0, 0, 200, 0), Box(9, 9, 9, 9, Ink.ACCENT, Ink.RULE), Label(30, 20, "Quay"))
    )
    quoted = Quoted(Excerpt(Passage("s", 0, len(NAMES)), NAMES), "ja")
    blocks: tuple[Block, ...] = (
        Paragraph((Text("Channel"),), Role.TITLE),
        Contents(3),
        Heading(1, (Text("Quay"), cite("In a heading.")), "quay"),
        Heading(3, (Text("Skipping a level"),), "skip"),
        *[Paragraph((Text(HARBOUR * 4), cite(HARBOUR * 6), Text(HARBOUR)))] * 12,
        Paragraph((Text(HARBOUR),), Role.JUDGMENT),
        Quotation((quoted, cite("There.")), (Text("Gazette"),)),
        *[Paragraph((Text(words), cite(words), Text(words * 3))) for words in TURNED],
        Quotation((Text(TURNED[0] * 5), cite(TURNED[1])), (Text(TURNED[2]),), changed=True),
        Heading(2, (Text(TURNED[2]),), "turned"),
        Table(((Text(TURNED[1]),),), (((Text(TURNED[3]),),),), (1.0,)),
        BulletList(((Paragraph((Text("One"),)), BulletList(((Paragraph((Text("Two"),)),),))),)),
        Table(
            ((Text("A"),), (Text("B"),)), (((Text(HARBOUR), cite("In a cell.")), ()),) * 60,
            (0.3, 0.7), (Text("Table"),),
        ),
        Figure(drawing, (Text("A figure"),), "A quay."),
        Figure(drawing),
        PageBreak(),
        SourceList((Reference(1, "s", (Text("Gazette"),), ((Text("Undated"),),)),)),
    )  # fmt: skip
    return Document(
        "Channel", "en-GB", date(2024, 5, 3), blocks, "Channel", "A. Moss", "Ports", "TLP:RED",
        "Briefing", '{"schema": "briefing.manifest/1"}',
    )  # fmt: skip


def house() -> Document:
    """The same in a house's own fonts, with its logo."""
    fonts = [FontFile(f"{name}.ttf", asset(f"fonts/{name}.ttf").read_bytes()) for name in FACES]
    picture = BytesIO()
    Image.new("RGBA", (600, 90), (20, 80, 120, 128)).save(picture, "PNG")
    look = Look(text_fonts=tuple(fonts), heads_fonts=(fonts[0],), logo=picture.getvalue())
    return replace(everything(), look=look, marking=None)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Broken:
    """What the files made here break; Java is started once."""
    folder = tmp_path_factory.mktemp("files")
    names = ("everything", "untitled", "house", *TEMPLATES, GERMAN)
    targets = [folder / f"{name}.pdf" for name in names]
    targets[0].write_bytes(write_pdf(everything(), archival=True).data)
    targets[1].write_bytes(write_pdf(Document("", "en", date(2024, 5, 3), ())).data)
    targets[2].write_bytes(write_pdf(house(), archival=True).data)
    for target in targets[3:]:
        template, _, language = target.stem.partition(" ")
        brief = Brief(
            date=date(2024, 5, 3), template=template, marking="OFFICIAL", language=language or "en"
        )
        build(Order(brief, (ROOT / "seeds" / "articles",), (target,), archival=True))
    return broken_rules(("ua1", "3a"), targets)


@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("name", ["everything", "house", *TEMPLATES, GERMAN])
def test_files_conform(broken: Broken, profile: str, name: str) -> None:
    assert broken[profile, f"{name}.pdf"] == []


def test_a_planted_fault_is_seen(broken: Broken) -> None:
    assert broken["ua1", "untitled.pdf"]


def test_no_claim_is_written_that_does_not_hold() -> None:
    named = write_pdf(Document("Quay", "en", date(2024, 5, 3), ()), archival=True).data
    untitled = write_pdf(Document("", "en", date(2024, 5, 3), ()), archival=True).data

    assert b"pdfuaid:part" in named
    assert b"pdfaid:conformance" in named
    assert b"<pdfuaid:part" not in untitled
    assert b"<pdfaid:conformance" not in untitled


def test_two_readers_find_the_words_of_the_document(tmp_path: Path) -> None:
    target = tmp_path / "words.pdf"
    words = (
        "Officials of the efficient Kōbe office affirmed that navigational responsibilities stay. "
    )
    document = Document("Quay", "en", date(2024, 5, 3), (Paragraph((Text(words * 30),)),))
    target.write_bytes(write_pdf(document).data)
    script = (
        "import sys, pypdfium2; page = pypdfium2.PdfDocument(sys.argv[1])[0];"
        "sys.stdout.buffer.write(page.get_textpage().get_text_range().encode())"
    )
    commands: list[list[str | Path]] = [[sys.executable, "-c", script, target]]
    if shutil.which("pdftotext"):
        commands.append(["pdftotext", "-raw", target, "-"])

    for command in commands:
        found = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        assert joined(found).removesuffix("1 / 1").split() == (words * 30).split()


def joined(text: str) -> str:
    """`text` with its lines put together and hyphenation undone."""
    text = text.replace("\r", "").replace("\ufffe", "\u00ad").replace("\f", "")
    return text.replace("\u00ad\n", "").replace("\u00ad", "").replace("\n", " ").strip()
