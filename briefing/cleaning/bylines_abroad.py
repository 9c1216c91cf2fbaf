"""Bylines in scripts whose names have no capitals: a word that says who wrote leads to them."""

from briefing.text.lazy import Lazy

_SURNAMES = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁"
    "潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛"
    "闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏"
)
_HAN_NAME = rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}"
_HAN = Lazy(
    r"^[【〔［（(]?(?:本报|本報|本网|本網|本刊)?"
    r"(?:(?:记者|記者|作者|撰文|撰稿|采写|採訪) ?[:：/／丨｜| ]?|文 ?[:：/／丨｜|]) ?"
    rf"(?P<names>{_HAN_NAME}(?:[ 、，,/]{{1,2}}{_HAN_NAME}){{0,3}})(?:[】〕］）)]?$|[／/╱])"
)
_HAN_FIELD = Lazy(
    r"(?:^|[\s|｜])(?:作者|记者|記者|撰文) ?[:：] ?"
    rf"(?P<names>{_HAN_NAME}(?:[、，,/]{_HAN_NAME}){{0,3}})(?=$|[\s|｜])"
)
"""One of several fields in the line of the date: “来源：… 作者：…”; who edits is named otherwise."""
_KANJI = Lazy(
    r"^[【（(]?(?:取材・文|文・写真|写真・文|文|執筆|筆者|著者|聞き手|文責|記者|編集委員|論説委員|特派員)"
    r" ?[:：＝=／/・] ?"
    r"(?P<names>[\u4e00-\u9fff]{1,4}[ 　]?[\u3041-\u30f6\u4e00-\u9fff]{1,4}"
    r"(?<![者員長部社会室班局家]))[】）)]?$"
)
_ARABIC = Lazy(
    r"^(?:بقلم ?[:/–-]?|(?:كتبت?|إعداد) ?[:/–-]) ?"
    r"(?P<names>[\u0621-\u064a]{2,12}(?: [\u0621-\u064a]{2,12}){1,3})$"
)
_APART = Lazy(r"[ 、，,/]{1,2}")
_STEMS = ("者", "員", "文", "筆", "聞き", "撰", "采", "採", "بقلم", "كتب", "إعداد")
_LONGEST = 60


def led_abroad(words: str) -> tuple[str, ...]:
    """The names in a Chinese, Japanese or Arabic byline (“记者 王小明”, “بقلم: …”); empty if it is none."""
    if words.isascii() or len(words) > _LONGEST or not any(stem in words for stem in _STEMS):
        return ()
    if found := _HAN.match(words) or _HAN_FIELD.search(words):
        return tuple(dict.fromkeys(_APART.split(found["names"])))
    found = _KANJI.match(words) or _ARABIC.match(words)
    return (found["names"],) if found else ()
