"""Credibility 1 is for what sources of two independent origins carry."""

from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.library import Access, open_library
from briefing.workflow.grading import grade_source
from briefing.workflow.importing import import_paths

SAID = (
    "The Skarven ferry terminal in Moss stays closed while the Rygge fire brigade looks for the "
    "cause of the blast. Hundreds of commuters were led to another quay, the harbour office said."
)
ELSEWHERE = (
    "In Norway the Skarven ferry terminal in Moss stays closed for days after a blast. Trains stop "
    "short of the town, and the Rygge fire brigade has sent its dogs to the quay."
)
ROWING = "Rowers of Horten won all four races of the Oslofjord regatta in the rain last night."


def _report(folder: Path, name: str, title: str, words: str) -> Path:
    """A page of its own publisher, of the same day."""
    file = folder / f"{name}.html"
    file.write_text(
        f"<html><head><title>{title}</title><meta property='og:site_name' content='{name}'>"
        "<meta property='article:published_time' content='2024-05-04'></head>"
        f"<body><article><h1>{title}</h1><p>{words}</p></article></body>",
        encoding="utf-8",
    )
    return file


@pytest.mark.parametrize(
    ("title", "other", "taken"),
    [
        pytest.param("Blast at Skarven terminal in Moss", ELSEWHERE, "B1", id="confirmed"),
        pytest.param("Regatta in Horten", ROWING, "F6", id="another event"),
        pytest.param("Blast at Skarven terminal in Moss", SAID, "F6", id="a reprint"),
    ],
)
def test_only_another_origin_confirms(tmp_path: Path, title: str, other: str, taken: str) -> None:
    one = _report(tmp_path, "Harbour Gazette", "Blast closes Skarven terminal in Moss", SAID)
    two = _report(tmp_path, "Fjord Courier", title, other)
    with open_library(tmp_path / "library.db", Access.MAKE) as library:
        assert list(import_paths(library, [one, two]))
        (source,) = library.ids_at([str(one)])

        if taken == "F6":
            with pytest.raises(UsageError, match="confirmed by another source"):
                grade_source(library, "", source, "B1")
        else:
            grade_source(library, "", source, "B1")

        assert library.kept([source])[source].grade == taken
