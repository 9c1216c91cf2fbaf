"""A page's foot offers to tell of the house itself; what it names elsewhere, too, is the outlet."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.model.source import Field
from briefing.readers import read

_TEXT = (
    "Port of Lund to reopen in June after two years\n\n"
    "The port of Lund will reopen in June after two years of works, the minister said on Friday.\n\n"
    "The works cost 340 million crowns, a third more than planned, the audit office said in March.\n\n"
    "Shipping companies welcomed the decision and said that they would need time to come back.\n\n"
)


def _publisher(*foot: str) -> str | None:
    source = clean(read((_TEXT + "\n".join(foot)).encode(), PurePath("a.txt"))[0])
    evidence = source.evidence.get(Field.PUBLISHER)
    if evidence is not None:
        assert evidence.start is not None
        assert source.text[evidence.start : evidence.end] == source.publisher
    return source.publisher


@pytest.mark.parametrize(
    ("line", "other", "name"),
    [
        ("About Harbour Gazette", "Harbour Gazette events", "Harbour Gazette"),
        ("* About the Harbour Gazette", "Harbour Gazette events", "Harbour Gazette"),
        ("Über das Hafenblatt", "Hafenblatt-Leserreisen", "Hafenblatt"),
        ("Om Havneposten", "Havneposten for unge", "Havneposten"),
        ("À propos du Journal", "Le Journal des ports", "Journal"),
        ("Jobs bei Hafenblatt", "Hafenblatt Leserreisen", "Hafenblatt"),
        ("Sobre El Puerto", "El Puerto en otros sitios", "El Puerto"),
    ],
)
def test_what_the_foot_tells_of_and_another_line_names_is_the_outlet(
    line: str, other: str, name: str
) -> None:
    assert _publisher("Menu", line, "Terms of use", other) == name


@pytest.mark.parametrize(
    ("line", "other"),
    [
        pytest.param("About Harbour Gazette", "Terms of use", id="named once"),
        pytest.param("About Harbour Gazette", "About Harbour Gazette", id="the same line twice"),
        pytest.param("About Ada Moss", "Ada Moss in Lund", id="a person"),
        pytest.param("About Us", "Us and them", id="us"),
        pytest.param("Contact Customer Service", "Customer Service hours", id="a desk"),
        pytest.param("About BBQ", "BBQ recipes", id="three letters"),
        pytest.param("About a boy", "a boy in Lund", id="no name"),
    ],
)
def test_topics_people_and_desks_are_no_outlet(line: str, other: str) -> None:
    assert _publisher("Menu", line, "Terms of use", other) is None
