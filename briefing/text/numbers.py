"""Reads amounts in English news prose: “$14.9 billion”, “16.5 percent”, “at least 43 people”.

Years, days, ordinals, ages and the numbers of weapons and forms are no amounts.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefing.model.findings import Bound
from briefing.text.lazy import Lazy
from briefing.text.number_words import ONES, PARTS, SPELT, TENS
from briefing.text.phrases import row_of
from briefing.text.remembered import Remembered
from briefing.text.words import is_function_word

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "mln": 1e6, "m": 1e6,
    "billion": 1e9, "bn": 1e9, "bln": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
    "tln": 1e12, "t": 1e12, "mm": 1e6,
}  # fmt: skip
_CURRENCIES = {
    "$": "$", "us$": "$", "usd": "$", "dollars": "$", "dollar": "$", "c$": "C$", "a$": "A$",
    "hk$": "HK$", "s$": "S$", "nt$": "NT$", "€": "€", "euros": "€", "euro": "€", "eur": "€",
    "£": "£", "pounds": "£", "gbp": "£", "¥": "¥", "yen": "¥", "jpy": "¥", "yuan": "yuan",
    "renminbi": "yuan", "won": "won", "rupees": "rupees", "rubles": "roubles",
    "roubles": "roubles", "kronor": "kronor", "crowns": "crowns", "francs": "francs",
}  # fmt: skip
MEASURES = frozenset({"%", *_CURRENCIES.values()})
"""Units that make a figure of any amount."""
_WORD_NUMBER = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"(?:four|six|seven|eight|nine)teen|thirteen|fifteen|eleven|twelve|ten|"
    r"one|two|three|four|five|six|seven|eight|nine)"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGN = r"(?:US|C|A|HK|S|NT)?\$|[€£¥]"
_CODE = "USD|EUR|GBP|JPY"
_LARGE = "million|billion|trillion|bn|mn|tn|mln|bln|trn|tln"
_SCALED = r"(?:[ -](?P<scaled>thousand|million|billion|trillion)(?![a-z]))?"
"""Behind a scale, another: “two hundred million”."""
_BOUNDS: dict[str, Bound] = {
    "at least": Bound.AT_LEAST, "more than": Bound.AT_LEAST, "over": Bound.AT_LEAST,
    "no fewer than": Bound.AT_LEAST, "no less than": Bound.AT_LEAST, "upwards of": Bound.AT_LEAST,
    "in excess of": Bound.AT_LEAST, "exceeding": Bound.AT_LEAST, "above": Bound.AT_LEAST,
    "up to": Bound.AT_MOST, "at most": Bound.AT_MOST, "as many as": Bound.AT_MOST,
    "as much as": Bound.AT_MOST, "fewer than": Bound.AT_MOST, "less than": Bound.AT_MOST,
    "under": Bound.AT_MOST, "no more than": Bound.AT_MOST, "below": Bound.AT_MOST,
    "about": Bound.ABOUT, "around": Bound.ABOUT, "some": Bound.ABOUT, "nearly": Bound.ABOUT,
    "almost": Bound.ABOUT, "roughly": Bound.ABOUT, "approximately": Bound.ABOUT,
    "an estimated": Bound.ABOUT, "estimated": Bound.ABOUT, "close to": Bound.ABOUT,
    "just over": Bound.ABOUT, "just under": Bound.ABOUT, "well over": Bound.AT_LEAST,
}  # fmt: skip
_BY_LAST_WORD = {
    last: [words for words in _BOUNDS if words.split()[-1] == last]
    for last in {words.split()[-1] for words in _BOUNDS}
}
_LONGEST = max(map(len, _BOUNDS))
_BARRED = frozenset(".,/$€£¥:#-_")
"""What a number or its bound never stands right behind."""
_AMOUNT = re.compile(
    rf"(?<![\w.,/$€£¥:#-])(?P<currency>{_SIGN}|(?-i:{_CODE})(?= ?\d))? ?"
    # “1,5” is written by another rule, “2+” stands before what it is of: neither is 1 or 2.
    rf"(?P<number>{_DIGITS}|{_WORD_NUMBER}(?![a-z]))(?!\w*\d|,\d|\+)"
    rf"(?:(?: |-)?(?P<scale>hundred|thousand|{_LARGE}|[kmb](?![\w])|(?(currency)(?:t|mm)(?!\w)|(?!)))"
    r"(?![a-z]))?"
    rf"{_SCALED}"
    r"(?:[ -]?(?P<percent>%|per ?cent(?:age points?)?|pct|(?-i:pc))(?!\w))?",
    re.IGNORECASE,
)
_PART_OF = Lazy(
    r"(?<![\w.,/$€£¥:#-])(?<!first )(?<!second )(?<!third )(?<!fourth )(?P<currency>(?!))?"
    r"(?P<number>half|quarter|three[ -]quarters"
    r"|(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten) and a half)"
    r"(?: of)?(?:[ -]a)?[ -](?P<scale>million|billion|trillion)(?![a-z])"
    r"(?P<scaled>(?!))?(?P<percent>(?!))?",
    re.IGNORECASE,
)
"""“half a million”, “quarter of a million”, “two and a half billion”; the names are those of `_AMOUNT`."""
_HIGHER = Lazy(
    rf"[-–](?P<currency>{_SIGN})?(?P<number>{_DIGITS})"
    rf"(?:[ -]?(?P<scale>thousand|{_LARGE})(?![a-z]))?{_SCALED}"
    r"(?: ?(?P<percent>%|per ?cent(?:age points?)?|pct)(?!\w))?",
    re.IGNORECASE,
)
"""The upper end of a range, right behind the lower: “7–10%”."""
_CURRENCY_ENDS = frozenset("$€£¥DRPY")
"""With which the sign of a currency ends, or its code."""
_CURRENCY_BEFORE = Lazy(rf"(?:{_SIGN}|\b(?-i:{_CODE})) ?$", re.IGNORECASE)
_WIDEST_SIGN = 5
"""Characters of a sign or a code with a space behind it, and one before."""
_REST = ("hundred and ", "thousand and ")
"""Before the rest of a longer number in letters."""
_CURRENCY_AFTER = re.compile(
    r"[ -](?:(?:US|U\.S\.|Canadian|Australian|Hong Kong) )?(dollars?|euros?(?![ -](?:area|zone))|"
    rf"pounds|yen|yuan|renminbi|won(?![’'])|rupees|rubles|roubles|kronor|crowns|francs|{_CODE})\b"
)
_WEIGHING = Lazy(r"\b(?:weigh|lift|lost |lose |los(?:es|ing) |gain|shed)[^.;]*$")
_SUBSTANCE = Lazy(
    r" of (?!(?:public|private|government|state|taxpayers?|the|its|their|his|her|our|aid|debts?|money|cash|"
    r"savings|investments?|funding|spending|damage|losses|costs?)\b)[a-z]"
)
_WEIGHING_REACH = 30
_AND_A_HALF = " and a half"
_OF_THINGS = ("", "hundred", "thousand")
_NOUN = re.compile(
    r"(?:-| )?(?P<noun>basis[ -]points?\b|"
    r"(?:(?!and\b|or\b|of\b|in\b|on\b|at\b|to\b|by\b|for\b|from\b|were\b|was\b|"
    r"are\b|is\b|have\b|had\b|has\b|who\b|that\b|the\b|which\b|with\b|as\b|after\b|when\b|while\b|"
    r"killed\b|injured\b|wounded\b|hurt\b|dead\b|about\b|an?\b)[A-Za-z][\w’'-]* ){0,3}?"
    r"(?:(?!(?:as|was|has|is|its|his|this|thus|us|yes|plus|versus|perhaps|always|less|across|news)\b)"
    # Those of a nation or a party: “2,000 Americans filed claims”.
    # A word in -ss is one thing or a quality: “12 business class seats”.
    # So is one in -us (“115 coronavirus deaths”), and an hour’s drive is no count of hours.
    r"[a-z][\w’'-]*s(?<!ss)(?<!us)(?<![’']s)|[A-Z][a-z]+(?:ans|crats|elis|aqis|anis|rabs|urds|ews|lims)|"
    r"people|children|men|women|km|kg|troops|dead|personnel|aircraft)\b)"
)
_NOT_A_COUNT = re.compile(
    r"(?:st|nd|rd|th|[’']?s)\b|[ -]{0,3}years?[ -]{1,3}olds?\b|[ -]?mm\b|"
    r"[- ]?(?:a\.?m|p\.?m)\b|:\d|(?: ?[/–-] ?)\d|"
    r"-year[- ](?:low|high|peak)|-(?!basis|year|km|mile|foot|ton|day|week|month|hour)[a-z]"
)
_MONTH_BEFORE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? $|\b(?:No\.?|number|page|"
    r"Proposition|Prop\.|Amendment|Form|Phase|Interstate|"
    r"Article|Section|Chapter|aged?|Group of|Resolution|Flight|Route|Highway|Channel|Title) $"
)
_A_MODEL = Lazy(
    r"\b(?:[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal|[Ii]ts|[Tt]heir|[Nn]ew|[Oo]ld) "
    r"(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]* $"
)
"""Before the number of a model: “an ATR 72 aircraft”, “two Boeing 737 planes”."""
_MODEL_REACH = 40
_NAME = Lazy(r"(?P<lead>[^\W_][\w’'-]*[,.]? )?(?P<name>(?:[A-Z][\w-]* )*?(?P<last>[A-Z][\w-]*) )$")
"""A name right before a number, and the word before it."""
_MADE = Lazy(
    r"(?: [A-Z][\w-]*)? (?:[a-z]+ )?(?:jets?|planes?|aircraft|airliners?|airplanes?|fighters?|"
    r"bombers?|helicopters?|choppers?|tanks|missiles?|rockets?|boosters?|rifles?|guns|drones?|trucks?|cars?|trains?|engines?|"
    r"(?:smart)?phones?|handsets?|laptops?|tablets?|howitzers?|launchers?|submarines?)\b"
)
"""Things of which the models have numbers: “Boeing 737 jets”."""
_NO_NAME = Lazy(
    r"(?:Another|Only|Just|Today|Yesterday|Police|Last|Next|First|Another|Exactly|Also|Still|Then|Now|"
    r"\w+day|January|February|March|April|May|June|July|August|September|October|November|December)$"
)
"""What is written with a capital before a count of things."""
_WHERE = frozenset(
    "in at on near from across around since throughout over for within outside inside with by of to".split()
)
"""Before a place that leads in a count: “in Iceland 43 people were saved”."""
_CASH = Lazy(r"[ -](?:(?:bank)?notes?|bills?|coins?)\b")
_LARGEST_NOTE = 1000
_MONTH_AFTER = re.compile(r" (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_WHOLLY = Lazy(
    r" (?:clear|sure|certain|right|wrong|correct|true|committed|confident|convinced|behind|honest|safe)\b"
)
"""Behind a hundred percent that is no share: “100 percent sure”."""
_ADDED_UP = Lazy(
    r"\b(?:add(?:s|ed|ing)?|go(?:es|ing)?|went|gone|br(?:ing|ings|ought)|tak(?:es?|ing|en)|took|sum(?:s|med)|"
    r"edg(?:es?|ed|ing)|inch(?:es|ed)?|mov(?:es?|ed|ing)|push(?:es|ed)?|buil(?:d|ds|t)) $"
)
"""Before “up to” that is no bound: “the loans add up to $15 billion”."""
_BOTH = Lazy(r" and (?:children|women|girls)\b")
_OF_BOTH = ("adults", "women", "men", "boys")
"""Who is counted together with others: “121 adults and children”."""
_LEVELS = re.compile(r" levels?\b")
"""Behind a year: “below 2007 levels”."""
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_SMALL, _ALL = 10, 100


class Amount(Struct, frozen=True):
    """An amount as read: where its words stand, its number, its unit and how firmly it is given.

    `unit` is “%”, a currency, or the words of what is counted (empty where none stand with it);
    `spelt` tells a number written in letters.
    """

    start: int
    end: int
    number: float
    unit: str
    bound: Bound
    spelt: bool

    @property
    def is_small(self) -> bool:
        """Whether it is a bare “two” or “7”, which says little by itself."""
        return self.number <= _SMALL and self.unit not in MEASURES


_BEGINS = Remembered(
    lambda word: word[0].isdigit() or word.lower() in SPELT or word.lower() in PARTS
)


def find_amounts(
    text: str, start: int = 0, end: int | None = None, begins: Iterable[int] | None = None
) -> Iterator[Amount]:
    """The amounts in `text[start:end]`, in reading order.

    `begins` are the places of its words that begin with a digit or are numbers in letters, where
    they are at hand already.
    """
    limit = len(text) if end is None else end
    if begins is None:
        row = row_of(text, start, limit)
        begins = row.places(map(_BEGINS.__getitem__, row.written))
    done = start
    for at in begins:
        if at < done:
            continue
        begin = _with_currency(text, at, done)
        found = _PART_OF.match(text, begin, limit) or _AMOUNT.match(text, begin, limit)
        if found is None:
            continue
        if ends := _ends(found, text, limit):
            done = ends[1].end
            yield from ends
            continue
        done = found.end()
        amount = _read(found, text, start, limit)
        if amount is not None:
            yield amount


def _ends(found: re.Match[str], text: str, limit: int) -> tuple[Amount, Amount] | None:
    """Both ends of a range written with a dash, if it is one of shares, of money or of millions.

    A score and a season are none.
    """
    if text[found.end() : found.end() + 1] not in ("-", "–") or found["percent"]:
        return None
    high = _HIGHER.match(text, found.end(), limit)
    if high is None or not (high["percent"] or high["scale"] or found["currency"]):
        return None
    low, top = _number(found), _number(high)
    if low >= top:
        return None
    upper = _read(high, text, high.start(), limit)
    if upper is None:
        return None
    sign = (found["currency"] or "").lower()
    unit = upper.unit or _CURRENCIES.get(sign, "")
    return (
        Amount(found.start(), found.end(), low, "", Bound.EXACT, spelt=False),
        Amount(high.start() + 1, upper.end, top, unit, Bound.EXACT, spelt=False),
    )


def _has_number(noun: str) -> bool:
    """Whether words behind an amount have another number: “19 million four years ago”."""
    return any(
        word in SPELT or word in _SCALES or word.partition("-")[0] in TENS
        for word in noun.lower().split()
    )


def _is_weight(found: re.Match[str], after: re.Match[str], text: str, start: int) -> bool:
    """Whether pounds are no money: “weighing 55 pounds”, “20 pounds of flour”."""
    if after[1] != "pounds" or (found["scale"] or "").lower() not in _OF_THINGS:
        return False
    lead = text[max(start, found.start() - _WEIGHING_REACH) : found.start()]
    return bool(_WEIGHING.search(lead) or _SUBSTANCE.match(text, after.end()))


def _with_currency(text: str, at: int, start: int) -> int:
    """Where the sign of a currency begins that stands before the number at `at`; else `at`."""
    lead = text[max(start, at - _WIDEST_SIGN) : at]
    if lead.rstrip(" ")[-1:] in _CURRENCY_ENDS and (sign := _CURRENCY_BEFORE.search(lead)):
        return at - len(lead) + sign.start()
    return at


def _read(found: re.Match[str], text: str, start: int, limit: int) -> Amount | None:
    if text.endswith(_REST, max(start, found.start() - 13), found.start()):
        return None  # The rest of a longer number.
    number, right = _number(found), found.end()
    unit = ""
    if found["percent"]:
        if number == _ALL and _WHOLLY.match(text, right):
            return None
        unit = "%"
    elif found["currency"]:
        if number <= _LARGEST_NOTE and _CASH.match(text, right):
            return None  # A $20 bill says what kind of thing it is.
        unit = _CURRENCIES[found["currency"].lower()]
    elif (after := _CURRENCY_AFTER.match(text, right, limit)) and not _is_weight(
        found, after, text, start
    ):
        unit, right = _CURRENCIES[after[1].lower()], after.end()
    elif _is_no_count(found, text, start, number):
        return None
    elif (after := _NOUN.match(text, right, limit)) and not _has_number(after["noun"]):
        unit, right = after["noun"], after.end()
        if unit.startswith("basis"):
            unit = "basis points"
        elif unit.endswith(_OF_BOTH) and (both := _BOTH.match(text, right, limit)):
            unit, right = unit + both.group(), both.end()
    spelt = not found["number"][0].isdigit()
    begin = _with_article(found, text, start)
    left = begin + len(found.group()) - len(found.group().lstrip())
    words = _bound_before(text, begin, start)
    bound = _BOUNDS[words] if words else Bound.EXACT
    if words:
        left = begin - 1 - len(words)
    return Amount(left, right, number, unit, bound, spelt)


def _with_article(found: re.Match[str], text: str, start: int) -> int:
    """Where an amount begins: “a quarter of a million” with its article."""
    at = found.start()
    if found["number"].lower() not in PARTS or text[at - 2 : at].lower() != "a ":
        return at
    return at if at - 2 < start or text[at - 3 : at - 2].isalnum() else at - 2


def _bound_before(text: str, at: int, start: int) -> str:
    """The words right before the number at `at` that say how firmly it is given."""
    lead = text[max(start, at - _LONGEST - 2) : at].lower()
    if not lead.endswith(" "):
        return ""
    last = lead[len(lead[:-1].rstrip(_LETTERS)) : -1]
    fits = [
        words
        for words in _BY_LAST_WORD.get(last, ())
        if lead.endswith(words, 0, -1)
        and not (before := lead[: -len(words) - 1][-1:]).isalnum()
        and before not in _BARRED
    ]
    best = max(fits, key=len, default="")
    return "" if best == "up to" and _ADDED_UP.search(lead[: -len(best) - 1]) else best


def _is_no_count(found: re.Match[str], text: str, start: int, number: float) -> bool:
    """Whether a bare number is a day, a year, an age or the name of a thing."""
    if _NOT_A_COUNT.match(text, found.end()) and not found["scale"]:
        return True
    if _MONTH_BEFORE.search(text[max(0, found.start("number") - 12) : found.start("number")]):
        return True
    if _MONTH_AFTER.match(text, found.end()):
        return True
    if _A_MODEL.search(text[max(0, found.start("number") - _MODEL_REACH) : found.start("number")]):
        return True
    if _is_named(found, text, start):
        return True
    written = found["number"]
    plain_year = written.isdigit() and _FIRST_YEAR <= number <= _LAST_YEAR and not found["scale"]
    if plain_year and _LEVELS.match(text, found.end()):
        return True
    return plain_year and not _bound_before(text, found.start(), start)


def _is_named(found: re.Match[str], text: str, start: int) -> bool:
    """Whether a plain number belongs to the name before it: “Boeing 737 jets”, “the Apollo 11 crews”."""
    at = found.start("number")
    if not found["number"].isdigit() or found["scale"] or not text[at - 1 : at].isspace():
        return False
    name = _NAME.search(text, max(start, at - _MODEL_REACH), at)
    if name is None or is_function_word(name["last"].lower()) or _NO_NAME.match(name["last"]):
        return False
    if _bound_before(text, at, start):
        return False
    if _MADE.match(text, found.end()):
        return True
    lead = (name["lead"] or "").strip()
    return bool(lead) and lead[-1] not in ",." and lead.lower() not in _WHERE


def _number(found: re.Match[str]) -> float:
    written = found["number"].lower()
    if written.endswith(_AND_A_HALF):
        value = _spelt(written.removesuffix(_AND_A_HALF)) + PARTS["half"]
    elif written[0].isdigit():
        value = float(written.replace(",", ""))
    else:
        value = _spelt(written)
    for scale in (found["scale"], found["scaled"]):
        value *= _SCALES[scale.lower()] if scale else 1
    return value


def _spelt(written: str) -> float:
    """A number in letters, small ones."""
    if written.isdigit():
        return float(written)
    parts = re.split(r"[- ]", written)
    if parts[-1] == "quarters":
        return ONES[parts[0]] * PARTS["quarter"]
    return float(sum(ONES.get(part, TENS.get(part, PARTS.get(part, 0))) for part in parts))
