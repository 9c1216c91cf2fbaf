"""Markdown, read again by a reader of CommonMark."""

from datetime import date

from hypothesis import given, settings
from markdown_it import MarkdownIt
from msgspec.structs import replace

from briefing.model.document import Document, Paragraph, Quotation, Quoted, Text
from briefing.model.passage import Excerpt, Passage
from briefing.model.typography import curl
from briefing.writers.escaping import clean
from briefing.writers.markdown import write_markdown
from tests.hostile import TEXTS, full_of


def _only(text: str) -> Document:
    model = full_of("words")
    return Document(model.title, "en", model.date, (Paragraph((Text(text),)),))


@settings(max_examples=120)
@given(TEXTS)
def test_a_paragraph_stays_the_same_words(text: str) -> None:
    reader = MarkdownIt()
    tokens = reader.parse(write_markdown(_only(text)).data.decode())
    words = clean(text).strip()
    inner = [child for token in tokens for child in token.children or ()]

    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for child in inner} <= {"text", "text_special"}
    assert "".join(child.content for child in inner).strip() == words


@settings(max_examples=60)
@given(TEXTS)
def test_no_text_becomes_html_or_code(text: str) -> None:
    reader = MarkdownIt()
    document = replace(full_of(text, link="javascript:x"), generator="")
    tokens = reader.parse(write_markdown(document).data.decode())
    kinds = {token.type for token in tokens}
    kinds |= {child.type for token in tokens for child in token.children or ()}

    assert not kinds & {"html_block", "html_inline", "code_block", "fence", "code_inline", "image"}
    assert "link_open" not in kinds


def test_a_note_has_its_mark() -> None:
    text = write_markdown(full_of("words")).data.decode()

    assert "[^1]\n" in text
    assert "\n[^1]: words" in text
    assert curl('say "yes"') == "say “yes”"


def test_a_sentence_of_a_source_stands_between_marks_of_its_own_where_others_stand_beside_it() -> (
    None
):
    words = "הנמל ייפתח, 12 במאי."
    quoted = Quoted(Excerpt(Passage("s", 0, len(words)), words), "he")
    beside = Paragraph((Text("12 May: "), quoted))
    document = Document("T", "en", date(2024, 5, 3), (beside, Quotation((quoted,))))
    text = write_markdown(document).data.decode()

    assert f"12 May: \u2068{words}\u2069" in text
    assert f"> {words}" in text


def test_a_title_from_right_to_left_stands_between_marks_of_its_own() -> None:
    inlines = (Text("“אב גד”"), Text(", 12 March"))
    document = Document("T", "en", date(2024, 5, 3), (Paragraph(inlines),))

    assert "“\u2068אב גד\u2069”, 12 March" in write_markdown(document).data.decode()
