"""Word forms: which words of a text are a form of a word that a person wrote down.

“exercise” is found as “exercises” and “exercising”, “ally” as “allies”, “defence” also as
“defense”. A word with a capital (“China”, “USFJ”) is a name: only that spelling is found.
"""

import re

_VOWELS = frozenset("aeiou")
_SHORTEST_INFLECTED = 3
# What differs between British and American spelling, as (one, other).
_SPELLINGS = (
    (re.compile(r"(?<=^def)en[cs](?=e|i)|(?<=^off)en[cs](?=e|i)"), ("enc", "ens")),
    (re.compile(r"(?<=[a-z]{2})i[sz](?=ation)"), ("is", "iz")),
    (re.compile(r"(?<=^lab)ou?r|(?<=^arm)ou?r"), ("our", "or")),
)


def is_name(word: str) -> bool:
    """Whether `word` is written as a name, so that only its own spelling is meant."""
    return word != word.lower()


def word_forms(word: str) -> frozenset[str]:
    """The forms of `word`; of a name only itself and its plural."""
    if is_name(word):
        return frozenset((word, f"{word}s"))
    if len(word) < _SHORTEST_INFLECTED or not word.isalpha():
        return frozenset((word,))
    return frozenset(form for spelt in _spellings(word) for form in _inflected(spelt))


def _spellings(word: str) -> set[str]:
    found = {word}
    for either, both in _SPELLINGS:
        found |= {either.sub(one, item) for item in found for one in both if either.search(item)}
    return found


def _inflected(word: str) -> set[str]:
    if word.endswith("e"):
        return {word, f"{word}s", f"{word}d", f"{word[:-1]}ing"}
    if word.endswith("y") and word[-2] not in _VOWELS:
        return {word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"}
    if word.endswith(("s", "x", "ch", "sh")):
        return {word, f"{word}es", f"{word}ed", f"{word}ing"}
    doubled = word + word[-1]
    return {word, f"{word}s", f"{word}ed", f"{word}ing", f"{doubled}ed", f"{doubled}ing"}
