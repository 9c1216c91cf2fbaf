"""What single lines of a copied page give away: credits, promotion, blurbs, ends of articles.

The patterns are of wording that publishers share, not of single sites. They are slow, and few lines
match one: each is compiled and searched only where a line has one of the words it needs.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from briefing.text.lazy import Lazy
from briefing.text.plain import plain

_PICTURE_AGENCIES = (
    r"(?:AP|AFP|REUTERS|Reuters|EPA|EFE|ANSA|TASS|UPI|PA|dpa|Xinhua|Kyodo|Yonhap|Bloomberg|Getty|"
    r"POOL|Pool|Shutterstock|ZUMA|Zuma|NurPhoto|SOPA|Anadolu|Sipa|SIPA|Alamy|Handout|Files?)"
)
_LABELLED = (
    r"(?<![^\w.)”\"])(?:Image|Photo|Picture|Foto|Photograph|Credit|Photo credit|Image credit|Bild|"
    r"Fotoğraf|Fotografía|Imagen|Photographie|Legende|Bildunterschrift)s?"
    r" ?: ?[A-Z©]|\bФото ?: ?\w"
)
_PICTURE = r"(?:[Ii]mage|[Pp]hoto|[Pp]icture|[Pp]hotograph|[Cc]redit|Foto|Bild|Imagen|Фото)s?"
_CREDITS = (
    (("/",), Lazy(rf"\b[\w.'’ -]{{2,40}}/ ?{_PICTURE_AGENCIES}\b|^(?:{_PICTURE_AGENCIES})/")),
    (("via ",), Lazy(rf"\bvia (?:{_PICTURE_AGENCIES})\b")),
    (
        ("hoto",),
        Lazy(r"\b(?:AP|AFP|Reuters|EPA|File|Stock|Courtesy|Handout) [Pp]hoto\b|\b\w+photo\.com\b"),
    ),
    (("사진",), Lazy(r"[\[(【〔] ?(?:자료 ?)?사진 ?(?:출처|제공)? ?[=:/ⓒ©]")),
    (("Getty Images",), Lazy(r"\bGetty Images\b")),
    (("picture alliance",), Lazy(r"\bpicture alliance\b")),
    (("Shutterstock",), Lazy(r"\bShutterstock\b")),
    (("iStock",), Lazy(r"\biStock\b")),
    ((":",), Lazy(_LABELLED)),
    ((" by ",), Lazy(r"\b(?:Photo|Photograph|Image|Picture)s? by [A-Z]")),
    (("courtesy of",), Lazy(r"\b(?:Photo|Photograph|Image|Picture)s? courtesy of [A-Z]")),
    (("Photo", "Image", "Picture"), Lazy(r"^\(?(?:Photo|Image|Picture)s?\b.{0,60}\)?$")),
    (
        ("AFP", "EFE", "EPA", "REUTERS", "ANSA", "dpa"),
        Lazy(r"[.)”\"] ?(?:AFP|EFE|EPA|REUTERS|ANSA|dpa)$"),
    ),
    (
        (")",),
        Lazy(
            rf"\( ?{_PICTURE}(?: credits?| courtesy)?(?: ?:| by | courtesy | via )[^()]{{2,60}}\)$"
        ),
    ),
)
"""How pictures are credited, each with what it needs one of, which is looked for first."""
_PROMOTION = (
    r"\b(?:newsletters?|subscribers?|subscribe|unsubscribe|subscription|sign(?:ing)? up|sign in|"
    r"log ?in|your (?:inbox|email|e-mail|account|free)|free (?:updates|trial|account)|cookies?|"
    r"privacy (?:policy|notice)|terms (?:of|and)|click here|tap here|download (?:our|the) app|"
    r"follow us|like us on|join (?:our|the) (?:conversation|channel|community|whatsapp)|"
    r"support (?:our|independent|quality) |donate|advertisement|sponsored|ad-free|"
    r"stay (?:informed|up to date|updated|connected)|get notified|get the latest|breaking news alerts?|"
    r"all rights reserved|copyright|reproduc(?:e|ed|tion) without|delivered to your|"
    r"right to your inbox|read our|share this|whatsapp|already a (?:member|subscriber)|"
    r"receiving this (?:e-?mail|message|newsletter)|advertising disclosure|affiliate (?:links?|partners?)|"
    r"we may (?:earn|receive) (?:an? )?(?:small |affiliate )?(?:commissions?|compensation)|"
    r"become a (?:member|subscriber)|start your|for more information about|is committed to|"
    r"uses? ai\b|this (?:video|browser|content|page) (?:is|was|does|cannot|can't|requires))"
)
IN_THE_NEWS = frozenset(
    "subscriber subscribers subscription whatsapp donate sponsored advertisement".split()
) | {"sign up", "signing up", "terms of"}
"""What is promoted and reported alike: companies and what they live on."""
SPOKEN_TO = frozenset("you your yours our us we here now please reader readers".split())
"""Words of a sentence that asks its reader to do something."""
_ASKED = (
    r"^\W?(?:The )?(?:[A-Z][\w.’'&-]* ){1,5}(?:has |have |had )?"
    r"(?:contacted|reached out to|approached|e-?mailed|asked)\b[^.?!]{1,60}.{0,200}?"
    r"\bfor (?:a |further |additional )?(?:comment|response|statement|reaction)"
    r"|\b(?:has|have) been (?:contacted|approached|asked) for (?:a |further )?(?:comment|response)"
)
_BLURB = (
    r"\b(?:is|was) (?:an?|the|our|its)? ?(?:[\w’'-]+ ){0,6}?"
    r"(?:reporter|journalist|correspondent|columnist|editor|bureau chief|producer|staff writer|"
    r"freelance(?:r| writer| journalist)?|contributor|contributing (?:writer|editor)|writer)\b"
    r"|\b(?:Journalist|Reporter|Correspondent|Writer|Editor) (?:based in|covering|focus(?:ing|ed) on)"
    r"|^(?:Follow|Email|Contact|Write to) (?:him|her|them|@|[A-Z])"
    r"|^About the (?:authors?|writers?)\b"
)
_EDITED = (
    r"^\W{0,2}(?:Edited|Additional reporting|Reporting|Editing|Written|Translated|Compiled|Produced) by\b"
    r"|^\W{0,2}(?:With (?:files|reporting|additional reporting) (?:from|by))\b"
    r"|\b(?:contributed to this (?:report|article|story))\b"
)
_END = (
    r"^\W{0,4}(?:more (?:from|stories|news|on|in|like this)\b.{0,40}|related\b.{0,30}|"
    r"recommended\b.{0,30}|you (?:may|might) (?:also )?(?:like|be interested).{0,30}|"
    r"most (?:read|popular|viewed|shared|recent)\b.{0,20}|trending\b.{0,20}|read next\b.{0,20}|"
    r"up next\b.{0,20}|what to read next|latest (?:news|stories|articles|from)\b.{0,20}|"
    r"(?:top|editors?[’']?s?) (?:stories|picks)\b.{0,20}|comments?(?: \(\d+\))?|"
    r"(?:leave|post|add) a (?:comment|reply).{0,20}|about the (?:authors?|writers?)|"
    r"previous (?:article|post|story).{0,80}|next (?:article|post|story).{0,80}|"
    r"(?:(?:filed|published) under|tags|topics)\b:?.{0,80}|around the web|popular\b.{0,20}|"
    r"stay (?:up to date|connected|in touch)|also (?:in the news|read)|featured\b.{0,20}|"
    r"(?:further|suggested) reading|explore (?:more|topics?)|in this (?:story|section)"
)
_END_ELSEWHERE = (
    # German, French
    r"(?:das|(?:diese|folgende) \w+) könnten? (?:sie|dich|euch) (?:auch |ebenfalls )?interessieren|"
    r"verwandte (?:themen|artikel)|meistgelesen\w*.{0,20}|"
    r"(?:\d+ )?kommentare?(?: \(?\d+\)?)?|sur le même sujet|(?:les )?plus (?:lus|populaires)|"
    r"(?:\d+ |vos )?commentaires?(?: \(?\d+\)?)?|articles? (?:liés|similaires|recommandés)|"
    # Spanish, Portuguese, Italian
    r"(?:te|le) puede interesar|lo más (?:leído|visto)|comentarios|comentários|más leídas|"
    r"(?:as )?mais lidas|"
    r"(?:noticias |notícias |artículos |artigos |contenidos? )?relacionad[oa]s|"
    r"você (?:pode|também pode) (?:gostar|se interessar)\b.{0,10}|potrebbe(?:ro)? interessarti\b.{0,20}|"
    r"articoli correlati|(?:\d+ )?commenti|(?:i )?più letti|"
    # Dutch, Swedish, Danish, Norwegian
    r"(?:\d+ )?reacties|gerelateerd\w*.{0,20}|(?:\d+ )?kommentarer|mest (?:lästa|læste|leste)|"
    # Polish, Czech, Russian, Turkish
    r"(?:\d+ )?komentarz[ey]|powiązane\b.{0,20}|polecane\b.{0,20}|najczęściej czytane|související\b.{0,20}|"
    r"комментарии\b.{0,10}|похожие\b.{0,20}|самое читаемое|ilgili haberler|yorumlar\b.{0,10}|"
    # Chinese, Japanese, Korean
    r"相关(?:阅读|新闻|文章|推荐).{0,10}|推荐阅读|相關(?:新聞|文章)|関連(?:記事|ニュース).{0,10}|コメント.{0,10}|"
    r"おすすめ.{0,10}|관련 ?(?:기사|뉴스).{0,10}|댓글.{0,10}|많이 본 뉴스"
)
_LAST = (
    r"^\W{0,4}(?:more (?:from|stories|news)\b|most (?:popular|viewed|shared)\b|you (?:may|might)\b|"
    r"related (?:posts|articles|stories|content)|about the (?:authors?|writers?)|"
    r"(?:leave|post|add) a (?:comment|reply)|previous (?:article|post|story)|next (?:article|post|story))"
)
_LEGAL = (
    r"\b(?:personal (?:data|information)|third part(?:y|ies)|consent|opt(?:ing)?[- ]out|cookies?|"
    r"ad ?block\w*|browser|e-?mail address|privacy|spam|moderat(?:ed|or|ion)|trademarks?|"
    r"headquartered in|global (?:provider|leader)|экстремистск\w+ и запрещен\w+|правообладател\w*|"
    r"террористическ\w+ (?:и запрещен\w+|организаци\w+)|einwilligung(?:en)?|données|"
    r"datenschutz(?:erklärung(?:en)?|hinweisen?|einstellungen|bestimmungen)?)\b"
)
BULLET = re.compile(r"(?:[*•◦▪·+o–-]|\d{1,2}[.)])\s")
SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’“»«)\]」』）】》]{0,3}$")
SIGNED_OFF = re.compile(r"[.!?][\"'”’)\]]{0,2} *[—–-]{0,2} ?(?:\(\w+\)|\w+)$")
"""A paragraph whose last sentence is followed by who sent it: “… on Friday. Reuter”, “(Reuters)”."""
AGENCIES = frozenset(
    "ap afp reuter reuters cp upi pa epa efe ansa dpa tass xinhua kyodo yonhap bernama ani pti kcna "
    "jiji anadolu bloomberg cnn bbc".split()
) | {"associated press", "the associated press", "press association", "the canadian press"}
"""News agencies and broadcasters in small letters, as they stand in bylines, credits and datelines."""
URL_ONLY = re.compile(r"^\W{0,2}(?:https?://|www\.)\S+$", re.IGNORECASE)


class Mark(Struct, frozen=True):
    """What a line may show: its pattern, and the words of which it needs one.

    `bit` tells it from the other marks. All but those of people (`ASKED`, `BLURB`) are searched in
    small letters. Some words are of any article: of those that are `beside` it
    in a phrase, one must stand in the line, too.
    """

    bit: int
    pattern: Lazy
    words: frozenset[str]
    beside: tuple[tuple[str, frozenset[str]], ...]


def _mark(place: int, pattern: str, words: str) -> Mark:
    """A mark of `words`, which are written “word” or “word:beside,beside”."""
    parts = [each.partition(":") for each in words.split()]
    return Mark(
        1 << place,
        Lazy(pattern),
        frozenset(word for word, _, _ in parts),
        tuple((word, frozenset(beside.split(","))) for word, _, beside in parts if beside),
    )


CREDIT = _mark(
    0,
    "",
    "ap afp reuters epa efe ansa tass upi pa dpa xinhua kyodo yonhap bloomberg getty pool "
    "shutterstock zuma nurphoto sopa anadolu sipa alamy handout file files picture pictures istock "
    "image images foto fotos photo photos photograph photographs credit credits bild bilds "
    "fotoğraf fotografía imagen photographie legende bildunterschrift фото 사진",
)
"""See :func:`last_credit`."""
PROMOTION = _mark(
    1,
    _PROMOTION,
    "newsletter newsletters subscribe subscribed subscriber subscribers subscribing unsubscribe "
    "subscription subscriptions sign:up,in signing:up log login inbox:your email:your mail:your,receiving "
    "account:your free:your,updates,trial,account,ad cookie cookies privacy:policy,notice terms:of,and "
    "click:here tap:here app:download us:follow,like conversation:join channel:join community:join "
    "whatsapp support:our,independent,quality donate advertisement advertisements sponsored ad:free "
    "stay:informed,up,updated,connected notified latest:get alert alerts reserved copyright reproduce "
    "reproduced reproduction delivered read:our share:this member:already,become subscriber "
    "start:your information:about committed ai:use,uses video:this browser:this content:this "
    "page:this receiving disclosure:advertising affiliate:link,links,partner,partners "
    "commission:earn,receive commissions:earn,receive compensation:earn,receive",
)
ASKED = _mark(2, _ASKED, "comment response statement reaction")
BLURB = _mark(
    3,
    _BLURB,
    "reporter journalist correspondent columnist editor chief producer writer freelance freelancer "
    "contributor contributing follow email contact write about:author,authors,writer,writers",
)
EDITED = _mark(
    4,
    _EDITED,
    "edited reporting editing written translated compiled produced contributed files",
)
END = _mark(
    5,
    rf"{_END}|{_END_ELSEWHERE})\W{{0,3}}$",
    "more related recommended you most trending read up what latest top editor editors comment "
    "comments leave post add about previous next filed published tags topics around popular stay also "
    "featured further suggested explore story section "
    "interessieren verwandte meistgelesen meistgelesene meistgelesenen kommentar kommentare sujet lus "
    "populaires commentaire commentaires articles article interesar leído visto comentarios comentários "
    "leídas lidas relacionado relacionada relacionados relacionadas gostar interessar interessarti "
    "correlati commenti letti reacties gerelateerd gerelateerde kommentarer mest komentarze komentarzy "
    "powiązane polecane czytane související комментарии похожие читаемое ilgili yorumlar 相关阅读 相关新闻 "
    "相关文章 相关推荐 推荐阅读 相關新聞 相關文章 関連記事 関連ニュース コメント おすすめ 관련기사 "
    "관련 댓글 많이",
)
LEGAL = _mark(
    6,
    _LEGAL,
    "personal:data,information third:party,parties consent opt opting cookie cookies ad adblock "
    "adblocker adblockers browser email:address mail:address privacy spam moderated moderator "
    "moderation trademark trademarks headquartered global:provider,leader "
    "einwilligung einwilligungen données datenschutz datenschutzerklärung datenschutzerklärungen "
    "datenschutzhinweise datenschutzhinweisen datenschutzeinstellungen datenschutzbestimmungen "
    "запрещены запрещенных правообладателя правообладатель террористическими террористических",
)
HOUSE = _mark(7, "", "staff skip copyright copyrights c committed ai newsletter newsletters")
"""Lines that may name the house (see `houses`)."""
LAST = _mark(8, _LAST, "")
"""End marks that hardly ever stand inside an article."""
WORDS: dict[str, int] = {}
"""Which marks each word may belong to, by their bits; words as `plain` leaves them."""
for _each in (CREDIT, PROMOTION, ASKED, BLURB, EDITED, END, LEGAL, HOUSE):
    for _word in _each.words:
        WORDS[_word] = WORDS.get(_word, 0) | _each.bit
for _word in [word for word in WORDS if not word.isascii()]:
    for _other in (_word.capitalize(), _word.upper()):
        WORDS.setdefault(plain(_other), WORDS[_word])


IN_LONGER = {word: bits & ~END.bit for word, bits in WORDS.items() if bits != END.bit}
"""The same for lines that are too long to be an end mark."""
_BESIDE: dict[str, list[tuple[int, frozenset[str]]]] = {}
"""For some words and the bits of some marks the words of which one must stand beside them."""
for _each in (PROMOTION, BLURB, LEGAL):
    for _word, _others in _each.beside:
        _BESIDE.setdefault(_word, []).append((_each.bit, _others))


def bits_of(words: Iterable[str], may: Mapping[str, int], line: Sequence[str]) -> int:
    """The marks that a `line` may show for those of its `words` that stand in `may`."""
    found = 0
    for word in words:
        bits = may[word]
        for bit, beside in _BESIDE.get(word, ()):
            if bits & bit and beside.isdisjoint(line):
                bits ^= bit
        found |= bits
    return found


def last_credit(text: str) -> int:
    """Where the last credit of a picture in a line ends; 0 where there is none."""
    last = 0
    for one_of, pattern in _CREDITS:
        for needed in one_of:
            if needed in text:
                last = max([last, *[found.end() for found in pattern.finditer(text)]])
                break
    return last
