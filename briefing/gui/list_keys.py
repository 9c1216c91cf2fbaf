"""Keys that lists, the source and the page take for themselves, with what they do."""

from briefing.words import mark

LIST_KEYS = (
    (mark("Space"), mark("Include or leave out")),
    (mark("Enter"), mark("Show the source")),
    ("X", mark("Dismiss; among what was dismissed, bring back")),
    ("W", mark("Why it is ranked so")),
    ("C", mark("Compare with other sources")),
    ("N", mark("A note beside it, never printed")),
    ("R", mark("Show the reprints that are folded under a card, or fold them")),
    ("[ ] { }", mark("In the source: move the start, move the end")),
    ("M", mark("In the source: more like the selection, by a theme; Esc: back")),
    ("N, B", mark("In the source: next, previous excerpt; with Ctrl+PgDown, Ctrl+PgUp: source")),
    ("`", mark("On the page, held: as it was before the last change")),
    ("J, K", mark("Next, previous; F3: next that is not in the briefing")),
    (mark("1 to 9"), mark("Put under the n-th theme of the sidebar")),
    (mark("Ctrl+Enter"), mark("Put under a theme, from a menu")),
    ("Alt+↑ ↓", mark("Move in the briefing; with Ctrl+Shift to the top or bottom")),
    ("Alt+← →", mark("Move to the theme before or after")),
    ("P", mark("Held on a card: its source; in the briefing: park, or print again")),
)
"""A key and a sentence each, to be said."""
