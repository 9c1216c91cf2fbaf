"""Whether a displayed quotation begins and ends where its source's sentences do."""

import re

# “ and ‘ close words in German and in languages beside it, « in some.
_OPENERS, _CLOSERS = "([", "\"'”’»“‘)].!?…,;:%"
_BEHIND = r"[\"'”’»“‘«)\]」』）]*+"
_FULL = "。！？｡．"
"""Stops of Chinese and Japanese, behind which no space stands."""
_BEGINS = re.compile(rf"(?:\n|[.!?…:•]{_BEHIND}\s+|[{_FULL}]{_BEHIND}\s*)\s*$")
_ENDS = re.compile(rf"[.!?…:{_FULL}]{_BEHIND}$")
# A title never ends a sentence; “theme.Trump” is two sentences that lost their space.
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Rev|Hon|St|vs)\.$"
)
_RUN_ON = re.compile(rf"[a-z][.!?…]{_BEHIND}$")
_MARKS = "\"'“‘«„"
"""A mark before the words may be left out: it says only that somebody speaks."""
_WIDTHLESS = re.compile("[\xad\u200b-\u200d\u2060\ufeff]+")
_LETTER = re.compile(r"\w")
_NEAR = 5
"""Signs within which words begin, behind the sign of an item of a list."""
_AROUND = 80
_SHOWN = 40


def cut_at_start(text: str, start: int) -> str:
    """What stands before `start` and belongs to the words there; nothing where a sentence begins."""
    before = _WIDTHLESS.sub("", text[max(0, start - _AROUND) : start])
    unmarked = before.rstrip(_MARKS)
    if not unmarked or unmarked[-1].isspace():
        before = unmarked
    if not before.strip():
        return ""
    if before[-1] in _OPENERS or before[-1] in _MARKS:
        return before[-1]
    first = _LETTER.search(text, start, start + _NEAR)
    if _RUN_ON.search(before) and first and first[0].isupper():
        return ""
    begins = _BEGINS.search(before) and not _TITLE.search(before.rstrip())
    return "" if begins else before.strip()[-_SHOWN:]


def cut_at_end(text: str, end: int) -> str:
    """What stands behind `end` and belongs to the words there; nothing where a sentence ends."""
    behind = _WIDTHLESS.sub("", text[end : end + _AROUND])
    if not behind.strip():
        return ""
    last = _WIDTHLESS.sub("", text[max(0, end - _AROUND) : end])[-8:]
    opens = behind[0] == '"' and behind[1:2].isupper() and _ENDS.search(last)
    if behind[0] in _CLOSERS and not opens:
        return behind.split()[0][:_SHOWN]
    if behind.lstrip(" \t\xa0").startswith("\n") or (
        _ENDS.search(last) and not _TITLE.search(last)
    ):
        return ""
    return behind.strip()[:_SHOWN]
