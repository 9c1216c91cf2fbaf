"""Lines below an article that claim the rights in it, or say who looked it over, in other scripts.

“無断転載” and its like stand at the end of an article as its last sentence would. Whom they name as
the holder of the rights publishes it; a source that is named (“来源：”, “Источник:”) need not.
"""

from collections.abc import Sequence

from briefing.cleaning.lines import Feature
from briefing.text.lazy import Lazy

_LONGEST = 600
_MOST = 4
"""Lines at the end of an article that may be such."""
_CLAIM = Lazy(
    # Japanese, Chinese, Korean
    r"無断(?:転載|複製|使用|引用|転用)|(?:転載|複製)(?:を|は)?(?:固く)?(?:禁|お断り)|著作権は.{1,40}(?:帰属|属し)|"
    r"版[权權](?:所有|[归歸]|声明|聲明)|[未不][经經].{0,14}(?:授[权權]|[许許]可|同意).{0,24}[转轉][载載]|"
    r"(?:[严嚴]?禁止?|不得|[请請]勿|[谢謝][绝絕]).{0,6}[转轉][载載]|[转轉][载載][请請须須].{0,6}[注註]明|"
    r"^\W*(?:文章|稿件|新闻)?(?:[来來]源|稿源|出[处處典]) ?[:：]|"
    r"^\W*(?:[责責]任|本文|值班)?(?:[编編][辑輯审審]|[责責][编編]|校[对對]|[审審]核) ?[:：]|"
    r"무단 ?(?:전재|복제|배포|사용|도용)|재배포 ?(?:를 )?금지|^\W*출처 ?[:：]|"
    # Arabic, Russian, Ukrainian
    r"(?:جميع|كل|كافة) الحقوق محفوظة|حقوق (?:النشر|الطبع|الملكية).{0,30}محفوظة|^\W*المصدر ?:|"
    r"[Вв]с[еі] права (?:защищены|захищен)|[Пп]ри (?:(?:полно|частично|любо)\w+ )?(?:перепечатк|цитирован|"
    r"копирован|использован).{0,80}(?:ссылк|обязательн)|[Пп]ерепечатк.{0,60}(?:запрещ|разреш|только)|"
    r"^Все права на материалы|^Использование материалов.{0,80}(?:допускается|разреш|запрещ)|"
    r"признаны экстремистскими|^Признаны террористическими|зарегистрирован.{0,40}Роскомнадзор|"
    r"^\W*(?:Источник|Джерело|Редактор) ?:"
)
_NAME = r"(?P<house>[^\W_][^\s，。、,:：()（）<>《》「」©ⓒ|]{1,18}?)"
_KOREAN = r"(?P<house>[가-힣A-Za-z0-9][가-힣A-Za-z0-9. ]{1,20}?)(?= ?[,(<>]| ?무단)"
HOLDERS = (
    ("著作権は", Lazy(rf"著作権は、?(?![著筆作執各]){_NAME}(?:およ|及|また|に(?:帰属|属))")),
    ("無断", Lazy(rf"^\W{{0,2}}(?![当本]){_NAME}に掲載(?:の|され|した|して).{{0,30}}無断")),
    ("所有", Lazy(rf"版[权權][归歸][属屬]?(?![原作本著译]){_NAME}[及和与]?所有")),
    ("저작권자", Lazy(rf"저작권자 ?(?:[ⓒ©:]|\([cC]\))* ?{_KOREAN}")),
    ("무단", Lazy(rf"(?:[ⓒ©]|\([cC]\)) ?{_KOREAN}")),
    (
        "محفوظة",
        Lazy(
            r"محفوظة ?[–—:-]? ?(?:© ?)?(?:20\d\d ?)?(?:لـ ?|ل(?!ل)|(?=لل))?"
            r"(?P<house>[\u0621-\u064a]{3,}(?: [\u0621-\u064a]{2,}){1,3})[\W\d]*$"
        ),
    ),
    (
        "зарегистр",
        Lazy(
            r"(?:издание|СМИ|[Аа]гентство|[Пп]ортал|[Гг]азета|[Сс]айт) «(?P<house>[^»]{2,40})»"
            r"(?=.{0,80}зарегистр)"
        ),
    ),
)
"""Each pattern with the word that it needs: who holds the rights, where it is not said beside “©”."""
SIGNS = tuple(word for word, _ in HOLDERS)


def without_claims(features: Sequence[Feature], judged: Sequence[bool]) -> list[bool]:
    """`judged` without the lines at its end that claim rights."""
    kept = list(judged)
    inside = [index for index, yes in enumerate(judged) if yes]
    for index in reversed(inside[1:][-_MOST:]):
        text = features[index].text
        if text.isascii() or len(text) > _LONGEST or not _CLAIM.search(text):
            break
        kept[index] = False
    return kept
