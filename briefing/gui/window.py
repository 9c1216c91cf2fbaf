"""The window: three panes in a fixed splitter, a tool bar, a status line, and a menu with everything."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import shorten

from PySide6.QtCore import QEvent, QUrl, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QInputDialog

from briefing.gui.actions import add_actions
from briefing.gui.alone_room import AloneRoom
from briefing.gui.bidi import apart
from briefing.gui.briefings_room import BriefingsRoom
from briefing.gui.card_room import CardRoom
from briefing.gui.citing import quotation
from briefing.gui.crash_room import CrashRoom
from briefing.gui.dialogs.commands import Chooser, history
from briefing.gui.empty_room import EmptyRoom
from briefing.gui.evidence_room import EvidenceRoom
from briefing.gui.first_room import FirstRoom
from briefing.gui.frame import Frame, with_links
from briefing.gui.handing_room import HandingRoom
from briefing.gui.intake_room import IntakeRoom
from briefing.gui.keeping_room import KeepingRoom
from briefing.gui.language import key_told
from briefing.gui.library_room import LIBRARY_TAB, LibraryRoom
from briefing.gui.list_keys import LIST_KEYS
from briefing.gui.menu_room import MenuRoom
from briefing.gui.mnemonics import letter_of, plain, with_letter
from briefing.gui.order_room import OrderRoom
from briefing.gui.original_room import OriginalRoom
from briefing.gui.own_words_room import OwnWordsRoom
from briefing.gui.page_links import PageLinks
from briefing.gui.page_room import PageRoom
from briefing.gui.palette_room import PaletteRoom
from briefing.gui.pane_room import PaneRoom
from briefing.gui.peek_room import PeekRoom
from briefing.gui.place import Place
from briefing.gui.placing_room import PlacingRoom
from briefing.gui.preference_room import PreferenceRoom
from briefing.gui.proof_room import ProofRoom
from briefing.gui.search_room import SearchRoom
from briefing.gui.settings import WindowSettings
from briefing.gui.side_room import SideRoom
from briefing.gui.single_room import SingleRoom
from briefing.gui.source_room import SourceRoom
from briefing.gui.strip_room import StripRoom
from briefing.gui.theme_lines import ThemeLines
from briefing.gui.theme_menu import ThemeMenu
from briefing.gui.theme_room import ThemeRoom
from briefing.gui.trouble_room import TroubleRoom
from briefing.gui.view_models.enquiries import Enquiries
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.wardrobe import Wardrobe
from briefing.gui.widgets.drop_shade import DropShade
from briefing.gui.widgets.list_tabs import ORDER_TAB
from briefing.gui.widgets.why_popover import WhyPopover
from briefing.model.desk import NO_THEME, Desk, Listed, ShownCard, Step
from briefing.model.library import Facet
from briefing.model.passage import Passage
from briefing.model.theme import Theme
from briefing.words import mark, number, say, say_many

_SAMPLE_TEXT = mark(
    "Sample library, written for this program. Press Space on an excerpt to add it."
)


class Window(Frame):
    """Joins the panes to the `Workbench`."""

    def __init__(self, bench: Workbench, settings: WindowSettings) -> None:
        super().__init__()
        self.bench, self.settings = bench, settings
        self._themes: tuple[Theme, ...] = ()
        self._colours = bench.desk.colours
        self._wardrobe = Wardrobe(self, settings)
        self.pane_room = PaneRoom(self)
        self.page_room = PageRoom(self, bench)
        ThemeLines(self, bench, self.page_room)
        self.enquiries = Enquiries(bench, self)
        self.intake_room = IntakeRoom(self, bench, settings, self.enquiries)
        self.evidence_room = EvidenceRoom(self, bench)
        self.alone_room = AloneRoom(self, bench, self.pane_room, self.evidence_room)
        PeekRoom(self, bench, self.evidence_room)
        self.strip_room = StripRoom(self, bench, settings)
        self.handing_room = HandingRoom(self, bench, settings, self.page_room)
        self.proof_room = ProofRoom(self, bench, settings, self.evidence_room)
        self.briefings_room = BriefingsRoom(self, bench, settings)
        self.page_links = PageLinks(self, bench, self.evidence_room.open_source, self.ask_title)
        self.theme_room = ThemeRoom(self, bench)
        self.theme_menu = ThemeMenu(self, bench, self.theme_room, self._wardrobe)
        SourceRoom(self, bench, self.pane_room, self.theme_room)
        self.palette_room = PaletteRoom(self, bench, self.evidence_room, self.theme_room)
        OwnWordsRoom(self, bench)
        self.keeping_room = KeepingRoom(self, bench)
        self.placing_room = PlacingRoom(self, bench)
        self.menu_room = MenuRoom(self, bench, self.placing_room, self.copy_quotation)
        self.search_room = SearchRoom(self, bench, settings)
        self.menu_room.correction_wanted.connect(self.evidence_room.correct)
        self.menu_room.similar_wanted.connect(self.search_room.find_similar)
        empty_room = EmptyRoom(self, bench, self.search_room, self.enquiries)
        empty_room.files_wanted.connect(self.intake_room.choose_files)
        empty_room.folder_wanted.connect(self.intake_room.choose_folder)
        self.library_room = LibraryRoom(self, bench, settings)
        self.preference_room = PreferenceRoom(self, bench, settings)
        self.preference_room.watch_wanted.connect(self.intake_room.watch)
        FirstRoom(self, bench, settings)
        self.trouble_room = TroubleRoom(self, bench)
        self.preference_room.rebuild_wanted.connect(self.trouble_room.rebuild_open)
        self.trouble_room.locate_wanted.connect(self.briefings_room.locate_library)
        self.original_room = OriginalRoom(self, bench)
        SideRoom(self)
        SingleRoom(self, bench, self.intake_room)
        self.shade = DropShade(self)
        self._give_commands()
        self._connect()
        # After all else: where one was can only be gone back to in a list that is shown.
        self.place = Place(self, bench, settings, self.evidence_room)
        CrashRoom(self, bench, self.place)
        self._come_back()

    def _come_back(self) -> None:
        """Look as it did last."""
        self.dress()
        self.restoreGeometry(self.settings.blob("geometry"))
        self._on_at_hand(None, None)
        self._allow_export(on=False)  # nothing is known of the briefing yet
        self.restore_splitter(self.settings.blob("splitter"))
        self.cards.setFocus()

    def open(self, library: Path | None = None, *, own: bool = False) -> None:
        """Open a library, or that which was open last, else the user's own or the samples."""
        samples = library is None and not own and self.place.is_samples()
        library = library or self.place.library()
        if library is not None and library == self.place.library() and not library.is_file():
            self.trouble_room.tell_missing(library)
            library = None
        self.bench.open(library, own=own, samples=samples, desk=self.place.desk())

    # Building

    def _give_commands(self) -> None:
        """Menus, tool bar and keys; the first room that has a command of that name does it."""
        doers = (
            self, self.pane_room, self.page_room, self.intake_room, self.evidence_room, self.handing_room,
            self.briefings_room, self.theme_room, self.library_room, self.alone_room, self.search_room,
            self.palette_room, self.keeping_room, self.strip_room, self.preference_room,
            self.original_room, self.proof_room, OrderRoom(self, self.enquiries, self.settings),
        )  # fmt: skip
        self.actions_by_name = add_actions(self, doers)
        self.alone_room.follow(self.actions_by_name)
        self.palette_room.follow(self.actions_by_name, self.menu_room.at_hand)
        self.preference_room.follow(self.actions_by_name)

    def _connect(self) -> None:
        self.redressed.connect(self.dress)
        bench = self.bench
        CardRoom(self, bench, self.search_room, self.evidence_room.open_source)
        bench.opened.connect(self._on_opened)
        bench.themes_changed.connect(self._on_themes)
        bench.desk_changed.connect(self._on_desk)
        bench.at_hand.connect(self._on_at_hand)
        bench.listed.connect(self._on_listed)
        bench.carded.connect(self.model.put)
        bench.counted.connect(self._on_counted)
        bench.saved.connect(self._on_saved)
        bench.unsaved.connect(self._on_unsaved)
        self.banner_text.linkActivated.connect(self._use_own)
        for text in (self.notice_text, self.job):
            text.linkActivated.connect(self._on_link)
        bench.refused.connect(self.tell)
        bench.history_shown.connect(self._on_history)
        bench.intake.progressed.connect(self._on_progressed)
        self.enquiries.backed.connect(self.model.set_backing)
        self.cards.rested.connect(self._on_rested)
        self.enquiries.rating.connect(self.sidebar.show_rating)
        self.model.wanted.connect(self._on_wanted)
        self.model.outdated.connect(bench.list_soon)
        self.model.toggled.connect(lambda card: bench.toggle([card]))
        self.cards.toggled.connect(bench.toggle)
        self.cards.opened.connect(lambda card: self.evidence_room.open_source(card.passage))
        self.cards.dismissed.connect(bench.dismiss)
        self.cards.copied.connect(self.copy_quotation)
        self.cards.asked_why.connect(self._show_why)
        self.cards.chosen.connect(lambda card: self._mark_on_page(card.passage))
        self.order.moved.connect(bench.move)
        self.order.left_out.connect(lambda item: bench.leave_out([item.whole]))
        self.order.opened.connect(lambda item: self.evidence_room.open_source(item.passage))
        self.order.chosen.connect(lambda item: self._mark_on_page(item.passage))
        self.order.parked.connect(lambda item, on: bench.park(item, on=on))
        self.sidebar.themes_ticked.connect(
            lambda ids: bench.set("themes", list(ids or NO_THEME), mark("Themes"))
        )
        self.search.textChanged.connect(self._on_typed)
        self.lists.currentChanged.connect(self._show_list)
        self.preview.set_wanted.connect(bench.set)

    # Answers of the workbench

    @Slot(object, bool)
    def _on_opened(self, themes: tuple[Theme, ...], sample: bool) -> None:
        self._on_themes(themes)
        self.banner_text.setText(with_links(say(_SAMPLE_TEXT), ("own", say("Use my own sources…"))))
        self.show_banner(on=sample)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        """Show a folder or copy a path; the rooms do what their own links say."""
        sort, _, rest = link.partition(":")
        if sort in ("copy", "file"):
            self.notice.hide()
        if sort == "copy":
            QGuiApplication.clipboard().setText(rest)
        elif sort == "file":
            QDesktopServices.openUrl(QUrl(link))

    @Slot(str)
    def _on_saved(self, told: str) -> None:
        self.saved.setText(told)

    @Slot(str)
    def _on_unsaved(self, why: str) -> None:
        if self.saved.property("alarm") is not bool(why):
            self.saved.setProperty("quiet", not why)
            self.saved.setProperty("alarm", bool(why))
            self.saved.style().polish(self.saved)
        if why:
            self.saved.setText(why)

    @Slot(object)
    def _on_themes(self, themes: tuple[Theme, ...]) -> None:
        self._themes = themes
        titles = {theme.id: theme.title for theme in themes}
        self.model.set_titles(titles)
        self.cards.painter_of_cards.titles = titles
        self.dress()

    @Slot(object)
    def _on_desk(self, desk: Desk) -> None:
        """What a person does shows at once, before it is on the disk."""
        self.model.set_desk(desk)
        self.lists.setTabText(1, f"{say('In briefing')} {len(desk.included)}")
        self.order.show_desk(desk, self._themes)
        if desk.colours != self._colours:
            self.dress()
        self.sidebar.show_desk(desk)
        self.preview.show_desk(desk)
        self.setWindowTitle(f"{desk.settings.title or desk.name} – Briefing")
        self._allow_export(on=bool(desk.included))
        title = desk.settings.title or desk.name
        self.actions_by_name["show_briefings"].setIconText(
            f"{apart(shorten(title, 26, placeholder='…'))} ▾"
        )

    def _allow_export(self, *, on: bool) -> None:
        for name in ("ask_export", "export_again", "copy_command", "print_page"):
            self.actions_by_name[name].setEnabled(on)

    @Slot(object, object)
    def _on_at_hand(self, undo: str | None, redo: str | None) -> None:
        undoing = say("Undo {act}", act=undo) if undo else say("Undo")
        redoing = say("Redo {act}", act=redo) if redo else say("Redo")
        for name, sign, told, title in (("undo", "↶", undoing, undo), ("redo", "↷", redoing, redo)):
            action = self.actions_by_name[name]
            action.setText(with_letter(told, letter_of(action.text())))
            action.setIconText(sign)
            action.setToolTip(told)
            action.setEnabled(title is not None)

    @Slot(object)
    def _on_listed(self, listed: Listed) -> None:
        with self.cards.keeping_place():
            self.model.show(listed)
        self.lists.setTabText(0, f"{say('Candidates')} {number(len(listed.numbers))}")
        self._show_list(self.lists.currentIndex())

    @Slot(object, object)
    def _on_counted(self, counts: dict[str, int], facets: tuple[Facet, ...]) -> None:
        sources = say_many("{n} source", "{n} sources", counts["sources"])
        excerpts = say_many("{n} excerpt", "{n} excerpts", counts["excerpts"])
        self.counts.setText(f"{sources} · {excerpts}")
        self.sidebar.show_counts(counts, facets)

    @Slot(object)
    def _on_history(self, steps: tuple[Step, ...]) -> None:
        history(steps, self.bench.go_to, self).open()

    # What a person does

    def ask_title(self) -> None:
        """Ask for the title on the first page."""
        now = self.bench.desk.settings.title
        title, given = QInputDialog.getText(
            self, say("Title"), say("Title of the briefing:"), text=now
        )
        if given:
            self.bench.set("title", title.strip(), mark("Change the title"))

    def show_keys(self) -> None:
        """Show the keys on one sheet, to be searched; choosing a line does what it says, where it can."""
        sheet = Chooser(say("Keys"), say("Find a key"), self)
        for action in self.actions_by_name.values():
            if key := key_told(action.shortcut().toString()):
                sheet.add(plain(action.text()), action.trigger, key, enabled=action.isEnabled())
        for key, text in LIST_KEYS:
            sheet.add(say(text), self.pane_room.focus_list, say(key))
        sheet.fit()
        sheet.open()

    def copy_quotation(self) -> None:
        """Copy the selected quotation with its citation."""
        cards = self.cards.cards()
        if cards:
            card = cards[0]
            text = quotation(card.text, card.label, card.published)
            QGuiApplication.clipboard().setText(text)

    def _mark_on_page(self, passage: Passage) -> None:
        item = self.bench.desk.item(passage)
        self.preview.page.select(item.passage if item else passage, reveal=True)

    def _show_why(self, card: ShownCard) -> None:
        backing = self.enquiries.backing(card.passage)
        titles = {theme.id: theme.title for theme in self._themes}
        WhyPopover(card, titles, backing, self).show_at(self.cards.foot())

    def _on_typed(self, _: str) -> None:
        if self.lists.currentIndex() == LIBRARY_TAB:
            self.library_room.list_sources()

    def _on_wanted(self, page: int, numbers: Sequence[int]) -> None:
        self.bench.fetch(self.model.generation, page, numbers)

    def _on_progressed(self, *_: object) -> None:
        """Where nothing is listed yet, what has been found meanwhile is."""
        if not self.model.numbers:
            self.bench.list_soon()

    def _on_rested(self, cards: Sequence[ShownCard]) -> None:
        self.enquiries.weigh([card.passage for card in cards])

    def _use_own(self, _: str) -> None:
        self.show_banner(on=False)
        self.bench.open(own=True)

    def _show_list(self, which: int) -> None:
        empty = which == 0 and not self.model.numbers
        parts = (self.empty if empty else self.cards, self.order, self.sources)
        self.stack.setCurrentWidget(parts[which])
        self.chips.setVisible(which == 0)
        self.order_button.setVisible(which == 0)
        self.grouping_button.setVisible(which == ORDER_TAB)
        if which == LIBRARY_TAB:
            self.library_room.list_sources()

    def undo(self) -> None:
        """Undo the last act."""
        self.bench.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self.bench.redo()

    def show_history(self) -> None:
        """Show the steps that can be gone back to."""
        self.bench.show_history()

    def swap_scheme(self) -> None:
        """From light to dark, and back."""
        self._wardrobe.swap_scheme()
        self.dress()

    def next_density(self) -> None:
        """Show more on each card, or less."""
        self._wardrobe.next_density()
        self.dress()

    def larger(self) -> None:
        """Larger text."""
        self._wardrobe.larger()
        self.dress()

    def smaller(self) -> None:
        """Smaller text."""
        self._wardrobe.smaller()
        self.dress()

    def dress(self) -> None:
        """Dress everything in the colours, size and density that are chosen."""
        self._colours = self.bench.desk.colours
        self._wardrobe.dress(self._themes, self._colours)
        self.fold()
        self.sidebar.show_desk(self.bench.desk)
        self.order.show_desk(self.bench.desk, self._themes)

    # Qt's side

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's colours when they change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ThemeChange and self.settings.scheme == "system":
            self.dress()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files; only their number is looked at."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            desk, count = self.bench.desk, len(event.mimeData().urls())
            told = say_many(
                "Drop to add {n} file or folder to {briefing}", "Drop to add {n} files to {briefing}",
                count, briefing=desk.settings.title or desk.name,
            )  # fmt: skip
            self.shade.tell(told)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They go elsewhere."""
        self.shade.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped files in."""
        self.shade.hide()
        urls = event.mimeData().urls()
        self.intake_room.add([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where everything was, and stop what runs; nothing that was done is lost."""
        why = self.bench.finish()
        if why is not None and self.trouble_room.keeps_open(why):
            event.ignore()
            return
        self.alone_room.together()
        self.place.end()
        self.settings.save()
        self.theme_room.close()
        self.proof_room.close()
        self.bench.close()
        event.accept()
