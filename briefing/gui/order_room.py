"""What is known of the quotations in the briefing, beside what they say; notes and copies of them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from briefing.gui.citing import quotation
from briefing.gui.frame import Frame
from briefing.gui.view_models.enquiries import Enquiries
from briefing.model.desk import Included


class OrderRoom(QObject):
    """Joins "In briefing" to the enquiries: who else says so, who says otherwise."""

    def __init__(self, frame: Frame, enquiries: Enquiries) -> None:
        super().__init__(frame)
        self._enquiries = enquiries
        enquiries.backed.connect(frame.order.show_backing)
        frame.order.rested.connect(self._on_rested)
        frame.order.copied.connect(self._copy)

    @Slot(object)
    def _on_rested(self, items: Sequence[Included]) -> None:
        self._enquiries.weigh([item.whole for item in items])

    @Slot(object)
    def _copy(self, item: Included) -> None:
        text = quotation(item.text, item.label, item.published)
        QGuiApplication.clipboard().setText(text)
