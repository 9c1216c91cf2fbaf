"""How a source's exact words are set: quotation marks in typographic form, spaces as spaces.

Each character becomes one character, so that offsets hold and a proof can fold it back.
"""

import re

# Compiled when first used: most texts need none of them.
_SPACES = r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_LOW_AND_HIGH = frozenset({"de", "cs", "sk", "sl", "bg", "et", "is", "lt"})
_LOWERED = {"“": "„", "”": "“"}
_OPENERS = "([{—–/“‘-\"'"
_UNSEEN = "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"


def curl(text: str, before: str = "", language: str | None = None) -> str:
    """`text` with straight quotation marks curled; `before` is what stands in front of it.

    Marks after digits (feet, inches) and marks already curled stay as they are. In a `language`
    whose words stand „between low and high marks“ double ones become those.
    """
    if not text.isprintable():
        text = re.sub(_SPACES, " ", text)
    if '"' not in text and "'" not in text:
        return text
    curled = re.sub("[\"']", lambda found: _mark(text, found.start(), before), text)
    if '"' in text and language is not None and language[:2] in _LOW_AND_HIGH:
        return "".join(
            _LOWERED.get(new, new) if old == '"' else new
            for old, new in zip(text, curled, strict=True)
        )
    return curled


def bare(text: str) -> str:
    """`text` without control and direction characters, each shown as U+FFFD."""
    return re.sub(_UNSEEN, "\ufffd", text)


def _mark(text: str, at: int, before: str) -> str:
    character = text[at]
    previous = text[at - 1] if at else before[-1:]
    following = text[at + 1 : at + 2]
    if character == "'" and following.isdigit() and not previous.isalnum():
        return "’"
    if previous.isdigit() and not following.strip() and text.count(character, 0, at) % 2 == 0:
        return character
    opens = not previous or previous.isspace() or previous in _OPENERS
    if opens and (not following or following.isspace()):
        opens = False
    if character == '"':
        return "“" if opens else "”"
    return "‘" if opens else "’"
