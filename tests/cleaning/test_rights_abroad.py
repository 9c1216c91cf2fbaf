"""Lines that claim rights in other scripts are no sentences of the article; they name who publishes it."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.readers import read

_JAPANESE = (
    "港が二年ぶりに再開へ　市議会が木曜に表明\n2024年5月2日 10時30分\n\n"
    "市議会は二日、二年にわたる改修を終えた港を五月中に再開すると発表した。費用は当初の計画を大きく上回ったという。\n"
    "港の関係者によると、北からの船は週に二度寄港する予定で、新しい起重機も八月までに据え付けられるとみられている。\n"
    "市長は記者団に対し、二〇二七年までに第三埠頭を建設したいと述べ、費用は船の料金でまかなうとしている。\n\n"
)
_CHINESE = (
    "海港两年后重新开放\n2024年5月2日 10:30\n\n"
    "市政府二日宣布，经过两年的修缮，海港将于五月重新开放，修缮费用大大超过了原来的计划。\n"
    "据港口负责人介绍，来自北方的船只每周将停靠两次，新的起重机也将在八月之前安装完毕。\n"
    "市长对记者表示，希望在二〇二七年之前建成第三座码头，所需费用将由船舶的收费来承担。\n\n"
)
_KOREAN = (
    "항구, 2년 만에 다시 문 연다\n2024.05.02 10:30\n\n"
    "시의회는 2일 2년간의 보수 공사를 마친 항구가 5월에 다시 문을 연다고 "
    "밝혔다. 공사비는 계획보다 훨씬 많이 들었다.\n"
    "항만 관계자는 북쪽에서 오는 배가 일주일에 두 번 들어올 예정이며 "
    "새 기중기도 8월까지 설치될 것이라고 말했다.\n"
    "시장은 기자들에게 2027년까지 세 번째 부두를 짓고 싶다며 "
    "그 비용은 배가 내는 요금으로 충당하겠다고 밝혔다.\n\n"
)
_ARABIC = (
    "الميناء يعيد فتح أبوابه بعد عامين\n2 مايو 2024\n\n"
    "أعلن مجلس المدينة يوم الخميس أن الميناء سيعاد فتحه في مايو بعد عامين من أعمال الإصلاح المكلفة.\n"
    "وقال مدير الميناء إن السفن القادمة من الشمال سترسو فيه مرتين في الأسبوع قبل شهر أغسطس.\n"
    "وأكد رئيس البلدية للصحفيين أنه يريد بناء رصيف ثالث بحلول عام 2027، وأن السفن ستدفع تكاليفه.\n\n"
)
_RUSSIAN = (
    "Порт снова открыт после двух лет ремонта\n2 мая 2024, 10:30\n\n"
    "Городской совет сообщил в четверг, что порт снова откроется в мае после двух лет ремонта.\n"
    "По словам директора порта, суда с севера будут заходить сюда два раза в неделю уже с августа.\n"
    "Мэр сказал журналистам, что хочет построить третий причал к 2027 году за счёт сборов с судов.\n\n"
)


@pytest.mark.parametrize(
    ("article", "foot", "publisher"),
    [
        (_JAPANESE, "港湾新聞に掲載の記事・写真の無断転載を禁じます。", "港湾新聞"),
        (_JAPANESE, "掲載された記事の著作権は港湾新聞社に帰属します。無断転載禁止", "港湾新聞社"),
        (_JAPANESE, "無断転載を禁じます。", None),
        (_JAPANESE, "当サイトに掲載の記事の無断転載はお断りします。", None),
        (_JAPANESE, "出典：海岸通信", None),
        (_CHINESE, "本文版权归港湾日报所有，未经许可不得转载。", "港湾日报"),
        (_CHINESE, "版权归原作者所有，转载请注明出处。", None),
        (_CHINESE, "（来源：港湾日报）", None),
        (_CHINESE, "责任编辑：王明", None),
        (_KOREAN, "<저작권자 ⓒ 항만신문, 무단 전재 및 재배포 금지>", "항만신문"),
        (_KOREAN, "ⓒ 항만일보 무단전재 및 재배포 금지", "항만일보"),
        (_KOREAN, "출처 : 항만신문", None),
        (_ARABIC, "جميع الحقوق محفوظة © 2024 صحيفة الميناء", "صحيفة الميناء"),
        (_ARABIC, "حقوق النشر محفوظة لجريدة الميناء 2024", "جريدة الميناء"),
        (_ARABIC, "جميع الحقوق محفوظة.", None),
        (_RUSSIAN, "Все права защищены. © ООО «Портовая газета», 2024", "Портовая газета"),
        (
            _RUSSIAN,
            "Сетевое издание «Портовая газета» зарегистрировано в Роскомнадзоре.",
            "Портовая газета",
        ),
        (_RUSSIAN, "При перепечатке ссылка на источник обязательна.", None),
    ],
)
def test_the_last_line_is_not_quoted_and_names_the_holder(
    article: str, foot: str, publisher: str | None
) -> None:
    source = clean(read((article + foot + "\n").encode(), PurePath("copy.txt"))[0])
    said = [source.text[part.start : part.end] for part in source.body()]

    assert source.publisher == publisher
    assert len(said) == 3
    assert foot not in said


def test_a_sentence_on_rights_amid_an_article_stays() -> None:
    amid = "漫画の無断転載を防ぐ法案について、議会は来月から審議を始めると関係者が述べた。"
    article = _JAPANESE.replace("市長は", f"{amid}\n市長は")

    source = clean(read(article.encode(), PurePath("copy.txt"))[0])

    assert amid in [source.text[part.start : part.end] for part in source.body()]
