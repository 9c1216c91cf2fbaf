"""Finds what a document says of its own words: that they go on elsewhere, or that a machine wrote them.

Such a line is the publisher's or a program's, not the article's: it is never quoted, and whoever
quotes the rest has to know.
"""

import math
from collections.abc import Sequence

from msgspec import Struct

from briefing.cleaning.known import body_lines
from briefing.cleaning.lines import Feature
from briefing.cleaning.refusals import is_refusal
from briefing.model.source import Article, Kind
from briefing.text.lazy import Lazy

_NOTHING = "No paragraph of an article was found in it, so that nothing of it is quoted."
_CUT = "The document says that it goes on for subscribers: only its beginning is here."
_MAY_GO_ON = (
    "A subscription is offered where its words end, and these are few:"
    " look whether the article goes on."
)
_FEW = (
    "There is much beside a few words that read like an article: look whether they are the article."
)
_PART = "It says that it is page {} of {}: look whether the others are here."
_OF_PAGES = Lazy(
    r"^\W*(?P<word>page|seite|página|pagina|strona|strana|страница|стр\.|sida|side|sivu|sayfa|halaman)?\W{0,2}"
    r"(?P<this>\d{1,2}) ?(?:/|of|von|sur|de|di|van|z|ze|av|af|из) ?(?P<all>\d{1,2})\W*$"
)
_NEXT = Lazy(
    r"^\W*(?:next(?: page)?|nächste seite|page suivante|suivant|página siguiente|siguiente|próxima página|"
    r"pagina successiva|volgende(?: pagina)?|następna strona|další strana|следующая страница|nästa sida|"
    r"neste side|næste side|seuraava sivu|sonraki sayfa|halaman (?:selanjutnya|berikutnya))\W*$"
)
"""The link to a further page of the same article; “1/2” by itself may count pictures."""
_MADE = "The document says that a machine translated it: its words are not the publisher’s own."
_PIECE = r"(?:article|story|content|piece|report|post|analysis|column)"
_ENTRY = r"(?:subscri|regist|sign|log ?in|log on|account|member|join|trial)"
_GOES_ON = (
    (
        ("subscri", "reading", "members", "unlock", "reached your"),
        Lazy(
            rf"\b{_ENTRY}\w*\b.{{0,40}}\bto (?:continue|keep|finish) reading\b"
            rf"|\bto (?:continue|keep|finish) reading\b.{{0,60}}\b{_ENTRY}"
            rf"|\b(?:this|full|rest of (?:this|the)|premium) {_PIECE} is .{{0,30}}"
            r"\b(?:subscribers|members)\b"
            r"|\b(?:subscribe|sign in|log in|register) to (?:unlock|read|view|access) (?:this|the)"
            rf" (?:full |whole |rest of (?:this|the) )?{_PIECE}"
            rf"|\bunlock (?:this|the full) {_PIECE}"
            r"|^\W*subscribe (?:now |today )?to continue\W*$"
            rf"|\bto read the (?:full|whole|rest of the) {_PIECE}\b.{{0,60}}\b{_ENTRY}"
            r"|\breached your (?:monthly )?(?:article )?limit\b.{0,40}\b(?:free|articles)\b"
        ),
    ),
    # French, German
    (
        ("abonn", "il vous reste", "lesen"),
        Lazy(
            r"\bil vous reste [\d.,]+ ?% "
            r"|\b(?:la suite|cet article|ce contenu)\b.{0,20}\bréservée? (?:aux|à nos) abonné"
            r"|^\W{0,2}(?:article|contenu) réservé (?:aux|à nos) abonnés\W*$"
            r"|\bpour lire (?:la suite|l[’']intégralité)\b.{0,60}\babonn"
            r"|\b(?:artikel|text|beitrag)\b.{0,40}\b(?:weiter)?lesen\b.{0,40}\b(?:abo|abonn\w+)\b"
            r"|\b(?:dieser|der ganze|der vollständige) (?:artikel|text|beitrag"
            r"|inhalt) .{0,30}\bfür abonnent"
            r"|^\W*(?:jetzt )?(?:weiterlesen|lesen sie (?:diesen artikel|weiter)) mit .{0,20}(?:\+"
            r"|plus|premium)\W*$"
            r"|\b(?:abo|abonn\w+|anmelden|registrieren)\b.{0,40}\bweiter(?:zu)?lesen\b"
            r"|\bweiter(?:zu)?lesen\b.{0,60}\b(?:abo|abonn\w+|anmelden|registrieren)\b"
        ),
    ),
    # Spanish, Portuguese, Italian
    (
        ("leyendo", "suscriptor", "assina", "lendo", "leggere", "abbonat"),
        Lazy(
            r"\b(?:suscr[íi]b\w+|reg[íi]str\w+|inicia sesión)\b.{0,40}\b(?:seguir|continuar) leyendo\b"
            r"|\bpara (?:seguir|continuar) leyendo\b"
            r"|\b(?:contenido|artículo|noticia|texto)\b.{0,20}\bpara suscriptores\b"
            r"|\bpara continuar (?:lendo|a ler)\b"
            r"|\b(?:conteúdo|artigo|matéria|reportagem|texto)\b.{0,20}\bpara assinantes\b"
            r"|\bper continuare a leggere\b|\briservat[oa] (?:agli|ai nostri) abbonati\b"
        ),
    ),
    # Dutch, Polish, Russian, Swedish, Norwegian
    (
        ("abonn", "lezen", "pozosta", "subskryb", "prenumer", "подпис", "att läsa", "å lese"),
        Lazy(
            r"\bartikel\b.{0,30}\bvoor abonnees\b|\bom (?:verder|door) te lezen\b"
            r"|\bpozostało (?:ci )?[\d.,]+ ?% |\btylko dla (?:subskrybentów|prenumeratorów)\b"
            r"|\bтолько (?:для )?подписчик|\bчтобы (?:продолжить чтение|дочитать)\b"
            r"|\b(?:endast|bara) för prenumeranter\b|\bför att (?:fortsätta )?läsa (?:vidare|hela)\b"
            r"|\b(?:kun|bare) for abonnenter\b|\bfor å lese (?:videre|hele|saken)\b"
            r"|\b(?:część|treść|artykuł)\b.{0,30}\bdla (?:subskryb|prenumer)|\bлише для передплатників\b"
        ),
    ),
    # Czech and Slovak, Turkish, Greek, Finnish, Hungarian, Arabic
    (
        ("předplat", "predplat", "abone", "συνδρομ", "tilaaj", "előfizet", "مشترك", "اشترك"),
        Lazy(
            r"\b(?:pouze|jen|len) pro (?:naše )?p[řr]edplatitele\b"
            r"|\bp[řr]edplat.{0,40}\b(?:celý článek|číst dál)"
            r"|\b(?:okumak|devam etmek) için\b.{0,30}\babone ol|\babone ol\w*\b.{0,40}\b(?:okumaya"
            r"|devamını)\b"
            r"|\bμόνο για συνδρομητές\b|\bνα συνεχίσετε\b.{0,60}συνδρομ"
            r"|\bvain tilaajille\b|\bcsak előfizetőknek\b"
            r"|للمشتركين فقط|اشترك.{0,20}(?:لمواصلة|لمتابعة|لإكمال) القراءة"
        ),
    ),
    # Japanese, Chinese, Korean
    (
        ("文字", "記事", "续", "續", "付费", "구독", "유료", "로그인"),
        Lazy(
            r"残り ?[\d,]+ ?文字|この記事は(?:有料|会員限定)|(?:有料)?会員限定の?記事|この記事の?続きを"
            r"|(?:订阅|訂閱|登录|登入).{0,12}(?:继续|繼續)(?:阅读|閱讀)|本文为付费内容|(?:구독|로그인).{0,16}(?:계속|이어서?)"
            r"|유료 ?(?:회원|구독자) ?전용"
        ),
    ),
)
"""How documents say that they go on for subscribers, with stems that a line needs one of."""
_OFFERED = (
    (
        (
            "month", "subscri", "unlimited", "cancel", "monat", "kündbar", "abo", "engagement", "mois",
            "mes", "maand", "måned", "månad", "mies", "měsíc", "месяц", "suscri", "assina", "předplat",
        ),
        Lazy(
            r"(?:[€$£¥₺]|\b(?:eur|euro|usd|chf|kr|zł|kč|tl|руб\w*))\W{0,3}(?:/|\b(?:a|per|im|pro"
            r"|par|al|por|ao|"
            r"in de|i|w|za|на|в)\b)? ?(?:\d{1,2} )?(?:month|monat|mois|mes|mês|mese|maand|måned"
            r"|månad|miesiąc|"
            r"měsíc|месяц)"
            r"|\bcancel (?:at )?any ?time\b|\b(?:jederzeit|monatlich) kündbar\b|\bsans engagement\b"
            r"|\balready (?:a subscriber|subscribed|have an account)\b|\bunlimited access\b"
            r"|\b(?:sie haben|schon|bereits) (?:bereits )?(?:ein (?:abo|abonnement)|abonnent)\b"
            r"|\bdéjà abonnée?\b|\bya (?:eres|soy|tienes?) (?:suscri|una suscri)|\bjá é assinante\b"
            r"|\bgià abbonat[oa]\b|\b(?:al|reeds) abonnee\b|\baboneyseniz\b|\bjste předplatitel"
        ),
    ),
)  # fmt: skip
"""What an offer of subscriptions says; menus have it, too: it counts below a few words only."""
_MADE_STEMS = ("translat", "übersetz", "tradui", "traduc", "tradu", "翻訳", "翻译", "翻譯", "번역")
_MACHINE = (
    r"(?:machine|artificial intelligence|ai\b|a\.i\.|google|deepl|chatgpt|automatic|automated|robot|"
    r"generative)"
)
_BY_MACHINE = Lazy(
    rf"\b(?:was|been|is|are|automatically|page|article|story|text|content"
    rf"|^)\W*(?:machine[- ])?translated\b"
    rf".{{0,40}}\b{_MACHINE}"
    rf"|\b(?:automatically|machine|ai|computer)[- ]translated (?:{_PIECE}|page|text|version|from)"
    rf"|\bthis (?:{_PIECE}|page|text|translation)\b.{{0,40}}\b(?:automatically|machine)[- ]translated"
    rf"|\btranslation (?:was |is )?(?:made|done|provided|produced|generated|powered)? ?by {_MACHINE}"
    r"|\b(?:automatisch|maschinell|mit (?:hilfe von )?ki|von einer ki) übersetzt\b"
    r"|\btraduit\w* (?:automatiquement|par (?:une )?(?:ia|machine))\b"
    r"|\btraducid[oa] (?:automáticamente|por (?:una )?(?:ia|máquina))|\btraducción automática\b"
    r"|\btraduzid[oa] (?:automaticamente|por (?:ia|máquina))|\btradott[oa] (?:automaticamente|dall)"
    r"|機械翻訳|自動翻訳|ＡＩ翻訳|AI翻訳|(?:机器|機器|自动|自動)翻[译譯]|(?:AI|인공지능|자동|기계).{0,12}번역",
)
_MACHINES = ((_MADE_STEMS, _BY_MACHINE),)
_WALL = (
    "What is here asks for consent to cookies and is no article:"
    " open the page, answer, and save it again."
)
_CONSENT_STEMS = (
    "cookie", "consent", "privacy", "personal data", "einwillig", "datenschutz", "données", "traceurs",
    "datos", "consenso", "dati", "toestemming", "samtyck", "samtykke", "zgod", "согласи", "同意",
    "クッキー",
)  # fmt: skip
_CONSENT = Lazy(
    r"\b(?:cookies?|consent|privacy (?:settings|choices|policy)|personal data|einwilligung\w*|"
    r"datenschutz\w*|consentement|données (?:personnelles|à caractère)|traceurs|consentimiento|"
    r"datos personales|consenso|dati personali|consentimento|toestemming|samtykke|samtycke|zgod[aęy]|"
    r"согласи[ею]|файлы cookie)\b|同意|クッキー"
)
_BUTTON = Lazy(
    r"^(?:(?:i )?(?:accept|agree|reject|allow|decline|consent)(?: (?:all|and).{0,24})?|"
    r"manage (?:options|settings|preferences)|"
    r"(?:alle |allen? )?(?:akzeptieren|ablehnen|zustimmen)(?: und .{0,16})?|"
    r"(?:tout )?(?:accepter|refuser).{0,16}|aceptar.{0,16}|rechazar.{0,16}|aceitar.{0,16}|"
    r"accett[ao].{0,16}|rifiuta.{0,16}|accepteren|akkoord|godta.{0,16}|acceptera.{0,16}|"
    r"zaakceptuj.{0,16}|принять.{0,16}|同意する|同意)$"
)
_REFUSAL = (
    "What is here says that the page was not shown, and is no article:"
    " open it in a browser and save what is shown."
)
_MOST_WALL_WORDS, _MOSTLY = 800, 0.5
"""Words that such a wall has at the most, and the share of its paragraphs that speak of consent."""
_LONGEST_BUTTON = 40
_FOOT, _MOST_PAGES = 6, 20
"""Words of a line that counts pages, and pages of an article, at the most."""
_PRICES = 60
"""Words of paragraphs below a line that it goes on for subscribers, up to which these are none."""
_OFFER_WORDS, _FEW_WORDS, _MUCH = 150, 40, 12
"""Words of an article below which an offer of subscriptions is heeded; words that hardly an article has;
and lines of a page beside them."""
_LONG, _STUB = 9, 400
"""Words of a line that may be a paragraph, and of a page of which only the beginning is shown."""
_PARTING = "\0"
"""What no text holds."""
_LONGEST = 400
"""Characters of the longest line that is taken for one of these."""
_ABOVE, _BELOW = 10, 8
"""Lines around the article's paragraphs in which they may stand."""
_INSIDE = 3
"""Lines at its beginning and its end that may have been taken for paragraphs."""


class Doubts(Struct, frozen=True):
    """The lines in which a document speaks of its own words, and a sentence on each matter."""

    lines: frozenset[int] = frozenset()
    told: tuple[str, ...] = ()


def find_doubts(article: Article, features: Sequence[Feature], kinds: Sequence[Kind]) -> Doubts:
    """What `article` says of its own words; `kinds` are those of its lines."""
    body = body_lines(kinds)
    if body and _is_wall(article, body):
        return Doubts(frozenset(body), (_WALL,))
    if is_refusal(features, body):
        return Doubts(frozenset(body), (_REFUSAL,))
    if not body:
        return _of_no_article(article, features)
    count = sum(features[index].count for index in body)
    foot = range(body[-_INSIDE:][0], min(body[-1] + _BELOW, len(kinds)))
    head = range(max(0, body[0] - _ABOVE), body[:_INSIDE][-1] + 1)
    cut = _lines(article, foot, _GOES_ON)
    # Little that stands below such a line is no article either: it names prices and ways to pay.
    below = [index for index in body if cut and index > cut[0]]
    if sum(features[index].count for index in below) <= _PRICES:
        cut += below
    offers = _lines(article, foot, _OFFERED) if count < _OFFER_WORDS else []
    made = {
        *_lines(article, head, _MACHINES),
        *_lines(article, foot, _MACHINES),
    }
    told = [_CUT] if cut else [_MAY_GO_ON] if offers else []
    if not told and count < _FEW_WORDS and len(kinds) - len(body) >= _MUCH:
        told = [_FEW]
    told += [_MADE] if made else []
    counted, pages = ([], []) if article.pages else _parts(features, foot)
    return Doubts(frozenset((*cut, *offers, *made, *counted)), (*told, *pages))


def _of_no_article(article: Article, features: Sequence[Feature]) -> Doubts:
    """What a page says in which no article was found: that it asks for consent, or goes on elsewhere."""
    long = [index for index, feature in enumerate(features) if feature.count >= _LONG]
    if long and _is_wall(article, long):
        return Doubts(frozenset(long), (_WALL,))
    few = sum(feature.count for feature in features) <= _STUB
    cut = few and _lines(article, range(len(features)), _GOES_ON)
    return Doubts(told=(_NOTHING, _CUT) if cut else (_NOTHING,))


def _parts(features: Sequence[Feature], reach: range) -> tuple[list[int], list[str]]:
    """The lines at an article's foot that say which of several pages it is, and what is told of it."""
    foot = {at: features[at].text.lower() for at in reach if features[at].count <= _FOOT}
    following = [at for at, words in foot.items() if _NEXT.match(words)]
    for at, words in foot.items():
        found = _OF_PAGES.match(words) if any(map(str.isdigit, words)) else None
        if found is None or not 1 <= int(found["this"]) <= int(found["all"]) <= _MOST_PAGES:
            continue
        if int(found["all"]) > 1 and (found["word"] or following):
            return [at, *following], [_PART.format(found["this"], found["all"])]
    return [], []


def _is_wall(article: Article, body: Sequence[int]) -> bool:
    """Whether the paragraphs ask for consent, and a button answers."""
    words = sorted((_words(article, index) for index in body), key=len)
    # Hardly an article asks: where none of its shortest paragraphs does, the others are too few.
    enough = len(body) - math.ceil(_MOSTLY * len(body)) + 1
    shortest = "\n".join(words[:enough]).lower()
    if not any(stem in shortest for stem in _CONSENT_STEMS):
        return False
    if sum(len(each.split()) for each in words) > _MOST_WALL_WORDS:
        return False
    if sum(_asks(each.lower()) for each in words) < _MOSTLY * len(words):
        return False
    return any(
        line.end - line.start <= _LONGEST_BUTTON and _BUTTON.match(_small(article, index))
        for index, line in enumerate(article.lines)
    )


def _asks(small: str) -> bool:
    """Whether a paragraph speaks of consent."""
    return any(stem in small for stem in _CONSENT_STEMS) and _CONSENT.search(small) is not None


def _words(article: Article, index: int) -> str:
    line = article.lines[index]
    return article.text[line.start : line.end]


def _small(article: Article, index: int) -> str:
    return _words(article, index).lower()


def _lines(article: Article, reach: range, told: Sequence[tuple[Sequence[str], Lazy]]) -> list[int]:
    # Hardly a page has one of the stems: they are looked for in all these lines at once.
    lines = [at for at in reach if article.lines[at].end - article.lines[at].start <= _LONGEST]
    small = _PARTING.join([_words(article, at) for at in lines]).lower()
    return [
        at
        for stems, pattern in told
        for found in ([stem for stem in stems if stem in small],)
        for at, words in zip(lines, small.split(_PARTING) if found else (), strict=False)
        if any(stem in words for stem in found) and pattern.search(words)
    ]
