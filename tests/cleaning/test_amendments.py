"""Notes on corrections, withdrawals and updates are found, kept out of the body, and not invented."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.model.source import Amending, Kind
from briefing.readers import read

_BODY = (
    "The port of Lund will reopen in May, the harbour master told reporters at the quay on Monday.\n\n"
    "Dredging of the channel has cost nine million crowns, about a third more than was planned.\n\n"
    "Ferries will use the eastern berth first, and cargo ships will follow before the summer.\n\n"
)


def _clean(*lines: str) -> tuple[list[Amending], str]:
    text = f"Port of Lund to reopen in May\n\nBy Ada Moss\n\n{_BODY}" + "\n\n".join(lines)
    source = clean(read(text.encode(), PurePath("port.txt"))[0])
    body = "\n".join(source.text[part.start : part.end] for part in source.body())
    noted = [part for part in source.segments if part.kind is Kind.NOTE]
    assert all(
        any((said.start, said.end) == (part.start, part.end) for part in noted)
        for said in source.amendments
    )
    return [said.sort for said in source.amendments], body


@pytest.mark.parametrize(
    ("lines", "sorts"),
    [
        pytest.param(["Correction Appended"], [Amending.CORRECTION], id="appended"),
        pytest.param(
            ["Correction: The port will reopen in May, not in June."],
            [Amending.CORRECTION],
            id="in one line",
        ),
        pytest.param(
            ["Correction: May 3, 2024", "Because of an editing error the cost was given wrongly."],
            [Amending.CORRECTION, Amending.CORRECTION],
            id="a label and the line below",
        ),
        pytest.param(
            ["An earlier version of this article misstated the cost of the dredging."],
            [Amending.CORRECTION],
            id="earlier version",
        ),
        pytest.param(
            ["Editor’s note: This article has been retracted."],
            [Amending.RETRACTION],
            id="retracted",
        ),
        pytest.param(
            ["Retraction: Our paper withdraws this report on the port, which no record bears out."],
            [Amending.RETRACTION],
            id="withdrawn",
        ),
        pytest.param(
            ["Corrections: The chairman of the harbour board has been removed from this list."],
            [Amending.CORRECTION],
            id="what was removed from it",
        ),
        pytest.param(
            ["Editor’s note: A sentence in this article was removed, and its figures corrected."],
            [Amending.CORRECTION],
            id="a sentence was removed",
        ),
        pytest.param(
            ["An article on May 3 about the port of Lund misstated the cost of the dredging."],
            [Amending.CORRECTION],
            id="an article of an earlier day",
        ),
        pytest.param(
            ["This story has been updated with a statement of the ferry company."],
            [Amending.UPDATE],
            id="updated",
        ),
    ],
)
def test_it_finds_what_the_article_says_of_itself(lines: list[str], sorts: list[Amending]) -> None:
    found, body = _clean(*lines)

    assert found == sorts
    assert [line for line in lines if line in body] == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "The ministry has withdrawn its report on the harbour.", id="news of a withdrawal"
        ),
        pytest.param("The fleet was updated last year with two ferries.", id="news of an update"),
        pytest.param(
            "A report on Monday about the harbour misstated its depth, the ministry said.",
            id="news of what somebody else misstated",
        ),
        pytest.param("Corrections", id="a link in a menu"),
        pytest.param("Updated 3 May 2024", id="a day"),
    ],
)
def test_it_invents_none(line: str) -> None:
    found, _ = _clean(line, "Contact us", "Privacy policy")

    assert found == []
