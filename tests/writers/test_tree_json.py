"""The tree as JSON: words and places come back."""

import json

from hypothesis import given, settings
from msgspec.structs import replace

from briefing.model.document import Quotation
from briefing.writers.tree_json import SCHEMA, write_json
from tests.hostile import TEXTS, full_of


@settings(max_examples=60)
@given(TEXTS)
def test_quoted_words_come_back_with_their_place(text: str) -> None:
    tree = json.loads(write_json(full_of(text)).data)
    quoted = tree["blocks"][0]["inlines"][2]
    expected = "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)

    assert quoted == {
        "type": "quoted", "source": "aaaa", "start": 0, "end": len(text), "text": expected,
        "language": "en",
    }  # fmt: skip


def test_only_what_changed_says_so() -> None:
    plain = full_of("words")
    marked = tuple(
        replace(block, changed=True) if isinstance(block, Quotation) else block
        for block in plain.blocks
    )
    before, after = (
        json.loads(write_json(one).data)["blocks"][3]
        for one in (plain, replace(plain, blocks=marked))
    )

    assert after == {**before, "changed": True}
    assert "changed" not in before


def test_nodes_name_their_type() -> None:
    tree = json.loads(write_json(full_of("words")).data)

    assert tree["schema"] == SCHEMA
    assert [block["type"] for block in tree["blocks"]] == [
        "paragraph", "contents", "heading", "quotation", "bullet_list", "table", "source_list",
    ]  # fmt: skip
