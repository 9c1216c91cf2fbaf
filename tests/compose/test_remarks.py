"""A method note that a reader can take in: the same remark on many sources is made once."""

from briefing.compose.remarks import told_once
from briefing.model.source import Notice
from briefing.words import Speech

ENGLISH = Speech()


def test_what_is_told_of_many_sources_is_one_line_that_names_them_all() -> None:
    same = [Notice(f"{name}.txt", "Read as Windows-1252.") for name in "abc"]
    own = Notice("b.txt", "The text is cut off.")

    assert told_once([same[0], own, *same[1:]], ENGLISH) == (
        "3 files (a.txt, b.txt, c.txt): Read as Windows-1252.",
        "b.txt: The text is cut off.",
    )


def test_of_two_sources_each_has_its_line() -> None:
    told = told_once(
        [Notice("a.txt", "It is odd."), Notice("b.txt", "It is odd."), Notice("", "Odd.")], ENGLISH
    )

    assert told == ("a.txt: It is odd.", "b.txt: It is odd.", "Odd.")


def test_what_is_told_of_one_of_a_file_s_articles_names_it() -> None:
    one = Notice("a.docx", "Correction appended.", "Port opens")

    assert told_once([one], ENGLISH) == ("a.docx, “Port opens”: Correction appended.",)


def test_what_is_told_of_many_articles_of_a_file_is_told_once() -> None:
    same = [Notice("a.docx", "It is odd.", title) for title in ("One", "Two", "Three")]

    assert told_once(same, ENGLISH) == ("a.docx: It is odd.",)
    assert told_once([*same, Notice("b.txt", "It is odd.")], ENGLISH) == (
        "2 files (a.docx, b.txt): It is odd.",
    )
