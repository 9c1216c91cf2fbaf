"""Whether the words beside an outlet’s name show that its report is passed on, in other languages."""

import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from briefing.analysis.tongues import Tongue

_REACH = 160
"""Characters looked at on either side of a name."""
_MARK = '[„“”»«"]'
_CREDIT_BEFORE = re.compile(
    r"(?:^|[\s.])\((?:(?:mit|avec|con|com|met|with) )?(?:[\w.-]{2,20}(?:/|, | und | et | y | e ))*$"
)
_CREDIT_BEHIND = re.compile(r"(?:(?:/|, | und | et | y | e )[\w.-]{2,20})*\)")
_SIGNED = re.compile(r"(?:^|[/,] ?)$")
_LONGEST_SIGNED = 40
_STOP = re.compile(r"[.!?] (?=[A-ZÀ-Þ„“«»\"])")


class LeaningAbroad(Struct, frozen=True, dict=True):
    """The patterns of one language."""

    tongue: Tongue

    @cached_property
    def _noun(self) -> str:
        """What may stand between the telling word and the name: “den britischen Sender „”."""
        small = _any(self.tongue.determiners | frozenset(("des", "einer", "eines")))
        kinds = _any(self.tongue.outlet_kinds)
        before = r"(?:u\.a\. |unter anderem |entre autres )?"
        return rf"{before}(?:{small}(?: |[’']))?(?:(?:[a-zà-ÿ]{{4,20}} )?{kinds} )?{_MARK}?"

    @cached_property
    def _before(self) -> re.Pattern[str]:
        words = _any(self.tongue.outlet_before)
        return re.compile(rf"(?<![\w-]){words} {self._noun}$", re.IGNORECASE)

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        words = _any(self.tongue.outlet_behind)
        kind = r"(?:[-–][A-ZÀ-Þa-zà-ÿ]+)?"
        return re.compile(rf"{_MARK}?{kind}{_MARK}?(?: [\wÀ-ÿ]+){{0,3}} {words}(?![\w-])")

    @cached_property
    def _told(self) -> re.Pattern[str]:
        words = _any(self.tongue.told)
        kinds = _any(self.tongue.outlet_kinds)
        noun = rf"(?:(?:[a-zà-ÿ]{{1,20}} )?(?:[A-Z]\w+ )?{kinds} )?{_MARK}?"
        return re.compile(rf"(?<![\w-]){words}(?: l)?(?: |[’'])(?:(?:la|el|o|a) )?{noun}$")

    def leaning(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The name at `[start, end)` with the words that show a report is passed on, if there are any."""
        head = text[max(0, start - _REACH) : start]
        head = _STOP.split(head)[-1]
        tail = text[end : end + _REACH]
        if _CREDIT_BEFORE.search(head) and _CREDIT_BEHIND.match(tail):
            alone = head.endswith("(") and tail.startswith(")")
            return (start - 1, end + 1) if alone else (start, end)
        if _is_signed(text, start):
            return start, end
        if before := self._before.search(head):
            return start - len(before.group()), end
        if behind := self._behind.match(tail):
            return start, end + behind.end()
        if told := self._told.search(head):
            verb = self._last_verb(head[: told.start()])
            if verb is not None:
                return start - len(head) + verb, end
        return None

    def _last_verb(self, words: str) -> int | None:
        """Where the last verb of saying in `words` begins."""
        for found in reversed(list(re.finditer(r"[^\W\d_]+", words))):
            if found.group() in self.tongue.saying or found.group() in self.tongue.quoting:
                return found.start()
        return None


def _is_signed(text: str, start: int) -> bool:
    """Whether a short line is the sign of who wrote it: “suc/dpa”."""
    return len(text) <= _LONGEST_SIGNED and _SIGNED.search(text[:start]) is not None and "/" in text


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
