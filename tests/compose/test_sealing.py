"""No value can become markup, and no template can run away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose.compiling import compile_files
from briefing.compose.markup import Parser
from briefing.compose.sandbox import Sandbox
from briefing.compose.sealing import Seals, leaf
from briefing.errors import RecipeError
from briefing.model.document import (
    Block,
    BulletList,
    Emphasis,
    Heading,
    Paragraph,
    Quotation,
    Role,
    Strong,
    Table,
    Text,
)
from briefing.words import Speech

ENGLISH = Speech()


def _parse(template: str, **values: object) -> tuple[Block, ...]:
    seals = Seals("t", ENGLISH)
    return Parser(seals, ()).parse(
        Sandbox(compile_files({"t.jinja": template}, ["t.jinja"]), ENGLISH).render(
            "t.jinja", values, seals
        )
    )


@given(st.text())
def test_a_value_is_one_leaf_whatever_it_says(value: str) -> None:
    blocks = _parse("# {{ value }}\n\n- {{ value }}\n\n|! {{ value }}\n", value=value)

    assert [type(block) for block in blocks] == [Heading, BulletList, Table]
    assert blocks[0] == Heading(1, (Text(value),), blocks[0].anchor)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("{{ 7 * 7 }}", id="template code"),
        pytest.param("\ue0000\ue001", id="a mark of ours"),
        pytest.param("# Heading\n\n- item", id="markup"),
        pytest.param("**bold** <b>&amp;</b>", id="emphasis and entities"),
    ],
)
def test_a_hostile_value_stays_words(value: str) -> None:
    assert _parse("Says {{ value }}.", value=value) == (
        Paragraph((Text("Says "), Text(value), Text("."))),
    )


@pytest.mark.parametrize(
    ("template", "block"),
    [
        pytest.param("@lead Two\nlines", Paragraph((Text("Two lines"),), Role.LEAD), id="role"),
        pytest.param(">^ Who\n> words", Quotation((Text("words"),), (Text("Who"),)), id="quotation"),
        pytest.param(
            "a *b* **c** d*",
            Paragraph(
                (Text("a "), Emphasis((Text("b"),)), Text(" "), Strong((Text("c"),)), Text(" d"),
                 Text("*"))
            ),
            id="emphasis, and a star that is one",
        ),
        pytest.param(
            "- a\n  - b\n- c",
            BulletList(
                (
                    (Paragraph((Text("a"),)), BulletList(((Paragraph((Text("b"),)),),))),
                    (Paragraph((Text("c"),)),),
                )
            ),
            id="nested list",
        ),
        pytest.param(
            "|= 1 3\n|! A | B\n| c | d |",
            Table(((Text("A"),), (Text("B"),)), (((Text("c"),), (Text("d"),)),), (0.25, 0.75)),
            id="table",
        ),
    ],
)  # fmt: skip
def test_markup(template: str, block: Block) -> None:
    assert _parse(template) == (block,)


@pytest.mark.parametrize(
    "template",
    [
        pytest.param("{{ 2 ** (2 ** 33) }}", id="power"),
        pytest.param("{{ 'x' * 2000000000 }}", id="repetition"),
        pytest.param("{% for a in range(99999) %}{% endfor %}", id="range"),
        pytest.param("{{ 'x' | center(2000000000) }}", id="padding"),
        pytest.param("{{ value.__class__ }}", id="inside of a value"),
        pytest.param("{{ value.upper() }}", id="call"),
        pytest.param("{% macro m() %}{% endmacro %}", id="macro"),
        pytest.param("{% include '../secret' %}", id="another file"),
        pytest.param("{{ nothing }}", id="undefined"),
        pytest.param("{{ none }}", id="unknown value"),
        pytest.param("{% if %}", id="syntax"),
        pytest.param("{{ value | nofilter }}", id="unknown filter"),
        pytest.param("\ue0000\ue001", id="private-use mark"),
        pytest.param("::: nothing", id="unknown directive"),
        pytest.param("@nothing words", id="unknown role"),
        pytest.param("| a\n| b", id="table without head"),
    ],
)
def test_a_faulty_template_is_told_in_one_sentence(template: str) -> None:
    with pytest.raises(RecipeError) as told:
        _parse(template, value="x")

    assert "\n" not in str(told.value)


def test_a_leaf_cannot_be_looked_into() -> None:
    with pytest.raises(RecipeError):
        _parse("{{ quote.inlines }}", quote=leaf(Text("secret")))
