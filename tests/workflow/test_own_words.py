"""Own words that cite an excerpt: the note stands after them, and the file is proven."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import RecipeError
from briefing.library import Access
from briefing.model.citing import Mention
from briefing.model.document import Block, Cite, Inline, Judgment, Paragraph
from briefing.workflow.draft import whole
from briefing.workflow.handing import hand_over
from briefing.workflow.importing import import_paths
from briefing.workflow.session import Session
from briefing.workflow.shelves import open_shelf

_SAID = "China has sent {} ships to the strait, the harbour office of Moss said on Monday."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Two articles, the first of them quoted."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, count in (("one", "two"), ("two", "forty")):
        text = f"Ships in the strait, {name}\n\n{_SAID.format(count)}\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with open_shelf(tmp_path / "library.db", Access.MAKE) as library:
        assert len(list(import_paths(library, [folder]))) == 2
        opened = Session(library, "Strait")
        first = opened.best("china", 1)[0]
        opened.include([(first.passage, "china")])
        yield opened


def _mention(session: Session, number: int) -> Mention:
    place = session.best("china", 2)[number].passage
    return Mention(place.source[:8], place.start, place.end)


def _judgments(blocks: tuple[Block, ...]) -> list[tuple[Inline, ...]]:
    paragraphs = (block.inlines for block in blocks if isinstance(block, Paragraph))
    return [inlines for inlines in paragraphs if any(isinstance(one, Judgment) for one in inlines)]


def test_own_words_cite_what_is_quoted_and_what_is_not(session: Session, tmp_path: Path) -> None:
    one, other = _mention(session, 0), _mention(session, 1)
    session.write("key-points", [f"Ships went {one}, say two {one} {other}."])

    document = whole(session.draft()).document

    (inlines,) = _judgments(document.blocks)
    kinds = [type(inline) for inline in inlines]
    assert kinds == [Judgment, Cite, Judgment, Cite, Judgment]
    cited = [
        [citation.source for citation in inline.citations]
        for inline in inlines
        if isinstance(inline, Cite)
    ]
    ids = [session.best("china", 2)[number].passage.source for number in (0, 1)]
    assert cited == [ids[:1], ids]
    assert "[[" not in "".join(one.text for one in inlines if isinstance(one, Judgment))
    handed = hand_over(session.draft(), [tmp_path / "brief.pdf", tmp_path / "brief.docx"])
    assert all(target.stat().st_size for target in handed.targets)


def test_what_is_cited_first_on_the_page_is_named_in_full_there(session: Session) -> None:
    session.write("key-points", [f"Ships went {_mention(session, 0)}."])
    document = whole(session.draft()).document

    notes = [
        citation.note
        for inlines in (getattr(block, "inlines", ()) for block in document.blocks)
        for inline in inlines
        if isinstance(inline, Cite)
        for citation in inline.citations
    ]
    assert len(notes) > 1
    assert len(str(notes[0])) > len(str(notes[1]))


def test_a_mention_that_leads_nowhere_is_told(session: Session) -> None:
    place = _mention(session, 0)
    session.write("key-points", [f"Ships went {Mention(place.source, 0, 10**7)}."])

    with pytest.raises(RecipeError, match="no place in a source"):
        whole(session.draft())
