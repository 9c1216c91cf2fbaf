"""Word, OpenDocument and RTF files give the words a reader sees."""

import io
import zipfile
from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.errors import SourceError
from briefing.readers import read, read_file
from tests.readers.packing import packed, paragraphs, word

NAME = PurePath("a.docx")


def lines(data: bytes, name: PurePath = NAME) -> list[str]:
    article = read(data, name)[0]
    return [article.text[line.start : line.end] for line in article.lines]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(paragraphs("One.", "Two."), ["One.", "Two."], id="plain"),
        pytest.param(
            "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>",
            ["new"],
            id="changes that are tracked",
        ),
        pytest.param(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
            ["7"],
            id="field",
        ),
        pytest.param(
            "<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>",
            ["seen"],
            id="hidden",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:tc>"
            + paragraphs("left")
            + "</w:tc><w:tc>"
            + paragraphs("right")
            + "</w:tc></w:tr></w:tbl>",
            ["left", "right"],
            id="table",
        ),
        pytest.param(
            "<w:p><w:r><w:t>above</w:t></w:r><w:r><w:pict><w:txbxContent>"
            + paragraphs("box")
            + "</w:txbxContent></w:pict></w:r></w:p>",
            ["above", "box"],
            id="text box",
        ),
    ],
)
def test_word_documents_read_as_they_are_seen(body: str, expected: list[str]) -> None:
    assert lines(word(body)) == expected


_TITLED = "The port of Moss reopens"
_PICTURE = "<w:p><w:r><w:drawing/></w:r></w:p>"
_SAID = (
    "The port of Moss will reopen in May after two years of repairs, the council said on Tuesday.",
    "Ships from Lund are to call there twice a week, and the old ferry is to be sold at auction.",
    "Fishermen had asked for a longer pier, but the council found no money for it this year.",
)
_LABEL = "The quay of Moss with the old ferry and the crane that was built before the war, seen from Lund"
_SENTENCE = "The quay of Moss, seen from the old ferry on a morning in May."


@pytest.mark.parametrize(
    ("markup", "is_caption"),
    [
        pytest.param(_PICTURE + paragraphs(_LABEL), True, id="without a stop, below a picture"),
        pytest.param(_PICTURE + paragraphs("", _LABEL), True, id="an empty paragraph between"),
        pytest.param(paragraphs(_LABEL), False, id="without a picture"),
        pytest.param(_PICTURE + paragraphs(_SENTENCE), False, id="a sentence, written like others"),
        pytest.param(
            f"{_PICTURE}<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>{_SENTENCE}</w:t></w:r></w:p>",
            True,
            id="a sentence, slanted",
        ),
        pytest.param(
            f'{_PICTURE}<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{_SENTENCE}</w:t></w:r></w:p>',
            True,
            id="a sentence, centred",
        ),
        pytest.param(
            f'<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:t>{_SENTENCE}</w:t></w:r></w:p>',
            True,
            id="by its style",
        ),
    ],
)
def test_captions_of_word_documents(markup: str, *, is_caption: bool) -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:styleId="C"><w:name w:val="caption"/></w:style></w:styles>'
    )
    markup = paragraphs(_TITLED, *_SAID[:2]) + markup + paragraphs(_SAID[2])
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="s" Type="http://x/styles" Target="styles.xml"/></Relationships>'
    )
    buffer = io.BytesIO(word(markup, styles=styles))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("word/_rels/document.xml.rels", relations)

    assert _is_caption(buffer.getvalue(), NAME) is is_caption


_ODT = (
    '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:s="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:f="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><o:automatic-styles>'
    '<s:style s:name="P1" s:parent-style-name="Illustration"/>'
    '<s:style s:name="P2"><s:paragraph-properties f:text-align="center"/></s:style>'
    '<s:style s:name="T1"><s:text-properties f:font-style="italic"/></s:style>'
    "</o:automatic-styles><o:body><o:text>{}</o:text></o:body></o:document-content>"
)
_FRAME = "<d:frame>{}</d:frame>"
_IMAGE = _FRAME.format("<d:image/>")


@pytest.mark.parametrize(
    ("markup", "is_caption"),
    [
        pytest.param(f"<t:p>{_IMAGE}</t:p><t:p>{_LABEL}</t:p>", True, id="below a picture"),
        pytest.param(f"{_IMAGE}<t:p>{_LABEL}</t:p>", True, id="below one that stands on the page"),
        pytest.param(f"<t:p>{_LABEL}</t:p>", False, id="without a picture"),
        pytest.param(f"<t:p>{_IMAGE}</t:p><t:p>{_SENTENCE}</t:p>", False, id="a sentence"),
        pytest.param(
            f'<t:p>{_IMAGE}</t:p><t:p><t:span t:style-name="T1">{_SENTENCE}</t:span></t:p>',
            True,
            id="a sentence, slanted",
        ),
        pytest.param(
            f'<t:p>{_IMAGE}</t:p><t:p t:style-name="P2">{_SENTENCE}</t:p>',
            True,
            id="a sentence, centred",
        ),
        pytest.param(
            "<t:p>"
            + _FRAME.format(
                f'<d:text-box><t:p t:style-name="P1">{_IMAGE}{_SENTENCE}</t:p></d:text-box>'
            )
            + "</t:p>",
            True,
            id="as LibreOffice inserts one",
        ),
    ],
)
def test_captions_of_open_document_texts(markup: str, *, is_caption: bool) -> None:
    above, last = "".join(f"<t:p>{words}</t:p>" for words in (_TITLED, *_SAID[:2])), _SAID[2]
    content = _ODT.format(f"{above}{markup}<t:p>{last}</t:p>")
    data = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})

    assert _is_caption(data, PurePath("a.odt")) is is_caption


@pytest.mark.parametrize(
    ("markup", "is_caption"),
    [
        pytest.param(r"{\pict\pngblip 89504e47}\par " + _LABEL, True, id="below a picture"),
        pytest.param(
            r"{\*\shppict{\pict 8950}}{\nonshppict{\pict 8950}}\par " + _LABEL,
            True,
            id="below one that is there twice",
        ),
        pytest.param(_LABEL, False, id="without a picture"),
        pytest.param(r"{\pict 8950}\par " + _SENTENCE, False, id="a sentence"),
        pytest.param(r"{\pict 8950}\par {\i " + _SENTENCE + "}", True, id="a sentence, slanted"),
        pytest.param(r"{\pict 8950}\par\qc " + _SENTENCE, True, id="a sentence, centred"),
        pytest.param(r"{\header{\pict 8950}\par}" + _LABEL, False, id="a picture above the page"),
        pytest.param(r"\s3 " + _SENTENCE, True, id="by its style"),
    ],
)
def test_captions_of_rtf(markup: str, *, is_caption: bool) -> None:
    above = r"\par ".join((_TITLED, *_SAID[:2]))
    styles = r"{\stylesheet{\s3\sbasedon0 caption;}}"
    data = rf"{{\rtf1{styles}{above}\par {markup}\par\pard {_SAID[2]}\par}}".encode("ascii")

    assert _is_caption(data, PurePath("a.rtf")) is is_caption


def _is_caption(data: bytes, name: PurePath) -> bool:
    """Whether what stands between the second and the last paragraph is none of the article."""
    source = clean(read(data, name)[0])
    body = [source.text[part.start : part.end] for part in source.body()]
    assert body[:2] + body[-1:] == list(_SAID)
    return len(body) == len(_SAID)


def test_a_document_that_defines_entities_is_refused() -> None:
    evil = packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x/>",
            "word/document.xml": "<x/>",
        }
    )

    with pytest.raises(SourceError, match="entities"):
        read(evil, NAME)


def test_a_damaged_package_is_refused() -> None:
    with pytest.raises(SourceError, match="damaged"):
        read(word(paragraphs("One."))[:-30], NAME)


def test_open_document_texts() -> None:
    content = (
        '<office:d xmlns:office="o" xmlns:text="t"><office:body><office:text>'
        '<text:h text:outline-level="1">Title</text:h>'
        '<text:p>A<text:s text:c="2"/>b<text:note><text:note-body><text:p>Note.</text:p>'
        "</text:note-body></text:note>.</text:p></office:text></office:body></office:d>"
    )
    data = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})

    assert lines(data, PurePath("a.odt")) == ["Title", "A b.", "Note."]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param(rb"{\rtf1 One.\par Two.}", ["One.", "Two."], id="paragraphs"),
        pytest.param(rb"{\rtf1\ansicpg1252 caf\'e9}", ["café"], id="byte"),
        pytest.param(rb"{\rtf1\uc1 \u8220?x\u8221?}", ["“x”"], id="sign with a stand-in"),
        pytest.param(rb"{\rtf1 x\u-10179?\u-8704?}", ["x😀"], id="two halves"),
        pytest.param(rb"{\rtf1{\fonttbl{\f0 Arial;}}{\v unseen}seen}", ["seen"], id="hidden"),
        pytest.param(rb"{\rtf1 a{\*\generator x;}b}", ["ab"], id="what it need not know"),
        pytest.param(rb"{\rtf1 body{\footnote note} on\par}", ["body on", "note"], id="footnote"),
    ],
)
def test_rtf(markup: bytes, expected: list[str]) -> None:
    assert lines(markup, PurePath("a.rtf")) == expected


def test_a_field_that_would_start_a_program_is_told() -> None:
    markup = rb"{\rtf1{\field{\*\fldinst DDEAUTO c:\\x}{\fldrslt shown}}}"
    reading = read_file(markup, PurePath("a.rtf"))

    assert reading.articles[0].text == "shown"
    assert any("DDEAUTO" in notice.text for notice in reading.articles[0].notices)
