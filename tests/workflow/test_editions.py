"""Editions are kept as delivered, compared, and asked who quotes a source."""

import json
from datetime import date
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from briefing.compose.manifest import quoted_in
from briefing.errors import LibraryDamagedError, UsageError
from briefing.library import open_library
from briefing.model.brief import Brief
from briefing.model.changes import ChangeSort
from briefing.model.document import Block, Quotation, SourceList
from briefing.model.passage import Passage
from briefing.model.plain import plain_text
from briefing.resources import seeds
from briefing.workflow.build import Built, build
from briefing.workflow.editions import (
    diff_editions,
    edition_in,
    edition_json,
    find_edition,
)
from briefing.workflow.importing import import_paths
from briefing.workflow.order import Order
from briefing.workflow.shelves import Access, open_shelf
from briefing.workflow.uses import uses_of
from briefing.workflow.verify import verify

DAY = Brief(date(2024, 4, 12), title="Weekly", themes=("china",))
LATER = "The embassy of China sent 40 ships to the port of Moss on Friday, Beijing said."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for file in seeds("articles").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


@pytest.fixture
def shelf(tmp_path: Path, articles: Path) -> Path:
    path = tmp_path / "library.db"
    with open_shelf(path, Access.MAKE) as library:
        list(import_paths(library, [articles]))
    return path


def issue(shelf: Path, output: Path, **more: object) -> Built:
    return build(replace(Order(DAY, (), (output,), library=shelf, issue=True), **more))


def change(article: Path, shelf: Path) -> None:
    article.write_text(
        article.read_text(encoding="utf-8").replace("\n\n", f"\n\n{LATER}\n\n", 2),
        encoding="utf-8",
    )
    with open_shelf(shelf) as library:
        list(import_paths(library, [article]))


def test_an_edition_holds_what_was_printed(shelf: Path, tmp_path: Path) -> None:
    built = issue(shelf, tmp_path / "one.json")

    with open_shelf(shelf, Access.READ) as library:
        (edition,) = library.editions()
        texts = {source.id: source.text for source in library.sources(edition.sources)}
    assert (edition.series, edition.issue) == ("Weekly", 1)
    assert len(edition.excerpts) >= len(built.findings.themes[0].excerpts) > 0
    for said in edition.excerpts:
        assert texts[said.source][said.start : said.end] == said.text
    assert edition.outputs[0].size == (tmp_path / "one.json").stat().st_size


def test_the_next_edition_says_what_changed(shelf: Path, articles: Path, tmp_path: Path) -> None:
    first = issue(shelf, tmp_path / "one.json")
    quoted = first.findings.themes[0].excerpts[0].excerpt.passage.source
    path = next(source.path for source in first.ingested.sources if source.id == quoted)
    change(Path(path), shelf)

    issue(shelf, tmp_path / "two.md", previous="1")

    text = (tmp_path / "two.md").read_text(encoding="utf-8")
    assert "What changed since edition 1 of 12 April 2024" in text
    assert "Corrected at its source" in text
    assert "\n> NEW · Beijing, in " in text
    _, _, changes = diff_editions("1", "2", shelf)
    assert ChangeSort.CORRECTED in {item.sort for item in changes}


def test_quotations_that_are_new_say_so_and_are_proven(articles: Path, tmp_path: Path) -> None:
    old, *new = (tmp_path / name for name in ("old.json", "new.docx", "new.pdf"))
    first = build(Order(DAY, tuple(sorted(articles.iterdir())[:4]), (old,)))
    built = build(Order(DAY, (articles,), tuple(new), previous=str(old)))

    before = [place for block in first.document.blocks for place in _places(block)]
    shown = [block for block in built.document.blocks if isinstance(block, Quotation)]
    new_ones = [
        block
        for block in shown
        if not any(place.overlaps(other) for place in _places(block) for other in before)
    ]
    told = [block for block in shown if plain_text(block.lead).startswith("NEW · ")]
    assert told == new_ones
    assert 0 < len(told) < len(shown)
    assert all(block.changed for block in told)
    assert not any(
        isinstance(block, Quotation) and block.changed for block in first.document.blocks
    )
    for report in verify(new, [articles]):
        assert report.counts()["proven"] == len(report.verdicts) > len(shown)


def _places(block: Block) -> list[Passage]:
    return [excerpt.passage for excerpt, _ in quoted_in(block)]


def test_editions_go_on_quoting_the_old_words(shelf: Path, articles: Path, tmp_path: Path) -> None:
    first = issue(shelf, tmp_path / "one.json")
    quoted = first.findings.themes[0].excerpts[0].excerpt.passage.source
    path = next(source.path for source in first.ingested.sources if source.id == quoted)
    change(Path(path), shelf)

    ids, uses = uses_of(path, shelf)

    assert len(ids) == 2
    assert {use.said.source for use in uses} == {quoted}
    assert {use.stands for use in uses} == {True}  # a sentence was put in, none taken out


def test_an_edition_is_read_from_its_json_and_from_a_document(shelf: Path, tmp_path: Path) -> None:
    issue(shelf, tmp_path / "one.json")
    with open_shelf(shelf, Access.READ) as library:
        edition = library.edition(1)

    assert edition_in(json.dumps(edition_json(edition)), "x") == edition
    document = edition_in((tmp_path / "one.json").read_text(encoding="utf-8"), "one.json")
    places = [(said.source, said.start, said.end) for said in edition.excerpts]
    found = [(said.source, said.start, said.end) for said in document.excerpts]
    assert len(set(found)) == len(found)
    assert sorted(found) == sorted(places)
    printed = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))["manifest"]
    assert len(json.loads(printed)["excerpts"]) > len(found)  # some stand twice, or in the list


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_an_edition_is_read_from_the_finished_file(
    shelf: Path, articles: Path, tmp_path: Path, suffix: str
) -> None:
    old, tree, new = tmp_path / f"old.{suffix}", tmp_path / "old.json", tmp_path / f"new.{suffix}"
    first = build(Order(DAY, (), (old, tree), library=shelf))
    quoted = first.findings.themes[0].excerpts[0].excerpt.passage.source
    path = next(source.path for source in first.ingested.sources if source.id == quoted)
    change(Path(path), shelf)
    build(Order(DAY, (), (new,), library=shelf, previous=str(old)))

    found = diff_editions(str(old), str(new), None)

    assert found == diff_editions(str(tree), str(new), None)
    assert ChangeSort.CORRECTED in {item.sort for item in found[2]}


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_what_stood_behind_an_edition_is_known_from_its_file(
    articles: Path, tmp_path: Path, suffix: str
) -> None:
    old, new = tmp_path / f"old.{suffix}", tmp_path / "new.md"
    every = Brief(date(2024, 4, 12))
    build(Order(every, (articles,), (old,)))
    again = build(Order(every, (articles,), (new,), previous=str(old)))

    edition = find_edition(str(old), None)

    assert "Nothing: the same places" in new.read_text(encoding="utf-8")
    chosen = [item for found in again.findings.themes for item in found.excerpts]
    themed = [said for said in edition.excerpts if said.theme]
    assert [said.text for said in themed] == [item.excerpt.exact for item in chosen]
    assert [said.independent_origins for said in themed] == [
        item.independent_origins for item in chosen
    ]
    assert again.findings.conflicts
    assert any(said.disputed for said in edition.excerpts)


def test_a_difference_that_came_with_a_source_is_told_once(articles: Path, tmp_path: Path) -> None:
    every = Brief(date(2024, 4, 12))
    one, two, three = (tmp_path / name for name in ("one.docx", "two.md", "three.md"))
    build(Order(every, (articles / "sample-01-gazette-command.txt",), (one,)))
    built = build(Order(every, (articles,), (two, tmp_path / "two.docx"), previous=str(one)))
    build(Order(every, (articles,), (three,), previous=str(tmp_path / "two.docx")))

    about = [conflict.about for conflict in built.findings.conflicts]
    told = two.read_text(encoding="utf-8").count("- **Newly differing** (")
    assert told == len(about) > 0
    assert "Newly differing" not in three.read_text(encoding="utf-8")


@pytest.mark.parametrize("template", ["one-page", "talking-points"])
def test_a_short_briefing_tells_what_no_longer_stands_and_no_more(
    articles: Path, tmp_path: Path, template: str
) -> None:
    old, new, same = (tmp_path / name for name in ("old.docx", "new.md", "same.md"))
    order = Order(Brief(date(2024, 4, 12), template=template), (articles,), (old, same))
    built = build(order)
    quoted = built.findings.themes[0].excerpts[0].excerpt
    path = next(Path(one.path) for one in built.ingested.sources if one.id == quoted.passage.source)
    text = path.read_text(encoding="utf-8")
    assert quoted.exact in text
    path.write_text(text.replace(quoted.exact, ""), encoding="utf-8")

    build(replace(order, outputs=(new,), previous=str(old)))

    told = [line for line in new.read_text(encoding="utf-8").splitlines() if line[:4] == "- **"]
    assert "What changed since" not in same.read_text(encoding="utf-8")
    assert any("no more" in line for line in told if line.startswith("- **Corrected"))
    assert not any(line.startswith(("- **New", "- **Gone", "- **Moved")) for line in told)


def test_how_corrected_words_read_now_is_quoted_and_proven(articles: Path, tmp_path: Path) -> None:
    old, new, text = tmp_path / "old.docx", tmp_path / "new.docx", tmp_path / "new.md"
    page = tmp_path / "new.pdf"
    order = Order(Brief(date(2024, 4, 12)), (articles,), (old,))
    build(order)
    file = articles / "sample-01-gazette-command.txt"
    now = "A joint operations command of about 260 people is to open in Tokyo by May 2025"
    before = now.replace("260", "240").replace("May", "March")
    assert before in file.read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace(before, now), encoding="utf-8")

    built = build(replace(order, outputs=(new, page, text), previous=str(old)))

    part = text.read_text(encoding="utf-8").partition("## What changed")[2].partition("\n## ")[0]
    assert f"Sample Gazette \\[1\\]; now: {now} and will put the land" in part
    corrected = [line for line in part.splitlines() if line.startswith("- Corrected")]
    assert all("Sample Gazette \\[1\\]" in line for line in corrected)
    shown = [block for block in built.document.blocks if isinstance(block, Quotation)]
    (printed,) = (block for block in shown if plain_text(block.inlines).startswith(now))
    assert plain_text(printed.lead).startswith("CHANGED · ")
    for report in verify([new, page], [articles]):
        assert report.counts()["proven"] == len(report.verdicts)
        assert any(verdict.quote.startswith(now) for verdict in report.verdicts)
    again = build(replace(order, outputs=(tmp_path / "third.md",), previous=str(new)))
    assert again.document.blocks
    assert "Nothing: the same places" in (tmp_path / "third.md").read_text(encoding="utf-8")


def test_a_finished_file_without_its_manifest_is_no_edition(tmp_path: Path) -> None:
    bare = tmp_path / "bare.docx"
    docx.Document().save(str(bare))

    with pytest.raises(UsageError, match="its manifest is not inside"):
        diff_editions(str(bare), str(bare), None)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "briefing.edition/1"}', "[" * 3000])
def test_what_is_no_edition_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no edition"):
        edition_in(text, "x.json")


def test_an_edition_that_was_altered_is_not_shown(shelf: Path, tmp_path: Path) -> None:
    issue(shelf, tmp_path / "one.json")
    with open_library(shelf) as library, library.store.writing() as connection:
        connection.execute("UPDATE edition SET data = replace(data, 'China', 'Chile')")

    with open_shelf(shelf, Access.READ) as library, pytest.raises(LibraryDamagedError):
        library.edition(1)


def test_a_brief_from_the_library_is_the_brief_from_its_files(
    shelf: Path, articles: Path, tmp_path: Path
) -> None:
    build(Order(DAY, (), (tmp_path / "a.pdf", tmp_path / "a.docx"), library=shelf))
    build(Order(DAY, (articles,), (tmp_path / "b.pdf", tmp_path / "b.docx")))

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize("template", ["full", "one-page", "talking-points"])
def test_an_edition_holds_what_its_template_prints_and_no_more(
    template: str, shelf: Path, tmp_path: Path
) -> None:
    themes = ("command-structure", "china", "north-korea", "industry")
    brief = replace(DAY, template=template, themes=themes)

    built = issue(shelf, tmp_path / "one.json", brief=brief)

    blocks = [one for one in built.document.blocks if not isinstance(one, SourceList)]
    printed = {
        (excerpt.passage.source, excerpt.passage.start, excerpt.passage.end)
        for block in blocks
        for excerpt, _ in quoted_in(block)
    }
    assert built.edition
    said = {(item.source, item.start, item.end) for item in built.edition.excerpts}
    assert said == printed


def test_a_proof_says_which_sources_were_changed_since(
    shelf: Path, articles: Path, tmp_path: Path
) -> None:
    made = tmp_path / "one.docx"
    edition = issue(shelf, made).edition
    assert edition
    said = edition.excerpts[0]
    article = articles / said.path.rsplit("/", 1)[-1]
    words = said.text.split()[-1]
    text = article.read_text(encoding="utf-8")

    found = []
    for after in (text, f"{text}\n\nRead more", text.replace(words, "NOT")):
        article.write_text(after, encoding="utf-8")
        with open_shelf(shelf) as library:
            list(import_paths(library, [article]))
            (report,) = verify([made], library=library)
        assert report.is_clean
        found.append([one.grave for one in report.findings if one.kind == "changed since"])

    assert found[:2] == [[], [False]]
    assert True in found[2]
