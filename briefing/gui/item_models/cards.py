"""The list of excerpts: numbers only; the cards themselves come by pages, when they are to be seen."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    Signal,
)

from briefing.gui.language import locale
from briefing.model.desk import Backing, Desk, Listed, ShownCard
from briefing.model.passage import Passage
from briefing.retold import retell
from briefing.words import ENGLISH, mark, say, say_many, spoken, translates

PAGE = 64
"""Cards fetched at once."""
_KEPT = 40
"""Pages of cards that are remembered."""
_FEW = 8
"""Cards that are painted one by one when they change; of more, all in sight are."""
CARD = int(Qt.ItemDataRole.UserRole)
"""Role of the `ShownCard` itself."""
INCLUDED = CARD + 1
"""Role of "is it in the briefing"."""
SIGNS = CARD + 2
"""Role of the short words for a trim and a note."""
BACKING = CARD + 3
"""Role of who else says so: a `Backing`, or `None` where that is not known yet."""
FOLD = CARD + 4
"""Role of the reprints of a card: a `Fold`, or `None` where there are none."""
FACE = CARD + 5
"""Role of all that is painted of a card at once: a `Face`, or `None` while it is on its way."""
CHANGED = mark("CHANGED")
"""The sign of what has changed since the last edition: who agrees, who says otherwise, the source."""
_OF_A_CARD = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_Index = QModelIndex | QPersistentModelIndex


class Fold(Struct, frozen=True):
    """What is folded under a card: so many reprints, shown below it or not.

    With no `count` the card itself is one that was unfolded.
    """

    count: int = 0
    open: bool = False

    def told(self) -> str:
        """As a card says it."""
        if not self.count:
            return f"↳ {say('reprint')}"
        return f"{'▾' if self.open else '▸'} {reprints(self.count)}"

    def spoken(self) -> str:
        """As a screen reader says it."""
        if not self.count:
            return say("A reprint.")
        if self.open:
            return say_many(
                "{n} reprint below; R folds it.", "{n} reprints below; R folds them.", self.count
            )
        return say_many(
            "{n} reprint folded; R shows it.", "{n} reprints folded; R shows them.", self.count
        )


class Face(Struct, frozen=True):
    """What is painted of a card; each of its parts has a role of its own, too."""

    card: ShownCard
    included: bool
    signs: tuple[str, ...]
    backing: Backing | None
    fold: Fold | None


class CardModel(QStringListModel):
    """Excerpts by rank. `wanted` asks for a page of cards; `put` gives it.

    The rows are counted by Qt's own model, which holds an empty string for each: a view asks for
    that number once a row whenever it lays itself out, and 50,000 answers of Python take 90 ms.
    """

    wanted = Signal(int, object)
    """Number of a page of cards, and the numbers of its excerpts."""
    toggled = Signal(object)
    """A `ShownCard` whose tick was clicked."""
    outdated = Signal()
    """Excerpts that are listed are no more: the library was analysed anew meanwhile."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed = Listed(())
        self._open: set[int] = set()
        """Excerpts whose reprints are shown below them."""
        self._numbers: Sequence[int] = ()
        self._folded: dict[int, Fold] = {}
        self._pages: OrderedDict[int, tuple[ShownCard | None, ...]] = OrderedDict()
        self._before: dict[int, ShownCard] = {}
        """Cards of earlier lists, which stand in for those of this one until these come."""
        self._asked: set[int] = set()
        self._included: frozenset[Passage] = frozenset()
        self._trimmed: frozenset[Passage] = frozenset()
        self._noted: frozenset[Passage] = frozenset()
        self._changed: frozenset[Passage] = frozenset()
        self._titles: dict[str, str] = {}
        self._backing: Mapping[Passage, Backing] = {}
        self._generation = 0

    @property
    def generation(self) -> int:
        """Counts the lists that were shown; pages of an older one are not put."""
        return self._generation

    @property
    def numbers(self) -> Sequence[int]:
        """The excerpts listed, best first."""
        return self._numbers

    def everything(self) -> frozenset[int]:
        """The excerpts listed, those that are folded away among them."""
        return frozenset(self._numbers).union(*self._listed.folds.values())

    def swap_fold(self, number: int) -> None:
        """Show the reprints of the excerpt of that number below it, or fold them again."""
        self._open ^= {number}
        self.show(self._listed)

    def head_of(self, number: int) -> int | None:
        """The excerpt under which the reprint of that number is folded, if it is one."""
        folds = self._listed.folds.items()
        return next((head for head, others in folds if number in others), None)

    def show(self, listed: Listed) -> None:
        """List excerpts; reprints that were unfolded stay so."""
        self._listed = listed
        self._folded = {
            head: Fold(len(others), head in self._open) for head, others in listed.folds.items()
        }
        unfolded = [head for head in listed.folds if head in self._open]
        numbers = listed.numbers
        if unfolded:
            self._folded |= {one: Fold() for head in unfolded for one in listed.folds[head]}
            below = {head: (head, *listed.folds[head]) for head in unfolded}
            numbers = [one for number in numbers for one in below.get(number, (number,))]
        self._list(numbers)

    def _list(self, numbers: Sequence[int]) -> None:
        cards = (card for page in self._pages.values() for card in page if card)
        self._before |= {card.number: card for card in cards}
        for number in list(self._before)[: -PAGE * _KEPT]:
            del self._before[number]
        self._numbers = numbers
        self._pages.clear()
        self._asked.clear()
        self._generation += 1
        self.setStringList([""] * len(numbers))

    def put(self, generation: int, page: int, cards: Sequence[ShownCard]) -> None:
        """Take a page of cards that was asked for."""
        if generation != self._generation:
            return
        by_number = {card.number: card for card in cards}
        wanted = self._numbers[page * PAGE : (page + 1) * PAGE]
        self._pages[page] = tuple(by_number.get(number) for number in wanted)
        self._asked.discard(page)
        if len(by_number) < len(wanted):
            self.outdated.emit()
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(first + PAGE, len(self._numbers)) - 1
        self.dataChanged.emit(self.index(first), self.index(last))

    def set_desk(self, desk: Desk) -> None:
        """Know what is in the briefing, what was trimmed, and what has a note."""
        signs = desk.trimmed(), frozenset(desk.remarks)
        included = desk.chosen()
        changed = included ^ self._included
        self._included = included
        if signs != (self._trimmed, self._noted):
            self._trimmed, self._noted = signs
            self._show_anew(0, len(self._numbers) - 1)
        elif len(changed) > _FEW:
            self._show_anew(0, len(self._numbers) - 1)
        else:
            for row in map(self.row_of, changed):
                if row is not None:
                    self._show_anew(row, row)

    def _show_anew(self, first: int, last: int) -> None:
        if self._numbers:
            ends = self.index(first), self.index(last)
            self.dataChanged.emit(*ends, [INCLUDED, Qt.ItemDataRole.CheckStateRole])

    def set_backing(self, backing: Mapping[Passage, Backing]) -> None:
        """Know how many origins say what the cards say."""
        self._backing = backing
        if self._numbers:
            self.dataChanged.emit(self.index(0), self.index(0), [BACKING])

    def set_changed(self, passages: frozenset[Passage]) -> None:
        """Know of which excerpts something has changed since the last edition."""
        if passages != self._changed:
            self._changed = passages
            self._show_anew(0, len(self._numbers) - 1)

    def set_titles(self, titles: dict[str, str]) -> None:
        """Know what the themes are called."""
        self._titles = titles

    def card(self, row: int) -> ShownCard | None:
        """The card in `row`, if it is at hand; else it is asked for."""
        page, place = divmod(row, PAGE)
        cards = self._pages.get(page)
        if cards is not None:
            self._pages.move_to_end(page)
            return cards[place] if place < len(cards) else None
        if page not in self._asked:
            self._asked.add(page)
            self.wanted.emit(page, self._numbers[page * PAGE : (page + 1) * PAGE])
        return self._before.get(self._numbers[row])

    def row_of(self, passage: Passage) -> int | None:
        """The row of a passage, among the cards at hand."""
        for page, cards in self._pages.items():
            for place, card in enumerate(cards):
                if card and card.passage == passage:
                    return page * PAGE + place
        for number, card in self._before.items():
            if card.passage == passage and number in self._numbers:
                return list(self._numbers).index(number)
        return None

    def number(self, row: int) -> int:
        """The number of the excerpt in `row`, whether its card is at hand or not."""
        return self._numbers[row]

    def signs(self, card: ShownCard) -> tuple[str, ...]:
        """What a person did with a card: trimmed it, wrote a note."""
        told = []
        if card.passage in self._changed:
            told.append(say(CHANGED))
        if card.passage in self._trimmed:
            told.append(f"✂ {say('trimmed')}")
        if card.passage in self._noted:
            told.append(f"✎ {say('note')}")
        return tuple(told)

    def is_included(self, card: ShownCard) -> bool:
        """Whether a card is in the briefing."""
        return card.passage in self._included

    # Qt's side

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A card can be selected, ticked and dragged."""
        return _OF_A_CARD if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """What is known of a card; nothing while it is on its way."""
        if not index.isValid() or not 0 <= index.row() < len(self._numbers):
            return None
        card = self.card(index.row())
        if card is None:
            return None
        if role == FACE:  # asked for each card that comes into sight
            return self._face(card)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.text
            case Qt.ItemDataRole.CheckStateRole:
                state = Qt.CheckState
                return state.Checked if self.is_included(card) else state.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row(), card)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return say("Why: {reasons}", reasons="; ".join(map(retell, card.because)))
            case _ if role == CARD:
                return card
            case _ if role == SIGNS:
                return self.signs(card)
            case _ if role == BACKING:
                return self._backing.get(card.passage)
            case _ if role == FOLD:
                return self._folded.get(card.number)
            case _ if role == INCLUDED:
                return self.is_included(card)
        return None

    def setData(
        self, index: _Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        """Tick or untick a card; the act itself is somebody else's."""
        card = self.card(index.row()) if index.isValid() else None
        if role != Qt.ItemDataRole.CheckStateRole or card is None:
            return False
        self.toggled.emit(card)
        return True

    def _face(self, card: ShownCard) -> Face:
        backing, fold = self._backing.get(card.passage), self._folded.get(card.number)
        return Face(card, self.is_included(card), self.signs(card), backing, fold)

    def _spoken(self, row: int, card: ShownCard) -> str:
        themes = ", ".join(self._titles.get(theme, theme) for theme in card.themes)
        parts = [
            say("Included.") if self.is_included(card) else say("Not included."),
            say(
                "Rank {row} of {all}, {themes}.", row=row + 1, all=len(self._numbers), themes=themes
            ),
            say("Quote: {words}", words=card.text),
            say("Said by {name}.", name=card.speaker) if card.speaker else say("Speaker unknown."),
            f"{card.label}, {spell(card.published)}.",
            f"{told_backing(backing)[2:]}." if (backing := self._backing.get(card.passage)) else "",
            f"{_raised(against[2:])}." if (against := told_against(card, backing)) else "",
            *(f"{_raised(sign.lstrip('✂✎ '))}." for sign in self.signs(card)),
            fold.spoken() if (fold := self._folded.get(card.number)) else "",
        ]
        return " ".join(part for part in parts if part)


def told_backing(backing: Backing) -> str:
    """How many agree, as a card says it: origins, and what repeats one of them told apart."""
    return _backed(backing.origins, backing.repeats, spoken())


@lru_cache(1000)
def _backed(origins: int, repeats: int, _language: str) -> str:
    """Said once in each language: a card is painted again with each step of scrolling."""
    beside = f" ({reprints(repeats)})" if repeats else ""
    if origins > 1:
        return f"● {say_many('{n} agrees', '{n} agree', origins)}{beside}"
    return f"◌ {say('single source')}{beside}"


def told_against(card: ShownCard, backing: Backing | None) -> str:
    """How many sources say otherwise, as a card says it; empty if none is known to."""
    count = backing.against if backing else 0
    if count:
        return f"▲ {say_many('{n} conflicts', '{n} conflict', count)}"
    return f"▲ {say('sources conflict')}" if card.disputed else ""


def reprints(count: int) -> str:
    """So many reprints."""
    return say_many("{n} reprint", "{n} reprints", count)


def spell(day: date | None, *, whole: bool = False) -> str:
    """A day as people write it, `12 Apr 2024`; "no date" if there is none. `whole` has `April`."""
    return say("no date") if day is None else _spelt(day, whole, spoken())


@lru_cache(4000)
def _spelt(day: date, whole: bool, _language: str) -> str:
    # For translators: a day of a month, such as 12 April 2024.
    return say(
        "{day} {month} {year}", day=day.day, month=_month(day, whole=whole), year=f"{day:%Y}"
    )


def spell_short(day: date) -> str:
    """A day of this year, `12 Apr`."""
    # For translators: a day of the present year, such as 12 April.
    return say("{day} {month}", day=day.day, month=_month(day, whole=False))


def spell_month(day: date) -> str:
    """The month of a day, `April 2024`."""
    # For translators: a month of a year, such as April 2024.
    return say("{month} {year}", month=_month(day, whole=True), year=f"{day:%Y}")


def decimal(value: float) -> str:
    """A number with one digit behind the point."""
    told = f"{value:.1f}"
    return told.replace(".", locale().decimalPoint()) if translates() else told


def percent(share: float) -> str:
    """A share of one as percent."""
    # For translators: how percent are written, such as 40 %.
    return say("{share}%", share=f"{share:.0%}"[:-1])


def _month(day: date, *, whole: bool) -> str:
    if spoken() == ENGLISH:
        return f"{day:%B}" if whole else f"{day:%b}"
    form = QLocale.FormatType.LongFormat if whole else QLocale.FormatType.ShortFormat
    return locale().monthName(day.month, form)


def _raised(words: str) -> str:
    """With a capital letter first."""
    return words.capitalize() if words.isupper() else words[:1].upper() + words[1:]
