"""Speakers, origins, reprints and the whole analysis: text a second, and what one more article costs.

Floors in the same run: looking at every word of the same text once, which no analysis can do
without, and the same article added to a small library.
"""

import random
import re
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from msgspec.structs import replace

from benches.kit.timing import verdict
from briefing.analysis.analyse import Scope, analyse
from briefing.analysis.examining import examine
from briefing.analysis.reprints import Shelf, reprints
from briefing.model.source import Kind, Segment, Source
from briefing.text.sentences import sentences
from briefing.workflow.catalogue import starter_themes
from briefing.workflow.wording import lexicon

ARTICLES = Path(__file__).resolve().parent.parent / "seeds" / "articles"
MANY, FEW, WORDS = 20_000, 200, 350
LEAST_MB = 2.0
MOST_SECONDS = 20.0
MOST_TIMES = 2.0
ROUNDS = 5
NAMES = (
    "Ald Bor Cran Dun Esk Fal Gar Hal Ing Jor Kel Lund Mor Nor Os Pell Quin Rav Skar Tor".split()
)
ENDS = "berg by dale en field gate holm ing land mark nes rud stad ten ton vik wick".split()
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\w+")


def article(name: str, text: str) -> Source:
    """An article of nothing but body."""
    body = tuple(Segment(*found.span(), Kind.BODY) for found in _PARAGRAPH.finditer(text))
    return Source(name, name, "", "text/plain", text, body)


def samples() -> list[Source]:
    """The sample articles, thirty times over."""
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in sorted(ARTICLES.glob("*.txt"))
    ]
    return [article(f"{turn}-{at}", text) for turn in range(30) for at, text in enumerate(texts)]


def made(count: int, seed: int = 1) -> list[Source]:
    """Articles of words drawn by how common they are; every fiftieth is cut from the one before."""
    chance = random.Random(seed)  # noqa: S311
    vocabulary = sorted({word for each in samples()[:9] for word in _WORD.findall(each.text)})
    weights = [1 / rank for rank in range(1, len(vocabulary) + 1)]
    chance.shuffle(vocabulary)
    found: list[Source] = []
    row: list[str] = []
    for number in range(count):
        row = row[:250] if number % 50 == 49 else chance.choices(vocabulary, weights, k=WORDS)
        found.append(article(f"{seed}-{number}", " ".join(row)))
    return found


def mixed(megabytes: float) -> list[Source]:
    """Articles of sentences of the samples in a new order, with other names and other digits.

    So none reprints another, and yet each holds all that the analysis looks for.
    """
    chance = random.Random(1)  # noqa: S311
    found: list[Source] = []
    size = 0.0
    texts = [source.text for source in samples()[:9]]
    lines = [line for text in texts for line in text.split("\n") if len(line) > 200]
    pool = [text[slice(*span)] for text in lines for span in sentences(text)]
    while size < megabytes:
        words = [_other_names(words, chance) for words in chance.sample(pool, 24)]
        text = "\n\n".join(" ".join(words[at : at + 3]) for at in range(0, 24, 3))
        day = date(2024, 4, 1) + timedelta(chance.randrange(30))
        one = article(f"mixed-{len(found)}", text)
        found.append(replace(one, published=day, publisher=f"House {chance.randrange(40)}"))
        size += len(text.encode()) / 1e6
    return found


def _other_names(words: str, chance: random.Random) -> str:
    def other(found: re.Match[str]) -> str:
        if found[0].isdigit():
            return str(chance.randrange(10))
        return f"{chance.choice(NAMES)}{chance.choice(ENDS)}" if chance.random() < 0.5 else found[0]

    return re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}|\d(?!\d{3})", other, words)


def whole() -> int:
    """Megabytes of text a second through all of the analysis, its themes and its selection too."""
    sources, words, themes = mixed(LEAST_MB), lexicon(), starter_themes()
    scope = Scope(8, 90, today=date(2024, 5, 1))
    seconds = median(cpu(lambda: analyse(sources, themes, words, scope)) for _ in range(3))
    return verdict("seconds for 2 MB, whole analysis", seconds, 1.0)


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds that `work` takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def reading() -> int:
    """Megabytes of text a second through speakers, origins and reprints."""
    sources, words = samples(), lexicon()
    others = made(len(sources))
    size = sum(len(source.text.encode()) for source in sources) / 1e6
    floor = median(
        cpu(lambda: [_WORD.findall(source.text) for source in sources]) for _ in range(ROUNDS)
    )
    share = size / sum(len(source.text.encode()) / 1e6 for source in others)
    spent = {
        "speakers and origins": median(
            cpu(lambda: [examine(source, words) for source in sources]) for _ in range(ROUNDS)
        ),
        "reprints": median(share * cpu(lambda: reprints(others)) for _ in range(ROUNDS)),
    }
    for name, seconds in {"every word once": floor, **spent}.items():
        print(f"{name:28}{size / seconds:9.1f} MB/s")
    print(f"all, in words looked at once {sum(spent.values()) / floor:9.1f} times")
    return verdict("seconds for 2 MB", LEAST_MB * sum(spent.values()) / size, 1.0)


def growing() -> int:
    """Reprints among many, and one more article beside many and beside few."""
    many = made(MANY)
    status = verdict(f"seconds for {MANY} articles", cpu(lambda: reprints(many)), MOST_SECONDS)
    further, costs = made(FEW, seed=2), {}
    for count in (FEW, MANY):
        shelf = Shelf()
        for source in many[:count]:
            shelf.put(source)
        costs[count] = cpu(partial(_add, shelf, further))
    return max(status, verdict("one more beside many / few", costs[MANY] / costs[FEW], MOST_TIMES))


def _add(shelf: Shelf, sources: list[Source]) -> None:
    for source in sources:
        shelf.add(source)


def main() -> int:
    """Time, print and judge; returns the exit status."""
    return max(reading(), whole(), growing())


if __name__ == "__main__":
    sys.exit(main())
