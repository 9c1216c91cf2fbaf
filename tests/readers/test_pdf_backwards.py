"""Lines of Hebrew and Arabic come out as they are read, with figures and words in other letters."""

import pytest

from briefing.readers.pdf_backwards import in_order, is_backwards


def _read(seen: str) -> str:
    """What is read of the signs `seen`, which stand side by side as a page shows them."""
    boxes = [(10.0 * at, 0.0, 10.0 * at + 9, 10.0) for at in range(len(seen))]
    read = in_order([*map(ord, seen)], boxes.__getitem__)
    return "".join(read.turned.get(at, seen[at]) for at in read.order)


def _shown(*words: str) -> str:
    """A line as a page shows it, whose `words` follow from the right; brackets are as they look."""
    looks = str.maketrans("()«»", ")(»«")
    turned = (
        word.translate(looks)[::-1] if is_backwards(ord(word[0])) or not word[0].isalnum() else word
        for word in words
    )
    return "".join(reversed(list(turned)))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("הרציף", " ", "7", " ", "במאי", " ", "2024", "."), id="a day"),
        pytest.param(("ב", "-", "11", " ", "במאי"), id="a figure behind a dash"),
        pytest.param(("נגד", " ", "COVID-19", " ", "עד"), id="a word with a figure"),
        pytest.param(("מטוסי", " ", "F-16", " ", "ו", "-", "F-35"), id="letters before figures"),
        pytest.param(("המשרד", " ", "(", "שהוקם", " ", "ב", "-", "1948", ")"), id="brackets"),
        pytest.param(("כי", " ", "15%", " ", "או", " ", "12.5%"), id="per cent in Hebrew"),
        pytest.param(("أن", " ", "15", "%", " ", "من"), id="per cent in Arabic"),
        pytest.param(("حتى", " ", "2023", "-", "2024", "،", " ", "في"), id="years in Arabic"),
        pytest.param(("قيمته", " ", "١٬٥٠٠", " ", "مليون"), id="Arabic figures"),
        pytest.param(
            ("ذكرت", " ", "صحيفة", " ", "The Times", ".", " ", "وقال"), id="words of a name"
        ),
        pytest.param(("الثلاثاء", " ", "(", "7/5/2024", ")", "."), id="a day in brackets"),
    ],
)
def test_a_line_is_read_from_the_right_and_what_is_in_it_from_the_left(
    words: tuple[str, ...],
) -> None:
    assert _read(_shown(*words)) == "".join(words)


def test_a_name_that_ends_a_line_above_has_its_stop_behind_it() -> None:
    assert _read("שלום שלום שלום"[::-1] + "\n.Times") == "שלום שלום שלום\nTimes."


def test_what_stands_in_english_text_keeps_its_place() -> None:
    assert _read("He said םולש to me.") == "He said שלום to me."


def test_one_sign_for_lam_and_alef_is_read_as_both() -> None:
    places = [40.0, 30.0, 20.0, 20.0, 10.0]
    codes = [*map(ord, "دوالر")]
    read = in_order(codes, lambda at: (places[at], 0.0, places[at] + 9, 10.0))

    assert "".join(chr(codes[at]) for at in read.order) == "دولار"
