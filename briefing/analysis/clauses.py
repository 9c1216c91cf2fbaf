"""Where the words that several sources share begin and end, so that they read as a statement.

A shared run of words seldom begins and ends with a clause. It is widened by what all sources go on
to say in the same words, then by the few words up to the next border of a phrase, if the others have
them too, and cut where a further clause has only begun. What states nothing is left out.
"""

import re
from collections.abc import Sequence

from briefing.analysis.page_words import OF_THE_PAGE
from briefing.text.lazy import Lazy
from briefing.text.variants import COMPARED, compared_stems
from briefing.text.words import is_function_word

RUN = 4
"""Words of meaning in a run."""
_FAR = 40
"""Most characters looked back from where words begin."""
_FEW = 3
"""Words up to the border of a phrase that are added."""
_ABOUT = 200
"""Characters around a place in which its source says the same."""
_LEAD_IN = Lazy(
    r"(?:^|[\s“\"(])(?P<words>(?:(?:[Aa]ccording to|an?|the|this|these|his|her|its|their|our|my|[Ii]|we|he|"
    r"she|they|it|you|would|will|can|could|may|might|must|should|not|has|have|had|is|are|was|were|to|in|on|at|for|with|"
    r"as|if|when|unless|until|how|no|last|every|any|As|If|When|Unless|Until|How|No|Last|Every|Any|"
    r"An?|The|This|These|His|Her|Its|Their|Our|My|We|He|She|They|It|You|To|In|On|At|For|With) ){1,4})$"
)
_BEGUN = Lazy(r",? (?:and|but|or|while|which|who|that|because|though)(?: [\w’'-]+){1,3}$")
_HUNG = Lazy(
    r"(?:,? (?:and|but|or|with))? "
    r"(?:at least|(?:more|less) than|as many as|up to|nearly|about|almost|some)$"
)
"""What leads in an amount that the others give otherwise."""
_CUT_SHORT = Lazy(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|Reps?|Sens?|Gov|Gen|Mr|"
    r"Mrs|Ms|Dr|St|No|knows?|knew|thinks?|thought|believes?|believed|wants?|wanted|"
    r"(?:the|an?) (?:many|most|several|other|few)|the|an?|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$"
)
"""How words end that stop before what they say."""
_STOPPED = Lazy(
    r"\b(?:estimated|valued|priced|measured|described|regarded|expected|projected|scheduled|supposed|"
    r"accused|linked|compared|limited|based|placed|put|said|reported|rumou?red|forced|allowed|able|unable|"
    r"likely|unlikely|ready|aimed|designed|meant|calls?|called|going|getting|becoming|along|"
    r"(?:has|have|had) (?:confirmed|announced|argued|claimed|suggested|indicated))$"
)
"""The same, where the sentence goes on: “has been estimated | at a billion”, “is going | on”."""
_TITLE = Lazy(r"\b(?:Gov|Sens?|Reps?|Gen|Col|Lt|Capt|Maj|Sgt|Adm|Prof|Rev|Mr|Mrs|Ms|Dr|St|Mt)\. $")
"""Before the rest of a name: “Gov. | Moss”."""
_DAY_CUT = Lazy(r"\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|vs)\. $")
_INITIALS = Lazy(r"\b(?:[A-Z]\.)+ $")
"""Before the rest of a day or a number, and of the name of a thing: “U.S. | ships”."""
_LIST_GONE_ON = Lazy(r"[A-Z][\w’'-]*,? (?:and|or|&) $")
"""Before the last of several who act together: “Iceland and | Norway both said”."""
_HALF_QUOTED = Lazy(r"[“\"‘] ?$")
"""Right before what somebody printed of a sentence that began before the mark."""
_QUOTES = (" “", ' "', " ‘")
"""Behind what leads in words of somebody, and says nothing without: “is the result of “most …””."""
_ONLY_WHEN = Lazy(r"(?:where|that|[Ww]hen|[Ii]f|[Uu]nless|[Uu]ntil|[Aa]lthough|[Bb]ecause)\b")
"""What begins so tells but of when something else is, unless a main clause follows."""
_ACTED_BEFORE = Lazy(
    r",? (?:and|but|or) (?:will|would|shall|can|could|may|might|must|should|has|have|had)\b"
)
"""A second verb of a subject that must have had its first before."""
_LACKS = Lazy(r"\b(?:has|had|have|having|will|would|can|could|may|might|must|should|to) [a-z]+$")
"""A verb whose object comes behind: “said it had shot”."""
_OBJECT = Lazy(r" (?:(?:down|up|off|out|back|away) )?(?:an?|the|his|her|its|their|some|\d|[A-Z])")
_TIED = Lazy(r"(?:(?:[Aa]nd|[Bb]ut|[Oo]r|[Ss]o|[Yy]et)|(?:adding|saying|noting) that) ")
"""What only ties a clause to the one before."""
_SO_MUCH = Lazy(r"(?:much|many|far|long|little|few|often) ")
"""What begins so behind “so” is half of a phrase: “drank so much” his hand shook."""
_LISTED = Lazy(r", [\w’'-]+(?: [\w’'-]+)?$")
_AND_MORE = Lazy(r",? (?:and|or) ")
"""Behind the first of several, of which the others are not shared: “…, intentional or not”."""
_SAYS_NEXT = Lazy(r" (?:said|says|told|wrote|added|tweeted)\b")
"""Behind the name of who said what stands before it: “…, one officer | said”."""
_GOES_ON = Lazy(r" [\w“\"]")
"""Behind a clause that has only begun."""
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))

_NEXT = Lazy(r"(?:,? |[-‐‑’'])[$€£]?[\w%’'-]*\w(?:[.,]\d+)*%?(?:(?<=\b[A-Z])\.(?:[A-Z]\.)*)?")
_BEFORE = Lazy(r"(?:[$€£]?\d+(?:[.,]\d+)*%?|(?<!\w)(?:[A-Z]\.)+|[^\W\d_][\w’'-]*)(?:,? |[-‐‑])$")
_NUMBER = Lazy(r"\d+(?:[.,]\d+)*")
_BORDERS = frozenset(
    "in on at by for from with without about after against among around as before behind between "
    "despite during into like near over since through to toward towards under until upon within and or "
    "but nor yet so that which who whom whose where when while if unless although though than "
    "whether what how why said says told according next along together instead ahead because due "
    "even especially particularly including".split()
)
"""Words that stand at the border of a phrase or clause."""
_BEGINS_BEHIND = _BORDERS | {"of"}
"""The same before a phrase: no phrase ends before “of”, and one begins behind it."""
_HANGING = _BEGINS_BEHIND | frozenset(
    "a an the his her its their our my your this these not no very only just both either".split()
)
_CLOSED = Lazy(r"[.,;:!?”\")\]—–]|’(?!\w)|\s*$| [—–(]|…")
_OPENERS = '.,;:!?“”"([—–\n…'
"""Behind which, with a space or without, a phrase begins."""
_FINITE = Lazy(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|might|must|should|do|does|did|said|"
    r"says|told|am|[a-z]+n[’']t|[Ii][’'](?:m|ve|ll|d)|(?:we|they|you|We|They|You)[’'](?:re|ve|ll|d)|"
    r"(?:he|she|it|that|He|She|It|That)[’'](?:s|ll|d))\b"
    r"|(?:(?:^|(?<= ))(?:I|we|you|they|he|she|it|We|You|They|He|She|It)|[A-Z][\w’'-]+|[a-z]+s) "
    r"(?:also |never |now |\w+ly )?(?!(?:than|and|but|including|[a-z]+ing|amid|against|among|around|"
    r"behind|between|despite|during|from|into|near|over|since|through|towards?|under|until|upon|with|"
    r"within|without|about|after|before|across|along|as|if|when|while|because|that|who|which)\b)"
    r"[a-z]{3,}(?:ed|s|[^s]) (?:(?:an?|the|its|his|her|their|that|our|my|no|more)\b|\d)"
    r"|\b[A-Z][\w’'-]+ [a-z]{2,}ed\b"
    r"|[a-z]+s [a-z]{3,}ed (?!(?:in|on|at|by|to|for|with|from|of|as|and|or)\b)[a-z]"
    r"|\b(?:(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[A-Z][\w’'-]+) "
    r"(?:left|made|met|won|lost|held|found|led|sent|paid|shot)|went|took|gave|came|began|fell|rose|became|"
    r"spoke|wrote|believes|wants|needs|calls|remain(?:s|ed)|means|meant|fail(?:s|ed) to|seem(?:s|ed)|tells|"
    r"knows|knew|thinks|agreed to|refused to|belongs|exists|depends|happened|arrived|died|decided|intends|"
    r"hopes|expects|contains|lied|stays|stayed|becomes|keeps|goes|comes|begins)\b"
    # Who is called so is always the subject.
    r"|\b(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he) "
    r"(?!(?:and|or|of|to|in|on|at|by|for|with|from|all|both|as|than)\b)[a-z]{3,}\b"
    r"|\bpaid [$€£\d]|[a-z]s (?:say|think|believe|hope|insist|agree|argue|warn|know|"
    r"choose|reveal|show|seek|expect|want|need) "
    r"|\b(?!(?:and|or|be|been|not|of|as)\b)[a-z]{3,} [a-z]{3,}ed "
    r"(?:an?|the|its|his|her|their|our|my|more|\d)\b"
)
"""What shows that words state something: a verb that is one in any case, or that has a subject."""

_TO_DO = Lazy(
    r"[Tt]o [a-z]{3,}(?<!the)(?<!all)(?<!his)(?<!her)(?<!its)(?<!our)(?<!their) "
    r"(?:an?|the|his|her|its|their|our|my|your|all|every|no|more) "
)
"""What begins so tells of something that is done, or is to be: “to restructure the command”."""
_ACT = Lazy(
    r"\b(?:exercises?|drills?|talks|meetings?|visits?|summits?|attacks?|strikes?|raids?|wars?|bans?|sanctions|"
    r"tariffs|deals?|pacts?|treat(?:y|ies)|agreements?|votes?|trials?|sales?|purchases?|takeovers?|mergers?|"
    r"launch(?:es)?|tests?|protests?|elections?|investigations?|inquir(?:y|ies)|cuts?|increases?|deployments?|"
    r"withdrawals?) (?:in|on|at|to|by|for|with|over|about|after|before|against|between|under|into) "
)
"""What names an act with what it is related to, and so tells of it: “military exercise with Iceland”."""
_MEASURED = Lazy(
    r"\d[\d.,]*(?:%| per ?cent)(?: of [\w’' -]+?){1,2} (?:by|in) (?:19|20)\d\d$",
)
"""A share with what it is of and its year is a fact or a goal: “2 percent of the budget by 2027”."""
_RELATIVE = Lazy(
    r",? (?:which|who|whose|whom|that(?= (?:is|are|was|were|has|have|had|will|would|can|could|may|might|"
    r"must|should|[a-z]+ed) )) "
)
"""Behind it is what is said of a thing; not behind “say that no boat would come”."""
_HEADED = Lazy(
    r"(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hese|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|"
    r"[Ii]t|[Yy]ou) "
)
"""What the name of a thing or a clause begins with, whatever stands before it."""
_LEANS = Lazy(
    r"(?:in|on|at|by|for|with|over|about|after|before|against|between|under|than|as|of|from|into|during|"
    r"In|On|At|By|For|With|Over|About|After|Before|As|From|During|[A-Za-z]+(?:ed|ing)) "
)
"""What begins so leans on something before it, and says nothing without."""
_HEADLESS = Lazy(
    r"(?:(?:also|not|never) )?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|"
    r"should|do|does|did|be|been|being|said|says|told|who|whose|whom|which) "
    r"|[Tt]o (?:an?|the|his|her|its|their|[A-Z])|to [a-z]+ing |(?:[a-z]+ly|only|already) [a-z]{3,}ed "
    r"|(?:[a-z]+n[’']t|gave|took|made|became|become|believes|means|makes|gives|takes|wants|knows|shows|"
    r"addresses|[a-z]{3,}ed (?:an?|the|his|her|its|their|our|my|that|on|to|in|by|with|at|for|into)) "
)
"""A clause without who does it: “would be met with swift consequences”."""
_OBJECT_OF = Lazy(
    r"\b(?:of|in|on|at|by|for|from|with|without|about|among|around|behind|between|despite|during|into|"
    r"near|off|over|towards?|under|upon|within|to) [“‘\"'(]?$",
    re.IGNORECASE,
)
"""Before what is no subject: who did it stands before “a quake off” the island that has no tsunami sent."""
_SUBJECT = Lazy(r"(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Hh]ow|[Ww]hat|[Ww]hy|[Ww]hether)\b")
"""What begins so is a clause, whatever stands before it."""
_ONLY_SAYS = Lazy(r"\b(?:said|says|told|wrote|tweeted|added)\b")
"""Where nothing else is done, nobody is told what was said: “Moss said in a statement”."""

Span = tuple[str, int, int]
"""A text, and where words begin and end in it."""


def whole(spans: Sequence[Span]) -> tuple[int, list[tuple[int, int]]] | None:
    """Where each source's words of a shared run begin and end, and whose state something whole.

    `None` where nobody's do, or where they hold different numbers.
    """
    grown = _grown_together(spans)
    about = [_About(span) for span in grown]
    edges = []
    for at, (text, start, end) in enumerate(grown):
        others = [one for number, one in enumerate(about) if number != at]
        first = _with_title(text, _from_border(text, _led_in(text, start), others))
        if tied := _TIED.match(text, first, end):
            first = tied.end()
        edges.append((first, _cut(text, start, _to_border(text, end, others))))
    found = [(text, *edge) for (text, _, _), edge in zip(spans, edges, strict=True)]
    best = next((at for at, span in enumerate(found) if _states(span)), None)
    if best is None or not _of_one_amount(found):
        return None
    return best, edges


def _grown_together(spans: Sequence[Span]) -> list[Span]:
    """The words with those before and behind that are the same in all sources."""
    ends = [end for _, _, end in spans]
    while True:
        found = [_NEXT.match(text, end) for (text, _, _), end in zip(spans, ends, strict=True)]
        if None in found or len({_alike(one[0]) for one in found if one}) > 1:
            break
        ends = [one.end() for one in found if one]
    starts = [start for _, start, _ in spans]
    while True:
        before = [
            _word_before(text, start) for (text, _, _), start in zip(spans, starts, strict=True)
        ]
        if None in before or len({_alike(one[0]) for one in before if one}) > 1:
            break
        starts = [one.start() for one in before if one]
    return [
        (text, start, max(_unhung(text, start, end), least))
        for (text, _, least), start, end in zip(spans, starts, ends, strict=True)
    ]


def _alike(found: str) -> str:
    """A word as it is compared: in small letters, spellings of one word as one."""
    word = _word(found)
    return COMPARED[word] or word


def _unhung(text: str, start: int, end: int) -> int:
    """Where words end without such as only lead in what comes behind: “… and then the”."""
    while (space := text.rfind(" ", start, end)) > start:
        if text[space + 1 : end].lower() not in _HANGING:
            break
        end = space
    return end - (text[end - 1] == ",")


class _About:
    """What a source says around a place, cut into words only where somebody asks."""

    def __init__(self, span: Span) -> None:
        self._span = span
        self._stems: frozenset[str] | None = None

    def has(self, stems: Sequence[str]) -> bool:
        """Whether all of `stems` stand there."""
        if self._stems is None:
            text, start, end = self._span
            self._stems = frozenset(compared_stems(text[max(0, start - _ABOUT) : end + _ABOUT]))
        return self._stems.issuperset(stems)


def _in_all(word: str, others: Sequence[_About]) -> bool:
    """Whether the other sources have a word too, thereabouts."""
    if word.islower() and is_function_word(word):
        return True
    mine = compared_stems(word)
    return bool(mine) and all(one.has(mine) for one in others)


def _to_border(text: str, end: int, others: Sequence[_About]) -> int:
    """Where the phrase ends in which words end, if that is near and the others have its words."""
    at = end
    for _ in range(_FEW + 1):
        found = _NEXT.match(text, at)
        if found is None or _ends_phrase(text, at):
            return at
        if not _in_all(found[0].strip(", "), others):
            break
        at = found.end()
    return end


def _from_border(text: str, start: int, others: Sequence[_About]) -> int:
    """Where the phrase begins in which words begin, in the same way."""
    at = start
    for _ in range(_FEW + 1):
        found = _word_before(text, at)
        if found is None or _begins_behind(found, text, at):
            return at
        if not _in_all(found[0].strip(", "), others):
            break
        at = found.start()
    return start


def _of_one_amount(spans: Sequence[Span]) -> bool:
    """Whether the same numbers stand in the words of all: a bill of 1.3 trillion is not one of 2.3."""
    numbers = [_NUMBER.findall(text, start, end) for text, start, end in spans]
    return all(one == numbers[0] for one in numbers)


def _states(span: Span) -> bool:
    """Whether words say something, from end to end: a clause, an act with what it is related to, a goal."""
    text, start, end = span
    words = text[start:end]
    if OF_THE_PAGE.search(words) or _lacks_object(text, start, end):
        return False
    if not _ends_phrase(text, end) or _HEADLESS.match(words) or not _is_closed(words):
        return False
    if _CUT_SHORT.search(words) or (_GOES_ON.match(text, end) and _STOPPED.search(words)):
        return False
    if _begins_within(text, start) or _hangs_on_another(words):
        return False
    if _has_verb(words):
        if _is_object(text, start, end) or _tells_nothing(words):
            return False
        return _HEADED.match(words) is not None or _begins_phrase(text, start)
    if _ACT.search(words) and not _LEANS.match(words):
        return _names(text, start)
    return _TO_DO.match(words) is not None or _MEASURED.match(words) is not None


def _with_title(text: str, start: int) -> int:
    """Where words begin with the title of the name that they begin with."""
    title = _TITLE.search(text, max(0, start - _FAR), start) if text[start].isupper() else None
    return title.start() if title else start


def _begins_within(text: str, start: int) -> bool:
    """Whether words begin within a name, a list of who acts, or a sentence of which a part is quoted."""
    lead = text[max(0, start - _FAR) : start]
    role = lead.endswith(" as ") and (
        text.startswith(("a ", "an "), start)
        or not (text[start].isupper() or _HEADED.match(text, start))
    )
    if role or lead.endswith(" than "):
        return True
    if text[start].islower() and (_INITIALS.search(lead) or _HALF_QUOTED.search(lead)):
        return True
    return bool(_DAY_CUT.search(lead) or (text[start].isupper() and _LIST_GONE_ON.search(lead)))


def _hangs_on_another(words: str) -> bool:
    """Whether words are but a part of a sentence: a clause of when, or a second verb without the first."""
    if _ONLY_WHEN.match(words) and ", " not in words:
        return True
    second = None if _HEADED.match(words) else _ACTED_BEFORE.search(words)
    return second is not None and _FINITE.search(words, 0, second.start()) is None


def _is_closed(words: str) -> bool:
    """Whether each bracket and quotation mark in words has its other half there."""
    return all(words.count(opens) == words.count(closes) for opens, closes in _PAIRS) and (
        words.count('"') % 2 == 0
    )


def _is_object(text: str, start: int, end: int) -> bool:
    """Whether words begin with what belongs to a preposition before them, and so with no subject."""
    lead = text[max(0, start - _FAR) : start]
    return _OBJECT_OF.search(lead) is not None and _SUBJECT.match(text, start, end) is None


def _tells_nothing(words: str) -> bool:
    """Whether words only say that somebody spoke."""
    says = _ONLY_SAYS.search(words)
    if says is None:
        return False
    return not (_FINITE.search(words, 0, says.start()) or _FINITE.search(words, says.end()))


def _has_verb(words: str) -> bool:
    """Whether words have a verb, and not only within what is said of a thing: “a team that can win”."""
    relative = _RELATIVE.search(words)
    if relative is None or _FINITE.search(words, 0, relative.start()):
        return _FINITE.search(words) is not None
    return sum(1 for _ in _FINITE.finditer(words, relative.end())) > 1


def _names(text: str, start: int) -> bool:
    """Whether the name of a thing begins at `start`, but for a word said of it: “joint” exercises."""
    if _HEADED.match(text, start) or _begins_phrase(text, start):
        return True
    before = _BEFORE.search(text, max(0, start - _FAR), start)
    return before is not None and before[0].strip(", ").islower() and text[start].islower()


def _ends_phrase(text: str, end: int) -> bool:
    if text.startswith(_QUOTES, end):
        return False
    found = _NEXT.match(text, end)
    return bool(_CLOSED.match(text, end)) or found is None or _word(found[0]) in _BORDERS


def _begins_phrase(text: str, start: int) -> bool:
    return _begins_behind(_word_before(text, start), text, start)


def _begins_behind(before: re.Match[str] | None, text: str, start: int) -> bool:
    """Whether a phrase begins at `start`, behind the word `before`."""
    if before is not None and _word(before[0]) == "so" and _SO_MUCH.match(text, start):
        return False
    if before is None or _word(before[0]) in _BEGINS_BEHIND:
        return True
    return text[start - 1] in _OPENERS or (
        text[start - 1] == " " and text[max(0, start - 2)] in _OPENERS
    )


def _word_before(text: str, start: int) -> re.Match[str] | None:
    """The word right before `start`, with what joins it to what stands there."""
    # There is no space in it, so the pattern is tried only behind the one before it.
    lead = max(0, start - _FAR)
    return _BEFORE.search(text, max(lead, text.rfind(" ", lead, max(lead, start - 1)) + 1), start)


def _word(found: str) -> str:
    return found.strip(", ").lower()


def _led_in(text: str, start: int) -> int:
    """Where the words of no meaning begin that lead in what begins at `start`: “I would rather stay”."""
    amount = not text[start].isalpha()
    before = None if amount else _LEAD_IN.search(text, max(0, start - _FAR), start)
    return before.start("words") if before else start


def _cut(text: str, start: int, end: int) -> int:
    """Where the words end without a clause that has only begun: “… for two years and neither fired”."""
    if not _GOES_ON.match(text, end):
        return end
    listed = _LISTED.search(text, start, end)
    if listed and _AND_MORE.match(text, end):
        end = listed.start()
    if _SAYS_NEXT.match(text, end) and (who := text.rfind(", ", start, end)) > 0:
        end = who
    hung = _HUNG.search(text, start, end)
    if hung and len(compared_stems(text[start : hung.start()])) >= RUN:
        return hung.start()
    begun = _BEGUN.search(text, start, end)
    long_enough = begun and len(compared_stems(text[start : begun.start()])) >= RUN
    return begun.start() if begun and long_enough else end


def _lacks_object(text: str, start: int, end: int) -> bool:
    """Whether words end with a verb whose object stands behind them: “said it had shot” the plane."""
    lacks = _LACKS.search(text, start, end)
    return lacks is not None and _OBJECT.match(text, end) is not None
