"""Mails as houses send them: folded lines, what they end with, whose they are."""

from pathlib import PurePath

import pytest

from briefing.cleaning import clean
from briefing.model.source import Source
from briefing.readers import read

SAID = (
    "The port of Moss will reopen its second quay in May after two years of repairs, it said.",
    "“We built it in nineteen months,” said Per Lund, who leads the works at the port of Moss.",
    "The first ships are expected in June, and ferries will use the quay from the autumn on.",
)


def _read(body: str, *, sender: str = "Ada Moss <ada@moss.example>", form: str = "") -> Source:
    head = (
        f"From: {sender}\nSubject: Quay\nDate: Mon, 15 Mar 2027 18:34:00 +0000\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8{form}\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return clean(read((head + body).encode(), PurePath("a.eml"))[0])


def _quoted(source: Source) -> list[str]:
    return [source.text[part.start : part.end] for part in source.article()]


def test_a_space_that_only_folds_a_line_is_left_out() -> None:
    folded = "\n\n".join(f"{words[:40]} \n{words[40:]}" for words in SAID)

    assert _quoted(_read(folded, form="; format=flowed; delsp=yes")) == list(SAID)


@pytest.mark.parametrize(
    "ends",
    [
        "This e-mail and any attachments are confidential. If it is not for you, please delete it.",
        "Diese E-Mail enthält vertrauliche Informationen. Sind Sie nicht gemeint, löschen Sie sie bitte.",
        "Ce message et ses pièces jointes sont confidentiels et établis pour leurs destinataires.",
    ],
)
def test_that_a_mail_is_confidential_is_not_quoted(ends: str) -> None:
    assert _quoted(_read("\n\n".join((*SAID, ends)))) == list(SAID)


def test_an_address_below_the_head_of_a_forwarded_mail_is_the_articles() -> None:
    head = "From: Per Lund\nSent: Monday, 15 March 2027\nTo: Ada Moss\nSubject: Quay\n"
    source = _read("\n\n".join((head, "https://ledger.example/quay", *SAID)))

    assert source.url == "https://ledger.example/quay"


def test_a_letter_from_a_mailbox_for_letters_is_its_houses() -> None:
    body = "\n\n".join((*SAID, "To unsubscribe, click here: https://strait.example/off"))
    source = _read(body, sender="The Strait Brief <brief@strait.example>")

    assert (source.publisher, source.authors) == ("The Strait Brief", ())


def test_a_letter_has_not_the_address_of_its_first_story() -> None:
    told = (f"{words}\nhttps://ledger.example/{at}" for at, words in enumerate(SAID))

    assert _read("\n\n".join(told)).url is None


def test_a_list_of_links_has_no_address_of_its_own() -> None:
    body = "\n\n".join(f"Port of Moss\nhttps://ledger.example/{name}" for name in "abc")

    assert _read(body).url is None
