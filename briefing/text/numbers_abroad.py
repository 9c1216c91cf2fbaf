"""Reads amounts in prose of languages that write a comma before the decimals.

“2,5 Millionen Euro”, “7 500 kilomètres”, “más de 40 por ciento”. Shares and sums of money are read in
all of them; a count only where its noun can be told from the words around it. What is counted is said
as it is written, so that “150 Städten” and “150 villes” are figures of their own.
"""

import re
from collections.abc import Iterator

from briefing.model.findings import Bound
from briefing.text.lazy import Lazy
from briefing.text.numbers import Amount

_LANGUAGES = frozenset(
    "de fr es it pt nl da sv nb no nn fi pl cs sk hu ro bg ru uk el tr id hr sr sl lt lv et ca gl".split()
)
"""Languages of decimal commas, by their codes after ISO 639-1."""
_DIGITS = r"\d{1,3}(?:[.’'\u00a0\u202f\u2009 ]\d{3}){1,5}(?!\d)(?:,\d+)?|\d+,\d+|\d+\.\d{1,2}(?![\d.])|\d+"
_POINT = re.compile(r"\d+\.\d{1,2}")
"""Decimals behind a point, as in Switzerland."""
_BY_SCALE = {
    1e3: """
        tausend mille mil mila duizend tusen tusind tysięcy tys тысяч тысячи тыс тисяч тис bin ribu
        tuhat tuhatta ezer mii
        χιλιάδες χιλ tisíc tisíce tisuća hiljada hiljade хиляди хил
    """,
    1e6: """
        million millionen mio millions million millón millones milione milioni mln miljoen miljoner
        miljon millioner milhão milhões milion miliony milionów milionů milióny миллион миллиона
        миллионов млн мільйонів milyon juta miljoona miljoonaa milj millió
        milioane milionu εκατομμύρια εκατομμύριο εκατ milijun milijuna miliona милиона
    """,
    1e9: """
        milliarde milliarden mrd milliard milliards miliardo miliardi mld miljard miljarder milliarder
        miliard miliardy miliardów miliard миллиард миллиарда миллиардов млрд мільярдів milyar bilhão
        bilhões miljardi miljardia milliárd miliarde δισεκατομμύρια δισ milijarda milijarde milijardi
        милиарда
    """,
    1e12: """
        billion billionen billón billones bilioni трлн триллионов biljoona biljoonaa billió bilion bilionów
        τρισεκατομμύρια τρισ
    """,
}
_BY_CURRENCY = {
    "€": "euro euros eur € евро євро eura eurą euroa euró ευρώ",
    "$": """
        dollar dollars us-dollar dólares dólar dollari dollaro dolarów dolar dolarů долларов доллара
        доларів usd us$ $
    """,
    "francs": "franken francs franchi chf",
    "£": "pfund livres libras sterline pond фунтов gbp £",
    "¥": "yen yens yenes иен jpy ¥",
    "yuan": "yuan yuans yuanes юаней",
    "roubles": "rubel roubles rublos rubli roebel рублей рубля руб",
    "złoty": "zł złotych złote złoty pln",
    "Kč": "kč korun koruny czk",
    "forint": "forint huf",
    "lei": "lei ron",
    "kronor": "kronen kronor kroner couronnes coronas",
}
_BY_BOUND = {
    Bound.AT_LEAST: (
        "mindestens|mehr als|über|au moins|plus de|plus d’|al menos|por lo menos|más de|almeno|più di|"
        "oltre|pelo menos|mais de|minstens|meer dan|minst|mer än|mere end|mer enn|co najmniej|ponad|"
        "nejméně|více než|yli|ainakin|több mint|legalább|peste|cel puțin|πάνω από|τουλάχιστον|не менее|"
        "более|больше|свыше|понад"
    ),
    Bound.AT_MOST: (
        "höchstens|bis zu|weniger als|unter|au plus|jusqu’à|moins de|hasta|menos de|fino a|meno di|até|"
        "tot|minder dan|mindre än|do|až|до|менее|меньше"
    ),
    Bound.ABOUT: (
        "rund|etwa|ungefähr|circa|ca.|knapp|gut|fast|beinahe|environ|près de|quelque|presque|unos|unas|"
        "cerca de|alrededor de|casi|quasi|quase|ongeveer|bijna|zo’n|omkring|nästan|około|prawie|asi|"
        "kolem|téměř|noin|mintegy|körülbelül|aproximativ|περίπου|около|почти|примерно|близько"
    ),
}
_SCALES = {word: scale for scale, words in _BY_SCALE.items() for word in words.split()}
_MONEY = {word: unit for unit, words in _BY_CURRENCY.items() for word in words.split()}
_BOUNDS = {word: bound for bound, words in _BY_BOUND.items() for word in words.split("|")}
_SHARES = (
    r"%|prozent(?:punkte)?|v\.h\.|pour ?cent|por ?cien(?:to)?|per ?cento|por ?cento|procent(?:enheter)?|"
    r"prosent(?:tia|in|ti)?|százalék(?:a|os)?|la sută|τοις εκατό|процентов|процента|проц\.|відсотків|"
    r"procent[aůu]?|proc\.|yüzde"
)
_LONGEST = max(map(len, _BOUNDS))
_FUNCTION = (
    "als|an|auf|aus|bei|bis|das|dass|dem|den|der|des|die|durch|ein|eine|einem|einen|er|es|für|gegen|hat|"
    "ihm|ihre?[mnrs]?|im|in|ist|mit|nach|noch|oder|ohne|pro|seine?[mnrs]?|seit|sich|sie|sind|so|über|um|und|unter|"
    "vom|von|vor|war|waren|was|weil|wenn|wer|wie|wird|wurden|zu|zum|zur|unsere[mnrs]?|müssen|sollen|können|"
    "wollen|dürfen|haben|hatten|werden|würden|kommen|gehen|leben|stehen|bleiben|machen|sagen|geben|nehmen"
)
# German nouns begin with a capital; adjectives before them end in -e, -en or -er.
_GERMAN = (
    rf" (?P<noun>(?:(?!(?:{_FUNCTION})\b)[a-zäöüß]+(?:e|en|er) ){{0,2}}"
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:-[A-Z]\w+)*)\b"
)
# In these a plural behind a number shows itself by its ending.
_PLURAL = r"[ \u00a0](?P<noun>(?!(?:{but})\b)[a-zà-ÿœ]{{3,}}[{ending}])\b"
_FRENCH = (
    "ans|dans|sans|fois|mois|mars|vers|sous|plus|moins|puis|depuis|après|lors|alors|toujours|très"
)
_SPANISH = "años|días|meses|lunes|martes|miércoles|jueves|viernes|más|menos|entre|tras|después"
_PORTUGUESE = "anos|dias|meses|mais|menos|após|depois"
_NOUNS = {
    "de": Lazy(_GERMAN),
    "fr": Lazy(_PLURAL.format(but=_FRENCH, ending="sx")),
    "es": Lazy(_PLURAL.format(but=_SPANISH, ending="s")),
    "pt": Lazy(_PLURAL.format(but=_PORTUGUESE, ending="s")),
}
"""What is counted, behind a number, in the languages in which its noun can be told."""
_VAGUE = frozenset(
    "Uhr Jahre Jahren Jahr Tage Tagen Tag Wochen Woche Monate Monaten Monat Stunden Stunde Minuten Minute "
    "Sekunden Grad Januar Februar März April Mai Juni Juli August September Oktober November Dezember "
    "Prozent heures jours années semaines minutes secondes horas minutos semanas janvier".split()
)
"""Nouns behind a number that make no figure: a time, a day, an age."""
_MEASURED = Lazy(
    r"(?:[a-zà-ÿ]+ ){0,2}(?:grados|puntos|metros|kil[oó]metros|toneladas|litros|hect[aá]reas|kilos|"
    r"segundos|barriles|"
    r"degrés|points|mètres|kilomètres|tonnes|litres|hectares|kilos|barils|pontos|graus|quil[oô]metros|"
    r"Grad|Punkte?n?|Meter|Kilometer|Tonnen|Liter|Hektar|Kilo(?:gramm)?|Barrel|Quadrat\w+|Zentimeter|Kubik\w+|"
    r"\w*(?:[Ww]att|[Bb]yte|[Mm]eter|[Mm]etern)\w*)$"
)
"""What is measured, and so may be given in tenths."""
_NAMED_BEFORE = Lazy(
    r"\b(?:Artikel|Art\.|Paragra(?:f|ph)|§|Nr\.|Nummer|Seite|Kapitel|Platz|Rang|Gruppe|Linie|Flug|"
    r"Resolution|Boeing|Airbus|Typ|Modell|"
    r"[Aa]rticle|[Nn]uméro|n°|[Pp]age|[Cc]hapitre|[Aa]rtículo|[Pp]ágina|[Aa]rtigo|[Pp]agina) $"
)
"""Before a number that names a thing and counts none."""
_LETTERS_BEFORE = Lazy(r"(?<![\w.’'])[A-ZÄÖÜ]{1,3}[ \u00a0]$")
"""Before the number of a line, a road or a model: “die S 21”, “der A 9”."""
_NAME_BEFORE = Lazy(
    r"(?<![.!?:»”\"] )(?:(?<=[^\W_] )|(?<=[’']))"
    r"(?<!\b[Ee]n )(?<!\b[ÀàAa] )(?<!\b[Aa]u )(?<!\baux )(?<!\b[Dd]ans )"
    r"[A-ZÀ-Þ][\w-]+[ \u00a0]$"
)
"""Before the number of a model, where no other words are written with a capital: “des Boeing 737”."""
_AMOUNT = Lazy(
    rf"(?P<sign>US\$|[$€£¥] ?)?(?P<number>{_DIGITS})"
    r"(?:[ \u00a0-](?P<scale>[^\W\d_]{1,16}))?\.?"
)
_REST = Lazy(
    rf"[ \u00a0\u202f-]?(?:(?P<share>{_SHARES})(?!\w)|(?:d[eio]?[’' ]+)?(?P<money>[\w$€£¥-]{{1,24}}))",
    re.IGNORECASE,
)
_BETWEEN = Lazy(
    r"\b(?:[Zz]wischen|[Ee]ntre|[Tt]ra|[Ff]ra|[Tt]ussen|[Mm]ellan|[Mm]ellem|[Mm]iędzy|[Мм]ежду) $"
)
_RANGE_BETWEEN = Lazy(rf"(?P<low>{_DIGITS}) (?:und|et|y|e|en|och|og|a|и) (?={_DIGITS})")
_RANGE = Lazy(rf"(?P<low>{_DIGITS})(?: (?:bis|à|a|tot|do|до|till|til) |[–-])(?={_DIGITS})")
_NAME, _NAME_REACH = 12, 30
"""Characters before a number in which a word that goes with it may stand."""
_FIRST_YEAR, _LAST_YEAR = 1500, 2100


def is_comma_language(language: str) -> bool:
    """Whether a language, by its code, writes a comma before decimals."""
    return language[:2] in _LANGUAGES


def find_amounts_abroad(text: str, language: str) -> Iterator[Amount]:
    """The amounts in `text`, which is in `language`, in reading order."""
    done = 0
    for digit in re.finditer(r"(?<![\w.,:/$€£¥#-])(?:US\$|[$€£¥] ?)?\d|(?<=\d[–-])\d", text):
        if digit.start() < done:
            continue
        amount = _read(text, digit.start(), language[:2])
        if amount is not None:
            done = amount.end
            yield amount


def _read(text: str, at: int, language: str) -> Amount | None:
    between = _BETWEEN.search(text[max(0, at - _NAME) : at])
    if low := (_RANGE_BETWEEN if between else _RANGE).match(text, at):
        high = _plain(text, low.end(), language)
        if high is None or not high.unit or high.number <= _value(low["low"]):
            return None
        # The lower end stands without its unit; the figure is printed with both.
        return Amount(at, low.end("low"), _value(low["low"]), "", Bound.EXACT, spelt=False)
    return _plain(text, at, language)


def _plain(text: str, at: int, language: str) -> Amount | None:
    """The amount at `at` by itself, whatever range it may be an end of."""
    found = _AMOUNT.match(text, at)
    if found is None:
        return None
    number, end = _value(found["number"]), found.end("number")
    word = (found["scale"] or "").lower()
    scale = _SCALES.get(word)
    if scale:
        number, end = number * scale, found.end()
    unit = _money(found["sign"])
    rest = _REST.match(text, end)
    if rest and rest["share"]:
        unit, end = "%", rest.end()
    elif not unit and rest and (named := _money(rest["money"])):
        unit, end = named, rest.end()
    elif not unit:
        if _is_named(text, at, language) and not scale:
            return None
        if found["number"].isdigit() and _FIRST_YEAR <= number <= _LAST_YEAR and not scale:
            return None
        noun = _NOUNS[language].match(text, end) if language in _NOUNS else None
        if noun is None or noun["noun"].split()[-1] in _VAGUE:
            return None
        if number % 1 and not scale and not _MEASURED.match(noun["noun"]):
            return None  # “The 19,8 consigned”: nobody counts people or things in tenths.
        unit, end = noun["noun"], noun.end()
    start, bound = _bounded(text, at)
    return Amount(start, end, number, unit, bound, spelt=False)


def _is_named(text: str, at: int, language: str) -> bool:
    """Whether the number at `at` belongs to the name of a thing before it."""
    lead = text[max(0, at - _NAME_REACH) : at]
    if _NAMED_BEFORE.search(lead) or _LETTERS_BEFORE.search(lead):
        return True
    # In German every noun has a capital.
    return language != "de" and _NAME_BEFORE.search(lead) is not None


def _money(word: str | None) -> str:
    return _MONEY.get(word.strip(" -.").lower(), "") if word else ""


def _value(written: str) -> float:
    if _POINT.fullmatch(written):
        return float(written)
    return float(re.sub(r"[.’'\s]", "", written).replace(",", "."))


def _bounded(text: str, at: int) -> tuple[int, Bound]:
    """Where the words begin that say how firmly the number at `at` is given, and what they say."""
    # With the space behind the words, and the letter before them if they are the end of a longer one.
    lead = text[max(0, at - _LONGEST - 2) : at].replace("'", "’")
    lower = lead.lower()
    best = ""
    for words in _BOUNDS:
        gap = "" if words.endswith("’") else " "
        if len(words) > len(best) and lower.endswith(words + gap):
            before = lower[: -len(words + gap)][-1:]
            if not before.isalnum():
                best = words
    if not best:
        return at, Bound.EXACT
    return at - len(best) - (not best.endswith("’")), _BOUNDS[best]
