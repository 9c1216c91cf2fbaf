"""Bibliographies name who publishes where each program writes it."""

from pathlib import PurePath

import pytest

from briefing.model.source import Field
from briefing.readers import read_file

_RIS = (
    "TY  - NEWS\nT1  - Port to reopen\nT2  - {second}\nJO  - {short}\nJF  - {full}\n{more}ER  - \n"
)


@pytest.mark.parametrize(
    ("second", "more", "house"),
    [
        pytest.param("Harbour Gazette", "", "Harbour Gazette", id="in the second title"),
        pytest.param("A new dawn", "DP  - EBSCOhost\n", "Harbour Gazette", id="by EBSCO"),
    ],
)
def test_ris_names_the_outlet(second: str, more: str, house: str) -> None:
    words = _RIS.format(second=second, short="Harb. Gaz.", full="Harbour Gazette", more=more)
    (entry,) = read_file(words.encode(), PurePath("refs.ris")).references

    assert entry.get(Field.PUBLISHER) == house
