"""Which editions quote a source that was changed: told when it is taken in, and when asked."""

from datetime import date
from pathlib import Path

from briefing.model.brief import Brief
from briefing.model.library import Imported
from briefing.resources import seeds
from briefing.workflow.build import build
from briefing.workflow.importing import import_paths
from briefing.workflow.order import Order
from briefing.workflow.shelves import Access, open_shelf
from briefing.workflow.uses import uses_of

NAME = "sample-01-gazette-command.txt"


def test_an_import_tells_of_editions_that_quote_what_was_changed(tmp_path: Path) -> None:
    shelf, folder = tmp_path / "own.db", tmp_path / "articles"
    folder.mkdir()
    article = folder / NAME
    text = next(one for one in seeds("articles").iterdir() if one.name == NAME).read_text("utf-8")
    article.write_text(text, encoding="utf-8")

    def take(words: str) -> Imported:
        article.write_text(words, encoding="utf-8")
        with open_shelf(shelf, Access.MAKE) as library:
            (found,) = import_paths(library, [article])
        return found

    assert take(text).told == ""
    assert take(f"{text}\nThe paper regrets nothing.\n").told == ""  # changed, and quoted nowhere
    brief = Brief(date(2024, 4, 12), title="Weekly")
    built = build(Order(brief, (), (tmp_path / "one.docx",), library=shelf, issue=True))
    quoted = built.findings.themes[0].excerpts[0].excerpt.exact

    curled = take(f"{text}\nThe paper regrets all.\n".replace("’", "'"))
    corrected = take(text.replace(quoted, "It was otherwise."))

    assert curled.told.startswith("1 edition quotes it; passages that stand there no more: 0 of ")
    assert corrected.told.startswith("1 edition quotes it; ")
    assert ": 0 of " not in corrected.told
    _, uses = uses_of(str(article), shelf)
    assert {use.said.text for use in uses if use.stands is False} >= {quoted}
    assert any(use.stands for use in uses)
