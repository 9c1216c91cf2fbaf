"""The raster picture of a drawing, read again by Pillow."""

from io import BytesIO

import pytest
from PIL import Image, ImageColor

from briefing.model.drawing import Box, Drawing, Ink, Label
from briefing.model.look import Look
from briefing.writers.word.figures import inks
from briefing.writers.word.raster import png

COLOURS = inks(Look())


def _read(drawing: Drawing) -> Image.Image:
    with Image.open(BytesIO(png(drawing, COLOURS))) as picture:
        picture.load()
        return picture.convert("RGB")


@pytest.mark.parametrize("ink", list(Ink))
def test_each_ink_has_its_colour(ink: Ink) -> None:
    picture = _read(Drawing(72, 36, (Box(10, 10, 40, 20, fill=ink),)))

    assert picture.size == (150, 75)
    assert picture.getpixel((60, 40)) == ImageColor.getrgb(COLOURS[ink])


def test_the_colours_are_those_of_the_look() -> None:
    colours = inks(Look(ink="#5A0A0A", accent="#000000"))
    picture = png(Drawing(72, 36, (Box(0, 0, 72, 36, fill=Ink.INK),)), colours)

    with Image.open(BytesIO(picture)) as read:
        assert read.convert("RGB").getpixel((40, 40)) == (0x5A, 0x0A, 0x0A)


def test_words_are_drawn_from_their_ink_to_the_paper() -> None:
    picture = _read(Drawing(72, 36, (Label(5, 20, "Moss", size=14.0),)))
    shades = {shade for _, shade in picture.getcolors() or ()}

    assert {ImageColor.getrgb(COLOURS[ink]) for ink in (Ink.INK, Ink.PAPER)} <= shades


def test_the_same_drawing_gives_the_same_bytes() -> None:
    drawing = Drawing(72, 36, (Label(5, 20, "Moss"),))

    assert png(drawing, COLOURS) == png(drawing, COLOURS)


@pytest.mark.parametrize("text", ["Port\nof call", "\t\r", "\ud800", "\x00"], ids=ascii)
def test_a_label_of_any_characters_is_drawn(text: str) -> None:
    assert png(Drawing(72, 36, (Label(0, 20, text),)), COLOURS).startswith(b"\x89PNG")
