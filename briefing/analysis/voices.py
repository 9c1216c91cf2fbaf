"""Who is speaking as an article goes on: pronouns, roles and short names led to full names."""

import re

from msgspec import Struct
from msgspec.structs import replace

from briefing.analysis.names import ARTICLE, PARTICLE, is_body, last_of, names_nobody, owned, trim
from briefing.analysis.opening_subjects import opening_subjects
from briefing.analysis.speakers import Cast
from briefing.analysis.subjects import Said
from briefing.analysis.whole_phrases import SOME
from briefing.text.lazy import Lazy

_INDEFINITE = Lazy(r"(?:an?|one|another|some|several|many|most|two|three|senior)\b", re.IGNORECASE)
_LOWER_LEAD = Lazy(r"^(?:[a-z-]+ )+")
_GROUP = Lazy(r"[a-z-]+ (?:[a-z-]+ )*(?:of|at|for|with|in|near|from) ")
"""“… and online helpers in Utah”: they are no person of that name."""
_SMALL_WORDS = frozenset("THE AND OF FOR IN TO WITH FROM ON AT BY".split())
"""What stands in a heading run in with the text, and in no name."""
_MONTH_OR_DAY = Lazy(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"[A-Z][a-z]+day)[’']s "
)
"""In front of what happened then: “Friday’s hearing”."""
_PERSON = Lazy(rf"[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:{ARTICLE})?[A-ZÀ-Þ][\w’'.-]*|{PARTICLE}))*")
_MUTE = frozenset(
    "law laws bill bills act treaty agreement accord pact deal plan plans measure measures budget policy "
    "rule rules constitution amendment legislation provision sanctions programme program".split()
)
"""What may be quoted, and calls for things, but does not speak."""
WORKS = frozenset(
    "study studies report reports order orders document documents survey surveys poll polls statement "
    "letter indictment brochure book article paper papers analysis files review lawsuit complaint filing "
    "ruling verdict memo email emails release post tweet column editorial text website".split()
)
"""What says something and is nobody: who wrote it is not who is named beside it."""
_MANY = frozenset(
    "alliance bank board channel charity club coalition corporation family firm fund jury organization "
    "organisation panel regulator station team tribunal".split()
)
"""People who speak as one, and none of them for himself."""
_SOMEBODY_S = ("his ", "her ", "its ", "their ", "our ", "my ")
_MUTE_NAMES = frozenset("Act Treaty Agreement Accord Constitution Amendment".split())
_WHOSE = Lazy(
    r"[’']s (?:past|earlier|previous|recent|latest|own|old|many|public|private|original|subsequent|"
    r"frequent|repeated|daily|numerous|various)$"
)
"""Before what is somebody's and no verb: “Moss’s past tweets”."""
_PART_OF = (
    r"(?:per ?cent(?:age)?|%|majorit(?:y|ies)|pluralit(?:y|ies)|minority|share|proportion|half|halves|"
    r"thirds?|quarters?|fourths?|fifths?|tenths?)"
)
_SO_MANY = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_OF_SO_MANY = rf"\b{_SO_MANY} (?:in|out of) (?:every )?{_SO_MANY}\b"
_COUNTED = Lazy(
    rf"(?:[\w.-]+ ){{0,3}}(?:[\w.-]+[- ]?)?{_PART_OF} of\b|(?:\w+ )?{_OF_SO_MANY}|most\b",
    re.IGNORECASE,
)
_PART_BEFORE = Lazy(
    rf"(?:{_PART_OF} of|(?<!the )\bmost(?: of)?|{_OF_SO_MANY}) (?-i:[a-z]+ ){{0,2}}$", re.IGNORECASE
)
"""Who was counted has no name: “60 percent of Democrats”, “a majority of likely voters said”."""
_OF_WHAT = Lazy(r" (?:of|for|at|in|on|from|with|to|against|behind|who|which|that)\b")
_PART_REACH = 60
_LONGEST_ARTICLE = 4
_PARTIES = ("R-", "D-", "I-")
"""Before the state of who sits for a party: “R-Ill.”."""


class Voice(Struct, frozen=True):
    """A speaker: the full name, the words at this place, the role."""

    speaker: str | None
    as_written: str | None
    role: str | None


class Voices:
    """The speakers of one article in the order in which they are heard."""

    def __init__(self, people: Cast) -> None:
        self._people = people
        self.current: Voice | None = None
        self._before: Voice | None = None
        self._age = 0
        self._open = False
        self._quoted = self._unknown = False
        self._prior = self._start = 0
        self._spoke = 0
        self._announced: Voice | None = None
        self._to_come: Voice | None = None

    def begin_paragraph(self, start: int) -> None:
        """A paragraph begins at offset `start`."""
        self._prior, self._start = self._start, start

    def heard(self, voice: Voice | None, *, closed: bool, at: int = 0) -> None:
        """`voice` has spoken up to offset `at`; `closed` says whether the mark was closed."""
        self._spoke = at
        self._open = not closed
        self._quoted = True
        self._unknown = voice is None
        self.current = voice

    def end_paragraph(self) -> None:
        """Go on to the next paragraph."""
        if self.current is not None:
            self._before, self._age = self.current, 0
        else:
            self._age += 1
        if not self._quoted:
            self._open = False
        self.current, self._quoted = None, False
        self._announced, self._to_come = self._to_come, None

    def announce(self, voice: Voice | None) -> None:
        """What `voice` says stands in the next paragraph: “Ada Moss said:”."""
        self._to_come = voice

    def going_on(self, *, first: bool) -> Voice | None:
        """Who speaks in a quotation that stands alone; `first` if it opens its paragraph."""
        if self.current is not None:
            return self.current
        if first and self._announced is not None:
            return self._announced
        if first and not self._unknown and (self._open or self._age == 0):
            return self._before
        return None

    def lead_to(
        self, said: Said, since: int | None = None, until: int | None = None
    ) -> Voice | None:
        """The speaker that the words of `said` lead to.

        Its sentence begins at `since`, and what tells whom a pronoun means ends at `until`, where
        that is known.
        """
        if said.head and self._people.knows(said.head):
            said = replace(said, words=said.head)
        words = said.words
        if (
            not said.sure
            or self._is_counted(said)
            or " version of th" in words
            or _WHOSE.search(words)
            or (words.isupper() and not _SMALL_WORDS.isdisjoint(words.split()))
        ):
            return Voice(None, words, None)
        if (
            not said.tight
            and " " not in words
            and words.lower() not in ("he", "she")
            and not self._people.knows(words)
        ):
            return None
        lowered = words.lower()
        if lowered in ("he", "she"):
            return self._named_here(said, since, until) or self._pronoun(words, lowered)
        if lowered in ("they", "it", "we", "i"):
            return Voice(None, words, None)
        if words[0].isupper() and not lowered.startswith(
            ("the ", "a ", "an ", "one ", "his ", "her ", "some ", "several ", "many ", "most ")
        ):
            return (
                Voice(words, words, None) if SOME.fullmatch(words) else self._name(words, said.at)
            )
        return self._role(words, said.at)

    def _is_counted(self, said: Said) -> bool:
        """Whether the words are those of so many people of a poll."""
        if _COUNTED.match(said.words):
            return True
        lead = self._people.text[max(0, said.at - _PART_REACH) : said.at]
        return lead.endswith(" ") and _PART_BEFORE.search(lead) is not None

    def _name(self, words: str, at: int) -> Voice:
        """One speaker, or two who speak together: then both are named, or none."""
        if words.rsplit(maxsplit=1)[-1] in _MUTE_NAMES or self._is_one_of(words, at):
            return Voice(None, words, None)
        if any(_GROUP.match(part) for part in words.split(" and ")[1:]):
            return Voice(words, words, None)
        parts = [trim(_LOWER_LEAD.sub("", part), 0) for part in words.split(" and ")]
        if None in parts:
            return Voice(None, words, None)
        full = [self._people.full(owned(part.name)) for part in parts if part is not None]
        if len(set(full)) < len(full):
            return Voice(None, words, None)
        if len(full) == 1 and self._is_nobody(full[0]):
            return self._holder(words.lower(), words, at) or Voice(None, words, None)
        role = self._people.role(full[0]) if len(full) == 1 else None
        return Voice(" and ".join(full), words, role)

    def _is_one_of(self, words: str, at: int) -> bool:
        """Whether a word with a capital says what somebody is, and not who: “a Norwegian said”."""
        lead = self._people.text[max(0, at - _LONGEST_ARTICLE) : at]
        return " " not in words and lead.lower().endswith((" a ", " an "))

    def _is_nobody(self, name: str) -> bool:
        if _MONTH_OR_DAY.match(name):
            return True
        return not self._people.knows(name) and names_nobody(name, self._people.text)

    def _named_here(self, said: Said, since: int | None, until: int | None) -> Voice | None:
        """Whom the sentence names alone, or the paragraph at the head of one before anybody spoke."""
        alone = None if since is None else self._people.only_one(since, said.at)
        named: tuple[str, ...] = (alone,) if alone else ()
        if not named:
            since = max(self._start, self._spoke)
            end = said.at if until is None else until
            named = opening_subjects(self._people, since, end)
            if not named and self._spoke < self._start and not self._names_last(said.at):
                # Nobody has spoken in the paragraph, and one person is named there.
                only = self._people.only_one(self._start, said.at)
                named = (only,) if only else ()
            if not named and end - self._start <= 1 and not self._spoke_just_now():
                named = opening_subjects(self._people, self._prior, self._start)
                if len(named) == 1 and self._before and named[0] != self._before.speaker:
                    # Somebody spoke before: only what the pronoun shows tells who is meant of the two.
                    known = self._people.pronoun(named[0]) == said.words.lower()
                    role = self._people.role(named[0])
                    return Voice(named[0] if known else None, said.words, role)
        lowered = said.words.lower()
        fits = [name for name in named if self._people.pronoun(name) in (None, lowered)]
        if len(fits) != 1:
            # Of two men who do it together, nobody can tell which of them is meant.
            return Voice(None, said.words, None) if len(named) > 1 else None
        (here,) = fits
        if self._people.pronouns.setdefault(here, lowered) != lowered:
            return None
        return Voice(here, said.words, self._people.role(here))

    def _names_last(self, at: int) -> bool:
        """Whether this paragraph names who spoke last, before offset `at`."""
        last = self.current or self._before
        if last is None or last.speaker is None:
            return False
        return last_of(last.speaker) in self._people.text[self._start : at]

    def _spoke_just_now(self) -> bool:
        """Whether somebody is heard in this paragraph or was in the one before."""
        return self.current is not None or (self._before is not None and self._age == 0)

    def _pronoun(self, words: str, lowered: str) -> Voice:
        last = self.current or (self._before if self._age <= 1 else None)
        if last is None or last.speaker is None or not self._is_person(last.speaker):
            return Voice(None, words, None)
        called = self._people.pronoun(last.speaker) or lowered
        known = self._people.pronouns.setdefault(last.speaker, called)
        if known != lowered:
            return Voice(None, words, None)
        return replace(last, as_written=words)

    def _is_person(self, name: str) -> bool:
        """Whether `name` can be one person's: “the Pentagon” is none."""
        if not _PERSON.fullmatch(name) or name.startswith(_PARTIES):
            return False
        return self._people.knows(name) or f" the {name} " not in self._people.text

    def _holder(self, noun: str, words: str, at: int) -> Voice | None:
        """The last who spoke or with whom a sentence opened, where a role of his holds `noun`."""
        last = self.current or (self._before if self._age == 0 else None)
        opened = opening_subjects(self._people, self._start, at)
        for name in (*opened, last.speaker if last else None):
            if name and " " in name and self._people.holds(name, noun):
                return Voice(name, words, self._people.role(name))
        return None

    def _role(self, words: str, at: int) -> Voice:
        if words.rsplit(maxsplit=1)[-1][0].isupper() and _head_of(words) in WORKS:
            return Voice(None, words, None)  # “an order from the Harbour Board”: it does not speak
        if _INDEFINITE.match(words) or SOME.fullmatch(words):
            return Voice(words, words, None)
        noun = words.rsplit(maxsplit=1)[-1].lower()
        if noun in _MUTE:
            return Voice(None, words, None)
        placed = words[words.rfind(" ") + 1].isupper()  # “students in Lund”: no role is at the end
        work = noun in WORKS
        head = _head_of(words)
        if (is_body(head) or head in _MANY) and not work:
            whose = words.lower().startswith(_SOMEBODY_S)
            return Voice(None if whose else words, words, None)  # their spokesman is another
        if not (placed or work) and (name := self._people.named_by_role(noun, at)):
            return Voice(name, words, self._people.role(name))
        if not work and (holder := self._holder(noun, words, at)):
            return holder
        if work and not is_body(noun) and words.rsplit(maxsplit=1)[-1].islower():
            return Voice(None, words, None)
        if is_body(noun) or any(word[0].isupper() for word in words.split()[1:]):
            return Voice(words, words, None)
        return Voice(None, words, None)


def _head_of(words: str) -> str:
    """What a role or a body is, without of what: the “group” of “the group of lawyers”."""
    return (_OF_WHAT.split(words, maxsplit=1)[0].split() or [""])[-1].lower()
