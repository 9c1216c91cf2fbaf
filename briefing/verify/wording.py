"""What a verdict says of the words that differ."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from briefing.model.report import Change

_LONGEST = 120
_FEW = 6
"""Words: what leaves out more mostly leaves out a thought with its own negation."""
_NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|neither|nor|cannot|without|[a-z]+n['’]t|nicht|nie|niemals|kein(?:e[mnrs]?)?|ohne"
    r"|ne|pas|jamais|aucune?|sans|no|nunca|non|mai|não|niet|geen|inte|ikke)\b|\bn['’](?=\w)",
    re.IGNORECASE,
)
_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_LOOKALIKE = frozenset(
    "CYRILLIC GREEK ARMENIAN CHEROKEE COPTIC LISU FULLWIDTH MATHEMATICAL".split()
)
"""First words of the names of letters that are taken for Latin ones."""
_OTHERS = (
    "\u0370-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1d26-\u1d2b\u1f00-\u1fff\u2c80-\u2cff\u2de0-\u2dff"
    "\ua4d0-\ua4ff\ua640-\ua69f\uab70-\uabbf\uff21-\uff5a\U0001d400-\U0001d7ff"
)
_OTHER = re.compile(f"[{_OTHERS}]")
"""Where such letters stand: most texts have none."""
_ALIKE = re.compile(f"[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f{_OTHERS}]+")
"""Words of these and of Latin letters: what a hyphen joins are two, and other scripts end them."""


def tell_changes(changes: Iterable[Change]) -> str:
    """Each change in words."""
    return "; ".join(map(_told, changes))


def negation_left_out(change: Change) -> str | None:
    """The negation among the few words that an editor's mark stands for, without which others say more."""
    words = change.source.split()
    if not change.legal or len(words) > _FEW or _NEGATION.search(change.printed):
        return None
    found = _NEGATION.search(change.source)
    return found[0] if found else None


def tell_strange(text: str) -> str:
    """What in `text` deceives the eye: letters of another script in a word, direction marks."""
    return "; ".join(dict.fromkeys(_strange(text)))


def _told(change: Change) -> str:
    printed, source = _short(change.printed), _short(change.source)
    if change.legal and change.source:
        return f"{printed} stands for “{source}”"
    if change.legal:
        return f"{printed} is put in"
    if not printed:
        return f"“{source}” is left out without an ellipsis"
    if not source:
        return f"“{printed}” is not in the source"
    return f"“{printed}” is printed where the source has “{source}”"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _strange(text: str) -> Iterator[str]:
    if text.isascii():
        return
    for character in text:
        if character in _DIRECTIONS:
            yield f"the direction mark U+{ord(character):04X} is among the words"
    for word in _ALIKE.findall(text) if _OTHER.search(text) else ():
        scripts = {_script(letter) for letter in word if letter.isalpha()}
        if len(scripts) > 1 and "LATIN" in scripts and scripts & _LOOKALIKE:
            names = [letter for letter in word if _script(letter) in _LOOKALIKE]
            told = ", ".join(f"U+{ord(letter):04X}" for letter in dict.fromkeys(names))
            yield f"“{word}” mixes scripts: {told} only look like Latin letters"


def _script(letter: str) -> str:
    if letter.isascii():
        return "LATIN"
    return unicodedata.name(letter, "").partition(" ")[0]
