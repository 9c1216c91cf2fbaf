"""What the first words of a sentence are worth in other languages than English: see `standing`."""

from collections.abc import Mapping

from msgspec import Struct

from briefing.text.lazy import Lazy

_SOON = r"(?:[^\s,.:;]+ ){1,5}"
"""The first words of a sentence."""


class _Openers(Struct, frozen=True):
    """How sentences of a language open that lean on the one before."""

    back: frozenset[str]
    """First words that point back at something the reader does not see."""
    tie: frozenset[str]
    """First words that only tie the sentence to the one before."""
    behind: Lazy
    """First words that do so only with what comes behind: “Für ihn”, “De plus”."""
    within: Lazy | None = None
    """Words soon behind the first that tie the sentence to the one before: “Die Ministerin aber”."""


_GERMAN = _Openers(
    frozenset(
        "Er Es Sie Ihn Ihm Ihnen Dies Diese Dieser Dieses Diesen Diesem Dabei Dadurch Dafür Dagegen Daher "
        "Damit Danach Daneben Daran Darauf Daraus Darin Darüber Darum Darunter Davon Davor Dazu Dahinter "
        "Deren Dessen Denen Deshalb Deswegen Demnach Derselbe Dieselbe Dasselbe Dort Dorthin Letztere "
        "Letzterer Letzteres Beide Beides Solche Solches Jene Jener Jenes Ihr Ihre Ihren Ihrem Ihrer Sein "
        "Seine Seinen Seinem Seiner Stattdessen Somit Hierzu Hierbei Hiermit Hierfür Hier".split()
    ),
    frozenset(
        "Aber Allerdings Auch Außerdem Bereits Denn Dennoch Doch Ebenso Ferner Gleichwohl Gleichzeitig "
        "Hingegen Immerhin Indes Indessen Inzwischen Jedoch Mittlerweile Oder Schließlich Sogar "
        "Trotzdem Überdies Und Unterdessen Vielmehr Währenddessen Weiter Weiterhin Zudem Zugleich Zuvor "
        "Zwar Später Dann Nun So".split()
    ),
    Lazy(
        r"(?:Für|Mit|Von|Bei|Nach|Vor|Aus|Auf|An|In|Zu|Gegen|Ohne|Durch|Über|Unter|Neben|Seit|Trotz|Wegen|"
        r"Auch|Doch|Aber|Und|Denn|Nur|Selbst|Gerade|Laut) "
        r"(?:ih[nmr]|ihnen|ihre[nmrs]?|seine[nmrs]?|diese[nmrs]?|dies|jene[nmrs]?|hier|dort|davon|damit|"
        r"dabei|dafür|dazu|denen|dessen|deren)\b"
        r"|(?:Das|Die|Der) (?:ist|sind|war|waren|hat|hatten?|hätten?|habe|haben|wird|werden|wurden?|"
        r"würden?|"
        r"kann|können|könnten?|soll|sollen|sollten?|will|wollen|wollten?|muss|müssen|mussten?|darf|durfte|mag|"
        r"gilt|galt|zeigt|heißt|hieß|liegt|lag|geht|ging|macht|machte|dürften?|kam|kommt|sei|gab|gibt|sagt|"
        r"steht|stand|bleibt|blieb|hält|hielt|bekam|sorgt|führt|führte|bedeutet|gehört|reicht|klingt|ließ|"
        r"lässt|wisse?|weiß|wusste|findet|fand|sieht|sah)\b"
    ),
    Lazy(
        rf"{_SOON}(?:aber|jedoch|allerdings|dagegen|hingegen|wiederum|indes|indessen|nämlich|deshalb|daher|"
        r"deswegen|davon|dadurch|daraufhin|stattdessen)\b"
    ),
)
_FRENCH = _Openers(
    frozenset(
        "Il Elle Ils Elles Ce Cet Cette Ces Cela Ceci Celui Celle Ceux Celles Son Sa Ses Leur Leurs Lui "
        "Eux Ainsi Alors Là Ici".split()
    ),
    frozenset(
        "Mais Et Ou Or Donc Pourtant Cependant Toutefois Néanmoins Puis Ensuite Enfin Aussi Car Certes "
        "Parallèlement Entre-temps Finalement Également Auparavant".split()
    ),
    Lazy(
        r"(?:C[’']est|C[’']était|Ce n[’']est|S[’']il|S[’']ils|S[’']elle|D[’']ailleurs|En effet|De plus|"
        r"En revanche|En outre|En conséquence|Par ailleurs|Par conséquent|Au contraire|À l[’']inverse|"
        r"Du coup|Pour autant|Quant à (?:lui|elle|eux|elles)|C[’']est vrai)\b"
        r"|(?:Pour|Avec|Selon|Sans|Chez|Après|Avant|Depuis|Malgré|Dans|Sur|Contre|D[’']après) "
        r"(?:lui|elle|eux|elles|cela|ceci|ce|cet|cette|ces)\b"
    ),
    Lazy(
        rf"{_SOON}(?:pourtant|cependant|toutefois|en revanche|"
        r"quant à (?:lui|elle))\b"
        r"|(?:De son côté|Pour sa part|De leur côté|À son tour|Pour leur part)\b"
    ),
)
_SPANISH = _Openers(
    frozenset(
        "Él Ella Ellos Ellas Ese Esa Eso Esos Esas Este Esta Esto Estos Estas Su Sus Ambos Ambas Así Allí "
        "Ahí Entonces Tal Tales Dicho Dicha Dichos Dichas Aquel Aquella Aquello Le Les".split()
    ),
    frozenset("Pero Y O Además También Luego Después Finalmente Asimismo Incluso".split()),
    Lazy(
        r"(?:Sin embargo|No obstante|Por eso|Por ello|Por tanto|Por lo tanto|Por otra parte|Por otro lado|"
        r"En cambio|Es decir|De hecho|A su vez|Al mismo tiempo)\b"
        r"|(?:Para|Con|Según|Sin|Tras|Ante|Desde|En|De|Por|Contra) "
        r"(?:él|ella|ellos|ellas|ello|eso|esa|ese|esos|esas|esto|dicho|dicha)\b"
    ),
    Lazy(
        rf"{_SOON}(?:sin embargo|no obstante|en cambio|por tanto)\b"
        r"|(?:Por su parte|A su turno|Por otro lado)\b"
    ),
)
_ITALIAN = _Openers(
    frozenset(
        "Egli Ella Essa Esso Essi Esse Lui Lei Loro Questo Questa Questi Queste Quello Quella Quelli "
        "Quelle Suo Sua Suoi Sue Ciò Così Lì Qui Entrambi Entrambe Tale Tali".split()
    ),
    frozenset(
        "Ma E O Inoltre Anche Però Tuttavia Poi Quindi Dunque Infatti Infine Intanto".split()
    ),
    Lazy(
        r"(?:Per questo|Nonostante ciò|D[’']altra parte|Al contrario|Allo stesso tempo)\b"
        r"|(?:Per|Con|Secondo|Senza|Dopo|Da|In|Di) (?:lui|lei|loro|ciò|quest[oaie]|quell[oaie])\b"
    ),
)
_DUTCH = _Openers(
    frozenset(
        "Hij Zij Ze Dit Dat Deze Zijn Haar Hun Hen Daar Daarbij Daardoor Daarmee Daarna Daarom Daarop "
        "Daarvan Daarvoor Daartoe Beide Beiden Zo Toen Hierdoor Hiermee Hier Zulke".split()
    ),
    frozenset(
        "Maar En Of Ook Toch Echter Bovendien Vervolgens Dan Want Inmiddels Tegelijk Wel".split()
    ),
    Lazy(
        r"(?:Het|Die) (?:is|was|zijn|waren|heeft|had|zou|kan|moet|gaat|wordt|werd)\b"
        r"|(?:Voor|Met|Van|Volgens|Bij|Na|In|Op|Zonder) (?:hem|haar|hen|hun|dit|dat|deze|die)\b"
    ),
)
_OPENERS: Mapping[str, _Openers] = {
    "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH, "it": _ITALIAN, "nl": _DUTCH,
}  # fmt: skip
_OPEN = Lazy(
    r"(?:Es gibt|Es ist das erste Mal|Il y a|Il s[’']agit|C[’']est la première fois|Es la primera vez)\b"
    r"|(?:\w+ )?(?:Diese[nmrs]?|diese[nmrs]?|C(?:e|et|ette|es)|c(?:e|et|ette|es)|[Ee]st[aeo]s?|"
    r"[Qq]uest[aeio]|[Dd]eze|[Dd]it) "
    r"(?:(?:[Jj]ahr|[Mm]onat|[Ss]ommer|[Ww]inter|[Hh]erbst|[Ww]oche)\w*|Frühjahr|Frühling|Tagen|Morgen|"
    r"\w+tag|jours?|mois|matin|soir|nuit|été|hiver|automne|printemps|année|semaine|week-end|\w+di|dimanche|"
    r"año|mes|semana|mañana|tarde|noche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"anno|mese|settimana|mattina|sera|notte|estate|inverno|\w+edì|sabato|domenica|jaar|maand|week|zomer)\b"
)
"""What opens so names no thing told of before: “Es gibt …”, “Cette semaine …”."""
_MARKS = "\"“„‚‘'«» "
_TIED, _QUOTED = 0.6, 0.55


def opening_abroad(text: str, language: str) -> float:
    """What the first words of a sentence are worth in a `language` (BCP 47): 0 if they point back."""
    openers = _OPENERS.get(language[:2])
    if openers is None:
        return 1.0
    bare = text.lstrip(_MARKS)
    if _OPEN.match(bare):
        return 1.0
    first = bare.partition(" ")[0].rstrip(",:;.")
    if first in openers.back or openers.behind.match(bare):
        return 0.0 if len(bare) == len(text) else _QUOTED
    within = openers.within is not None and openers.within.match(bare) is not None
    return _TIED if within or first in openers.tie else 1.0
