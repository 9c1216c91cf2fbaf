"""Text that was pasted becomes a page: its words as they are, nothing known that was not said."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.model.source import Kind, Source
from briefing.workflow.ingest import sources_in
from briefing.workflow.pasting import FOLDER, Pasted, keep_pasted, page_of, paths_in

ARTICLE = "\n\n".join(
    f"China has sent {count} ships to the strait, the harbour office of Moss said on Monday, and "
    "nobody there could say how long they would stay or what they had been sent for."
    for count in ("two", "nine", "forty")
)


def _read(pasted: Pasted) -> Source:
    (source,) = sources_in(page_of(pasted), "pasted.html")
    return source


def _body(source: Source) -> list[str]:
    parts = [part for part in source.segments if part.kind is Kind.BODY]
    return [source.text[part.start : part.end] for part in parts]


def test_what_was_said_is_known_and_the_words_are_the_same() -> None:
    source = _read(Pasted(ARTICLE, "Ships & <boats>", 'The "Courier"', date(2024, 5, 4)))

    assert source.title == "Ships & <boats>"
    assert source.publisher == 'The "Courier"'
    assert source.published == date(2024, 5, 4)
    assert _body(source) == ARTICLE.split("\n\n")


def test_what_was_not_said_stays_unknown() -> None:
    source = _read(Pasted(ARTICLE))

    assert (source.publisher, source.published, source.authors) == (None, None, ())


def test_a_single_sentence_that_was_chosen_is_the_article() -> None:
    words = "One ship came to Moss, the harbour office said."

    assert _body(_read(Pasted(words, "Ships"))) == [words]


def test_what_a_copied_page_has_around_its_article_is_not_quoted() -> None:
    around = "Home\nNews\nSport\nSubscribe to our newsletter\n\n"

    body = _body(_read(Pasted(f"{around}Ships in the strait\n\n{ARTICLE}\n\nAll rights reserved")))

    assert body == ARTICLE.split("\n\n")


@pytest.mark.parametrize("text", ["", " \n\t", "…—!"])
def test_what_holds_no_words_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="no words in what was pasted"):
        page_of(Pasted(text))


@given(st.text(), st.text(), st.text())
def test_any_text_can_be_pasted_or_is_refused_in_a_sentence(
    text: str, title: str, publisher: str
) -> None:
    try:
        page = page_of(Pasted(text, title, publisher))
    except SourceError:
        return

    assert page.startswith(b"<!DOCTYPE html>")
    assert page.count(b"<article>") == page.count(b"</article>") == 1


def test_the_same_text_is_kept_once_beside_the_library(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    pasted = Pasted(ARTICLE, "Ships: a / b\\c")

    first = keep_pasted(library, pasted)

    assert keep_pasted(library, pasted) == first
    assert list((tmp_path / FOLDER).iterdir()) == [first]
    assert first.name.startswith("ships-a-b-c-")


def test_paths_are_files_only_if_all_of_them_are_there(tmp_path: Path) -> None:
    one, other = tmp_path / "one two.txt", tmp_path / "other.html"
    for file in (one, other):
        file.write_text("words", encoding="utf-8")

    assert paths_in(f"{one}\nfile://{tmp_path}/other.html\n") == (one, other)
    assert paths_in(f"{one}\n{tmp_path / 'gone.txt'}") == ()
    assert paths_in(f"{one}\nand words") == ()
    assert paths_in(ARTICLE) == ()
    assert paths_in("/" + "a" * 5000) == ()
    assert paths_in("/nul\0character") == ()
