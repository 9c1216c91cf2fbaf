"""Imports Jinja2 without what compiles templates: most runs find theirs compiled.

It is the first thing that this room imports.
"""

from briefing.lean import import_lean

import_lean(
    "jinja2",
    ("hashlib", "inspect", "jinja2.bccache", "jinja2.compiler", "jinja2.lexer", "jinja2.parser"),
)
