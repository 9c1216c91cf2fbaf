"""Bytes become text by what they are, and nothing is lost in silence."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.decoding import codec_name, decode

_RUSSIAN = "Порт откроется в мае, сообщили в управлении. Корабли ждут в проливе уже третий день."
_BOTH = f"{_RUSSIAN} {_RUSSIAN} Пишет «Українська правда» из Киева."
_FRAME = f"╔══════════╗ {_RUSSIAN} ╚══════════╝"
_KOREAN = "항구는 오월에 다시 열린다고 항만청이 밝혔다. 배들은 사흘째 해협에서 기다리고 있다."
_JAPANESE = "港は五月に再開すると港湾局は述べた。船は海峡で三日間待っている。"


@pytest.mark.parametrize(
    ("words", "codec"),
    [
        pytest.param(_RUSSIAN, "koi8-r", id="koi8-r"),
        pytest.param(_BOTH.replace("«", '"').replace("»", '"'), "koi8-u", id="koi8-u"),
        pytest.param(_FRAME, "koi8-r", id="koi8-r with a frame"),
        pytest.param(_RUSSIAN, "cp1251", id="windows-1251"),
        pytest.param(_RUSSIAN, "cp866", id="ibm866"),
        pytest.param(_KOREAN, "euc-kr", id="euc-kr"),
        pytest.param(_JAPANESE, "iso2022_jp", id="iso-2022-jp"),
        pytest.param(_JAPANESE, "shift_jis", id="shift_jis"),
        pytest.param("The port reopens.", "utf-16-le", id="utf-16 without a mark"),
        pytest.param("The port reopens.", "utf-32-be", id="utf-32 without a mark"),
        pytest.param(_RUSSIAN, "utf-16", id="utf-16 with a mark"),
    ],
)
def test_encodings_that_nobody_declared(words: str, codec: str) -> None:
    assert decode(words.encode(codec)).text == words


_GERMAN = (
    "„Der Hafen öffnet im Mai“, sagte die Bürgermeisterin – früher als geplant. Schiffe aus Übersee "
    "dürfen größere Mengen löschen; das läßt hoffen."
)
_FRENCH = (
    "Le port rouvrira en mai, a déclaré la mairie : « C’est plus tôt que prévu », où l’été finit."
)
_ENGLISH = "“The port’s not open,” the mayor said — “and that’s that…”"


@pytest.mark.parametrize("codec", ["mac_roman", "cp1252"])
@pytest.mark.parametrize("words", [_GERMAN, _FRENCH, _ENGLISH])
def test_letters_and_quotation_marks_tell_mac_roman_from_windows_1252(
    words: str, codec: str
) -> None:
    decoded = decode(words.encode(codec))

    assert decoded.text == words
    assert (decoded.encoding == "mac_roman") is (codec == "mac_roman")


_LEFT_OUT = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
"""Bytes that Windows-1252 leaves out."""
_NEWS = "The ships of the company have waited in the strait for three days, and that was "


@pytest.mark.parametrize(
    ("end", "codec"),
    [
        pytest.param("the mayor’s fault.", "cp1252", id="one apostrophe"),
        pytest.param("the mayor’s fault.", "mac_roman", id="one apostrophe of a Macintosh"),
        pytest.param("“too long” – much too long.", "cp1252", id="marks of print"),
        pytest.param("“too long” – much too long.", "mac_roman", id="marks of a Macintosh"),
        pytest.param("what Begoña Sanchís had said.", "cp1252", id="a foreign name"),
    ],
)
def test_plain_words_outweigh_the_few_bytes_that_a_detector_goes_by(end: str, codec: str) -> None:
    assert decode(f"{_NEWS}{end}".encode(codec)).text == f"{_NEWS}{end}"


@pytest.mark.parametrize(
    ("words", "codec"),
    [
        pytest.param(
            "Statki czekają w cieśninie już trzeci dzień, ale to nie jest wina załogi, powiedział "
            "burmistrz. Port będzie otwarty w maju, jak zapowiedziały władze.",
            "cp1250",
            id="Polish",
        ),
        pytest.param(
            "Lodě čekají v průlivu už třetí den, řekl starosta. Přístav se otevře v květnu, jak "
            "oznámily úřady, ale ne dříve.",
            "iso-8859-2",
            id="Czech",
        ),
        pytest.param(
            "Gemiler üç gündür boğazda bekliyor ve bu durum daha uzun sürecek, dedi başkan. Liman "
            "mayıs ayında yeniden açılacak, ancak işçiler şüpheli.",
            "cp1254",
            id="Turkish",
        ),
        pytest.param(f"{_NEWS}what he said. {_RUSSIAN}", "cp1251", id="English and Russian"),
        pytest.param(f"{_NEWS}{_JAPANESE}", "shift_jis", id="English and Japanese"),
    ],
)
def test_what_is_not_western_keeps_its_encoding(words: str, codec: str) -> None:
    assert decode(words.encode(codec)).text == words


def test_letters_that_only_latin_9_has_in_words_tell_it() -> None:
    words = "Le cœur de la ville est à nous, et les sœurs de la mairie sont dans le chœur."

    assert decode(words.encode("iso-8859-15")).text == words


def test_bytes_that_no_latin_text_has_are_no_mac_roman() -> None:
    assert decode(_RUSSIAN.encode("cp1251")).encoding != "mac_roman"
    assert decode("Žluťoučký kůň úpěl ďábelské ódy.".encode("cp1250")).encoding != "mac_roman"


def test_utf8_with_one_broken_byte_stays_utf8() -> None:
    decoded = decode(_RUSSIAN.encode() + b"\xff")

    assert decoded.text == f"{_RUSSIAN}\ufffd"
    assert decoded.remarks


def test_a_declared_encoding_that_holds_is_taken() -> None:
    assert decode("Žižkov".encode("cp1250"), "windows-1250").text == "Žižkov"


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "cp1252", "no-such-thing"]))
def test_any_bytes_become_clean_text(data: bytes, declared: str | None) -> None:
    text = decode(data, declared).text

    assert not any("\ud800" <= character <= "\udfff" for character in text)
    assert not any(ord(character) < ord(" ") and character not in "\t\n" for character in text)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\x00b\x7fc", "a b c"),
        (b"a\r\nb\rc\td", "a\nb\nc\td"),
        ("é\x0cé".encode(), "é é"),
        ("é\x85é".encode(), "é\né"),
    ],
)
def test_lines_and_control_characters_are_put_in_order(data: bytes, text: str) -> None:
    assert decode(data, "utf-8").text == text


@given(
    st.text(
        "aeo \u0301\u0300\u00e9\u2019\u201c\u212b\u2126\u0958\u1100\u1161\u30ab\u3099字ё",
        max_size=12,
    )
)
def test_few_signs_among_many_letters_are_composed_all_the_same(odd: str) -> None:
    text = f"{'The port will reopen. ' * 9}{odd}{' In May.' * 9}"

    assert decode(text.encode()).text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("cp1252", "Windows-1252"),
        ("windows-1252", "Windows-1252"),
        ("utf8", "UTF-8"),
        ("utf_8_sig", "UTF-8"),
        ("koi8-r", "KOI8-R"),
        ("latin-1", "ISO-8859-1"),
        ("mac_roman", "Mac Roman"),
        ("euc_jp", "EUC-JP"),
        ("gb18030", "GB18030"),
        ("x-own", "x-own"),
    ],
)
def test_an_encoding_is_told_by_one_name(written: str, told: str) -> None:
    assert codec_name(written) == told


def test_what_was_detected_is_told_by_the_same_name() -> None:
    assert decode(_RUSSIAN.encode("cp1251")).remarks == (
        "Read as Windows-1251, which was detected, not declared.",
    )


@pytest.mark.parametrize("words", [_FRENCH, _ENGLISH, _RUSSIAN, _JAPANESE, "Lund’s port 🎉"])
@pytest.mark.parametrize("times", [1, 2])
def test_letters_that_a_program_misread_before_it_saved_them(words: str, times: int) -> None:
    spoilt = words
    for _ in range(times):
        spoilt = "".join(
            bytes([byte]).decode("cp1252" if byte not in _LEFT_OUT else "latin-1")
            for byte in spoilt.encode()
        )

    decoded = decode(f"CAFÉ” {spoilt}".encode())

    assert decoded.text == f"CAFÉ” {words}" if words == _ENGLISH else words in decoded.text
    assert any("misread" in remark for remark in decoded.remarks)


@pytest.mark.parametrize(
    "words", [_FRENCH, _GERMAN, "“MANHÔ, «IRMÃ», “CAFÉ” – 5 °C", "Âme, âpre, à « l’été »"]
)
def test_letters_that_are_meant_stay(words: str) -> None:
    assert decode(words.encode()).text == words
    assert decode(words.encode()).remarks == ()


def test_the_closing_mark_whose_last_letter_is_lost() -> None:
    assert decode("â€œItâ€™s open,â€ she said.".encode()).text == "“It’s open,” she said."
