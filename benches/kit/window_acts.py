"""Acts in the open window, and prints what each took, as one line of JSON."""

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

import pypdfium2
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.gui.app import prepare, settings_file
from briefing.gui.page_layout import PageLayout, excerpts
from briefing.gui.settings import WindowSettings
from briefing.gui.view_models.workbench import Workbench
from briefing.gui.window import Window

LONG = 60.0


class Heart(QObject):
    """Beats every 5 ms; the longest time between two beats is how long the window stood still."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = time.perf_counter()
        self.longest = 0.0
        beat = QTimer(self)
        beat.setInterval(5)
        beat.timeout.connect(self._beat)
        beat.start()

    def reset(self) -> None:
        """Begin anew."""
        self._last, self.longest = time.perf_counter(), 0.0

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


class Paints(QObject):
    """Counts what a widget paints."""

    count = 0

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Count, and let everything pass."""
        self.count += event.type() is QEvent.Type.Paint
        return False


class Bench:
    """The open window and the clock."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.window = Window(Workbench(app), WindowSettings(settings_file()))
        self.window.resize(1500, 950)
        self.window.show()
        self.window.bench.open()
        self.heart = Heart(self.window)
        self.swaps: list[float] = []
        self.window.preview.page.swapped.connect(lambda: self.swaps.append(time.perf_counter()))
        self.wait(lambda: bool(self.window.cards.cards() and self.window.bench.desk.name))
        self.settle()

    def wait(self, until: Callable[[], bool], most: float = LONG) -> None:
        """Let the window live until something is so."""
        end = time.perf_counter() + most
        while not until():
            if time.perf_counter() > end:
                raise TimeoutError(until)
            self.app.processEvents()
            time.sleep(0.0005)

    def rest(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.perf_counter() + seconds
        self.wait(lambda: time.perf_counter() > end)

    def settle(self, pause: float = 0.5) -> None:
        """Wait until no further page comes for so many seconds."""
        while True:
            count = len(self.swaps)
            self.rest(pause)
            if len(self.swaps) == count:
                return

    def toggle(self, row: int) -> tuple[float, float]:
        """Milliseconds from Space on a card to its repaint, and to the new page."""
        cards, model = self.window.cards, self.window.model
        cards.setCurrentIndex(model.index(row))
        self.wait(lambda: bool(cards.cards()))
        self.rest(0.15)
        paints, swaps = Paints(cards), len(self.swaps)
        cards.viewport().installEventFilter(paints)
        began = time.perf_counter()
        QTest.keyClick(cards, Qt.Key.Key_Space)
        self.wait(lambda: paints.count > 0)
        painted = time.perf_counter()
        self.wait(lambda: len(self.swaps) > swaps)
        cards.viewport().removeEventFilter(paints)
        return (painted - began) * 1000, (self.swaps[swaps] - began) * 1000

    def include(self, count: int) -> None:
        """Put so many excerpts in, spread over the list, and nothing else."""
        bench, cards = self.window.bench, []
        for place in range(count):
            self.wait(lambda place=place: self.window.model.card(place * 20) is not None)  # type: ignore[misc]
            cards.append(self.window.model.card(place * 20))
        bench.leave_out([item.whole for item in bench.desk.included])
        self.wait(lambda: not bench.desk.included)
        bench.toggle([card for card in cards if card])
        self.wait(lambda: len(bench.desk.included) == count)
        self.wait(self._shows_all)
        self.settle()

    def _shows_all(self) -> bool:
        printed = self.window.preview.page.printed
        if printed is None:
            return False
        on_page = {region.passage for region in excerpts(printed.regions)}
        return on_page >= self.window.bench.desk.places()


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay below."""
    return quantiles(values, n=20)[-1]


def most_memory() -> float:
    """Megabytes that the process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def page_figures(bench: Bench) -> dict[str, float]:
    """G4 to G7, G10 while editing, G12."""
    found: dict[str, float] = {}
    window = bench.window
    window.bench.set("template", "one-page", "Template")
    bench.include(4)
    bench.heart.reset()
    first = [bench.toggle(row) for row in [1, 1, 2, 2, 3, 3, 4, 4] * 3]
    found["G4 key to card repainted, p95 ms"] = p95([one for one, _ in first])
    found["G5 key to new page, one page, p95 ms"] = p95([two for _, two in first])
    printed = window.preview.page.printed
    data = printed.data if printed else b""
    plain = []
    for _ in range(9):
        began = time.perf_counter()
        with pypdfium2.PdfDocument(data) as file:
            file[0].render(scale=window.preview.page.pixels())
        plain.append((time.perf_counter() - began) * 1000)
    page = median([two for _, two in first])
    found["G5 the same, times a plain drawing of that PDF"] = page / median(plain)
    window.bench.set("template", "full", "Template")
    for count in (60, 200):
        bench.include(count)
        spans = [bench.toggle(row)[1] for row in [1, 1, 2, 2, 3, 3, 4, 4]]
        found[f"G6 key to new page, {count} excerpts, p95 ms"] = p95(spans)
        # The goal is of a page of seven; sixty excerpts make more.
        found.setdefault("G13 memory, MB", most_memory())
        bench.settle()
    found |= anchoring(bench)
    bench.include(9)
    bench.heart.reset()
    for row in range(1, 9):
        bench.toggle(row)
    found["G10 longest gap while editing, ms"] = bench.heart.longest
    return found


def anchoring(bench: Bench) -> dict[str, float]:
    """G7: whether the quotation at the top of the view stays, and nothing blank is painted."""
    view = bench.window.preview.page
    bar, blank, drift = view.verticalScrollBar(), 0, 0.0
    for share, row in ((0.3, 11), (0.5, 11), (0.7, 12), (0.6, 12)):
        bench.window.cards.setCurrentIndex(bench.window.model.index(row))
        bench.settle(2.0)
        bar.setValue(round(bar.maximum() * share))
        bench.rest(0.3)
        before = _tops(view)
        bench.toggle(row)
        blank += not view.shows_pictures()
        bench.settle(2.0)
        after = _tops(view)
        first = next((place for place in sorted(before, key=lambda p: before[p])
                      if before[place] >= 0 and place in after), None)  # fmt: skip
        if first is not None:
            drift = max(drift, abs(after[first] - before[first]))
    return {"G7 blank frames": blank, "G7 drift of the anchor, px": drift}


def _tops(view: object) -> dict[object, float]:
    printed = view.printed  # type: ignore[attr-defined]
    layout = PageLayout(printed.sizes, view.scale(), view.viewport().width())  # type: ignore[attr-defined]
    top = view.verticalScrollBar().value()  # type: ignore[attr-defined]
    # The same words may be printed again, beside what differs from them: they are told by how often.
    found: dict[object, float] = {}
    times: Counter[object] = Counter()
    last = None
    for region in excerpts(printed.regions):
        if region.passage != last:
            times[region.passage] += 1
            found[region.passage, times[region.passage]] = layout.box(region)[1] - top
        last = region.passage
    return found


def list_figures(bench: Bench) -> dict[str, float]:
    """G8, G9, G12, G14."""
    window = bench.window
    bar = window.cards.verticalScrollBar()
    bar.setValue(0)
    frames = []
    for step in range(120):
        bar.setValue(bar.value() + (120 if step % 10 else 40_000))
        began = time.perf_counter()
        window.cards.viewport().repaint()
        frames.append((time.perf_counter() - began) * 1000)
        bench.rest(0.01)
    lists: list[float] = []
    window.bench.listed.connect(lambda _: lists.append(time.perf_counter()))
    spans = []
    for text in ("7", "harbour", "sailors", "report 12", "strait summer", ""):
        count, began = len(lists), time.perf_counter()
        window.search.setText(text)
        bench.wait(lambda count=count: len(lists) > count)  # type: ignore[misc]
        spans.append((lists[count] - began) * 1000)
    acts: list[float] = []
    saves: list[float] = []
    window.bench.saved.connect(lambda _: saves.append(time.perf_counter()))
    for number in range(20):
        count, began = len(saves), time.perf_counter()
        window.bench.write("china", [f"Act {number}."])
        bench.wait(lambda count=count: len(saves) > count)  # type: ignore[misc]
        acts.append((saves[count] - began) * 1000)
    switches = []
    for _ in range(4):
        began = time.perf_counter()
        window.swap_scheme()
        window.repaint()
        switches.append((time.perf_counter() - began) * 1000)
    return {
        "G8 scroll frame, p95 ms": p95(frames),
        "G9 search key to list, p95 ms": max(spans),
        "G12 act to durable, median ms": median(acts),
        "G14 theme switch, ms": median(switches),
    }


def adding_figures(bench: Bench, folder: Path) -> dict[str, float]:
    """G10 while adding 250 files, and G11."""
    folder.mkdir()
    seed = "".join(
        f"<p>China has sent {n} ships to the strait, the office of Moss said.</p>"
        for n in range(40)
    )
    for number in range(500):
        title = f"<title>Ships {number}</title></head><body><article><h1>Ships {number}</h1>"
        text = f"<html><head>{title}{seed}</article></body></html>"
        (folder / f"{number}.html").write_text(text, encoding="utf-8")
    ends: list[str] = []
    window = bench.window
    window.bench.intake.told.connect(lambda text: ends.append(text) if text else None)
    window.intake_room.add(sorted(folder.glob("*.html"))[:250])
    bench.heart.reset()
    bar = window.cards.verticalScrollBar()
    while not ends:
        bar.setValue((bar.value() + 300) % max(1, bar.maximum()))
        bench.rest(0.03)
    gap = bench.heart.longest
    ends.clear()
    window.intake_room.add(sorted(folder.glob("*.html"))[250:])
    bench.rest(1.5)
    began = time.perf_counter()
    window.bench.intake.stop()
    bench.wait(lambda: bool(ends))
    stopped = (time.perf_counter() - began) * 1000
    print(ends, file=sys.stderr)
    return {"G10 longest gap while adding 250 files, ms": gap, "G11 cancel to stopped, ms": stopped}


def main() -> None:
    """Act, and print one line."""
    app = QApplication(sys.argv[:1])
    prepare(app)
    bench = Bench(app)
    bench.rest(1.0)
    found = page_figures(bench) | list_figures(bench)
    found["G13 memory after 200 excerpts on 75 pages, MB"] = most_memory()
    found |= adding_figures(bench, settings_file().parent / "files")
    bench.window.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
