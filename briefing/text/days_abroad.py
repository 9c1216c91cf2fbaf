"""Days of the week and days counted from the day of writing, in languages other than English.

“am Dienstag”, “mardi dernier”, “el pasado lunes”, “gestern”. Which week is meant is said by a word
beside the day, or by the verbs of its sentence; where neither says it, the day is left out.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from briefing.text.times import DAYS, TimeWords
from briefing.text.weekdays import WEEKDAYS


class DayWords(Struct, frozen=True):
    """What one language says beside a day, as patterns.

    `lead` must stand before a day of the week, `barred` may not; `past` and `future` say which week
    is meant, before the day or behind it; `told` shows verbs that speak of what is over.
    """

    lead: str
    barred: tuple[str, ...]
    part: str
    past: str
    future: str
    told: str
    ahead: str
    yesterday: str
    before_yesterday: str


_WORDS = {
    "de": DayWords(
        lead=(
            r"(?:am|vom|seit|bis|ab|zum|diesen|(?:am )?(?:vergangenen|letzten|vorigen|kommenden|"
            r"nächsten)) "
        ),
        barred=("jeden ", "jedem ", "schwarzer ", "schwarzen "),
        part=r"(?:abend|morgen|mittag|vormittag|nachmittag|nacht)?",
        past=r"vergangenen|letzten|vorigen",
        future=r"kommenden|nächsten",
        told=(
            r"\b(?:war|waren|hat|haben|hatten?|wurden?|worden|kam(?:en)?|ging(?:en)?|gab(?:en)?|"
            r"(?:sag|teil|erklär|melde|berichte|starte|erreich|zeig|forder|feier)ten|schlossen|"
            r"veröffentlichten?|"
            r"(?!ge|heute\b|erste|letzte|nächste|zweite|dritte|weite|könnte|sollte|möchte|müsste|hätte|"
            r"dürfte|wollte|bitte|rechte|gute)[a-zäöüß]{3,}te)\b"
        ),
        ahead=(
            r"\b(?:wird|werden|will|wollen|soll|sollen|sollte|könnte|möchte|plant|planen|beginnt|"
            r"findet|startet|geplant|erwartet|vorgesehen|angesetzt|beginnende\w*)\b"
        ),
        yesterday="gestern",
        before_yesterday="vorgestern",
    ),
    "fr": DayWords(
        lead=r"(?:ce |de |depuis |jusqu[’'](?:à|au) |avant |après )?",
        barred=("le ", "les ", "un ", "chaque ", "dès ", "tous les ", "du ", "des "),
        part=r"(?: matin| soir| après-midi)?",
        past=r"dernier|passé",
        future=r"prochain",
        told=(
            r"\b(?:a|ont|avait|avaient|est|sont|était|étaient|a été|ont été) (?:\w+ )?"
            r"\w{2,}(?:é|és|ée|ées|i|is|it|u|us|ue|ert)\b|"
            r"\b[a-zé]{3,}(?:ait|aient)(?<!rait)(?<!raient)\b"
        ),
        ahead=r"\b(?:va|vont|doit|doivent|prévue?s?|attendue?s?|aura|auront|sera|seront|\w{3,}r(?:a|ont))\b",
        yesterday="hier",
        before_yesterday="avant-hier",
    ),
    "es": DayWords(
        lead=r"(?:el |este |desde el |hasta el |(?:el )?(?:pasado|próximo) )",
        barred=("cada ", "los ", "un "),
        part=r"(?: por la (?:mañana|tarde|noche))?",
        past=r"pasado|último",
        future=r"próximo|que viene",
        told=(
            r"\b(?:ha|han|había|habían) \w+(?:ado|ido|to|cho)\b|"
            r"\b(?:fue|fueron|dijo|era|estaba|tuvo|hizo|hubo)\b|"
            r"\b[a-zñ]{2,}(?:ó|aron|ieron)\b"
        ),
        ahead=r"\b(?:va a|van a|será|serán|previst[oa]s?|[a-zñ]{3,}r(?:á|án))\b",
        yesterday="ayer",
        before_yesterday="anteayer|antier",
    ),
    "it": DayWords(
        lead=r"(?:da |fino a |entro )?(?:lo scorso |il prossimo |questo )?",
        barred=("il ", "ogni ", "i ", "un "),
        part=r"(?: mattina| sera| pomeriggio| notte)?",
        past=r"scors[oa]",
        future=r"prossim[oa]",
        told=(
            r"\b(?:ha|hanno|aveva|avevano|è|sono|era|erano|è stat[oa]|sono stat[ei]) (?:\w+ )?"
            r"\w+(?:to|ta|ti|te|so|sa|si|se)\b|"
            r"\b(?:fu|furono|disse)\b"
        ),
        ahead=r"\b(?:sarà|saranno|dovrà|deve|previst[oaie]|attes[oaie]|[a-z]{3,}r(?:à|anno))\b",
        yesterday="ieri",
        before_yesterday="l[’']altro ieri",
    ),
    "nl": DayWords(
        lead=r"(?:afgelopen |vorige |komende |volgende |sinds |tot |vanaf )?",
        barred=("op ", "elke ", "iedere ", "de ", "een "),
        part=r"(?:avond|ochtend|middag|nacht|morgen)?",
        past=r"afgelopen|vorige",
        future=r"komende|volgende",
        told=r"\b(?:heeft|hebben|had|hadden|is|zijn|was|waren|werd|werden|zei|kwam)\b",
        ahead=r"\b(?:zal|zullen|gaat|gaan|wordt|worden|wil|moet|moeten)\b",
        yesterday="gisteren",
        before_yesterday="eergisteren",
    ),
    "pt": DayWords(
        lead=(
            r"(?:na |nesta |no |neste |desde |até |da |(?:na )?(?:última|próxima) |"
            r"(?:no )?(?:último|próximo) )"
        ),
        barred=("cada ", "toda ", "todo ", "às ", "aos ", "um ", "uma "),
        part=r"(?: à (?:noite|tarde)| de manhã)?",
        past=r"passad[oa]|últim[oa]",
        future=r"próxim[oa]|que vem",
        told=(
            r"\b(?:foi|foram|era|eram|tinha|tinham|disse|fez|teve|houve|está|estava)\b|"
            r"\b[a-zç]{2,}(?:ou|eu|iu|aram|eram|iram)\b"
        ),
        ahead=r"\b(?:vai|vão|será|serão|deve|devem|previst[oa]s?|[a-zç]{3,}r(?:á|ão))\b",
        yesterday="ontem",
        before_yesterday="anteontem",
    ),
}
_FEASTS = r"(?! (?:noir|saint|santo|santa|negro|nero)\b)"
_DATED = (
    r"(?!,? (?:den |dem |der |le |el |il |dia )?\d| vor (?:einer|zwei|drei|\d)| in (?:einer|zwei) )"
)
"""Behind the day of the week no date, which is read by itself, and no weeks from then."""
_CLAUSE = re.compile(r"[.!?;]\s|\n")


def find_days(text: str, language: str) -> Iterator[TimeWords]:
    """The days of the week and “yesterday” in `text`, their parts as in English ones."""
    words = _WORDS.get(language)
    if words is None:
        return
    weekday, yesterday = _patterns(language)
    for hit in weekday.finditer(text):
        if language == "de" and hit["day"].islower():
            continue  # “dienstags” and the like.
        which = _which(hit, text, words)
        if which is not None:
            day = DAYS[WEEKDAYS[language][hit["day"].lower()]]
            yield TimeWords(hit.start("day"), hit.end("last"), "weekday", {"wd": day, **which})
    for hit in yesterday.finditer(text):
        named = "the day before yesterday" if hit["two"] else "yesterday"
        yield TimeWords(hit.start(), hit.end(), "deictic", {"deictic": named})


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = _WORDS[language]
    names = "|".join(sorted(WEEKDAYS[language], key=len, reverse=True))
    barred = "".join(rf"(?<!\b{before})" for before in words.barred)
    weekday = re.compile(
        rf"(?<![\w-]){barred}(?P<lead>{words.lead})(?P<day>{names}){words.part}"
        rf"(?P<last>(?: (?:{words.past}|{words.future}))?)(?![\w-]){_FEASTS}{_DATED}",
        re.IGNORECASE,
    )
    yesterday = re.compile(
        rf"(?<![\w’'-])(?<!de )(?:(?P<two>{words.before_yesterday})|(?:{words.yesterday}))(?![\w-])",
        re.IGNORECASE,
    )
    return weekday, yesterday


def day_sign() -> str:
    """A pattern of every word that a day of the week or “yesterday” can be told by."""
    names = {name for days in WEEKDAYS.values() for name in days}
    names |= {word.yesterday for word in _WORDS.values()}
    return rf"(?i:\b(?:{'|'.join(sorted(names))}))"


def _which(hit: re.Match[str], text: str, words: DayWords) -> dict[str, str] | None:
    """Which of the days of that name is meant; `None` where nothing says it."""
    beside = f"{hit['lead']} {hit['last']}"
    if re.search(rf"\b(?:{words.past})\b", beside, re.IGNORECASE):
        return {"which": "last"}
    if re.search(rf"\b(?:{words.future})\b", beside, re.IGNORECASE):
        return {"which": "next"}
    start = max((cut.end() for cut in _CLAUSE.finditer(text, 0, hit.start())), default=0)
    stop = _CLAUSE.search(text, hit.end())
    sentence = text[start : stop.start() if stop else len(text)]
    over = re.search(words.told, sentence) is not None
    to_come = re.search(words.ahead, sentence) is not None
    if over == to_come:
        return None
    return {"side": "-1" if over else "1"}
