"""Patterns that match a phrase in its word forms.

“joint exercise” finds “joint exercises”, “upgrade” finds “upgraded” and “upgrading”. A word written
with a capital (“China”, “USFJ”) is a name: only that spelling is found, with its possessive and
plural. Spaces in a phrase match any white space or hyphen; British and American spellings
(“defence”, “defense”) find each other.
"""

import re

_POSSESSIVE = r"(?:['’]s?)?"
# What differs between British and American spelling, as (either, both).
_SPELLINGS = (
    (re.compile(r"(?<=def|off)en[cs](?=e|\()"), "en[cs]"),
    (re.compile(r"(?<=[a-z]{2})i[sz](?=ation)"), "i[sz]"),
    (re.compile(r"(?<=lab|arm)ou?r(?!e)"), "ou?r"),
)
_VOWELS = frozenset("aeiou")
_SHORTEST_INFLECTED = 3


def phrase_pattern(phrase: str) -> str:
    """Source of a regular expression for `phrase` in its word forms, bounded by word edges."""
    parts = re.split(r"[\s-]+", phrase.strip())
    return r"(?<!\w)" + r"[\s-]+".join(map(_word_pattern, parts)) + r"(?!\w)"


def _word_pattern(word: str) -> str:
    if word != word.lower():
        return re.escape(word) + r"(?:s|['’]s?)?"
    if len(word) < _SHORTEST_INFLECTED or not word.isalpha():
        return f"(?i:{re.escape(word)})"
    return f"(?i:{_both_spellings(_inflected(word))}){_POSSESSIVE}"


def _inflected(word: str) -> str:
    if word.endswith("e"):
        return f"{word[:-1]}(?:e[sd]?|ing)"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return f"{word[:-1]}(?:y|ies|ied|ying)"
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}(?:es|ed|ing)?"
    return f"{word}(?:s|{word[-1]}?(?:ed|ing))?"


def _both_spellings(pattern: str) -> str:
    for either, both in _SPELLINGS:
        pattern = either.sub(both, pattern)
    return pattern
