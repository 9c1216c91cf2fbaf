"""The letters by which commands of a menu are chosen: found anew in each language, each once in a menu."""

from collections.abc import Sequence

_SIGN = "&"


def plain(text: str) -> str:
    """The words of a menu's line as they are read."""
    return text.replace(_SIGN * 2, "\0").replace(_SIGN, "").replace("\0", _SIGN)


def escaped(words: str) -> str:
    """Words as a menu's line has them: an ampersand in them is no sign of a letter."""
    return words.replace(_SIGN, _SIGN * 2)


def letter_of(text: str) -> str:
    """The letter that chooses a menu's line, in lower case; empty if none does."""
    _, sign, rest = text.replace(_SIGN * 2, "").partition(_SIGN)
    return rest[:1].casefold() if sign else ""


def with_letter(words: str, letter: str) -> str:
    """Words with the sign before `letter`, at the beginning of a word if it begins one."""
    starts = [n for n, one in enumerate(words) if letter and one.casefold() == letter]
    if not starts:
        return escaped(words)
    at = next((n for n in starts if _begins(words, n)), starts[0])
    return f"{escaped(words[:at])}{_SIGN}{escaped(words[at:])}"


def lettered(texts: Sequence[str]) -> list[str]:
    """The lines of a menu, each with a letter of its own as far as there are any.

    A line that has its letter already keeps it. Beginnings of words are liked best, and to give as
    many lines a letter as can have one, a line may yield its first choice to another.
    """
    kept = {letter_of(text) for text in texts} - {""}
    liked = {
        place: [one for one in _liked(text) if one not in kept]
        for place, text in enumerate(texts) if not letter_of(text)
    }  # fmt: skip
    holder: dict[str, int] = {}

    def finds(place: int, tried: set[str]) -> bool:
        """Whether a line finds a letter, if need be by letting its holder find another."""
        free = next((letter for letter in liked[place] if letter not in holder), "")
        for letter in [free] if free else liked[place]:
            if letter not in tried:
                tried.add(letter)
                if letter not in holder or finds(holder[letter], tried):
                    holder[letter] = place
                    return True
        return False

    for place in liked:
        finds(place, set())
    found = {place: letter for letter, place in holder.items()}
    return [
        with_letter(text, found.get(place, "")) if place in liked else text
        for place, text in enumerate(texts)
    ]


def _begins(words: str, at: int) -> bool:
    return at == 0 or not words[at - 1].isalnum()


def _liked(words: str) -> list[str]:
    """Letters of `words`, those that begin a word first."""
    letters = [(n, one.casefold()) for n, one in enumerate(words) if one.isalpha()]
    first = [one for n, one in letters if _begins(words, n)]
    return list(dict.fromkeys((*first, *(one for _, one in letters))))
