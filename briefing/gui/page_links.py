"""From the page to what stands behind it: each kind of line leads somewhere, and words can be copied."""

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from briefing.gui.bidi import apart
from briefing.gui.citing import passage_of_page, placed, quotation
from briefing.gui.frame import Frame
from briefing.gui.item_models.cards import spell
from briefing.gui.page_text import Copied, PageText, exact, owner
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.widgets.order_lines import first_title
from briefing.gui.work import shown
from briefing.model.output import Region, RegionKind
from briefing.model.passage import Passage
from briefing.model.source import Source
from briefing.tongue import tongue
from briefing.words import say, say_many

if TYPE_CHECKING:
    from briefing.workflow.draft import Drafted

_TITLE = "the title"
_NO_LETTERS = re.compile("[^a-z0-9]+")
_CHANGES = "changes"
FIRST = "key-points"
"""Where the first section leads."""
_HEADINGS = {
    "Key points": FIRST,
    "Bottom line": FIRST,
    "What changed since %(since)s": _CHANGES,
}
"""Headings of documents, as they are called before they are said in their language, and where they lead."""
"""Anchors of the first section, whose own text is kept under the first name."""


class PageLinks(QObject):
    """Answers what is clicked, hovered over and copied on the page."""

    def __init__(
        self, frame: Frame, bench: Workbench, open_source: Callable[[Passage], None],
        ask_title: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__(frame)
        self._frame, self._bench = frame, bench
        self._ask_title = ask_title
        self._sources: dict[str, Source] = {}
        page = frame.preview.page
        page.describe = self._described
        page.excerpt_opened.connect(open_source)
        page.source_clicked.connect(lambda source: open_source(Passage(source, 0, 0)))
        page.heading_clicked.connect(self._on_heading)
        page.line_clicked.connect(self._on_line)
        page.texts_wanted.connect(self._on_texts_wanted)
        page.copy_wanted.connect(self._on_copy)
        frame.changes.paged.connect(self._show_on_page)
        frame.changes.bars_wanted.connect(page.show_bars)
        bench.live.found.connect(self._on_found)

    @Slot(object)
    def _on_found(self, drafted: "Drafted") -> None:
        self._sources = {source.id: source for source in drafted.draft.sources}

    def _show_on_page(self, passage: Passage) -> None:
        """Show the page at a quotation."""
        self._frame.right.setCurrentWidget(self._frame.preview)
        self._frame.preview.page.select(passage, reveal=True)

    # What is clicked

    def _on_heading(self, anchor: str, twice: bool) -> None:
        """A theme leads to its quotations, what changed to the changes.

        One click goes there in the list that is open; two open it.
        """
        frame = self._frame
        if not twice and frame.lists.currentIndex() != 1:
            return
        section = section_of(anchor, self._bench.desk.settings.language)
        if section == _CHANGES:
            frame.right.setCurrentWidget(frame.changes)
            return
        if frame.order.go_to_section(section):
            frame.lists.setCurrentIndex(1)

    def _on_line(self, words: str, twice: bool) -> None:
        """A click on the marking offers others; two on the title or one's own words change them."""
        desk = self._bench.desk
        own = {note.section: note.text for note in desk.notes}
        known = {**own, _TITLE: desk.settings.title or desk.name}
        if desk.settings.marking and words == desk.settings.marking:
            self._frame.preview.offer_markings()
            return
        found = owner(words, known) if twice else None
        if found == _TITLE:
            self._ask_title()
        elif found is not None:
            themes = {theme.id: theme.title for theme in self._bench.themes()}
            title = themes.get(found, first_title(desk.settings.template))
            self._frame.order.own_text_wanted.emit(found, title)

    def _described(self, region: Region) -> str:
        """Whose words, where and when; what a click does."""
        if region.kind is RegionKind.HEADING:
            return ""
        if region.kind is not RegionKind.EXCERPT or region.passage is None:
            labels = "; ".join(filter(None, map(self._label, region.sources)))
            return " – ".join(filter(None, (labels, say("click for the source"))))
        passage = region.passage
        item, source = self._bench.desk.item(passage), self._sources.get(passage.source)
        if item:
            parts = [item.by or say("speaker unknown"), item.label, spell(item.published)]
        elif source:
            parts = [shown.label_of(source), spell(source.published)]
        else:
            parts = []
        acts = say("click for its card, double click for its source")
        return " – ".join(part for part in (" · ".join(map(apart, parts)), acts) if part)

    def _label(self, source_id: str) -> str:
        source = self._sources.get(source_id)
        return placed(shown.label_of(source), source.published) if source else ""

    # What is copied

    def _on_texts_wanted(self, pages: tuple[int, ...]) -> None:
        printed = self._frame.preview.page.printed
        if printed:
            number = printed.number

            def known(texts: dict[int, PageText]) -> None:
                self._frame.preview.page.add_texts(number, texts)

            self._bench.live.letters(number, pages, known)

    def _on_copy(self, taken: Copied | Passage, cited: bool) -> None:
        """Words of one quotation are copied as they stand in their source."""
        if isinstance(taken, Passage):
            taken = Copied(self._words(taken), (taken,), whole=True)
        text = taken.text
        if taken.whole:
            text = exact(text, self._words(taken.passages[0])) or text
        if cited and taken.whole and (known := self._of(taken.passages[0])):
            text = quotation(text, *known)
        elif cited:
            places = filter(None, map(self._of, taken.passages))
            text = passage_of_page(text, [placed(*place) for place in places])
        QGuiApplication.clipboard().setText(text)
        count = len(text.split())
        told = say_many(
            "Copied {n} word without its source", "Copied {n} words without its source", count
        )
        if cited and taken.passages:
            told = say_many(
                "Copied {n} word with its source", "Copied {n} words with its source", count
            )
        self._frame.job.setText(told)

    def _words(self, passage: Passage) -> str:
        """The words of a passage in its source; empty if that is not at hand."""
        if item := self._bench.desk.item(passage):
            return item.text
        source = self._sources.get(passage.source)
        return source.text[passage.start : passage.end] if source else ""

    def _of(self, passage: Passage) -> tuple[str, date | None] | None:
        if item := self._bench.desk.item(passage):
            return item.label, item.published
        source = self._sources.get(passage.source)
        return (shown.label_of(source), source.published) if source else None


def section_of(anchor: str, language: str) -> str:
    """The section that the heading with an `anchor` leads to in a document in `language`."""
    speech = tongue(language)
    for heading, section in _HEADINGS.items():
        words, more, _ = speech.say(heading).partition("%(")
        slug = _NO_LETTERS.sub("-", words.lower()).strip("-")
        if anchor == slug or (more and anchor.startswith(f"{slug}-")):
            return section
    return anchor
