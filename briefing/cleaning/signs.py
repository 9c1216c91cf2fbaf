"""What speaks for and against each line of a text copy: signs in words, for the scorer to weigh.

A sign is a short phrase, so that a judgment can be shown as the signs that made it. None of them
is a phrase of one site; most are about shape, place and neighbours and hold in any language.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.cleaning.lines import Feature

_SIZES = (1, 3, 5, 9, 15, 25, 40, 70)
_SIZE_NAMES = ("0", "1-2", "3-4", "5-8", "9-14", "15-24", "25-39", "40-69", "70+")
_SHARES = (0.001, 0.15, 0.3, 0.45, 0.6, 0.8)
_NEAR_SIZES = (1, 15, 40, 80, 160, 300)
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w*")
_GLUED = re.compile(r"[a-zß-ÿ.!?][A-ZÀ-Þ][a-zß-ÿ]+ ")
_LEGAL = re.compile(
    r"\b(?:personal (?:data|information)|third part(?:y|ies)|consent|opt(?:ing)?[- ]out|cookies?|"
    r"ad ?block\w*|browser|e-?mail address|privacy|spam|moderat(?:ed|or|ion)|trademarks?|"
    r"headquartered in|global (?:provider|leader)|datenschutz|einwilligung|données|cookies)\b",
    re.IGNORECASE,
)
_QUOTES = re.compile('["“”„«»]')
_MARKED = (
    "repeated", "credit", "caption", "promotion", "asked", "blurb", "edited", "end", "url",
    "bullet", "tight", "ends",
)  # fmt: skip
_AROUND = ((-2, "two above"), (-1, "above"), (1, "below"), (2, "two below"))


def signs(features: Sequence[Feature], core: tuple[int, int]) -> list[list[str]]:
    """The signs of each line; `core` is the densest run of paragraphs, found beforehand."""
    shapes = [_shape(feature) for feature in features]
    topics = _topics(features)
    near = _near(features)
    rows = []
    ended = False
    total = sum(feature.count for feature in features if feature.prose) or 1
    read = 0
    for index, feature in enumerate(features):
        ended = ended or (feature.end and read > 0)
        row = ["line", shapes[index], *_own(feature), topics[index], near[index]]
        for step, name in _AROUND:
            other = index + step
            row.append(f"{name}: {shapes[other] if 0 <= other < len(shapes) else 'nothing'}")
        row.extend(_marks_around(features, index))
        row.append(_place(index, core))
        row.append(f"of the prose above: {bisect_right(_SHARES, read / total)}/6")
        if ended:
            row.append(f"below an end mark, {'prose' if feature.prose else 'no prose'}")
        rows.append(row)
        read += feature.count if feature.prose else 0
    return rows


def _shape(feature: Feature) -> str:
    size = _SIZE_NAMES[bisect_right(_SIZES, feature.count)]
    end = "sentence" if feature.ends else "colon" if feature.text.endswith(":") else "open"
    return f"{size} words, {end}{', bullet' if feature.bullet else ''}"


def _own(feature: Feature) -> Iterator[str]:
    text = feature.text
    for name in _MARKED:
        if getattr(feature, name):
            yield name
    capitals = len(_CAPITALISED.findall(text))
    yield f"capitals: {bisect_right(_SHARES, capitals / max(feature.count, 1))}/6"
    if _GLUED.search(text):
        yield "headline glued to text"
    if _LEGAL.search(text):
        yield "legal or company words"
    if _QUOTES.search(text):
        yield "quotation marks"
    if text[:1].islower():
        yield "begins small"
    if any(character.isdigit() for character in text[:30]) and feature.count < 15:  # noqa: PLR2004
        yield "short with figures"
    if "|" in text or " / " in text or " > " in text or "»" in text[-2:]:
        yield "menu marks"
    if text.endswith(("...", "…", "[…]")):
        yield "cut short"
    if text.endswith("?"):
        yield "question"
    yield f"indent {min(feature.indent, 6)}"
    yield f"gap above {min(feature.gap, 3)}"


def _marks_around(features: Sequence[Feature], index: int) -> Iterator[str]:
    for step, name in ((-1, "above"), (1, "below")):
        if 0 <= index + step < len(features):
            other = features[index + step]
            for mark in ("credit", "promotion", "end", "blurb", "repeated", "url"):
                if getattr(other, mark):
                    yield f"{name}: {mark}"
            yield f"{name}: indent {'same' if other.indent == features[index].indent else 'other'}"


def _topics(features: Sequence[Feature]) -> list[str]:
    """How many of a line's long words the paragraphs of the page share."""
    words = [frozenset(map(str.lower, _LONG_WORD.findall(feature.text))) for feature in features]
    spread = Counter(word for own, feature in zip(words, features, strict=True)
                     if feature.prose for word in own)  # fmt: skip
    rows = []
    for own, feature in zip(words, features, strict=True):
        least = 2 if feature.prose else 1
        shared = sum(spread[word] > least for word in own) / len(own) if own else 0.0
        size = "long" if feature.count >= 15 else "short"  # noqa: PLR2004
        rows.append(f"{size}, words shared: {bisect_right(_SHARES, shared)}/6")
    return rows


def _near(features: Sequence[Feature]) -> list[str]:
    prose = [float(feature.count) if feature.prose else 0.0 for feature in features]
    rows = []
    for index in range(len(prose)):
        before = sum(prose[max(0, index - 3) : index])
        behind = sum(prose[index + 1 : index + 4])
        rows.append(
            f"prose near: {bisect_right(_NEAR_SIZES, before)} above, "
            f"{bisect_right(_NEAR_SIZES, behind)} below"
        )
    return rows


def _place(index: int, core: tuple[int, int]) -> str:
    first, last = core
    if first <= index < last:
        return "in the core"
    distance = first - index if index < first else index - last + 1
    side = "above" if index < first else "below"
    return f"{side} the core by {'1-3' if distance <= 3 else '4-10' if distance <= 10 else 'more'}"  # noqa: PLR2004
