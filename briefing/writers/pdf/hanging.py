"""Optical margins: signs at the edge of a line hang over it a little, so that the edge looks straight.

A hyphen or a full stop that ends just at the edge leaves a hole there for the eye. By how much each
kind of sign hangs over is what TeX's microtype has found to look right (R. Schlicht, "The microtype
package", after Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting system", 2000).
The few hundredths that it gives some letters are left out: then words of letters alone cost nothing.
"""

from collections.abc import Sequence

from briefing.writers.pdf.coding import SOFT_HYPHEN

_SHARES = (
    (".", 0.0, 0.7),
    (",:", 0.0, 0.5),
    (";", 0.0, 0.3),
    ("!?", 0.0, 0.1),
    ("-" + SOFT_HYPHEN, 0.5, 0.5),
    ("–", 0.2, 0.2),
    ("—", 0.15, 0.15),
    ("‘’'", 0.3, 0.4),
    ('“”"', 0.3, 0.3),
    ("‚„", 0.4, 0.4),
    ("‹", 0.4, 0.3),
    ("›", 0.3, 0.4),
    ("«»", 0.2, 0.2),
    ("(", 0.1, 0.0),
    (")", 0.0, 0.2),
    ("/", 0.1, 0.2),
    ("*", 0.2, 0.2),
    ("+", 0.25, 0.25),
    ("¡¿", 0.1, 0.0),
)
"""Of signs the shares of their widths that stand over the left edge, and over the right one."""


def hanging(
    codes: dict[str, int], widths: Sequence[float]
) -> tuple[dict[str, int], dict[str, int]]:
    """By how much signs of a face may hang over the left edge, and over the right one.

    `codes` and `widths` are those of `Face`; so are the lengths.
    """
    known = [
        (one, widths[codes[one]], left, right)
        for signs, left, right in _SHARES
        for one in signs
        if one in codes
    ]
    lefts = {one: round(wide * share) for one, wide, share, _ in known if share}
    rights = {one: round(wide * share) for one, wide, _, share in known if share}
    return lefts, rights
