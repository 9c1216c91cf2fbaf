"""Learns the weights by which `briefing.cleaning` judges the lines of text copies.

Reads pages with hand-made article texts (`web-extract` and `publisher-pages` under a data folder,
as their descriptions say), learns a logistic regression with AdaGrad (Duchi, Hazan, Singer 2011)
and writes `briefing/cleaning/weights.py`. The data stay where they are; the table holds signs and
numbers only.

Usage: python tools/learn_lines.py DATA
"""

import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.cleaning.lines import Feature, features
from briefing.cleaning.signs import signs
from briefing.cleaning.textcopy import find_article
from briefing.errors import SourceError
from briefing.readers import read

Example = tuple[list[str], bool, float]

_TOKEN = re.compile(r"\w+")
_ROUNDS = 12
_STEP = 0.2
_PENALTY = 10.0
"""Price of a weight's square over all examples: a sign of a few pages stays small."""
_LEAST = 0.03
_TARGET = Path(__file__).resolve().parent.parent / "briefing" / "cleaning" / "weights.py"


def pages(data: Path) -> Iterator[tuple[Path, str]]:
    """Each text copy with its article's text."""
    answers = json.loads((data / "web-extract" / "gold.json").read_text("utf-8"))
    golds = {("web-extract", name): row["articleBody"] for name, row in answers.items()}
    rows = (data / "publisher-pages" / "gold.jsonl").read_text("utf-8").splitlines()
    golds |= {("publisher-pages", row["id"]): row["body"] for row in map(json.loads, rows)}
    for (folder, name), gold in sorted(golds.items()):
        for dump in ("txt_layout", "txt_flat"):
            yield data / folder / dump / f"{name}.txt", gold


def examples(path: Path, gold: str) -> list[Example]:
    """Signs, answer and weight of each line of a copy; all pages weigh alike."""
    try:
        found = features(read(path.read_bytes(), path)[0])
    except SourceError:
        return []
    answers = list(_answers(found, gold))
    total = sum(weight for _, weight in answers) or 1.0
    rows = signs(found, find_article(found))
    return [
        (row, answer, 30 * weight / total + 0.02)
        for row, (answer, weight) in zip(rows, answers, strict=True)
    ]


def _answers(found: Sequence[Feature], gold: str) -> Iterator[tuple[bool, float]]:
    tokens = _TOKEN.findall(gold)
    shingles = Counter(tuple(tokens[at : at + 4]) for at in range(len(tokens) - 3))
    whole = f" {' '.join(tokens)} "
    for feature in found:
        own = _TOKEN.findall(feature.text)
        count = len(own) - 3
        if count > 2:
            shared = sum(tuple(own[at : at + 4]) in shingles for at in range(count))
            yield shared >= count / 2, min(len(own), 80) / 20
        else:
            yield bool(own) and f" {' '.join(own)} " in whole, 0.15 if len(own) > 2 else 0.05


def learn(rows: list[Example]) -> dict[str, float]:
    """The weights of all signs in `rows`."""
    weights: defaultdict[str, float] = defaultdict(float)
    steps: defaultdict[str, float] = defaultdict(lambda: 1.0)
    shuffler = random.Random(1)
    times = Counter(sign for row, _, _ in rows for sign in row)
    decay = {sign: _PENALTY / count for sign, count in times.items()}
    for _ in range(_ROUNDS):
        shuffler.shuffle(rows)
        for row, answer, weight in rows:
            score = max(-30.0, min(30.0, sum(weights[sign] for sign in row)))
            slope = weight * (1 / (1 + math.exp(-score)) - answer)
            for sign in row:
                grade = slope + decay[sign] * weights[sign]
                steps[sign] += grade * grade
                weights[sign] -= _STEP * grade / math.sqrt(steps[sign])
    return dict(weights)


def write(weights: dict[str, float], target: Path) -> None:
    """Write the table, strongest sign first."""
    kept = {sign: round(weight, 2) for sign, weight in weights.items() if abs(weight) > _LEAST}
    lines = [
        f'    "{sign}": {weight},'
        for sign, weight in sorted(kept.items(), key=lambda item: (-item[1], item[0]))
    ]
    target.write_text(
        '"""What each sign of a line weighs for the article; learnt by `tools/learn_lines.py`."""\n\n'
        "WEIGHTS: dict[str, float] = {\n" + "\n".join(lines) + "\n}\n",
        "utf-8",
    )


if __name__ == "__main__":
    all_rows = [row for path, gold in pages(Path(sys.argv[1])) for row in examples(path, gold)]
    write(learn(all_rows), _TARGET)
    print(f"{len(all_rows)} lines learnt")
