"""What is known of the quotations in the briefing, beside what they say; and how they are grouped."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from briefing.gui.citing import quotation
from briefing.gui.frame import Frame, with_links
from briefing.gui.grouping import SECTIONS
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.enquiries import Enquiries
from briefing.gui.widgets.list_tabs import ORDER_TAB
from briefing.model.desk import Included
from briefing.words import say

_GROUPING = "grouping"
_BY_SECTIONS = "order:sections"
"""The link that groups by the sections of the page."""


class OrderRoom(QObject):
    """Joins "In briefing" to the enquiries: who else says so, who says otherwise; and to its grouping."""

    def __init__(self, frame: Frame, enquiries: Enquiries, settings: WindowSettings) -> None:
        super().__init__(frame)
        self._frame, self._enquiries, self._settings = frame, enquiries, settings
        enquiries.backed.connect(frame.order.show_backing)
        frame.order.rested.connect(self._on_rested)
        frame.order.copied.connect(self._copy)
        frame.order.kept_in_place.connect(self._tell_kept)
        frame.order.sections_needed.connect(self._by_sections)
        frame.notice_text.linkActivated.connect(self._on_link)
        frame.grouping_button.changed.connect(self._group)
        frame.grouping_button.choose(settings.text(_GROUPING))

    def ask_grouping(self) -> None:
        """Show by what the quotations can be grouped."""
        self._frame.lists.setCurrentIndex(ORDER_TAB)
        self._frame.grouping_button.open()

    @Slot()
    def _group(self) -> None:
        by = self._frame.grouping_button.chosen
        self._settings.keep(_GROUPING, by)
        self._frame.order.group_by(by)
        if _BY_SECTIONS in self._frame.notice_text.text():  # what it tells of is over
            self._frame.notice.hide()

    @Slot()
    def _by_sections(self) -> None:
        self._frame.grouping_button.choose(SECTIONS)

    @Slot()
    def _tell_kept(self) -> None:
        told = say("Quotations are moved where the list shows the order of the page.")
        self._frame.tell(with_links(told, (_BY_SECTIONS, say("Group by template sections"))))

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link == _BY_SECTIONS:
            self._by_sections()
            self._frame.order.setFocus()

    @Slot(object)
    def _on_rested(self, items: Sequence[Included]) -> None:
        self._enquiries.weigh([item.whole for item in items])

    @Slot(object)
    def _copy(self, item: Included) -> None:
        text = quotation(item.text, item.label, item.published)
        QGuiApplication.clipboard().setText(text)
