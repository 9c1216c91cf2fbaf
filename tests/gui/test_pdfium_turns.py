"""Export proves its file with the library that draws the page, on another thread."""

from collections.abc import Callable
from io import BytesIO
from threading import Event, Thread

from reportlab.pdfgen.canvas import Canvas

from briefing.gui.printing import Pictures
from briefing.model.output import Written
from briefing.turns import PDFIUM
from briefing.verify.pdf_engine import read_pages

_LONG = 60
_MOMENT = 0.2


def _file() -> bytes:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.drawString(100, 700, "The bridge was opened on Monday.")
    canvas.save()
    return file.getvalue()


def _waits(work: Callable[[], object]) -> bool:
    """Whether `work` is done only after another has had its turn at PDFium."""
    done = Event()

    def told() -> None:
        work()
        done.set()

    thread = Thread(target=told)
    with PDFIUM:
        thread.start()
        waited = not done.wait(_MOMENT)
    return done.wait(_LONG) and waited


def test_a_proof_and_the_pages_on_the_screen_take_turns_at_pdfium() -> None:
    data, pictures = _file(), Pictures()

    assert _waits(lambda: read_pages(data))
    assert _waits(lambda: pictures.open(1, Written(data)))
    assert _waits(lambda: pictures.draw(1, [0], 1.0))
    assert _waits(lambda: pictures.letters(1, [0]))
    assert _waits(pictures.close)
