"""A source that was changed after it was quoted: the proof holds, and says what has become of the words."""

import pytest

from briefing.model.report import Standing, Verdict
from briefing.verify.former import check_former

WORDS = "The port will reopen in May."


def _verdict(passage: str, standing: Standing = Standing.PROVEN) -> Verdict:
    return Verdict(passage, "[1]", standing, "old", 0, 9, passage=passage, name="a.txt", place="p")


def _told(*verdicts: Verdict, now: str) -> list[tuple[str, bool]]:
    return [(one.text, one.grave) for one in check_former(verdicts, {"old": now})]


def test_words_that_are_gone_are_a_warning_each() -> None:
    assert _told(_verdict(WORDS), _verdict(WORDS), now="The port will reopen in June.") == [
        ("a.txt was changed since, and has these words no more", True)
    ] * 2  # fmt: skip


def test_words_that_stand_are_one_note() -> None:
    assert _told(_verdict(WORDS), _verdict(WORDS), now=f"Lund. {WORDS}") == [
        ("a.txt was changed since; what is quoted here still stands in it", False)
    ]


def test_typography_is_no_change() -> None:
    assert not _told(_verdict("“It’s late,” he said."), now='"It\'s late," he said.')[0][1]


@pytest.mark.parametrize(
    ("verdict", "now"),
    [(_verdict(WORDS), {"new": ""}), (_verdict(WORDS, Standing.MISSING), {"old": ""})],
    ids=["a source in use", "words of no source"],
)
def test_nothing_is_told_of_others(verdict: Verdict, now: dict[str, str]) -> None:
    assert list(check_former([verdict], now)) == []
