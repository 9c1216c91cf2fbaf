"""Runs of one script each: Word wants to know the language and direction of what it sets."""

import re
from collections.abc import Iterator

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_EAST = "\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_NEUTRAL = r"[^\w]*"
_PIECES = f"(?P<rtl>[{_RTL}](?:{_NEUTRAL}[{_RTL}])*)|(?P<east>[{_EAST}](?:{_NEUTRAL}[{_EAST}])*)"
_HANGUL = "[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]"
_KANA = "[\u3040-\u30ff\u31f0-\u31ff]"
_HEBREW = "[\u0590-\u05ff\ufb1d-\ufb4f]"
_OTHER = re.compile("[^\0-\u058f\u1e00-\u2bff]")
"""A letter that is neither Latin, Greek nor Cyrillic, nor a sign: most texts have none, and then none
of the patterns above is compiled."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_REGIONS = {
    "ar": "ar-SA", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-US",
    "es": "es-ES", "fa": "fa-IR", "fi": "fi-FI", "fr": "fr-FR", "he": "he-IL", "hu": "hu-HU",
    "id": "id-ID", "it": "it-IT", "ja": "ja-JP", "ko": "ko-KR", "nl": "nl-NL", "no": "nb-NO",
    "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sv": "sv-SE", "th": "th-TH",
    "tr": "tr-TR", "uk": "uk-UA", "ur": "ur-PK", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip


def full_tag(language: str | None) -> str:
    """`language` as Word writes it, with a region; empty where it is no BCP 47 tag."""
    if not language or not _TAG.fullmatch(language):
        return ""
    return _REGIONS.get(language.lower(), language)


def pieces(text: str, language: str) -> Iterator[tuple[str, str, str]]:
    """`text` in pieces, each with the properties that go before and behind the look of its run.

    `language` is the full tag of the text where it is not the document's; it may be empty.
    """
    before = f'<w:lang w:val="{language}"/>' if language else ""
    if not _OTHER.search(text):
        yield text, "", before
        return
    at = 0
    for found in re.finditer(_PIECES, text):
        if found.start() > at:
            yield text[at : found.start()], "", before
        words = found[0]
        if found["rtl"]:
            yield words, "", f'<w:rtl/><w:lang w:bidi="{_right_to_left(words, language)}"/>'
        else:
            yield words, '<w:rFonts w:hint="eastAsia"/>', _eastern(words, text, language)
        at = found.end()
    if at < len(text):
        yield text[at:], "", before


def _right_to_left(words: str, language: str) -> str:
    if language[:2] in ("ar", "fa", "he", "ur", "yi"):
        return language
    return "he-IL" if re.search(_HEBREW, words) else "ar-SA"


def _eastern(words: str, text: str, language: str) -> str:
    """The language of East Asian words: as the source says, as their letters show, or unsaid."""
    if re.search(_HANGUL, words):
        tag = "ko-KR"
    elif language[:2] in ("ja", "zh"):
        tag = language
    elif re.search(_KANA, text):
        tag = "ja-JP"
    else:
        return ""
    return f'<w:lang w:eastAsia="{tag}"/>'
