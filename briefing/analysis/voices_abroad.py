"""Who is speaking as an article in another language goes on: pronouns and roles led to names."""

from briefing.analysis.people_abroad import People
from briefing.analysis.phrases_abroad import Who
from briefing.analysis.voices import Voice

_FEMININE = (
    "in",
    "frau",
    "Frau",
    "Mme",
    "Mlle",
    "Madame",
    "Sra",
    "Dra",
    "Doña",
    "Dona",
    "Mevrouw",
    "Mevr",
)
_MASCULINE = ("Herr", "Herrn", "M", "Monsieur", "Sr", "Don", "Dhr", "Meneer")


class VoicesAbroad:
    """The speakers of one article in the order in which they are heard."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.current: Voice | None = None
        self._before: Voice | None = None
        self._age = 0
        self._open = False
        self._quoted = False
        self._start = 0

    def begin_paragraph(self, start: int) -> None:
        """A paragraph begins at offset `start`."""
        self._start = start

    def heard(self, voice: Voice | None, *, closed: bool) -> None:
        """`voice` has spoken; `closed` says whether the mark was closed."""
        self._open = not closed
        self._quoted = True
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

    def going_on(self, *, first: bool) -> Voice | None:
        """Who speaks in a quotation that stands alone; `first` if it opens its paragraph."""
        if self.current is not None:
            return self.current
        return self._before if first and self._open and self._age == 0 else None

    def lead_to(self, who: Who, until: int) -> Voice | None:
        """The speaker that a phrase leads to; what tells whom a pronoun means ends at `until`."""
        match who.kind:
            case "name":
                return self._name(who)
            case "he" | "she":
                return self._pronoun(who, until)
            case "role":
                return self._role(who, until)
            case "body":
                return Voice(who.words, who.words, None)
            case _:
                return Voice(None, who.words, None)

    def _name(self, who: Who) -> Voice | None:
        full = self.people.full(who.words)
        if self.people.is_owner(full):
            return None
        unknown = " " not in who.words and full == who.words and not who.titled
        if unknown and (self.people.is_common(who.words) or self.people.tongue.is_role(who.words)):
            return None
        self.people.note_role(full, who.role)
        if who.noun in _MASCULINE or who.noun in _FEMININE:
            self.people.pronouns.setdefault(full, "he" if who.noun in _MASCULINE else "she")
        elif self.people.tongue.capital_nouns and who.role and who.noun:
            she = who.noun.endswith(_FEMININE)
            self.people.pronouns.setdefault(full, "she" if she else "he")
        return Voice(full, who.words, self.people.role(full))

    def _pronoun(self, who: Who, until: int) -> Voice:
        """The last who was named or spoke in the paragraph, else who spoke in the one before."""
        fits = [
            name
            for name in self.people.named_in(self._start, until)
            if self._may_be(name, who.kind)
        ]
        last = self.current or (self._before if self._age <= 1 else None)
        spoke = last.speaker if last and last.speaker and self._is_person(last.speaker) else None
        if len(fits) == 1 and self.current is None:
            name = fits[0]
        elif spoke and self._may_be(spoke, who.kind) and self._is_alone(spoke, fits, until):
            name = spoke
        else:
            return Voice(None, who.words, None)
        self.people.pronouns.setdefault(name, who.kind)
        return Voice(name, who.words, self.people.role(name))

    def _is_alone(self, spoke: str, fits: list[str], until: int) -> bool:
        """Whether nobody else may be meant than who spoke last."""
        if fits:
            return spoke in fits
        return self.current is not None or not self.people.names_others(self._start, until)

    def _is_person(self, name: str) -> bool:
        return name[0].isupper() and not self.people.tongue.is_body(name.rpartition(" ")[2])

    def _may_be(self, name: str, kind: str) -> bool:
        known = self.people.pronouns.get(name) or self.people.pronoun(name)
        return known in (None, kind)

    def left_out(self, at: int) -> Voice | None:
        """Whom a verb without a subject goes with, in a language that leaves pronouns out."""
        last = self.current or (self._before if self._age == 0 else None)
        here = self.people.named_in(self._start, at)
        if self.current is None and len(here) == 1:
            return Voice(here[0], None, self.people.role(here[0]))
        if last is None or last.speaker is None or not self._is_person(last.speaker):
            return None
        if here and last.speaker not in here:
            return None
        return last

    def _role(self, who: Who, until: int) -> Voice:
        name = self.people.named_by_role(who.noun, until)
        if name is None:
            return Voice(None, who.words, None)
        last = self.current or (self._before if self._age <= 1 else None)
        here = self.people.named_in(self._start, until)
        if name not in here and (last is None or last.speaker != name):
            return Voice(None, who.words, None)
        return Voice(name, who.words, self.people.role(name))
