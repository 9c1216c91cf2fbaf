"""Look files: what they say is taken, what they leave out stays, faults are all told at once."""

import pytest

from briefing.compose import parse_look
from briefing.errors import RecipeError
from briefing.model.look import Look
from briefing.resources import asset


def forbidden(font: bytes) -> bytes:
    """`font` with the bit set that forbids to embed it."""
    entry = font.index(b"OS/2")
    start = int.from_bytes(font[entry + 8 : entry + 12], "big")
    return font[: start + 8] + b"\0\2" + font[start + 10 :]


def test_an_empty_file_changes_nothing() -> None:
    look = parse_look("", "look.toml")

    assert (look.page, look.size, look.accent) == ("A4", 10.5, Look().accent)
    assert look.left == pytest.approx(Look().left)


def test_what_the_file_says_is_taken() -> None:
    look = parse_look('page = "Letter"\naccent = "#801020"\nmargin-left = 25.4\n', "look.toml")

    assert (look.page, look.accent) == ("Letter", "#801020")
    assert look.left == pytest.approx(72.0)


def test_optical_margins_can_be_switched_off() -> None:
    assert parse_look("", "look.toml").optical_margins
    assert not parse_look("optical-margins = false\n", "look.toml").optical_margins


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(RecipeError) as raised:
        parse_look('accent = "red"\nsize = 40\nmargin-top = 2\nfont = "x"\n', "look.toml")

    for key in ("accent", "size", "margin-top", "font"):
        assert key in str(raised.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("margin-top = 18", "“margin-top” must lie between 19 and 70"),
        ("margin-bottom = 15", "“margin-bottom” must lie between 19 and 70"),
        ("margin-left = 14", "“margin-left” must lie between 15 and 70"),
    ],
)
def test_the_text_keeps_clear_of_what_stands_above_and_below(text: str, said: str) -> None:
    with pytest.raises(RecipeError, match=said):
        parse_look(text, "look.toml")


FONT = asset("fonts/SourceSans3-Regular.ttf").read_bytes()
PNG = b"\x89PNG\r\n\x1a\n rest"


def test_fonts_and_logo_are_taken_from_beside_the_file() -> None:
    files = {"a.ttf": FONT, "b.ttf": FONT, "logo.png": PNG}
    text = 'text-fonts = ["a.ttf", "b.ttf"]\nlogo = "logo.png"\n'

    look = parse_look(text, "look.toml", files.get)

    assert [font.name for font in look.text_fonts] == ["a.ttf", "b.ttf"]
    assert look.heads_fonts == ()
    assert look.logo == PNG


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(None, "no file", id="missing"),
        pytest.param(b"OTTO" + FONT[4:], "TrueType", id="other outlines"),
        pytest.param(FONT[:2000], "TrueType", id="cut off"),
        pytest.param(forbidden(FONT), "forbids", id="not to be embedded"),
    ],
)
def test_a_font_that_cannot_be_used_is_a_fault(data: bytes | None, said: str) -> None:
    with pytest.raises(RecipeError, match=said):
        parse_look('heads-fonts = ["a.ttf"]', "look.toml", {"a.ttf": data}.get)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param('logo = "a.gif"', "neither", id="no picture"),
        pytest.param('logo = "b.png"', "no file", id="missing"),
        pytest.param('logo = "../a.png"', "beside", id="in another folder"),
        pytest.param('logo = "x\\\\a.png"', "beside", id="in a folder of Windows"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_a_fault(text: str, said: str) -> None:
    with pytest.raises(RecipeError, match=said):
        parse_look(text, "look.toml", {"a.gif": b"GIF89a", "a.png": PNG, "../a.png": PNG}.get)
