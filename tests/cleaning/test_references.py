"""Entries of a bibliography find the file they are attached to, or none."""

import pytest

from briefing.cleaning.references import with_references
from briefing.model.reference import Reference
from briefing.model.source import Field, Source


def _source(path: str) -> Source:
    return Source(path, path, "", "text/html", "", ())


@pytest.mark.parametrize(
    ("attached", "found"),
    [
        pytest.param(r"C:\Zotero\storage\AB12\port.html", "a/port.html", id="Windows"),
        pytest.param(
            "/srv/zotero/storage/CD34/index.html", "lib/CD34/index.html", id="by its folder"
        ),
        pytest.param("/srv/zotero/elsewhere/index.html", None, id="a name that two files have"),
        pytest.param("files/12/ferry.html", None, id="another file"),
    ],
)
def test_an_entry_finds_its_file(attached: str, found: str | None) -> None:
    sources = tuple(map(_source, ("a/port.html", "lib/AB12/index.html", "lib/CD34/index.html")))
    reference = Reference(((Field.PUBLISHER, "Gazette"),), (attached,), "the bibliography")

    filled, notices = with_references(sources, (reference,))

    assert [source.path for source in filled if source.publisher] == ([found] if found else [])
    assert bool(notices) == (found is None)
