"""Lines of a paragraph: never over the edge, flush where asked, hyphens where words allow."""

import random
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.passage import Passage
from briefing.writers.pdf import atoms
from briefing.writers.pdf.atoms import Breaking
from briefing.writers.pdf.faces import face
from briefing.writers.pdf.hyphenation import hyphenator
from briefing.writers.pdf.lines import Line, Span, _Mixed, _tailed, set_lines
from briefing.writers.pdf.look import SERIF
from briefing.writers.pdf.runs import Run
from tests.writers.pdf.operators import Shown, read_line

HARBOUR = (
    "Engineers measured unusually strong currents near the breakwater throughout September, and "
    "the commissioner acknowledged that insurers had requested additional documentation "
    "concerning navigational responsibilities of the municipality. "
)


def lines(text: str, measure: float, *, justified: bool = False) -> list[Shown]:
    run = Run(text, SERIF, 10.0, "#000000")
    made = set_lines((run,), Breaking(measure, justified))
    return [read_line(line, SERIF, 10.0) for line in made.shown]


def words(shown: list[Shown]) -> list[str]:
    return "".join(line.text.removesuffix("\xad") for line in shown).split()


@given(
    st.lists(st.text("abcdeWAVfi-—é/(\\)", min_size=1, max_size=60), min_size=1, max_size=40),
    st.floats(60, 400),
    st.booleans(),
)
def test_no_line_is_overfull_and_no_word_is_lost(
    drawn: list[str], measure: float, justified: bool
) -> None:
    shown = lines(" ".join(drawn), measure, justified=justified)

    assert words(shown) == " ".join(drawn).split()
    # A kern with what follows a break may add a fraction of a point.
    assert max(line.width for line in shown) <= measure + 0.5


@pytest.mark.parametrize("parts", [("Moss", "\xa0: the harbour"), ("«\xa0", "Moss harbour")])
def test_a_space_at_which_no_line_ends_is_one_space_at_the_edge_of_a_run(
    parts: tuple[str, str],
) -> None:
    def width(*texts: str) -> float:
        runs = tuple(Run(text, SERIF, 10.0, "#000000") for text in texts)
        return set_lines(runs, Breaking(300.0, justified=False)).wide

    assert width(*parts) == pytest.approx(width("".join(parts)), abs=0.3)


def test_justified_lines_end_at_the_edge_but_the_last() -> None:
    *shown, last = lines(HARBOUR * 4, 300.0, justified=True)

    assert [line.width for line in shown] == pytest.approx([300.0] * len(shown), abs=0.1)
    assert last.width < 300.0


def test_ragged_lines_are_even_and_take_no_hyphens() -> None:
    *shown, _ = lines(HARBOUR * 4, 300.0)

    assert min(line.width for line in shown) > 300.0 * 0.76
    assert not any("\xad" in line.text for line in shown)


def test_total_fit_is_never_less_even_than_filling_lines_one_by_one() -> None:
    def unevenness(ends: list[float]) -> float:
        return sum((300.0 - wide) ** 2 for wide in ends[:-1])

    text = HARBOUR * 3
    greedy: list[str] = [""]
    for word in text.split():
        longer = f"{greedy[-1]} {word}".strip()
        if lines(longer, 1e6)[0].width > 300.0:
            greedy.append(word)
        else:
            greedy[-1] = longer
    filled = [lines(line, 1e6)[0].width for line in greedy]

    assert unevenness([line.width for line in lines(text, 300.0)]) <= unevenness(filled)


@given(st.integers(), st.floats(150, 460), st.floats(6, 16), st.booleans())
def test_words_are_parted_alike_where_only_those_that_a_line_can_end_in_are_looked_at(
    seed: int, measure: float, size: float, hangs: bool
) -> None:
    drawn = random.Random(seed).choices((HARBOUR + "Strathbogie, a O’Kane-Ferreira;").split(), k=90)
    half = len(drawn) // 2
    runs = [
        Run(" ".join(drawn[:half]), SERIF, 10.0, "#000000"),
        Run(" " + " ".join(drawn[half:]), SERIF, size, "#000000"),
    ]
    how = Breaking(measure, justified=True, hangs=hangs)
    found = set_lines(runs, how), set_lines(runs[:1], how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(atoms, "_near", lambda made, *_: range(len(made.words)))
        assert (set_lines(runs, how), set_lines(runs[:1], how)) == found


@pytest.mark.parametrize(
    ("language", "word", "parts"),
    [
        pytest.param("en-GB", "responsibilities", "re-spon-si-bil-i-ties", id="English"),
        pytest.param("de", "hafenverwaltung", "ha-fen-ver-wal-tung", id="German"),
        pytest.param("en", "Washington", "Washington", id="names stay whole"),
        pytest.param("xx", "responsibilities", "responsibilities", id="language unknown"),
    ],
)
def test_hyphens_stand_where_the_language_lets_them(language: str, word: str, parts: str) -> None:
    edges = (0, *hyphenator(language)(word), len(word))

    assert "-".join(word[a:b] for a, b in pairwise(edges)) == parts


def test_kerning_draws_pairs_together() -> None:
    pair, one, other = (lines(text, 400.0)[0].width for text in ("AV", "A", "V"))

    assert pair < one + other


@given(
    st.text("abcfi WAV-—é", max_size=300),
    st.sampled_from([" ", ""]),
    st.booleans(),
    st.floats(40, 400),
)
def test_a_paragraph_with_a_tail_is_set_as_any_of_several_runs(
    text: str, space: str, noted: bool, measure: float
) -> None:
    how = Breaking(measure)
    head = Run(f"Quay {text}".strip() + space, SERIF, 10.0, "#000000", passage=Passage("s", 0, 1))
    mark = Run("00", SERIF, 6.0, "#001122", 3.0, note=0)
    link = Run("[12]", SERIF, 10.0, "#001122", goto="source-12")
    tail = mark if noted else link

    short, whole = _tailed(head, tail, how), _Mixed((head, tail), how).lines()

    if short is not None:
        assert [bare(line) for line in short.shown] == [bare(line) for line in whole.shown]
        assert [box[0] for box in short.boxes] == [box[0] for box in whole.boxes]
        rights = [box[2] for box in whole.boxes]
        assert [box[2] for box in short.boxes] == pytest.approx(rights, abs=1e-6)
        assert (short.marks, short.faces, short.base) == (whole.marks, whole.faces, whole.base)
        assert short.wide == pytest.approx(whole.wide)


@given(st.text("abcfi WAV-—é[3]", max_size=60), st.floats(20, 400))
def test_a_link_alone_is_set_as_any_of_several_runs(text: str, measure: float) -> None:
    how = Breaking(measure)
    link = Run(f"Quay {text}", SERIF, 10.0, "#001122", goto="source-12")

    short, whole = set_lines((link,), how), _Mixed((link,), how).lines()

    assert [bare(line) for line in short.shown] == [bare(line) for line in whole.shown]
    assert [span(line) for line in short.shown] == pytest.approx([*map(span, whole.shown)])
    assert (short.base, short.faces, short.odd) == (whole.base, whole.faces, whole.odd)
    assert short.linked
    assert short.wide == pytest.approx(whole.wide)


def span(line: Line) -> float:
    """Where the one link of a line ends."""
    (one,) = line
    assert isinstance(one, Span)
    assert one.left == 0.0
    return one.right


def bare(line: Line) -> list[bytes]:
    """The operators of a line, part by part."""
    parts = (line,) if isinstance(line, bytes) else line
    return [p if isinstance(p, bytes) else p.before + b"|" + p.behind for p in parts]


_HUNG = re.compile(rb"(?:Tw)?\[(\d*)\(")


def _edges(measure: float) -> list[tuple[float, Shown]]:
    """Of lines that hang over their edges where each begins, and what it shows."""
    text = (HARBOUR + "“Surveyors, insurers; and engineers,” they said: “A new channel.” ") * 4
    run = Run(text, SERIF, 10.0, "#000000")
    made = set_lines((run,), Breaking(measure, justified=True, hangs=True)).shown
    begun = [found for line in made if isinstance(line, bytes) and (found := _HUNG.search(line))]
    assert len(begun) == len(made)
    return [
        (float(found[1] or 0) / 100, read_line(line, SERIF, 10.0))
        for found, line in zip(begun, made, strict=True)
    ]


def test_signs_hang_over_the_edges_by_their_share_and_letters_end_at_them() -> None:
    of = face(SERIF)
    shares = {".": 0.7, ",": 0.5, ":": 0.5, ";": 0.3, "”": 0.3, "\xad": 0.5}
    seen = set()
    for measure in range(300, 420, 15):
        for begin, shown in _edges(float(measure))[:-1]:
            last = shown.text.rstrip(" ")[-1]
            over = shares.get(last, 0.0) * of.widths[of.codes[last]] / 100
            assert begin == pytest.approx(
                0.3 * of.widths[of.codes["“"]] / 100 if shown.text[0] == "“" else 0.0, abs=0.01
            )
            assert shown.width == pytest.approx(measure + over, abs=0.15)
            seen |= {shown.text[0] == "“" and "“", last}

    assert seen >= {"“", ".", ",", "\xad"}
